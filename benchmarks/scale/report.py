"""The tables of docs/benchmarks.md, from results that were kept; nothing is run for them."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from benchmarks.quality.report import share, speed
from benchmarks.scale.contest import DEDUPE, FLOOR, TOOLS, Result
from benchmarks.scale.lists import About

START = "<!-- scale: tables made by the command -->"
END = "<!-- scale: end -->"


def tables(results: Sequence[Result], abouts: Sequence[About]) -> str:
    """Two tables a size, and one of lists with doubles; Markdown."""
    parts = []
    for about in sorted(abouts, key=lambda a: (a.rows, a.identities)):
        here = _ordered(
            r for r in results if (r.rows, r.identities) == (about.rows, about.identities)
        )
        found = [r for r in here if TOOLS[r.tool].task != DEDUPE]
        if found:
            parts += [_title(about), _said(about), _speeds(found), _slices(found)]
    doubles = _ordered(r for r in results if TOOLS[r.tool].task == DEDUPE)
    if doubles:
        parts += ["#### Doubles in one list", _doubles(doubles)]
    where = sorted({r.machine for r in results if r.machine})
    parts += [f"Measured on {' and '.join(where)}."] if where else []
    return "\n\n".join(part for part in parts if part)


def write(page: Path, text: str) -> None:
    """Put the tables between the two marks of a page.

    Raises `ValueError` where the marks are missing.
    """
    whole = page.read_text(encoding="utf-8")
    if START not in whole or END not in whole:
        raise ValueError(f"{page}: no lines {START} and {END} to write the tables between")
    before, rest = whole.split(START, 1)
    after = rest.split(END, 1)[1]
    page.write_text(f"{before}{START}\n\n{text}\n\n{END}{after}", encoding="utf-8")


def _ordered(results: Iterable[Result]) -> list[Result]:
    order = list(TOOLS)
    return sorted(results, key=lambda r: (r.rows, r.identities, order.index(r.tool)))


def _title(about: About) -> str:
    return f"#### {about.rows:,} rows against {about.identities:,} identities"


def _said(about: About) -> str:
    wrong = ", ".join(f"{share(s)} with {n}" for n, s in enumerate(about.errors))
    return (
        f"{about.names:,} names in the list. Of the rows {share(about.distinct_rows)} are "
        f"distinct, {share(about.strangers)} nobody's, {share(about.arabic)} in Arabic script; "
        f"by errors {wrong}. Spelled by {about.spelled_by}; in {share(about.made_by_model)} of "
        f"the rows the sound model spelled a part. {share(about.alone)} of the owned rows have an "
        "owner without a namesake in the list."
    )


def _speeds(results: Sequence[Result]) -> str:
    head = (
        "tool",
        "recall",
        "precision",
        "F1",
        "rows a second",
        "seconds",
        "of them building",
        "peak MB",
    )
    return _table(head, [_costs(result) for result in results])


def _costs(result: Result) -> list[str]:
    title = TOOLS[result.tool].title
    if result.fault:
        return [title, "–", "–", "–", "–", _fault(result), "", _number(result.peak)]
    about = "≈ " if result.asked < result.rows else ""
    return [
        title,
        *_shares(result),
        about + speed(result.rows, result.seconds - result.build),
        about + _number(result.seconds),
        _number(result.build),
        _number(result.peak),
    ]


def _slices(results: Sequence[Result]) -> str:
    """Recall by kind of row, for those who were judged."""
    judged = [r for r in results if r.recall_of and TOOLS[r.tool].task != FLOOR]
    if not judged:
        return ""
    columns = {
        "errors": {"0": "no error", "1": "1", "2": "2", "3": "3"},
        "script": {"Latn": "Latin", "Arab": "Arabic"},
        "spelled": {"attested": "attested", "model": "model's"},
    }
    head = ["recall", *(title for names in columns.values() for title in names.values())]
    rows = []
    for result in judged:
        told = result.recall_of or {}
        cells = [
            share(told.get(kind, {}).get(name, float("nan")))
            for kind, names in columns.items()
            for name in names
        ]
        rows.append([TOOLS[result.tool].title, *cells])
    return _table(head, rows)


def _doubles(results: Sequence[Result]) -> str:
    head = ("rows", "tool", "pairs found", "pairs right", "F1", "seconds", "peak MB")
    return _table(
        head,
        [
            [
                f"{result.rows:,}",
                TOOLS[result.tool].title,
                *_shares(result),
                _fault(result) or _number(result.seconds),
                _number(result.peak),
            ]
            for result in results
        ],
    )


def _shares(result: Result) -> list[str]:
    return [share(f) for f in result.figures] if result.figures else ["–"] * 3


def _fault(result: Result) -> str:
    """Why there are no figures, in a line."""
    return result.fault.splitlines()[-1][:80] if result.fault else ""


def _number(figure: float) -> str:
    """Two figures where it is small, whole numbers where it is not.

    >>> _number(0.034), _number(3.14), _number(31.4), _number(31415.9)
    ('0.03', '3.1', '31', '31,416')
    """
    return f"{figure:.2f}" if figure < 1 else f"{figure:.1f}" if figure < 10 else f"{figure:,.0f}"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
