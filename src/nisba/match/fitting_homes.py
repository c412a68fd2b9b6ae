"""Count where forms of name parts are at home: `python -m nisba.match.fitting_homes --data DIR`.

Reads `name_units.tsv`: spellings of one Arabic part with the countries of their bearers. Each goes
to the forms of the lexicon that both spellings may render, and `homes.tsv` is written. One bearer
of each country is left out: a name that a single person bears in a country is no custom there, and
whoever is asked for later may be that person.
"""

import argparse
import csv
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from nisba._pipes import reader_may_leave
from nisba.match.homes import COUNTRIES, write_homes
from nisba.match.prepare import Ear
from nisba.sounds.model import Sounded, load_model

_FILE = "name_units.tsv"
_REGISTERS = "dzirinames"
"""The source that lists names, and does not count who bears them."""

Row = Mapping[str, str]


def rows(path: Path) -> Iterator[Row]:
    """Rows of a tab-separated file without quoting."""
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def homes(found: Iterable[Row], ear: Ear) -> dict[str, dict[str, float]]:
    """Bearers of each form by country."""
    counts: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for row in found:
        bearers = 1 if row["source"] == _REGISTERS else int(row["count"]) - 1
        if bearers <= 0 or row["country"] not in COUNTRIES:
            continue
        for form, share in _forms(ear, row["arabic_key"], row["latin"]).items():
            units = ear.model.lexicon.entries[form].units
            counts[units][row["country"]] += share * bearers
    return counts


def _forms(ear: Ear, arabic: str, latin: str) -> dict[int, float]:
    """How likely each form of the lexicon is behind two spellings of one part."""
    one, other = _sound(ear, arabic), _sound(ear, latin)
    if one is None or other is None:
        return {}
    prior = ear.model.lexicon.prior
    both = {f: p * other.forms[f] * prior[f] for f, p in one.forms.items() if f in other.forms}
    whole = sum(both.values())
    return {form: weight / whole for form, weight in both.items()} if whole else {}


def _sound(ear: Ear, text: str) -> Sounded | None:
    contents = ear.prepare(text).contents
    return ear.model.hear(contents[0].core, contents[0].script) if len(contents) == 1 else None


def main() -> None:
    """Count, and write the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the name tables")
    data = parser.parse_args().data
    if not (data / _FILE).is_file():
        sys.exit(f"nisba: {data}: no {_FILE}: name the folder with --data")
    counts = homes(rows(data / _FILE), Ear(load_model(fast=True)))
    write_homes(counts)
    print(f"{len(counts):,} forms, {sum(sum(c.values()) for c in counts.values()):,.0f} bearers")


if __name__ == "__main__":
    with reader_may_leave():
        main()
