"""The figures of a report, drawn by matplotlib and given as SVG text that stands inside a page.

No name enters a figure. Equal evaluations give equal text: no date, and ids from a fixed salt.
The colours are two of the set of Okabe and Ito, which no common colour blindness confuses; style
and place tell the curves apart as well.
"""

import io
import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import numpy as np

from nisba.evaluation.types import Evaluation, probabilities, similarities, truths
from nisba.match.measures import Array, Band, curve, upper_limit
from nisba.match.weights import value

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

Draws = Callable[["Figure", Evaluation], None]

_BLUE, _VERMILION, _GREY = "#0072B2", "#D55E00", "#595959"
_LOOK = {
    "svg.hashsalt": "nisba",
    "svg.fonttype": "none",  # text stays text: it can be read aloud, copied and searched
    "font.sans-serif": ["DejaVu Sans", "Verdana", "Arial"],
    "font.size": 11.0,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.axisbelow": True,
    "grid.alpha": 0.3,
    "legend.frameon": False,
}
_WIDTH = 7.0
_NO_METADATA = dict.fromkeys(("Creator", "Date", "Format", "Type"))
_ID = re.compile(r'(\bid="|url\(#|href="#)')
_MOST_POINTS = 2_000
"""Points of a curve that are drawn: more could not be seen."""
_BIN = 0.5
"""Width of a bar of the distribution, in bits of odds."""
_LEAST_ODDS, _MOST_ODDS = 7.0, 14.0
"""Bits of odds where the distribution ends, at least and at most; what is farther counts there."""
_TICKS = (0.0001, 0.001, 0.01, 0.05, 0.2, 0.5, 0.8, 0.95, 0.99, 0.999, 0.9999)


def as_svg(draw: "Draws", evaluation: Evaluation, name: str, height: float) -> str:
    """Return a figure as an `<svg>` element; `name` is its label and sets its ids apart.

    The height is in inches, as matplotlib counts them. Raises `ImportError` without matplotlib.
    """
    from matplotlib import style
    from matplotlib.figure import Figure

    # After a reset, so that nobody's own settings change the page.
    with style.context(_LOOK, after_reset=True):
        figure = Figure(figsize=(_WIDTH, height), layout="constrained")
        draw(figure, evaluation)
        drawn = io.StringIO()
        figure.savefig(drawn, format="svg", metadata=_NO_METADATA)
    text = drawn.getvalue()
    own = _ID.sub(rf"\g<1>{name.replace(' ', '-')}-", text[text.index("<svg") :])
    return own.replace("<svg", f'<svg role="img" aria-label="{name}"', 1)


def precision_recall(figure: "Figure", evaluation: Evaluation) -> None:
    """Draw precision over recall, nisba's and Jaro-Winkler's, and where the verdict stands."""
    axes, y = figure.subplots(), truths(evaluation.judged)
    for scores, name, colour, line in (
        (probabilities(evaluation.judged), "nisba", _BLUE, "-"),
        (similarities(evaluation.judged), "Jaro-Winkler", _VERMILION, "--"),
    ):
        found = curve(scores, y)
        recall, precision = _thinned(found.recall), _thinned(found.precision)
        # Between two points, more recall is had at the precision of the later one.
        x, height = np.append(0.0, recall), np.append(precision[0], precision)
        axes.plot(x, height, line, drawstyle="steps-pre", color=colour, linewidth=2.2, label=name)
    at = evaluation.at_same
    if at.precision is not None:
        axes.plot(at.recall, at.precision, "o", color=_BLUE, markersize=9, label="verdict same")
    axes.axhline(float(y.mean()), color=_GREY, linestyle=":", label="chance")
    axes.set(xlim=(0, 1.02), ylim=(0, 1.03))
    axes.set_xlabel("recall (share of the same pairs that are found)")
    axes.set_ylabel("precision (share of the found that are the same)")
    axes.grid()
    figure.legend(loc="outside upper center", ncols=4)


def reliability(figure: "Figure", evaluation: Evaluation) -> None:
    """Draw the share that came true over the probability said, and the pairs of each band."""
    above, below = figure.subplots(2, 1, sharex=True, height_ratios=(3, 1))
    bands = evaluation.bands
    said, true = [band.mean for band in bands], [band.share for band in bands]
    above.plot([0, 1], [0, 1], ":", color=_GREY, label="as said")
    above.plot(said, true, color=_BLUE, linewidth=1.0, alpha=0.5)
    above.errorbar(said, true, _reach(bands), fmt="o", color=_BLUE, capsize=3, label="nisba")
    above.set(ylim=(-0.03, 1.03), ylabel="share that is the same")
    above.grid()
    figure.legend(loc="outside upper center", ncols=2)
    bars = below.bar(
        [(band.low + band.high) / 2 for band in bands],
        [band.pairs for band in bands],
        width=0.085,
        color=_GREY,
    )
    below.bar_label(bars, [f"{band.pairs:,}" for band in bands], fontsize=9, padding=2)
    below.margins(y=0.3)
    below.set(xlim=(0, 1), xlabel="probability said by nisba", ylabel="pairs")
    below.set_xticks(np.linspace(0, 1, 11))


def distribution(figure: "Figure", evaluation: Evaluation) -> None:
    """Draw how the probabilities lie, upwards of the same pairs, downwards of the others."""
    axes, y = figure.subplots(), truths(evaluation.judged)
    odds = np.clip(_odds(probabilities(evaluation.judged)), -_MOST_ODDS, _MOST_ODDS)
    end = max(_LEAST_ODDS, float(np.ceil(np.abs(odds).max())))
    edges = np.arange(-end, end + _BIN, _BIN)
    for truth, sign, colour, name in (
        (1.0, 1, _BLUE, "the same"),
        (0.0, -1, _VERMILION, "not the same"),
    ):
        pairs, _ = np.histogram(odds[y == truth], edges)
        axes.bar(edges[:-1], sign * pairs, 0.9 * _BIN, align="edge", color=colour, label=name)
    axes.axhline(0, color="black", linewidth=0.8)
    _mark_verdicts(axes, end)
    _tick_probabilities(axes, end)
    axes.yaxis.set_major_formatter(lambda pairs, _: f"{abs(pairs):,.0f}")
    axes.set(xlim=(-end, end), ylabel="pairs")
    axes.set_xlabel("probability said by nisba (spaced by its odds)")
    figure.legend(loc="outside upper center", ncols=2)


def _reach(bands: Sequence[Band]) -> Array:
    """How far below and above its share each band's truth may lie, with 95 % confidence."""
    below, above = [], []
    for band in bands:
        hits = round(band.share * band.pairs)
        below.append(band.share - 1.0 + upper_limit(band.pairs - hits, band.pairs, 0.975))
        above.append(upper_limit(hits, band.pairs, 0.975) - band.share)
    return np.array([below, above])


def _odds(p: Array) -> Array:
    """Log2 odds; what is as good as certain stays finite."""
    sure = np.clip(p, 1e-12, 1 - 1e-12)
    odds: Array = np.log2(sure / (1 - sure))
    return odds


def _mark_verdicts(axes: "Axes", end: float) -> None:
    """Part the verdicts by dashed lines, and name them above."""
    low, high = _odds(np.array([value("verdict_unsure"), value("verdict_same")]))
    for border in (low, high):
        axes.axvline(border, color=_GREY, linestyle="--")
    for x, verdict in (
        ((low - end) / 2, "different"),
        ((low + high) / 2, "unsure"),
        ((high + end) / 2, "same"),
    ):
        above = axes.get_xaxis_transform()
        axes.text(x, 1.01, verdict, transform=above, ha="center", color=_GREY)


def _tick_probabilities(axes: "Axes", end: float) -> None:
    places = _odds(np.array(_TICKS))
    kept = [(x, f"{p:g}") for x, p in zip(places, _TICKS, strict=True) if abs(x) <= end]
    axes.set_xticks([x for x, _ in kept], [said for _, said in kept])


def _thinned(values: Array) -> Array:
    """At most so many of the values, first and last among them."""
    if len(values) <= _MOST_POINTS:
        return values
    kept: Array = values[np.linspace(0, len(values) - 1, _MOST_POINTS).astype(int)]
    return kept
