"""How the commands print: errors in one form, tables that keep their columns, JSON as it is.

A terminal shows what it is sent, so text from files and arguments is made safe here.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any, NoReturn

import click

from nisba.text.columns import side_by_side


class CouldNotRun(click.ClickException):
    """An error that ends the command: each line on stderr begins with `nisba:`; status 2."""

    exit_code = 2

    def show(self, file: Any = None) -> None:
        """Print the message, line by line."""
        for line in self.message.splitlines():
            click.echo(f"nisba: {line}", err=True)


def could_not_run(fault: Exception) -> NoReturn:
    """End the command with what a library function raised, in the words of the command line.

    A pipe that its reader left is no fault: `nisba._pipes` ends the command.
    """
    if isinstance(fault, BrokenPipeError):
        raise fault
    from nisba.gazetteer.faults import FaultyGazetteer  # not needed where nothing fails

    if isinstance(fault, FaultyGazetteer):
        lines = [f"{f.path}:{f.line}: '{f.value}': {f.message}" for f in fault.findings[:50]]
        if len(fault.findings) > len(lines):
            lines.append(f"... and {len(fault.findings) - len(lines):,} more")
        raise CouldNotRun("\n".join(lines)) from fault
    raise CouldNotRun(in_words(fault)) from fault


def in_words(fault: Exception) -> str:
    """Return what an exception says, without the number that the system gives it.

    >>> in_words(OSError(28, "No space left on device", "out.csv"))
    'out.csv: No space left on device'
    """
    if isinstance(fault, OSError) and fault.strerror:
        place = f"{fault.filename}: " if fault.filename else ""
        return f"{place}{fault.strerror}"
    return str(fault)


def as_json(value: Mapping[str, Any] | Sequence[Any]) -> str:
    """Return JSON to read and to parse: indented, every script as its own letters.

    Controls and marks of direction stand as escapes, which a parser reads as what they are.

    >>> print(as_json(["Ali\\u202e"]))
    [
      "Ali\\u202e"
    ]
    """
    lines = json.dumps(value, ensure_ascii=False, indent=2).split("\n")
    return "\n".join(map(spelled_out, lines))


def aligned(rows: Sequence[Sequence[str]]) -> str:
    """Return rows of cells as columns that line up, two spaces apart; an empty cell is a hyphen.

    >>> print(aligned([["text", "kind"], ["Abu Bakr", "kunya"]]))
    text      kind
    Abu Bakr  kunya
    """
    cells = [[spelled_out(cell) or "-" for cell in row] for row in rows]
    return "\n".join(side_by_side(cells))


def spelled_out(text: str) -> str:
    """Return a text in which characters that a terminal would obey stand as escapes."""
    return "".join(c if c.isprintable() else json.dumps(c)[1:-1] for c in text)
