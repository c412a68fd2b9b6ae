"""Birth years, countries and genders of a table: what reaches the resolver, what is told."""

import io
import json
from pathlib import Path

import pandas as pd
import pytest

from batch.standin import StandIn
from nisba.batch import Fault, FaultyFile, resolve_frame, resolve_table, survey
from nisba.facts import FactColumns, Facts, facts_of

COLUMNS = FactColumns("born", "nation", "sex")


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Three rows: all is known, nothing is, and two of three cells cannot be read."""
    path = tmp_path / "people.csv"
    path.write_text(
        "name,born,nation,sex\nal-Kadhemi,1967,IQ,m\nSayyid,,,\nSmith,67,Atlantis,f\n",
        encoding="utf-8",
    )
    return path


def test_each_name_comes_with_its_facts(source: Path) -> None:
    """The resolver is asked about the names in order, and gets what their rows say."""
    resolver = StandIn()
    resolve_table(survey(source, "name", facts=COLUMNS), io.StringIO(), resolver)
    assert resolver.asked == [["al-Kadhemi", "Sayyid", "Smith"]]
    assert resolver.known == [
        [facts_of(birth_year=1967, country="IQ", gender="m"), Facts(), facts_of(gender="f")]
    ]


def test_without_columns_no_facts_are_given(source: Path) -> None:
    """A table is not searched for columns that nobody named."""
    resolver = StandIn()
    resolve_table(survey(source, "name"), io.StringIO(), resolver)
    assert resolver.known == [None]


def test_a_row_is_resolved_without_the_cells_that_cannot_be_read(source: Path) -> None:
    """Each is told with its line, counted, and named in the reason; no row is lost."""
    told: list[Fault] = []
    out = io.StringIO()
    table = survey(source, "name", facts=COLUMNS)
    summary = resolve_table(table, out, StandIn(), on_unread=told.append)
    assert (summary.rows, summary.rejected, summary.unread) == (3, 0, 2)
    assert [(f.line, f.value) for f in told] == [(4, "67"), (4, "Atlantis")]
    assert str(told[0]).startswith(f"{source}:4: '67': birth year: write a year")
    row = out.getvalue().splitlines()[3]
    assert "no candidate Not read: birth year '67', country 'Atlantis'." in row


def test_a_remark_stands_in_json_too(source: Path) -> None:
    """The reason is the same, and the candidates stay."""
    out = io.StringIO()
    resolve_table(survey(source, "name", facts=COLUMNS), out, StandIn(), as_json=True)
    first, second, third = map(json.loads, out.getvalue().splitlines())
    assert first["reason"] == "the family name answers"
    assert second["namesakes"] == ["muqtada-al-sadr", "ammar-al-hakim"]
    assert third["reason"].endswith("Not read: birth year '67', country 'Atlantis'.")


def test_blank_names_do_not_shift_the_facts() -> None:
    """A row without a name takes its facts with it."""
    frame = pd.DataFrame({"name": ["", "al-Kadhemi", None, "Smith"], "born": [1, 1967, None, 1942]})
    resolver = StandIn()
    resolve_frame(frame, "name", resolver, facts=FactColumns("born"))
    assert resolver.asked == [["al-Kadhemi", "Smith"]]
    assert resolver.known == [[facts_of(birth_year=1967), facts_of(birth_year=1942)]]


def test_a_frame_s_numbers_and_dates_are_read() -> None:
    """Years beside empty cells are floating point, and dates are timestamps."""
    dates = pd.to_datetime(pd.Series(["1967-03-05", None]))
    for born in (pd.Series([1967, None]), dates):
        resolver = StandIn()
        frame = pd.DataFrame({"name": ["al-Kadhemi", "Smith"], "born": born})
        resolve_frame(frame, "name", resolver, facts=FactColumns("born"))
        assert resolver.known == [[facts_of(birth_year=1967), Facts()]]


@pytest.mark.parametrize("columns", [FactColumns("year"), FactColumns(country="land")])
def test_a_column_that_is_not_there_is_told(source: Path, columns: FactColumns) -> None:
    """In a file with its line, in a frame as an error, before anything is resolved."""
    (wanted,) = columns.names
    with pytest.raises(FaultyFile, match=f"people.csv:1: '{wanted}': no such column"):
        survey(source, "name", facts=columns)
    with pytest.raises(ValueError, match=f"'{wanted}': no such column"):
        resolve_frame(pd.read_csv(source), "name", StandIn(), facts=columns)
