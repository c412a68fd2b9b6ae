"""The reason of a decision: one sentence that fits a cell."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from nisba.match.compare import Comparison
from nisba.match.facts_told import told as facts_told
from nisba.match.sentence import clauses
from nisba.resolve.decisions import Decision
from nisba.text.columns import legible

if TYPE_CHECKING:  # types.py imports this module when a decision is told
    from nisba.resolve.types import Candidate

_LONGEST_ID = 40
_FEW = 3


def reason_of(
    decision: Decision, candidates: Sequence["Candidate"], nobody: float, namesakes: Sequence[str]
) -> str:
    """Why a decision was taken, in one sentence, and in another what the facts said of the best.

    The sentence has some 250 characters at most; `namesakes` are the identities between which an
    ambiguous name is undecided.
    """
    if not candidates:
        return "no listed name shares a part with it."
    if decision is Decision.AMBIGUOUS:
        return f"cannot be told apart: {_rivals(namesakes)} (nobody {nobody:.2f})."
    evidence = candidates[0].evidence
    reason = _by_names(decision, candidates[0], evidence, nobody)
    return " ".join(filter(None, (reason, facts_told(evidence))))


def _by_names(decision: Decision, best: "Candidate", evidence: Comparison, nobody: float) -> str:
    found, bits = clauses(evidence), f"{best.bits:+.1f} bits"
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
