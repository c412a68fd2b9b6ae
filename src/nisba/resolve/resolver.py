"""The resolver: a name comes in, a decision with its candidates goes out."""

from collections.abc import Iterable, Sequence

from nisba.gazetteer import Gazetteer
from nisba.index.index import Index, Listed, build
from nisba.match.compare import bits_of, comparison, look
from nisba.match.evidence import Weigher
from nisba.match.prepare import Ear
from nisba.match.types import Prepared, Seen
from nisba.match.weights import value
from nisba.resolve.posterior import posterior
from nisba.resolve.reason import reason_of
from nisba.resolve.types import Candidate, Decision, Resolution
from nisba.sounds.model import load_model

_SHORT_KINDS = frozenset({"short", "abbreviation", "kunya"})
_LOOKED_AT = 40
"""Names of the index that are compared whole with one query."""
_OUT_OF_REACH = 16.0
"""Bits by which a name's parts may stay behind the best name before it is left out."""
_MANY = 500
"""Names from which compiling the sound model's loops pays."""


class Resolver:
    """Resolves names against one gazetteer.

    >>> g = Gazetteer.from_names([("k", "Mustafa al-Kadhimi"), ("s", "Muqtada al-Sadr")])
    >>> Resolver(g).resolve("Moustafa Kazemi").identity
    'k'
    """

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        names = [
            Listed(identity.id, name.text, name.kind in _SHORT_KINDS)
            for identity, name in gazetteer.names()
        ]
        model = load_model(fast=len(names) > _MANY)
        self._index: Index = build(names, Ear(model), Weigher(model))

    def resolve(self, name: str, limit: int = 5) -> Resolution:
        """The decision for one name, with up to `limit` candidates, best first."""
        query = self._index.ear.prepare(name)
        ranked = self._ranked(query)
        chances, nobody = posterior([bits for bits, _, _ in ranked], len(self.gazetteer))
        candidates = tuple(
            self._candidate(query, number, bits, chance)
            for (bits, number, _), chance in zip(ranked[:limit], chances, strict=False)
        )
        decision = _decision(chances, nobody)
        return Resolution(
            name,
            decision,
            candidates[0].identity if decision is Decision.MATCH and candidates else None,
            candidates,
            nobody,
            reason_of(decision, candidates, nobody),
        )

    def resolve_many(self, names: Iterable[str], limit: int = 5) -> list[Resolution]:
        """The decisions for many names, in their order; a repeated name is resolved once."""
        known: dict[str, Resolution] = {}
        answers = []
        for name in names:
            if name not in known:
                known[name] = self.resolve(name, limit)
            answers.append(known[name])
        return answers

    def evidence(self, name: str) -> list[tuple[str, Seen]]:
        """What is seen between a name and its candidates, best first; the fitting reads it."""
        query = self._index.ear.prepare(name)
        names = self._index.names
        return [(names[number].identity, seen) for _, number, seen in self._ranked(query)]

    def _ranked(self, query: Prepared) -> list[tuple[float, int, Seen]]:
        """Best name of each identity: evidence and number in the index, best identity first."""
        index = self._index
        best: dict[str, tuple[float, int, Seen]] = {}
        top = 0.0
        for number, reach in index.candidates(query, _LOOKED_AT):
            if reach < top - _OUT_OF_REACH:
                break
            listed = index.names[number]
            other = index.prepared[number]
            if listed.short and len(query.heard) > len(other.heard):
                continue  # a short form speaks for a name that says no more than it
            _, seen = look(index.weigher, query, other)
            bits = bits_of(seen) + (value("short_form") if listed.short and seen.complete else 0.0)
            top = max(top, bits)
            old = best.get(listed.identity)
            if old is None or bits > old[0]:
                best[listed.identity] = (bits, number, seen)
        return sorted(best.values(), key=lambda found: (-found[0], found[1]))

    def _candidate(
        self, query: Prepared, number: int, bits: float, probability: float
    ) -> Candidate:
        listed = self._index.names[number]
        evidence = comparison(self._index.weigher, query, self._index.prepared[number])
        return Candidate(listed.identity, listed.text, bits, probability, evidence)


def _decision(chances: Sequence[float], nobody: float) -> Decision:
    """Match when one candidate is likely enough, ambiguous when only together they are."""
    if chances and chances[0] >= value("enough"):
        return Decision.MATCH
    return Decision.AMBIGUOUS if 1.0 - nobody >= value("enough") else Decision.NONE
