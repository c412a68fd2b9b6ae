"""Frames of polars and Arrow, and the accessor of pandas."""

from typing import Any

import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import nisba
import nisba.pandas
from batch.standin import ARABIC, StandIn
from nisba.batch import COLUMNS, resolve_frame
from nisba.facts import FactColumns, facts_of

CELLS = {"name": ["al-Kadhemi", None, "Sayyid"], "n": [1, 2, 3]}


@pytest.mark.parametrize(
    "frame", [pl.DataFrame(CELLS), pa.table(CELLS), pa.RecordBatch.from_pydict(CELLS)], ids=type
)
def test_a_frame_comes_back_as_what_it_was(frame: Any) -> None:
    """Its own columns keep their types, and the five are typed too."""
    done = resolve_frame(frame, "name", StandIn())
    assert type(done) is type(frame)
    found = done.to_pydict() if hasattr(done, "to_pydict") else done.to_dict(as_series=False)
    assert list(found) == [*CELLS, *COLUMNS]
    assert {key: found[key] for key in CELLS} == CELLS
    assert found["nisba_decision"] == ["match", "none", "ambiguous"]
    assert found["nisba_probability"] == [0.9999999991, None, 0.5]


def test_what_speaks_arrow_becomes_an_arrow_table() -> None:
    """Any frame that can be read as a stream of Arrow will do."""

    class Stream:
        def __arrow_c_stream__(self, schema: object = None) -> object:
            return pa.table(CELLS).__arrow_c_stream__(schema)

    done: Any = resolve_frame(Stream(), "name", StandIn())
    assert isinstance(done, pa.Table)
    assert done.schema.names == [*CELLS, *COLUMNS]


def test_facts_of_typed_columns_are_read() -> None:
    """A year that is a number is a year."""
    resolver = StandIn()
    frame = pl.DataFrame({"name": ["Smith"], "born": [1967]})
    resolve_frame(frame, "name", resolver, facts=FactColumns("born"))
    assert resolver.known == [[facts_of(birth_year=1967)]]


@pytest.mark.parametrize("thing", [{"name": ["x"]}, [1], "people.csv", pl.LazyFrame(CELLS)])
def test_what_is_no_frame_is_refused(thing: object) -> None:
    """A dictionary, a path, a plan that has not been carried out: told with its type."""
    with pytest.raises(TypeError, match="no frame: give one of pandas or polars"):
        resolve_frame(thing, "name", StandIn())


def test_a_column_that_is_not_there_is_told() -> None:
    """In any kind of frame."""
    with pytest.raises(ValueError, match="'nmae': no such column, but there is 'name'"):
        resolve_frame(pl.DataFrame(CELLS), "nmae", StandIn())


def test_without_a_resolver_the_curated_gazetteer_answers() -> None:
    """One call, no preparation."""
    done = nisba.resolve_frame(pd.DataFrame({"name": [ARABIC]}), column="name")
    assert done["nisba_id"].tolist() == ["mustafa-al-kadhimi"]


def test_the_accessor_resolves() -> None:
    """`df.nisba.resolve` is `resolve_frame`."""
    frame = pd.DataFrame(CELLS)
    done = frame.nisba.resolve("name", StandIn())
    pd.testing.assert_frame_equal(done, resolve_frame(frame, "name", StandIn()))


def test_the_accessor_romanizes() -> None:
    """Missing cells stay so, and the index of the frame is kept."""
    frame = pd.DataFrame({"name": [ARABIC, None]}, index=[5, 7])
    done = frame.nisba.romanize("name", "din-31635")
    assert list(done.columns) == ["name", "nisba_romanized", "nisba_note"]
    assert done["nisba_romanized"][5] == "Muṣṭafā l-Kāẓimī"
    assert pd.isna(done["nisba_romanized"][7])
    with pytest.raises(ValueError, match="nosuch"):
        frame.nisba.romanize("name", "nosuch")


def test_the_accessor_puts_rows_together() -> None:
    """`df.nisba.dedupe` gives the clusters of the frame's names."""
    frame = pd.DataFrame({"name": ["Mouammar Kadhafi", "Joe Biden", "Muammar Gaddafi"]})
    assert frame.nisba.dedupe("name")["nisba_cluster_size"].tolist() == [2, 1, 2]
