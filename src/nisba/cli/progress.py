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

    `doing` is the word before the bar; `total` is the whole of the work, in any unit.
    """

    def __init__(self, doing: str, total: int, *, hidden: bool = False) -> None:
        """Begin to count the seconds; nothing is shown yet."""
        self._doing, self._total = doing, total
        self._hidden = hidden or not sys.stderr.isatty()
        self._began = time.monotonic()
        self._bar: Progress | None = None

    def __enter__(self) -> "Bar":
        """Give the bar itself."""
        return self

    def move(self, done: int) -> None:
        """Show how far the work is, in the unit of the total."""
        if self._hidden or time.monotonic() - self._began < _PATIENCE:
            return
        if self._bar is None:
            from rich.console import Console
            from rich.progress import Progress

            self._bar = Progress(console=Console(stderr=True), transient=True)
            self._bar.add_task(self._doing, total=self._total)
            self._bar.start()
        self._bar.update(self._bar.task_ids[0], completed=done)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.stop()
