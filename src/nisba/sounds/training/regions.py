"""The Latin channel by region: what Algiers writes ou and ch, Lahore oo and sh, Cairo g for j.

One pass over the attested spellings of each region, from the common channel, gives what the region
writes; the common channel stands behind it where the region shows little. The editors' table
`gazetteers/regions.tsv` says which countries make a region; habits of regions that no register
shows (`gazetteers/habits.tsv`) are all that is known of these.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from nisba.sounds.kernels import Floats
from nisba.sounds.tables import Channel, chunk_ids, overlaid, row_ids
from nisba.sounds.training.channels import rendered
from nisba.sounds.training.em import WORST, Pair, compiled_expect
from nisba.sounds.training.habits import Habit
from nisba.sounds.training.sources import Sources, rows

_COMMON = 10.0
"""Pseudo-occurrences of a unit that a region takes from the common channel.

Of 3, 10, 20, 30, 50, 100 and 300 this makes the spellings of the names that are held out
(`nisba.sounds.training.split`) likeliest: -4.78 bits a spelling, -5.31 by the common channel alone.
"""
_HABIT = 2.0
"""Occurrences that an editor's habit stands for in its own region; set: no register shows it."""
_TELLING = 5.0
"""Bits by which a region's row must explain its spellings better than the common row.

A row with a habit of the region is always its own.
"""
_SELDOM = 0.001
"""Chunks that a region writes more seldom keep their common proportions."""
_RAISED = 1.05  # times more often than the others of the row


def read_regions(path: Path) -> dict[str, str]:
    """Region of each country, by its two-letter code."""
    return {row["country"]: row["region"] for row in rows(path)}


def fit_regions(
    sources: Sources, channel: Channel, regions: Mapping[str, str], habits: Sequence[Habit]
) -> Channel:
    """The channel with a table for each region, and with the regions' shares of the spellings.

    A row of a region is its own where that matters for its spellings, and the common one elsewhere.
    """
    pairs: dict[str, list[Pair]] = defaultdict(list)
    for item, form, weight in rendered(sources, channel):
        if item.country in regions:
            x = chunk_ids(item.latin, channel.number)
            pairs[regions[item.country]].append(Pair(row_ids(form), x, weight))
    weights = {region: sum(pair.weight for pair in pairs[region]) for region in sorted(pairs)}
    own = {habit.region: [h for h in habits if h.region == habit.region] for habit in habits}
    tables = {
        region: _table(channel, _counts(channel, pairs.get(region, ())), own.get(region, ()))
        for region in sorted(weights.keys() | own.keys())
    }
    whole = sum(weights.values())
    shares = {region: weight / whole for region, weight in weights.items()}
    return replace(channel, regions=tables, shares=shares)


def _counts(channel: Channel, pairs: Iterable[Pair]) -> Floats:
    """Expected occurrences of each rendering, shape of the channel's table."""
    step, counts, slips = compiled_expect(), np.zeros_like(channel.table), channel.slips()
    for pair in pairs:
        step(
            channel.table,
            slips,
            channel.slip,
            channel.extra,
            pair.rows,
            pair.chunks,
            counts,
            pair.weight,
            WORST,
        )
    return counts


def _table(channel: Channel, counts: Floats, habits: Iterable[Habit]) -> Floats:
    """The common table, overlaid with the rows that tell a region from the others."""
    told: set[int] = set()
    for habit in habits:
        counts[habit.rows(), channel.number[habit.chunk]] += _HABIT
        told.update(habit.rows())
    table = channel.table.copy()
    for row, (seen, common) in enumerate(zip(counts, channel.table, strict=True)):
        own = (seen + _COMMON * common) / (seen.sum() + _COMMON)
        used = seen > 0
        gain = (seen[used] * np.log2(own[used] / common[used])).sum()
        if row in told or gain > _TELLING:
            table[row] = overlaid(common, _listed(own, common))
    return table


def _listed(own: Floats, common: Floats) -> dict[int, float]:
    """The chunks that a region writes more often than what is left to the others."""
    used = np.flatnonzero(common)
    raised = own[used] / common[used]
    listed = used[(own[used] >= _SELDOM) & (raised > _RAISED * raised.min())]
    while len(listed):
        rest = np.setdiff1d(used, listed)
        scale = own[rest].sum() / common[rest].sum()
        above = own[listed] > _RAISED * scale * common[listed]
        if above.all():
            break
        listed = listed[above]
    return {int(i): float(own[i]) for i in listed}
