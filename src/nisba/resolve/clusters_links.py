"""From names beside each other to bearers beside each other: distinct names with their facts.

A list is reduced to its distinct entries, a name and what is known of its bearer, each with the
number of rows that say the same. `Evidence` gives links between entries: the bits of the names
(`nisba.resolve.neighbours`) and of the facts (`nisba.match.facts`), and the odds that come of them
in a list of this length.
"""

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from nisba.facts import Facts, Gender
from nisba.facts.types import NOTHING_KNOWN
from nisba.match.facts import birth_year_bits, country_bits, gender_bits
from nisba.match.weights import value
from nisba.resolve.clusters import Known
from nisba.resolve.neighbours import Floats, Ints, Neighbours, Pairs

MARGIN = value("dedupe_margin")
"""Log2 odds below the wanted ones down to which links are kept: they may speak against a cluster.
What lies lower is asked for where it matters. A wider margin finds no better clusters, and every
bit of it lets commoner parts lead to names."""
RELATIVES = value("dedupe_relatives")
"""Log2 odds that names of contradicting given names never exceed: a family has many members.
Of such pairs whose family alone gives even odds, 16 of 170 are one person on the OFAC list.
"""
_SHORTEST = 9
"""Log2 of the shortest list that the odds were fitted on, some 400 names: none counts as less."""
_FACTS_AT_MOST = 12.0
"""Bits that all facts together never exceed: a year gives 5.5, a country 5, a gender 0.6."""
_AT_ONCE = 1 << 20
"""Pairs of entries that are weighed together."""
_CROWDED = 1 << 18
"""Pairs of entries of two names from which only those of one birth year are weighed."""
_AT_ONE_YEAR = 1000
"""Of these, the first ones that an entry is set beside."""
_GENDERS = {Gender.MALE: 1, Gender.FEMALE: 2}


@dataclass(frozen=True, slots=True, eq=False)
class Entries:
    """The distinct entries of a list, sorted by name and facts, so that its order is nothing.

    `name` and `fact` are places in `texts` and `facts`, `rows` counts the rows of each entry; the
    three have the shape (entries,). Entries of one name stand together.
    """

    texts: Sequence[str]
    facts: Sequence[Facts]
    name: Ints
    fact: Ints
    rows: Ints

    def __len__(self) -> int:
        """Return the number of entries."""
        return len(self.name)

    def text(self, entry: int) -> str:
        """The name of an entry."""
        return self.texts[int(self.name[entry])]

    def known(self, entry: int) -> Facts:
        """What is known of the bearer of an entry."""
        return self.facts[int(self.fact[entry])]

    def forbidding(self) -> Known:
        """The facts that keep entries apart, whatever their names say."""
        born = [(f.born.first, f.born.last) if f.born else (0, 0) for f in self.facts]
        genders = [_GENDERS[f.gender] if f.gender else 0 for f in self.facts]
        years = np.array(born, dtype=np.int32).reshape(-1, 2)[self.fact]
        gender: Ints = np.array(genders, dtype=np.int32)[self.fact]
        return Known(years[:, 0], years[:, 1], gender)


class Distinct:
    """Collects the entries of a list, row by row.

    >>> found = Distinct()
    >>> [found.add(name, Facts()) for name in ("Ali Hasan", "Abu Bakr", "Ali Hasan")]
    [(0, 1), (1, 1), (0, 2)]
    >>> entries, place = found.entries()
    >>> [entries.text(i) for i in range(2)], entries.rows.tolist(), place.tolist()
    (['Abu Bakr', 'Ali Hasan'], [1, 2], [1, 0])
    """

    def __init__(self) -> None:
        """Begin with none."""
        # Most lists know nothing beside the name: then a name alone is the key.
        self._entries: dict[str | tuple[str, Facts], int] = {}
        self._rows: list[int] = []

    def add(self, text: str, facts: Facts) -> tuple[int, int]:
        """Take a row; give the number of its entry, as they come, and how many rows that has."""
        key = (text, facts) if facts else text
        entry = self._entries.setdefault(key, len(self._rows))
        if entry == len(self._rows):
            self._rows.append(0)
        self._rows[entry] += 1
        return entry, self._rows[entry]

    def entries(self) -> tuple[Entries, Ints]:
        """The entries, sorted, and the place of each by the number that it was given."""
        said = [(key, NOTHING_KNOWN) if isinstance(key, str) else key for key in self._entries]
        texts = sorted({text for text, _ in said})
        facts = sorted({known for _, known in said}, key=key_of)
        text_at = {text: at for at, text in enumerate(texts)}
        fact_at = {known: at for at, known in enumerate(facts)}
        name = np.array([text_at[text] for text, _ in said], dtype=np.int32)
        fact = np.array([fact_at[known] for _, known in said], dtype=np.int32)
        order = np.lexsort((fact, name))
        place = np.empty(len(order), dtype=np.int32)
        place[order] = np.arange(len(order), dtype=np.int32)
        rows = np.array(self._rows, dtype=np.int32)[order]
        return Entries(texts, facts, name[order], fact[order], rows), place


def key_of(facts: Facts) -> str:
    """Facts as one text, the same for equal facts alone.

    >>> from nisba.facts import facts_of
    >>> key_of(facts_of(birth_year=1967, country="IQ; LB"))
    '1967|IQ,LB|'
    """
    return f"{facts.born or ''}|{','.join(sorted(facts.countries))}|{facts.gender or ''}"


class Evidence:
    """What speaks for two entries of a list being one bearer, names and facts together.

    Odds are log2 odds with the length of the list reckoned in: each of its entries may be another
    bearer. The length counts in whole bits, so that a few rows more change nothing.
    """

    def __init__(
        self,
        entries: Entries,
        jobs: int = 1,
        on_progress: Callable[[int], None] = lambda _: None,
    ) -> None:
        """Hear the names; `on_progress` is told how many. At most `jobs` processes share work."""
        self._entries = entries
        self._names = Neighbours(entries.texts, jobs, on_progress)
        self._bounds = np.searchsorted(entries.name, np.arange(len(entries.texts) + 1))
        self._length = max(math.ceil(math.log2(max(len(entries), 1))), _SHORTEST)
        self._has_facts = any(entries.facts)

    def between(self, left: Ints, right: Ints) -> Pairs:
        """The evidence of pairs of entries, in their order; an entry beside itself too."""
        name = self._entries.name
        found = self._names.between(name[left], name[right])
        return self._in_list(found._replace(left=left, right=right))

    def links(self, least: float, on_progress: Callable[[int], None] = lambda _: None) -> Pairs:
        """Pairs of entries whose odds come near to `least` or exceed it, each once, sorted."""
        wanted = least - MARGIN
        most = _FACTS_AT_MOST if self._has_facts else 0.0
        names = self._names.pairs(wanted + self._length - most, on_progress)
        if not self._has_facts:
            return self._in_list(names)
        spread = map(self._in_list, self._spread(self._with_own(names, wanted - most)))
        found = _joined([pairs.some(pairs.odds >= wanted) for pairs in spread])
        return found.some(np.lexsort((found.right, found.left)))

    def _in_list(self, pairs: Pairs) -> Pairs:
        """Pairs of entries with the bits of their facts, and odds in a list of this length."""
        more = self._facts_of(pairs.left, pairs.right)
        odds = pairs.odds - np.float32(self._length)
        odds = np.where(pairs.relatives, np.minimum(odds, np.float32(RELATIVES)), odds)
        return pairs._replace(bits=pairs.bits + more, odds=odds + more)

    def _with_own(self, names: Pairs, wanted: float) -> Pairs:
        """The pairs of names, and each name with itself that several entries have."""
        several = np.flatnonzero(np.diff(self._bounds) > 1).astype(np.int32)
        own = self._names.between(several, several)
        return _joined([names, own.some(own.odds - self._length >= wanted)])

    def _spread(self, names: Pairs) -> Iterator[Pairs]:
        """Pairs of entries for pairs of names, a million or so at a time."""
        sizes = np.diff(self._bounds)
        pairs = sizes[names.left].astype(np.int64) * sizes[names.right]
        crowded = pairs > _CROWDED
        for at in np.flatnonzero(crowded).tolist():
            yield self._of_one_year(names.some(np.array([at])))
        names = names.some(~crowded)
        ends = np.cumsum(pairs[~crowded])
        begin = 0
        while begin < len(names.left):
            done = ends[begin - 1] if begin else 0
            end = max(int(np.searchsorted(ends, done + _AT_ONCE, "right")), begin + 1)
            yield self._all_of(names.some(np.arange(begin, end)))
            begin = end
        yield names.some(np.arange(0))  # so that there is always something to join

    def _all_of(self, names: Pairs) -> Pairs:
        """Every entry of one name with every entry of the other."""
        start, sizes = self._bounds[:-1], np.diff(self._bounds)
        wide = sizes[names.right]
        pairs = sizes[names.left] * wide
        owner = np.repeat(np.arange(len(pairs)), pairs)
        at = np.arange(len(owner)) - np.repeat(np.cumsum(pairs) - pairs, pairs)
        left = (start[names.left][owner] + at // wide[owner]).astype(np.int32)
        right = (start[names.right][owner] + at % wide[owner]).astype(np.int32)
        once = left < right
        return names.some(owner[once])._replace(left=left[once], right=right[once])

    def _of_one_year(self, name: Pairs) -> Pairs:
        """The same for one pair of names with very many entries: those of one birth year only."""
        (a,), (b,) = name.left.tolist(), name.right.tolist()
        by_year: dict[object, list[int]] = {}
        for entry in range(self._bounds[b], self._bounds[b + 1]):
            by_year.setdefault(self._entries.known(entry).born, []).append(entry)
        rows = [
            (entry, other)
            for entry in range(self._bounds[a], self._bounds[a + 1])
            for other in by_year.get(self._entries.known(entry).born, ())[:_AT_ONE_YEAR]
            if entry < other
        ]
        both = np.array(rows, dtype=np.int32).reshape(-1, 2)
        every = name.some(np.zeros(len(both), dtype=np.int64))
        return every._replace(left=both[:, 0], right=both[:, 1])

    def _facts_of(self, left: Ints, right: Ints) -> Floats:
        """Bits of the facts of pairs of entries; each pair of facts is weighed once."""
        if not self._has_facts or not len(left):
            return np.zeros(len(left), dtype=np.float32)
        facts = self._entries.facts
        a, b = self._entries.fact[left], self._entries.fact[right]
        pair = np.minimum(a, b).astype(np.int64) * len(facts) + np.maximum(a, b)
        distinct, place = np.unique(pair, return_inverse=True)
        each = [_bits(facts[p // len(facts)], facts[p % len(facts)]) for p in distinct.tolist()]
        spread: Floats = np.array(each, dtype=np.float32)[place]
        return spread


def _joined(parts: Sequence[Pairs]) -> Pairs:
    """Pairs one behind the other."""
    return Pairs(*(np.concatenate(column) for column in zip(*parts, strict=True)))


def _bits(one: Facts, other: Facts) -> float:
    """Bits of two sets of facts, field against field."""
    bits = 0.0
    if one.born and other.born:
        bits += birth_year_bits(one.born, other.born)
    if one.countries and other.countries:
        bits += country_bits(one.countries, other.countries)
    if one.gender and other.gender:
        bits += gender_bits(one.gender, other.gender)
    return bits
