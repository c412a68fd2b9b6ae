"""Facts about names side by side: columns that hold, and texts that fit their place."""

import pytest

from nisba.text.columns import in_place, legible, side_by_side, strips, width

ALI = "\u0639\u0644\u064a"  # علي


@pytest.mark.parametrize(
    ("text", "columns"),
    [
        ("Ali", 3),
        ("", 0),
        ("H\u0323asan", 5),
        ("\u0639\u064e\u0644\u0650\u064a", 3),  # عَلِي
        (f"\u200e{ALI}\u200e", 3),
        ("\u6f22\u5b57", 4),
    ],
)
def test_a_column_is_what_a_terminal_shows(text: str, columns: int) -> None:
    """Marks and marks of direction take no column, wide letters two."""
    assert width(text) == columns


@pytest.mark.parametrize("text", [ALI, f"Ali = {ALI}", "\u05d0", "\U0001e900", "\u0661"])
def test_right_to_left_letters_keep_their_place(text: str) -> None:
    """A cell with letters of any right-to-left script stands between two marks of direction."""
    assert in_place(text) == f"\u200e{text}\u200e"


def test_left_to_right_cells_stay_as_they_are() -> None:
    """A Latin cell needs no mark."""
    assert in_place("Mu\u1e25ammad 3") == "Mu\u1e25ammad 3"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Ali\nHasan\tSalih", "Ali Hasan Salih"),
        ("Ali\u202e\u2066\u200f Hasan", "Ali Hasan"),
        ("Ali\x1b[31m\x9b", "Ali[31m"),
        ("\u2028Ali\u00a0\u3000Hasan  ", "Ali Hasan"),
        ("<b>Ali</b>", "<b>Ali</b>"),
        ("Mustafa al-Kadhimi from", "Mustafa al-Kadhimi\u2026"),
        ("a" + "\u0301" * 50, "a\u0301\u0301\u0301"),
        ("\u200b\u202e", ""),
    ],
)
def test_a_legible_text_is_one_plain_line(text: str, shown: str) -> None:
    """Controls are gone, line ends are spaces, marks cannot pile up, the end is cut."""
    assert legible(text, 19) == shown


def test_a_legible_text_has_its_limit() -> None:
    """Ten thousand letters take as many as they may."""
    assert legible("k" * 10_000, 24) == "k" * 23 + "\u2026"


def test_columns_line_up() -> None:
    """The second column begins at one place behind Latin, Arabic and marked letters."""
    lines = side_by_side([["Hasan", "x"], ["H\u0323asan", "y"], [ALI, "z"]])
    assert [width(line[:-1]) for line in lines] == [7, 7, 7]


def test_strips_are_wrapped_whole() -> None:
    """Where the room ends, all rows of the columns go on below together, and none is lost."""
    columns = [[f"u{i}", f"+{i}"] for i in range(5)]
    lines = strips(columns, 10)
    assert lines == ["u0  u1  u2", "+0  +1  +2", "u3  u4", "+3  +4"]
    assert strips([], 10) == []


def test_a_column_wider_than_the_room_stands_alone() -> None:
    """What cannot fit is shown all the same."""
    assert strips([["a"], ["bbbbbb"], ["c"]], 4) == ["a", "bbbbbb", "c"]
