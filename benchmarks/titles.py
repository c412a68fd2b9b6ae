"""`python -m benchmarks.titles`: romanize titles and statements of well-known Arabic books.

`titles.tsv` has the titles as readers of Arabic know them, without vowels, and their ALA-LC form,
written down from general knowledge before nisba read any of them. There are two rounds: the first
stood before the rules of running text were made, the `later` one before they were made better. In
each the half `tried` was looked at in the work, the half `kept` was only counted. For each half:

* exact: right when nobody says what the text is;
* told: right when the caller says whether it is a title or a statement;
* letters: right when told, capitals aside;
* words: the share of words with the right letters, of texts with as many words.

`--misses` shows what is wrong in the halves that were tried.
"""

import argparse
from pathlib import Path
from typing import NamedTuple, cast

from benchmarks.examples import given, rows_of, words_right
from nisba._pipes import reader_may_leave
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
    parser.add_argument("--misses", action="store_true", help="show the misses of the halves tried")
    options = parser.parse_args()
    titles = read(TITLES)
    print(f"{'half':12}{'of':>6}{'exact':>8}{'told':>8}{'letters':>9}{'words':>8}")
    for half in HALVES:
        rows = [title for title in titles if title.half == half]
        print(f"{half:12}{len(rows):6}{line_of(rows)}")
    for title in titles if options.misses else ():
        written = given(title.arabic, "ala-lc", title.kind)
        if title.half.endswith("tried") and written != title.romanized:
            print(f"{title.romanized}\t{written}")


def read(path: Path) -> list[Title]:
    """The rows of a table of titles."""
    return [
        Title(row["arabic"], row["romanized"], cast(Kind, row["kind"]), row["half"])
        for row in rows_of(path)
    ]


def line_of(rows: list[Title]) -> str:
    """The figures of some titles, as a line of the table."""
    exact = sum(given(t.arabic, "ala-lc", "any") == t.romanized for t in rows)
    told = [(given(t.arabic, "ala-lc", t.kind), t.romanized) for t in rows]
    right = sum(one == other for one, other in told)
    letters = sum(one.casefold() == other.casefold() for one, other in told)
    words = [words_right(one, other) for one, other in told]
    share = sum(found[1] for found in words) / sum(found[0] for found in words)
    return f"{exact:8}{right:8}{letters:9}{share:8.3f}"


if __name__ == "__main__":
    with reader_may_leave():
        main()
