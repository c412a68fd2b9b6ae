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
        except SystemExit:
            print(end="", flush=True)
            raise
        # Here, and not at the interpreter's end, a closed pipe can still be passed over. `print`
        # does not mind if there is no standard output.
        print(end="", flush=True)
    except BrokenPipeError:
        # What is left goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
