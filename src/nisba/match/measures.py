"""How well scores tell pairs that are the same from pairs that are not: measures on plain arrays.

`scores` are any numbers of which a greater one speaks for *same*, `p` are probabilities (0 to 1),
`y` is 1 for a pair that is the same and 0 for one that is not. All are of one length, finite, and
`y` has at least one 1. Equal scores are one step, whichever of their pairs comes first: no measure
depends on the order of the pairs.
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]
_Steps = tuple[Array, NDArray[np.int64], Array]

BANDS = 10
CONFIDENCE = 0.95
_HALVINGS = 60
"""Steps of a bisection: more would not change a double."""


@dataclass(frozen=True, slots=True)
class Curve:
    """Precision and recall (0 to 1) of "same from this score on", the highest score first."""

    scores: Array
    precision: Array
    recall: Array


@dataclass(frozen=True, slots=True)
class Cut:
    """What comes of calling same all pairs that score `threshold` or more; figures are 0 to 1."""

    threshold: float
    precision: float
    recall: float
    f1: float


@dataclass(frozen=True, slots=True)
class Band:
    """Pairs whose probability lies in `low` to `high`: how many, their mean, the share of same."""

    low: float
    high: float
    pairs: int
    mean: float
    share: float


@dataclass(frozen=True, slots=True)
class Top:
    """The pairs that score `threshold` or more: how many, how many are not the same, the recall."""

    threshold: float
    pairs: int
    wrong: int
    recall: float


def curve(scores: Array, y: Array) -> Curve:
    """Precision and recall at each distinct score.

    >>> found = curve(np.array([0.9, 0.6, 0.6, 0.1]), np.array([1.0, 1.0, 0.0, 0.0]))
    >>> found.scores.tolist(), found.precision.round(2).tolist(), found.recall.tolist()
    ([0.9, 0.6, 0.1], [1.0, 0.67, 0.5], [0.5, 1.0, 1.0])
    """
    distinct, count, hits = _steps(scores, y)
    return Curve(distinct, hits / count, hits / hits[-1])


def average_precision(scores: Array, y: Array) -> float:
    """The precision at each step, weighed with the recall that the step adds (0 to 1).

    No interpolation between the steps, so that it does not flatter: sum of (R - R before) P, as
    scikit-learn's `average_precision_score` has it. Right, wrong, right give 1/2 · 1 + 1/2 · 2/3.

    >>> round(average_precision(np.array([3.0, 2.0, 1.0]), np.array([1.0, 0.0, 1.0])), 4)
    0.8333
    """
    found = curve(scores, y)
    return float(np.sum(np.diff(found.recall, prepend=0.0) * found.precision))


def best_f1(scores: Array, y: Array) -> Cut:
    """The cut of the greatest F1, the harmonic mean of precision and recall; of equals the highest.

    Three pairs of which the last two tie: all three called same are 2 right of 3, F1 = 4/5.

    >>> best_f1(np.array([3.0, 2.0, 2.0]), np.array([1.0, 0.0, 1.0]))
    Cut(threshold=2.0, precision=0.6666666666666666, recall=1.0, f1=0.8)
    """
    distinct, count, hits = _steps(scores, y)
    f1 = 2.0 * hits / (count + hits[-1])
    at = int(np.argmax(f1))
    return Cut(
        float(distinct[at]),
        float(hits[at] / count[at]),
        float(hits[at] / hits[-1]),
        float(f1[at]),
    )


def reliability(p: Array, y: Array, bands: int = BANDS) -> tuple[Band, ...]:
    """What was said and what came true, in equal bands of probability; the lowest comes first.

    A probability on a border belongs to the band above it, 1 to the last. Empty bands are left out.

    >>> reliability(np.array([0.75, 1.0]), np.array([0.0, 1.0]), bands=2)
    (Band(low=0.5, high=1.0, pairs=2, mean=0.875, share=0.5),)
    """
    place = np.minimum((p * bands).astype(int), bands - 1)
    count = np.bincount(place, minlength=bands)
    said = np.bincount(place, weights=p, minlength=bands)
    true = np.bincount(place, weights=y, minlength=bands)
    return tuple(
        Band(b / bands, (b + 1) / bands, n, float(said[b] / n), float(true[b] / n))
        for b, n in enumerate(count.tolist())
        if n
    )


def calibration_error(p: Array, y: Array, bands: int = BANDS) -> float:
    """Expected calibration error: mean distance of probability and share, over equal bands.

    Two of four pairs are said to be 0.9 likely, and one of them is the same: 1/2 · 0.4; the other
    two are 0.1 likely, and none is: 1/2 · 0.1.

    >>> round(calibration_error(np.array([0.9, 0.9, 0.1, 0.1]), np.array([1.0, 0, 0, 0])), 9)
    0.25
    """
    return sum(b.pairs * abs(b.mean - b.share) for b in reliability(p, y, bands)) / len(p)


def brier(p: Array, y: Array) -> float:
    """Brier score: the mean squared distance of probability and truth; 0 is best (Brier 1950).

    >>> round(brier(np.array([0.9, 0.2]), np.array([1.0, 0.0])), 9)
    0.025
    """
    return float(np.mean((p - y) ** 2))


def top_within(max_error: float, scores: Array, y: Array) -> Top | None:
    """The longest top of the ranking of which at most this share (0 to 1) is not the same, or None.

    A wrong pair does not end the search: what counts is the share of all that stand above.

    >>> scores, y = np.array([4.0, 3.0, 2.0, 1.0]), np.array([1.0, 0.0, 1.0, 1.0])
    >>> top_within(0.25, scores, y)
    Top(threshold=1.0, pairs=4, wrong=1, recall=1.0)
    >>> top_within(0.1, scores, y)
    Top(threshold=4.0, pairs=1, wrong=0, recall=0.3333333333333333)
    """
    steps = _steps(scores, y)
    _, count, hits = steps
    # 1 wrong of 100 is a share of 0.01, though its double may lie a hair above.
    fine = np.flatnonzero(count - hits <= max_error * count * (1.0 + 1e-12))
    return _top(steps, int(fine[-1])) if fine.size else None


def sure_top_within(
    max_error: float, scores: Array, y: Array, confidence: float = CONFIDENCE
) -> Top | None:
    """The longest top of the ranking whose `upper_limit` is at most this share (0 to 1), or None.

    >>> sure_top_within(0.3, np.arange(10.0), np.ones(10))
    Top(threshold=0.0, pairs=10, wrong=0, recall=1.0)
    >>> sure_top_within(0.2, np.arange(10.0), np.ones(10)) is None
    True
    """
    steps = _steps(scores, y)
    _, count, hits = steps
    wrong = count - hits
    # Of tops with as many wrong the longest is the surest: no other need be looked at.
    for at in np.flatnonzero(np.diff(wrong, append=len(y) + 1))[::-1]:
        few = wrong[at] <= max_error * count[at]
        if few and _chance(int(wrong[at]), int(count[at]), max_error) <= 1.0 - confidence:
            return _top(steps, int(at))
    return None


def upper_limit(wrong: int, total: int, confidence: float = CONFIDENCE) -> float:
    """The greatest share of wrong ones (0 to 1) that so few wrong in a sample still allow.

    The one-sided limit of Clopper and Pearson (Biometrika 26, 1934, 404-413): with this share, as
    few wrong would be found in 1 - `confidence` of all samples. With none wrong of n it is about
    3/n (Hanley and Lippman-Hand, JAMA 249, 1983, 1743-1745).

    >>> round(upper_limit(0, 100), 4), round(upper_limit(1, 10), 3), upper_limit(3, 3)
    (0.0295, 0.394, 1.0)
    """
    if wrong >= total:
        return 1.0
    low, high = wrong / total, 1.0
    for _ in range(_HALVINGS):
        share = (low + high) / 2.0
        if _chance(wrong, total, share) > 1.0 - confidence:
            low = share
        else:
            high = share
    return high


def pairs_to_know(max_error: float, confidence: float = CONFIDENCE) -> int:
    """The fewest pairs, none of them wrong, that show a share of at most `max_error` (0 to 1).

    >>> pairs_to_know(0.01), pairs_to_know(0.05)
    (299, 59)
    """
    return math.ceil(math.log1p(-confidence) / math.log1p(-max_error))


def _steps(scores: Array, y: Array) -> _Steps:
    """Distinct scores, highest first, with the pairs at or above each, and the same of these."""
    order = np.argsort(-scores, kind="stable")
    ranked = scores[order]
    last = np.append(np.flatnonzero(np.diff(ranked)), len(ranked) - 1)
    return ranked[last], last + 1, np.cumsum(y[order])[last]


def _top(steps: _Steps, at: int) -> Top:
    distinct, count, hits = steps
    wrong = int(count[at] - hits[at])
    return Top(float(distinct[at]), int(count[at]), wrong, float(hits[at] / hits[-1]))


def _chance(most: int, total: int, share: float) -> float:
    """The chance that at most so many of a sample are wrong, where this share (0 to 1) is."""
    wrong = np.arange(most + 1)
    ways = np.concatenate(([0.0], np.cumsum(np.log((total - wrong[:-1]) / wrong[1:]))))
    logs = ways + wrong * math.log(share) + (total - wrong) * math.log1p(-share)
    return float(np.exp(logs).sum())
