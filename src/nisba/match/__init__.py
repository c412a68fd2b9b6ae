"""The match stage: evidence for two whole names, in bits, with its reasons."""

from nisba.match.compare import Comparison, compare
from nisba.match.types import Verdict

__all__ = ["Comparison", "Verdict", "compare"]
