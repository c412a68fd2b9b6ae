import json

from nisba.cli.output import aligned, as_json


def test_columns_line_up_by_what_is_seen() -> None:
    """Vowel marks take no column of their own, and the second column starts in one place."""
    first, second = aligned([["Mu\u1e25ammad", "x"], ["H\u0323asan", "y"]]).splitlines()
    assert first.index("x") == second.replace("\u0323", "").index("y")


def test_arabic_cells_do_not_move_the_digits_behind_them() -> None:
    """A mark of direction follows an Arabic cell, so that a span stays in its column."""
    arabic = "\u0639\u0644\u064a"  # علي
    assert f"{arabic}\u200e  0-3" in aligned([[arabic, "0-3"]])


def test_an_empty_cell_is_a_hyphen() -> None:
    """An empty cell does not make its row look shorter."""
    assert aligned([["a", "", "b"]]) == "a  -  b"


def test_json_keeps_its_letters() -> None:
    """Arabic in JSON is Arabic, not escapes."""
    assert "\u0639" in as_json(["\u0639"])


def test_json_sends_no_control_to_the_terminal() -> None:
    """Controls and marks of direction inside a text are escapes; a parser reads what it was."""
    name = "Ali\u202e\x9b\x7f Hasan\n"
    assert as_json([name]).replace("\n", "").isprintable()
    assert json.loads(as_json([name])) == [name]
