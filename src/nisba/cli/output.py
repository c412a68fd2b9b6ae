"""How the commands print: errors in one form, tables that keep their columns, JSON as it is.

A terminal shows what it is sent, so text from files and arguments is made safe here.
"""

import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any, NoReturn

import click

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LEFT_TO_RIGHT_MARK = "\u200e"


class CouldNotRun(click.ClickException):
    """An error that ends the command: each line on stderr begins with `nisba:`; status 2."""

    exit_code = 2

    def show(self, file: Any = None) -> None:
        """Print the message, line by line."""
        for line in self.message.splitlines():
            click.echo(f"nisba: {line}", err=True)


def could_not_run(fault: Exception) -> NoReturn:
    """End the command with what a library function raised, in the words of the command line."""
    from nisba.gazetteer.faults import FaultyGazetteer  # not needed where nothing fails

    if isinstance(fault, FaultyGazetteer):
        lines = [f"{f.path}:{f.line}: '{f.value}': {f.message}" for f in fault.findings[:50]]
        if len(fault.findings) > len(lines):
            lines.append(f"... and {len(fault.findings) - len(lines):,} more")
        raise CouldNotRun("\n".join(lines)) from fault
    if isinstance(fault, OSError) and fault.strerror:
        place = f"{fault.filename}: " if fault.filename else ""
        raise CouldNotRun(f"{place}{fault.strerror}") from fault
    raise CouldNotRun(str(fault)) from fault


def as_json(value: Mapping[str, Any] | Sequence[Any]) -> str:
    """Return JSON to read and to parse: indented, every script as its own letters."""
    return json.dumps(value, ensure_ascii=False, indent=2)


def aligned(rows: Sequence[Sequence[str]]) -> str:
    """Return rows of cells as columns that line up, two spaces apart; an empty cell is a hyphen.

    >>> print(aligned([["text", "kind"], ["Abu Bakr", "kunya"]]))
    text      kind
    Abu Bakr  kunya
    """
    cells = [[_printable(cell) or "-" for cell in row] for row in rows]
    widths = [max(map(_width, column)) for column in zip(*cells, strict=True)]
    return "\n".join(
        "  ".join(
            _in_place(cell) + " " * (width - _width(cell))
            for cell, width in zip(row, widths, strict=True)
        ).rstrip()
        for row in cells
    )


def _printable(cell: str) -> str:
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in cell)


def _width(cell: str) -> int:
    """Count terminal columns: marks take none, wide letters two."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in cell
    )


def _in_place(cell: str) -> str:
    # Without the mark, the digits and spaces that follow an Arabic cell would change sides.
    return cell + _LEFT_TO_RIGHT_MARK if _RIGHT_TO_LEFT.search(cell) else cell
