"""`python -m benchmarks.quality --data DIR`: nisba and its peers on the same questions.

Prints the tables of docs/benchmarks.md. Every system gets the same queries in one run. The figures
come from the tables and the seed alone; the speeds are a guide.
"""

import argparse
import sys
from collections.abc import Iterable, Iterator
from importlib.util import find_spec
from pathlib import Path

from benchmarks.quality.asking import OURS, answers, scores
from benchmarks.quality.pairs import pairs
from benchmarks.quality.peers import PEERS, Scorer
from benchmarks.quality.report import listed, matched, paired
from benchmarks.quality.sections import PAIRS, SECTIONS
from benchmarks.quality.tables import FILES, evenly
from nisba._pipes import reader_may_leave

_KNOWN = (OURS, *PEERS)
_SHORT_LISTS = ("sklearn", "anyascii")
"""What choosing the short lists takes."""


def main() -> None:
    """Ask everybody everything, and print a section a task."""
    options = _options()
    ours_too = OURS in options.peers
    scorers = dict(_loaded(peer for peer in options.peers if peer != OURS))
    if scorers and not all(map(find_spec, _SHORT_LISTS)):
        sys.exit("benchmarks.quality: peers need short lists: pip install -e '.[bench]'")
    for section in SECTIONS:
        task = section.task(options.data, options.seed)
        task = task.some(options.queries) if options.queries else task
        found = dict(answers(section.title, task, scorers, ours_too))
        print(listed(section, task, found), flush=True, end="\n\n")
        if ours_too:
            print(matched(task, found[OURS][0]), flush=True, end="\n\n")
    asked = pairs(options.data, options.seed)
    asked = evenly(asked, options.queries) if options.queries else asked
    print(paired(asked, dict(scores(PAIRS.title, asked, scorers, ours_too))))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.quality", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the name tables")
    parser.add_argument("--peers", default=",".join(_KNOWN), help=f"of {', '.join(_KNOWN)}")
    parser.add_argument("--queries", type=int, help="at most so many a task, for a quick look")
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    options.peers = options.peers.split(",")
    unknown = [peer for peer in options.peers if peer not in _KNOWN]
    if unknown:
        parser.error(f"--peers {','.join(unknown)}: known are {', '.join(_KNOWN)}")
    if options.queries is not None and options.queries < 1:
        parser.error(f"--queries {options.queries}: at least one must ask")
    missing = [name for name in FILES if not (options.data / name).is_file()]
    if missing:
        parser.error(f"{options.data}: no {', '.join(missing)}: name the folder with --data")
    return options


def _loaded(peers: Iterable[str]) -> Iterator[tuple[str, Scorer]]:
    """The peers whose libraries are there, by their names; a line about each of the others."""
    for peer in peers:
        name, load = PEERS[peer]
        try:
            yield name, load()
        except ImportError as fault:
            print(f"benchmarks.quality: {peer} is left out: {fault}", file=sys.stderr)


if __name__ == "__main__":
    with reader_may_leave():
        main()
