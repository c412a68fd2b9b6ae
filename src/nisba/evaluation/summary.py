"""An evaluation in words and rows of cells, for the terminal and for the report alike."""

from nisba.evaluation.types import Evaluation, Threshold
from nisba.match.measures import CONFIDENCE, Top

SCORES = ("measure", "nisba", "Jaro-Winkler")
"""What the columns of `scores` hold."""
BANDS = ("probability", "pairs", "mean", "the same")
"""What the columns of `bands` hold."""


def digits(share: float | None) -> str:
    """Return a share or probability with three digits, never rounded to certainty.

    >>> digits(0.5), digits(0.9999), digits(0.0001), digits(1.0), digits(None)
    ('0.500', '>0.999', '<0.001', '1.000', '-')
    """
    if share is None:
        return "-"
    if 0.0 < share < 0.0005:
        return "<0.001"
    return ">0.999" if 0.9995 <= share < 1.0 else f"{share:.3f}"


def counts(evaluation: Evaluation) -> str:
    """How many pairs of each truth there are."""
    pairs = len(evaluation.judged)
    return f"{pairs:,} pairs: {evaluation.same:,} the same, {pairs - evaluation.same:,} not"


def scores(evaluation: Evaluation) -> list[tuple[str, str, str]]:
    """Measure, nisba's figure, Jaro-Winkler's: how each ranks, and at its best cut."""
    ours, theirs = evaluation.nisba, evaluation.jaro_winkler
    rows = [("average precision", ours.average_precision, theirs.average_precision)]
    cut, other = ours.best_f1, theirs.best_f1
    rows += [
        ("best F1", cut.f1, other.f1),
        ("  from the score", cut.threshold, other.threshold),
        ("  precision", cut.precision, other.precision),
        ("  recall", cut.recall, other.recall),
    ]
    return [(what, digits(one), digits(two)) for what, one, two in rows]


def verdict_scores(evaluation: Evaluation) -> list[tuple[str, str]]:
    """Measure and figure of nisba's own verdict."""
    at = evaluation.at_same
    rows = (("precision", at.precision), ("recall", at.recall), ("F1", at.f1))
    return [("pairs called the same", f"{at.pairs:,}"), *((w, digits(share)) for w, share in rows)]


def bands(evaluation: Evaluation) -> list[tuple[str, str, str, str]]:
    """Probability from and to, pairs, mean probability, share that is the same."""
    return [
        (
            f"{band.low:.1f} to {band.high:.1f}",
            f"{band.pairs:,}",
            digits(band.mean),
            digits(band.share),
        )
        for band in evaluation.bands
    ]


def calibration(evaluation: Evaluation) -> str:
    """Both measures of the probabilities, in one sentence."""
    return (
        f"Expected calibration error {digits(evaluation.calibration_error)}, "
        f"Brier score {digits(evaluation.brier)}."
    )


def threshold(found: Threshold) -> list[str]:
    """The threshold for an error rate in sentences, with what these pairs are too few to know."""
    most, sure = f"{found.max_error:g}", f"{CONFIDENCE:.0%} confidence, Clopper and Pearson"
    if found.seen is None:
        return [f"No probability keeps the wrong ones to {most}: the surest pairs are no better."]
    told = [
        f"At most {most} of these pairs are wrong from {_of(found.seen)}.",
        f"Of others like them, up to {digits(found.upper_limit)} may be ({sure}).",
    ]
    if found.sure is None:
        told.append(
            f"To know {most} of others takes {found.pairs_to_know:,} pairs above a threshold if "
            "none is wrong, more if some are: here are too few."
        )
    elif found.sure != found.seen:
        told.append(f"At most {most} of others are wrong from {_of(found.sure)} ({sure}).")
    return told


def _of(top: Top) -> str:
    return (
        f"probability {top.threshold:.6g} on: {top.wrong:,} of {top.pairs:,}, "
        f"recall {digits(top.recall)}"
    )
