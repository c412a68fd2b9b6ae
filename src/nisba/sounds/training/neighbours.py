"""Rows of a channel that know the neighbours of a unit, where they change how it is spelled.

One pass over the attested spellings, from the channel that knows the place alone, counts what each
context writes. The row of the place stands behind it where the context shows little.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

import numpy as np

from nisba.sounds.contexts import BASE, base_row
from nisba.sounds.kernels import Floats
from nisba.sounds.tables import Channel, overlaid
from nisba.sounds.training.em import WORST, Pair, compiled_expect
from nisba.sounds.training.habits import LEAST, Habit
from nisba.sounds.training.overlays import listed, smoothed, tells

_COMMON = 100.0
"""Pseudo-occurrences of a context that its place's row stands for.

Of 10, 30 and 100 this makes the Latin spellings of the names that are held out likeliest.
"""


def with_neighbours(
    channel: Channel, pairs: Iterable[Pair], codes: Iterable[list[int]], habits: Iterable[Habit]
) -> Channel:
    """The channel with a row for each context that tells; `codes` are the contexts of the pairs.

    A habit is nowhere less likely than `LEAST`, whatever the neighbours.
    """
    asked = defaultdict(list)
    for habit in habits:
        for row in habit.rows():
            asked[row].append(channel.number[habit.chunk])
    rows: dict[int, Floats] = {}
    for code, seen in _counted(channel, pairs, codes):
        common = channel.table[base_row(code)]
        own = smoothed(seen, common, _COMMON)
        if tells(seen, own, common):
            always = asked[base_row(code)]
            own[always] = np.maximum(own[always], LEAST)
            rows[code] = overlaid(common, listed(own / own.sum(), common, always))
    refined = tuple(sorted(rows))
    table = np.concatenate([channel.table[:BASE], *(rows[code][None, :] for code in refined)])
    return replace(channel, table=table, refined=refined)


def _counted(
    channel: Channel, pairs: Iterable[Pair], codes: Iterable[list[int]]
) -> Iterator[tuple[int, Floats]]:
    """Expected occurrences of each chunk in each context, contexts in order."""
    step, slips = compiled_expect(), channel.slips()
    number: dict[int, int] = {}
    known = [
        (pair, [number.setdefault(code, len(number)) for code in own])
        for pair, own in zip(pairs, codes, strict=True)
    ]
    table = channel.table[[base_row(code) for code in number]]
    counts = np.zeros_like(table)
    for pair, rows in known:
        step(
            table,
            slips,
            channel.slip,
            channel.extra,
            np.array(rows, dtype=np.int32),
            pair.chunks,
            counts,
            pair.weight,
            WORST,
        )
    for code in sorted(number):
        yield code, counts[number[code]]
