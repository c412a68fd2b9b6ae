"""The types of the evaluation stage: a pair with its truth, a pair judged, what it all comes to."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from nisba.match import Verdict
from nisba.match.measures import CONFIDENCE, Array, Band, Cut, Top


@dataclass(frozen=True, slots=True)
class Pair:
    """Two names as they came, whether they are the same, and the line they stand on (0: none)."""

    left: str
    right: str
    same: bool
    line: int = 0


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair, and what is said of it.

    `bits`, `probability` and `verdict` are those of `nisba.compare`, `reason` tells them in one
    sentence. `jaro_winkler` is that similarity of the two strings (0 to 1).
    """

    pair: Pair
    bits: float
    probability: float
    verdict: Verdict
    reason: str
    jaro_winkler: float

    def as_dict(self) -> dict[str, Any]:
        """The pair as plain data, for JSON."""
        return {
            "line": self.pair.line,
            "left": self.pair.left,
            "right": self.pair.right,
            "same": self.pair.same,
            "bits": round(self.bits, 3),
            "probability": self.probability,
            "verdict": str(self.verdict),
            "reason": self.reason,
            "jaro_winkler": self.jaro_winkler,
        }


@dataclass(frozen=True, slots=True)
class Ranking:
    """How well a score ranks pairs that are the same before those that are not (0 to 1)."""

    average_precision: float
    best_f1: Cut


@dataclass(frozen=True, slots=True)
class AtVerdict:
    """The pairs that nisba itself calls the same: how many, and how rightly (0 to 1).

    The precision is None where it calls none so.
    """

    pairs: int
    precision: float | None
    recall: float
    f1: float


@dataclass(frozen=True, slots=True)
class Threshold:
    """From which probability on at most `max_error` of the pairs are not the same.

    `seen` holds for the pairs at hand; of others like them, a share of `upper_limit` may be wrong
    there. `sure` holds for others too, with the confidence of `nisba.match.measures.CONFIDENCE`.
    Either is None if there is none.
    """

    max_error: float
    seen: Top | None
    upper_limit: float
    sure: Top | None
    pairs_to_know: int
    """How many pairs, none of them wrong, it takes to be sure."""


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What a set of pairs says about nisba: rankings, calibration, a threshold, the worst errors.

    Both rankings are of the same pairs: by nisba's probability, and by Jaro-Winkler similarity.
    `false_matches` are not the same though their probability is one half or more, `misses` are the
    same though it is less; the surest of each come first.
    """

    judged: tuple[Judged, ...]
    same: int
    nisba: Ranking
    jaro_winkler: Ranking
    at_same: AtVerdict
    calibration_error: float
    brier: float
    bands: tuple[Band, ...]
    threshold: Threshold
    false_matches: tuple[Judged, ...]
    misses: tuple[Judged, ...]

    def as_dict(self) -> dict[str, Any]:
        """The evaluation as plain data, for JSON; of the single pairs the worst errors alone."""
        return {
            "pairs": len(self.judged),
            "same": self.same,
            "nisba": asdict(self.nisba),
            "jaro_winkler": asdict(self.jaro_winkler),
            "verdict_same": asdict(self.at_same),
            "calibration": {
                "expected_error": self.calibration_error,
                "brier": self.brier,
                "bands": [asdict(band) for band in self.bands],
            },
            "threshold": {"confidence": CONFIDENCE, **asdict(self.threshold)},
            "false_matches": [judged.as_dict() for judged in self.false_matches],
            "misses": [judged.as_dict() for judged in self.misses],
        }


def truths(judged: Sequence[Judged]) -> Array:
    """1 for each pair that is the same, 0 for each that is not."""
    return np.array([j.pair.same for j in judged], dtype=float)


def probabilities(judged: Sequence[Judged]) -> Array:
    """The probability of each pair (0 to 1)."""
    return np.array([j.probability for j in judged])


def similarities(judged: Sequence[Judged]) -> Array:
    """The Jaro-Winkler similarity of each pair (0 to 1)."""
    return np.array([j.jaro_winkler for j in judged])
