"""From a part of a query to the parts of the index that may be the same, as loops over columns.

All parts that share a key are met. Those that share most, of forms, letters and consonants, are
weighed by the sound model, and those that answer are found, best first.
"""

import numpy as np

from nisba._loops import inlined, inner_loop, light, loop
from nisba.index.keys import FORM, LETTERS, MOST_KEYS, chance_of, grain_of, keys_of, prior_of
from nisba.index.walk import Filed, Found, Scratch, row_of
from nisba.match.balance import (
    LINK_DEFICIT,
    LINK_LEAST,
    Balance,
    remember,
    weigh,
    weighed,
)
from nisba.match.columns import INITIAL, SURPRISE, Longs, spelling_of
from nisba.sounds.kernels import Floats
from nisba.sounds.pairs import Spelling, evidence_of, order

_SAME_LETTERS, _SAME_BONES, _TINY = 2.0**30, 1.0, 1e-9
"""How much likelier two parts are one name if they share letters or consonants, for the choice of
the nearest; of forms the lexicon says it."""


@loop
def search(
    balance: Balance,
    filed: Filed,
    scratch: Scratch,
    parts: Longs,
    most: int,
    found: Found,
    filled: int,
) -> int:
    """Find the parts of the index that may render the forms of each of some parts.

    At most `most` are weighed for each. Fills `found` from the row `filled` on, and returns where
    that ends. Bits are those of the pair, and half the deficit.
    """
    keys = np.empty(MOST_KEYS, np.int64)
    numbers, worth, surprise = np.empty(most, np.int64), np.empty(most), np.empty(most)
    for part in parts:
        count = _nearest(scratch, _met(balance, filed, scratch, part, keys), numbers, worth)
        _listed(balance, scratch, part, numbers[:count], worth)
        found.at[part] = filled
        filled += _weigh(balance, part, numbers[:count], worth, surprise, found, filled)
        found.end[part] = filled
    return filled


@light
@inner_loop
def _met(balance: Balance, filed: Filed, scratch: Scratch, part: int, keys: Longs) -> int:
    """Note the parts of the index that share a key with a part, and what they share; how many."""
    shared, touched, prior = scratch.shared, scratch.touched, balance.beliefs.prior
    count = 0
    for key in keys[: keys_of(balance.parts, part, keys)]:
        row = row_of(filed.keys, key)
        if row < 0:
            continue
        grain = grain_of(key)
        same = _SAME_LETTERS if grain == LETTERS else _SAME_BONES
        own = 0.0
        if grain == FORM:
            same, own = 0.0, chance_of(balance.parts, prior, part, key) / prior_of(prior, key)
        for at in range(filed.part_at[row], filed.part_at[row + 1]):
            number = filed.parts_of[at]
            before = shared[number]
            touched[count] = number
            count += before == 0.0
            if grain == FORM:
                same = max(own * filed.chance_of[at], _TINY)
            shared[number] = before + same
    return count


@light
@inner_loop
def _nearest(scratch: Scratch, count: int, numbers: Longs, worth: Floats) -> int:
    """Fill `numbers` with the parts that share most, of equals those that come first; how many.

    Nothing is shared any more behind this. The parts are a heap, above all the farthest.
    """
    shared, size, most = scratch.shared, 0, len(numbers)
    for number in scratch.touched[:count]:
        share = shared[number]
        shared[number] = 0.0
        if size < most:
            numbers[size], worth[size] = number, share
            size += 1
            if size == most:
                for place in range(most // 2, -1, -1):
                    _sink(numbers, worth, place)
        elif share > worth[0] or (share == worth[0] and number < numbers[0]):
            numbers[0], worth[0] = number, share
            _sink(numbers, worth, 0)
    return size


@light
@inner_loop
def _sink(numbers: Longs, worth: Floats, place: int) -> None:
    """Put a part of a full heap below those that are farther."""
    number, share = numbers[place], worth[place]
    while 2 * place + 1 < len(numbers):
        below = 2 * place + 1
        if below + 1 < len(numbers) and _farther(numbers, worth, below + 1, below):
            below += 1
        if worth[below] > share or (worth[below] == share and numbers[below] < number):
            break
        numbers[place], worth[place] = numbers[below], worth[below]
        place = below
    numbers[place], worth[place] = number, share


@inlined
def _farther(numbers: Longs, worth: Floats, one: int, other: int) -> bool:
    """Whether a part shares less than another, or as much and comes behind it."""
    if worth[one] != worth[other]:
        return bool(worth[one] < worth[other])
    return bool(numbers[one] > numbers[other])


@light
@inner_loop
def _listed(balance: Balance, scratch: Scratch, part: int, numbers: Longs, chances: Floats) -> None:
    """Fill `chances` with P(x, y) over the forms of the lexicon, x the part and y each number."""
    parts, forms, prior = balance.parts, scratch.forms, balance.beliefs.prior
    first, last = parts.form_at[part], parts.form_at[part + 1]
    for i in range(first, last):
        forms[parts.forms[i]] = i - first + 1
    for k in range(len(numbers)):
        total = 0.0
        for j in range(parts.form_at[numbers[k]], parts.form_at[numbers[k] + 1]):
            form = parts.forms[j]
            if forms[form] > 0:
                total += parts.chances[first + forms[form] - 1] * parts.chances[j] * prior[form]
        chances[k] = total
    for i in range(first, last):
        forms[parts.forms[i]] = 0


@light
@inner_loop
def _weigh(
    balance: Balance,
    part: int,
    numbers: Longs,
    spoken: Floats,
    surprise: Floats,
    found: Found,
    filled: int,
) -> int:
    """Weigh a part beside others, and find those that answer it, best first; returns how many.

    `spoken` holds P(x, y) over the forms of the lexicon, and then the evidence of the spellings.
    """
    parts, rules, count = balance.parts, balance.rules, 0
    own = spelling_of(parts, part)
    for k in range(len(numbers)):
        number = numbers[k]
        a, b = min(part, number), max(part, number)
        surprise[k] = parts.sounds[number, SURPRISE]
        if a == b or parts.marks[a, INITIAL] or parts.marks[b, INITIAL]:
            surprise[k] = np.nan
            pair, deficit = weigh(balance, a, b)
        else:
            its, same = spelling_of(parts, number), 0
            while surprise[same] != surprise[k] or (
                same < k and not _same(its, spelling_of(parts, numbers[same]))
            ):
                same += 1
            if same < k:
                spoken[k] = spoken[same]
            else:
                spoken[k] = evidence_of(balance.beliefs, own, its, spoken[k])
            pair, deficit = weighed(parts, a, b, spoken[k])
        if pair + rules[LINK_DEFICIT] * deficit > rules[LINK_LEAST]:
            remember(balance, a, b, pair, deficit)
            _insert(found, filled, count, number, pair + deficit / 2)
            count += 1
    return count


@inlined
def _same(one: Spelling, other: Spelling) -> bool:
    """Whether two spellings are one."""
    return one.script == other.script and order(one.letters, other.letters) == 0


@light
@inner_loop
def _insert(found: Found, first: int, count: int, number: int, bits: float) -> None:
    """Put a part in its place among those that were found; of equals the first number is first."""
    at = first + count
    while at > first:
        before = found.bits[at - 1]
        if before > bits or (before == bits and found.parts[at - 1] < number):
            break
        found.parts[at], found.bits[at] = found.parts[at - 1], before
        at -= 1
    found.parts[at], found.bits[at] = number, bits
