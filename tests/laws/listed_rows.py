"""Lists of rows for the laws of clusters: names that resemble each other, with facts or without."""

from collections.abc import Sequence

from hypothesis import strategies as st

from laws.strategies import names, near
from nisba.facts import Facts, Gender, Years
from nisba.resolve.clusters_bearers import Bearers, bearers_of
from nisba.resolve.clusters_links import Distinct
from nisba.resolve.clusters_told import cluster_id, members_of

ListedRow = tuple[str, Facts]


def facts() -> st.SearchStrategy[Facts]:
    """Nothing mostly, else a year of birth or a gender."""
    years = st.integers(1940, 1960).map(lambda year: Facts(Years(year, year)))
    genders = st.sampled_from(Gender).map(lambda gender: Facts(gender=gender))
    return st.one_of(st.just(Facts()), st.just(Facts()), years, genders)


@st.composite
def lists(draw: st.DrawFn) -> list[ListedRow]:
    """A few names, some of them several times, and other spellings of them."""
    known = draw(st.lists(names(), min_size=1, max_size=3))
    texts = st.sampled_from(known)
    text = st.one_of(texts, texts.flatmap(near))
    return draw(st.lists(st.tuples(text, facts()), min_size=1, max_size=8))


def clustered(rows: Sequence[ListedRow]) -> tuple[Bearers, list[int]]:
    """The bearers of rows, and the entry of each row."""
    found = Distinct()
    came = [found.add(*row)[0] for row in rows]
    entries, place = found.entries()
    return bearers_of(entries), place[came].tolist()


def ids_of(rows: Sequence[ListedRow]) -> list[str]:
    """The id of the cluster of each row; rows of one name that are apart share theirs here."""
    bearers, entries = clustered(rows)
    ids = {
        entry: cluster_id(bearers.entries, members.tolist())
        for members in members_of(bearers.cluster)
        for entry in members.tolist()
    }
    return [ids[entry] for entry in entries]
