"""Expectation-maximisation of a channel: which chunk of letters renders which unit, how often.

A channel is a table P(chunk | unit, place); places are initial, medial and final. Neighbours come
afterwards (`nisba.sounds.training.neighbours`). Beside the
structured renderings a unit may, with a small probability, be written by any letter or none
(`slip`), and a superfluous letter may stand anywhere (`extra`): the error channel, learned in the
same passes.
"""

import functools
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from nisba.sounds.contexts import PLACES
from nisba.sounds.kernels import LONGEST, Floats, Ints

_SMOOTHING = 30.0  # pseudo-occurrences that a place takes from the unit's common distribution
WORST = 1.6
"""Expected errors from which a pair is no rendering of its form."""
_FLOOR = 1e-4  # renderings rarer than this in every context are left to the error channel


@dataclass(frozen=True, slots=True)
class Pair:
    """One attested spelling of one form: channel rows (units), the spelling's chunks, a weight."""

    rows: Ints
    chunks: Ints
    weight: float


@dataclass(frozen=True, slots=True)
class Fit:
    """A fitted channel: table (units * places, chunks), error rates, and its log2 likelihood."""

    table: Floats
    slip: float
    extra: float
    bits: float
    used: int


def expect(
    table: Floats,
    slips: Floats,
    slip: float,
    extra: float,
    rows: Ints,
    x: Ints,
    counts: Floats,
    weight: float,
    worst: float,
) -> tuple[float, float, float]:
    """One forward-backward pass; adds expected counts, returns (probability, slips, extras).

    `slips` (chunks) is the distribution of a slip. A pair whose expected number of errors passes
    `worst` is no rendering of the form (a wrong reading, another name) and adds nothing.
    """
    n, length = rows.shape[0], x.shape[0] - 1
    forward = np.zeros((n + 1, length + 1))
    backward = np.zeros((n + 1, length + 1))
    forward[0, 0] = 1.0
    for j in range(n + 1):
        for i in range(length + 1):
            if i > 0 and x[i - 1, 1] >= 0:
                forward[j, i] += forward[j, i - 1] * extra * slips[x[i - 1, 1]]
            here = forward[j, i]
            if here == 0.0 or j == n:
                continue
            for size in range(min(LONGEST, length - i) + 1):
                chunk = x[i, size]
                if chunk >= 0:
                    p = (1.0 - slip) * table[rows[j], chunk] + slip * slips[chunk]
                    forward[j + 1, i + size] += here * p
    whole = forward[n, length]
    if whole <= 0.0:
        return 0.0, 0.0, 0.0
    backward[n, length] = 1.0
    for j in range(n, -1, -1):
        for i in range(length, -1, -1):
            if i < length and x[i, 1] >= 0:
                backward[j, i] += backward[j, i + 1] * extra * slips[x[i, 1]]
            if j == n:
                continue
            for size in range(min(LONGEST, length - i) + 1):
                chunk = x[i, size]
                if chunk >= 0:
                    p = (1.0 - slip) * table[rows[j], chunk] + slip * slips[chunk]
                    backward[j, i] += p * backward[j + 1, i + size]
    slipped, added = 0.0, 0.0
    for j in range(n + 1):
        for i in range(length + 1):
            if forward[j, i] == 0.0:
                continue
            if i < length and x[i, 1] >= 0:
                added += forward[j, i] * extra * slips[x[i, 1]] * backward[j, i + 1] / whole
            if j < n:
                for size in range(min(LONGEST, length - i) + 1):
                    chunk = x[i, size]
                    if chunk >= 0:
                        p = slip * slips[chunk]
                        slipped += forward[j, i] * p * backward[j + 1, i + size] / whole
    if slipped + added > worst:
        return 0.0, 0.0, 0.0
    for j in range(n):
        for i in range(length + 1):
            if forward[j, i] == 0.0:
                continue
            for size in range(min(LONGEST, length - i) + 1):
                chunk = x[i, size]
                if chunk >= 0:
                    p = (1.0 - slip) * table[rows[j], chunk]
                    share = forward[j, i] * p * backward[j + 1, i + size] / whole
                    counts[rows[j], chunk] += weight * share
    return whole, weight * slipped, weight * added


def fit(pairs: Sequence[Pair], start: Floats, pseudo: Floats, slips: Floats, passes: int) -> Fit:
    """Run EM from `start`; `pseudo` (units, chunks) are the counts known beforehand.

    Deterministic: pairs are taken in the order given, in double precision.
    """
    step = compiled_expect()
    table, slip, extra = start, 0.01, 0.01
    bits, used = 0.0, 0
    for turn in range(passes):
        counts = np.zeros_like(table)
        slipped = added = units = letters = bits = 0.0
        used = 0
        worst = 9.0 if turn == 0 else WORST
        for item in pairs:
            whole, s, a = step(
                table, slips, slip, extra, item.rows, item.chunks, counts, item.weight, worst
            )
            if whole > 0.0:
                used += 1
                bits += item.weight * math.log2(whole)
                slipped, added = slipped + s, added + a
                units += item.weight * len(item.rows)
                letters += item.weight * (len(item.chunks) - 1)
        table = _maximise(counts, pseudo, start > 0)
        if turn > 1:
            slip = max(slipped / units, 1e-4)
            extra = max(added / letters, 1e-4)
    return Fit(table, slip, extra, bits, used)


def _maximise(counts: Floats, pseudo: Floats, allowed: NDArray[np.bool_]) -> Floats:
    """Each context's counts, smoothed by the unit's counts over all contexts."""
    units = pseudo.shape[0]
    by_unit = counts.reshape(units, len(PLACES), -1).sum(axis=1) + pseudo
    common = by_unit / by_unit.sum(axis=1, keepdims=True)
    smoothed = (counts + _SMOOTHING * np.repeat(common, len(PLACES), axis=0)) * allowed
    table = smoothed / smoothed.sum(axis=1, keepdims=True)
    table[table < _FLOOR] = 0.0
    result: Floats = table / table.sum(axis=1, keepdims=True)
    return result


@functools.cache
def compiled_expect() -> Callable[..., tuple[float, float, float]]:
    """The pass, compiled by numba where it is installed."""
    try:
        import numba
    except ImportError:
        return expect
    compiled: Callable[..., tuple[float, float, float]] = numba.njit(cache=True)(expect)
    return compiled
