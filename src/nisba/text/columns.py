"""Text of any script side by side: cells that keep their columns, names that fit their place.

Reach for it wherever names are shown, in a terminal or in one cell of a table. It never changes
what is compared: `nisba.text.clean` does that.
"""

import unicodedata
from collections.abc import Sequence
from itertools import accumulate

_LEFT_TO_RIGHT_MARK = "\u200e"
_RIGHT_TO_LEFT = frozenset({"R", "AL", "AN"})
_MARKS = frozenset({"Mn", "Me"})
_NO_COLUMN = frozenset({"Mn", "Me", "Cf", "Cc"})
_MOST_MARKS = 3


def width(cell: str) -> int:
    """Count terminal columns: marks and controls take none, wide letters two.

    >>> width("H\\u0323asan"), width("\\u6f22")
    (5, 2)
    """
    if cell.isascii() and cell.isprintable():
        return len(cell)
    return sum(
        0
        if unicodedata.category(c) in _NO_COLUMN
        else 2
        if unicodedata.east_asian_width(c) in "WF"
        else 1
        for c in cell
    )


def in_place(cell: str) -> str:
    """Return a cell whose right-to-left letters keep their place in a left-to-right line.

    Without the marks of direction around it, the digits, signs and spaces beside an Arabic cell
    change sides, and two Arabic cells change places.

    >>> in_place("Ali"), in_place("\\u0639\\u0644\\u064a") == "\\u200e\\u0639\\u0644\\u064a\\u200e"
    ('Ali', True)
    """
    if cell.isascii() or not any(unicodedata.bidirectional(c) in _RIGHT_TO_LEFT for c in cell):
        return cell
    return f"{_LEFT_TO_RIGHT_MARK}{cell}{_LEFT_TO_RIGHT_MARK}"


def legible(text: str, longest: int) -> str:
    """Return a text on one line of `longest` columns at most, without controls and directions.

    What is left out at the end is shown by an ellipsis.

    >>> legible("Ali\\n\\u202eHasan", 20), legible("Mustafa al-Kadhimi", 10)
    ('Ali Hasan', 'Mustafa a\u2026')
    """
    if len(text) <= longest and text.isascii() and text.isprintable():
        return " ".join(text.split())
    # More than this is never shown; a book pasted into a field is not walked to its end.
    some = text[: 8 * longest + 64]
    spaced = some
    if not some.isprintable():
        spaced = "".join(c if c.isprintable() else " " * c.isspace() for c in some)
    line = _without_piles(" ".join(spaced.split()))
    if width(line) <= longest:
        return line
    shown = accumulate(map(width, line))
    return line[: sum(columns < longest for columns in shown)].rstrip() + "\u2026"


def _without_piles(line: str) -> str:
    """Leave three marks to a letter: no name has more, and a hundred grow over the lines above."""
    if line.isascii():
        return line
    kept, marks = [], 0
    for char in line:
        marks = marks + 1 if unicodedata.category(char) in _MARKS else 0
        if marks <= _MOST_MARKS:
            kept.append(char)
    return "".join(kept)


def side_by_side(rows: Sequence[Sequence[str]]) -> list[str]:
    """Return rows of cells as lines whose columns line up, two spaces apart.

    >>> side_by_side([["m", "\\u1e93"], ["mm", "dh"]])
    ['m   \u1e93', 'mm  dh']
    """
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(
            in_place(cell) + " " * (most - width(cell))
            for cell, most in zip(row, widths, strict=True)
        ).rstrip()
        for row in rows
    ]


def strips(columns: Sequence[Sequence[str]], room: int) -> list[str]:
    """Return columns of equal height laid side by side, wrapped where a line would pass `room`.

    >>> strips([["a", "+1"], ["b", "+2"], ["c", "+3"]], 7)
    ['a   b', '+1  +2', 'c', '+3']
    """
    lines: list[str] = []
    strip: list[Sequence[str]] = []
    taken = 0
    for column in columns:
        wide = max(map(width, column)) + 2
        if strip and taken + wide > room + 2:
            lines += side_by_side(list(zip(*strip, strict=True)))
            strip, taken = [], 0
        strip.append(column)
        taken += wide
    return lines + (side_by_side(list(zip(*strip, strict=True))) if strip else [])
