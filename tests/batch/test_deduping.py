"""Facts about files and frames whose rows are put into clusters."""

import csv
import io
import json
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from nisba.batch.chunks import Input
from nisba.batch.clustering import COLUMNS, Summary
from nisba.batch.deduping import collect, dedupe_frame, dedupe_table
from nisba.batch.deduping_report import report_of
from nisba.batch.faults import ChangedFile, Fault, FaultyFile
from nisba.batch.inputs import input_of
from nisba.facts import FactColumns

ROWS = """id,name,born
1,Mustafa al-Kadhimi,1967
2,Joe Biden,
3,Moustafa Kazemi,1967
4,,
5,Ali,
6,Ali,
7,=Mustafa Kadhimi,1987
"""


def table(folder: Path, text: str = ROWS, name: str = "people.csv", **options: Any) -> Input:
    """A file of people that has been looked at."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return input_of(path, "name", added=COLUMNS, **options)


def written(source: Input, target: Path, **options: Any) -> tuple[list[dict[str, str]], Summary]:
    """The rows of a result, and what became of them."""
    collected, lines = collect(source)
    done = dedupe_table(source, target, collected.indexed().clustered(0.1), lines, **options)
    with target.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file)), done


def test_every_row_comes_out_in_its_order(tmp_path: Path) -> None:
    """The columns of the file stand first, with their cells; five columns follow."""
    rows, _ = written(table(tmp_path), tmp_path / "out.csv")
    assert list(rows[0]) == ["id", "name", "born", *COLUMNS]
    assert [row["id"] for row in rows] == list("1234567")
    assert rows[6]["name"] == "'=Mustafa Kadhimi"


def test_rows_of_one_bearer_share_an_id(tmp_path: Path) -> None:
    """Id, size and representative are those of the cluster, the reason is the row's own."""
    rows, done = written(table(tmp_path), tmp_path / "out.csv")
    first, third = rows[0], rows[2]
    assert first["nisba_cluster"] == third["nisba_cluster"] != rows[1]["nisba_cluster"]
    assert first["nisba_cluster_size"] == "3"
    assert first["nisba_representative"] == third["nisba_representative"]
    assert first["nisba_reason"] != third["nisba_reason"]
    assert 0.9 < float(first["nisba_probability"]) < 1.0
    assert (done.rows, done.clusters, done.together) == (7, 1, 3)


def test_an_empty_cell_is_in_no_cluster(tmp_path: Path) -> None:
    """It has no id, no size and no probability, and says why."""
    rows, done = written(table(tmp_path), tmp_path / "out.csv")
    assert [rows[3][name] for name in COLUMNS] == ["", "", "", "", "empty cell"]
    assert done.empty == 1


def test_rows_of_a_common_name_stand_for_themselves(tmp_path: Path) -> None:
    """Each has an id of its own and a size of 1, and they are counted."""
    rows, done = written(table(tmp_path), tmp_path / "out.csv")
    one, other = rows[4], rows[5]
    assert one["nisba_cluster"] != other["nisba_cluster"]
    assert (one["nisba_cluster_size"], other["nisba_cluster_size"]) == ("1", "1")
    assert done.common == 2


def test_columns_of_facts_split(tmp_path: Path) -> None:
    """Born twenty years later is another bearer; a year that cannot be read is told, and left."""
    faults: list[Fault] = []
    text = ROWS.replace("2,Joe Biden,", "2,Joe Biden,soon")
    source = table(tmp_path, text, facts=FactColumns(birth_year="born"))
    rows, done = written(source, tmp_path / "out.csv", on_unread=faults.append)
    assert rows[0]["nisba_cluster"] == rows[2]["nisba_cluster"] != rows[6]["nisba_cluster"]
    assert [(fault.line, fault.value) for fault in faults] == [(3, "soon")]
    assert done.unread == 1


def test_progress_ends_where_the_work_does(tmp_path: Path) -> None:
    """All is 100 of 100, also where several entries and rows have one name."""
    source = table(tmp_path, ROWS * 2, facts=FactColumns(birth_year="born"))
    told: dict[str, list[int]] = {"indexing": [], "comparing": []}
    indexed = collect(source)[0].indexed(1, told["indexing"].append)
    indexed.clustered(0.1, told["comparing"].append)
    assert [shares[-1] for shares in told.values()] == [100, 100]


def test_faulty_rows_are_set_aside(tmp_path: Path) -> None:
    """A row with a field too many goes to the file of rejects, and the others are clustered."""
    rows, done = written(table(tmp_path, ROWS + "8,a,b,c\n"), tmp_path / "out.csv")
    assert (len(rows), done.rejected) == (7, 1)
    assert done.rejects is not None
    assert "8,a,b,c" in done.rejects.read_text(encoding="utf-8")


def test_any_number_of_processes_writes_the_same(tmp_path: Path) -> None:
    """Two processes give the bytes of one, rows of a common name included."""
    names = "".join(f"{i},Ali,\n{i},Muammar {'abcdefg'[i % 7]}x Gaddafi,\n" for i in range(150))
    source = table(tmp_path, "id,name,born\n" + names)
    made = []
    for jobs in (1, 2):
        target = tmp_path / f"{jobs}.csv"
        written(source, target, jobs=jobs)
        made.append(target.read_bytes())
    assert made[0] == made[1]


def test_json_lines_hold_the_evidence(tmp_path: Path) -> None:
    """An object a row: its cells, its cluster, and the comparison with the nearest name."""
    source, out = table(tmp_path), tmp_path / "out.jsonl"
    collected, lines = collect(source)
    dedupe_table(source, out, collected.indexed().clustered(0.1), lines, as_json=True)
    said = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert said[0]["row"] == {"id": "1", "name": "Mustafa al-Kadhimi", "born": "1967"}
    assert said[0]["cluster"] == said[2]["cluster"]
    assert said[0]["nearest"]["inside"] is True
    assert said[0]["nearest"]["evidence"]["bits"] > 10
    assert said[3]["cluster"] is None
    assert said[3]["nearest"] is None


def test_json_and_parquet_come_in(tmp_path: Path) -> None:
    """Rows of other formats get the ids of the same rows of CSV."""
    rows, _ = written(table(tmp_path), tmp_path / "out.csv")
    objects = "".join(
        json.dumps({"id": row["id"], "name": row["name"].lstrip("'")}) + "\n" for row in rows
    )
    ids, _ = written(table(tmp_path, objects, "people.jsonl"), tmp_path / "other.csv")
    assert [r["nisba_cluster"] for r in ids] == [r["nisba_cluster"] for r in rows]
    pd.DataFrame(rows)[["id", "name"]].replace("'=", "=", regex=True).to_parquet(
        tmp_path / "people.parquet"
    )
    source = input_of(tmp_path / "people.parquet", "name", added=COLUMNS)
    ids, _ = written(source, tmp_path / "third.csv")
    assert [r["nisba_cluster"] for r in ids] == [r["nisba_cluster"] for r in rows]


def test_standard_input_is_refused() -> None:
    """Rows are read twice, and a stream comes once."""
    from nisba.batch.formats import Shape
    from nisba.batch.reading import Table
    from nisba.batch.sources import Source

    stream = Table(Source(Path("<stdin>"), Shape(), None), "name", "utf-8", ",", ["name"])
    with pytest.raises(FaultyFile, match="read twice"):
        collect(stream)


def test_a_file_that_changes_in_between_is_refused(tmp_path: Path) -> None:
    """Other rows than those that were clustered are not written."""
    source = table(tmp_path)
    collected, lines = collect(source)
    source.source.path.write_text(ROWS.replace("3,Mou", "\n\n3,Mou"), encoding="utf-8")
    with pytest.raises(ChangedFile, match="changed while it was read"):
        dedupe_table(source, tmp_path / "out.csv", collected.indexed().clustered(0.1), lines)
    assert not (tmp_path / "out.csv").exists()
    none = collect(source := table(tmp_path, "id,name,born\n"))
    source.source.path.write_text(ROWS, encoding="utf-8")
    with pytest.raises(ChangedFile, match="changed while it was read"):
        dedupe_table(source, tmp_path / "out.csv", none[0].indexed().clustered(0.1), none[1])


def test_a_stream_gets_the_rows(tmp_path: Path) -> None:
    """Standard output gets what a file would, without the mark."""
    source, out = table(tmp_path), io.StringIO()
    collected, lines = collect(source)
    dedupe_table(source, out, collected.indexed().clustered(0.1), lines)
    rows, _ = written(source, tmp_path / "out.csv")
    assert list(csv.DictReader(io.StringIO(out.getvalue()))) == rows


def test_frames_get_what_files_get(tmp_path: Path) -> None:
    """A DataFrame comes back with the same clusters, and stays as it was itself."""
    rows, _ = written(table(tmp_path), tmp_path / "out.csv")
    frame = pd.read_csv(tmp_path / "people.csv", dtype=str)
    done = dedupe_frame(frame, "name")
    assert list(frame.columns) == ["id", "name", "born"]
    ids = [None if pd.isna(found) else found for found in done["nisba_cluster"]]
    assert [found or "" for found in ids] == [row["nisba_cluster"] for row in rows]
    split = dedupe_frame(frame, "name", facts=FactColumns(birth_year="born"))
    assert split["nisba_cluster"][0] == split["nisba_cluster"][2] != split["nisba_cluster"][6]


def test_frames_without_rows_and_with_wrong_columns() -> None:
    """An empty frame gets empty columns; a column that is not there is told."""
    empty = dedupe_frame(pd.DataFrame({"name": []}), "name")
    assert list(empty.columns) == ["name", *COLUMNS]
    with pytest.raises(ValueError, match="no such column"):
        dedupe_frame(pd.DataFrame({"name": []}), "nmae")


def test_the_report_shows_what_is_weak(tmp_path: Path) -> None:
    """The largest and least certain clusters, and what was kept apart, each with evidence."""
    text = ROWS + "8,Muammar Gaddafi,1942\n9,Muammar Gaddafi,1970\n10,Mouammar *Kadhafi*,\n"
    source = table(tmp_path, text, facts=FactColumns(birth_year="born"))
    collected, lines = collect(source)
    clustered = collected.indexed().clustered(0.1)
    done = dedupe_table(source, tmp_path / "out.csv", clustered, lines)
    page = report_of(clustered, done, "people.csv")
    for heading in ("The largest clusters", "The least certain", "Claimed by two", "Too common"):
        assert f"\n## {heading}" in page
    assert "Mouammar \\*Kadhafi\\*" in page
    assert "Evidence: " in page
    assert "(1942)" in page
