"""`python -m benchmarks.titles`: romanize titles and statements of well-known Arabic books.

`titles.tsv` has the titles as readers of Arabic know them, without vowels, and their ALA-LC form,
written down from general knowledge before the rules of running text were tried on any of them. The
half `tried` was looked at while they were made, the half `kept` was only counted. For each half:

* exact: right when nobody says what the text is;
* told: right when the caller says whether it is a title or a statement;
* letters: right when told, capitals aside;
* words: the share of words with the right letters, of texts with as many words.

`--misses` shows what is wrong in the half that was tried.
"""

import argparse
import unicodedata
from pathlib import Path
from typing import NamedTuple, cast

from nisba.translit.romanize import romanize
from nisba.translit.types import Kind

TITLES = Path(__file__).parent / "titles.tsv"
HALVES = ("tried", "kept", "later tried", "later kept")


class Title(NamedTuple):
    """One row: the input, what it should give, what it is, and its half."""

    arabic: str
    romanized: str
    kind: Kind
    half: str


def main() -> None:
    """Print the figures of both halves."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.titles", description=__doc__)
    parser.add_argument("--misses", action="store_true", help="show the misses of the half tried")
    options = parser.parse_args()
    titles = read(TITLES)
    print(f"{'half':12}{'of':>6}{'exact':>8}{'told':>8}{'letters':>9}{'words':>8}")
    for half in HALVES:
        rows = [title for title in titles if title.half == half]
        print(f"{half:12}{len(rows):6}{line_of(rows)}")
    for title in titles if options.misses else ():
        written = given(title, title.kind)
        if title.half.endswith("tried") and written != title.romanized:
            print(f"{title.romanized}\t{written}")


def read(path: Path) -> list[Title]:
    """The rows of a table of titles."""
    lines = path.read_text(encoding="utf-8").splitlines()[1:]
    rows = (line.split("\t") for line in lines)
    return [Title(arabic, latin, cast(Kind, kind), half) for arabic, latin, kind, half in rows]


def line_of(rows: list[Title]) -> str:
    """The figures of some titles, as a line of the table."""
    exact = sum(given(title, "any") == title.romanized for title in rows)
    told = [(given(title, title.kind), title.romanized) for title in rows]
    right = sum(one == other for one, other in told)
    letters = sum(one.casefold() == other.casefold() for one, other in told)
    pairs = [
        (a.casefold(), b.casefold())
        for one, other in told
        if len(one.split()) == len(other.split())
        for a, b in zip(one.split(), other.split(), strict=True)
    ]
    share = sum(a == b for a, b in pairs) / len(pairs)
    return f"{exact:8}{right:8}{letters:9}{share:8.3f}"


def given(title: Title, kind: Kind) -> str:
    """What a title becomes, in NFC."""
    return unicodedata.normalize("NFC", romanize(title.arabic, kind=kind))


if __name__ == "__main__":
    main()
