from pathlib import Path

import pytest

from batch.standin import ARABIC
from nisba.batch.encodings import checked_encoding, encoding_of
from nisba.batch.faults import FaultyFile

ARABIC_ROWS = f"id;name\n1;{ARABIC}\n2;al-Kadhemi\n"


def written(folder: Path, data: bytes) -> Path:
    """Write a file to look at."""
    path = folder / "people.csv"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("codec", "found"),
    [
        ("utf-8", "utf-8"),
        ("utf-8-sig", "utf-8-sig"),
        ("utf-16", "utf-16"),
        ("utf-32", "utf-32"),
        ("cp1256", "cp1256"),
        ("iso8859_6", "iso8859_6"),
    ],
)
def test_an_arabic_file_is_recognised(tmp_path: Path, codec: str, found: str) -> None:
    """Each encoding that Arabic files come in is told from the bytes."""
    assert encoding_of(written(tmp_path, ARABIC_ROWS.encode(codec))) == found


def test_french_accents_are_not_read_as_arabic(tmp_path: Path) -> None:
    """A Western file decodes to its own letters, under whichever name."""
    text = "nom;ville\nHélène Benaïssa;Orléans\nNoël Haddad;Sète\n"
    path = written(tmp_path, text.encode("cp1252"))
    assert path.read_bytes().decode(encoding_of(path)) == text


def test_utf8_is_checked_to_the_end(tmp_path: Path) -> None:
    """Bytes behind the first megabyte count too."""
    data = b"name\n" + b"al-Kadhemi\n" * 110_000 + (ARABIC + "\n").encode("cp1256") * 50
    assert encoding_of(written(tmp_path, data)) == "cp1256"


def test_a_character_over_the_edge_of_a_block_is_whole(tmp_path: Path) -> None:
    """A letter whose bytes lie in two blocks is still UTF-8."""
    data = b"x" * ((1 << 20) - 1) + "م".encode()
    assert encoding_of(written(tmp_path, data)) == "utf-8"


@pytest.mark.parametrize("end", [b"", b"al-Sadr\n"])
def test_a_broken_byte_does_not_make_utf8_something_else(tmp_path: Path, end: bytes) -> None:
    """A file of UTF-8 with one bad byte, even a cut last letter, stays UTF-8."""
    data = f"name\n{ARABIC}\n".encode() + b"\xd9" + end
    assert encoding_of(written(tmp_path, data)) == "utf-8"


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "the file is empty"),
        (b"\n \r\n", "the file is empty"),
        (b"\xef\xbb\xbf", "the file is empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a PNG image"),
        (b"PK\x03\x04\x14\0", ".xlsx: save the sheet as CSV"),
        (b"\0\x01\x02\0name", "NUL bytes"),
        (bytes(range(128, 160)) * 40 + b"\xff\xfe\xfd", "fit no encoding"),
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, data: bytes, said: str) -> None:
    """A file that no guess fits is refused, with what it seems to be."""
    with pytest.raises(FaultyFile, match=r"people\.csv") as caught:
        encoding_of(written(tmp_path, data))
    assert said in str(caught.value)


@pytest.mark.parametrize("name", ["klingon", "base64", "a\0b", ""])
def test_an_unknown_encoding_is_refused(name: str) -> None:
    """A name that is no encoding of text is an error that shows it."""
    with pytest.raises(FaultyFile, match="no such encoding"):
        checked_encoding(Path("people.csv"), name)
