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

from nisba.sounds.contexts import BASE, base_rows
from nisba.sounds.kernels import Floats
from nisba.sounds.tables import Channel, chunk_ids, overlaid
from nisba.sounds.training.channels import rendered
from nisba.sounds.training.em import WORST, Pair, compiled_expect
from nisba.sounds.training.habits import Habit
from nisba.sounds.training.overlays import listed, smoothed, tells
from nisba.sounds.training.sources import Sources, rows

_COMMON = 10.0
"""Pseudo-occurrences of a unit that a region takes from the common channel.

Of 3, 10, 20, 30, 50, 100 and 300 this makes the spellings of the names that are held out
(`nisba.sounds.training.split`) likeliest: -4.78 bits a spelling, -5.31 by the common channel alone.
"""
_HABIT = 2.0
"""Occurrences that an editor's habit stands for in its own region; set: no register shows it."""


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
            pairs[regions[item.country]].append(Pair(base_rows(form), x, weight))
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
    """Expected occurrences of each rendering, shape of the channel's base rows."""
    step, counts, slips = compiled_expect(), np.zeros_like(channel.table[:BASE]), channel.slips()
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
    """The common rows, overlaid with those that tell a region from the others.

    A row with a habit of the region is always its own.
    """
    told: set[int] = set()
    for habit in habits:
        counts[habit.rows(), channel.number[habit.chunk]] += _HABIT
        told.update(habit.rows())
    table = channel.table[:BASE].copy()
    for row, (seen, common) in enumerate(zip(counts, channel.table[:BASE], strict=True)):
        own = smoothed(seen, common, _COMMON)
        if row in told or tells(seen, own, common):
            table[row] = overlaid(common, listed(own, common))
    return table
