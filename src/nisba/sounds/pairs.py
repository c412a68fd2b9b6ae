"""The evidence of two spellings, in bits, as one loop over arrays.

`SoundModel.bits` runs it on two spellings, the index on many thousands. What a spelling is to the
loop stands in `Spelling`, the learned tables in `Beliefs`.
"""

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from nisba._loops import inner_loop, light, loop
from nisba.sounds.kernels import Floats, Ints, Table, pair

Codes = NDArray[np.uint8]
LATIN_LETTERS, ARABIC_LETTERS = 0, 1
_NEGLIGIBLE = 1e-4
_TINY = 1e-300
_PREFIX = 4
_BOOST_FROM = 0.7


class Spelling(NamedTuple):
    """One spelling: its letters as codes, its chunks (letters + 1, LONGEST + 1), the lexicon's
    forms behind it in ascending order with P(spelling | form), P(spelling) of a foreign part,
    -log2 P(spelling), and its script: 0 for Latin letters, 1 for Arabic ones."""

    letters: Codes
    chunks: Ints
    forms: Ints
    chances: Floats
    foreign: float
    surprise: float
    script: int


class Beliefs(NamedTuple):
    """The tables of the model: packed tables of `nisba.sounds.joint` for two Latin spellings, a
    Latin and an Arabic one, two Arabic ones; those of one spelling alone; the lexicon's prior; the
    bits of likeness of foreign parts by ascending Jaro-Winkler similarity; rates (4): share of
    foreign parts, share of the lexicon, the greatest factor of likeness, exchanged letters."""

    latin: Table
    mixed: Table
    arabic: Table
    latin_alone: Table
    arabic_alone: Table
    prior: Floats
    floors: Floats
    likeness: Floats
    rates: Floats


@light
@loop
def evidence(beliefs: Beliefs, one: Spelling, other: Spelling) -> float:
    """log2 P(x, y) / (P(x) P(y)) of two spellings; the same whichever stands first."""
    return evidence_of(beliefs, one, other, listed(beliefs.prior, one, other))


@light
@inner_loop
def evidence_of(beliefs: Beliefs, one: Spelling, other: Spelling, listed: float) -> float:
    """The same, where P(x, y) over the forms of the lexicon (`listed`) is known."""
    if len(one.letters) == 0 or len(other.letters) == 0:
        return 0.0
    x, y = (other, one) if comes_after(one, other) else (one, other)
    share, lexicon, most, swap = beliefs.rates
    # Letters of two scripts do not change places; for Arabic ones the Latin rate stands in.
    table = beliefs.latin
    if x.script == ARABIC_LETTERS:
        table = beliefs.arabic
    elif y.script == ARABIC_LETTERS:
        table, swap = beliefs.mixed, 0.0
    unlisted = pair(table, x.chunks, y.chunks, swap)
    same = (1.0 - share) * (lexicon * listed + (1.0 - lexicon) * unlisted)
    strangers = share * x.foreign * y.foreign
    # Jaro-Winkler is asked only where its best answer could change the sum.
    if strangers * most > _NEGLIGIBLE * same:
        alike = _between(beliefs.floors, beliefs.likeness, jaro_winkler(x.letters, y.letters))
        rarer = min(x.foreign, y.foreign)
        same += strangers * 2.0 ** min(alike, -math.log2(rarer) - 0.5)
    return math.log2(max(same, _TINY)) + x.surprise + y.surprise


@light
@inner_loop
def comes_after(one: Spelling, other: Spelling) -> bool:
    """Whether a spelling stands behind another: Arabic ones behind Latin ones, by the letters."""
    if one.script != other.script:
        return one.script > other.script
    return order(one.letters, other.letters) > 0


@light
@inner_loop
def order(x: Codes, y: Codes) -> int:
    """-1, 0 or 1 as letters stand before others, are the same, or stand behind."""
    for i in range(min(len(x), len(y))):
        if x[i] != y[i]:
            return -1 if x[i] < y[i] else 1
    return (len(x) > len(y)) - (len(x) < len(y))


@light
@inner_loop
def listed(prior: Floats, x: Spelling, y: Spelling) -> float:
    """P(x, y) over the forms of the lexicon that both spellings may render."""
    total = 0.0
    j = 0
    for i in range(len(x.forms)):
        while j < len(y.forms) and y.forms[j] < x.forms[i]:
            j += 1
        if j < len(y.forms) and y.forms[j] == x.forms[i]:
            total += x.chances[i] * y.chances[j] * prior[x.forms[i]]
    return total


@light
@inner_loop
def _between(floors: Floats, values: Floats, at: float) -> float:
    """The value at a place, on the straight lines between the floors."""
    above = 0
    while above < len(floors) and floors[above] <= at:
        above += 1
    if above == 0 or above == len(floors):
        return values[0 if above == 0 else -1]
    share = (at - floors[above - 1]) / (floors[above] - floors[above - 1])
    return values[above - 1] * (1.0 - share) + values[above] * share


@light
@loop
def jaro_winkler(x: Codes, y: Codes) -> float:
    """Jaro-Winkler similarity (0 to 1), as `jellyfish.jaro_winkler_similarity` counts it.

    Letters that were found are bits of a number: there are fewer than 63 of them.
    """
    if len(x) == 0 or len(y) == 0:
        return 0.0
    reach = max(max(len(x), len(y)) // 2 - 1, 0)
    used_x = used_y = np.int64(0)
    common = 0
    for i in range(len(x)):
        for j in range(max(0, i - reach), min(i + reach + 1, len(y))):
            if x[i] == y[j] and not (used_y >> j) & 1:
                used_x |= np.int64(1) << i
                used_y |= np.int64(1) << j
                common += 1
                break
    if common == 0:
        return 0.0
    turned = j = 0
    for i in range(len(x)):
        if (used_x >> i) & 1:
            while not (used_y >> j) & 1:
                j += 1
            turned += x[i] != y[j]
            j += 1
    turned //= 2
    alike = (common / len(x) + common / len(y) + (common - turned) / common) / 3.0
    if alike > _BOOST_FROM:
        begin = 0
        while begin < min(len(x), len(y), _PREFIX) and x[begin] == y[begin]:
            begin += 1
        alike += begin * 0.1 * (1.0 - alike)
    return alike


@light
@loop
def edits(x: Codes, y: Codes, table: Ints) -> int:
    """Damerau-Levenshtein distance, as `jellyfish.damerau_levenshtein_distance` counts it.

    `table` is room for two letters more than either has.
    """
    rows, columns = len(x), len(y)
    table[0, : columns + 2] = rows + columns
    table[: rows + 2, 0] = rows + columns
    for i in range(rows + 1):
        table[i + 1, 1] = i
    for j in range(columns + 1):
        table[1, j + 1] = j
    for i in range(1, rows + 1):
        last = 0
        for j in range(1, columns + 1):
            before, behind = i - 1, last
            while before > 0 and x[before - 1] != y[j - 1]:
                before -= 1
            cost = 1
            if x[i - 1] == y[j - 1]:
                cost, last = 0, j
            table[i + 1, j + 1] = min(
                table[i, j] + cost,
                table[i + 1, j] + 1,
                table[i, j + 1] + 1,
                table[before, behind] + (i - before - 1) + 1 + (j - behind - 1),
            )
    return int(table[rows + 1, columns + 1])
