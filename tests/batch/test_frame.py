import math

import pandas as pd
import pytest

from batch.standin import ARABIC, StandIn
from nisba.batch import COLUMNS, resolve_frame


def test_five_columns_follow_those_of_the_frame() -> None:
    """The frame's own columns, rows and index stay, and the five come after them."""
    frame = pd.DataFrame({"name": ["al-Kadhemi", "Smith"], "n": [1, 2]}, index=[7, 5])
    done = resolve_frame(frame, "name", StandIn())
    assert list(done.columns) == ["name", "n", *COLUMNS]
    assert list(done.index) == [7, 5]
    assert list(done["nisba_decision"]) == ["match", "none"]
    assert done["nisba_label"][7] == "Mustafa al-Kadhimi"
    assert list(frame.columns) == ["name", "n"]


def test_the_probability_is_not_rounded() -> None:
    """A probability close to 1 keeps its digits, so that answers can be ranked by it."""
    done = resolve_frame(pd.DataFrame({"name": ["al-Kadhemi"]}), "name", StandIn())
    assert done["nisba_probability"][0] == 0.9999999991


def test_an_ambiguous_name_has_a_probability_but_no_identity() -> None:
    """Two namesakes give the probability of the better one, and nobody's id."""
    done = resolve_frame(pd.DataFrame({"name": ["Sayyid"]}), "name", StandIn())
    assert done["nisba_probability"][0] == 0.5
    assert pd.isna(done["nisba_id"][0])
    assert pd.isna(done["nisba_label"][0])


@pytest.mark.parametrize("blank", ["", "  ", "\t", None, math.nan, pd.NA])
def test_a_blank_cell_is_nobody_for_a_reason(blank: object) -> None:
    """An empty or missing cell is answered without asking the resolver."""
    resolver = StandIn()
    done = resolve_frame(pd.DataFrame({"name": [blank]}, dtype=object), "name", resolver)
    assert done["nisba_decision"][0] == "none"
    assert done["nisba_reason"][0] == "empty cell"
    assert resolver.asked == []


def test_answers_stay_with_their_rows() -> None:
    """Blank cells between the names do not shift the answers."""
    resolver = StandIn()
    names = ["", ARABIC, "Smith", None, ARABIC]
    done = resolve_frame(pd.DataFrame({"name": names}), "name", resolver)
    assert resolver.asked == [[ARABIC, "Smith", ARABIC]]
    assert list(done["nisba_decision"]) == ["none", "match", "none", "none", "match"]


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("x" * 10_001, "a name longer than 10,000 characters"),
        ("\x01\u200f\x02", "only control characters"),
        ("Abu\0Bakr", "a NUL character"),
        ("\udce9", "bytes that the encoding does not know"),
    ],
)
def test_what_can_be_no_name_is_not_asked(cell: str, reason: str) -> None:
    """A cell that can be no name is nobody, with the reason in the last column."""
    resolver = StandIn()
    done = resolve_frame(pd.DataFrame({"name": [cell]}, dtype=object), "name", resolver)
    assert done["nisba_reason"][0] == reason
    assert resolver.asked == []


def test_a_frame_without_rows_gets_the_columns() -> None:
    """An empty frame comes back empty, with all the columns."""
    done = resolve_frame(pd.DataFrame({"name": []}), "name", StandIn())
    assert len(done) == 0
    assert list(done.columns) == ["name", *COLUMNS]


@pytest.mark.parametrize(
    ("columns", "said"),
    [
        (["id", "names"], "there is 'names'"),
        (["name", "name"], "2 columns have this name"),
        (["name", "nisba_id"], "'nisba_id' is there already"),
    ],
)
def test_a_column_that_will_not_do_is_refused(columns: list[str], said: str) -> None:
    """A missing, repeated or taken column is an error that says so."""
    frame = pd.DataFrame([["a", "b"]], columns=columns)
    with pytest.raises(ValueError, match=said):
        resolve_frame(frame, "name", StandIn())
