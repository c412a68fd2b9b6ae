"""Two spellings that a third may hold as one word: Ali Reza and Alireza, as one loop over arrays.

The word is cut in two, near where the first spelling would end, and each half is heard beside its
spelling. Halves are no words of the lexicon that somebody has heard, so the n-grams of the sound
model speak alone; how much a half may say, the caller knows.
"""

import math

import numpy as np

from nisba._loops import inner_loop, light, loop
from nisba.sounds.kernels import LONGEST, Ints, pair, spelling
from nisba.sounds.pairs import ARABIC_LETTERS, Beliefs, Spelling

_ASIDE = 2
"""Letters to both sides of the expected seam at which the word is cut as well."""
_SHARED = 2
"""Letters that both may have in common: one, or a digraph."""
_TINY = 1e-300


@light
@loop
def halves(
    beliefs: Beliefs,
    one: Spelling,
    other: Spelling,
    whole: Spelling,
    most: float,
    more: float,
    least: float,
    shared: bool,
) -> tuple[float, float]:
    """Bits of two spellings beside the halves of a third, at the cut where their sum is greatest.

    `most` and `more` bound the two, and both must reach the share `least` of that, or nothing is
    said; nor of a word that is too short to be cut. `shared` tells that one letter may end the
    first and begin the other (Sharukhan).
    """
    length, first, second = len(whole.letters), len(one.letters), len(other.letters)
    best, bits, its = -np.inf, 0.0, 0.0
    if first == 0 or second == 0:
        return bits, its
    seam = (2 * length * first + first + second) // (2 * (first + second))
    for cut in range(max(1, seam - _ASIDE), min(length - 1, seam + _ASIDE) + 1):
        left = min(_alike(beliefs, one, whole.chunks, whole.script, 0, cut), most)
        if left < least * most:
            continue
        for begin in range(max(0, cut - _SHARED) if shared else cut, cut + 1):
            right = min(_alike(beliefs, other, whole.chunks, whole.script, begin, length), more)
            if right >= least * more and left + right > best:
                best, bits, its = left + right, left, right
    return bits, its


@inner_loop
def _alike(
    beliefs: Beliefs, x: Spelling, chunks: Ints, script: int, first: int, last: int
) -> float:
    """log2 P(x, y) / (P(x) P(y)) by the n-grams; y are the letters of a word from first to last."""
    y = chunks[first : last + 1].copy()
    for i in range(len(y)):
        for size in range(len(y) - i, LONGEST + 1):
            y[i, size] = -1
    if x.script != script:
        latin, arabic = (y, x.chunks) if x.script == ARABIC_LETTERS else (x.chunks, y)
        both = pair(beliefs.mixed, latin, arabic, 0.0)
    elif script == ARABIC_LETTERS:
        both = pair(beliefs.arabic, x.chunks, y, 0.0)
    else:
        both = pair(beliefs.latin, x.chunks, y, 0.0)
    each = _alone(beliefs, x.chunks, x.script) * _alone(beliefs, y, script)
    return math.log2(max(both, _TINY)) - math.log2(max(each, _TINY))


@inner_loop
def _alone(beliefs: Beliefs, chunks: Ints, script: int) -> float:
    """P(x) by the n-grams."""
    table = beliefs.arabic_alone if script == ARABIC_LETTERS else beliefs.latin_alone
    return spelling(table, chunks, np.empty(len(chunks)))
