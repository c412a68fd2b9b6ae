"""Files of names, as editors have them."""

from pathlib import Path

import pytest

from gazetteer.folders import write
from nisba.batch import FaultyFile
from nisba.editing.listed_names import read_names

ARABIC = "\u0645\u0635\u0637\u0641\u0649"  # مصطفى


def test_without_a_column_each_line_is_a_name(tmp_path: Path) -> None:
    """Blank lines, spaces at the ends, a byte-order mark and CRLF are no part of names."""
    text = f"\ufeffAli\r\n\r\n  {ARABIC} \r\nAli"
    names, faults = read_names(write(tmp_path / "names.txt", text))
    assert (names, faults) == ({"Ali": 2, ARABIC: 1}, [])


def test_windows_1256_is_read(tmp_path: Path) -> None:
    """A list that an old program saved in the Arabic code page of Windows is read as it is."""
    data = f"{ARABIC}\n".encode("cp1256") * 20
    assert read_names(write(tmp_path / "names.txt", data))[0] == {ARABIC: 20}


def test_a_line_that_is_no_name_is_told_of_once(tmp_path: Path) -> None:
    """A line of a million letters and one with a NUL are left out, with their lines."""
    text = "Ali\n" + "a" * 1_000_000 + "\nOmar\nx\0y\n"
    names, faults = read_names(write(tmp_path / "names.txt", text))
    assert names == {"Ali": 1, "Omar": 1}
    assert [fault.line for fault in faults] == [2, 4]


def test_a_column_with_its_counts(tmp_path: Path) -> None:
    """A column says how often the name of a row came; what is no number is told of."""
    path = write(tmp_path / "names.csv", "name;times\nAli;3\nOmar;x\nAli;2\nHadi;0\n")
    names, faults = read_names(path, "name", "times")
    assert names == {"Ali": 5}
    assert [(fault.line, fault.value) for fault in faults] == [(3, "x")]


def test_rows_that_cannot_be_read_are_told_of(tmp_path: Path) -> None:
    """A row with a field too many is left out, the others are read."""
    names, faults = read_names(write(tmp_path / "n.csv", "name,id\nAli,1\nOmar,2,3\n"), "name")
    assert names == {"Ali": 1}
    assert [fault.line for fault in faults] == [3]


@pytest.mark.parametrize(
    ("column", "count", "value"), [("nam", None, "nam"), ("name", "x", "x"), (None, "id", "id")]
)
def test_a_column_that_is_not_there_is_named(
    tmp_path: Path, column: str | None, count: str | None, value: str
) -> None:
    """The fault names the column, and nothing is read."""
    path = write(tmp_path / "n.csv", "name,id\nAli,1\n")
    with pytest.raises(FaultyFile) as caught:
        read_names(path, column, count)
    assert caught.value.fault.value == value


def test_no_file_is_told(tmp_path: Path) -> None:
    """A path that leads nowhere, or to a folder, is a fault."""
    for path in (tmp_path, tmp_path / "gone.txt"):
        with pytest.raises(FaultyFile):
            read_names(path)
