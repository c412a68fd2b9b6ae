"""The reason of a decision: one sentence that fits a cell."""

from collections.abc import Sequence

from nisba.match.explain import words
from nisba.resolve.types import Candidate, Decision


def reason_of(decision: Decision, candidates: Sequence[Candidate], nobody: float) -> str:
    """Why the decision was taken, in one sentence."""
    if not candidates:
        return "no listed name shares a part with it"
    best = candidates[0]
    if decision is Decision.AMBIGUOUS:
        others = ", ".join(c.identity for c in candidates[:3])
        return f"cannot be told apart: {others} (nobody {nobody:.2f})"
    seen = "; ".join(_parts(best)) or "no part answers"
    said = [words(name) for name, _, bits in best.evidence.weighed if bits < -1.0]
    against = f"; against it: {', '.join(said)}" if said else ""
    if decision is Decision.MATCH:
        return f"{seen}{against} ({best.bits:+.1f} bits)"
    return f"nearest is {best.identity}: {seen}{against} ({best.bits:+.1f} bits)"


def _parts(candidate: Candidate) -> list[str]:
    """The parts that answer each other, as `left = right`."""
    return [
        f"{' '.join(p.text for p in left)} = {' '.join(p.text for p in right)}"
        for left, right, _ in candidate.evidence.answered
    ]
