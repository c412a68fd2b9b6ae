"""The bearers behind a list of names: its entries in clusters, each with its reason in numbers.

`bearers_of` takes the distinct entries of a list (`nisba.resolve.clusters_links`), joins them
(`nisba.resolve.clusters`), and says how sure each one's place is (`nisba.resolve.clusters_places`).
What two clusters claim alike is given to neither. A name too common to say who bears it makes no
cluster, however many rows have it: each row stands for itself.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from nisba.resolve.clusters import Known, Links, partition
from nisba.resolve.clusters_links import Entries, Evidence
from nisba.resolve.clusters_places import Booleans, Places, places_of, representatives
from nisba.resolve.neighbours import Floats, Ints, Pairs
from nisba.resolve.thresholds import threshold

MAX_ERROR = 0.1
"""The share of misplaced rows that a caller allows who says nothing."""
_UNSEEN = 6.0
"""Log2 odds below the wanted ones that stand for names which did not come near."""
_MORE_LIKELY = 0.5
"""Share of the probability that an entry's own cluster must exceed to keep it."""


@dataclass(frozen=True, slots=True, eq=False)
class Bearers:
    """The clusters of a list's entries. Every array has the shape (entries,).

    `cluster` is the place of the first entry of a cluster, `representative` that of the entry whose
    name stands for it. `alike` tells whether the rows of an entry are one bearer's; if not, each of
    them stands for itself. `certainty` (0 to 1) is the probability that a row of the entry belongs
    where it is: with its cluster, or alone. `torn` tells that it resembles two clusters alike, and
    was given to neither. `places` holds the strongest link of each entry, `own` the log2 odds of
    an entry beside itself, `links` all links that came near to being one; `least` is the odds from
    which a link joins, and `known` holds the facts that forbid, if there are any.
    """

    entries: Entries
    cluster: Ints
    representative: Ints
    alike: Booleans
    torn: Booleans
    certainty: Floats
    places: Places
    own: Floats
    links: Pairs
    least: float
    known: Known | None


def bearers_of(
    entries: Entries,
    max_error: float = MAX_ERROR,
    on_progress: Callable[[int], None] = lambda _: None,
    evidence: Evidence | None = None,
) -> Bearers:
    """Cluster the entries of a list, of which at most the share `max_error` is to be misplaced.

    `on_progress` is told how many names have been looked at. `evidence` of the same entries may be
    given, so that it is made ready once for several calls. Raises `ValueError` for what is no share
    between 0 and 1.

    >>> from nisba.facts import Facts
    >>> from nisba.resolve.clusters_links import Distinct
    >>> found = Distinct()
    >>> for name in ("Mustafa al-Kadhimi", "Moustafa Kazemi", "Haydar al-Kadhimi"):
    ...     _ = found.add(name, Facts())
    >>> entries, place = found.entries()
    >>> bearers = bearers_of(entries)
    >>> [entries.text(at) for at in bearers.representative[place].tolist()]
    ['Mustafa al-Kadhimi', 'Mustafa al-Kadhimi', 'Haydar al-Kadhimi']
    """
    enough = threshold(max_error)
    least = math.log2(enough / (1.0 - enough))
    evidence = evidence or Evidence(entries)
    places = np.arange(len(entries), dtype=np.int32)
    own = evidence.between(places, places).odds
    alike: Booleans = (entries.rows == 1) | (own > least)
    found = evidence.links(least, on_progress)
    links = found.some(alike[found.left] & alike[found.right])

    def ask(left: Ints, right: Ints) -> Floats:
        return evidence.between(left, right).odds

    known = entries.forbidding() if any(entries.facts) else None
    joined = partition(len(entries), Links(links.left, links.right, links.odds), ask, known, least)
    before = places_of(joined, links)
    cluster, torn = _without_torn(joined, before)
    typical = representatives(cluster, links, entries.rows, own)
    placed = _linked(places_of(cluster, links), cluster, typical, evidence)
    # What is torn belongs to each of those that claim it by its share alone.
    claim = np.where(torn, before.share, np.float32(1.0))[placed.near]
    certainty = _certainty(cluster, entries.rows, alike, own, placed, claim, least - _UNSEEN)
    return Bearers(
        entries, cluster, typical, alike, torn, certainty, placed, own, links, least, known
    )


def _without_torn(cluster: Ints, places: Places) -> tuple[Ints, Booleans]:
    """The clusters without the entries that others claim as much, and which these are."""
    torn: Booleans = places.inside & (places.share <= _MORE_LIKELY)
    kept = np.where(torn, np.arange(len(cluster)) + len(cluster), cluster)
    _, first, place = np.unique(kept, return_index=True, return_inverse=True)
    return first[place].astype(np.int32), torn


def _linked(places: Places, cluster: Ints, representative: Ints, evidence: Evidence) -> Places:
    """The same with a link, to the representative, for those in a cluster that have none there."""
    size = np.bincount(cluster, minlength=len(cluster))[cluster]
    lone = np.flatnonzero((size > 1) & ~places.inside).astype(np.int32)
    if not len(lone):
        return places
    other = representative[lone]
    # A representative has links of its own, unless all the others of its cluster have none.
    found = evidence.between(lone, other)
    places.share[lone] = _probability(found.bits - places.bits[lone])
    places.top[lone] = np.maximum(places.top[lone], found.odds)
    places.near[lone], places.inside[lone] = other, True
    places.bits[lone], places.odds[lone] = found.bits, found.odds
    return places


def _certainty(
    cluster: Ints,
    rows: Ints,
    alike: Booleans,
    own: Floats,
    places: Places,
    claim: Floats,
    unseen: float,
) -> Floats:
    """The probability that a row of each entry belongs where it is.

    `claim` is what the entry at the other end of its link leaves to it, and `unseen` the odds below
    which links were not looked for.
    """
    several = np.bincount(cluster, minlength=len(cluster))[cluster] > 1
    together = places.share * _probability(places.top)
    # Whether a row is alone: as many others may be its bearer's as have its name.
    alone = 1.0 - claim * _probability(np.maximum(places.top, unseen))
    same = np.where(rows > 1, _probability(own), alone)
    apart = (1.0 - _probability(own)) ** np.maximum(rows - 1, 1)
    return np.select([~alike, several], [apart, together], same).astype(np.float32)


def _probability(odds: Floats) -> Floats:
    return (1.0 / (1.0 + np.exp2(-np.clip(odds, -64.0, 64.0)))).astype(np.float32)
