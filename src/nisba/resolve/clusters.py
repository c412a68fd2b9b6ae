"""Names of a list into clusters, one a bearer: links that agree are joined, contradictions are not.

Takes links between places of a list (`nisba.resolve.neighbours` finds them) and joins clusters,
the surest first. Two clusters become one only if the pairs between them, taken together, speak for
it, and no facts contradict. So a name that resembles two families joins one of them, or none, and
never makes one family of both. Where too few of these pairs are known, more are asked for.
"""

import heapq
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from nisba.match.weights import value

Ints = NDArray[np.int32]
Floats = NDArray[np.float32]
Asked = Callable[[Ints, Ints], Floats]
"""Log2 odds of pairs of places, as `Links` has them; both arguments are of one shape."""

MOST, LEAST = value("dedupe_most"), value("dedupe_least")
"""Log2 odds beyond which one pair says no more: no sure link outvotes a family."""
ENOUGH = int(value("dedupe_asked"))
"""Pairs between two clusters that must be known before they are joined, if there are so many."""
APART = int(value("dedupe_born_apart"))
"""Years of birth that lie farther apart than this are of two persons."""


_Between = list[float]
"""Of the pairs between two clusters: the sum of the log2 odds of those that are links, how many
these are, and the same of those that were asked for. Links are the best pairs, and do not speak for
the others: those asked for do, as a sample of all that are no links."""


class Links(NamedTuple):
    """Pairs of places, each once and left before right, with log2 odds that they are one bearer.

    All of shape (links,). Odds of 0 are even odds, the length of the list reckoned in.
    """

    left: Ints
    right: Ints
    odds: Floats


class Known(NamedTuple):
    """Facts that forbid: first and last year of birth (0: not known), gender (0, 1 or 2).

    All of shape (places,).
    """

    first: Ints
    last: Ints
    gender: Ints


def contradict(known: Known | None, one: int, other: int) -> bool:
    """Whether what is known of two places forbids that they are one bearer.

    >>> known = Known(*np.array([[1948, 1970, 0], [1948, 1970, 0], [0, 0, 1]]))
    >>> contradict(known, 0, 1), contradict(known, 0, 2)
    (True, False)
    """
    return known is not None and _Cluster(one, known).contradicts(_Cluster(other, known))


def partition(
    count: int,
    links: Links,
    ask: Asked | None = None,
    known: Known | None = None,
    least: float = 0.0,
) -> Ints:
    """The cluster of each place, of shape (count,): the number of its first member.

    Clusters are joined while the mean log2 odds of the pairs between them exceed `least`, the
    highest first, and of equals those that stand first. `ask` gives the odds of pairs that are not
    among the links; without it they count for nothing.

    >>> links = Links(np.array([0, 1, 0]), np.array([1, 2, 2]), np.array([3.0, 2.0, -9.0]))
    >>> partition(3, links).tolist()
    [0, 0, 2]
    """
    found = np.arange(count, dtype=np.int32)
    open_ones: Iterable[_Component] = (
        _Component(edges, known) for edges in _components(count, links, least)
    )
    while True:
        waiting: list[_Component] = []
        wanted: list[tuple[int, int]] = []
        for component in open_ones:
            component.join(ENOUGH if ask else 0)
            if component.wanted:
                waiting.append(component)
                wanted += component.wanted
                continue
            for cluster in component.clusters.values():
                found[cluster.members] = min(cluster.members)
        if ask is None or not waiting:
            return found
        pairs = np.array(wanted, dtype=np.int32)
        odds = np.clip(ask(pairs[:, 0], pairs[:, 1]) - least, LEAST, MOST).tolist()
        heard = 0
        for component in waiting:
            number = len(component.wanted)
            component.hear(odds[heard : heard + number])
            heard += number
        open_ones = waiting


def _components(count: int, links: Links, least: float) -> Iterator[list[tuple[int, int, float]]]:
    """The links of each set of places that links above `least` hold together."""
    parent = list(range(count))
    strong = links.odds > least
    for a, b in zip(links.left[strong].tolist(), links.right[strong].tolist(), strict=True):
        while parent[a] != a:
            parent[a] = a = parent[parent[a]]
        while parent[b] != b:
            parent[b] = b = parent[parent[b]]
        parent[max(a, b)] = min(a, b)
    root = np.array(parent, dtype=np.int32)
    while not np.array_equal(root, root[root]):
        root = root[root]
    inner = np.flatnonzero(root[links.left] == root[links.right])
    inner = inner[np.argsort(root[links.left[inner]], kind="stable")]
    bounds = np.flatnonzero(np.diff(root[links.left[inner]], prepend=-1, append=-1))
    odds = np.clip(links.odds - least, LEAST, MOST)
    for begin, end in zip(bounds[:-1].tolist(), bounds[1:].tolist(), strict=True):
        some = inner[begin:end]
        columns = links.left[some].tolist(), links.right[some].tolist(), odds[some].tolist()
        yield list(zip(*columns, strict=True))


class _Cluster:
    """A cluster that grows: its members, what is known of them, its sums to other clusters."""

    __slots__ = ("earliest", "genders", "latest", "members", "sums")

    def __init__(self, place: int, known: Known | None) -> None:
        self.members = [place]
        self.sums: dict[int, _Between] = {}
        """What is known of the pairs to each other cluster; both clusters share the list."""
        self.latest, self.earliest, self.genders = 0, 0, 0
        """The latest of the first years of birth, the earliest of the last ones."""
        if known is not None:
            self.latest, self.earliest = int(known.first[place]), int(known.last[place])
            self.genders = int(known.gender[place])

    def contradicts(self, other: "_Cluster") -> bool:
        """Whether any member of one contradicts any of the other."""
        if self.genders | other.genders == 3:
            return True
        gap = max(self.latest - other.earliest, other.latest - self.earliest)
        return bool(self.latest and other.latest) and gap > APART

    def take(self, other: "_Cluster") -> None:
        """Take the members of another, and what is known of them."""
        self.members = sorted(self.members + other.members)
        self.genders |= other.genders
        if other.latest:
            self.earliest = min(self.earliest, other.earliest) if self.latest else other.earliest
            self.latest = max(self.latest, other.latest)


class _Component:
    """Clusters that links hold together, and the pairs that are wanted before more are joined."""

    def __init__(self, edges: Sequence[tuple[int, int, float]], known: Known | None) -> None:
        self.clusters: dict[int, _Cluster] = {}
        self.wanted: list[tuple[int, int]] = []
        self._edges = edges
        self._pairs: set[tuple[int, int]] = set()
        self._of = {}
        for a, b, odds in edges:
            for place in (a, b):
                if place not in self.clusters:
                    self.clusters[place] = _Cluster(place, known)
                    self._of[place] = place
            self.clusters[a].sums[b] = self.clusters[b].sums[a] = [odds, 1.0, 0.0, 0.0]
        # Sizes tell whether a mean is of the clusters as they are: a cluster only grows.
        self._heap = [(-odds, a, b, 2) for a, b, odds in edges if odds > 0.0]
        heapq.heapify(self._heap)

    def join(self, enough: int) -> None:
        """Join clusters until none are left to join, or pairs are wanted first."""
        clusters, heap = self.clusters, self._heap
        held: set[int] = set()
        later = []
        while heap:
            entry = heapq.heappop(heap)
            _, a, b, size = entry
            if a not in clusters or b not in clusters:
                continue
            if a in held or b in held:
                later.append(entry)
                continue
            one, other = clusters[a], clusters[b]
            if len(one.members) + len(other.members) != size:
                self._push(a, b)
                continue
            if one.contradicts(other):
                continue
            _, links, _, asks = one.sums[b]
            unlinked = len(one.members) * len(other.members) - int(links)
            lacking = min(enough, unlinked) - int(asks)
            if lacking > 0:
                self.wanted += self._some(one.members, other.members, lacking)
                held |= {a, b}
                later.append(entry)
                continue
            self._merge(a, b)
        self._heap = later
        heapq.heapify(later)

    def hear(self, odds: Sequence[float]) -> None:
        """Take the odds of the pairs that were wanted."""
        for (a, b), more in zip(self.wanted, odds, strict=True):
            self._pairs.add((a, b))
            between = self.clusters[self._of[a]].sums[self._of[b]]
            between[2] += more
            between[3] += 1.0
        touched = {tuple(sorted((self._of[a], self._of[b]))) for a, b in self.wanted}
        self._heap = [e for e in self._heap if (e[1], e[2]) not in touched]
        heapq.heapify(self._heap)
        for one, other in sorted(touched):
            self._push(one, other)
        self.wanted = []

    def _push(self, a: int, b: int) -> None:
        """Put two clusters in line if the mean of their pairs, as far as it is known, is for it."""
        one, other = self.clusters[a], self.clusters[b]
        linked, links, asked, asks = one.sums[b]
        size = len(one.members)
        mean = linked / links if links else LEAST
        if asks:
            rest = asked / asks
            mean = rest + (linked - rest * links) / (size * len(other.members))
        if mean > 0.0:
            pair = (a, b) if a < b else (b, a)
            heapq.heappush(self._heap, (-mean, *pair, size + len(other.members)))

    def _merge(self, a: int, b: int) -> None:
        """Make one cluster of two, under the number of that with more neighbours."""
        if len(self.clusters[a].sums) < len(self.clusters[b].sums):
            a, b = b, a
        one, other = self.clusters[a], self.clusters.pop(b)
        for place in other.members:
            self._of[place] = a
        one.take(other)
        del one.sums[b], other.sums[a]
        for c, more in other.sums.items():
            there = self.clusters[c].sums
            del there[b]
            if c in one.sums:
                between = one.sums[c]
                for at in range(4):
                    between[at] += more[at]
            else:
                one.sums[c] = there[a] = more
            self._push(a, c)

    def _some(
        self, left: Sequence[int], right: Sequence[int], number: int
    ) -> list[tuple[int, int]]:
        """So many pairs that are not known, from all over both clusters."""
        # Few components ever ask: the pairs that are known are gathered when one does.
        self._pairs.update((a, b) for a, b, _ in self._edges)
        self._edges = ()
        # Diagonals of the table of all pairs: each name comes once before any comes twice.
        few, many = (left, right) if len(left) <= len(right) else (right, left)
        found = []
        for turn in range(len(many)):
            for at in range(len(few)):
                other = many[(at * len(many) // len(few) + turn) % len(many)]
                pair = min(few[at], other), max(few[at], other)
                if pair not in self._pairs:
                    found.append(pair)
                    if len(found) == number:
                        return found
        return found
