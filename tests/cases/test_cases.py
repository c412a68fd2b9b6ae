"""The graded cases, and the laws that the comparison keeps over them."""

import functools
from collections import Counter
from pathlib import Path

import pytest

from cases.report import (
    COLUMNS,
    INVENTED,
    REAL,
    Answer,
    Case,
    Grade,
    all_cases,
    answers,
    quick,
    read,
    table,
)
from nisba import compare

ROOT = Path(__file__).parents[2]
CASES = all_cases()
ROW = ("Hasan", "حسن", "yes", "STRONG", "vowels", "One name in two scripts.", "general")


@functools.cache
def answer_of() -> dict[Case, Answer]:
    """What the comparison says to all cases, asked once."""
    return {answer.case: answer for answer in answers(CASES)}


def mean(same: bool, grade: Grade) -> float:
    """Mean probability of one grade."""
    some = [a.probability for c, a in answer_of().items() if c.same is same and c.grade is grade]
    return sum(some) / len(some)


STRONG = [case for case in CASES if case.grade is Grade.STRONG]


@pytest.mark.parametrize("case", STRONG, ids=lambda case: f"{case.file}-{case.line}")
def test_no_strong_case_fails(case: Case) -> None:
    """What anybody knows for one name is called the same, what is surely another never is."""
    answer = answer_of()[case]
    assert answer.right, f"{case.why} ({answer.verdict}, {answer.probability:.3f})"


def test_probability_falls_through_the_grades_of_one_name() -> None:
    """The harder it is to see that two names are one, the lower their mean probability."""
    assert mean(True, Grade.STRONG) > mean(True, Grade.MEDIUM) > mean(True, Grade.WEAK)


def test_probability_rises_through_the_grades_of_other_names() -> None:
    """The nearer two names are that are not one, the higher their mean probability."""
    assert mean(False, Grade.STRONG) < mean(False, Grade.MEDIUM) < mean(False, Grade.WEAK)


def test_one_name_stands_above_others_of_its_grade() -> None:
    """STRONG and MEDIUM cases of one name have a higher mean than any grade of other names."""
    others = max(mean(False, grade) for grade in Grade)
    assert min(mean(True, Grade.STRONG), mean(True, Grade.MEDIUM)) > others


def test_cases_compare_alike_both_ways() -> None:
    """Probability and verdict are the same, whichever name stands first."""
    turned = quick()
    for case, answer in answer_of().items():
        back = turned(case.name2, case.name1)
        assert (back.probability, back.verdict) == (answer.probability, answer.verdict), case


@pytest.mark.parametrize("case", CASES[::60], ids=lambda case: f"{case.file}-{case.line}")
def test_the_quick_way_is_the_public_one(case: Case) -> None:
    """What the cases are answered with says what `nisba.compare` says."""
    found = compare(case.name1, case.name2)
    assert found.probability == pytest.approx(answer_of()[case].probability, abs=1e-9)
    assert found.verdict is answer_of()[case].verdict


def test_no_pair_stands_twice() -> None:
    """A pair is counted once, in whatever order and file."""
    counts = Counter(frozenset((case.name1, case.name2)) for case in CASES)
    assert [set(pair) for pair, count in counts.items() if count > 1] == []


def test_there_are_enough_real_cases() -> None:
    """Every grade of yes and no is measured on real cases, 300 and more in all."""
    counts = Counter((case.same, case.grade) for case in CASES if case.file in REAL)
    assert counts.total() >= 300
    assert set(counts) == {(same, grade) for same in (True, False) for grade in Grade}
    assert min(counts.values()) >= 30


def test_every_case_has_a_known_source() -> None:
    """A source is a key of the gazetteer, a page of the documents, or a list the README names."""
    lines = (ROOT / "gazetteers" / "sources.tsv").read_text(encoding="utf-8").splitlines()
    known = {line.split("\t")[0] for line in lines[1:]} | {"dzirinames"}
    for case in CASES:
        for source in case.source.split("; "):
            key = source.split(" ")[0]
            assert key in known or (ROOT / key).is_file() or case.file == INVENTED, case


def test_invented_cases_stand_apart() -> None:
    """What was made up is in its own file, and nothing else is."""
    for case in CASES:
        assert (case.source == "invented") == (case.file == INVENTED), case


def test_the_report_counts_every_case() -> None:
    """The table by file has a row for each grade, and counts all cases."""
    head, _, *rows = table(answer_of().values(), lambda case: case.file, "file")
    assert head.startswith("| file | same | grade | cases |")
    assert sum(int(row.split(" | ")[3]) for row in rows) == len(CASES)


@pytest.mark.parametrize(
    ("column", "value", "told"),
    [
        ("same", "maybe", "same: 'maybe' is neither yes nor no"),
        ("grade", "Strong", "grade: 'Strong' is none of STRONG, MEDIUM, WEAK"),
        ("source", "", "source: '' is empty"),
        ("name1", "Hasan ", "name1: 'Hasan ' is empty, or has spaces around it"),
        ("name1", "H\u0323asan", "is not in NFC"),
        ("name2", "Hasan", "name2: 'Hasan' is name1 again"),
        ("why", "One.\tTwo.", "8 columns, not 7"),
    ],
)
def test_a_bad_row_is_told(tmp_path: Path, column: str, value: str, told: str) -> None:
    """A fault of a file of cases is told with its file, line and value."""
    row = [value if name == column else good for name, good in zip(COLUMNS, ROW, strict=True)]
    path = tmp_path / "press.tsv"
    lines = ("\t".join(COLUMNS), "\t".join(ROW), "\t".join(row))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"press\.tsv:3: ") as caught:
        read(path)
    assert told in str(caught.value)


def test_a_bad_head_is_told(tmp_path: Path) -> None:
    """A file with other columns is not read."""
    path = tmp_path / "press.tsv"
    path.write_text("name1\tname2\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"press\.tsv:1: columns are"):
        read(path)
