"""Which part of one name answers which part of the other, with how many bits, as loops.

Two names are bags of parts with a preferred order. Parts are linked one to one, best evidence
first, or one to two where a compound is written apart on one side. What stays unlinked is for
`nisba.match.seeing`.
"""

import numpy as np

from nisba._loops import inlined, inner_loop, light
from nisba.match.balance import (
    LINK_DEFICIT,
    LINK_GLUED,
    LINK_HALF,
    NOTHING,
    TITLE_ANSWERS,
    Balance,
    between,
    order_of_rows,
)
from nisba.match.columns import (
    BEST,
    HEAD,
    INITIAL,
    PROMOTED,
    SCRIPT,
    TAIL,
    Longs,
    Names,
    Parts,
    spelling_of,
)
from nisba.match.desk import (
    BITS,
    DEFICIT,
    DRESS,
    LEFT,
    LEFT_END,
    RIGHT,
    RIGHT_END,
    WORTH,
    Both,
    Desk,
    Sight,
)
from nisba.sounds.glued import halves
from nisba.sounds.kernels import Floats
from nisba.sounds.pairs import ARABIC_LETTERS, Codes, order

_LEAST_LETTERS = 4
_LEAST_BONES = 3
_LENGTHS_APART = 2


@light
@inlined
def links_of(balance: Balance, both: Both, sight: Sight, desk: Desk) -> int:
    """Link the parts of two names by the grid of the desk; how many links there are.

    Fills the spans and amounts of the sight. Two neighbours may answer one part, if it answers no
    other.
    """
    left, a, right, b = both
    here, there = left.part_at[a], right.part_at[b]
    n, m = left.part_at[a + 1] - here, right.part_at[b + 1] - there
    desk.open_left[:n], desk.open_right[:m] = True, True
    count = 0
    for i in range(n):
        for j in range(m):
            cell = desk.grid[i, j]
            if cell[WORTH] == -np.inf:
                continue
            # Parts at the same place are preferred where nothing else decides.
            desk.worth[count] = cell[WORTH] + 0.01 / (1 + abs(i - j))
            _put(desk, count, (i, i + 1, j, j + 1), (cell[BITS], cell[DEFICIT], cell[DRESS]))
            desk.open_left[i] = desk.open_right[j] = False
            count += 1
    count = _glue(balance, both, desk, count, False)
    count = _glue(balance, both, desk, count, True)
    return _choose(desk, count, sight)


@light
@inner_loop
def _glue(balance: Balance, both: Both, desk: Desk, count: int, mirrored: bool) -> int:
    """Add two neighbours of the left name beside one part of the right one, or mirrored; how many
    possible links there are now."""
    left, a, right, b = both
    here, there = left.part_at[a], right.part_at[b]
    n, m = left.part_at[a + 1] - here, right.part_at[b + 1] - there
    for i in range((m if mirrored else n) - 1):
        for j in range(n if mirrored else m):
            if mirrored:
                if not desk.open_left[j]:
                    continue
                if not (desk.open_right[i] or desk.open_right[i + 1]):
                    break
                x, y = right.parts[there + i], right.parts[there + i + 1]
                z = left.parts[here + j]
            else:
                if not desk.open_right[j]:
                    continue
                if not (desk.open_left[i] or desk.open_left[i + 1]):
                    break
                x, y = left.parts[here + i], left.parts[here + i + 1]
                z = right.parts[there + j]
            if not _may_be_glued(balance, x, y, z):
                continue
            bits, deficit = _glued(balance, x, y, z)
            if bits + balance.rules[LINK_DEFICIT] * deficit <= balance.rules[LINK_GLUED]:
                continue
            desk.worth[count] = bits
            span = (j, j + 1, i, i + 2) if mirrored else (i, i + 2, j, j + 1)
            _put(desk, count, span, (bits, deficit, 0.0))
            count += 1
    return count


@inlined
def _put(
    desk: Desk, at: int, span: tuple[int, int, int, int], amounts: tuple[float, float, float]
) -> None:
    for column in range(4):
        desk.spans[at, column] = span[column]
    for column in range(3):
        desk.amounts[at, column] = amounts[column]


@light
@inner_loop
def _choose(desk: Desk, count: int, sight: Sight) -> int:
    """Take the best options, no part twice, and put them in the order of the left name."""
    worth, span, spans = desk.worth, desk.spans, sight.spans
    chosen = 0
    while True:
        best = -1
        for k in range(count):
            if worth[k] == -np.inf:
                continue
            if (
                best < 0
                or worth[k] > worth[best]
                or (worth[k] == worth[best] and order_of_rows(span, k, best) < 0)
            ):
                best = k
        if best < 0:
            return chosen
        at = chosen
        while at > 0 and spans[at - 1, LEFT] > span[best, LEFT]:
            copy_link(sight.spans, sight.amounts, at - 1, sight.spans, sight.amounts, at)
            at -= 1
        copy_link(desk.spans, desk.amounts, best, sight.spans, sight.amounts, at)
        chosen += 1
        for k in range(count):
            apart_left = (
                span[k, LEFT_END] <= spans[at, LEFT] or spans[at, LEFT_END] <= span[k, LEFT]
            )
            apart_right = (
                span[k, RIGHT_END] <= spans[at, RIGHT] or spans[at, RIGHT_END] <= span[k, RIGHT]
            )
            if not (apart_left and apart_right):
                worth[k] = -np.inf


@inlined
def copy_link(spans: Longs, amounts: Floats, at: int, into: Longs, its: Floats, to: int) -> None:
    """Copy one link to another row, of the same table or another."""
    for column in range(4):
        into[to, column] = spans[at, column]
    for column in range(3):
        its[to, column] = amounts[at, column]


@inlined
def _may_be_glued(balance: Balance, a: int, b: int, c: int) -> bool:
    """Whether two parts may be one compound: of its letters or consonants, and about as long."""
    parts = balance.parts
    marks = parts.marks
    if marks[a, INITIAL] or marks[b, INITIAL] or marks[c, INITIAL]:
        return False
    if marks[a, SCRIPT] != marks[b, SCRIPT]:
        return False
    if marks[c, HEAD] or marks[c, TAIL] or marks[a, TAIL] or marks[b, HEAD]:
        return False
    x = parts.letters[parts.letter_at[a] : parts.letter_at[a + 1]]
    y = parts.letters[parts.letter_at[b] : parts.letter_at[b + 1]]
    z = parts.letters[parts.letter_at[c] : parts.letter_at[c + 1]]
    size = len(x) + len(y)
    if size < 2 or len(z) < 2:
        return False
    if marks[c, SCRIPT] == marks[a, SCRIPT]:
        if abs(size - len(z)) > _LENGTHS_APART or not (
            _letter(x, y, 0) == z[0]
            and _letter(x, y, size - 1) == z[-1]
            and _letter(x, y, size - 2) == z[-2]
        ):
            return False
        return _bones_agree(parts, a, b, c)
    arabic = marks[c, SCRIPT] == ARABIC_LETTERS
    shorter, longer = (len(z), size) if arabic else (size, len(z))
    bones = parts.bone_at[c + 1] - parts.bone_at[c]
    if shorter < _LEAST_LETTERS or longer > 2 * shorter or bones < _LEAST_BONES:
        return False
    return _bones_agree(parts, a, b, c)


@inlined
def _letter(x: Codes, y: Codes, at: int) -> int:
    """A letter of two spellings written as one."""
    return x[at] if at < len(x) else y[at - len(x)]


@inlined
def _bones_agree(parts: Parts, a: int, b: int, c: int) -> bool:
    """Whether the consonants of two parts together are those of a third."""
    x = parts.bones[parts.bone_at[a] : parts.bone_at[a + 1]]
    y = parts.bones[parts.bone_at[b] : parts.bone_at[b + 1]]
    z = parts.bones[parts.bone_at[c] : parts.bone_at[c + 1]]
    seam = 1 if len(x) > 0 and len(y) > 0 and x[-1] == y[0] else 0
    if len(x) + len(y) - seam != len(z):
        return False
    return order(x, z[: len(x)]) == 0 and order(y[seam:], z[len(x) :]) == 0


@light
@inner_loop
def _glued(balance: Balance, a: int, b: int, c: int) -> tuple[float, float]:
    """Bits of two parts beside a third that holds both as one word, and how far they stay below
    identity: nothing unless each half of the word is nearly all that its part can say."""
    parts = balance.parts
    best = parts.sounds[:, BEST]
    one, other = halves(
        balance.beliefs,
        spelling_of(parts, a),
        spelling_of(parts, b),
        spelling_of(parts, c),
        best[a],
        best[b],
        balance.rules[LINK_HALF],
        _meet(parts, a, b),
    )
    if one == 0.0 and other == 0.0:
        return NOTHING, 0.0
    ceiling = min(best[a] + best[b], best[c])
    bits = min(one + other, ceiling)
    return bits, bits - ceiling


@inlined
def _meet(parts: Parts, a: int, b: int) -> bool:
    """Whether one part ends as the other begins, in a letter or a consonant."""
    x, y = parts.letter_at[a + 1], parts.letter_at[b]
    if parts.letter_at[a] == x or y == parts.letter_at[b + 1]:
        return False
    if parts.letters[x - 1] == parts.letters[y]:
        return True
    end, begin = parts.bone_at[a + 1], parts.bone_at[b]
    if parts.bone_at[a] == end or begin == parts.bone_at[b + 1]:
        return False
    return parts.bones[end - 1] == parts.bones[begin]


@inlined
def settled(balance: Balance, names: Names, a: int, others: Names, b: int) -> int:
    """The row of a name, with a title among its parts where it answers a part of the other name.

    Hafiz is a title to whoever knows the Koran by heart, and a name in Hafiz Ibrahim.
    """
    row = names.places[a, PROMOTED]
    if row < 0 or shared_titles(names, a, others, b):
        return a
    first, last = names.part_at[a], names.part_at[a + 1]
    for k in range(names.part_at[row], names.part_at[row + 1]):
        more = names.parts[k]
        if more in names.parts[first:last]:
            continue
        for other in others.parts[others.part_at[b] : others.part_at[b + 1]]:
            if between(balance, more, other)[1] > balance.rules[TITLE_ANSWERS]:
                return row
    return a


@inlined
def shared_titles(names: Names, a: int, others: Names, b: int) -> int:
    """How many titles two names have in common."""
    count = 0
    j, end = others.title_at[b], others.title_at[b + 1]
    for i in range(names.title_at[a], names.title_at[a + 1]):
        while j < end and others.titles[j] < names.titles[i]:
            j += 1
        count += j < end and others.titles[j] == names.titles[i]
    return count


@inlined
def stands_behind(balance: Balance, names: Names, a: int, others: Names, b: int) -> bool:
    """Whether a name comes behind another, in an order of names that knows all that is weighed.

    Names are compared in this order, so that it is the same whichever is asked for first.
    """
    parts = balance.parts
    first, second = names.part_at[a], others.part_at[b]
    n, m = names.part_at[a + 1] - first, others.part_at[b + 1] - second
    if n != m:
        return n > m
    for k in range(n):
        one, other = names.parts[first + k], others.parts[second + k]
        if one != other:
            found = order(
                parts.letters[parts.letter_at[one] : parts.letter_at[one + 1]],
                parts.letters[parts.letter_at[other] : parts.letter_at[other + 1]],
            )
            if found == 0:
                found = order_of_rows(parts.marks, one, other)
            if found != 0:
                return found > 0
        if names.flags[first + k] != others.flags[second + k]:
            return names.flags[first + k] > others.flags[second + k]
    for k in range(2):
        if names.places[a, k] != others.places[b, k]:
            return names.places[a, k] > others.places[b, k]
    return False
