"""Processes that are measured, and the contest over them."""

import doctest
import importlib
import pkgutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

import benchmarks.scale
from benchmarks.scale.contest import (
    TOOLS,
    Chosen,
    Ground,
    Result,
    measure,
    save,
    saved,
)
from benchmarks.scale.elements import elements
from benchmarks.scale.lists import write_lists
from benchmarks.scale.report import END, START, tables, write
from benchmarks.scale.running import run
from benchmarks.scale.spelled import Made

MODULES = [
    name
    for _, name, _ in pkgutil.walk_packages(benchmarks.scale.__path__, "benchmarks.scale.")
    if not name.endswith("__main__")
]


@pytest.fixture(scope="module")
def ground(registers: Path, tmp_path_factory: pytest.TempPathFactory) -> Ground:
    """The files of a size that takes no time."""
    folder = tmp_path_factory.mktemp("ground")
    about = write_lists(folder, elements(registers), Made(), rows=60, identities=40, seed=3)
    return Ground(folder, about, folder / "work", 120.0, {})


@pytest.mark.parametrize("name", MODULES)
def test_examples_run(name: str) -> None:
    """The examples in the docstrings say what comes out."""
    assert doctest.testmod(importlib.import_module(name)).failed == 0


@pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="the system does not tell")
def test_memory_is_that_of_all_processes(tmp_path: Path) -> None:
    """What a process and its child hold at once is added up."""
    code = (
        "import subprocess, sys, time; mine = bytearray(60 << 20); hold = sys.argv[1] == '1'\n"
        "other = subprocess.Popen([sys.executable, '-c', sys.argv[2], '0', '']) if hold else None\n"
        "time.sleep(1.5)"
    )
    spent = run([sys.executable, "-c", code, "1", code], 30, tmp_path / "said")
    assert not spent.fault
    assert 120 < spent.peak < 400


def test_who_takes_too_long_is_ended(tmp_path: Path) -> None:
    """The limit is kept, and the fault says so."""
    spent = run([sys.executable, "-c", "import time; time.sleep(60)"], 0.5, tmp_path / "said")
    assert spent.seconds < 20
    assert spent.fault == "did not finish in 0 s"


def test_who_fails_says_why(tmp_path: Path) -> None:
    """The fault has the status, and the last words."""
    spent = run([sys.executable, "-c", "import sys; sys.exit('no luck')"], 30, tmp_path / "said")
    assert spent.fault == "status 1: no luck"


def test_nisba_is_run_by_its_command(ground: Ground) -> None:
    """Its answers are judged, its building is told apart, and a result comes back from its file."""
    result = measure(TOOLS["nisba-default"], ground, Chosen())
    assert not result.fault
    assert result.figures is not None
    assert result.figures.precision > 0.8
    assert 0 < result.build <= result.seconds
    kept = ground.folder / "kept.json"
    save(result, kept)
    assert saved(kept) == result


def test_a_floor_has_costs_and_no_figures(ground: Ground) -> None:
    """Copying the rows answers nothing."""
    result = measure(TOOLS["read-write"], ground, Chosen())
    assert (result.fault, result.figures, result.asked) == ("", None, 60)


def test_a_library_that_is_missing_is_a_fault(ground: Ground, tmp_path: Path) -> None:
    """The run goes on without it, and the fault names it."""
    python = tmp_path / "python"
    python.write_text(f'#!/bin/sh\nexec {sys.executable} -S "$@"\n')
    python.chmod(0o755)
    bare = replace(ground, pythons={"splink": str(python)})
    assert "ModuleNotFoundError" in measure(TOOLS["splink"], bare, Chosen()).fault


def test_tables_stand_between_their_marks(ground: Ground, tmp_path: Path) -> None:
    """What stood there before is replaced, the rest of the page is kept; no marks are an error."""
    done = Result("splink", 60, 40, 60, 3.0, 1.0, 99.0)
    late = Result("recordlinkage", 60, 40, 60, 9.0, 0.0, 50.0, fault="did not finish in 9 s")
    text = tables([late, done], [ground.about])
    assert text.index("| splink 5") < text.index("did not finish in 9 s")
    page = tmp_path / "page.md"
    page.write_text(f"before\n{START}\nold\n{END}\nafter\n")
    write(page, text)
    assert page.read_text().startswith(f"before\n{START}\n\n#### 60 rows against 40 identities")
    assert page.read_text().endswith(f"{END}\nafter\n")
    assert "old" not in page.read_text()
    page.write_text("no marks")
    with pytest.raises(ValueError, match=r"page\.md: no lines"):
        write(page, text)


def test_only_some_rows_asked_are_marked(ground: Ground) -> None:
    """Seconds that are reckoned from some rows carry a sign, those that were spent carry none."""
    some = Result("rapidfuzz-wratio", 60, 40, 10, 5.0, 2.0, 99.0)
    assert "| ≈ 20 | ≈ 5.0 | 2.0 |" in tables([some], [ground.about])
    assert "≈" not in tables([replace(some, asked=60)], [ground.about])


def test_a_run_goes_on_where_it_stopped(registers: Path, tmp_path: Path) -> None:
    """What has a result is not run again, and the tables are printed from what is kept."""
    command = [sys.executable, "-m", "benchmarks.scale", "--rows", "50", "--identities", "40"]
    command += ["--data", str(registers), "--out", str(tmp_path), "--peers", "read-write"]
    outputs = [
        subprocess.run(command, capture_output=True, text=True, check=True) for _ in range(2)
    ]
    assert "read-write: " in outputs[0].stderr
    assert "read-write: " not in outputs[1].stderr
    assert outputs[0].stdout == outputs[1].stdout
    assert "| floor: Python reads and writes the rows |" in outputs[0].stdout
