"""How many bearers each compound has: read from attested names, cut by the name parser."""

from collections import defaultdict
from pathlib import Path

from nisba.names import parse
from nisba.sounds.compounds import Compound
from nisba.sounds.letters import arabic_letters
from nisba.sounds.tables import Entry
from nisba.sounds.training.sources import Sources, rows
from nisba.sounds.units import Form

_FEWEST = 3.0


def count_compounds(
    data: Path, sources: Sources, derived: dict[str, Form]
) -> tuple[dict[Compound, float], float]:
    """Bearers of each compound, and of all name parts together."""
    counts: dict[Compound, float] = defaultdict(float)
    bearers = 0.0
    for row in rows(data / "name_units.tsv"):
        count = float(row["count"])
        bearers += count
        for part in parse(row["arabic_key"]).parts:
            if not part.head and not part.tail:
                continue
            form = _reading(arabic_letters(part.core), sources, derived)
            if form:
                counts[part.head, part.tail, form] += count
    return {c: n for c, n in counts.items() if n >= _FEWEST}, bearers


def core_entries(counts: dict[Compound, float]) -> list[Entry]:
    """The cores of compounds as entries: Allah and Rahman are seldom borne alone."""
    bearers: dict[Form, float] = defaultdict(float)
    for (_, _, form), count in counts.items():
        bearers[form] += count
    return [Entry(" ".join(form), count, "derived") for form, count in sorted(bearers.items())]


def _reading(key: str, sources: Sources, derived: dict[str, Form]) -> Form | None:
    """The likeliest reading of an Arabic word."""
    readings = sources.readings.get(key)
    if readings:
        return max(readings, key=lambda form: (readings[form], form))
    return derived.get(key)
