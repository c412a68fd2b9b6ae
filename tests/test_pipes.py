"""A reader of standard output may leave, whatever prints."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
START = "import sys\nfrom nisba._pipes import reader_may_leave\nwith reader_may_leave():\n    "
SCRIPTS = [
    path
    for folder in ("src", "benchmarks", "seeds", "tests/cases")
    for path in sorted((ROOT / folder).rglob("*.py"))
    if 'if __name__ == "__main__"' in (text := path.read_text(encoding="utf-8"))
    and re.search(r"^ +print\((?!.*file=sys\.stderr)", text, re.MULTILINE)
]


def status_and_errors(act: str) -> tuple[int, bytes]:
    """Run a line of Python whose reader leaves before it prints anything."""
    with subprocess.Popen(
        [sys.executable, "-c", START + act],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        assert process.stdin
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        process.stdin.close()
        return process.wait(60), process.stderr.read()


@pytest.mark.parametrize("act", ["print('a' * 1_000_000)", "print('a')", "print('a'); sys.exit(3)"])
def test_a_reader_that_left_ends_the_work_in_silence(act: str) -> None:
    """Whether much is printed or little, and however the script ends: no word, and status 1."""
    assert status_and_errors(f"sys.stdin.read(); {act}") == (1, b"")


def test_faults_are_told_all_the_same() -> None:
    """What goes wrong besides is shown with its traceback."""
    status, errors = status_and_errors("sys.stdin.read(); raise ValueError('wrong')")
    assert status == 1
    assert b"ValueError: wrong" in errors


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_scripts_let_their_readers_leave(path: Path) -> None:
    """Every script that prints goes the one way."""
    assert "with reader_may_leave():" in path.read_text(encoding="utf-8")
