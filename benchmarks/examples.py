"""Examples of romanization that benchmarks share: how they are read, and when texts are alike."""

import csv
import unicodedata
from pathlib import Path

from nisba.translit.romanize import romanize
from nisba.translit.types import Kind


def rows_of(path: Path, quoted: bool = False) -> list[dict[str, str]]:
    """The rows of a table with a header, in NFC; `quoted` says that its cells may be quoted."""
    with path.open(encoding="utf-8", newline="") as lines:
        if quoted:
            table = csv.DictReader(lines, delimiter="\t")
        else:
            table = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [{key: composed(value or "") for key, value in row.items()} for row in table]


def composed(text: str) -> str:
    """The text in NFC."""
    return unicodedata.normalize("NFC", text)


def given(arabic: str, scheme: str, kind: Kind) -> str:
    """What a text becomes in a standard, in NFC."""
    return composed(romanize(arabic, scheme, kind=kind))


def words_right(written: str, expected: str) -> tuple[int, int, int]:
    """How many words there are, how many have the expected letters, and how many the capitals too.

    >>> words_right("al-Kitāb al-thānī", "al-kitāb al-thānī"), words_right("a b", "a")
    ((2, 2, 1), (0, 0, 0))
    """
    pairs = list(zip(written.split(), expected.split(), strict=False))
    if len(written.split()) != len(expected.split()):
        return 0, 0, 0
    letters = sum(a.casefold() == b.casefold() for a, b in pairs)
    return len(pairs), letters, sum(a == b for a, b in pairs)
