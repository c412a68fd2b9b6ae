"""The prior over hidden forms: a lexicon with expected numbers of bearers, and unit n-grams."""

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace

import numpy as np

from nisba.sounds.contexts import UNIT_NUMBER
from nisba.sounds.tables import Channel, Entry, Prior
from nisba.sounds.training.channels import likelihood, shares
from nisba.sounds.training.sources import Attested, Sources
from nisba.sounds.units import GEMINATES, UNITS, Form, is_vowel

_HOLD_OUT = 0.9  # share of the n-gram's mass that was seen; the rest is spread over all units
_GEMINATE = 0.05  # a geminate never seen in a place is less likely than a single consonant
_IMPLAUSIBLE = 2.0**-9  # a derived form explains each letter of its spellings at least so well
_DOUBT_CATALOGUE = 0.2  # the catalogue's Miṣrī, where people are called Maṣrī
_CATALOGUE_SHARE = 0.1  # bearers per occurrence of a catalogue word that no register lists
_LEXICON_SHARE = 0.85  # of the parts of real names, see docs/decisions/sound-model.md


def grouped(attested: Iterable[Attested]) -> dict[str, list[Attested]]:
    """Spellings by Arabic key, keys in order, commonest spelling first."""
    by_key: dict[str, Counter[str]] = defaultdict(Counter)
    for item in attested:
        by_key[item.key][item.latin] += item.count
    return {
        key: [Attested(key, x, n) for x, n in sorted(found.items(), key=lambda p: (-p[1], p[0]))]
        for key, found in sorted(by_key.items())
    }


def known_entries(sources: Sources, latin: Channel) -> list[Entry]:
    """Forms with a reading: the bearers of each key, shared among its readings by likelihood."""
    counts: dict[Form, float] = defaultdict(float)
    for key, spellings in grouped(sources.attested).items():
        forms = sources.readings.get(key)
        if not forms:
            continue
        for item in spellings:
            for form, share in shares(forms, item.latin, latin).items():
                counts[form] += item.count * share
    catalogue = Counter[Form]()
    for _, form, frequency in sources.catalogue:
        catalogue[form] += frequency
    for form, frequency in catalogue.items():
        if counts[form] < _CATALOGUE_SHARE * frequency:
            counts[form] = min(_CATALOGUE_SHARE * frequency, 1.0 + math.log2(frequency))
    curated = {form for _, form in sources.elements}
    for form in curated:
        counts[form] = max(counts[form], 1.0)
    seen = {form for form in counts if counts[form] > 0.05 and len(form) > 1}
    listed = {form for _, form, _ in sources.catalogue}
    origin = {
        f: "curated" if f in curated else "catalogue" if f in listed else "derived" for f in seen
    }
    return [Entry(" ".join(f), counts[f], origin[f]) for f in sorted(seen)]


def derived_forms(
    sources: Sources,
    channel: Channel,
    best_form: Callable[[str, str], Form | None],
) -> dict[str, Form]:
    """For each Arabic key the form that explains its Latin spellings best, where one does well.

    `best_form(arabic, latin)` is the likeliest hidden form of one pair of spellings.
    """
    found: dict[str, Form] = {}
    for key, spellings in grouped(sources.attested).items():
        if not 2 <= len(key) <= 14:
            continue
        usual = spellings[:4]
        forms = sorted({f for s in usual if (f := best_form(key, s.latin)) and len(f) > 1})
        scored = [(_explains(channel, form, usual), form) for form in forms]
        if scored and max(scored)[0] > math.log2(_IMPLAUSIBLE):
            found[key] = max(scored)[1]
    return found


def with_alternatives(sources: Sources, derived: Mapping[str, Form]) -> Sources:
    """Readings of known keys, with what their spellings suggest instead as a weaker reading.

    What the editors read is not doubted.
    """
    curated = {key for key, _ in sources.elements}
    readings = {key: dict(forms) for key, forms in sources.readings.items()}
    for key, form in derived.items():
        if key in readings and key not in curated and form not in readings[key]:
            readings[key][form] = _DOUBT_CATALOGUE * sum(readings[key].values())
    return replace(sources, readings=readings)


def derived_entries(sources: Sources, derived: Mapping[str, Form]) -> list[Entry]:
    """Entries for the derived forms of keys that have no reading."""
    counts: Counter[Form] = Counter()
    for key, spellings in grouped(sources.attested).items():
        if key in derived and key not in sources.readings:
            counts[derived[key]] += sum(s.count for s in spellings)
    return [Entry(" ".join(form), count, "derived") for form, count in sorted(counts.items())]


def _explains(channel: Channel, form: Form, spellings: list[Attested]) -> float:
    """Mean log2 likelihood a letter, over spellings weighted by their bearers."""
    total = letters = 0.0
    for item in spellings:
        p = likelihood(channel, form, item.latin)
        total += item.count * (math.log2(p) if p > 0 else -60.0)
        letters += item.count * len(item.latin)
    return total / letters


def ngrams(entries: Iterable[Entry]) -> Prior:
    """Class bigrams of units with place, from the types of the lexicon (log-damped counts)."""
    units = len(UNITS)
    initial = np.zeros(units)
    medial, final = np.zeros((2, units)), np.zeros((2, units))
    for entry in entries:
        weight = math.log2(1.0 + entry.bearers)
        initial[UNIT_NUMBER[entry.form[0]]] += weight
        for i in range(1, len(entry.form)):
            after = int(is_vowel(entry.form[i - 1]))
            table = final if i == len(entry.form) - 1 else medial
            table[after, UNIT_NUMBER[entry.form[i]]] += weight
    stop = final.sum(axis=1) / (final.sum(axis=1) + medial.sum(axis=1))
    return Prior(
        _spread(initial),
        np.stack([_spread(row) * (1.0 - s) for row, s in zip(medial, stop, strict=True)]),
        np.stack([_spread(row) * s for row, s in zip(final, stop, strict=True)]),
        _LEXICON_SHARE,
    )


def _spread(counts: np.ndarray) -> np.ndarray:
    """Probabilities, with a share for units never seen in the place."""
    seen: np.ndarray = counts / counts.sum()
    unseen = np.array([_GEMINATE if unit in GEMINATES else 1.0 for unit in UNITS])
    result: np.ndarray = _HOLD_OUT * seen + (1.0 - _HOLD_OUT) * unseen / unseen.sum()
    return result
