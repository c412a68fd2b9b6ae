"""Law: in whatever order rows come, each is in the same cluster, of the same id. No exceptions."""

from hypothesis import given, settings
from hypothesis import strategies as st

from laws.listed_rows import ListedRow, ids_of, lists


@settings(max_examples=25)
@given(lists(), st.data())
def test_rows_may_come_in_any_order(rows: list[ListedRow], data: st.DataObject) -> None:
    """Names in both scripts, near each other, with facts and without."""
    order = data.draw(st.permutations(range(len(rows))))
    ids = ids_of(rows)
    assert ids_of([rows[at] for at in order]) == [ids[at] for at in order]
