"""What an edit does to answers: a list of names, resolved before it and after it.

An editor sees the effect before committing: a new spelling that was nobody's and now finds its
bearer, a record that makes another one ambiguous.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from nisba.editing.progress import Percent, share, silent
from nisba.editing.resolving import resolved
from nisba.gazetteer import Gazetteer
from nisba.resolve import Resolver
from nisba.resolve.types import Resolution

BIT = 1.0
"""Change of the odds, in bits, from which a probability counts as changed."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer for one name: decision, identity of a match, the best candidate's probability.

    `best` is the best candidate, match or not; the empty text where there is none.
    """

    decision: str
    identity: str
    best: str
    probability: float

    def as_dict(self) -> dict[str, object]:
        """The answer as plain data, for JSON."""
        return {
            "decision": self.decision,
            "identity": self.identity or None,
            "best": self.best or None,
            "probability": self.probability,
        }


@dataclass(frozen=True, slots=True)
class Effect:
    """A name whose answer changes, how often it comes, and both answers."""

    name: str
    times: int
    old: Answer
    new: Answer

    @property
    def kind(self) -> str:
        """The greatest change: of the decision, of the identity, of the probability alone."""
        if self.old.decision != self.new.decision:
            return "decision"
        return "identity" if self.old.best != self.new.best else "probability"

    @property
    def bits(self) -> float:
        """By how many bits the odds of the best candidate change."""
        return _log_odds(self.new.probability) - _log_odds(self.old.probability)


def effects_of(
    old: Gazetteer, new: Gazetteer, names: Mapping[str, int], on_progress: Percent = silent
) -> list[Effect]:
    """Resolve names against two gazetteers, and return the answers that differ.

    Changed decisions come first, then identities, then probabilities that move by more than a
    bit; within each the commonest names first. An ambiguous or missing answer differs in its
    best candidate too. `on_progress` is told the percent that is done.

    >>> old = Gazetteer.from_names([("k", "Mustafa al-Kadhimi")])
    >>> new = Gazetteer.from_names([("k", "Mustafa al-Kadhimi"), ("n", "Adil Abd al-Mahdi")])
    >>> first, *_ = effects_of(old, new, {"Adel Abdul Mahdi": 2, "Mustafa Kazemi": 1})
    >>> first.name, str(first.old.decision), first.new.identity
    ('Adel Abdul Mahdi', 'none', 'n')
    """
    texts = list(names)
    before = resolved(Resolver(old), texts, share(on_progress, 0, 50))
    after = resolved(Resolver(new), texts, share(on_progress, 50, 100))
    found = [
        Effect(name, names[name], _answer(before[name]), _answer(after[name])) for name in texts
    ]
    order = {"decision": 0, "identity": 1, "probability": 2}
    changed = [e for e in found if e.kind != "probability" or abs(e.bits) > BIT]
    return sorted(changed, key=lambda e: (order[e.kind], -e.times, -abs(e.bits), e.name))


def _answer(found: Resolution) -> Answer:
    best = found.candidates[0] if found.candidates else None
    return Answer(
        str(found.decision),
        found.identity or "",
        best.identity if best else "",
        best.probability if best else 0.0,
    )


def _log_odds(probability: float) -> float:
    """log2 of the odds, between -60 and 60 bits: beyond them a double cannot tell."""
    if probability <= 0.0:
        return -60.0
    if probability >= 1.0:
        return 60.0
    return max(-60.0, min(60.0, math.log2(probability / (1.0 - probability))))
