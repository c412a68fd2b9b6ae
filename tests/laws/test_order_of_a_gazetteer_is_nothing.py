"""Law: the order of a gazetteer never changes a result.

The same pairs in another order give the same decisions, identities, candidates with their bits,
probabilities and reasons, for identities that cannot be told apart too. Licensed exception: the
label of an identity is its first name; no result shows it.
"""

from hypothesis import given
from hypothesis import strategies as st

from laws.strategies import names, near
from nisba import Gazetteer, Resolver


@st.composite
def _pairs(draw: st.DrawFn) -> list[tuple[str, str]]:
    """Pairs of few ids and names, some of them near to each other or the same."""
    first = draw(st.lists(names(), min_size=1, max_size=6))
    kin = [draw(near(name)) for name in first]
    both = [name for name in (*first, *kin) if name.strip()]
    return [(draw(st.sampled_from("abcdef")), name) for name in (*both, first[0])]


@given(st.data(), _pairs(), names())
def test_order_changes_nothing(
    data: st.DataObject, pairs: list[tuple[str, str]], stranger: str
) -> None:
    """Two resolvers of the same pairs give equal resolutions."""
    one = Resolver(Gazetteer.from_names(pairs))
    other = Resolver(Gazetteer.from_names(data.draw(st.permutations(pairs))))
    asked = [stranger, *(name for _, name in pairs)]
    assert one.resolve_many(asked, limit=20) == other.resolve_many(asked, limit=20)
