"""Joint tables: the probability that one hidden unit writes a chunk here and a chunk there.

From the n-gram prior and two channels, `joint` sums over units and `strongest` takes the maximum
with its unit, for the three places of a form. The kernels walk these tables.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nisba.sounds.contexts import BASE, PLACES
from nisba.sounds.kernels import Floats, Ints, Table
from nisba.sounds.tables import Channel, Prior
from nisba.sounds.units import UNITS, is_vowel

Numbers = NDArray[np.intp]
_CLASS = np.array([int(is_vowel(unit)) for unit in UNITS])
_MEMBERS = tuple(np.flatnonzero(c == _CLASS) for c in (0, 1))


@dataclass(frozen=True, slots=True)
class Tables:
    """Shapes: initial (2, …), medial (2, 2, …), final (2, …), where … is chunks, or chunks of
    one channel by chunks of the other."""

    initial: Floats
    medial: Floats
    final: Floats


def packed(tables: Tables) -> Table:
    """The same for the loops: (…, 8), in the order that `nisba.sounds.kernels` names."""
    behind = tables.medial.reshape(4, *tables.medial.shape[2:])
    columns = (*tables.initial, *behind, *tables.final)
    rows: Table = np.stack(columns, axis=-1)
    return rows


@dataclass(frozen=True, slots=True)
class Strongest:
    """Maxima over units in the shapes of `Tables`, and the units that make them."""

    best: Tables
    initial: Ints
    medial: Ints
    final: Ints


def _places(channel: Channel) -> tuple[Floats, Floats, Floats]:
    """Errors mixed in, one table a place, each (units, chunks).

    The n-grams do not say what follows a unit, so they read the rows that know the place alone.
    """
    table = channel.with_errors()[:BASE]
    initial, medial, final = (table[place :: len(PLACES)] for place in range(len(PLACES)))
    return initial, medial, final


def marginal(prior: Prior, channel: Channel) -> Tables:
    """P(chunk, class of the unit | class before), summed over units."""
    first, middle, end = _places(channel)
    initial = np.stack([prior.initial[m] @ first[m] for m in _MEMBERS])
    medial = np.stack([[prior.medial[b, m] @ middle[m] for m in _MEMBERS] for b in (0, 1)])
    final = np.stack([prior.final[b] @ end for b in (0, 1)])
    superfluous = channel.extra * channel.slips()
    for c in (0, 1):
        medial[c, c, 1:] += superfluous[1:]
    return Tables(initial, medial, final)


def joint(prior: Prior, here: Channel, there: Channel) -> Tables:
    """P(chunk here, chunk there, class of the unit | class before), summed over units."""
    a, b = _places(here), _places(there)

    def summed(weights: Floats, place: int, members: Numbers) -> Floats:
        # einsum and not BLAS: its threads cost more to start than these small sums.
        rows: Floats = np.einsum(
            "u,uc,ud->cd", weights[members], a[place][members], b[place][members]
        )
        return rows

    everyone = np.arange(len(UNITS))
    initial = np.stack([summed(prior.initial, 0, m) for m in _MEMBERS])
    medial = np.stack([[summed(prior.medial[c], 1, m) for m in _MEMBERS] for c in (0, 1)])
    final = np.stack([summed(prior.final[c], 2, everyone) for c in (0, 1)])
    for c in (0, 1):
        medial[c, c, 1:, 0] += here.extra * here.slips()[1:]
        medial[c, c, 0, 1:] += there.extra * there.slips()[1:]
    return Tables(initial, np.ascontiguousarray(medial), final)


def strongest(prior: Prior, here: Channel, there: Channel) -> Strongest:
    """The single likeliest unit behind each pair of chunks, with its probability."""
    a, b = _places(here), _places(there)

    def top(weights: Floats, place: int, members: Numbers) -> tuple[Floats, Ints]:
        best = np.zeros((a[place].shape[1], b[place].shape[1]))
        unit = np.zeros(best.shape, dtype=np.int32)
        for m in members:
            value = weights[m] * np.outer(a[place][m], b[place][m])
            higher = value > best
            best[higher] = value[higher]
            unit[higher] = m
        return best, unit

    everyone = np.arange(len(UNITS))
    initial = [top(prior.initial, 0, m) for m in _MEMBERS]
    medial = [[top(prior.medial[c], 1, m) for m in _MEMBERS] for c in (0, 1)]
    final = [top(prior.final[c], 2, everyone) for c in (0, 1)]
    return Strongest(
        Tables(
            np.stack([v for v, _ in initial]),
            np.stack([[v for v, _ in row] for row in medial]),
            np.stack([v for v, _ in final]),
        ),
        np.stack([u for _, u in initial]),
        np.stack([[u for _, u in row] for row in medial]),
        np.stack([u for _, u in final]),
    )
