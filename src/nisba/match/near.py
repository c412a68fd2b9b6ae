"""Near misses: parts that contradict each other, and yet look alike.

Ghasemi and Ghaeemi share no form that anybody would write both ways, so the sound model calls them
two names. One letter was mistaken. How alike such parts are is a quantity of its own, and its
weight is fitted: among aliases of one person a near miss is common, among strangers it is rare.
"""

import numpy as np

from nisba._loops import inlined, inner_loop, light
from nisba.match.balance import NEAR_BONES_FROM, NEAR_COMMON, NEAR_LETTERS, NEAR_RARE, Balance
from nisba.match.columns import BEST, INITIAL, SCRIPT, TALLIED, Parts
from nisba.match.desk import Desk
from nisba.sounds.kernels import Floats, Ints
from nisba.sounds.pairs import edits, jaro_winkler
from nisba.sounds.skeleton import CLASSES

_BONES, _MOST = len(CLASSES), 2**TALLIED - 1


@light
@inner_loop
def near_misses(balance: Balance, desk: Desk, n: int, m: int) -> tuple[float, float]:
    """How alike unanswered parts are, by letters and by consonants, summed over the best pairs.

    The first `n` and `m` numbers of parts on the desk are asked for. Letters: Jaro-Winkler
    similarity from 0.7 (0) to 1 (1), in one script. Consonants: share of the skeleton that no edit
    changes, from 0.4 (0) to 1 (1), in any scripts. Each counts as far as the commoner of the two
    parts is rare.
    """
    for i in range(n):
        for j in range(m):
            one, other = desk.loose_left[i], desk.loose_right[j]
            rare = _rare(balance, one, other)
            desk.letters[i, j] = desk.bones[i, j] = 0.0
            if rare > 0.0:
                desk.letters[i, j] = rare * _letters(balance, one, other)
                desk.bones[i, j] = rare * _bones(balance, one, other, desk.table)
    return _best(desk.letters, n, m), _best(desk.bones, n, m)


@light
@inner_loop
def _best(scores: Floats, n: int, m: int) -> float:
    """Sum over pairs of parts, each part once, the most alike first."""
    total = 0.0
    for _ in range(min(n, m)):
        best, row, column = 0.0, -1, -1
        for i in range(n):
            for j in range(m):
                if scores[i, j] > 0.0 and scores[i, j] >= best:
                    best, row, column = scores[i, j], i, j
        if row < 0:
            break
        total += best
        for j in range(m):
            scores[row, j] = 0.0
        for i in range(n):
            scores[i, column] = 0.0
    return total


@inlined
def _letters(balance: Balance, a: int, b: int) -> float:
    parts, least = balance.parts, balance.rules[NEAR_LETTERS]
    if parts.marks[a, SCRIPT] != parts.marks[b, SCRIPT]:
        return 0.0
    x = parts.letters[parts.letter_at[a] : parts.letter_at[a + 1]]
    y = parts.letters[parts.letter_at[b] : parts.letter_at[b + 1]]
    if len(x) == 0 or len(y) == 0:
        return 0.0
    # What Jaro's similarity could be if all letters of the shorter were common.
    shorter = min(len(x), len(y))
    if (shorter / len(x) + shorter / len(y) + 1.0) / 3.0 <= least:
        return 0.0
    alike = jaro_winkler(x, y)
    return max(alike - least, 0.0) / (1.0 - least)


@inlined
def _bones(balance: Balance, a: int, b: int, table: Ints) -> float:
    parts, least = balance.parts, balance.rules[NEAR_BONES_FROM]
    x = parts.bones[parts.bone_at[a] : parts.bone_at[a + 1]]
    y = parts.bones[parts.bone_at[b] : parts.bone_at[b + 1]]
    longer = max(len(x), len(y))
    if len(x) < 2 or len(y) < 2:
        return 0.0
    # Consonants that only one has must be edited: most pairs have too many to be near.
    common = (len(x) + len(y) - bones_apart(parts, a, b)) // 2
    if common <= least * longer:
        return 0.0
    alike = 1.0 - edits(x, y, table) / longer
    return max(alike - least, 0.0) / (1.0 - least)


@inlined
def bones_apart(parts: Parts, a: int, b: int) -> int:
    """How many consonants, by their classes, one of two parts has more than the other, and less."""
    counts, others, apart = parts.tally[a], parts.tally[b], 0
    for bone in range(_BONES):
        mine, its = (counts >> (TALLIED * bone)) & _MOST, (others >> (TALLIED * bone)) & _MOST
        apart += abs(mine - its)
    return apart


@light
@inner_loop
def letters_apart(parts: Parts, a: int, b: int) -> int:
    """How many letters stand in one of two parts only."""
    mine = its = np.int64(0)
    for letter in parts.letters[parts.letter_at[a] : parts.letter_at[a + 1]]:
        mine |= np.int64(1) << np.int64(letter)
    for letter in parts.letters[parts.letter_at[b] : parts.letter_at[b + 1]]:
        its |= np.int64(1) << np.int64(letter)
    apart, differing = 0, mine ^ its
    while differing:
        differing &= differing - 1
        apart += 1
    return apart


@inlined
def _rare(balance: Balance, a: int, b: int) -> float:
    """0 to 1: Hassan and Hussein look alike because both are common, Droukdel and Durikdal not."""
    parts = balance.parts
    if parts.marks[a, INITIAL] or parts.marks[b, INITIAL]:
        return 0.0
    common = balance.rules[NEAR_COMMON]
    bits = min(parts.sounds[a, BEST], parts.sounds[b, BEST])
    return min(max((bits - common) / (balance.rules[NEAR_RARE] - common), 0.0), 1.0)
