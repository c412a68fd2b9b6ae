"""Law: the bits of a told comparison add up to its evidence, and every part stands in it once.

Licensed exception: names of more parts than are compared end in a count.
"""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from laws.strategies import names, near, texts
from nisba import Comparison, compare

_ROUNDED = 0.001
"""Each figure of the data is rounded to half of this, or less."""


def _check(comparison: Comparison) -> None:
    data: Any = comparison.as_dict()
    weighed = {w["quantity"]: w["bits"] for w in data["weighed"]}
    assert sum(weighed.values()) == pytest.approx(data["bits"], abs=_ROUNDED * (len(weighed) + 1))
    parts = [part["bits"] for part in data["parts"]]
    assert sum(parts) == pytest.approx(weighed.get("sound", 0.0), abs=_ROUNDED * (len(parts) + 1))
    for pair in data["parts"] + data["contradicts"]:
        units = [pair["form_bits"], *(unit["bits"] for unit in pair["units"])]
        assert sum(units) == pytest.approx(pair["bits"], abs=_ROUNDED * (len(units) + 1))
    if not data["uncounted"]:
        _check_words(comparison, data)


def _check_words(comparison: Comparison, data: Any) -> None:
    pairs = data["parts"] + data["contradicts"]
    for side, name in (("left", comparison.left), ("right", comparison.right)):
        told = [pair[side] for pair in pairs]
        told += [m["text"] for m in data["missing"] if m["lacking"] != side]
        told += [m["text"] for m in data["not_weighed"] if m["side"] == side]
        assert _letters(told) == _letters([part.text for part in name.parts])


def _letters(told: list[str]) -> list[str]:
    # Signs between initials that are compared as one word belong to no part.
    return sorted(c for text in told for c in text if c.isalnum())


@given(st.data(), names())
def test_near_names_add_up(data: st.DataObject, name: str) -> None:
    """Two names that resemble each other."""
    _check(compare(name, data.draw(near(name))))


@given(names(), names())
def test_any_names_add_up(left: str, right: str) -> None:
    """Two names of any script."""
    _check(compare(left, right))


@given(texts(), names())
def test_hostile_texts_add_up(text: str, name: str) -> None:
    """A string that looks like a name by its letters alone."""
    _check(compare(text, name))
