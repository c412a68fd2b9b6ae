"""Each part of one name beside each of another: may they answer each other, and with how many bits.

A name is held beside many others, in which the same parts come back; so what its parts say beside a
part of another name is kept on the desk while the name is asked for.
"""

import numpy as np

from nisba._loops import inlined, light
from nisba.match.balance import (
    HEAD_LACKS,
    HEAD_OTHER,
    LINK_DEFICIT,
    LINK_LEAST,
    Balance,
    between,
)
from nisba.match.columns import HEAD, INITIAL, SCRIPT, SEX, TAIL, Longs, Parts
from nisba.match.desk import BITS, DEFICIT, DRESS, WORTH, Both, Desk
from nisba.match.near import bones_apart, letters_apart
from nisba.sounds.kernels import Floats

_BONES_APART = 4
"""Consonants more or less, of all classes, with which two parts may answer each other: one
exchanged is two of them."""
_BONES_NEAR, _LETTERS_APART = 2, 3
"""The same for parts of no common form in one script, and letters that only one of them has."""
_SHIFT = 26  # the name that is asked for, and the number of a part, in one number


@light
@inlined
def fill_grid(balance: Balance, both: Both, turned: bool, desk: Desk) -> None:
    """Fill the grid of the desk: a row for each part of the left name, a column for each of the
    right one; or, turned, the other way round."""
    left, a, right, b = both
    here, there = left.part_at[a], right.part_at[b]
    n, m = left.part_at[a + 1] - here, right.part_at[b + 1] - there
    own = left.parts[here : here + n]
    _ask(balance.parts, own, desk)
    for j in range(m):
        said = desk.said[_slot(balance, own, right.parts[there + j], desk)]
        for i in range(n):
            cell = desk.grid[j, i] if turned else desk.grid[i, j]
            for column in range(4):
                cell[column] = said[i, column]


@inlined
def _ask(parts: Parts, own: Longs, desk: Desk) -> None:
    """Begin anew if the parts are not those that the desk holds."""
    size = desk.asked[0]
    same = size == len(own)
    for i in range(min(size, len(own))):
        same = same and desk.own[i] == own[i]
    if same:
        return
    for i in range(size):
        for at in range(parts.form_at[desk.own[i]], parts.form_at[desk.own[i] + 1]):
            desk.forms[parts.forms[at]] = 0
    for i in range(len(own)):
        desk.own[i] = own[i]
        for at in range(parts.form_at[own[i]], parts.form_at[own[i] + 1]):
            desk.forms[parts.forms[at]] |= 1 << i
    desk.asked[0] = len(own)
    desk.asked[1] += 1


@inlined
def _slot(balance: Balance, own: Longs, number: int, desk: Desk) -> int:
    """Where it stands what the parts of the name that is asked for say beside another part."""
    slot, key = number & (len(desk.keys) - 1), (desk.asked[1] << _SHIFT) | number
    if desk.keys[slot] != key:
        desk.keys[slot] = key
        parts, common = balance.parts, 0
        for at in range(parts.form_at[number], parts.form_at[number + 1]):
            common |= desk.forms[parts.forms[at]]
        for i in range(len(own)):
            _answer(balance, own[i], number, (common >> i) & 1 == 1, desk.said[slot, i])
    return slot


@inlined
def _answer(balance: Balance, one: int, other: int, common: bool, cell: Floats) -> None:
    """Fill a cell with bits, deficit, dress and worth of two parts; -inf is no link.

    `common` says whether they share a form of the lexicon.
    """
    cell[WORTH] = -np.inf
    if not _may_answer(balance.parts, one, other, common):
        return
    marks = balance.parts.marks
    if marks[one, HEAD] and marks[other, HEAD] and marks[one, HEAD] != marks[other, HEAD]:
        return
    bits, deficit = between(balance, one, other)
    value = bits + balance.rules[LINK_DEFICIT] * deficit
    if value > balance.rules[LINK_LEAST]:
        dress = _dress(balance, one, other)
        cell[BITS], cell[DEFICIT], cell[DRESS], cell[WORTH] = bits, deficit, dress, value + dress


@inlined
def _may_answer(parts: Parts, a: int, b: int, common: bool) -> bool:
    """Whether two parts share a form of the lexicon, or differ by little in their letters.

    Those that do neither have no evidence to give, and most pairs of parts are such.
    """
    if parts.marks[a, INITIAL] or parts.marks[b, INITIAL]:
        return True
    apart = bones_apart(parts, a, b)
    if apart > _BONES_APART or common:
        return apart <= _BONES_APART
    if parts.marks[a, SCRIPT] != parts.marks[b, SCRIPT]:
        return apart == 0
    return apart <= _BONES_NEAR and letters_apart(parts, a, b) <= _LETTERS_APART


@inlined
def _dress(balance: Balance, a: int, b: int) -> float:
    """Worth of head and second half: nothing when equal, a loss when one side lacks or differs."""
    marks = balance.parts.marks
    lacks, other = balance.rules[HEAD_LACKS], balance.rules[HEAD_OTHER]
    worth = 0.0
    for column in (HEAD, TAIL):
        x, y = marks[a, column], marks[b, column]
        if x != y:
            worth -= other if x and y else lacks
    if marks[a, SEX] and marks[b, SEX] and marks[a, SEX] != marks[b, SEX]:
        worth -= other
    if (marks[a, HEAD] and marks[b, TAIL] and not marks[a, TAIL] and not marks[b, HEAD]) or (
        marks[b, HEAD] and marks[a, TAIL] and not marks[b, TAIL] and not marks[a, HEAD]
    ):
        worth -= other  # Rizq Allah is no Abu Rizq
    return worth
