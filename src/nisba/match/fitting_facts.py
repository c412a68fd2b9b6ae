"""Fit the weights of the facts beside a name: `python -m nisba.match.fitting_facts --data DIR`.

Nationality and place of birth of one listed person say how well two records of a person's country
agree; bearers of one name, how often namesakes are compatriots; persons with a nisba, how often it
is of their country. Given names are held against the genders of the curated gazetteer. Prints
counts, rates, standard errors and bits; writes `weights.tsv` and `countries.tsv`. Birth years are
not in these data: their weights are set, and only the bits that follow are printed.
"""

import argparse
import csv
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from nisba._pipes import reader_may_leave
from nisba.facts import Gender, Years, read_facts
from nisba.gazetteer import Gazetteer
from nisba.match.facts import COUNTS, birth_year_bits, country_bits, gender_bits
from nisba.match.hints import gender_by_name, nisba_countries
from nisba.match.prepare import Ear
from nisba.match.weights import rewrite, weights
from nisba.sounds.model import load_model

_FILES = ("ofac_persons.tsv", "full_names.tsv")
_FEW = 20
"""Pairs of namesakes below which a country says nothing about the mean of countries."""

Row = dict[str, str]
Counted = tuple[int, int]
"""How often it was so, of how many."""


def rows(path: Path) -> Iterator[Row]:
    """Rows of a tab-separated file without quoting."""
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def countries(texts: Iterable[str]) -> frozenset[str]:
    """Countries of those texts that name one."""
    return frozenset().union(*(read_facts(country=text)[0].countries for text in texts))


def listed(path: Path) -> list[Row]:
    """Names of the listed persons who bear Arabic names."""
    return [row for row in rows(path) if row["arabic_named_guess"]]


def kept(persons: Iterable[Row]) -> Counted:
    """Persons whose nationality and place of birth share a country, of those who have both."""
    found = [
        (countries(row["nationality"].split(";")), countries(_last(row["place_of_birth"])))
        for row in persons
        if row["kind"] == "primary"
    ]
    both = [(nation, birth) for nation, birth in found if nation and birth]
    return sum(bool(nation & birth) for nation, birth in both), len(both)


def _last(places: str) -> list[str]:
    """What stands behind the last comma of each place: its country."""
    return [place.rpartition(",")[2] for place in places.split(";")]


def namesakes(names: Iterable[Row]) -> dict[str, tuple[int, int, int]]:
    """Bearers by country, ordered pairs of namesakes whose first is of it, and compatriots.

    Only labels in one language of one source are compared: each person has one such label.
    """
    bearers: Counter[str] = Counter()
    by_name: dict[str, Counter[str]] = defaultdict(Counter)
    for row in names:
        if row["source"] == "wikidata" and row["lang"] == "en":
            bearers[row["country"]] += int(row["count"])
            by_name[row["arabic_key"]][row["country"]] += int(row["count"])
    pairs: Counter[str] = Counter()
    compatriots: Counter[str] = Counter()
    for found in by_name.values():
        for code, count in found.items():
            pairs[code] += count * (found.total() - 1)
            compatriots[code] += count * (count - 1)
    return {code: (bearers[code], pairs[code], compatriots[code]) for code in sorted(bearers)}


def mean_rate(counts: dict[str, tuple[int, int, int]]) -> tuple[float, float]:
    """Mean over countries of the share of compatriots among namesakes, and its standard error."""
    rates = [same / pairs for _, pairs, same in counts.values() if pairs >= _FEW]
    mean = sum(rates) / len(rates)
    spread = sum((rate - mean) ** 2 for rate in rates) / (len(rates) - 1)
    return mean, math.sqrt(spread / len(rates))


def of_nisba(persons: Iterable[tuple[str, frozenset[str]]]) -> Counted:
    """Nisbas of names that point to a country of their bearer, of all that point to one."""
    ear = Ear(load_model(fast=True))
    hits = total = 0
    for text, known in persons:
        name = ear.prepare(text)
        for place, part in enumerate(name.contents):
            if place != name.given and (pointed := nisba_countries(ear.model, part)):
                hits += bool(pointed & known)
                total += 1
    return hits, total


def nisba_bearers(data: Path) -> Iterator[tuple[str, frozenset[str]]]:
    """Names with the countries of their bearers: listed persons, and those of Wikidata."""
    persons = listed(data / "ofac_persons.tsv")
    nations: dict[str, frozenset[str]] = defaultdict(frozenset)
    for row in persons:
        nations[row["entity_id"]] |= countries(row["nationality"].split(";"))
    for row in persons:
        if row["kind"] == "primary" and (known := nations[row["entity_id"]]):
            yield row["name"], known
    for row in rows(data / "full_names.tsv"):
        if row["source"] == "wikidata" and row["lang"] == "en":
            yield row["latin"], frozenset({row["country"]})


def of_given_name(gazetteer: Gazetteer) -> Counted:
    """Persons whose first name in each script has a given name of their gender, of all shown."""
    ear = Ear(load_model(fast=True))
    hits = total = 0
    for identity in gazetteer.identities:
        first = {name.script: name.text for name in reversed(identity.names)}
        shown = {gender_by_name(ear.model, ear.prepare(text)) for text in first.values()} - {None}
        if identity.gender and shown:
            hits += shown == {identity.gender}
            total += 1
    return hits, total


def rate(counted: Counted) -> tuple[float, float]:
    """The share, one half counted to either side, and its standard error."""
    hits, total = counted
    share = (hits + 0.5) / (total + 1)
    return share, math.sqrt(share * (1 - share) / total)


def write_counts(path: Path, counts: dict[str, tuple[int, int, int]]) -> None:
    """Rows: country, bearers, pairs of namesakes, compatriots among them."""
    lines = ["country\tbearers\tpairs\tcompatriots"]
    lines += ["\t".join((code, *map(str, found))) for code, found in counts.items()]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Count, print the rates and the bits, write the weights and the counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the name tables")
    data = parser.parse_args().data
    missing = [name for name in _FILES if not (data / name).is_file()]
    if missing:
        sys.exit(f"nisba: {data}: no {', '.join(missing)}: name the folder with --data")
    counts = namesakes(rows(data / "full_names.tsv"))
    counted = {
        "country_kept": kept(listed(data / "ofac_persons.tsv")),
        "nisba_of_country": of_nisba(nisba_bearers(data)),
        "gender_of_name": of_given_name(Gazetteer.load()),
    }
    rates = {name: rate(found) for name, found in counted.items()}
    for name, (share, error) in rates.items():
        hits, total = counted[name]
        print(f"{name:17} {share:.3f} +- {error:.3f}   {hits:,} of {total:,}")
    mean, error = mean_rate(counts)
    print(f"country_shared    {mean:.3f} +- {error:.3f}   mean over countries")
    write_counts(COUNTS, counts)
    rewrite({name: share for name, (share, _) in rates.items()} | {"country_shared": mean})
    _tell_bits(counts)


def _tell_bits(counts: dict[str, tuple[int, int, int]]) -> None:
    """The bits that follow from the weights that were written."""
    weights.cache_clear()
    for code, (bearers, pairs, same) in sorted(counts.items(), key=lambda c: -c[1][0]):
        one = frozenset({code})
        agree, differ = country_bits(one, one), country_bits(one, frozenset({"SE"}))
        print(
            f"{code}  {bearers:6,} bearers, {same:4} of {pairs:5,} namesakes compatriots: "
            f"same {agree:+.2f}, other {differ:+.2f} bits"
        )
    known = Years(1967, 1967)
    for other in (known, Years(1968, 1968), Years(1970, 1970), Years(1980, 1980)):
        print(f"1967 and {other}: {birth_year_bits(known, other):+.2f} bits")
    decade = Years(1960, 1969)
    print(f"1967 and the 1960s: {birth_year_bits(known, decade):+.2f} bits")
    for error in ("gender_kept", "gender_of_name"):
        agree, differ = (gender_bits(Gender.MALE, gender, error) for gender in Gender)
        print(f"{error}: same {agree:+.2f}, other {differ:+.2f} bits")


if __name__ == "__main__":
    with reader_may_leave():
        main()
