"""How the commands tell of rows that are set aside: each with file, line, value and reason."""

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from nisba.batch import Fault

_SHOWN = 20


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
