"""The resolver: a name comes in, a decision with its candidates goes out."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nisba.facts import Facts, facts_of
from nisba.facts.reading import Country, Year
from nisba.facts.types import NOTHING_KNOWN
from nisba.gazetteer import Gazetteer
from nisba.index.index import Index, Listed, build
from nisba.match.compare import bits_of, comparison, look, settled
from nisba.match.evidence import Weigher
from nisba.match.facts import weigh
from nisba.match.facts_told import told as facts_told
from nisba.match.prepare import LONGEST_NAME, Ear
from nisba.match.types import Prepared, Seen
from nisba.match.weights import value
from nisba.resolve.namesakes import known_of
from nisba.resolve.posterior import listed_odds, posterior
from nisba.resolve.reason import reason_of
from nisba.resolve.thresholds import MAX_ERROR, threshold
from nisba.resolve.types import Candidate, Decision, Resolution
from nisba.sounds.model import load_model

_SHORT_KINDS = frozenset({"short", "abbreviation", "kunya"})
_LOOKED_AT = 60
"""Names of the index that are compared whole with one query."""
_OUT_OF_REACH = 16.0
"""Bits by which a name's parts may stay behind the best name before it is left out."""
_TIED = 0.1
"""A candidate this likely, measured by the best one, is not told apart from it."""
_MANY = 500
"""Names from which compiling the sound model's loops pays."""


@dataclass(frozen=True, slots=True)
class _Found:
    """The best name of an identity: all its bits, those of the facts among them, its number."""

    bits: float
    facts: float
    number: int
    seen: Seen


class Resolver:
    """Resolves names against one gazetteer.

    >>> g = Gazetteer.from_names([("k", "Mustafa al-Kadhimi"), ("s", "Muqtada al-Sadr")])
    >>> Resolver(g).resolve("Moustafa Kazemi").identity
    'k'
    """

    def __init__(self, gazetteer: Gazetteer, max_error: float = MAX_ERROR) -> None:
        """Index a gazetteer. Of all matches at most the share `max_error` is to be wrong.

        Raises `ValueError` for what is no share between 0 and 1.
        """
        self.gazetteer = gazetteer
        self._enough = threshold(max_error)
        names = [
            Listed(identity.id, name.text, name.kind in _SHORT_KINDS)
            for identity, name in gazetteer.names()
        ]
        model = load_model(fast=len(names) > _MANY)
        self._index: Index = build(names, Ear(model), Weigher(model))
        self._facts = [gazetteer.facts(listed.identity) for listed in self._index.names]
        self._known = known_of(self._facts)

    def resolve(
        self,
        name: str,
        limit: int = 5,
        *,
        birth_year: Year = None,
        country: Country = None,
        gender: str | None = None,
    ) -> Resolution:
        """The decision for one name, with up to `limit` candidates, best first.

        What is known of the bearer besides decides between namesakes; `nisba.facts_of` says what
        may stand in these fields, and raises `ValueError` for what cannot be read.

        >>> pairs = [("a", "Muhammad Ali"), ("b", "Muhammad Ali")]
        >>> known = {"a": facts_of(birth_year=1931), "b": facts_of(birth_year=1942)}
        >>> r = Resolver(Gazetteer.from_names(pairs, facts=known))
        >>> r.resolve("Mohamed Aly").namesakes, r.resolve("Mohamed Aly", birth_year=1942).identity
        (('a', 'b'), 'b')
        """
        facts = facts_of(birth_year=birth_year, country=country, gender=gender)
        return self._resolve(name, limit, facts)

    def resolve_many(
        self, names: Iterable[str], limit: int = 5, facts: Sequence[Facts | None] | None = None
    ) -> list[Resolution]:
        """The decisions for many names, in their order; what is repeated is resolved once.

        `facts` says for each name what is known of its bearer; raises `ValueError` if there are
        more or fewer of them than names.
        """
        asked = list(names)
        known = [NOTHING_KNOWN] * len(asked) if facts is None else list(facts)
        if len(known) != len(asked):
            raise ValueError(f"{len(asked)} names, but facts of {len(known)}: give one for each")
        found: dict[tuple[str, Facts], Resolution] = {}
        answers = []
        for name, fact in zip(asked, known, strict=True):
            key = (name, fact or NOTHING_KNOWN)
            if key not in found:
                found[key] = self._resolve(name, limit, key[1])
            answers.append(found[key])
        return answers

    def evidence(self, name: str) -> list[tuple[str, Seen]]:
        """What is seen between a name and its candidates, best first; the fitting reads it."""
        query = self._index.ear.prepare(name)
        names = self._index.names
        found = self._ranked(query, NOTHING_KNOWN)
        return [(names[one.number].identity, one.seen) for one in found]

    def _resolve(self, name: str, limit: int, facts: Facts) -> Resolution:
        query = self._index.ear.prepare(name)
        ranked = self._ranked(query, facts)
        chances, nobody = posterior([found.bits for found in ranked], self._odds(query, ranked))
        candidates = tuple(
            self._candidate(query, facts, found, chance)
            for found, chance in zip(ranked[:limit], chances, strict=False)
        )
        decision = _decision(chances, nobody, self._enough)
        undecided = decision is Decision.AMBIGUOUS
        namesakes = self._namesakes(ranked, chances) if undecided else ()
        return Resolution(
            name,
            decision,
            candidates[0].identity if decision is Decision.MATCH and candidates else None,
            candidates,
            nobody,
            _reason(decision, candidates, nobody, namesakes),
            namesakes,
        )

    def _ranked(self, query: Prepared, facts: Facts) -> list[_Found]:
        """Best name of each identity: evidence and number in the index, best identity first."""
        index = self._index
        best: dict[str, _Found] = {}
        top = 0.0
        more = self._known.bits(facts) if facts else None
        for number, reach in index.candidates(query, _LOOKED_AT, more):
            if reach < top - _OUT_OF_REACH:
                break
            listed = index.names[number]
            mine, other = settled(index.weigher, query, index.prepared[number])
            if listed.short and len(mine.heard) > len(other.heard):
                continue  # a short form speaks for a name that says no more than it
            links, seen = look(index.weigher, mine, other)
            bits = bits_of(seen) + (value("short_form") if listed.short and seen.complete else 0.0)
            told = 0.0
            if facts:
                known = facts, self._facts[number]
                spoke = weigh(index.weigher.model, (mine, other), links, known)
                told = sum(given for _, _, given in spoke)
            top = max(top, bits + told)
            old = best.get(listed.identity)
            if old is None or bits + told > old.bits:
                best[listed.identity] = _Found(bits + told, told, number, seen)
        return sorted(best.values(), key=lambda found: (-found.bits, found.number))

    def _odds(self, query: Prepared, ranked: Sequence[_Found]) -> float:
        """log2 odds that the name belongs to anybody listed, by the best candidate.

        Of namesakes each may be the one, and their chances add up. Where only parts answer, facts
        count by what they say on average of those whom the name may mean: among a hundred
        cousins one is of any age, and a stranger meets him too.
        """
        if not ranked or len(query.name.parts) > LONGEST_NAME:
            return -math.inf  # a text pasted by mistake is nobody's name
        best = ranked[0]
        if not best.seen.sound:
            return -math.inf
        name = best.bits - best.facts
        namesakes = bool(best.seen.complete)
        pool = [found for found in ranked if found.seen.complete] if namesakes else ranked
        weights = [2.0 ** (found.bits - found.facts - name) for found in pool]
        met = sum(w * 2.0**found.facts for w, found in zip(weights, pool, strict=True))
        more = math.log2(met if namesakes else met / sum(weights))
        return listed_odds(best.seen, len(self.gazetteer), name - bits_of(best.seen) + more)

    def _candidate(
        self, query: Prepared, facts: Facts, found: _Found, probability: float
    ) -> Candidate:
        listed, other = self._index.names[found.number], self._index.prepared[found.number]
        known = facts, self._facts[found.number] if facts else NOTHING_KNOWN
        evidence = comparison(self._index.weigher, query, other, known)
        return Candidate(listed.identity, listed.text, found.bits, probability, evidence)

    def _namesakes(self, ranked: Sequence[_Found], chances: Sequence[float]) -> tuple[str, ...]:
        """Identities that the evidence does not tell from the best one, however many."""
        names = self._index.names
        return tuple(
            names[found.number].identity
            for found, chance in zip(ranked, chances, strict=True)
            if chance >= _TIED * chances[0]
        )


def _decision(chances: Sequence[float], nobody: float, enough: float) -> Decision:
    """Match when one candidate is likely enough, ambiguous when only together they are."""
    if chances and chances[0] >= enough:
        return Decision.MATCH
    return Decision.AMBIGUOUS if 1.0 - nobody >= enough else Decision.NONE


def _reason(
    decision: Decision, candidates: Sequence[Candidate], nobody: float, namesakes: Sequence[str]
) -> str:
    """The reason in one sentence, and in another what the facts said, where one is the best."""
    reason = reason_of(decision, candidates, nobody, namesakes)
    if decision is Decision.AMBIGUOUS or not candidates:
        return reason
    return " ".join(filter(None, (reason, facts_told(candidates[0].evidence))))
