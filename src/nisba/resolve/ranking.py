"""From candidates to a ranking with probabilities, as loops: the arithmetic of `resolve`.

Each candidate name is compared whole with the query, the best name of each identity stands for it,
and two questions are answered: is it anybody listed, and if so, who?

Who: candidates share the probability by their bits, `P(c) ∝ 2^bits(c)`. Whether: log2 odds that
the name belongs to any of them, from what is seen between it and the best candidate. A family name
that two brothers share says much about who it may be, and little about whether it is one of them;
so the two questions have weights of their own (`listed_…` in weights.tsv).
"""

import functools
import math
from typing import NamedTuple

import numpy as np

from nisba._loops import inlined, inner_loop, light, loop
from nisba.index.walk import Filed, Found, Scratch, candidates
from nisba.match.balance import Balance
from nisba.match.columns import Longs, Names
from nisba.match.desk import LEFT, LEFT_END, RIGHT, RIGHT_END, Both, Desk, Sight, desk, sight
from nisba.match.linking import settled
from nisba.match.seeing import COMPLETE, SOUND, bits_of, look
from nisba.match.types import SEEN
from nisba.match.viewing import View, see_with
from nisba.match.weights import value, weights
from nisba.sounds.kernels import Floats
from nisba.sounds.pairs import Codes

LOOKED_AT = int(value("search_names"))
"""Names of the index that are compared whole with one query."""
_CERTAIN = 1000.0
"""Bits beyond which nothing changes, so that no power overflows."""
_TIED = value("tied")
"""A candidate this likely, measured by the best one, is not told apart from it."""
NONE, AMBIGUOUS, MATCH = range(3)


class Listing(NamedTuple):
    """Whose each name is, and whether it is a short form; how many identities there are; the
    weights of `listed_…`, the prior last, and that of a short form that answers wholly."""

    owner: Longs
    short: Codes
    identities: int
    listed: Floats
    short_form: float


class Looked(NamedTuple):
    """Names compared with one query: their numbers, rows as they were settled, bits, quantities,
    and which parts are answered on both sides, as bits of a number. All have LOOKED_AT rows."""

    numbers: Longs
    mine: Longs
    theirs: Longs
    bits: Floats
    seen: Floats
    answered: Longs


class Ranked(NamedTuple):
    """The best names of identities, best first: rows of `Looked`, all bits, and probabilities."""

    rows: Longs
    bits: Floats
    chances: Floats


def room() -> tuple[Looked, Ranked]:
    """Room for one query."""
    looked = Looked(
        np.zeros(LOOKED_AT, np.int64),
        np.zeros(LOOKED_AT, np.int64),
        np.zeros(LOOKED_AT, np.int64),
        np.zeros(LOOKED_AT),
        np.zeros((LOOKED_AT, len(SEEN))),
        np.zeros((LOOKED_AT, 2), np.int64),
    )
    ranked = Ranked(np.zeros(LOOKED_AT, np.int64), np.zeros(LOOKED_AT), np.zeros(LOOKED_AT))
    return looked, ranked


@functools.cache
def listed_weights() -> Floats:
    """The weights of the quantities for "is it anybody?", in the order of SEEN, the prior last."""
    known = weights()
    each = [value(f"listed_{n}") if f"listed_{n}" in known else 0.0 for n in SEEN]
    return np.array([*each, value("listed_prior")])


@loop
def compare_all(
    balance: Balance,
    filed: Filed,
    listing: Listing,
    scratch: Scratch,
    found: Found,
    queries: Names,
    query: int,
    more: Floats,
    looked: Looked,
    between: Sight,
    room: Desk,
) -> int:
    """Compare a query with its candidates; how many were.

    Fills `looked` in the order of what they could reach. `between` and `room` are for two names,
    of any queries whose parts have the same numbers.
    """
    names, reach = np.empty(LOOKED_AT, np.int64), np.empty(LOOKED_AT)
    met = candidates(balance, filed, scratch, found, queries, query, more, names, reach, -np.inf)
    count = 0
    for name in names[:met]:
        count += _compare(
            balance, filed, listing, queries, query, name, looked, count, between.spans,
            between.amounts, room,
        )  # fmt: skip
    return count


@light
@inlined
def _compare(
    balance: Balance,
    filed: Filed,
    listing: Listing,
    queries: Names,
    query: int,
    name: int,
    looked: Looked,
    at: int,
    spans: Longs,
    amounts: Floats,
    room: Desk,
) -> bool:
    """Compare a query with one name, and fill a row of `looked`; whether it was to be compared."""
    mine = settled(balance, queries, query, filed.names, name)
    theirs = settled(balance, filed.names, name, queries, query)
    size = queries.part_at[mine + 1] - queries.part_at[mine]
    other = filed.names.part_at[theirs + 1] - filed.names.part_at[theirs]
    if listing.short[name] and size > other:
        return False  # a short form speaks for a name that says no more than it
    seen = looked.seen[at]
    both = Both(queries, mine, filed.names, theirs)
    links = look(balance, both, Sight(seen, spans, amounts), room)
    if links == 0:
        return False  # a name of which no part answers is no candidate
    looked.numbers[at], looked.mine[at], looked.theirs[at] = name, mine, theirs
    looked.bits[at] = bits_of(balance, seen)
    if listing.short[name] and seen[COMPLETE]:
        looked.bits[at] += listing.short_form
    looked.answered[at, 0] = looked.answered[at, 1] = 0
    for link in range(links):
        for i in range(spans[link, LEFT], spans[link, LEFT_END]):
            looked.answered[at, 0] |= 1 << i
        for j in range(spans[link, RIGHT], spans[link, RIGHT_END]):
            looked.answered[at, 1] |= 1 << j
    return True


@light
@loop
def rank(
    listing: Listing, looked: Looked, count: int, told: Floats, ranked: Ranked
) -> tuple[int, float]:
    """Rank the identities behind names that were compared; how many, and P(nobody).

    `told` holds the bits of the facts beside each name.
    """
    best = 0
    for k in range(count):
        owner, bits = listing.owner[looked.numbers[k]], looked.bits[k] + told[k]
        at = 0
        while at < best and listing.owner[looked.numbers[ranked.rows[at]]] != owner:
            at += 1
        if at < best and ranked.bits[at] >= bits:
            continue
        if at == best:
            best += 1
        while at > 0 and _before(looked, k, bits, ranked.rows[at - 1], ranked.bits[at - 1]):
            ranked.rows[at], ranked.bits[at] = ranked.rows[at - 1], ranked.bits[at - 1]
            at -= 1
        ranked.rows[at], ranked.bits[at] = k, bits
    if best == 0:
        return 0, 1.0
    odds = _odds(listing, looked, told, ranked, best)
    whole = 0.0
    for k in range(best):
        ranked.chances[k] = 2.0 ** max(ranked.bits[k] - ranked.bits[0], -_CERTAIN)
        whole += ranked.chances[k]
    somebody, nobody = 1.0 / (1.0 + 2.0**-odds), 1.0 / (1.0 + 2.0**odds)
    for k in range(best):
        ranked.chances[k] = somebody * ranked.chances[k] / whole
    return best, nobody


@light
@inner_loop
def _before(looked: Looked, row: int, bits: float, other: int, other_bits: float) -> bool:
    """Whether a name stands before another: more bits, or of equals the lower number."""
    if bits != other_bits:
        return bits > other_bits
    return looked.numbers[row] < looked.numbers[other]


@light
@inner_loop
def _odds(listing: Listing, looked: Looked, told: Floats, ranked: Ranked, best: int) -> float:
    """log2 odds that the name belongs to anybody listed, by the best candidate.

    Beforehand a name belongs to each of the identities alike, so a longer list needs more
    evidence. Of namesakes each may be the one, and their chances add up. Where only parts answer,
    facts count by what they say on average of those whom the name may mean: among a hundred
    cousins one is of any age, and a stranger meets him too.
    """
    first = ranked.rows[0]
    seen = looked.seen[first]
    if seen[SOUND] == 0.0:
        return -_CERTAIN
    name = ranked.bits[0] - told[first]
    met = whole = 0.0
    for k in range(best):
        row = ranked.rows[k]
        if seen[COMPLETE] and not looked.seen[row, COMPLETE]:
            continue
        weight = 2.0 ** max(ranked.bits[k] - told[row] - name, -_CERTAIN)
        met += weight * 2.0 ** told[row]
        whole += weight
    more = math.log2(met if seen[COMPLETE] else met / whole)
    odds = listing.listed[len(seen)]
    for k in range(len(seen)):
        odds += seen[k] * listing.listed[k]
    # A short form is used for this one alone, which the quantities do not know.
    odds += looked.bits[first] - _plain(listing, looked, first)
    odds += more - math.log2(max(listing.identities, 1))
    return min(max(odds, -_CERTAIN), _CERTAIN)


@light
@inner_loop
def _plain(listing: Listing, looked: Looked, row: int) -> float:
    """The bits of a name without what it is worth to be a short form."""
    if listing.short[looked.numbers[row]] and looked.seen[row, COMPLETE]:
        return looked.bits[row] - listing.short_form
    return looked.bits[row]


@light
@inner_loop
def tied(ranked: Ranked, best: int) -> int:
    """How many of the first identities the evidence does not tell from the best one."""
    count = 0
    while count < best and ranked.chances[count] >= _TIED * ranked.chances[0]:
        count += 1
    return count


class Answers(NamedTuple):
    """The rankings of many queries: how many identities, how many of them tie with the best,
    P(nobody), and for each identity its name, bits and chance."""

    best: Longs
    tied: Longs
    nobody: Floats
    names: Longs
    bits: Floats
    chances: Floats


def room_for(queries: int) -> Answers:
    """Room for the answers to so many queries."""
    return Answers(
        np.zeros(queries, np.int64),
        np.zeros(queries, np.int64),
        np.ones(queries),
        np.zeros((queries, LOOKED_AT), np.int64),
        np.zeros((queries, LOOKED_AT)),
        np.zeros((queries, LOOKED_AT)),
    )


@loop
def rank_all(
    balance: Balance,
    filed: Filed,
    listing: Listing,
    scratch: Scratch,
    found: Found,
    queries: Names,
    asked: Longs,
    looked: Looked,
    ranked: Ranked,
    answers: Answers,
    view: View,
) -> None:
    """Answer the queries in the rows `asked`, of whose bearers nothing else is known.

    Fills `view` with what is seen between each query and its best name.
    """
    nothing, told = np.empty(0), np.zeros(LOOKED_AT)
    between, room = sight(), desk(len(balance.beliefs.prior))
    for query in asked:
        count = compare_all(
            balance, filed, listing, scratch, found, queries, query, nothing, looked, between, room
        )
        best, nobody = rank(listing, looked, count, told, ranked)
        if best > 0:
            name = looked.numbers[ranked.rows[0]]
            see_with(balance, queries, query, filed.names, name, view, query, between, room)
        keep(looked, ranked, best, nobody, query, answers)


@light
@loop
def keep(
    looked: Looked, ranked: Ranked, best: int, nobody: float, query: int, answers: Answers
) -> None:
    """Put a ranking among the answers."""
    answers.best[query], answers.nobody[query] = best, nobody
    answers.tied[query] = tied(ranked, best)
    for k in range(best):
        answers.names[query, k] = looked.numbers[ranked.rows[k]]
        answers.bits[query, k] = ranked.bits[k]
        answers.chances[query, k] = ranked.chances[k]
