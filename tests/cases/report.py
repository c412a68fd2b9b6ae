"""The graded cases: read strictly, compared, and counted.

`python tests/cases/report.py` prints how many are answered rightly, by file, grade and category,
and every STRONG case that is not. The README of this folder says what the grades mean.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from nisba._pipes import reader_may_leave
from nisba.match import Verdict
from nisba.match.compare import Comparison, comparison
from nisba.match.evidence import Weigher
from nisba.match.prepare import Ear
from nisba.sounds.model import load_model

FOLDER = Path(__file__).parent
REAL = ("pitfalls", "press", "persons", "different")
INVENTED = "invented"
COLUMNS = ("name1", "name2", "same", "grade", "category", "why", "source")


class Grade(StrEnum):
    """How sure somebody who knows the field is: STRONG surely, WEAK with doubts."""

    STRONG = "STRONG"
    MEDIUM = "MEDIUM"
    WEAK = "WEAK"


GRADES = tuple(Grade)


@dataclass(frozen=True, slots=True)
class Case:
    """Two names, whether they are one, and how sure that is."""

    file: str
    line: int
    name1: str
    name2: str
    same: bool
    grade: Grade
    category: str
    why: str
    source: str


@dataclass(frozen=True, slots=True)
class Answer:
    """A case, and what the comparison says; `probability` (0 to 1) that the names are one."""

    case: Case
    probability: float
    verdict: Verdict

    @property
    def right(self) -> bool:
        """A yes is right when it is called the same, a no when it is not."""
        return (self.verdict is Verdict.SAME) == self.case.same


def faults_of(values: Sequence[str]) -> Iterator[str]:
    """What is wrong with the values of one row."""
    if len(values) != len(COLUMNS):
        yield f"{len(values)} columns, not {len(COLUMNS)}"
        return
    row = dict(zip(COLUMNS, values, strict=True))
    if row["same"] not in ("yes", "no"):
        yield f"same: {row['same']!r} is neither yes nor no"
    if row["grade"] not in GRADES:
        yield f"grade: {row['grade']!r} is none of {', '.join(Grade)}"
    for column, value in row.items():
        if not value or value != value.strip(" "):
            yield f"{column}: {value!r} is empty, or has spaces around it"
        if not unicodedata.is_normalized("NFC", value):
            yield f"{column}: {value!r} is not in NFC"
    if row["name1"] == row["name2"]:
        yield f"name2: {row['name2']!r} is name1 again"


def read(path: Path) -> tuple[Case, ...]:
    """The cases of one file. Raises ValueError with all faults: file, line, value."""
    head, *rows = path.read_text(encoding="utf-8").removesuffix("\n").split("\n")
    if tuple(head.split("\t")) != COLUMNS:
        raise ValueError(f"{path}:1: columns are {head!r}, not {', '.join(COLUMNS)}")
    lines = [(number, row.split("\t")) for number, row in enumerate(rows, start=2)]
    faults = [f"{path}:{number}: {fault}" for number, row in lines for fault in faults_of(row)]
    if faults:
        raise ValueError("\n".join(faults))
    return tuple(
        Case(path.stem, number, name1, name2, same == "yes", Grade(grade), *rest)
        for number, (name1, name2, same, grade, *rest) in lines
    )


def all_cases() -> tuple[Case, ...]:
    """The cases of all files, real ones first."""
    return tuple(case for name in (*REAL, INVENTED) for case in read(FOLDER / f"{name}.tsv"))


def quick() -> Callable[[str, str], Comparison]:
    """`nisba.compare` with its loops compiled, for many pairs."""
    model = load_model(fast=True)
    ear, weigher = Ear(model), Weigher(model)
    return lambda left, right: comparison(weigher, ear.prepare(left), ear.prepare(right))


def answers(cases: Iterable[Case]) -> tuple[Answer, ...]:
    """What the comparison says to each case."""
    compare = quick()
    found = ((case, compare(case.name1, case.name2)) for case in cases)
    return tuple(Answer(case, c.probability, c.verdict) for case, c in found)


def table(answered: Iterable[Answer], key: Callable[[Case], str], heading: str) -> Iterator[str]:
    """Lines of a Markdown table: how many, what share is right, the mean probability."""
    groups: dict[tuple[str, bool, int], list[Answer]] = defaultdict(list)
    for answer in answered:
        case = answer.case
        groups[key(case), not case.same, GRADES.index(case.grade)].append(answer)
    yield f"| {heading} | same | grade | cases | right | mean probability |"
    yield "|---|---|---|---|---|---|"
    for (name, other, place), some in sorted(groups.items(), key=lambda group: group[0]):
        right = sum(answer.right for answer in some) / len(some)
        mean = sum(answer.probability for answer in some) / len(some)
        same = "no" if other else "yes"
        yield f"| {name} | {same} | {GRADES[place]} | {len(some)} | {right:.2f} | {mean:.2f} |"


def isolated(name: str) -> str:
    """A name between marks that keep its direction from what stands beside it."""
    return f"\u2068{name}\u2069"


def main() -> None:
    """Print the tables, and the STRONG cases that fail."""
    answered = answers(all_cases())
    kinds = {INVENTED: "invented"}
    for heading, key in (
        ("kind", lambda case: kinds.get(case.file, "real")),
        ("file", lambda case: case.file),
        ("category", lambda case: case.category),
    ):
        print("\n".join(table(answered, key, heading)), end="\n\n")
    print("| STRONG cases that fail | verdict | probability | name1 | name2 |")
    print("|---|---|---|---|---|")
    for answer in answered:
        if answer.case.grade is Grade.STRONG and not answer.right:
            case = answer.case
            print(
                f"| {case.file}.tsv:{case.line} | {answer.verdict} | {answer.probability:.2f} "
                f"| {isolated(case.name1)} | {isolated(case.name2)} |"
            )


if __name__ == "__main__":
    with reader_may_leave():
        main()
