"""What the loops weigh with, and the evidence of two parts: bits of their cores, and the deficit.

Pairs of parts come back again and again, so what was counted is remembered, in a table of fixed
size in which a new pair takes the place of an old one: it changes the time and no number.
"""

from typing import NamedTuple

import numpy as np

from nisba._loops import inlined, inner_loop, light, loop
from nisba.match.columns import (
    BEST,
    HEAD,
    INITIAL,
    SCRIPT,
    SHIFT,
    TAIL,
    Longs,
    Parts,
    spelling_of,
)
from nisba.match.types import SEEN
from nisba.match.weights import value, weights
from nisba.sounds.kernels import Floats, Ints
from nisba.sounds.pairs import Beliefs, evidence

RULES = (
    "link_least",
    "link_deficit",
    "link_glued",
    "link_half",
    "link_most",
    "initial",
    "head_lacks",
    "head_other",
    "title_answers",
    "apart_most",
    "near_letters",
    "near_bones_from",
    "near_common",
    "near_rare",
    "nothing_answered",
)
"""Weights that the loops read beside the factors of what is seen, in the order of `rules`."""
(
    LINK_LEAST,
    LINK_DEFICIT,
    LINK_GLUED,
    LINK_HALF,
    LINK_MOST,
    LETTER,
    HEAD_LACKS,
    HEAD_OTHER,
    TITLE_ANSWERS,
    APART_MOST,
    NEAR_LETTERS,
    NEAR_BONES_FROM,
    NEAR_COMMON,
    NEAR_RARE,
    NOTHING_ANSWERED,
) = range(len(RULES))
NOTHING = -99.0
_NO_PAIR = -1.0
_SHIFT = 26  # a key is a whole number that a float holds
_SPREAD, _ALSO = 0x9E3779B1, 0x85EBCA77  # odd numbers without pattern scatter keys


class Balance(NamedTuple):
    """Tables of the sound model, parts, weights (`rules`, and `factors` in the order of SEEN), the
    share of all bearers in each country, and a memory of pairs of parts (pairs, 4): the key, bits,
    deficit, and nothing, so that a row lies in one line of the processor's memory."""

    beliefs: Beliefs
    parts: Parts
    rules: Floats
    factors: Floats
    everybody: Floats
    memory: Floats


def rules() -> tuple[Floats, Floats]:
    """The weights for the loops: rules, and the factors of what is seen."""
    known = weights()
    factors = np.array([value(name) if name in known else 0.0 for name in SEEN])
    return np.array([value(name) for name in RULES]), factors


def memory(size: int) -> Floats:
    """An empty memory of pairs; the size is a power of two."""
    return np.full((size, 4), _NO_PAIR)


@inlined
def _slot(memory: Floats, one: int, other: int) -> int:
    """The place of a pair in a memory."""
    mixed = one * _SPREAD + other * _ALSO
    return (mixed >> 12) & (len(memory) - 1)


@inlined
def between(balance: Balance, one: int, other: int) -> tuple[float, float]:
    """Bits of two parts' cores, and how far they stay below identity (0 or less)."""
    a, b = min(one, other), max(one, other)
    row = balance.memory[_slot(balance.memory, a, b)]
    if row[0] == (a << _SHIFT) | b:
        return row[1], row[2]
    return weigh(balance, a, b)


@light
@loop
def weigh(balance: Balance, a: int, b: int) -> tuple[float, float]:
    """The same where it is not known yet, for parts in the order of their numbers."""
    parts = balance.parts
    if parts.marks[a, INITIAL] or parts.marks[b, INITIAL]:
        bits, deficit = _initials(balance, a, b), 0.0
    else:
        spoken = np.inf
        if a != b:
            spoken = evidence(balance.beliefs, spelling_of(parts, a), spelling_of(parts, b))
        bits, deficit = weighed(parts, a, b, spoken)
    remember(balance, a, b, bits, deficit)
    return bits, deficit


@inlined
def weighed(parts: Parts, a: int, b: int, spoken: float) -> tuple[float, float]:
    """The same of two parts, no initials, whose spellings have the evidence `spoken`."""
    marks = parts.marks
    ceiling = min(parts.sounds[a, BEST], parts.sounds[b, BEST])
    bits = min(spoken, ceiling)
    deficit = bits - ceiling
    more = min(parts.sounds[a, SHIFT], parts.sounds[b, SHIFT])
    alike = marks[a, HEAD] == marks[b, HEAD] and marks[a, TAIL] == marks[b, TAIL]
    if bits > 0.0 and (more < 0.0 or alike):
        bits = max(bits + more, min(bits, 1.0))
    return bits, deficit


@inlined
def remember(balance: Balance, a: int, b: int, bits: float, deficit: float) -> None:
    """Keep what was counted of two parts in the order of their numbers."""
    row = balance.memory[_slot(balance.memory, a, b)]
    row[0], row[1], row[2] = (a << _SHIFT) | b, bits, deficit


@light
@inner_loop
def _initials(balance: Balance, a: int, b: int) -> float:
    """An initial answers a part of the same first letter, with little to say."""
    parts = balance.parts
    x, y = parts.letter_at[a], parts.letter_at[b]
    empty = x == parts.letter_at[a + 1] or y == parts.letter_at[b + 1]
    if empty or parts.marks[a, SCRIPT] != parts.marks[b, SCRIPT]:
        return NOTHING
    return balance.rules[LETTER] if parts.letters[x] == parts.letters[y] else NOTHING


@light
@inner_loop
def order_of_rows(column: Ints | Longs, one: int, other: int) -> int:
    """-1, 0 or 1 as a row of numbers stands before another, is the same, or stands behind."""
    for k in range(column.shape[1]):
        if column[one, k] != column[other, k]:
            return -1 if column[one, k] < column[other, k] else 1
    return 0
