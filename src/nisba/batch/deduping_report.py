"""The clusters of a list on one page, in Markdown: the largest, the least sure, those kept apart.

Follows `nisba.batch.clustering`. A page to read before the clusters are believed: each weak place
stands there with its evidence.
"""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from nisba.batch.clustering import Clustered, Summary
from nisba.match.sentence import sentence
from nisba.resolve.clusters_told import link_of, reason_of
from nisba.text.columns import in_place, legible

MOST = 20
"""Clusters, rows or names that a section shows."""
_MEMBERS = 12
"""Names of a cluster that are shown."""
_LONGEST = 60
_SPECIAL = str.maketrans({c: f"\\{c}" for c in "\\`*_[]<>|~&"})


def report_of(clustered: Clustered, summary: Summary, title: str) -> str:
    """Return the page; `title` names the list."""
    lines = [
        f"# Clusters of {_plain(title)}",
        "",
        f"{summary.rows:,} rows: {summary.together:,} in {summary.clusters:,} clusters of two and "
        f"more, {summary.common:,} with a name too common to put them together, "
        f"{summary.torn:,} that two clusters claim alike, {summary.empty:,} without a name, "
        f"{summary.rejected:,} rejected.",
        "",
        *_clusters("The largest clusters", clustered, _largest(clustered)),
        *_clusters("The least certain clusters", clustered, _least_certain(clustered)),
        *_rows("Claimed by two clusters alike", clustered, _torn(clustered)),
        *_rows("Near, and kept apart", clustered, _apart(clustered)),
        *_rows("Too common to say who bears them", clustered, _common(clustered)),
    ]
    return "\n".join(lines)


def _largest(clustered: Clustered) -> list[int]:
    """Numbers of the largest clusters of two rows and more."""
    several = [
        number
        for number in np.argsort(-clustered.sizes, kind="stable").tolist()
        if clustered.sizes[number] > 1 and _is_one(clustered, number)
    ]
    return several[:MOST]


def _least_certain(clustered: Clustered) -> list[int]:
    """Numbers of the clusters with the least sure members."""
    weakest = [float(clustered.bearers.certainty[some].min()) for some in clustered.members]
    several = [
        number
        for number in np.argsort(weakest, kind="stable").tolist()
        if clustered.sizes[number] > 1 and _is_one(clustered, number)
    ]
    return several[:MOST]


def _is_one(clustered: Clustered, number: int) -> bool:
    return bool(clustered.bearers.alike[clustered.members[number][0]])


def _torn(clustered: Clustered) -> list[int]:
    """Entries that two clusters claim alike, the most rows first."""
    return _most_rows(clustered, np.flatnonzero(clustered.bearers.torn))


def _common(clustered: Clustered) -> list[int]:
    """Entries whose rows may be many persons', the most rows first."""
    return _most_rows(clustered, np.flatnonzero(~clustered.bearers.alike))


def _apart(clustered: Clustered) -> list[int]:
    """Entries alone whose best link was likely enough, the likeliest first."""
    bearers = clustered.bearers
    alone = bearers.alike & ~bearers.torn & ~bearers.places.inside
    near = np.flatnonzero(alone & (bearers.places.odds > bearers.least))
    order = np.argsort(-bearers.places.odds[near], kind="stable")
    return [int(entry) for entry in near[order[:MOST]]]


def _most_rows(clustered: Clustered, entries: NDArray[np.int64]) -> list[int]:
    rows = clustered.bearers.entries.rows
    ranked = sorted(map(int, entries), key=lambda entry: (-rows[entry], entry))
    return ranked[:MOST]


def _clusters(heading: str, clustered: Clustered, numbers: Sequence[int]) -> Iterator[str]:
    """A section of clusters, each with its names and its weakest link."""
    if not numbers:
        return
    bearers = clustered.bearers
    yield from (f"## {heading}", "")
    for number in numbers:
        members = clustered.members[number].tolist()
        first = members[0]
        yield f"### {_plain(clustered.representative(first))}"
        yield ""
        yield f"`{clustered.id(first)}`: {clustered.size(first):,} rows, {len(members):,} names"
        yield ""
        members.sort(key=lambda entry: (bearers.certainty[entry], entry))
        for entry in members[:_MEMBERS]:
            yield f"* {_said(clustered, entry)}"
        if len(members) > _MEMBERS:
            yield f"* and {len(members) - _MEMBERS:,} surer ones"
        yield from _evidence(clustered, members[0])
        yield ""


def _rows(heading: str, clustered: Clustered, entries: Sequence[int]) -> Iterator[str]:
    """A section of single entries, each with its reason."""
    if not entries:
        return
    yield from (f"## {heading}", "")
    for entry in entries:
        yield f"* {_said(clustered, entry)}: {_plain(reason_of(clustered.bearers, entry), 400)}"
        if clustered.bearers.alike[entry]:
            yield from _evidence(clustered, entry)
    yield ""


def _said(clustered: Clustered, entry: int) -> str:
    """An entry with its rows, what is known of it, and how sure it is."""
    entries, bearers = clustered.bearers.entries, clustered.bearers
    known = entries.known(entry)
    facts = [str(known.born or ""), " ".join(sorted(known.countries)), str(known.gender or "")]
    beside = f" ({', '.join(filter(None, facts))})" if known else ""
    rows = int(entries.rows[entry])
    times = f", {rows:,} rows" if rows > 1 else ""
    return f"**{_plain(entries.text(entry))}**{beside}{times}, {bearers.certainty[entry]:.3f}"


def _evidence(clustered: Clustered, entry: int) -> Iterator[str]:
    """The evidence of the strongest link of an entry, in a paragraph of its own."""
    link = link_of(clustered.bearers, entry)
    if link is not None:
        yield ""
        yield f"  Evidence: {_plain(sentence(link), 400)} ({link.bits:+.1f} bits)"
        yield ""


def _plain(text: str, longest: int = _LONGEST) -> str:
    """A text of any origin on one line, with nothing in it that Markdown obeys inside a line."""
    return in_place(legible(text, longest).translate(_SPECIAL))
