"""`python -m benchmarks.standards --reference DIR`: romanize against published examples.

Reads `examples.tsv` of the folder: system, arabic (with vowels where the source prints them), the
Latin that the source gives. Prints for each system, by the status of its examples:

* exact: what matches as the source prints it, in NFC, when nothing but the Arabic is asked;
* told: what matches for one of the kinds of text that a caller may name (a name, a title, running
  text), since the examples do not say which of them they are, and the capitals hang on it;
* letters: what matches for one of them with capitals aside.

The words of the catalogue's titles are counted one by one as well, where both texts have as many.
Then every miss of the strict figure with its reason. Reasons stand in `standards_misses.tsv`, and
begin with what sort they are: `source` (it contradicts its own rules, or errs), `unknown` (no
letter shows it, and no rule gives it), `ours` (nisba is wrong). A published example that is
missed without a reason makes the exit status 1.
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.examples import given, rows_of, words_right
from nisba._pipes import reader_may_leave
from nisba.translit.schemes import scheme_ids
from nisba.translit.types import KINDS

SCHEMES = {
    "ALA-LC": "ala-lc",
    "BGN/PCGN 1956": "bgn-pcgn-1956",
    "UN 1972": "un-1972",
    "UN 2017": "un-2017",
    "ISO 233:1984": "iso-233-1984",
    "ISO 233-2:1993": "iso-233-2",
    "DIN 31635": "din-31635",
    "DMG": "din-31635",
    "IJMES": "ijmes",
    "EI THREE": "ei-three",
    "ODNI ICS-630-01 (2015)": "odni-2015",
    "ICAO 9303 MRZ": "icao-9303",
    "Buckwalter": "buckwalter",
    "SATTS": "satts",
    "ALA-LC Persian": "fas-ala-lc",
    "BGN/PCGN Persian 1958": "fas-bgn-pcgn",
    "ALA-LC Urdu": "urd-ala-lc",
    "BGN/PCGN Urdu 2007": "urd-bgn-pcgn",
}
"""The scheme that answers for a system of the examples."""

MISSES = Path(__file__).parent / "standards_misses.tsv"
COUNTED = ("published example", "catalogue example")


class Asked(NamedTuple):
    """One example: its system and status, the input, and what the source writes."""

    system: str
    status: str
    arabic: str
    expected: str


def main() -> None:
    """Romanize every example, and print the figures and the misses."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.standards", description=__doc__)
    parser.add_argument("--reference", type=Path, required=True, help="folder of examples.tsv")
    parser.add_argument("--all", action="store_true", help="tests and samples of software too")
    options = parser.parse_args()
    path = options.reference / "examples.tsv"
    if not path.is_file():
        sys.exit(f"benchmarks.standards: {path}: no such file: name the folder of examples.tsv")
    there = set(scheme_ids())
    reasons = known_misses(MISSES)
    figures: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0, 0, 0])
    words = [0, 0, 0]
    missed: list[str] = []
    unexplained = 0
    for example in read(path):
        scheme = SCHEMES.get(example.system, "")
        if scheme not in there or not (options.all or example.status in COUNTED):
            continue
        found = {kind: given(example.arabic, scheme, kind) for kind in KINDS}
        written = found["any"]
        hits = (
            True,
            written == example.expected,
            example.expected in found.values(),
            example.expected.casefold() in (text.casefold() for text in found.values()),
        )
        for status in {example.status, *(("counted",) if example.status in COUNTED else ())}:
            row = figures[example.system, status]
            row[:] = [n + hit for n, hit in zip(row, hits, strict=True)]
        if example.status == "catalogue example":
            words[:] = map(sum, zip(words, words_right(written, example.expected), strict=True))
        if not hits[1]:
            reason = reasons.get((example.system, example.arabic, example.expected), "")
            unexplained += not reason and example.status in COUNTED
            reason = reason or kind_of_miss(written, example.expected)
            missed.append("\t".join((*example, written, reason)))
    print(f"{'system':24}{'status':30}{'of':>6}{'exact':>8}{'told':>6}{'letters':>9}")
    for (system, status), (asked, exact, told, letters) in sorted(figures.items()):
        print(f"{system:24}{status:30}{asked:6}{exact:8}{told:6}{letters:9}")
    print(f"words of titles: {words[0]}, letters right {words[1]}, capitals too {words[2]}")
    print("\nsystem\tstatus\tarabic\texpected\twritten\treason")
    print("\n".join(missed))
    if unexplained:
        sys.exit(f"benchmarks.standards: {unexplained} misses without a reason in {MISSES.name}")


def read(path: Path) -> Iterator[Asked]:
    """The examples of a file; the status without its particulars."""
    for row in rows_of(path, quoted=True):
        status = row["status"].partition(" (")[0].partition(" kept")[0]
        expected = row["expected_canonical"] or row["expected_latin"]
        yield Asked(row["system"], status, row["arabic"], expected)


def known_misses(path: Path) -> dict[tuple[str, str, str], str]:
    """The reasons of known misses, by system, Arabic and what the source writes."""
    rows = rows_of(path)
    return {(row["system"], row["arabic"], row["expected"]): row["reason"] for row in rows}


def kind_of_miss(written: str, expected: str) -> str:
    """What two romanizations differ in, where nobody has looked at the miss.

    >>> kind_of_miss("al-Kitāb", "al-kitāb"), kind_of_miss("Dawīr", "Duwayr")
    ('capitals', 'vowels or consonants')
    """
    if written.casefold() == expected.casefold():
        return "capitals"
    if _letters(written) == _letters(expected):
        return "spaces and signs, perhaps capitals"
    return "vowels or consonants"


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalpha())


if __name__ == "__main__":
    with reader_may_leave():
        main()
