"""Loops in two states: what makes compiled code old."""

from types import FunctionType
from typing import Any

import pytest

from nisba import _loops

LIMIT = 3


@_loops.inner_loop
def _inner(x: int) -> int:
    return min(x, LIMIT)


@_loops.loop
def _outer(x: int) -> int:
    return _inner(x) + 1


@_loops.loop
def _own(x: int) -> int:
    return x + LIMIT


@pytest.mark.parametrize("function", [_outer, _own])
def test_code_is_made_anew_when_a_constant_changes(
    function: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A limit may come from the weights file: code with another one would overrun its arrays."""
    assert isinstance(function, FunctionType)
    before = _loops._digest(function)
    assert _loops._digest(function) == before
    monkeypatch.setitem(function.__globals__, "LIMIT", 4)
    assert _loops._digest(function) != before


def test_an_inner_loop_is_not_compiled_alone() -> None:
    """It has no door to Python."""
    with pytest.raises(ValueError, match="_inner"):
        _loops.compiled(_inner)
    assert _loops.compiled(_outer)(9) == _outer(9) == LIMIT + 1
