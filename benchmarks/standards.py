"""`python -m benchmarks.standards --reference DIR`: romanize against published examples.

Reads `examples.tsv` of the folder: system, arabic (with vowels where the source prints them), the
Latin that the source gives. Prints the exact matches of each system by the status of its examples,
compared in NFC, then every miss with its reason. Reasons that somebody found stand in
`standards_misses.tsv`: what a source has wrong, what no reader of the letters could know, what
nisba does not do yet. For all others it is said what differs.
"""

import argparse
import csv
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

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
    from nisba.translit.romanize import romanize
    from nisba.translit.schemes import scheme_ids

    parser = argparse.ArgumentParser(prog="python -m benchmarks.standards", description=__doc__)
    parser.add_argument("--reference", type=Path, required=True, help="folder of examples.tsv")
    parser.add_argument("--all", action="store_true", help="tests and samples of software too")
    options = parser.parse_args()
    path = options.reference / "examples.tsv"
    if not path.is_file():
        sys.exit(f"benchmarks.standards: {path}: no such file: name the folder of examples.tsv")
    there = set(scheme_ids())
    reasons = known_misses(MISSES)
    right: Counter[tuple[str, str]] = Counter()
    asked: Counter[tuple[str, str]] = Counter()
    missed: list[str] = []
    for example in read(path):
        scheme = SCHEMES.get(example.system, "")
        if scheme not in there or not (options.all or example.status in COUNTED):
            continue
        written = unicodedata.normalize("NFC", romanize(example.arabic, scheme))
        for key in ((example.system, example.status), (example.system, "counted")):
            if key[1] != "counted" or example.status in COUNTED:
                asked[key] += 1
                right[key] += written == example.expected
        if written != example.expected:
            reason = reasons.get((example.system, example.arabic), "")
            reason = reason or kind_of_miss(written, example.expected)
            missed.append("\t".join((*example, written, reason)))
    for system, status in sorted(asked):
        share = right[system, status] / asked[system, status]
        print(
            f"{system:24}{status:30}{right[system, status]:5}/{asked[system, status]:<5}{share:.3f}"
        )
    print("\nsystem\tstatus\tarabic\texpected\twritten\treason")
    print("\n".join(missed))


def read(path: Path) -> Iterator[Asked]:
    """The examples of a file, in NFC; the status without its particulars."""
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t"):
            status = row["status"].partition(" (")[0].partition(" kept")[0]
            expected = row["expected_canonical"] or row["expected_latin"]
            arabic, latin = (unicodedata.normalize("NFC", t) for t in (row["arabic"], expected))
            yield Asked(row["system"], status, arabic, latin)


def known_misses(path: Path) -> dict[tuple[str, str], str]:
    """The reasons of known misses, by system and Arabic."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {(row["system"], row["arabic"]): row["reason"] for row in rows}


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
    main()
