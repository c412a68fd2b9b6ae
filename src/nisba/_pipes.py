"""Standard output as a pipe that its reader may leave: one way for the commands and all scripts."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def reader_may_leave() -> Iterator[None]:
    """End in silence, with status 1, when whoever reads standard output has seen enough."""
    try:
        try:
            yield
        except SystemExit as end:
            _flush(told=bool(end.code))
            raise
        _flush()
    except BrokenPipeError:
        _drop_output()
        sys.exit(1)


def _flush(*, told: bool = False) -> None:
    """Write what is left here, and not at the interpreter's end, where faults cannot be caught.

    One that was `told` before, of a full disk say, is not told again.
    """
    try:
        print(end="", flush=True)  # which does not mind if there is no standard output
    except BrokenPipeError:
        raise
    except OSError:
        if not told:
            raise
        _drop_output()


def _drop_output() -> None:
    """Let what standard output did not take go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
