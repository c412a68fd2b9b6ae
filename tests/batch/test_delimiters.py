import io
import time
from pathlib import Path

import pytest

from nisba.batch.delimiters import checked_delimiter, delimiter_of
from nisba.batch.faults import FaultyFile


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_each_delimiter_is_recognised(delimiter: str) -> None:
    """The four delimiters are told from a header and a row."""
    text = f"id{delimiter}name\n1{delimiter}al-Kadhemi\n"
    assert delimiter_of(io.StringIO(text), "name") == delimiter


def test_the_column_asked_for_decides() -> None:
    """Commas inside the fields of a semicolon file do not mislead."""
    text = "name;office, country, year\nal-Kadhemi;PM, Iraq, 2020\nSadr;-, Iraq, -\n"
    assert delimiter_of(io.StringIO(text), "name") == ";"


def test_a_file_of_one_column_has_commas() -> None:
    """Where the header holds no delimiter, semicolons in the rows mean nothing."""
    assert delimiter_of(io.StringIO("name\nal-Kadhemi; Mustafa\n"), "name") == ","


def test_a_choice_is_left_to_the_rows() -> None:
    """If two delimiters make the column, the pattern of the rows decides."""
    text = "id,x;name;b,y\n" + "1;al-Kadhemi;2\n" * 20
    assert delimiter_of(io.StringIO(text), "b,y") == ";"


def test_hostile_text_costs_little_time() -> None:
    """A sample of nothing but delimiters and quotes is weighed in bounded time."""
    began = time.monotonic()
    delimiter_of(io.StringIO(',;|"\t' * 100_000), "name")
    assert time.monotonic() - began < 5


@pytest.mark.parametrize(("given", "is_"), [("tab", "\t"), ("\\t", "\t"), (":", ":")])
def test_a_delimiter_may_be_given_by_name(given: str, is_: str) -> None:
    """A tab is hard to type, so that it has a name."""
    assert checked_delimiter(Path("a.csv"), given) == is_


@pytest.mark.parametrize("given", ["", "::", '"', "\n", "\0"])
def test_what_can_part_no_fields_is_refused(given: str) -> None:
    """A delimiter is one character, and neither a quote nor a line end."""
    with pytest.raises(FaultyFile, match="no delimiter"):
        checked_delimiter(Path("a.csv"), given)
