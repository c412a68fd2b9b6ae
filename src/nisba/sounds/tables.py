"""The learned tables: a channel's renderings, the lexicon, the n-gram prior; read and written.

They are tab-separated text that a linguist can read, beside `PROVENANCE.tsv`, which says from
which inputs and by which command they were made. `make train` writes them.

A channel holds for all regions together (`*`), and its first rows for a unit in a place, whatever
stands beside it. Rows of a neighbourhood (`a_i`: between a and i) or of a region list only the
chunks that are written there more often than the rest; all others share what is left in the
proportions of the row of the place.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from nisba.sounds.contexts import (
    BASE,
    PLACES,
    UNIT_NUMBER,
    base_row,
    code_of,
    codes_of,
    context_name,
    numbers_of,
    rows_by_code,
)
from nisba.sounds.kernels import LONGEST, Floats, Ints
from nisba.sounds.units import UNITS, Form

EMPTY = "∅"


@dataclass(frozen=True, slots=True)
class Channel:
    """P(chunk | unit, context), shape (rows, chunks), with the rates of its errors.

    The first `BASE` rows are those of a unit in a place; behind them stand the rows of the contexts
    `refined` (codes of `nisba.sounds.contexts`), in that order.
    `slip` is the probability that a unit is written by any letter or none, `extra` that a
    superfluous letter stands somewhere, `swap` that a pair of neighbouring letters is exchanged.
    `regions` has base rows for each region, `shares` the share of the attested spellings that comes
    from it; a region known by the editors' habits alone has no share.
    """

    chunks: tuple[str, ...]
    table: Floats
    slip: float
    extra: float
    swap: float = 0.0
    refined: tuple[int, ...] = ()
    regions: Mapping[str, Floats] = field(default_factory=dict)
    shares: Mapping[str, float] = field(default_factory=dict)
    number: Mapping[str, int] = field(init=False)
    by_code: Ints = field(init=False)
    """Row of every context."""
    _tables: dict[str, Floats] = field(default_factory=dict, init=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "number", {c: i for i, c in enumerate(self.chunks)})
        object.__setattr__(self, "by_code", rows_by_code(self.refined))

    def rows(self, form: Form) -> Ints:
        """Rows of a form's units, each in its context."""
        rows: Ints = self.by_code[codes_of(numbers_of(form)[None, :])[0]]
        return rows

    def rows_of(self, unit: str, places: Iterable[str] = PLACES) -> list[int]:
        """All rows of a unit in some places, whatever stands beside it."""
        first = UNIT_NUMBER[unit] * len(PLACES)
        base = [first + PLACES.index(place) for place in places]
        behind = (BASE + i for i, code in enumerate(self.refined) if base_row(code) in base)
        return [*base, *behind]

    def table_of(self, region: str) -> Floats:
        """The table of a region, the common one where it has none.

        Rows of neighbourhoods shift as the region shifts the rows of the place.
        """
        if region not in self.regions:
            return self.table
        if region not in self._tables:
            self._tables[region] = self._shifted(self.regions[region])
        return self._tables[region]

    def _shifted(self, own: Floats) -> Floats:
        behind = [base_row(code) for code in self.refined]
        common = self.table[behind]
        shift = np.divide(own[behind], common, out=np.zeros_like(common), where=common > 0)
        shifted = self.table[BASE:] * shift
        whole: Floats = np.concatenate([own, shifted / shifted.sum(axis=1, keepdims=True)])
        return whole

    def slips(self) -> Floats:
        """Distribution of what a slip writes: any single letter, or nothing half as often."""
        single = np.array([1.0 if len(c) == 1 else 0.0 for c in self.chunks])
        single[0] = single.sum() / 2
        result: Floats = single / single.sum()
        return result

    def with_errors(self) -> Floats:
        """The table with slips mixed in."""
        result: Floats = (1.0 - self.slip) * self.table + self.slip * self.slips()
        return result


def chunk_ids(letters: str, number: Mapping[str, int]) -> Ints:
    """Numbers of all chunks of a spelling, shape (letters + 1, LONGEST + 1); -1 is no chunk."""
    n = len(letters)
    get = number.get
    ids = [
        [get(letters[i : i + size], -1) if i + size <= n else -1 for size in range(LONGEST + 1)]
        for i in range(n + 1)
    ]
    return np.array(ids, dtype=np.int32)


def overlaid(common: Floats, listed: Mapping[int, float]) -> Floats:
    """A row that lists some chunks as they are; the others share the rest as in the common row.

    At least one chunk that is commonly used must be left to the others.

    >>> overlaid(np.array([0.5, 0.3, 0.2]), {2: 0.6}).round(3).tolist()
    [0.25, 0.15, 0.6]
    """
    row = common.copy()
    columns = list(listed)
    row[columns] = 0.0
    row *= max(1.0 - sum(listed.values()), 0.0) / row.sum()
    row[columns] = list(listed.values())
    return row


def _listed(common: Floats, row: Floats) -> NDArray[np.intp]:
    """The chunks that such a row lists: all that it raises above the least raised."""
    used = np.flatnonzero(common)
    raised = row[used] / common[used]
    found: NDArray[np.intp] = used[raised > raised.min() * (1.0 + 1e-6)]
    return found


def write_channel(path: Path, channel: Channel) -> None:
    """Rows: unit, context, region, chunk, probability; the rates stand last."""
    lines = ["unit\tcontext\tregion\tchunk\tprobability"]

    def listed(unit: str, context: str, region: str, row: Floats, which: NDArray[np.intp]) -> None:
        for i in sorted(which, key=lambda i: (-row[i], channel.chunks[i])):
            chunk = channel.chunks[i] or EMPTY
            lines.append(f"{unit}\t{context}\t{region}\t{chunk}\t{row[i]:.6g}")

    refined = defaultdict(list)
    for code, values in zip(channel.refined, channel.table[BASE:], strict=True):
        refined[base_row(code)].append((code, values))
    for row, common in enumerate(channel.table[:BASE]):
        unit, place = UNITS[row // len(PLACES)], PLACES[row % len(PLACES)]
        listed(unit, place, "*", common, np.flatnonzero(common))
        for code, values in refined[row]:
            listed(unit, context_name(code), "*", values, _listed(common, values))
        for region, table in channel.regions.items():
            if not np.array_equal(table[row], common):
                listed(unit, place, region, table[row], _listed(common, table[row]))
    rates = {"slip": channel.slip, "extra": channel.extra, "swap": channel.swap}
    lines += [f"*\tany\t*\t{kind}\t{rate:.6g}" for kind, rate in rates.items() if rate]
    lines += [f"*\tany\t{r}\tshare\t{share:.6g}" for r, share in channel.shares.items()]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def read_channel(path: Path, alphabet: str) -> Channel:
    """Read a channel; every letter of the alphabet is a chunk, used by a unit or not."""
    rates = {"swap": 0.0}
    shares: dict[str, float] = {}
    found: dict[str, dict[int, dict[str, float]]] = defaultdict(lambda: defaultdict(dict))
    beside: dict[int, dict[str, float]] = defaultdict(dict)
    for unit, context, region, chunk, value in _fields(path):
        letters = "" if chunk == EMPTY else chunk
        if unit == "*" and region == "*":
            rates[chunk] = float(value)
        elif unit == "*":
            shares[region] = float(value)
        elif context in PLACES:
            row = UNIT_NUMBER[unit] * len(PLACES) + PLACES.index(context)
            found[region][row][letters] = float(value)
        else:
            beside[code_of(unit, context)][letters] = float(value)
    common = found.pop("*")
    written = {chunk for row in common.values() for chunk in row}
    chunks = ("", *sorted((written | set(alphabet)) - {""}))
    number = {c: i for i, c in enumerate(chunks)}
    table = np.zeros((BASE + len(beside), len(chunks)))
    for row, values in common.items():
        table[row, [number[c] for c in values]] = list(values.values())

    def over(row: int, listed: Mapping[str, float]) -> Floats:
        return overlaid(table[row], {number[c]: p for c, p in listed.items()})

    refined = tuple(sorted(beside))
    for i, code in enumerate(refined):
        table[BASE + i] = over(base_row(code), beside[code])
    regions = {region: table[:BASE].copy() for region in sorted(found)}
    for region, listed in found.items():
        for row, values in listed.items():
            regions[region][row] = over(row, values)
    return Channel(chunks, table, **rates, refined=refined, regions=regions, shares=shares)


class Entry(NamedTuple):
    """A form of the lexicon: how many bearers it is expected to have, and who vouches for it.

    `units` is the form as it is written in the table, its units with spaces between.
    """

    units: str
    bearers: float
    origin: str

    @property
    def form(self) -> Form:
        """The units of the form."""
        return tuple(self.units.split(" "))


def write_lexicon(path: Path, entries: Iterable[Entry]) -> None:
    """Rows: form (units, space between), expected bearers, origin."""
    lines = ["form\tbearers\torigin"]
    lines += [f"{e.units}\t{e.bearers:.4g}\t{e.origin}" for e in entries]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def read_lexicon(path: Path) -> tuple[Entry, ...]:
    """Read the lexicon's entries in the order of the file."""
    return tuple(Entry(units, float(bearers), origin) for units, bearers, origin in _fields(path))


@dataclass(frozen=True, slots=True)
class Prior:
    """The n-gram prior of units: P(unit | class before, place), and the weight of the lexicon.

    Shapes: initial (units), medial and final (2, units); class 0 follows a consonant, 1 a vowel.
    The medial rows sum to 1 - stop, the final rows to stop.
    """

    initial: Floats
    medial: Floats
    final: Floats
    lexicon: float


def write_prior(path: Path, prior: Prior) -> None:
    """Rows: place, what stands before, unit, probability."""
    lines = ["place\tafter\tunit\tprobability"]
    after = ("consonant", "vowel")
    for u, unit in enumerate(UNITS):
        lines.append(f"initial\tnothing\t{unit}\t{prior.initial[u]:.6g}")
    for place, table in (("medial", prior.medial), ("final", prior.final)):
        for c in (0, 1):
            for u, unit in enumerate(UNITS):
                lines.append(f"{place}\t{after[c]}\t{unit}\t{table[c, u]:.6g}")
    lines.append(f"lexicon\t*\t*\t{prior.lexicon:.6g}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def read_prior(path: Path) -> Prior:
    """Read the n-gram prior."""
    initial, medial, final = (np.zeros(len(UNITS)), *(np.zeros((2, len(UNITS))) for _ in "mf"))
    lexicon = 0.0
    for place, after, unit, value in _fields(path):
        if place == "lexicon":
            lexicon = float(value)
        elif place == "initial":
            initial[UNIT_NUMBER[unit]] = float(value)
        else:
            table = medial if place == "medial" else final
            table[int(after == "vowel"), UNIT_NUMBER[unit]] = float(value)
    return Prior(initial, medial, final, lexicon)


def _fields(path: Path) -> Iterator[list[str]]:
    """Fields of all rows but the header."""
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        yield line.split("\t")
