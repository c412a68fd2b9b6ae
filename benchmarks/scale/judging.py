"""What is counted: owners found among rows, pairs found among doubles.

A row of a stranger that gets an owner is a mistake like a wrong owner. A namesake instead of the
owner counts as wrong too, though no name can tell them apart: all are judged so.
"""

import csv
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple


class Figures(NamedTuple):
    """Shares (0 to 1)."""

    recall: float
    precision: float
    f1: float


class Known(NamedTuple):
    """What is true of a row: its owner ("" for nobody's), errors, script, who spelled it."""

    row: str
    owner: str
    errors: str
    script: str
    spelled: str


class Found(NamedTuple):
    """What a tool says of a row: an identity or a cluster, and how like it is."""

    found: str
    score: float


SLICES = ("errors", "script", "spelled")
EVERYTHING = float("-inf")
"""The threshold under which no answer lies."""


def truth(folder: Path, asked: int) -> list[Known]:
    """What is true of the first rows."""
    with (folder / "rows.csv").open(encoding="utf-8", newline="") as lines:
        table = csv.DictReader(lines)
        return [
            Known(*(line[column] for column in Known._fields))
            for line, _ in zip(table, range(asked), strict=False)
        ]


def answers(path: Path) -> dict[str, Found]:
    """What a tool answered, by row."""
    with path.open(encoding="utf-8", newline="") as lines:
        return {
            line["row"]: Found(line["found"], float(line["score"]))
            for line in csv.DictReader(lines)
        }


def figures(known: Sequence[Known], found: Mapping[str, Found], least: float) -> Figures:
    """Recall and precision of the answers with at least a score."""
    given = [row for row in known if row.row in found and found[row.row].score >= least]
    right = sum(found[row.row].found == row.owner for row in given)
    return _figures(right, len(given), sum(bool(row.owner) for row in known))


def threshold(known: Sequence[Known], found: Mapping[str, Found]) -> float:
    """The score from which answers are to count, for the best F1.

    >>> rows = [Known(str(i), owner, "0", "Latn", "attested") for i, owner in enumerate("ab")]
    >>> threshold(rows, {"0": Found("a", 0.9), "1": Found("x", 0.2)})
    0.9
    """
    owned = sum(bool(row.owner) for row in known)
    scored = sorted(
        (
            (found[row.row].score, found[row.row].found == row.owner)
            for row in known
            if row.row in found
        ),
        reverse=True,
    )
    best, least, right = 0.0, EVERYTHING, 0
    for given, (score, is_right) in enumerate(scored, 1):
        right += is_right
        # Answers of one score stand or fall together.
        if given < len(scored) and scored[given][0] == score:
            continue
        f1 = 2 * right / (given + owned)
        if f1 > best:
            best, least = f1, score
    return least


def recall_of(
    known: Sequence[Known], found: Mapping[str, Found], least: float
) -> dict[str, dict[str, float]]:
    """Recall by the number of errors, by script, and by who spelled the name."""

    def is_right(row: Known) -> bool:
        given = found.get(row.row)
        return given is not None and given.score >= least and given.found == row.owner

    return {name: _shares(known, name, is_right) for name in SLICES}


def pairwise(people: Path, found: Mapping[str, Found]) -> Figures:
    """Pairs of rows of one person that are in one cluster; who has no answer is alone."""
    with people.open(encoding="utf-8", newline="") as lines:
        rows = [(line["row"], line["person"]) for line in csv.DictReader(lines)]
    given = [(person, found[row].found if row in found else f"alone {row}") for row, person in rows]
    right = _pairs(Counter(given))
    return _figures(
        right, _pairs(Counter(c for _, c in given)), _pairs(Counter(p for p, _ in given))
    )


def _pairs(sizes: Counter[object] | Mapping[object, int]) -> int:
    return sum(n * (n - 1) // 2 for n in sizes.values())


def _figures(right: int, given: int, wanted: int) -> Figures:
    return Figures(
        right / wanted if wanted else 0.0,
        right / given if given else 0.0,
        2 * right / (given + wanted) if given + wanted else 0.0,
    )


def _shares(
    known: Iterable[Known], kind: str, is_right: Callable[[Known], bool]
) -> dict[str, float]:
    whole: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for row in known:
        if row.owner:
            name: str = getattr(row, kind)
            whole[name] += 1
            right[name] += is_right(row)
    return {name: right[name] / n for name, n in sorted(whole.items())}
