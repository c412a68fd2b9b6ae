"""What a tool is asked to do, the plain form of names, and the answers it gives."""

import csv
import re
import time
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

Named = tuple[str, str]
"""An id (of an identity, or of a row) and a name."""


class Answer(NamedTuple):
    """The identity that a row gets (or its cluster), and how like it is, on the tool's scale."""

    row: str
    found: str
    score: float


@dataclass(slots=True)
class Job:
    """One list to work on: where it is, where the answers go, how many rows may ask.

    `knob` is the setting to try, as text. `marks` are the seconds at which a stage was done.
    """

    folder: Path
    out: Path
    some: int | None = None
    knob: str = ""
    marks: dict[str, float] = field(default_factory=dict)
    _start: float = field(default_factory=time.perf_counter)

    def identities(self) -> list[Named]:
        """Every id and name of the list, in its order."""
        return _read(self.folder / "identities.csv", "id")

    def rows(self) -> list[Named]:
        """The rows that ask: all, or at most `some` of them."""
        rows = _read(self.folder / "rows.csv", "row")
        return rows[: self.some] if self.some else rows

    def people(self) -> list[Named]:
        """The rows of the list with doubles."""
        return _read(self.folder / "people.csv", "row")

    def mark(self, stage: str) -> None:
        """Note that a stage is done."""
        self.marks[stage] = time.perf_counter() - self._start

    def give(self, answers: Iterable[Answer]) -> None:
        """Write the answers."""
        with (self.out / "answers.csv").open("w", encoding="utf-8", newline="") as file:
            table = csv.writer(file)
            table.writerow(Answer._fields)
            table.writerows(answers)


def _read(path: Path, column: str) -> list[Named]:
    with path.open(encoding="utf-8", newline="") as lines:
        return [(line[column], line["name"]) for line in csv.DictReader(lines)]


_WORD = re.compile(r"\w+")


def folded(name: str) -> str:
    """A name in small letters, without diacritics and punctuation, of any script.

    >>> folded("al-QAḎḎĀFĪ, Mu'ammar")
    'al qaddafi mu ammar'
    """
    letters = unicodedata.normalize("NFKD", name.casefold())
    return " ".join(_WORD.findall("".join(c for c in letters if not unicodedata.combining(c))))
