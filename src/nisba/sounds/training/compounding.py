"""How many bearers each compound has: read from attested names, cut by the name parser."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from nisba.names import parse
from nisba.sounds.compounds import Compound
from nisba.sounds.letters import arabic_letters
from nisba.sounds.tables import Entry
from nisba.sounds.training.sources import ARTICLE, Sources, rows
from nisba.sounds.units import Form, units_of

_FEWEST = 3.0


def count_compounds(
    data: Path,
    elements: Path,
    sources: Sources,
    derived: Mapping[str, Form],
    known: Iterable[Entry],
) -> tuple[dict[Compound, float], float]:
    """Bearers of each compound, and of all name parts together."""
    counts: dict[Compound, float] = defaultdict(float)
    commonness = {entry.form: entry.bearers for entry in known}
    listed = dict(_listed_cores(elements))
    bearers = 0.0
    for row in rows(data / "name_units.tsv"):
        count = float(row["count"])
        bearers += count
        for part in parse(row["arabic_key"]).parts:
            if not part.head and not part.tail:
                continue
            key = arabic_letters(part.core)
            form = listed.get((part.head, part.tail, key))
            form = form or _reading(key, sources, derived, commonness)
            if form:
                counts[part.head, part.tail, form] += count
    return {c: n for c, n in counts.items() if n >= _FEWEST}, bearers


def core_entries(counts: dict[Compound, float]) -> list[Entry]:
    """The cores of compounds as entries: Allah and Rahman are seldom borne alone."""
    bearers: dict[Form, float] = defaultdict(float)
    for (_, _, form), count in counts.items():
        bearers[form] += count
    return [Entry(" ".join(form), count, "derived") for form, count in sorted(bearers.items())]


def _listed_cores(elements: Path) -> Iterator[tuple[tuple[str, str, str], Form]]:
    """The reading of the core in each compound that the editors list: Abū al-Suʻūd, Āl Saʻūd."""
    for path in sorted(elements.glob("*.tsv")):
        for row in rows(path):
            words, romanized = row["arabic"].split(), row["romanized"].split()
            parts = parse(row["arabic"]).parts
            if len(parts) != 1 or not (parts[0].head or parts[0].tail):
                continue
            core = arabic_letters(parts[0].core)
            for word, latin in zip(words, romanized, strict=False):
                form = units_of(latin.removeprefix("al-"))
                if form and arabic_letters(word.removeprefix(ARTICLE)) == core:
                    yield (parts[0].head, parts[0].tail, core), form


def _reading(
    key: str, sources: Sources, derived: Mapping[str, Form], commonness: Mapping[Form, float]
) -> Form | None:
    """The reading of an Arabic word that most people bear: Salām, not Sallām."""
    readings = sources.readings.get(key)
    if readings:
        return max(readings, key=lambda form: (commonness.get(form, 0.0), readings[form], form))
    return derived.get(key)
