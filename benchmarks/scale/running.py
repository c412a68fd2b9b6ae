"""Running one command as a process of its own: seconds, peak memory, a limit of time.

Memory is that of the process and all that it starts, each shared page counted once, looked at five
times a second; and of a single process its own high-water mark. Where the system does not tell
these (it is not Linux), the largest process counts.
"""

import os
import signal
import subprocess
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

_EVERY = 0.2
"""Seconds between two looks."""
_KEPT = 2000
"""Characters of what a failed command said last."""


@dataclass(frozen=True, slots=True)
class Run:
    """What a command cost: seconds, peak memory in MB; `fault` says why it did not finish."""

    seconds: float
    peak: float
    fault: str = ""


def run(command: Sequence[str], limit: float, said: Path) -> Run:
    """Run a command, at most `limit` seconds long; what it prints goes to the file `said`."""
    start = time.perf_counter()
    with said.open("wb") as sink:
        child = subprocess.Popen(
            command,
            stdout=sink,
            stderr=subprocess.STDOUT,
            stdin=subprocess.DEVNULL,
            start_new_session=True,
        )
    most, late = 0.0, False
    while True:
        pid, status, used = os.wait4(child.pid, os.WNOHANG)
        if pid:
            break
        pids = list(_family(child.pid))
        most = max(most, sum(map(_shared_out, pids)), *map(_high_water, pids))
        if time.perf_counter() - start > limit and not late:
            late = True
            os.killpg(child.pid, signal.SIGKILL)
        time.sleep(_EVERY)
    seconds = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    # What wait4 tells includes the memory of this process, of which the child is a fork.
    peak = most or used.ru_maxrss / 1024
    if late:
        return Run(seconds, peak, f"did not finish in {limit:,.0f} s")
    if child.returncode == -signal.SIGKILL:
        return Run(seconds, peak, "was killed: out of memory")
    if child.returncode:
        tail = said.read_text(encoding="utf-8", errors="replace")[-_KEPT:].strip()
        return Run(seconds, peak, f"status {child.returncode}: {tail}")
    return Run(seconds, peak)


def _family(pid: int) -> Iterator[int]:
    """A process and all that it started, as far as the system tells."""
    yield pid
    for listed in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            children = listed.read_text().split()
        except OSError:
            continue  # it has just ended
        for child in children:
            yield from _family(int(child))


def _shared_out(pid: int) -> float:
    """MB of a process, with its part of the pages that it shares."""
    return _told(Path(f"/proc/{pid}/smaps_rollup"), "Pss:")


def _high_water(pid: int) -> float:
    """The most MB that a process has had."""
    return _told(Path(f"/proc/{pid}/status"), "VmHWM:")


def _told(path: Path, field: str) -> float:
    """A figure in MB that the system tells of a process; 0 where it does not."""
    try:
        lines = path.read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith(field)) / 1024
