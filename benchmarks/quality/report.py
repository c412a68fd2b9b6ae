"""The figures as they are printed: Markdown, ready for docs/benchmarks.md."""

import math
import textwrap
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

import numpy as np

from benchmarks.quality.asking import Timed
from benchmarks.quality.figures import Answer, matches
from benchmarks.quality.pairs import Pair
from benchmarks.quality.searching import Ranked
from benchmarks.quality.sections import PAIRS, About, Section
from benchmarks.quality.tasks import Task
from nisba.match.measures import average_precision, best_f1
from nisba.resolve.tasks import held_out
from nisba.resolve.thresholds import MAX_ERROR, threshold


def listed(section: Section, task: Task, found: Mapping[str, Timed[Ranked]]) -> str:
    """The section of a list: all queries, then those of persons that fitted no weight."""
    counted = Counter(query.kind for query in task.queries)
    counted["names"] = len(task.corpus)
    counted["asked"] = sum(query.owner is not None for query in task.queries)
    answers = {
        system: [Answer(query, top) for query, top in zip(task.queries, tops, strict=True)]
        for system, (tops, _) in found.items()
    }
    everybody = [
        [system, *_figures(section, answers[system]), speed(len(tops), seconds)]
        for system, (tops, seconds) in found.items()
    ]
    head = ["system", *section.columns, "queries a second"]
    if not section.halves:
        return _section(section, counted, head, everybody)
    held = [
        [system, *_figures(section, filter(_held_out, given)), ""]
        for system, given in answers.items()
    ]
    rows = [["all", *row] for row in everybody] + [["held out", *row] for row in held]
    return _section(section, counted, ["queries", *head], rows)


def matched(task: Task, tops: Sequence[Ranked]) -> str:
    """A sentence on the answers that nisba calls a match, and how many of them are not the owner's.

    >>> from benchmarks.quality.tasks import Query
    >>> task = Task([("a", "Ali")], [Query("Aly", "a", "any"), Query("Omar", None, "nobody")])
    >>> matched(task, [[("a", 0.999)], [("a", 0.1)]])
    'At `max_error` .01 nisba answers 1 with a match, and 0 of these are counted wrong.'
    """
    given = (Answer(query, top) for query, top in zip(task.queries, tops, strict=True))
    count, wrong = matches(given, threshold(MAX_ERROR))
    said = f"nisba answers {count:,} with a match, and {wrong:,} of these are counted wrong."
    return f"At `max_error` {f'{MAX_ERROR:g}'.removeprefix('0')} {said}"


def paired(asked: Sequence[Pair], found: Mapping[str, Timed[float]]) -> str:
    """The section of the pairs."""
    same = np.array([pair.kind == "one name" for pair in asked], dtype=float)
    easy = np.array([pair.kind != "look-alikes" for pair in asked])
    rows = []
    for system, (told, seconds) in found.items():
        scores = np.array(told)
        figures = (
            average_precision(scores, same),
            best_f1(scores, same).f1,
            average_precision(scores[easy], same[easy]),
        )
        rows.append([system, *map(share, figures), speed(len(told), seconds)])
    counted: Counter[str] = Counter(pair.kind for pair in asked)
    head = ["system", "average precision", "best F1", "without look-alikes", "pairs a second"]
    return _section(PAIRS, counted, head, rows)


def share(figure: float) -> str:
    """A share (0 to 1) in three places; a dash where nothing was asked.

    >>> share(0.0), share(1.0), share(math.nan)
    ('.000', '1.000', '–')
    """
    return "–" if math.isnan(figure) else f"{figure:.3f}".removeprefix("0")


def speed(count: int, seconds: float) -> str:
    """How many a second, in two figures: machines are too noisy for more.

    >>> speed(3000, 13.7), speed(100, 3.0), speed(100_000, 3.0)
    ('220', '33', '33,000')
    """
    return f"{float(f'{count / max(seconds, 1e-9):.2g}'):,.0f}"


def _figures(section: Section, answers: Iterable[Answer]) -> list[str]:
    given = list(answers)
    return [share(figure(given)) for figure in section.columns.values()]


def _held_out(answer: Answer) -> bool:
    return held_out(answer.query.name, answer.query.owner)


def _section(
    about: About, counted: Counter[str], head: Sequence[str], rows: Sequence[Sequence[str]]
) -> str:
    """Heading, what it is about, a table; an empty line stands behind each of the first two."""
    rule = "|" + "---|" * len(head)
    said = textwrap.fill(about.about.format_map(counted), 100)
    return "\n".join([f"### {about.title}\n", f"{said}\n", _row(head), rule, *map(_row, rows)])


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"
