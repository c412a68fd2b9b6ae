"""Files of labelled pairs: what counts as a truth, and what is set aside."""

import gzip
from pathlib import Path

import pytest

from evaluation.samples import KADHIMI
from nisba.batch import FaultyFile
from nisba.evaluation import Pair, read_pairs


def written(folder: Path, text: str | bytes) -> Path:
    """Write a file of pairs."""
    path = folder / "pairs.tsv"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


@pytest.mark.parametrize(
    ("word", "same"),
    [(w, True) for w in ("1", "yes", "TRUE", "same", "Match", "y", " X ")]
    + [(w, False) for w in ("0", "No", "false", "different", "nomatch", "N")],
)
def test_truths_in_many_words(tmp_path: Path, word: str, same: bool) -> None:
    """Each of the words for same and different is known, in capitals or not."""
    (pair,) = read_pairs(written(tmp_path, f"name1\tname2\tsame\nAli\tAly\t{word}\n")).pairs
    assert pair == Pair("Ali", "Aly", same, line=2)


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "cp1256"])
def test_any_encoding_delimiter_and_column(tmp_path: Path, codec: str) -> None:
    """The file is read as files of names are, and its columns may have other names and order."""
    text = f"label;id;alias;name\r\nmatch;7;{KADHIMI};al-Kazemi\r\n"
    found = read_pairs(written(tmp_path, text.encode(codec)), "alias", "name", "label")
    assert found.pairs == (Pair(KADHIMI, "al-Kazemi", True, 2),)
    assert found.rejects == ()


@pytest.mark.parametrize(
    ("row", "value", "reason"),
    [
        ("Ali\tAly\tmaybe", "maybe", "not known whether the two are the same: write 1 or 0"),
        ("Ali\tAly\t", "", "not known whether the two are the same: write 1 or 0"),
        ("Ali\tAly\t2", "2", "not known whether"),
        ("\tAly\t1", "", "no name in the column 'name1'"),
        ("Ali\t  \t1", "", "no name in the column 'name2'"),
        ("Ali\tAly", "Ali\tAly", "too few fields: 2 where the header has 3"),
        ("Ali\t\u200f\x01\t1", "\u200f\x01", "only control characters"),
        (f"Ali\t{'x' * 10_001}\t1", "x" * 10_001, "a name longer than 10,000 characters"),
    ],
)
def test_a_row_that_cannot_be_used_is_set_aside(
    tmp_path: Path, row: str, value: str, reason: str
) -> None:
    """It keeps its line, its text and the reason, and the rows around it are read."""
    text = f"name1\tname2\tsame\nA\tB\t1\n{row}\nC\tD\t0\n"
    found = read_pairs(written(tmp_path, text))
    assert [pair.line for pair in found.pairs] == [2, 4]
    (reject,) = found.rejects
    assert (reject.line, reject.value, reject.raw) == (3, value, row)
    assert reject.reason.startswith(reason)


def test_bytes_of_no_letter_cost_their_row(tmp_path: Path) -> None:
    """A bad byte sets its row aside, not the file."""
    found = read_pairs(
        written(tmp_path, f"name1,name2,same\n{KADHIMI},b,1\n".encode() + b"a,\xd9 b,1\nc,d,0\n")
    )
    assert [pair.line for pair in found.pairs] == [2, 4]
    assert found.rejects[0].reason == "bytes that the encoding does not know"


@pytest.mark.parametrize(
    ("text", "columns", "said"),
    [
        ("name1,nam2,same\na,b,1\n", {}, ":1: 'name2': no such column, but there is 'nam2'"),
        ("name1,name2\na,b\n", {}, ":1: 'same': no such column"),
        ("a,b,a\n1,2,3\n", {"left": "a", "right": "b", "same": "c"}, "2 columns have this name"),
        ("a,b\n1,2\n", {"left": "a", "right": "a", "same": "b"}, "must be three columns"),
        ("", {}, "the file is empty"),
    ],
)
def test_a_file_without_its_columns_says_so(
    tmp_path: Path, text: str, columns: dict[str, str], said: str
) -> None:
    """The fault names file, line and column."""
    with pytest.raises(FaultyFile) as fault:
        read_pairs(written(tmp_path, text), **columns)
    assert said in str(fault.value)


def test_a_wrong_encoding_is_told(tmp_path: Path) -> None:
    """UTF-16 that breaks off is no UTF-16."""
    text = "name1,name2,same\na,b,1\n".encode("utf-16") + b"\x00"
    with pytest.raises(FaultyFile, match="not in this encoding"):
        read_pairs(written(tmp_path, text))


def test_a_packed_file_is_read_as_a_plain_one(tmp_path: Path) -> None:
    """Pairs may come packed by gzip, as files of names do."""
    packed = gzip.compress(b"name1,name2,same\nAli,Aly,1\n")
    assert read_pairs(written(tmp_path, packed)).pairs == (Pair("Ali", "Aly", True, line=2),)
