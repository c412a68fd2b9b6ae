"""What is printed is what the documents hold."""

import doctest
import importlib
from pathlib import Path

import pytest

from benchmarks.quality.asking import Timed
from benchmarks.quality.pairs import Pair
from benchmarks.quality.report import listed, paired
from benchmarks.quality.searching import Ranked
from benchmarks.quality.sections import PAIRS, SECTIONS, Section
from benchmarks.quality.tasks import Query, Task

PAGE = Path(__file__).parents[2] / "docs" / "benchmarks.md"
TASK = Task([("a", "Ali")], [Query("Ali", "a", "any"), Query("Omar", None, "nobody")])
FOUND: dict[str, Timed[Ranked]] = {"nisba": ([[("a", 0.9)], [("a", 0.1)]], 0.5)}


def lines_of(title: str) -> list[str]:
    """Return the lines of the document from a heading on."""
    page = PAGE.read_text(encoding="utf-8").splitlines()
    return page[page.index(f"### {title}") :]


def head_of(printed: str) -> str:
    """Return the first row of a section's table."""
    return next(line for line in printed.splitlines() if line.startswith("|"))


@pytest.mark.parametrize("section", SECTIONS, ids=lambda section: section.title)
def test_the_document_holds_the_columns_that_are_printed(section: Section) -> None:
    """Each list has its section in the document, with the head of table that the program prints."""
    head = head_of(listed(section, TASK, FOUND))
    assert "| system |" in head
    assert head in lines_of(section.title)


def test_the_document_holds_the_pairs() -> None:
    """So have the pairs."""
    pairs = [Pair("Asif", "Asef", "one name"), Pair("Asif", "Omar", "chance")]
    head = head_of(paired(pairs, {"nisba": ([2.0, -2.0], 0.1)}))
    assert "average precision" in head
    assert head in lines_of(PAIRS.title)


def test_the_text_tells_how_many() -> None:
    """The counts of each kind stand in the text, in thousands with a comma."""
    task = Task([(str(i), "Ali") for i in range(1200)], TASK.queries)
    said = " ".join(listed(SECTIONS[0], task, FOUND).split())
    assert "among 1,200 names" in said
    assert "1 names of nobody" in said


def test_rows_of_a_list() -> None:
    """Everybody's figures and speed come first, then those of the half that fitted no weight."""
    section = next(section for section in SECTIONS if section.halves)
    *_, everybody, held = listed(section, TASK, FOUND).splitlines()
    assert everybody.startswith("| all | nisba | 1.000 | 1.000 |")
    assert everybody.endswith("| 4 |")
    assert held.startswith("| held out | nisba |")
    assert held.endswith("|  |")


@pytest.mark.parametrize("module", ["tables", "report"])
def test_examples_run(module: str) -> None:
    """What the docstrings show as the answer is the answer."""
    found = doctest.testmod(importlib.import_module(f"benchmarks.quality.{module}"))
    assert found.attempted
    assert not found.failed
