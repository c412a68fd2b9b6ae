"""What is wrong with a file of names, and where: the faults that the batch stage reports.

A fault of one row sets that row aside. A fault of the whole file is raised as `FaultyFile`,
before anything is written.
"""

from dataclasses import dataclass
from pathlib import Path

from nisba.gazetteer.faults import shown


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault: the file, the line (from 1; 0 is the file as a whole), the value, the reason.

    >>> print(Fault(Path("people.csv"), 1, "nmae", "no such column"))
    people.csv:1: 'nmae': no such column
    """

    path: Path
    line: int
    value: str
    message: str

    def __str__(self) -> str:
        """Path, line, value and message on one line; the value is cut, controls spelled out."""
        place = f"{self.path}:{self.line}" if self.line else f"{self.path}"
        value = f" '{shown(self.value)}':" if self.value else ""
        return f"{place}:{value} {self.message}"


class FaultyFile(ValueError):
    """A file that cannot be resolved, or written, at all; `fault` says where and why."""

    def __init__(self, path: Path, line: int, value: str, message: str) -> None:
        """Make the fault, which is also the message of the exception."""
        self.fault = Fault(path, line, value, message)
        super().__init__(str(self.fault))

    def __reduce__(self) -> tuple[type["FaultyFile"], tuple[Path, int, str, str]]:
        """Let the exception cross a process boundary with its fault."""
        fault = self.fault
        return type(self), (fault.path, fault.line, fault.value, fault.message)


class ChangedFile(FaultyFile):
    """A file that is no longer what it was when reading began: nothing made of it holds."""
