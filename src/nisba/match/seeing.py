"""What is seen between two linked names: the quantities that the fitted weights multiply, as loops.

`nisba.match.linking` linked the parts that answer each other. Here it is counted how they stand in
their names, what stays unanswered, and what contradicts.
"""

import math

import numpy as np

from nisba._loops import inlined, inner_loop, light
from nisba.match.balance import (
    APART_MOST,
    LINK_DEFICIT,
    LINK_MOST,
    NOTHING_ANSWERED,
    Balance,
    between,
)
from nisba.match.columns import (
    ARTICLE,
    CALLED,
    FEMININE,
    GIVEN,
    HAS_ARTICLE,
    HEAD,
    IS_CHAINED,
    IS_HOUSE,
    IS_IBN,
    IS_NISBA,
    SCRIPT,
    Longs,
    Names,
)
from nisba.match.desk import (
    BITS,
    DEFICIT,
    DRESS,
    LEFT,
    LEFT_END,
    MOST_LOOSE,
    RIGHT,
    RIGHT_END,
    Both,
    Desk,
    Flags,
    Sight,
)
from nisba.match.grid import fill_grid
from nisba.match.linking import links_of, shared_titles, stands_behind
from nisba.match.near import near_misses
from nisba.match.types import SEEN
from nisba.match.vowel_marks import same_letters
from nisba.sounds.kernels import Floats
from nisba.sounds.pairs import ARABIC_LETTERS

(
    SOUND,
    COMPLETE,
    EXACT,
    GIVEN_SAME,
    GIVEN_CLASH,
    GIVEN_MOVED,
    CLASH,
    FAMILY_MISSING,
    ROLE_DIFFERS,
    ORDER,
    TURNED,
    HEAD_DIFFERS,
    ARTICLE_DIFFERS,
    IBN_SAME,
    IBN_DIFFERS,
    TITLE_SAME,
    GENDER_DIFFERS,
    SOUND_CLASH,
    LAST_CLASH,
    CHAIN_TURNED,
    NEAR,
    NEAR_BONES,
    APART,
    ALONE,
    GIVEN_ALONE,
    FAR,
    COMPANY,
    GIVEN_MORE,
) = range(len(SEEN))


@light
@inlined
def look(balance: Balance, both: Both, sight: Sight, desk: Desk) -> int:
    """Links and quantities of two names, the same whichever stands first; how many links.

    Fills the sight, but for APART: `apart_of` asks for it where no part answers.
    """
    sight.seen[:] = 0.0
    left, a, right, b = both
    behind = stands_behind(balance, left, a, right, b)
    fill_grid(balance, both, behind, desk)
    ordered = Both(right, b, left, a) if behind else both
    count = links_of(balance, ordered, sight, desk)
    _count(balance, ordered, count, sight, desk)
    if behind:
        _turn(count, sight)
    return count


@light
@inner_loop
def bits_of(balance: Balance, seen: Floats) -> float:
    """Evidence in bits: the quantities times their weights; nothing answered is no evidence for."""
    bits = 0.0
    for k in range(len(seen)):
        bits += seen[k] * balance.factors[k]
    return bits if seen[SOUND] != 0.0 else min(bits, nothing_answered(balance, seen))


@light
@inner_loop
def nothing_answered(balance: Balance, seen: Floats) -> float:
    """The most that names may say of which no part answers: less, the farther apart they are."""
    bits = balance.rules[NOTHING_ANSWERED]
    for k in (APART, NEAR, NEAR_BONES):
        bits += balance.factors[k] * seen[k]
    return bits


@light
@inner_loop
def _turn(count: int, sight: Sight) -> None:
    """Change the sides of links, and put them in the order of the left name."""
    spans, amounts = sight.spans, sight.amounts
    for at in range(count):
        first, end = spans[at, LEFT], spans[at, LEFT_END]
        spans[at, LEFT], spans[at, LEFT_END] = spans[at, RIGHT], spans[at, RIGHT_END]
        spans[at, RIGHT], spans[at, RIGHT_END] = first, end
    for at in range(1, count):
        k = at
        while k > 0 and spans[k - 1, LEFT] > spans[k, LEFT]:
            for column in range(4):
                one = spans[k, column]
                spans[k, column] = spans[k - 1, column]
                spans[k - 1, column] = one
            for column in range(3):
                bits = amounts[k, column]
                amounts[k, column] = amounts[k - 1, column]
                amounts[k - 1, column] = bits
            k -= 1


@light
@inlined
def _count(balance: Balance, both: Both, count: int, sight: Sight, desk: Desk) -> None:
    """Fill the quantities of two linked names."""
    left, a, right, b = both
    n = left.part_at[a + 1] - left.part_at[a]
    m = right.part_at[b + 1] - right.part_at[b]
    seen, spans, amounts = sight
    lacking, unasked = _open(both, count, spans, desk)
    open_left, open_right = desk.open_left, desk.open_right
    for k in range(count):
        seen[SOUND] += min(amounts[k, BITS], balance.rules[LINK_MOST])
        seen[FAR] -= amounts[k, DEFICIT]
        seen[HEAD_DIFFERS] += amounts[k, DRESS] < 0.0
        if k > 0:
            seen[ORDER] += spans[k, RIGHT] < spans[k - 1, RIGHT]
    _given(both, count, sight, desk)
    _dressed(balance, both, count, sight)
    complete = count > 0 and lacking == 0 and unasked == 0
    if complete and seen[ORDER] > 0.0 and seen[GIVEN_MOVED] > 0.0:
        if _chained(left, a) or _chained(right, b):
            seen[CHAIN_TURNED] = 1.0
        else:
            seen[TURNED] = seen[GIVEN_SAME] = 1.0
            seen[GIVEN_MOVED] = seen[ROLE_DIFFERS] = seen[ORDER] = 0.0
    clash = max(min(lacking, unasked) - seen[GIVEN_CLASH], 0.0)
    alone = count == 1 and (lacking > 0 or unasked > 0)
    seen[COMPLETE], seen[CLASH], seen[ALONE] = complete, clash, alone
    seen[FAMILY_MISSING] = _family(left, a, open_left[:n]) or _family(right, b, open_right[:m])
    seen[GIVEN_ALONE] = alone and clash > 0.0 and seen[GIVEN_SAME] > 0.0
    seen[SOUND_CLASH] = seen[SOUND] if seen[GIVEN_CLASH] > 0.0 else 0.0
    if count > 0 and open_left[n - 1] and open_right[m - 1]:
        seen[LAST_CLASH] = not (seen[GIVEN_CLASH] > 0.0 and clash == 0.0)
    seen[TITLE_SAME] = shared_titles(left, a, right, b)
    if count > 1:
        seen[COMPANY] = _company(balance, both, count, sight, desk.shares)
    if complete:
        seen[EXACT] = _exact(balance, both, count, sight)
    if lacking > 0 and unasked > 0:
        seen[NEAR], seen[NEAR_BONES] = near_misses(
            balance, desk, min(lacking, MOST_LOOSE), min(unasked, MOST_LOOSE)
        )


@light
@inner_loop
def _open(both: Both, count: int, spans: Longs, desk: Desk) -> tuple[int, int]:
    """Note on the desk which parts no link answers; how many there are on either side."""
    left, a, right, b = both
    here, there = left.part_at[a], right.part_at[b]
    n, m = left.part_at[a + 1] - here, right.part_at[b + 1] - there
    desk.open_left[:n], desk.open_right[:m] = True, True
    for k in range(count):
        desk.open_left[spans[k, LEFT] : spans[k, LEFT_END]] = False
        desk.open_right[spans[k, RIGHT] : spans[k, RIGHT_END]] = False
    lacking = unasked = 0
    for i in range(n):
        if desk.open_left[i]:
            if lacking < MOST_LOOSE:
                desk.loose_left[lacking] = left.parts[here + i]
            lacking += 1
    for j in range(m):
        if desk.open_right[j]:
            if unasked < MOST_LOOSE:
                desk.loose_right[unasked] = right.parts[there + j]
            unasked += 1
    return lacking, unasked


@light
@inner_loop
def _given(both: Both, count: int, sight: Sight, desk: Desk) -> None:
    """What becomes of the given names."""
    left, a, right, b = both
    seen, spans = sight.seen, sight.spans
    one, other = left.places[a, GIVEN], right.places[b, GIVEN]
    called, also_called = left.places[a, CALLED], right.places[b, CALLED]
    for k in range(count):
        first, end = spans[k, LEFT], spans[k, LEFT_END]
        begin, last = spans[k, RIGHT], spans[k, RIGHT_END]
        here = first <= one < end or first <= called < end
        there = begin <= other < last or begin <= also_called < last
        if here and there:
            seen[GIVEN_SAME] = 1.0
    if one >= 0 and other >= 0:
        if desk.open_left[one] and desk.open_right[other]:
            seen[GIVEN_CLASH] = 1.0
        if seen[GIVEN_SAME] == 0.0:
            seen[GIVEN_MOVED] = (not desk.open_left[one]) + (not desk.open_right[other])
            seen[GIVEN_MORE] = seen[GIVEN_MOVED] == 1.0


@light
@inner_loop
def _dressed(balance: Balance, both: Both, count: int, sight: Sight) -> None:
    """How the answered parts stand in their names: article, son of, last or not."""
    left, a, right, b = both
    seen, spans, marks = sight.seen, sight.spans, balance.parts.marks
    here, there = left.part_at[a], right.part_at[b]
    last, other_last = left.part_at[a + 1] - here - 1, right.part_at[b + 1] - there - 1
    for k in range(count):
        i, j = here + spans[k, LEFT], there + spans[k, RIGHT]
        one, other = left.parts[i], right.parts[j]
        flags, other_flags = left.flags[i], right.flags[j]
        size = spans[k, LEFT_END] - spans[k, LEFT]
        if (
            size == spans[k, RIGHT_END] - spans[k, RIGHT]
            and not marks[one, HEAD]
            and not marks[other, HEAD]
            # al-Kadhimi is Kadhimi; al-Ali is a family, Ali a man.
            and not (flags | other_flags) & IS_NISBA
        ):
            seen[ARTICLE_DIFFERS] += marks[one, ARTICLE] != marks[other, ARTICLE]
        seen[GENDER_DIFFERS] += marks[one, FEMININE] != marks[other, FEMININE]
        seen[IBN_SAME] += (flags & other_flags & IS_IBN) != 0
        seen[IBN_DIFFERS] += (flags & IS_IBN) != (other_flags & IS_IBN)
        if last > 0 and other_last > 0:
            at_end = spans[k, LEFT] <= last < spans[k, LEFT_END]
            if at_end != (spans[k, RIGHT] <= other_last < spans[k, RIGHT_END]):
                seen[ROLE_DIFFERS] = 1.0


@light
@inner_loop
def _company(balance: Balance, both: Both, count: int, sight: Sight, shares: Floats) -> float:
    """Bits by which answered parts are likelier together than if they met by chance.

    log2 of the sum over countries of P(country) times the product of how much more often each part
    is borne there. Bounded by half of what the parts but the rarest say: one part more may say
    little, and never speaks against. `shares` is room for the countries.
    """
    left, a, right, b = both
    homes = balance.parts.homes
    most = 0.0
    for place in range(len(shares)):
        shares[place] = balance.everybody[place]
    for k in range(count):
        most = max(most, min(sight.amounts[k, BITS], balance.rules[LINK_MOST]))
        one = left.parts[left.part_at[a] + sight.spans[k, LEFT]]
        other = right.parts[right.part_at[b] + sight.spans[k, RIGHT]]
        for place in range(len(shares)):
            shares[place] *= (np.float64(homes[one, place]) + np.float64(homes[other, place])) / 2.0
    together = 0.0
    for share in shares:
        together += share
    return min(max(math.log2(together), 0.0), max(sight.seen[SOUND] - most, 0.0) / 2.0)


@light
@inner_loop
def _chained(names: Names, row: int) -> bool:
    """Whether a father is marked: Salman bin Muhammad is not Muhammad bin Salman."""
    for flags in names.flags[names.part_at[row] : names.part_at[row + 1]]:
        if flags & IS_CHAINED:
            return True
    return False


@light
@inner_loop
def _family(names: Names, row: int, unanswered: Flags) -> bool:
    """Whether a name's last part marks a family (an article, a house), and is unanswered."""
    last = len(unanswered) - 1
    if last < 1 or not unanswered[last]:
        return False
    return (names.flags[names.part_at[row] + last] & (HAS_ARTICLE | IS_HOUSE)) != 0


@light
@inner_loop
def apart_of(balance: Balance, both: Both) -> float:
    """Worth of the nearest two parts, none of which answer each other."""
    left, a, right, b = both
    most = balance.rules[APART_MOST]
    here, there = left.part_at[a], right.part_at[b]
    for i in range(here, min(left.part_at[a + 1], here + MOST_LOOSE)):
        for j in range(there, min(right.part_at[b + 1], there + MOST_LOOSE)):
            bits, deficit = between(balance, left.parts[i], right.parts[j])
            most = max(most, bits + balance.rules[LINK_DEFICIT] * deficit)
    return min(most, 0.0)


@light
@inner_loop
def _exact(balance: Balance, both: Both, count: int, sight: Sight) -> bool:
    """Whether two names of which every part is answered are the same letters, part for part."""
    left, a, right, b = both
    spans, amounts = sight.spans, sight.amounts
    parts = balance.parts
    here, there = left.part_at[a], right.part_at[b]
    for k in range(count):
        size = spans[k, LEFT_END] - spans[k, LEFT]
        if size != spans[k, RIGHT_END] - spans[k, RIGHT] or amounts[k, DRESS] != 0.0:
            return False
        one = left.parts[here + spans[k, LEFT]]
        other = right.parts[there + spans[k, RIGHT]]
        if parts.marks[one, FEMININE] != parts.marks[other, FEMININE]:
            return False
        if parts.marks[one, SCRIPT] != parts.marks[other, SCRIPT]:
            return False
        if not same_letters(
            parts.letters[parts.letter_at[one] : parts.letter_at[one + 1]],
            parts.letters[parts.letter_at[other] : parts.letter_at[other + 1]],
            parts.marks[one, SCRIPT] == ARABIC_LETTERS,
        ):
            return False
    return True
