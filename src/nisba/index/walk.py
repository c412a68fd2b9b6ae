"""From a query to the names that may be its own, as loops over the columns of the index.

Each part of the query has found the parts of the index that may render the same form
(`nisba.index.nearest`); these lead to the names that share most evidence with the query. Every part
counts, however common: the sound model weighs them, no rule leaves them out. But where the rarer
parts have found enough, the long lists of the commoner ones are not walked: a name that stands in
these alone could not be among the best, and that is proven before it is passed over.
"""

from typing import NamedTuple

import numpy as np

from nisba._loops import inlined, inner_loop, light, loop
from nisba.index.keys import key_of_bones, key_of_both
from nisba.match.balance import Balance
from nisba.match.columns import BEST, INITIAL, Longs, Names
from nisba.match.homes import Shares
from nisba.match.weights import value
from nisba.sounds.kernels import Floats, Ints

OUT_OF_REACH = value("search_reach")
"""Bits by which a name's parts may stay behind the best name before it is left out."""
_AS_GOOD = value("search_joined")
"""Share of a part's own evidence that a compound of the same consonants is expected to reach."""
_LONGER, _LONGEST_SLACK = 0.1, 1.0
"""Bits that each part more or less takes, and the most that all take: they may go unanswered."""
_STEPS = 512
"""Steps in which totals are counted."""
FEW = 4
"""Parts that most names do not exceed."""


class Filed(NamedTuple):
    """The index for the loops. Names are those of the list (`listed` of them), then the same with
    titles among their parts; a row of `names_of` holds the names with a part, `parts_of` the parts
    with a key (`chance_of` says how likely each renders the form, if it is of one), `split_of` the
    names in which two neighbours have a key, each in ascending order. `few` (names, FEW) holds the
    parts of a name again, and behind them the number of parts; -1 in front if it has more."""

    names: Names
    listed: int
    name_at: Longs
    names_of: Longs
    keys: Longs
    part_at: Longs
    parts_of: Longs
    chance_of: Shares
    split_keys: Longs
    split_at: Longs
    split_of: Longs
    few: Ints


class Found(NamedTuple):
    """Parts of the index that may be a part, best first, with their bits: rows `at` to `end`."""

    at: Longs
    end: Longs
    parts: Longs
    bits: Floats


class Scratch(NamedTuple):
    """Room for one search. Zero between two calls: by parts of the index, shared weights, and (one
    row more) the place among those found, the last being 1; by its names, the place + 1 among those
    that were met; by forms of the lexicon, the place + 1 among those of a part. By place: the part
    that shares a key; the name, its bits so far, and the last slot that gave some."""

    shared: Floats
    touched: Longs
    forms: Ints
    rank: Ints
    place: Ints
    met: Longs
    total: Floats
    slot: Longs


@inlined
def row_of(keys: Longs, key: int) -> int:
    """The row of a key among ascending ones, or -1."""
    row = np.searchsorted(keys, key)
    return int(row) if row < len(keys) and keys[row] == key else -1


@loop
def candidates(
    balance: Balance,
    filed: Filed,
    scratch: Scratch,
    found: Found,
    queries: Names,
    query: int,
    more: Floats,
    names: Longs,
    reach: Floats,
    needed: float,
) -> int:
    """Fill `names` with those that share most evidence with a query, best first; how many.

    `reach` holds their bits, of the parts one by one: about what the whole name can reach. `more`
    holds bits of other evidence for each name, or nothing. Where `needed` is finite, all names
    that reach it are asked for, and others are not; else what the best name reaches decides.
    """
    first, last = queries.part_at[query], queries.part_at[query + 1]
    slots = queries.parts[first:last]
    limit, marks = len(names), balance.parts.marks
    ceiling = np.zeros(len(slots))
    for i in range(len(slots)):
        part = slots[i]
        if not marks[part, INITIAL] and found.end[part] > found.at[part]:
            ceiling[i] = found.bits[found.at[part]]
    order = np.argsort(-ceiling, kind="mergesort")
    total, slot, count = scratch.total, scratch.slot, 0
    size, most = float(len(slots)), 0.0
    best_more = more.max() if len(more) else 0.0
    least_more = more.min() if len(more) else 0.0
    rest = ceiling.sum() + best_more
    at, enough = 0, -np.inf
    while at < len(order) and ceiling[order[at]] > 0.0:
        # A name that was not met yet cannot reach what is needed: the longest lists are left.
        if needed > -np.inf:
            enough = needed
        elif count and rest < most:
            least = max(most - OUT_OF_REACH, _least(total[:count], limit, most))
            enough = least + least_more - _LONGEST_SLACK
        if rest < enough:
            break
        part = slots[order[at]]
        rest -= ceiling[order[at]]
        at += 1
        for k in range(found.at[part], found.end[part]):
            number, bits = found.parts[k], found.bits[k]
            for name in filed.names_of[filed.name_at[number] : filed.name_at[number + 1]]:
                place = scratch.place[name] - 1
                if place < 0:
                    place, count = count, _meet(scratch, count, name)
                if slot[place] != at:
                    slot[place] = at
                    total[place] += bits
                    most = max(most, total[place])
    if at < len(order) and ceiling[order[at]] > 0.0:
        _finish(filed, scratch, found, slots, order[at:], ceiling, count, enough - rest)
    least = needed
    if needed == -np.inf:
        for place in range(count):
            own = more[scratch.met[place]] if len(more) else 0.0
            least = max(least, total[place] + own - OUT_OF_REACH)
    # What two parts written as one may be worth is a guess: it adds names, and rules none out.
    for number in _joined(balance, filed, slots):
        whole = _AS_GOOD * balance.parts.sounds[number, BEST]
        for name in filed.names_of[filed.name_at[number] : filed.name_at[number + 1]]:
            if scratch.place[name] == 0:
                count = _meet(scratch, count, name)
            total[scratch.place[name] - 1] += whole
    for part in slots:
        # A compound of a name in two words may be one word of the query.
        row = row_of(filed.split_keys, key_of_bones(balance.parts, part))
        if row < 0:
            continue
        whole = _AS_GOOD * balance.parts.sounds[part, BEST]
        for name in filed.split_of[filed.split_at[row] : filed.split_at[row + 1]]:
            if scratch.place[name] == 0:
                count = _meet(scratch, count, name)
            place = scratch.place[name] - 1
            total[place] = max(total[place], whole)
    chosen = _best(filed, scratch.met[:count], total, more, size, least, names, reach)
    for name in scratch.met[:count]:
        scratch.place[name] = 0
    return chosen


@inlined
def _meet(scratch: Scratch, count: int, name: int) -> int:
    """Note a name that is met for the first time; how many were met."""
    scratch.met[count], scratch.total[count], scratch.slot[count] = name, 0.0, 0
    scratch.place[name] = count + 1
    return count + 1


@inner_loop
def _joined(balance: Balance, filed: Filed, slots: Longs) -> Longs:
    """Parts of the index with the bones of two neighbours of the query (Malekouti Pour)."""
    numbers = np.empty(0, np.int64)
    for i in range(len(slots) - 1):
        key = key_of_both(balance.parts, slots[i], slots[i + 1])
        row = row_of(filed.keys, key) if key >= 0 else -1
        if row >= 0:
            more = filed.parts_of[filed.part_at[row] : filed.part_at[row + 1]]
            numbers = np.concatenate((numbers, more))
    return numbers


@inner_loop
def _least(total: Floats, limit: int, most: float) -> float:
    """What a name must reach to be among the best `limit` of those that were met so far.

    Totals are counted in steps, so it may be a little less; `most` is the greatest total.
    """
    if len(total) < limit or most <= 0.0:
        return -np.inf
    tally = np.zeros(_STEPS, np.int64)
    for one in total:
        tally[max(int(one / most * (_STEPS - 1)), 0)] += 1
    step = _STEPS
    while limit > 0:
        step -= 1
        limit -= tally[step]
    return step * most / (_STEPS - 1)


@light
@inner_loop
def _finish(
    filed: Filed,
    scratch: Scratch,
    found: Found,
    slots: Longs,
    order: Longs,
    ceiling: Floats,
    count: int,
    least: float,
) -> None:
    """Add what the remaining parts are worth to the names that were met: no others matter, nor do
    those that stay below `least`, as the parts cannot lift them high enough."""
    rank, names, few = scratch.rank, filed.names, filed.few
    for i in order:
        if ceiling[i] <= 0.0:
            break
        end = found.end[slots[i]]
        rows = range(found.at[slots[i]], end)
        for row in rows:
            rank[found.parts[row]] = end - row
        for place in range(count):
            if scratch.total[place] < least:
                continue
            name, best = scratch.met[place], 0
            if few[name, 0] >= 0:
                for k in range(FEW):
                    best = max(best, rank[few[name, k]])
            else:
                for number in names.parts[names.part_at[name] : names.part_at[name + 1]]:
                    best = max(best, rank[number])
            if best > 0:
                scratch.total[place] += found.bits[end - best]
        for row in rows:
            rank[found.parts[row]] = 0
        least += ceiling[i]


@inner_loop
def _best(
    filed: Filed,
    met: Longs,
    total: Floats,
    more: Floats,
    size: float,
    least: float,
    names: Longs,
    reach: Floats,
) -> int:
    """Put the best names that reach enough in their order, of equals those that come first."""
    limit, most = len(names), 0.0
    for place in range(len(met)):
        most = max(most, total[place])
    # Parts more or less take some bits, and facts give some: names a little below may be better.
    slack = _LONGEST_SLACK + (more.max() - more.min() if len(more) else 0.0)
    floor = max(least, _least(total[: len(met)], limit, most)) - slack
    chosen = 0
    for place in range(len(met)):
        if total[place] < floor:
            continue
        name = met[place]
        parts = filed.names.part_at[name + 1] - filed.names.part_at[name]
        own = more[name] if len(more) else 0.0
        reached = total[place] + own - min(_LONGER * abs(parts - size), _LONGEST_SLACK)
        if reached < least:
            continue
        at = chosen
        if chosen < limit:
            chosen += 1
        elif not _before(reached, name, reach[limit - 1], names[limit - 1]):
            continue
        else:
            at -= 1
        while at > 0 and _before(reached, name, reach[at - 1], names[at - 1]):
            reach[at], names[at] = reach[at - 1], names[at - 1]
            at -= 1
        reach[at], names[at] = reached, name
    return chosen


@inlined
def _before(bits: float, name: int, other_bits: float, other: int) -> bool:
    """Whether a name stands before another: more bits, or of equals the lower number."""
    return bits > other_bits or (bits == other_bits and name < other)
