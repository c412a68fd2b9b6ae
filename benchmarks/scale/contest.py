"""Who takes part, and how each is run: the command, what it answered, what it cost.

nisba is run as its users run it, by its command; the others by `answering`. A tool's setting (its
knob, or the score from which its answers count) is chosen on a small list of another seed.
"""

import csv
import json
import os
import platform
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from benchmarks.scale import judging
from benchmarks.scale.judging import EVERYTHING, Figures, Found
from benchmarks.scale.lists import About
from benchmarks.scale.running import Run, run

RESOLVE, DEDUPE, FLOOR = "resolve", "dedupe", "floor"
_OUT = "out.csv"


@dataclass(frozen=True, slots=True)
class Tool:
    """One who takes part. `knobs` are the settings to choose from, `some` the most rows asked."""

    name: str
    title: str
    task: str
    knobs: tuple[str, ...] = ()
    some: int | None = None
    ours: tuple[str, ...] = ()
    """Arguments of the `nisba` command, for nisba itself."""
    scored: bool = True
    """Whether its answers have scores to choose a threshold from."""


_RATES = ("0.01", "0.02", "0.05", "0.1", "0.2")
_ALIKE = ("0.6", "0.7", "0.8", "0.9")
_LIKELY = ("0.5", "0.9", "0.99", "0.999", "0.9999")
TOOLS = {
    tool.name: tool
    for tool in (
        Tool("nisba", "nisba", RESOLVE, _RATES, ours=("resolve",), scored=False),
        Tool("nisba-default", "nisba, as it comes", RESOLVE, ours=("resolve",), scored=False),
        Tool(
            "nisba-one-core",
            "nisba, one core",
            RESOLVE,
            _RATES,
            None,
            ("resolve", "--jobs", "1"),
            False,
        ),
        Tool("splink", "splink 5 on DuckDB", RESOLVE),
        Tool("string-grouper", "string-grouper", RESOLVE),
        Tool("recordlinkage", "recordlinkage", RESOLVE),
        Tool("rapidfuzz-cdist", "rapidfuzz cdist, WRatio, all cores", RESOLVE, some=2000),
        Tool("rapidfuzz-wratio", "rapidfuzz extractOne, WRatio", RESOLVE, some=500),
        Tool("rapidfuzz-token-sort", "rapidfuzz extractOne, token_sort_ratio", RESOLVE, some=500),
        Tool("duckdb-join", "floor: DuckDB, exact join", RESOLVE, scored=False),
        Tool("duckdb-copy", "floor: DuckDB reads and writes the rows", FLOOR),
        Tool("read-write", "floor: Python reads and writes the rows", FLOOR),
        Tool("nisba-dedupe", "nisba dedupe", DEDUPE, _RATES, ours=("dedupe",), scored=False),
        Tool(
            "nisba-dedupe-default",
            "nisba dedupe, as it comes",
            DEDUPE,
            ours=("dedupe",),
            scored=False,
        ),
        Tool("splink-dedupe", "splink 5 on DuckDB", DEDUPE, _LIKELY, scored=False),
        Tool("string-grouper-dedupe", "string-grouper", DEDUPE, _ALIKE, scored=False),
    )
}
"""All who can take part, in the order of the tables."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was chosen on the small list: a knob, and the score from which answers count."""

    knob: str = ""
    least: float = EVERYTHING
    f1: float = 0.0
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """One tool on the files of one size.

    `seconds` are those of the whole process, reckoned where only some rows asked; `build` are
    those before the first row is looked up; `peak` is in MB; `fault` says why there is nothing.
    """

    tool: str
    rows: int
    identities: int
    asked: int
    seconds: float
    build: float
    peak: float
    fault: str = ""
    knob: str = ""
    least: float | None = None
    figures: Figures | None = None
    recall_of: Mapping[str, Mapping[str, float]] | None = None
    machine: str = ""

    @property
    def rate(self) -> float:
        """Rows a second after the building."""
        return self.rows / max(self.seconds - self.build, 1e-9)


@dataclass(frozen=True, slots=True)
class Ground:
    """Where the files of one size are, where results go, and how long one may take."""

    folder: Path
    about: About
    work: Path
    limit: float
    pythons: Mapping[str, str]


def nothing(tool: Tool, about: About, fault: str = "") -> Result:
    """A result without figures."""
    rows = about.rows
    return Result(tool.name, rows, about.identities, rows, 0.0, 0.0, 0.0, fault, machine=machine())


def machine() -> str:
    """Cores and Python of this machine, in words."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return f"{cores} cores, Python {platform.python_version()}, {platform.system()}"


def choose(tool: Tool, ground: Ground) -> Chosen:
    """The setting with the best F1 on a small list; what is known so far where it fails there."""
    best = Chosen()
    for knob in tool.knobs or ("",):
        result, found = _answered(tool, ground, knob)
        if result.fault:
            return replace(best, knob=best.knob or knob, fault=result.fault)
        least = EVERYTHING
        if tool.scored and tool.task == RESOLVE:
            least = judging.threshold(judging.truth(ground.folder, result.asked), found)
        figures = _judged(tool, ground, result.asked, found, least)
        if figures.f1 > best.f1 or not best.f1:
            best = Chosen(knob, least, figures.f1)
    return best


def measure(tool: Tool, ground: Ground, chosen: Chosen) -> Result:
    """Run a tool on the files of one size with the setting chosen, and judge it."""
    result, found = _answered(tool, ground, chosen.knob)
    if result.fault or tool.task == FLOOR:
        return result
    if tool.ours:
        build = _building(tool, ground, chosen.knob)
        result = replace(result, build=min(build, result.seconds))
    least = None if chosen.least == EVERYTHING else chosen.least
    figures = _judged(tool, ground, result.asked, found, chosen.least)
    slices = None
    if tool.task == RESOLVE:
        known = judging.truth(ground.folder, result.asked)
        slices = judging.recall_of(known, found, chosen.least)
    return replace(result, least=least, figures=figures, recall_of=slices)


def _judged(
    tool: Tool, ground: Ground, asked: int, found: Mapping[str, Found], least: float
) -> Figures:
    if tool.task == DEDUPE:
        return judging.pairwise(ground.folder / "people.csv", found)
    return judging.figures(judging.truth(ground.folder, asked), found, least)


def _answered(tool: Tool, ground: Ground, knob: str) -> tuple[Result, dict[str, Found]]:
    """Run a tool once; its answers are empty where it failed."""
    ground.work.mkdir(parents=True, exist_ok=True)
    about = ground.about
    blank = replace(nothing(tool, about), knob=knob)
    if tool.ours:
        return _ours(tool, ground, blank)
    asked = min(tool.some or about.rows, about.rows)
    python = ground.pythons.get(tool.name.removesuffix("-dedupe"), sys.executable)
    command = [python, "-m", "benchmarks.scale.answering", tool.name]
    command += [str(ground.folder), str(ground.work)]
    command += ["--some", str(asked)] if tool.some else []
    command += ["--knob", knob] if knob else []
    spent = run(command, ground.limit, ground.work / "said.txt")
    if spent.fault:
        return _failed(blank, spent), {}
    marks = json.loads((ground.work / "marks.json").read_text())
    build = marks.get("build", 0.0)
    asking = marks["end"] - build
    seconds = spent.seconds + asking * (about.rows / asked - 1)
    result = replace(
        blank,
        asked=asked,
        seconds=seconds,
        build=seconds - asking * about.rows / asked,
        peak=spent.peak,
    )
    answers = ground.work / "answers.csv"
    return result, judging.answers(answers) if tool.task != FLOOR else {}


def _ours(tool: Tool, ground: Ground, blank: Result) -> tuple[Result, dict[str, Found]]:
    """Run the `nisba` command on the whole file."""
    spent = _commanded(tool, ground, blank.knob, _source(tool, ground))
    if spent.fault:
        return _failed(blank, spent), {}
    column = "nisba_cluster" if tool.task == DEDUPE else "nisba_id"
    with (ground.work / _OUT).open(encoding="utf-8-sig", newline="") as lines:
        table = csv.DictReader(lines)
        found = {line["row"]: Found(line[column], 1.0) for line in table if line[column]}
    return replace(blank, seconds=spent.seconds, peak=spent.peak), found


def _building(tool: Tool, ground: Ground, knob: str) -> float:
    """Seconds that the `nisba` command takes for a single row: all but the looking up."""
    single = ground.work / "single.csv"
    with _source(tool, ground).open(encoding="utf-8") as lines:
        single.write_text(next(lines) + next(lines), encoding="utf-8")
    return _commanded(tool, ground, knob, single).seconds


def _source(tool: Tool, ground: Ground) -> Path:
    return ground.folder / ("people.csv" if tool.task == DEDUPE else "rows.csv")


def _commanded(tool: Tool, ground: Ground, knob: str, source: Path) -> Run:
    name, *more = tool.ours
    command = [sys.executable, "-m", "nisba", name, str(source), "--column", "name", *more]
    command += ["--max-error", knob] if knob else []
    if tool.task == RESOLVE:
        command += ["--against", str(ground.folder / "identities.csv")]
    command += ["-o", str(ground.work / _OUT), "--overwrite"]
    return run(command, ground.limit, ground.work / "said.txt")


def _failed(blank: Result, spent: Run) -> Result:
    return replace(blank, seconds=spent.seconds, peak=spent.peak, fault=spent.fault)


def save(result: Result | Chosen, path: Path) -> None:
    """Keep a result as JSON."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(asdict(result), indent=1, ensure_ascii=False), encoding="utf-8")


def saved(path: Path) -> Result:
    """A result that was kept."""
    told = json.loads(path.read_text(encoding="utf-8"))
    if told["figures"]:
        told["figures"] = Figures(*told["figures"])
    return Result(**told)


def saved_choice(path: Path) -> Chosen:
    """A choice that was kept."""
    return Chosen(**json.loads(path.read_text(encoding="utf-8")))
