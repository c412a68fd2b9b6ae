"""The entry point as a process: encodings, pipes, signals, and what it imports."""

import os
import signal
import subprocess
import sys
import time
from importlib.metadata import version
from pathlib import Path

import pytest

ARABIC = "\u0645\u0635\u0637\u0641\u0649"  # مصطفى
START = [sys.executable, "-c", "from nisba.cli import main; main()"]
# The same with a resolver that is ready at once: pipes and signals do not care which it is.
STANDIN = """
import importlib, sys
sys.path.insert(0, sys.argv.pop(1))
from batch.standin import StandIn
from nisba.cli import main
importlib.import_module("nisba.cli.resolve")._resolver = lambda *_: StandIn()
main()
"""
START_STANDIN = [sys.executable, "-c", STANDIN, str(Path(__file__).parents[1])]


def run(*words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run nisba as a process of its own."""
    return subprocess.run(
        [*START, *words], capture_output=True, env={**os.environ, **environment}, check=False
    )


def test_version_is_that_of_the_package() -> None:
    """`nisba --version` prints name and version."""
    assert run("--version").stdout.decode() == f"nisba {version('nisba')}\n"


@pytest.mark.parametrize("words", [["nosuch"], ["compare", "one"], ["resolve", "x.csv"]])
def test_wrong_use_is_told_with_status_2(words: list[str]) -> None:
    """A word that is missing or unknown gives usage on stderr, and status 2."""
    result = run(*words)
    assert (result.returncode, result.stdout) == (2, b"")
    assert b"Usage: nisba" in result.stderr


def test_output_is_utf8_whatever_the_locale() -> None:
    """Arabic goes in and comes out as UTF-8 where the locale knows ASCII alone."""
    result = run("parse", ARABIC, LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    assert result.returncode == 0, result.stderr
    assert ARABIC.encode() in result.stdout


def test_a_closed_pipe_is_passed_over(tmp_path: Path) -> None:
    """A reader that goes away early sees no traceback."""
    source = tmp_path / "people.csv"
    source.write_text("name\n" + "\n" * 3 + "Ali\n" * 100_000, encoding="utf-8")
    command = [*START_STANDIN, "resolve", str(source), "--column", "name", "-o", "-"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert b"Traceback" not in process.stderr.read()
        assert process.wait(60) != 0


def _heeding_ctrl_c() -> None:
    """Listen to SIGINT, which a shell lets its background jobs ignore, and they their children."""
    signal.signal(signal.SIGINT, signal.default_int_handler)


def test_ctrl_c_keeps_what_is_done(tmp_path: Path) -> None:
    """An interrupt gives status 130, no half-written file, and a word on how to go on."""
    source, target = tmp_path / "people.csv", tmp_path / "out.csv"
    names = "".join(f"Ali {chr(97 + i % 26)}{chr(97 + i // 26 % 26)}{i}\n" for i in range(500_000))
    source.write_text(f"name\n{names}", encoding="utf-8")
    command = [*START_STANDIN, "resolve", str(source), "--column", "name", "-o", str(target)]
    journal = tmp_path / ".out.csv.parts" / "journal"
    with subprocess.Popen(command, stderr=subprocess.PIPE, preexec_fn=_heeding_ctrl_c) as process:
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline and process.poll() is None and not journal.exists():
            time.sleep(0.005)
        process.send_signal(signal.SIGINT)
        try:
            _, said = process.communicate(timeout=60)
        finally:
            process.kill()
    assert process.returncode == 130, said
    kept = f"nisba: {target}: what is done is kept: --resume goes on with it"
    assert said.decode().splitlines() == [kept, "nisba: interrupted"]
    assert sorted(tmp_path.iterdir()) == [journal.parent, source]


def test_comparing_waits_for_no_table_library() -> None:
    """`nisba compare` imports neither pandas nor rich."""
    code = (
        "import sys; from nisba.cli import cli; "
        "cli(['compare', 'Ali', 'Aly'], standalone_mode=False); "
        "sys.exit(bool({'pandas', 'rich', 'clevercsv'} & set(sys.modules)))"
    )
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, check=False)
    assert result.returncode == 0, result.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("words", [["schemes"], ["resolve", "-", "--column", "name", "-o", "-"]])
def test_a_full_disk_is_told_of(words: list[str]) -> None:
    """Standard output may be a file that cannot grow: one line says so, and status 2."""
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [*START_STANDIN, *words], input=b"name\nAli\n", stdout=full, stderr=subprocess.PIPE,
            check=False,
        )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr.endswith(b"No space left on device\n")
    assert done.stderr.count(b"\n") == 1
