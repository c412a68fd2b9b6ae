"""Facts beside names, for the property tests."""

from hypothesis import strategies as st

from nisba.facts import Facts, Gender, Years

_CODES = ("IQ", "EG", "LB", "SY", "IR", "PK", "GB", "ZZ")


def years() -> st.SearchStrategy[Years]:
    """Single years, decades and other intervals of a century."""
    first = st.integers(1900, 1999)
    return st.builds(lambda a, width: Years(a, a + width), first, st.sampled_from((0, 0, 0, 4, 9)))


def countries() -> st.SearchStrategy[frozenset[str]]:
    """Up to three countries."""
    return st.frozensets(st.sampled_from(_CODES), max_size=3)


def facts() -> st.SearchStrategy[Facts]:
    """Facts of which each may be missing."""
    born, gender = st.none() | years(), st.none() | st.sampled_from(Gender)
    return st.builds(Facts, born, countries(), gender)
