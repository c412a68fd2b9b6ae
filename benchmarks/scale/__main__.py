"""`python -m benchmarks.scale`: large lists, nisba and its peers on the same files in one run.

Files, answers and results are kept in --out: what is there already is not made again, so that a
run goes on where it stopped, and --tables prints the tables without running anybody. A tool's
setting is chosen on a small list of another seed.
"""

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path

from benchmarks.scale import contest
from benchmarks.scale.contest import DEDUPE, FLOOR, TOOLS, Chosen, Ground, Result, Tool
from benchmarks.scale.curve import draw
from benchmarks.scale.elements import TABLE, Elements, elements
from benchmarks.scale.lists import About, write_lists
from benchmarks.scale.report import tables, write
from benchmarks.scale.spelled import Made
from nisba._pipes import reader_may_leave

_SMALL = (5_000, 10_000)
"""Rows and identities of the list on which settings are chosen."""


def main() -> None:
    """Make the files, run everybody, print the tables."""
    options = _options()
    if not options.tables:
        _run(options)
    results, abouts = _kept(options.out)
    text = tables(results, abouts)
    print(text)
    if options.page:
        write(options.page, text)
    if options.curve:
        draw(results, options.curve)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scale", description=__doc__)
    parser.add_argument("--rows", default="10000", help="sizes of the file of rows, by commas")
    parser.add_argument("--identities", default="10000", help="sizes of the list, by commas")
    parser.add_argument("--peers", default=",".join(TOOLS), help=f"of {', '.join(TOOLS)}")
    parser.add_argument("--data", type=Path, help=f"folder of {TABLE}, who spells the names")
    parser.add_argument("--out", type=Path, default=Path("out/scale"), help="folder of all files")
    parser.add_argument("--limit", type=float, default=1800, help="seconds that one may take")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument(
        "--python", action="append", default=[], metavar="TOOL=PATH", help="its own interpreter"
    )
    parser.add_argument("--again", action="store_true", help="run who has a result already")
    parser.add_argument("--lists", action="store_true", help="make the files, and run nobody")
    parser.add_argument("--tables", action="store_true", help="run nobody, print what is kept")
    parser.add_argument("--page", type=Path, help="page to write the tables into")
    parser.add_argument("--curve", type=Path, help="SVG file to draw the cost curve into")
    options = parser.parse_args()
    options.peers = options.peers.split(",")
    if unknown := [peer for peer in options.peers if peer not in TOOLS]:
        parser.error(f"--peers {','.join(unknown)}: known are {', '.join(TOOLS)}")
    try:
        options.rows = [int(n) for n in options.rows.split(",")]
        options.identities = [int(n) for n in options.identities.split(",")]
    except ValueError as fault:
        parser.error(f"--rows, --identities: {fault}")
    if min(options.rows + options.identities) < 10:
        parser.error("--rows, --identities: at least 10")
    if options.data and not (options.data / TABLE).is_file():
        parser.error(f"--data {options.data}: no {TABLE}")
    if wrong := [word for word in options.python if "=" not in word]:
        parser.error(f"--python {wrong[0]}: write TOOL=PATH")
    options.python = dict(word.split("=", 1) for word in options.python)
    return options


def _run(options: argparse.Namespace) -> None:
    told = elements(options.data)
    made = Made(options.out / "made.json")
    sizes = [(r, i) for i in options.identities for r in options.rows]
    grounds = [_ground(options, told, made, r, i, options.seed, f"{r}x{i}") for r, i in sizes]
    if options.lists:
        return

    def small() -> Ground:
        return _ground(options, told, made, *_SMALL, options.seed + 1, "small")

    dead: list[Result] = []
    absent: set[str] = set()
    for ground in grounds:
        for tool in map(TOOLS.__getitem__, options.peers):
            kept = options.out / "results" / ground.folder.name / f"{tool.name}.json"
            if tool.task == DEDUPE and ground.about.identities != options.identities[0]:
                continue  # the list with doubles has nothing to do with the identities
            if tool.name in absent:
                continue
            if kept.exists() and not options.again:
                result = contest.saved(kept)
            elif any(_covers(fault, tool, ground.about) for fault in dead):
                result = contest.nothing(tool, ground.about, "not tried: failed on a smaller list")
            else:
                result = contest.measure(tool, ground, _chosen(tool, small, options))
                _say(
                    tool, ground, result.fault or f"{result.seconds:,.1f} s, {result.peak:,.0f} MB"
                )
            if "ModuleNotFoundError" in result.fault:
                absent.add(tool.name)  # left out of the tables; a later run can make up for it
                continue
            if result.fault:
                dead.append(result)
            contest.save(result, kept)


def _covers(fault: Result, tool: Tool, about: About) -> bool:
    """Whether a tool that failed need not be asked for so many rows and identities."""
    fewer = fault.rows <= about.rows and fault.identities <= about.identities
    return fault.tool == tool.name and fewer


def _ground(
    options: argparse.Namespace,
    told: Elements,
    made: Made,
    rows: int,
    identities: int,
    seed: int,
    name: str,
) -> Ground:
    """The files of one size, made if they are not there yet."""
    folder = options.out / "lists" / name
    if (folder / "about.json").exists():
        about = _about(folder)
    else:
        about = write_lists(folder, told, made, rows, identities, seed)
        print(f"{folder}: {about.distinct_rows:.3f} of the rows are distinct", file=sys.stderr)
    return Ground(folder, about, options.out / "work", options.limit, options.python)


def _chosen(tool: Tool, small: Callable[[], Ground], options: argparse.Namespace) -> Chosen:
    """What is best for a tool on the small list; chosen once."""
    if tool.task == FLOOR or not (tool.knobs or tool.scored):
        return Chosen()
    kept = options.out / "results" / "chosen" / f"{tool.name}.json"
    if kept.exists() and not options.again:
        return contest.saved_choice(kept)
    chosen = contest.choose(tool, small())
    if not chosen.fault:
        contest.save(chosen, kept)
    return chosen


def _kept(out: Path) -> tuple[list[Result], list[About]]:
    """All results that are kept, and what is in the lists."""
    folders = [f for f in sorted((out / "results").glob("*x*")) if f.is_dir()]
    results = [contest.saved(path) for folder in folders for path in sorted(folder.glob("*.json"))]
    return results, [_about(out / "lists" / folder.name) for folder in folders]


def _about(folder: Path) -> About:
    told = json.loads((folder / "about.json").read_text(encoding="utf-8"))
    return About(**{**told, "errors": tuple(told["errors"])})


def _say(tool: Tool, ground: Ground, what: str) -> None:
    print(f"{ground.folder.name} {tool.name}: {what}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    try:
        with reader_may_leave():
            main()
    except (ValueError, OSError) as fault:
        sys.exit(f"benchmarks.scale: {fault}")
