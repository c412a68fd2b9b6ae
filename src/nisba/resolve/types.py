"""What resolving gives: candidates with their evidence, and a decision that admits doubt."""

from dataclasses import dataclass, field
from typing import Protocol

from nisba.match.compare import Comparison
from nisba.resolve.decisions import Decision


class Source(Protocol):
    """Where the evidence of a candidate comes from when somebody asks for it."""

    def compare(self, name: str, identity: str) -> Comparison:
        """Compare the query with a name of an identity."""
        ...


@dataclass(frozen=True, slots=True)
class Told:
    """Evidence that is at hand."""

    evidence: Comparison

    def compare(self, name: str, identity: str) -> Comparison:
        """Return it."""
        return self.evidence


@dataclass(frozen=True, slots=True)
class Candidate:
    """An identity that a name may belong to, by the name of it that answers best.

    `bits` is the evidence of that name, `probability` (0 to 1) the posterior over all candidates
    and nobody. Probabilities keep their order up to the end: they are never rounded to 1.
    """

    identity: str
    name: str
    bits: float
    probability: float
    source: Source = field(repr=False, compare=False)

    @property
    def evidence(self) -> Comparison:
        """The query and the name side by side."""
        return self.source.compare(self.name, self.identity)

    def __reduce__(self) -> tuple[type["Candidate"], tuple[str, str, float, float, Told]]:
        """Cross a process boundary with the evidence, and without the index behind it."""
        told = Told(self.evidence)
        return type(self), (self.identity, self.name, self.bits, self.probability, told)


@dataclass(frozen=True, slots=True)
class Resolution:
    """The answer for one name. `identity` is set when the decision is `match`.

    `nobody` is the probability that the name belongs to nobody in the gazetteer. `namesakes` are
    the identities that an `ambiguous` name may belong to alike, more than the candidates perhaps.
    """

    query: str
    decision: Decision
    identity: str | None
    candidates: tuple[Candidate, ...]
    nobody: float
    namesakes: tuple[str, ...] = ()

    @property
    def reason(self) -> str:
        """Why, in a sentence that fits a cell."""
        from nisba.resolve.reason import reason_of

        return reason_of(self.decision, self.candidates, self.nobody, self.namesakes)
