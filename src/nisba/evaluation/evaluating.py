"""Pairs with their truth in, an evaluation out: the work of `nisba evaluate`."""

from collections.abc import Callable, Iterable, Iterator, Sequence

import jellyfish

from nisba.evaluation.types import (
    AtVerdict,
    Evaluation,
    Judged,
    Pair,
    Ranking,
    Threshold,
    probabilities,
    similarities,
    truths,
)
from nisba.match import Verdict
from nisba.match.compare import comparison
from nisba.match.evidence import Weigher
from nisba.match.explain import sentence
from nisba.match.measures import (
    Array,
    average_precision,
    best_f1,
    brier,
    calibration_error,
    pairs_to_know,
    reliability,
    sure_top_within,
    top_within,
    upper_limit,
)
from nisba.match.prepare import Ear
from nisba.sounds.model import load_model

_MANY = 50
"""Pairs from which compiling the sound model's loops pays."""


def evaluate(
    pairs: Iterable[Pair],
    *,
    max_error: float = 0.01,
    worst: int = 10,
    on_progress: Callable[[int], None] = lambda _: None,
) -> Evaluation:
    """Judge pairs of names, and measure the judgements against the truth.

    `max_error` (between 0 and 1) is the share of wrong pairs that a threshold is sought for,
    `worst` the most errors of each kind that are kept. `on_progress` is told the pairs judged so
    far. Raises `ValueError` if there is no pair, or none of one of the two truths: nothing can be
    measured on these.

    >>> pairs = [
    ...     Pair("Gaddafi", "al-Qadhdhafi", same=True),
    ...     Pair("Hussein", "Houcine", same=True),
    ...     Pair("Salim", "Salam", same=False),
    ...     Pair("Hassan", "Hussein", same=False),
    ... ]
    >>> found = evaluate(pairs)
    >>> found.nisba.average_precision, found.jaro_winkler.average_precision < 1
    (1.0, True)
    """
    if not 0.0 < max_error < 1.0:
        raise ValueError(f"{max_error}: no share of errors: give one between 0 and 1")
    given = tuple(pairs)
    if why := fault_of_pairs(given):
        raise ValueError(why)
    judged = tuple(_judged(given, on_progress))
    y, p = truths(judged), probabilities(judged)
    return Evaluation(
        judged=judged,
        same=int(y.sum()),
        nisba=_ranking(p, y),
        jaro_winkler=_ranking(similarities(judged), y),
        at_same=_at_same(judged),
        calibration_error=calibration_error(p, y),
        brier=brier(p, y),
        bands=reliability(p, y),
        threshold=_threshold(max_error, p, y),
        false_matches=tuple(_false_matches(judged)[:worst]),
        misses=tuple(_misses(judged)[:worst]),
    )


def fault_of_pairs(pairs: Sequence[Pair]) -> str:
    """Say why nothing can be measured on these pairs, or return an empty string.

    >>> fault_of_pairs([Pair("Ali", "Aly", same=True)])
    'all pairs are the same: it takes pairs that are not, too'
    """
    if not pairs:
        return "there is no pair to evaluate"
    if all(pair.same for pair in pairs):
        return "all pairs are the same: it takes pairs that are not, too"
    if not any(pair.same for pair in pairs):
        return "no pair is the same: it takes pairs that are, too"
    return ""


def jaro_winkler(left: str, right: str) -> float:
    """Jaro-Winkler similarity (0 to 1) of two names as they came, capitals aside.

    Both strings are case folded, and nothing else: words keep their order, letters their marks.
    Jellyfish's `jaro_winkler_similarity` does the rest, with its own settings.

    >>> round(jaro_winkler("Kadhafi", "KADDAFI"), 3)
    0.933
    """
    return float(jellyfish.jaro_winkler_similarity(left.casefold(), right.casefold()))


def _judged(pairs: Sequence[Pair], on_progress: Callable[[int], None]) -> Iterator[Judged]:
    """What `compare` says of each pair: the same figures, many times as fast."""
    model = load_model(fast=len(pairs) > _MANY)
    ear, weigher = Ear(model), Weigher(model)
    for number, pair in enumerate(pairs, start=1):
        found = comparison(weigher, ear.prepare(pair.left), ear.prepare(pair.right))
        yield Judged(
            pair,
            found.bits,
            found.probability,
            found.verdict,
            sentence(found),
            jaro_winkler(pair.left, pair.right),
        )
        on_progress(number)


def _ranking(scores: Array, y: Array) -> Ranking:
    return Ranking(average_precision(scores, y), best_f1(scores, y))


def _at_same(judged: Sequence[Judged]) -> AtVerdict:
    said = [j for j in judged if j.verdict is Verdict.SAME]
    right = sum(j.pair.same for j in said)
    same = sum(j.pair.same for j in judged)
    return AtVerdict(
        len(said),
        right / len(said) if said else None,
        right / same,
        2.0 * right / (len(said) + same),
    )


def _threshold(max_error: float, p: Array, y: Array) -> Threshold:
    seen = top_within(max_error, p, y)
    return Threshold(
        max_error,
        seen,
        upper_limit(seen.wrong, seen.pairs) if seen else 1.0,
        sure_top_within(max_error, p, y),
        pairs_to_know(max_error),
    )


def _false_matches(judged: Sequence[Judged]) -> list[Judged]:
    """Pairs that are not the same, though that is as likely as not; the surest first."""
    wrong = [j for j in judged if not j.pair.same and j.probability >= 0.5]
    return sorted(wrong, key=lambda j: -j.probability)


def _misses(judged: Sequence[Judged]) -> list[Judged]:
    """Pairs that are the same, though that is less likely than not; the surest first."""
    wrong = [j for j in judged if j.pair.same and j.probability < 0.5]
    return sorted(wrong, key=lambda j: j.probability)
