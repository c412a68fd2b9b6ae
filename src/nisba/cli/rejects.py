"""How the commands tell of rows that are set aside: each with file, line, value and reason."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from nisba.batch import Fault

_SHOWN = 20


def told_aside(rejected: int, rejects: Path | None, unread: int) -> str:
    """How many rows were set aside, and where they are; how many facts were left out.

    >>> told_aside(2, Path("out.rejects.csv"), 1)
    '2 rejected (see out.rejects.csv); 1 fact not read, and left out'
    """
    where = f" (see {rejects})" if rejects else ""
    facts = "1 fact" if unread == 1 else f"{unread:,} facts"
    left_out = f"; {facts} not read, and left out" if unread else ""
    return f"{rejected:,} rejected{where}{left_out}"


class Rejects:
    """Tells of the rows that are set aside: all of them at once, or the first of them later."""

    def __init__(self, at_once: bool) -> None:
        """Begin with none; `at_once` tells of each as it comes."""
        self._at_once = at_once
        self._kept: list[Fault] = []
        self._more = 0

    def add(self, fault: "Fault") -> None:
        """Take the fault of one row."""
        if self._at_once:
            click.echo(f"nisba: {fault}", err=True)
        elif len(self._kept) < _SHOWN:
            self._kept.append(fault)
        else:
            self._more += 1

    def show(self) -> None:
        """Print the first faults, and the number of the others."""
        for fault in self._kept:
            click.echo(f"nisba: {fault}", err=True)
        if self._more:
            click.echo(f"nisba: ... and {self._more:,} more rows", err=True)
