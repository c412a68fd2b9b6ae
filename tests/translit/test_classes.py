"""Classes of words and constructions of running text, each with examples in `classes.tsv`."""

from pathlib import Path
from typing import cast

import pytest

from nisba.translit.romanize import romanize
from nisba.translit.types import Kind

ROWS = [
    line.split("\t")
    for line in (Path(__file__).parent / "classes.tsv").read_text(encoding="utf-8").splitlines()[1:]
]


@pytest.mark.parametrize(("fact", "kind", "arabic", "romanized"), ROWS)
def test_an_example_shows_its_class(fact: str, kind: str, arabic: str, romanized: str) -> None:
    """Each example comes out as the rule of its class asks, whose sentence the first column is."""
    assert romanize(arabic, kind=cast(Kind, kind)) == romanized, fact


def test_a_class_has_ten_examples() -> None:
    """No class rests on one example."""
    facts = [row[0] for row in ROWS]
    assert all(facts.count(fact) >= 10 for fact in facts)
