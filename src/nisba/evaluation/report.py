"""One page that shows an evaluation: an HTML file without scripts, which opens without a network.

Names come from strangers, and are escaped, isolated in their direction and cut. Equal evaluations
give equal pages.
"""

from collections.abc import Sequence
from html import escape
from importlib.metadata import version
from pathlib import Path

from nisba.batch.outputs import replacing
from nisba.evaluation import summary
from nisba.evaluation.figures import Draws, as_svg, distribution, precision_recall, reliability
from nisba.evaluation.types import Evaluation, Judged
from nisba.text.columns import legible

_LONGEST_NAME = 120
_STYLE = """
body { margin: 2rem auto; max-width: 50rem; padding: 0 1rem; background: #fff; color: #1a1a1a;
       font: 1rem/1.5 system-ui, "Segoe UI", "Noto Sans", "Noto Sans Arabic", sans-serif; }
h1 { font-size: 1.6rem; margin-bottom: 0; }
h2 { font-size: 1.2rem; margin: 2.5rem 0 .5rem; }
.lead { margin-top: .25rem; color: #595959; }
table { border-collapse: collapse; margin: .75rem 0; }
th, td { padding: .3rem .9rem .3rem 0; text-align: left; vertical-align: top; }
thead th { border-bottom: 2px solid #1a1a1a; }
tbody tr + tr > * { border-top: 1px solid #ddd; }
tbody th { font-weight: normal; white-space: pre; }
.figures td, .figures th + th { text-align: right; font-variant-numeric: tabular-nums; }
.errors td:first-child { font-variant-numeric: tabular-nums; }
.errors .why { color: #595959; font-size: .9rem; overflow-wrap: anywhere; }
figure { margin: 1rem 0; break-inside: avoid; }
figure svg { width: 100%; height: auto; }
figcaption, .note { color: #404040; font-size: .95rem; }
footer { margin-top: 3rem; border-top: 1px solid #ddd; color: #595959; font-size: .9rem; }
"""
_JARO_WINKLER = (
    "Jaro-Winkler is the similarity of both names as they came, case folded. Names in two scripts "
    "share no letter there."
)
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
_FIGURES = (
    (
        "Precision and recall",
        precision_recall,
        4.6,
        "Each point is a threshold: the farther right, the more of the same pairs are found, and "
        "the higher, the fewer others come with them. The better score runs nearer the upper right "
        "corner. Average precision is the area under a curve.",
    ),
    (
        "Reliability",
        reliability,
        5.6,
        "On the dotted line, probabilities come true as often as they say; below it they are too "
        "high, above it too low. The bars at a point show where the truth may lie, with 95 % "
        "confidence (Clopper and Pearson): a band of few pairs says little.",
    ),
    (
        "Distribution",
        distribution,
        4.2,
        "Pairs that are the same stand above the line, the others below it, by their probability. "
        "The dashed lines part the verdicts different, unsure and same. Bars far on the wrong side "
        "are errors: the worst are listed below.",
    ),
)


def write_report(target: Path, evaluation: Evaluation, title: str) -> None:
    """Write the page; `title` says what was evaluated. Raises `ImportError` without matplotlib."""
    page = report_of(evaluation, title)
    with replacing(target, encoding="utf-8") as file:
        file.write(page)


def report_of(evaluation: Evaluation, title: str) -> str:
    """Return the page as text. Raises `ImportError` without matplotlib."""
    heading = f"nisba on {legible(title, _LONGEST_NAME)}"
    parts = [
        f"<h1>{escape(heading)}</h1>",
        f'<p class="lead">{escape(summary.counts(evaluation))}.</p>',
        "<h2>Summary</h2>",
        _table(summary.SCORES, summary.scores(evaluation)),
        f'<p class="note">{_JARO_WINKLER}</p>',
        _table(("nisba’s own verdict", ""), summary.verdict_scores(evaluation)),
        "<h2>Threshold</h2>",
        *(f"<p>{escape(line)}</p>" for line in summary.threshold(evaluation.threshold)),
        *(_figure(evaluation, *figure) for figure in _FIGURES),
        "<h2>Probabilities by band</h2>",
        _table(summary.BANDS, summary.bands(evaluation)),
        f'<p class="note">{escape(summary.calibration(evaluation))}</p>',
        _errors("Not the same, yet likely", evaluation.false_matches),
        _errors("The same, yet unlikely", evaluation.misses),
        f"<footer><p>nisba {escape(version('nisba'))}</p></footer>",
    ]
    return "\n".join(
        [
            "<!DOCTYPE html>",
            '<html lang="en" dir="ltr">',
            "<head>",
            '<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escape(heading)}</title>",
            f"<style>{_STYLE}</style>",
            "</head>",
            "<body>",
            *parts,
            "</body>",
            "</html>",
            "",
        ]
    )


def _figure(evaluation: Evaluation, title: str, draw: Draws, height: float, caption: str) -> str:
    drawn = as_svg(draw, evaluation, title, height)
    return f"<h2>{title}</h2>\n<figure>\n{drawn}\n<figcaption>{caption}</figcaption>\n</figure>"


def _table(header: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A table of figures; the first cell of a row says what they are."""
    head = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in header)
    body = "\n".join(
        "".join((f'<tr><th scope="row">{escape(what)}</th>', *map(_cell, cells), "</tr>"))
        for what, *cells in rows
    )
    return (
        f'<table class="figures">\n<thead><tr>{head}</tr></thead>\n'
        f"<tbody>\n{body}\n</tbody>\n</table>"
    )


def _cell(text: str) -> str:
    return f"<td>{escape(text)}</td>"


def _errors(heading: str, errors: Sequence[Judged]) -> str:
    if not errors:
        return f"<h2>{heading}</h2>\n<p>None.</p>"
    rows = "\n".join(map(_error, errors))
    head = '<th scope="col">probability</th><th scope="col">names</th><th scope="col">line</th>'
    return (
        f'<h2>{heading}</h2>\n<table class="errors">\n<thead><tr>{head}</tr></thead>\n'
        f"<tbody>\n{rows}\n</tbody>\n</table>"
    )


def _error(judged: Judged) -> str:
    left, right = (
        f"<bdi>{escape(legible(name, _LONGEST_NAME))}</bdi>"
        for name in (judged.pair.left, judged.pair.right)
    )
    return (
        f"<tr><td>{escape(summary.digits(judged.probability))}</td>"
        f'<td>{left} ~ {right}<div class="why"><bdi>{escape(judged.reason)}</bdi></div></td>'
        f"<td>{judged.pair.line or ''}</td></tr>"
    )
