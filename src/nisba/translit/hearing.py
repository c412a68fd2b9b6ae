"""The forms that a Latin spelling may render: listed ones by the sound model, others by a beam.

The sound model hears which forms of the lexicon a spelling fits. For a name that nobody listed, a
beam search goes over the letters: the channel says which units may write them, the shapes of known
names which units follow each other.
"""

import functools
import math
from collections.abc import Mapping

import numpy as np

from nisba.sounds.contexts import BASE, PLACES
from nisba.sounds.kernels import LONGEST
from nisba.sounds.model import LONGEST_PART, SoundModel, load_model
from nisba.sounds.tables import Channel
from nisba.sounds.units import UNITS, VOWELS, Form
from nisba.text.scripts import Script
from nisba.translit.shapes import ORDER, START, Shapes, load_shapes

_BEAM = 16
_MARGIN = 10.0  # bits behind the best of the beam
_SELDOM = 0.008  # a unit writes a chunk at least so often, or the beam leaves it out
_LISTED = 0.9
_USUAL = 3.0  # bits a letter that an unlisted name and its spelling cost
_PATIENCE = 60  # spellings heard before the loops are compiled, which takes a second
_heard = 0

Writers = dict[tuple[bool, str], list[tuple[str, float]]]


def busy_model() -> SoundModel:
    """The sound model; its loops are compiled once there is work for them."""
    global _heard  # a count of work done, which changes no answer
    _heard += 1
    return load_model(fast=_heard > _PATIENCE)


@functools.lru_cache(maxsize=1 << 15)
def forms_of(letters: str) -> Mapping[Form, float]:
    """P(spelling, form) of the forms that Latin letters (`a`-`z` and the apostrophe) may render.

    >>> forms = forms_of("mustafa")
    >>> max(forms, key=forms.get)
    ('m', 'u', 'ṣ', 'ṭ', 'a', 'f', 'á')
    """
    if not 1 < len(letters) <= LONGEST_PART:
        return {}
    model = busy_model()
    heard = model.hear(letters, Script.LATIN)
    lexicon = model.lexicon
    found: dict[Form, float] = {}
    for number, chance in heard.forms.items():
        form = lexicon.entries[number].form
        found[form] = found.get(form, 0.0) + _LISTED * lexicon.prior[number] * chance
    if sum(found.values()) > (1.0 - _LISTED) * 2.0 ** (-_USUAL * len(letters)):
        return found
    for form, cost in latin_guesses(letters, model.latin, _load_writers(), load_shapes()):
        found[form] = found.get(form, 0.0) + (1.0 - _LISTED) * 2.0**-cost
    return found


def latin_guesses(
    letters: str, channel: Channel, writers: Writers, shapes: Shapes, limit: int = 8
) -> list[tuple[Form, float]]:
    """The likeliest unlisted forms behind Latin letters, with their cost in bits."""
    beams: list[dict[Form, float]] = [{} for _ in range(len(letters) + 1)]
    beams[0][()] = 0.0
    tops = [math.inf] * len(beams)
    for at in range(len(letters) + 1):
        front = beams[at]
        for _ in range(2):
            front = _grown(_best(front), letters, at, writers, shapes, beams, tops)
    done = sorted((cost, form) for form, cost in beams[-1].items() if len(form) > 1)[: limit * 2]
    weighed = []
    for _, form in done:
        p = likelihood(channel, form, letters)
        if p > 0.0:
            weighed.append((shapes.of(form) - math.log2(p), form))
    return [(form, cost) for cost, form in sorted(weighed)[:limit]]


def _best(paths: Mapping[Form, float]) -> list[tuple[float, Form]]:
    ranked = sorted((cost, units) for units, cost in paths.items())[:_BEAM]
    return [path for path in ranked if path[0] <= ranked[0][0] + _MARGIN]


def _grown(
    front: list[tuple[float, Form]],
    letters: str,
    at: int,
    table: Writers,
    shapes: Shapes,
    beams: list[dict[Form, float]],
    tops: list[float],
) -> dict[Form, float]:
    """Add one unit to every path; gives those whose unit wrote nothing.

    `tops` are the least costs that reached each letter: what costs far more is left out at once.
    """
    still: dict[Form, float] = {}
    for cost, units in front:
        context = (START, *units)[1 - ORDER :]
        after_vowel = bool(units) and units[-1] in VOWELS
        for size in range(min(LONGEST, len(letters) - at) + 1):
            for unit, bits in table.get((not units, letters[at : at + size]), ()):
                if cost + bits > tops[at + size] + _MARGIN:
                    break  # the rest of the units writes the chunk more seldom still
                if unit in VOWELS and (after_vowel or not units):
                    continue
                total = cost + bits + shapes.cost(context, unit)
                if total > tops[at + size] + _MARGIN:
                    continue
                if size:
                    tops[at + size] = min(tops[at + size], total)
                grown = (*units, unit)
                target = beams[at + size] if size else still
                if total < target.get(grown, math.inf):
                    target[grown] = total
                if not size and total < beams[at].get(grown, math.inf):
                    beams[at][grown] = total
    return still


def writers_of(channel: Channel) -> Writers:
    """Units that write a chunk, at the beginning of a form or later, with their bits."""
    found: Writers = {}
    for unit in UNITS:
        for initial, places in ((True, PLACES[:1]), (False, PLACES[1:])):
            rows = [row for row in channel.rows_of(unit, places) if row < BASE]
            chances = np.max(channel.table[rows], axis=0)
            for i in np.flatnonzero(chances >= _SELDOM):
                entry = (unit, -math.log2(float(chances[i])))
                found.setdefault((initial, channel.chunks[i]), []).append(entry)
    return {key: sorted(units, key=lambda u: (u[1], u[0])) for key, units in found.items()}


def likelihood(channel: Channel, form: Form, letters: str, region: str = "") -> float:
    """P(letters | form) by a region's rows of a channel, without slips.

    >>> latin = load_model().latin
    >>> form = ("ḥ", "a", "s", "a", "n")
    >>> likelihood(latin, form, "hassan") > likelihood(latin, form, "hasen") > 0
    True
    """
    table = channel.table_of(region)
    reached = {0: 1.0}
    for row in channel.rows(form):
        ahead: dict[int, float] = {}
        for at, p in reached.items():
            for size in range(min(LONGEST, len(letters) - at) + 1):
                chunk = channel.number.get(letters[at : at + size], -1)
                q = float(table[row, chunk]) if chunk >= 0 else 0.0
                if q:
                    ahead[at + size] = ahead.get(at + size, 0.0) + p * q
        reached = ahead
    return reached.get(len(letters), 0.0)


@functools.cache
def _load_writers() -> Writers:
    return writers_of(load_model().latin)
