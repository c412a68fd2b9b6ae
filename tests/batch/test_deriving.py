"""A CSV file with columns more, each row from its own text alone."""

import csv
import io
import json
from pathlib import Path

import pytest

from nisba.batch import Fault, FaultyFile, survey
from nisba.batch.deriving import Derived, Work, derive_table

WORK = Work(
    "shouting",
    {"loud": str, "note": str},
    lambda t: Derived((t.upper(), ""), {"loud": t.upper()}),
)


def table_of(folder: Path, text: str) -> Path:
    """Write a file to read."""
    path = folder / "in.csv"
    path.write_bytes(text.encode())
    return path


def written(path: Path) -> list[list[str]]:
    """The rows of a file that was written."""
    return list(csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline="")))


def test_rows_keep_their_order_and_cells(tmp_path: Path) -> None:
    """The new columns stand behind the old ones; an empty cell gives empty cells."""
    source, target = table_of(tmp_path, 'id,name\n1,"a, b"\n2,\n'), tmp_path / "out.csv"
    done = derive_table(survey(source, "name", added=tuple(WORK.added)), target, WORK)
    assert written(target) == [
        ["id", "name", "loud", "note"],
        ["1", "a, b", "A, B", ""],
        ["2", "", "", ""],
    ]
    assert (done.rows, done.rejected, done.rejects) == (2, 0, None)


def test_the_output_is_parted_as_the_input_is(tmp_path: Path) -> None:
    """A file of semicolons stays one, with line ends CR LF and a byte-order mark."""
    source, target = table_of(tmp_path, "id;name\n1;a\n"), tmp_path / "out.csv"
    derive_table(survey(source, "name"), target, WORK)
    assert target.read_bytes() == b"\xef\xbb\xbfid;name;loud;note\r\n1;a;A;\r\n"


def test_formulas_run_nowhere(tmp_path: Path) -> None:
    """Cells and headers that a spreadsheet would compute get an apostrophe, made ones too."""
    source, target = table_of(tmp_path, "=id,name\n1,@a\n"), tmp_path / "out.csv"
    derive_table(survey(source, "name"), target, WORK)
    assert written(target) == [["'=id", "name", "loud", "note"], ["1", "'@a", "'@A", ""]]


def test_json_lines_hold_the_details(tmp_path: Path) -> None:
    """With JSON each row has its line, its cells and what was found, unchanged."""
    source, target = table_of(tmp_path, "id,name\n1,=a\n"), tmp_path / "out.jsonl"
    derive_table(survey(source, "name"), target, WORK, as_json=True)
    assert json.loads(target.read_text(encoding="utf-8-sig")) == {
        "line": 2,
        "text": "=a",
        "row": {"id": "1", "name": "=a"},
        "loud": "=A",
    }


def test_faulty_rows_are_set_aside(tmp_path: Path) -> None:
    """They are told of, counted, and written beside the target; the others go on."""
    source, target = table_of(tmp_path, "id,name\n1\n2,b\n"), tmp_path / "out.csv"
    heard: list[Fault] = []
    done = derive_table(survey(source, "name"), target, WORK, on_reject=heard.append)
    assert [fault.line for fault in heard] == [2]
    assert (done.rows, done.rejected) == (2, 1)
    assert done.rejects == tmp_path / "out.rejects.csv"
    assert len(written(target)) == 2


def test_a_column_that_is_there_already_is_refused(tmp_path: Path) -> None:
    """Nothing of the user's is written over, and the columns of resolving do not mind."""
    source = table_of(tmp_path, "name,nisba_id,loud\na,b,c\n")
    with pytest.raises(FaultyFile, match="'loud' is there already"):
        survey(source, "name", added=tuple(WORK.added))
    assert survey(source, "name", added=("other",)).header == ["name", "nisba_id", "loud"]


def test_progress_is_told_in_bytes(tmp_path: Path) -> None:
    """The last word of the progress is the size of the file."""
    source, target = table_of(tmp_path, "name\n" + "a\n" * 5_000), tmp_path / "out.csv"
    moves: list[int] = []
    derive_table(
        survey(source, "name"), target, WORK, on_progress=lambda done, _: moves.append(done)
    )
    assert moves[-1] == source.stat().st_size
