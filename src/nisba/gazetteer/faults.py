"""What is wrong with a gazetteer's files, and where: the findings that every reader here collects.

A reader never stops at the first fault of a file. It gathers findings, and whoever called it
decides: `check` hands them all to the editor, `Gazetteer.load` refuses if one is an error.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

_SHOWN = 80
_LISTED = 50


class Severity(StrEnum):
    """An error keeps a gazetteer from loading; a warning asks a person to look.

    A question is a guess of the sound model: right as often as not, and never a fault by itself.
    """

    ERROR = "error"
    WARNING = "warning"
    QUESTION = "question"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One fault: the file, the line (from 1; 0 is the file as a whole), and what to do about it.

    `code` is a short stable word for programs, `value` the faulty text made safe to print.

    >>> print(Finding(Path("people/a.yaml"), 3, Severity.ERROR, "gender", "man", "write male"))
    people/a.yaml:3: error: gender: 'man': write male
    """

    path: Path
    line: int
    severity: Severity
    code: str
    value: str
    message: str

    def __str__(self) -> str:
        """Path, line, severity, code, value and advice on one line."""
        where = f"{self.path.as_posix()}:{self.line}"
        return f"{where}: {self.severity}: {self.code}: '{self.value}': {self.message}"


def error(path: Path, line: int, code: str, value: str, message: str) -> Finding:
    """Make a finding that keeps the gazetteer from loading."""
    return Finding(path, line, Severity.ERROR, code, shown(value), message)


def warning(path: Path, line: int, code: str, value: str, message: str) -> Finding:
    """Make a finding that a person should look at, and that stops nothing."""
    return Finding(path, line, Severity.WARNING, code, shown(value), message)


def question(path: Path, line: int, code: str, value: str, message: str) -> Finding:
    """Make a finding that may be nothing, for a person to answer."""
    return Finding(path, line, Severity.QUESTION, code, shown(value), message)


def shown(value: str) -> str:
    """Return a value fit for a message: cut at 80 code points, invisible characters spelled out.

    A terminal would obey a bidirectional control or an escape sequence; here they are only named.

    >>> shown("a" + chr(0x202E) + "b")
    'a\\\\u202eb'
    """
    cut = value if len(value) <= _SHOWN else value[: _SHOWN - 1] + "…"
    return "".join(c if c.isprintable() else ascii(c)[1:-1] for c in cut)


class FaultyGazetteer(ValueError):
    """A gazetteer that cannot be used; `findings` holds every error, the message the first 50."""

    def __init__(self, findings: Iterable[Finding]) -> None:
        """Keep the findings and make one line of the message for each."""
        self.findings = tuple(findings)
        count = len(self.findings)
        lines = [f"{count} {'fault' if count == 1 else 'faults'} in the gazetteer:"]
        lines += [
            f"{f.path.as_posix()}:{f.line}: '{f.value}': {f.message}"
            for f in self.findings[:_LISTED]
        ]
        if count > _LISTED:
            lines.append(f"... and {count - _LISTED} more")
        super().__init__("\n".join(lines))

    def __reduce__(self) -> tuple[type["FaultyGazetteer"], tuple[tuple[Finding, ...]]]:
        """Let the exception cross a process boundary with its findings."""
        return type(self), (self.findings,)


def errors_of(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings that are errors, in their order."""
    return [finding for finding in findings if finding.severity is Severity.ERROR]
