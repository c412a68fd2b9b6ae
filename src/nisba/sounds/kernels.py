"""The inner loops of the sound model: sums over hidden forms, as plain Python over NumPy arrays.

The resolver asks for them compiled when it has a gazetteer to search (`nisba._loops`).
Probabilities are plain (not logarithms): a part of a name is short, so nothing underflows.

Chunks are substrings of up to `LONGEST` letters, numbered by an inventory; chunk 0 is empty, and
-1 stands for a substring that is no chunk. Shapes: `x` is (letters + 1, LONGEST + 1), the chunk
that begins at a letter with a given length. The class of a unit is 0 for a consonant and 1 for a
vowel.

A `Table` holds all that is known of a chunk, or of a pair of them, in one row: the probability that
a first unit writes it (INITIAL: consonant, vowel), a unit behind another (MEDIAL: consonant behind
consonant, vowel behind consonant, consonant behind vowel, vowel behind vowel), and a last unit
(FINAL: behind consonant, behind vowel). So one row is one line of the processor's memory.
"""

import numpy as np
from numpy.typing import NDArray

from nisba._loops import loop

LONGEST = 4
INITIAL, MEDIAL, FINAL = 0, 2, 6
Floats = NDArray[np.float64]
Ints = NDArray[np.int32]
Longs = NDArray[np.int64]
Table = NDArray[np.float64]


@loop
def spelling(table: Table, x: Ints, beginnings: Floats) -> float:
    """P(x): the probability of a spelling under the n-gram prior, summed over hidden forms.

    The table is (chunks, 8). Fills `beginnings` (letters + 1) with the probability of each
    beginning of x.
    """
    length = x.shape[0] - 1
    alpha = np.zeros((length + 1, 2))
    for size in range(min(LONGEST, length) + 1):
        chunk = x[0, size]
        if chunk >= 0:
            alpha[size, 0] += table[chunk, INITIAL]
            alpha[size, 1] += table[chunk, INITIAL + 1]
    silent = table[0]
    a, b = float(silent[MEDIAL]), float(silent[MEDIAL + 1])
    c, d = float(silent[MEDIAL + 2]), float(silent[MEDIAL + 3])
    scale = 1.0 / ((1.0 - a) * (1.0 - d) - b * c)
    total = 0.0
    for i in range(length + 1):
        # Units that write nothing may follow each other without end: the sum is closed.
        consonant = (alpha[i, 0] * (1.0 - d) + alpha[i, 1] * c) * scale
        vowel = (alpha[i, 0] * b + alpha[i, 1] * (1.0 - a)) * scale
        beginnings[i] = consonant + vowel
        if consonant + vowel == 0.0:
            continue
        for size in range(min(LONGEST, length - i) + 1):
            chunk = x[i, size]
            if chunk < 0:
                continue
            if i + size == length:
                total += consonant * table[chunk, FINAL] + vowel * table[chunk, FINAL + 1]
            if size > 0:
                alpha[i + size, 0] += (
                    consonant * table[chunk, MEDIAL] + vowel * table[chunk, MEDIAL + 2]
                )
                alpha[i + size, 1] += (
                    consonant * table[chunk, MEDIAL + 1] + vowel * table[chunk, MEDIAL + 3]
                )
    return total


@loop
def pair(table: Table, x: Ints, y: Ints, swap: float) -> float:
    """P(x, y): the probability that both spellings render one hidden form of the n-gram prior.

    The table is (chunks of x, chunks of y, 8). `swap` is the probability of two exchanged letters.
    """
    rows, columns = x.shape[0] - 1, y.shape[0] - 1
    alpha = np.zeros((rows + 1, columns + 1, 2))
    for up in range(min(LONGEST, rows) + 1):
        for along in range(min(LONGEST, columns) + 1):
            p, q = x[0, up], y[0, along]
            if p >= 0 and q >= 0:
                alpha[up, along, 0] += table[p, q, INITIAL]
                alpha[up, along, 1] += table[p, q, INITIAL + 1]
    silent = table[0, 0]
    a, b = float(silent[MEDIAL]), float(silent[MEDIAL + 1])
    c, d = float(silent[MEDIAL + 2]), float(silent[MEDIAL + 3])
    scale = 1.0 / ((1.0 - a) * (1.0 - d) - b * c)
    total = 0.0
    for i in range(rows + 1):
        for j in range(columns + 1):
            first, second = alpha[i, j, 0], alpha[i, j, 1]
            if first + second == 0.0:
                continue
            consonant = (first * (1.0 - d) + second * c) * scale
            vowel = (first * b + second * (1.0 - a)) * scale
            for up in range(min(LONGEST, rows - i) + 1):
                p = x[i, up]
                if p < 0:
                    continue
                for along in range(min(LONGEST, columns - j) + 1):
                    q = y[j, along]
                    if q < 0:
                        continue
                    if i + up == rows and j + along == columns:
                        total += consonant * table[p, q, FINAL] + vowel * table[p, q, FINAL + 1]
                    if up + along > 0:
                        alpha[i + up, j + along, 0] += (
                            consonant * table[p, q, MEDIAL] + vowel * table[p, q, MEDIAL + 2]
                        )
                        alpha[i + up, j + along, 1] += (
                            consonant * table[p, q, MEDIAL + 1] + vowel * table[p, q, MEDIAL + 3]
                        )
            if swap > 0.0 and i + 2 <= rows and j + 2 <= columns:
                p1, p2, q1, q2 = x[i, 1], x[i + 1, 1], y[j, 1], y[j + 1, 1]
                if p1 == q2 and p2 == q1 and p1 != p2 and p1 >= 0 and p2 >= 0:
                    both = more = 0.0
                    for k in range(MEDIAL, FINAL):
                        both += float(table[p1, q2, k])
                        more += float(table[p2, q1, k])
                    alpha[i + 2, j + 2, 0] += swap * 0.25 * (consonant + vowel) * both * more
                    alpha[i + 2, j + 2, 1] += swap * 0.25 * (consonant + vowel) * both * more
    return total


@loop
def viterbi(initial: Floats, medial: Floats, final: Floats, x: Ints, y: Ints, back: Ints) -> int:
    """Best alignment of two spellings through one hidden form; tables are maxima over units.

    Fills `back` (rows + 1, columns + 1, 2, 3) with the step that led to a cell: letters taken of
    x, letters taken of y, class before (2 at the start). Returns the final step packed as
    (letters of x * 5 + letters of y) * 2 + class before, or -1 when there is no alignment.
    """
    rows, columns = x.shape[0] - 1, y.shape[0] - 1
    best = np.zeros((rows + 1, columns + 1, 2))
    for up in range(min(LONGEST, rows) + 1):
        for along in range(min(LONGEST, columns) + 1):
            p, q = x[0, up], y[0, along]
            if p >= 0 and q >= 0:
                for state in range(2):
                    if initial[state, p, q] > best[up, along, state]:
                        best[up, along, state] = initial[state, p, q]
                        back[up, along, state, 0] = up
                        back[up, along, state, 1] = along
                        back[up, along, state, 2] = 2
    top, answer = 0.0, -1
    for i in range(rows + 1):
        for j in range(columns + 1):
            # One unit that writes nothing on either side may stand between: class may change.
            for state in range(2):
                other = 1 - state
                silent = best[i, j, other] * medial[other, state, 0, 0]
                if silent > best[i, j, state]:
                    best[i, j, state] = silent
                    back[i, j, state, 0] = 0
                    back[i, j, state, 1] = 0
                    back[i, j, state, 2] = other
            for before in range(2):
                here = best[i, j, before]
                if here == 0.0:
                    continue
                for up in range(min(LONGEST, rows - i) + 1):
                    p = x[i, up]
                    if p < 0:
                        continue
                    for along in range(min(LONGEST, columns - j) + 1):
                        q = y[j, along]
                        if q < 0:
                            continue
                        if i + up == rows and j + along == columns:
                            value = here * final[before, p, q]
                            if value > top:
                                top = value
                                answer = (up * 5 + along) * 2 + before
                        if up + along == 0:
                            continue
                        for state in range(2):
                            value = here * medial[before, state, p, q]
                            if value > best[i + up, j + along, state]:
                                best[i + up, j + along, state] = value
                                back[i + up, j + along, state, 0] = up
                                back[i + up, j + along, state, 1] = along
                                back[i + up, j + along, state, 2] = before
    return answer
