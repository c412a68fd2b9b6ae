import io

import pytest

from nisba.batch.rows import LONGEST_RAW, LONGEST_ROW, Reject, Row, read_rows


def rows_of(text: str) -> list[Row | Reject]:
    """Read the rows of a text."""
    return list(read_rows(io.StringIO(text, newline=""), ","))


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_lines_are_counted_through_quoted_cells(end: str) -> None:
    """A row has the number of the line that it starts on, and its raw text without the end."""
    text = end.join(["name,n", '"two', 'lines",1', "", "last,2", ""])
    assert [(row.line, row.raw) for row in rows_of(text)] == [
        (1, "name,n"),
        (2, f'"two{end}lines",1'),
        (5, "last,2"),
    ]


def test_a_quote_that_never_closes_takes_the_rest() -> None:
    """What an open quote swallows is set aside whole, with the number of lines."""
    *good, bad = rows_of('name\na\n"b\nc\nd\n')
    assert [row.line for row in good] == [1, 2]
    assert isinstance(bad, Reject)
    assert (bad.line, bad.raw) == (3, '"b\nc\nd')
    assert bad.reason == "a quote that opens here is never closed (3 lines set aside)"


def test_reading_goes_on_behind_a_lone_quote() -> None:
    """A quote in the middle of a quoted cell costs its row alone."""
    _, bad, good = rows_of('name,n\n"Abu "the lion",1\nal-Kadhemi,2\n')
    assert isinstance(bad, Reject)
    assert "a lone quote" in bad.reason
    assert isinstance(good, Row)
    assert (good.line, good.cells) == (3, ["al-Kadhemi", "2"])


def test_a_quote_inside_a_plain_cell_is_a_letter() -> None:
    """Only a cell that begins with a quote is a quoted one."""
    assert rows_of('Abu "the lion" Bakr\n')[0] == Row(
        1, ['Abu "the lion" Bakr'], 'Abu "the lion" Bakr'
    )


def test_a_cell_of_a_megabyte_costs_its_row_alone() -> None:
    """A cell over the limit of the csv module is set aside, and its raw text cut."""
    _, bad, good = rows_of("name\n" + "x" * 1_000_000 + "\nal-Kadhemi\n")
    assert isinstance(bad, Reject)
    assert "a cell longer than 131,072 characters" in bad.reason
    assert len(bad.raw) == LONGEST_RAW + 1
    assert isinstance(good, Row)
    assert good.line == 3


def test_a_line_without_end_is_passed_over() -> None:
    """A line longer than any row should be is never held whole, and still counts as one."""
    _, bad, good = rows_of("name\n" + "a," * LONGEST_ROW + "\nal-Kadhemi\n")
    assert isinstance(bad, Reject)
    assert "a row longer than" in bad.reason
    assert isinstance(good, Row)
    assert good.line == 3


def test_many_quoted_lines_make_no_endless_row() -> None:
    """A row of ever more quoted cells, each with a line end, is stopped at the same bound."""

    text = '"' + "x" * 50_000 + ("\n" + '","' + "x" * 50_000) * 100
    first = rows_of(text)[0]
    assert isinstance(first, Reject)
    assert "a row longer than" in first.reason
