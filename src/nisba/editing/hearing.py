"""The names of records, each heard once: what the questions about them share.

Below the other modules of the editing stage.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from nisba.facts.types import NOTHING_KNOWN, Facts
from nisba.gazetteer import Gazetteer
from nisba.index.catalogue import text_of
from nisba.index.finding import Finder
from nisba.index.index import build
from nisba.match.columns import BEST
from nisba.match.compare import Comparison, comparison
from nisba.match.evidence import Weigher
from nisba.match.prepare import Ear
from nisba.match.types import Content, Prepared
from nisba.match.weights import value
from nisba.sounds.model import load_model

_MANY = 500
"""Names from which compiling the sound model's loops pays."""


@dataclass(frozen=True, slots=True, eq=False)
class _Remembering(Ear):
    """An ear that remembers whole names, of which each is asked about several times."""

    _whole: dict[str, Prepared] = field(default_factory=dict)

    def prepare(self, text: str) -> Prepared:
        """The name ready for comparison."""
        found = self._whole.get(text)
        if found is None:
            # Without arguments super() does not find its class: slots make a new one.
            found = self._whole[text] = Ear.prepare(self, text)
        return found


@dataclass(frozen=True, slots=True, eq=False)
class Hearing:
    """What compares the names of records; `ear` remembers whole names."""

    ear: Ear
    weigher: Weigher

    def compare(
        self, left: str, right: str, known: tuple[Facts, Facts] = (NOTHING_KNOWN, NOTHING_KNOWN)
    ) -> Comparison:
        """Two names side by side, and what is known of their bearers.

        >>> hearing_of(["Hassan", "Hasan"]).compare("Hassan", "Hasan").probability > 0.9
        True
        """
        return comparison(self.weigher, self.ear.prepare(left), self.ear.prepare(right), known)

    def index(self, names: Iterable[tuple[str, str]]) -> Finder:
        """Index names, each with the id of its bearer."""
        return Finder(build(Gazetteer.from_names(names), self.ear), self.ear.model)

    def nearest(self, finder: Finder, text: str, limit: int) -> Iterator[tuple[str, str, float]]:
        """The names of an index that may be this one: bearer, name, bits in reach; most first."""
        index = finder.index
        for number, reach in finder.nearest(self.ear.prepare(text), limit):
            bearer = text_of(index.catalogue.ids, int(index.owner[number]))
            yield bearer, text_of(index.texts, number), reach

    def worth(self, text: str) -> float:
        """Bits that a name's parts say, if each of them is answered by its like."""
        store = self.weigher.store
        rows = store.rows(self.ear.prepare(text).contents, self.ear)
        return float(sum(store.parts.sounds[rows, BEST].tolist()))

    def answered(self, left: str, right: str) -> tuple[bool, bool]:
        """Whether every part of the left name answers one of the right, and the other way round.

        A part answers by its own sound: what one name writes in one and the other in two words is
        left to `compare`, which costs more.

        >>> hearing_of(["Hassan"]).answered("Hassan", "Hasan Nasrallah")
        (True, False)
        """
        one, other = self.ear.prepare(left).contents, self.ear.prepare(right).contents
        free = list(other)
        for part in one:
            answer = next((its for its in free if self._answers(part, its)), None)
            if answer is None:
                return False, False
            free.remove(answer)
        return bool(one), bool(one) and not free

    def _answers(self, part: Content, other: Content) -> bool:
        head, its = part.head, other.head
        if head and its and head != its:
            return False
        bits, deficit = self.weigher.sound(self.ear, part, other)
        return bits + value("link_deficit") * deficit > value("link_least")


def hearing_of(names: Iterable[str]) -> Hearing:
    """Make a hearing for names; where there are many, the model's loops are compiled."""
    model = load_model(fast=sum(1 for _ in names) > _MANY)
    return Hearing(_Remembering(model), Weigher(model))
