"""What is known of the bearers beside their names, weighed against the facts of a query.

Hundreds may share a name, and the resolver looks closely at some sixty. With the bits of their
facts added first, the right one is among these. Facts repeat: each distinct one is weighed once.
"""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

import numpy as np

from nisba.facts import Facts
from nisba.facts.types import NOTHING_KNOWN
from nisba.index.catalogue import BORN, COUNTRIES, GENDER, text_of
from nisba.index.index import Index
from nisba.match.compare import Comparison, compared, comparison
from nisba.match.evidence import Glimpse, Weigher, settled_name, sight_of
from nisba.match.facts import birth_year_bits, country_bits, gender_bits, weigh
from nisba.match.prepare import Ear
from nisba.match.types import Prepared
from nisba.resolve.ranking import LOOKED_AT, Looked
from nisba.sounds.kernels import Floats

_T = TypeVar("_T")
_MOST_FACTS = 1_000
"""Facts of queries whose bits are kept, each beside all distinct facts of the list."""
_MOST_NAMES = 100_000
"""Names of the list that are kept as objects, once they were asked about."""


@dataclass(slots=True, eq=False)
class Knowing:
    """Weighs facts, and compares with names of the list, which it makes ready at need."""

    index: Index
    ear: Ear
    _weigher: Weigher = field(init=False)
    _heard: OrderedDict[str, Prepared] = field(default_factory=OrderedDict)
    _each: dict[tuple[int, object], Floats] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Make a weigher of its own: reasons are asked for when the query is long gone."""
        self._weigher = Weigher(self.ear.model)

    def bits(self, query: Facts) -> Floats:
        """Bits that the facts of a query give to each listed name, field against field."""
        catalogue = self.index.catalogue
        total: Floats = np.zeros(len(catalogue))
        if query.born:
            total += self._column(BORN, query.born, catalogue.born, birth_year_bits)
        if query.countries:
            total += self._column(COUNTRIES, query.countries, catalogue.countries, country_bits)
        if query.gender:
            total += self._column(GENDER, query.gender, catalogue.genders, gender_bits)
        spread: Floats = total[self.index.owner]
        return spread

    def _column(
        self, field: int, asked: _T, values: Sequence[_T], weigh: Callable[[_T, _T], float]
    ) -> Floats:
        """Bits of one field of a query for each identity."""
        each = self._each.get((field, asked))
        if each is None:
            if len(self._each) >= _MOST_FACTS:
                self._each.clear()
            each = np.array([*(weigh(asked, other) for other in values), 0.0])
            self._each[field, asked] = each
        bits: Floats = each[self.index.catalogue.known[:, field]]
        return bits

    def told(self, query: Prepared, asked: int, facts: Facts, looked: Looked, count: int) -> Floats:
        """Bits of the facts of each name that was compared with a query, the row `asked`."""
        bits = np.zeros(LOOKED_AT)
        for row in range(count):
            number = int(looked.numbers[row])
            other = self.heard(text_of(self.index.texts, number))
            known = facts, self.index.catalogue.facts_of_row(int(self.index.owner[number]))
            names = (
                settled_name(query, int(looked.mine[row]) != asked),
                settled_name(other, int(looked.theirs[row]) != number),
            )
            left, right = map(_places, looked.answered[row].tolist())
            said = weigh(self.ear.model, names, (left, right), known)
            bits[row] = sum(given for _, _, given in said)
        return bits

    def heard(self, text: str) -> Prepared:
        """A name of the list, made ready."""
        found = self._heard.get(text)
        if found is None:
            if len(self._heard) >= _MOST_NAMES:
                self._heard.popitem(last=False)
            found = self._heard[text] = self.ear.prepare(text)
        return found

    def compare(self, query: str, facts: Facts, name: str, identity: str) -> Comparison:
        """A query and a name of an identity side by side, with the facts of both."""
        known = facts, self.facts_beside(facts, identity)
        return comparison(self._weigher, self.ear.prepare(query), self.heard(name), known)

    def facts_beside(self, facts: Facts, identity: str) -> Facts:
        """What is known of an identity, where anything is known of the query to hold it against."""
        return self.index.catalogue.facts(identity) if facts else NOTHING_KNOWN


@dataclass(frozen=True, slots=True)
class Asked:
    """A query, as the source of the evidence of its candidates; `best` is what was seen of one."""

    knowing: Knowing
    query: Prepared
    facts: Facts
    best: Glimpse | None

    def compare(self, name: str, identity: str) -> Comparison:
        """Compare the query with a name of an identity."""
        knowing, query = self.knowing, self.query
        if self.best is None:
            return knowing.compare(query.name.original, self.facts, name, identity)
        known = self.facts, knowing.facts_beside(self.facts, identity)
        return compared(sight_of(self.best, query, knowing.heard(name)), known, knowing.ear.model)


def _places(answered: int) -> frozenset[int]:
    """The places that are bits of a number."""
    return frozenset(place for place in range(answered.bit_length()) if answered >> place & 1)
