"""Law: `resolve_many` gives what `resolve` gives for each name, in their order. No exceptions."""

import functools

from hypothesis import given
from hypothesis import strategies as st

from laws.strategies import names, near, texts
from nisba import Gazetteer, Resolver

CURATED = sorted(name.text for _, name in Gazetteer.load().names())


@functools.cache
def curated() -> Resolver:
    """The resolver of the curated gazetteer."""
    return Resolver(Gazetteer.load())


def _asked() -> st.SearchStrategy[str]:
    listed = st.sampled_from(CURATED)
    return st.one_of(listed, listed.flatmap(near), names(), texts())


@given(st.lists(_asked(), max_size=6), st.data(), st.integers(0, 7))
def test_many_are_as_each(asked: list[str], data: st.DataObject, limit: int) -> None:
    """Names, strangers and nonsense, some of them twice."""
    again = data.draw(st.lists(st.sampled_from(asked), max_size=3)) if asked else []
    resolver = curated()
    each = [resolver.resolve(name, limit) for name in (*asked, *again)]
    assert resolver.resolve_many([*asked, *again], limit) == each
