"""A list of identities in any format: several names each, and what is known of each."""

import json
from pathlib import Path

import pyarrow as pa
import pytest
from pyarrow import parquet

from nisba.batch import Fault, FaultyFile
from nisba.batch.listing import ListColumns, read_list
from nisba.facts import FactColumns, facts_of
from nisba.gazetteer import FaultyGazetteer

ROWS: list[dict[str, str | None]] = [
    {"id": "1", "name": "Mustafa al-Kadhimi|al-Kazimi", "born": "1967"},
    {"id": "2", "name": "Hadi al-Amiri", "born": None},
    {"id": "1", "name": "Kadhimi", "born": None},
]
COLUMNS = ListColumns(facts=FactColumns("born"), separator="|")


def written(folder: Path, name: str) -> Path:
    """Write the rows in the format of a name."""
    path = folder / name
    if path.suffix == ".parquet":
        parquet.write_table(pa.Table.from_pylist(ROWS), path)
    elif path.suffix == ".jsonl":
        path.write_text("".join(json.dumps(row) + "\n" for row in ROWS), encoding="utf-8")
    else:
        rows = [",".join(row[key] or "" for key in ("id", "name", "born")) for row in ROWS]
        path.write_text("\n".join(["id,name,born", *rows, ""]), encoding="utf-8")
    return path


@pytest.mark.parametrize("name", ["list.csv", "list.jsonl", "list.parquet"])
def test_rows_and_separators_give_several_names(tmp_path: Path, name: str) -> None:
    """The names of an id come from all its rows and from each part of a cell, in their order."""
    gazetteer = read_list(written(tmp_path, name), COLUMNS)
    names = [(identity.id, record.text) for identity, record in gazetteer.names()]
    assert names == [
        ("1", "Mustafa al-Kadhimi"),
        ("1", "al-Kazimi"),
        ("1", "Kadhimi"),
        ("2", "Hadi al-Amiri"),
    ]
    assert gazetteer.facts("1") == facts_of(birth_year=1967)
    assert not gazetteer.facts("2")


def test_without_a_separator_a_cell_is_one_name(tmp_path: Path) -> None:
    """A bar may stand in a name that nobody parts."""
    gazetteer = read_list(written(tmp_path, "list.csv"), ListColumns())
    assert gazetteer.label("1") == "Mustafa al-Kadhimi|al-Kazimi"


@pytest.mark.parametrize("name", ["list.jsonl", "list.parquet"])
def test_a_cell_may_be_a_list_of_names(tmp_path: Path, name: str) -> None:
    """Formats that have lists need no separator; an empty list names nobody, and is a fault."""
    path = tmp_path / name
    rows = [{"id": "1", "name": ["Mustafa al-Kadhimi", "al-Kazimi"]}, {"id": "2", "name": ["Ali"]}]
    if name.endswith("jsonl"):
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    else:
        parquet.write_table(pa.Table.from_pylist(rows), path)
    names = [
        (identity.id, record.text) for identity, record in read_list(path, ListColumns()).names()
    ]
    assert names == [("1", "Mustafa al-Kadhimi"), ("1", "al-Kazimi"), ("2", "Ali")]


def test_numbers_are_ids_too(tmp_path: Path) -> None:
    """A typed file may count its identities."""
    path = tmp_path / "list.parquet"
    parquet.write_table(pa.table({"id": [7], "name": ["Ali"]}), path)
    assert read_list(path, ListColumns()).label("7") == "Ali"


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("id,name\n1,Ali\n,Omar\n", 3, "fill in id, or delete the row"),
        ("id,name\n1,\n", 2, "fill in name, or delete the row"),
        ("id,name\n1,|| |\n", 2, "fill in name: there is no name between its separators"),
        ('id,name\n1,"Ali\nOmar"\n', 2, "write name on one line"),
        ("id,name\n1,Ali,x\n", 2, "too many fields: 3 where the header has 2"),
        ("key,name\n1,Ali\n", 1, "name a column that is there: 'key', 'name'"),
        ("id,id,name\n1,1,Ali\n", 1, "rename all but one of the columns"),
    ],
)
def test_a_list_with_a_fault_is_refused(tmp_path: Path, text: str, line: int, said: str) -> None:
    """Whoever a faulty row names would be missed in silence; the fault has line and advice."""
    path = tmp_path / "list.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(FaultyGazetteer) as caught:
        read_list(path, ListColumns(separator="|"))
    (finding,) = caught.value.findings
    assert finding.line == line
    assert said in finding.message


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    """A person mends a list once; beyond a thousand faults it is another file that is needed."""
    path = tmp_path / "list.csv"
    path.write_text("id,name\n" + "1,\n" * 20_000, encoding="utf-8")
    with pytest.raises(FaultyGazetteer) as caught:
        read_list(path, ListColumns())
    assert len(caught.value.findings) == 1_000


def test_blank_rows_are_passed_over(tmp_path: Path) -> None:
    """A row of delimiters alone names nobody."""
    path = tmp_path / "list.csv"
    path.write_text("id,name\n,\n1,Ali\n\n", encoding="utf-8")
    assert len(read_list(path, ListColumns())) == 1


def test_a_fact_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    """The identity stays, without it."""
    path = tmp_path / "list.csv"
    path.write_text("id,name,born\n1,Ali,long ago\n", encoding="utf-8")
    told: list[Fault] = []
    gazetteer = read_list(path, ListColumns(facts=FactColumns("born")), on_unread=told.append)
    assert [(fault.line, fault.value) for fault in told] == [(2, "long ago")]
    assert not gazetteer.facts("1")


def test_a_list_that_is_not_there_is_told(tmp_path: Path) -> None:
    """As any file."""
    with pytest.raises(FaultyFile, match=r"gone\.csv: no such file"):
        read_list(tmp_path / "gone.csv", ListColumns())
