"""An evaluation on one screen: the text that `nisba evaluate` prints."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from nisba.text.columns import in_place, legible, side_by_side

if TYPE_CHECKING:
    from nisba.evaluation import Evaluation, Judged

_LONGEST_NAME = 60


def on_screen(evaluation: "Evaluation") -> str:
    """Return the evaluation as text: tables that keep their columns, names cut at 60 letters."""
    from nisba.evaluation import summary

    blocks = [
        [summary.counts(evaluation)],
        side_by_side([summary.SCORES, *summary.scores(evaluation)]),
        ["nisba's own verdict", *side_by_side(summary.verdict_scores(evaluation))],
        side_by_side([summary.BANDS, *summary.bands(evaluation)]),
        [summary.calibration(evaluation)],
        summary.threshold(evaluation.threshold),
        _errors("Not the same, yet likely", evaluation.false_matches),
        _errors("The same, yet unlikely", evaluation.misses),
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block)


def _errors(heading: str, errors: Sequence["Judged"]) -> list[str]:
    """Two lines for each error: probability and names, then why."""
    from nisba.evaluation.summary import digits

    lines = [f"{heading}:"]
    for judged in errors:
        left, right = (
            in_place(legible(name, _LONGEST_NAME)) for name in (judged.pair.left, judged.pair.right)
        )
        lines += [f"{digits(judged.probability):>7}  {left}  ~  {right}", f"{'':9}{judged.reason}"]
    return lines if errors else []
