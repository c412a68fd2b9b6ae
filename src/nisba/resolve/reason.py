"""The reason of a decision: one sentence that fits a cell."""

from collections.abc import Sequence

from nisba.match.sentence import clauses
from nisba.resolve.types import Candidate, Decision
from nisba.text.columns import legible

_LONGEST_ID = 40
_FEW = 3


def reason_of(
    decision: Decision,
    candidates: Sequence[Candidate],
    nobody: float,
    namesakes: Sequence[str],
) -> str:
    """Why the decision was taken, in one sentence of some 250 characters at most.

    `namesakes` are the identities between which an ambiguous name is undecided.
    """
    if not candidates:
        return "no listed name shares a part with it."
    if decision is Decision.AMBIGUOUS:
        return f"cannot be told apart: {_rivals(namesakes)} (nobody {nobody:.2f})."
    best = candidates[0]
    found, bits = clauses(best.evidence), f"{best.bits:+.1f} bits"
    if decision is Decision.MATCH:
        return f"{found} ({bits})."
    nearest = f"nearest is {legible(best.identity, _LONGEST_ID)}"
    if found.differs:
        others = "; ".join(filter(None, (found.agrees, found.rest)))
        return f"{nearest}, but {found.differs}; {others} ({bits})."
    return f"{nearest}, but {bits} are too few (nobody {nobody:.2f}): {found}."


def _rivals(namesakes: Sequence[str]) -> str:
    """The identities that share the probability, the first few by name."""
    named = [legible(identity, _LONGEST_ID) for identity in namesakes[:_FEW]]
    more = len(namesakes) - _FEW
    if len(named) == 1:
        return f"{named[0]} and others"
    return ", ".join(named) + (f", and {more} more" if more > 0 else "")
