"""Near misses: parts that contradict each other, and yet look alike.

Ghasemi and Ghaeemi share no form that anybody would write both ways, so the sound model calls them
two names. One letter was mistaken. How alike such parts are is a quantity of its own, and its
weight is fitted: among aliases of one person a near miss is common, among strangers it is rare.
"""

from collections.abc import Sequence

import jellyfish

from nisba.match.types import Heard
from nisba.sounds.skeleton import skeleton

_LETTERS_FROM = 0.7
_BONES_FROM = 0.4
_COMMON, _RARE = 7.0, 14.0
"""Bits of a name beside itself: of one in a hundred bearers, and of one in ten thousand."""
_LONGEST = 8
"""Unanswered parts of a name that are looked at; more would be a text, and no name."""


def near_misses(left: Sequence[Heard], right: Sequence[Heard]) -> tuple[float, float]:
    """How alike unanswered parts are, by letters and by consonants, summed over the best pairs.

    Letters: Jaro-Winkler similarity from 0.7 (0) to 1 (1), in one script. Consonants: share of the
    skeleton that no edit changes, from 0.4 (0) to 1 (1), in any scripts.
    """
    pairs = [
        (i, j) for i in range(min(len(left), _LONGEST)) for j in range(min(len(right), _LONGEST))
    ]
    letters = [(_letters(left[i], right[j]), i, j) for i, j in pairs]
    bones = [(_bones(left[i], right[j]), i, j) for i, j in pairs]
    return _best(letters), _best(bones)


def _best(scored: list[tuple[float, int, int]]) -> float:
    """Sum over pairs of parts, each part once, the most alike first."""
    left: set[int] = set()
    right: set[int] = set()
    total = 0.0
    for score, i, j in sorted(scored, reverse=True):
        if score > 0.0 and i not in left and j not in right:
            left.add(i)
            right.add(j)
            total += score
    return total


def _letters(a: Heard, b: Heard) -> float:
    x, y = a.sound, b.sound
    if a.initial or b.initial or x.script is not y.script:
        return 0.0
    alike = jellyfish.jaro_winkler_similarity(x.letters, y.letters)
    return _rare(a, b) * max(alike - _LETTERS_FROM, 0.0) / (1.0 - _LETTERS_FROM)


def _bones(a: Heard, b: Heard) -> float:
    if a.initial or b.initial:
        return 0.0
    x, y = _skeleton(a), _skeleton(b)
    if len(x) < 2 or len(y) < 2:
        return 0.0
    alike = 1.0 - jellyfish.damerau_levenshtein_distance(x, y) / max(len(x), len(y))
    return _rare(a, b) * max(alike - _BONES_FROM, 0.0) / (1.0 - _BONES_FROM)


def _rare(a: Heard, b: Heard) -> float:
    """0 to 1: Hassan and Hussein look alike because both are common, Droukdel and Durikdal not."""
    bits = min(a.best, b.best)
    return min(max((bits - _COMMON) / (_RARE - _COMMON), 0.0), 1.0)


def _skeleton(part: Heard) -> str:
    return skeleton(part.sound.letters, part.sound.script)
