"""The index of a gazetteer: its names made ready, and the way from a part to the names with it.

A part of a query is looked up among the distinct parts of the gazetteer (they are far fewer than
names), and each part found leads to its names. Every part counts, however common: the evidence of
the sound model weighs them, no rule leaves them out.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from nisba.index.keys import bones_of, keys_of
from nisba.match.evidence import Weigher
from nisba.match.prepare import Ear
from nisba.match.types import Heard, Prepared
from nisba.match.weights import value

_NEAREST = 100
"""Distinct parts of the gazetteer that are looked at closely for one part of a query."""
_ANSWERS = 80
"""Of these, the parts that lead to names."""
_AS_GOOD = 0.8
"""Share of a part's own evidence that a compound of the same consonants is expected to reach."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One name in the index: whose it is, and whether it is a short form or an abbreviation."""

    identity: str
    text: str
    short: bool


@dataclass(frozen=True, slots=True, eq=False)
class Index:
    """Names of a gazetteer, sorted by identity and text, so that their order changes nothing."""

    names: tuple[Listed, ...]
    ear: Ear
    weigher: Weigher
    prepared: tuple[Prepared, ...]
    _vocabulary: tuple[Heard, ...]
    _postings: tuple[NDArray[np.int32], ...]
    _lengths: NDArray[np.float64]
    _by_key: dict[str, tuple[int, ...]]
    _split: dict[str, tuple[int, ...]]
    """Names by the skeleton of two neighbouring parts, which a query may write as one."""
    _found: dict[int, list[tuple[int, float]]] = field(default_factory=dict)

    def candidates(
        self, query: Prepared, limit: int, more: NDArray[np.float64] | None = None
    ) -> list[tuple[int, float]]:
        """Numbers of the names that share most evidence with the query, with its bits; best first.

        The bits are of the parts one by one: about what the whole name can reach. `more` holds
        bits of other evidence, of shape (names,), for the names that share a part.
        """
        if not self.names or not query.heard:
            return []
        total = np.zeros(len(self.names))
        for part in query.heard:
            if part.initial:
                continue  # a letter leads nowhere
            best = np.zeros(len(self.names))
            for number, bits in self._nearest(part):
                best[self._postings[number]] = bits
            total += best
        self._add_glued(query, total)
        reached = np.flatnonzero(total)
        if more is not None:
            total += more
        if len(reached) > limit:
            # A name with more parts than the query has more that may go unanswered.
            total -= 0.1 * np.abs(self._lengths - len(query.heard))
            floor = np.partition(total[reached], -limit)[-limit]
            reached = reached[total[reached] >= floor]
        ranked = reached[np.argsort(-total[reached], kind="stable")]
        return [(int(i), float(total[i])) for i in ranked[:limit]]

    def _add_glued(self, query: Prepared, total: NDArray[np.float64]) -> None:
        """Add what compounds are worth that one side writes apart (Malekouti Pour)."""
        for part in query.heard:
            for name in self._split.get(bones_of((part,)), ()):
                total[name] = max(total[name], _AS_GOOD * part.best)
        for pair in pairwise(query.heard):
            for number in self._by_key.get(f"={bones_of(pair)}", ()):
                names = self._postings[number]
                total[names] += _AS_GOOD * self._vocabulary[number].best

    def _nearest(self, part: Heard) -> list[tuple[int, float]]:
        """Parts of the gazetteer that may render the same form, with their bits, worst first."""
        found = self._found.get(part.number)
        if found is None:
            if len(self._found) > 200_000:
                self._found.clear()
            found = self._found[part.number] = self._search(part)
        return found

    def _search(self, part: Heard) -> list[tuple[int, float]]:
        shared: dict[int, int] = defaultdict(int)
        for key in keys_of(part.sound):
            weight = 4 if key[0] == "#" else 1 if key[0] == "=" else 8
            for number in self._by_key.get(key, ()):
                shared[number] += weight
        nearest = sorted(shared, key=lambda n: (-shared[n], n))[:_NEAREST]
        least, steep = value("link_least"), value("link_deficit")
        scored = []
        for number in nearest:
            bits, deficit = self.weigher.sound(part, self._vocabulary[number])
            if bits + steep * deficit > least:
                scored.append((bits + deficit / 2, number))
        scored.sort(key=lambda s: (s[0], -s[1]))
        return [(number, bits) for bits, number in scored[-_ANSWERS:]]


def build(names: Iterable[Listed], ear: Ear, weigher: Weigher) -> Index:
    """Index names; the order in which they come does not matter."""
    listed = tuple(sorted(set(names), key=lambda n: (n.identity, n.text, n.short)))
    prepared = tuple(ear.prepare(name.text) for name in listed)
    numbers: dict[int, int] = {}
    vocabulary: list[Heard] = []
    postings: list[list[int]] = []
    for n, name in enumerate(prepared):
        for part in name.heard:
            number = numbers.setdefault(part.number, len(vocabulary))
            if number == len(vocabulary):
                vocabulary.append(part)
                postings.append([])
            if not postings[number] or postings[number][-1] != n:
                postings[number].append(n)
    split: dict[str, list[int]] = defaultdict(list)
    for n, name in enumerate(prepared):
        for bones in {bones_of(pair) for pair in pairwise(name.heard)} - {""}:
            split[bones].append(n)
    by_key: dict[str, list[int]] = defaultdict(list)
    for number, part in enumerate(vocabulary):
        for key in keys_of(part.sound):
            by_key[key].append(number)
    return Index(
        listed,
        ear,
        weigher,
        prepared,
        tuple(vocabulary),
        tuple(np.array(p, dtype=np.int32) for p in postings),
        np.array([float(len(p.heard)) for p in prepared]),
        {key: tuple(found) for key, found in by_key.items()},
        {bones: tuple(found) for bones, found in split.items()},
    )
