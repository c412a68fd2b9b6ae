"""How far a long piece of work is: the one progress bar of the commands."""

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress

_PATIENCE = 2.0


class Bar:
    """A progress bar on stderr, for work over two seconds, if somebody sits there to see it.

    `doing` is the word before the bar; `total` is the whole of the work, in any unit. Time left is
    told from the pace so far, and rows a second where rows are counted.
    """

    def __init__(self, doing: str, total: int, *, hidden: bool = False) -> None:
        """Begin to count the seconds; nothing is shown yet."""
        self._doing, self._total = doing, total
        self._hidden = hidden or not sys.stderr.isatty()
        self._began = time.monotonic()
        self._bar: Progress | None = None
        self._first: tuple[float, int] | None = None

    def __enter__(self) -> "Bar":
        """Give the bar itself."""
        return self

    def move(self, done: int, rows: int | None = None) -> None:
        """Show how far the work is, in the unit of the total, and how many rows that is."""
        now = time.monotonic()
        if self._first is None and rows is not None:
            # What an earlier run has done says nothing of the pace of this one.
            self._first = now, rows
        if self._hidden or now - self._began < _PATIENCE:
            return
        if self._bar is None:
            self._bar = _bar(self._doing, self._total)
        self._bar.update(self._bar.task_ids[0], completed=done, pace=self._pace(now, rows))

    def _pace(self, now: float, rows: int | None) -> str:
        if self._first is None or rows is None or now <= self._first[0]:
            return ""
        return f"{(rows - self._first[1]) / (now - self._first[0]):,.0f} rows/s"

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.stop()


def _bar(doing: str, total: int) -> "Progress":
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TaskProgressColumn, TextColumn
    from rich.progress import TimeRemainingColumn as TimeLeft

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TaskProgressColumn(),
        TextColumn("{task.fields[pace]}"),
        TimeLeft(compact=True),
    )
    bar = Progress(*columns, console=Console(stderr=True), transient=True)
    # Where the whole is not known, a bar that runs to and fro says that work goes on.
    bar.add_task(doing, total=total or None, pace="")
    bar.start()
    return bar
