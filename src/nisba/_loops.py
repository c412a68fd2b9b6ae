"""Loops in plain Python over NumPy arrays, in two states: interpreted, and compiled by numba.

A function marked with `loop` runs as it stands, which is quick enough to compare two names.
`compiled` gives the same function compiled, with all the loops that it calls. Both give the same
numbers to the last bit, so there is one way to count and two speeds. Nothing here imports numba
before it is asked for.
"""

import hashlib
from collections.abc import Callable, Iterator
from types import FunctionType
from typing import Any, TypeVar

_F = TypeVar("_F", bound=Callable[..., Any])
_MARKED: set[Callable[..., Any]] = set()
_INNER: set[Callable[..., Any]] = set()
_INLINED: set[Callable[..., Any]] = set()
_LIGHT: set[Callable[..., Any]] = set()
_COMPILED: dict[tuple[Callable[..., Any], bool], Callable[..., Any]] = {}


def loop(function: _F) -> _F:
    """Mark a function that numba can compile: arrays, numbers and tuples in, other loops called."""
    _MARKED.add(function)
    return function


def inner_loop(function: _F) -> _F:
    """Mark a loop that only other loops call: compiled, it has no door to Python."""
    _INNER.add(function)
    return loop(function)


def inlined(function: _F) -> _F:
    """Mark a small inner loop that is copied to its callers, and is as light as they are."""
    _INLINED.add(function)
    return inner_loop(function)


def light(function: _F) -> _F:
    """Mark a loop that makes no array and gives none back.

    Whoever may keep an array counts its references, up and down, and the loops pass tables of
    some thirty arrays. A light loop only reads and fills what it is given, and counts nothing. One
    that makes an array does not compile.
    """
    _LIGHT.add(function)
    return loop(function)


def compiled(function: _F) -> _F:
    """The loop compiled with all that it calls, or itself where numba is not installed.

    Machine code is kept beside the module, and made anew when any of the loops has changed.
    Raises `ValueError` for an inner loop.
    """
    if function in _INNER:
        raise ValueError(f"{function.__name__} is called by loops only")
    return _twin(function, False)


def _twin(function: _F, inside: bool) -> _F:
    """The compiled twin, for a caller that is light or is not."""
    lean = function in _LIGHT or (function in _INLINED and inside)
    found = _COMPILED.get((function, lean))
    if found is None:
        found = _COMPILED[function, lean] = _compile(function, lean)
    return found  # type: ignore[return-value]  # the compiled twin takes and gives the same


def _compile(function: Callable[..., Any], lean: bool) -> Callable[..., Any]:
    try:
        import numba
    except ImportError:
        return function
    assert isinstance(function, FunctionType)
    called = {name: _twin(other, lean) for name, other in _called(function)}
    twin = FunctionType(function.__code__, {**function.__globals__, **called}, function.__name__)
    twin.__module__ = function.__module__
    # numba looks at a function's own file only; the name tells it when a called loop has changed.
    twin.__qualname__ = f"{function.__qualname__}_{_digest(function)}{'_light' * lean}"
    options: dict[str, Any] = {"no_cpython_wrapper": function in _INNER, "no_cfunc_wrapper": True}
    options["forceinline"] = function in _INLINED
    options["_nrt"] = not lean
    result: Callable[..., Any] = numba.njit(cache=True, **options)(twin)
    return result


def _called(function: FunctionType) -> Iterator[tuple[str, FunctionType]]:
    """The loops that a loop names."""
    for name in function.__code__.co_names:
        other = function.__globals__.get(name)
        if isinstance(other, FunctionType) and other in _MARKED:
            yield name, other


def _digest(function: FunctionType) -> str:
    """A few letters that change with the loops that a loop calls, and the constants of them all.

    A constant may come from a file of data, which numba does not look at.
    """
    told = hashlib.sha256()
    for constant in function.__code__.co_names:
        value = function.__globals__.get(constant)
        if isinstance(value, (int, float, str, tuple)):
            told.update(f"{constant} {value}".encode())
    for name, other in _called(function):
        code = other.__code__
        told.update(f"{name} {code.co_consts} {_digest(other)}".encode() + code.co_code)
    return told.hexdigest()[:12]
