"""What resolving gives: candidates with their evidence, and a decision that admits doubt."""

from dataclasses import dataclass
from enum import StrEnum

from nisba.match.compare import Comparison


class Decision(StrEnum):
    """A match, several that cannot be told apart, or nobody who is listed."""

    MATCH = "match"
    AMBIGUOUS = "ambiguous"
    NONE = "none"


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
    evidence: Comparison


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
    reason: str
    namesakes: tuple[str, ...] = ()
