"""The proposals file: what an editor gets, and what comes back from a spreadsheet."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from nisba.batch import FaultyFile
from nisba.editing.proposals import (
    COLUMNS,
    FaultyProposals,
    Proposal,
    read_proposals,
    write_proposals,
)

ONE = Proposal(
    "", "proposed", 1, 3, "Zebari", "none", "zebari", "H. Zebari", "0.943", "Hoshyar Zebari", "few"
)
ODD = replace(ONE, name='"Abu Ali" al-Zebari', id="", label="", reason="two\nlines\tand a tab")
RUN = replace(ONE, name="=HYPERLINK(0)")
APOSTROPHE = replace(ONE, name="'Abd al-Karim")


def test_what_is_written_is_read(tmp_path: Path) -> None:
    """Quotation marks, empty fields and signs come back as they went; a cell is one line."""
    path = tmp_path / "p.tsv"
    assert write_proposals(path, [ONE, ODD, RUN, APOSTROPHE]) == 4
    back = [replace(p, line=0) for p in read_proposals(path)]
    assert back == [ONE, replace(ODD, reason="two lines and a tab"), RUN, APOSTROPHE]


def test_a_spreadsheet_runs_no_cell(tmp_path: Path) -> None:
    """A name that begins like a formula has an apostrophe before it in the file."""
    path = tmp_path / "p.tsv"
    write_proposals(path, [RUN])
    assert "\t'=HYPERLINK(0)\t" in path.read_text(encoding="utf-8-sig")


def test_marks_are_not_overwritten_unasked(tmp_path: Path) -> None:
    """A file that is there stays, unless the editor says otherwise."""
    path = tmp_path / "p.tsv"
    write_proposals(path, [ONE])
    with pytest.raises(FaultyFile, match="the file exists"):
        write_proposals(path, [])
    assert len(read_proposals(path)) == 1
    assert write_proposals(path, [], overwrite=True) == 0


@pytest.mark.parametrize(("encoding", "delimiter"), [("utf-16", "\t"), ("utf-8", ";")])
def test_a_spreadsheet_may_save_it_its_way(tmp_path: Path, encoding: str, delimiter: str) -> None:
    """UTF-16 and semicolons, CRLF, moved columns, a column more and capital marks are read."""
    path = tmp_path / "p.csv"
    columns = ["my notes", *reversed(COLUMNS)]
    with path.open("w", encoding=encoding, newline="") as file:
        rows = csv.writer(file, delimiter=delimiter)
        rows.writerow(columns)
        cells = {**{c: str(getattr(ONE, c)) for c in COLUMNS}, "mark": "X ", "my notes": ""}
        rows.writerow([cells[column] for column in columns])
    (back,) = read_proposals(path)
    assert back == replace(ONE, mark="x", line=2)


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    """Marks that are none, and rows that cannot be read, each with its line."""
    path = tmp_path / "p.tsv"
    write_proposals(path, [ONE, replace(ONE, mark="yes"), replace(ONE, mark="?")])
    path.write_text(path.read_text(encoding="utf-8-sig") + "x\tproposed\n", encoding="utf-8")
    with pytest.raises(FaultyProposals) as caught:
        read_proposals(path)
    assert [(f.line, f.value) for f in caught.value.faults][:2] == [(3, "yes"), (4, "?")]
    assert caught.value.faults[2].line == 5


def test_another_table_is_no_proposals_file(tmp_path: Path) -> None:
    """A table without marks is refused by the column that it lacks."""
    path = tmp_path / "names.csv"
    path.write_text("name,id\nAli,1\n", encoding="utf-8")
    with pytest.raises(FaultyFile, match="mark"):
        read_proposals(path)


def test_windows_1256_is_read(tmp_path: Path) -> None:
    """A spreadsheet of an Arabic Windows may save in its code page: names stay what they are."""
    path = tmp_path / "p.csv"
    names = ["مصطفى الكاظمي", "مقتدى الصدر", "عادل عبد المهدي"]
    rows = "".join(f"x;proposed;{name};k\r\n" for name in names)
    path.write_bytes(f"mark;status;name;id\r\n{rows}".encode("cp1256"))
    assert [p.name for p in read_proposals(path)] == names
