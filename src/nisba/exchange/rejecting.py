"""The file of what an import sets aside: file, line, reason and the record as it stands."""

import csv
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import Any

from nisba.batch.cells import harmless
from nisba.batch.outputs import replacing
from nisba.batch.rows import LONGEST_RAW
from nisba.exchange.entries import Rejected

COLUMNS = ("file", "line", "reason", "record")


class Aside:
    """Writes rejects to a CSV file, which is there only if there are any.

    A file of an earlier import is replaced, or taken away: it would say what is no longer so.
    """

    def __init__(self, path: Path) -> None:
        """Begin with none."""
        self._path = path
        self._stack = ExitStack()
        self._writer: Any = None

    def __enter__(self) -> "Aside":
        """Give itself."""
        return self

    def add(self, rejected: Rejected) -> None:
        """Set one record aside."""
        if self._writer is None:
            file = self._stack.enter_context(replacing(self._path))
            self._writer = csv.writer(file)
            self._writer.writerow(COLUMNS)
        fault = rejected.fault
        raw = rejected.raw.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
        cells = (fault.path, fault.line, fault.message, harmless(raw[:LONGEST_RAW]))
        self._writer.writerow(cells)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Give the file its name; with an exception it is as if there had been no import."""
        self._stack.__exit__(kind, fault, trace)
        if kind is None and self._writer is None:
            self._path.unlink(missing_ok=True)
