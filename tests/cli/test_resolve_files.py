"""Files of `nisba resolve` and its like: formats, two lists, resuming, dry runs, processes."""

import io
import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from nisba.cli import cli

LIST = "id,name\nk,Mustafa al-Kadhimi|al-Kazimi\na,Hadi al-Amiri\ns,Muqtada al-Sadr\n"
NAMES = ("al-Kadhemi", "Mustafa Kazimi", "Moqtada Sadr", "Hadi Ameri", "Smith")


def run(*words: str | Path, stdin: bytes | None = None) -> Result:
    """Run nisba."""
    return CliRunner().invoke(cli, list(map(str, words)), input=stdin, prog_name="nisba")


@pytest.fixture
def against(tmp_path: Path) -> list[str]:
    """The words that name a list of three persons."""
    listed = tmp_path / "list.csv"
    listed.write_text(LIST, encoding="utf-8")
    return ["--column", "name", "--against", str(listed), "--against-separator", "|"]


def people(folder: Path, rows: int, name: str = "people.csv") -> Path:
    """Write a file of some rows."""
    path = folder / name
    text = "".join(f"{NAMES[i % len(NAMES)]}\n" for i in range(rows))
    path.write_text(f"name\n{text}", encoding="utf-8")
    return path


def test_any_format_goes_in_and_comes_out(tmp_path: Path, against: list[str]) -> None:
    """JSON lines from Parquet from CSV, each by its name, and each with the same answers."""
    source = people(tmp_path, 5)
    target = tmp_path / "out.jsonl.gz"
    assert run("romanize", source, "--column", "name", "-o", tmp_path / "a.parquet").exit_code == 0
    assert run("resolve", tmp_path / "a.parquet", *against, "-o", target).exit_code == 0
    result = run("resolve", source, *against, "-o", "-", "--output-format", "jsonl")
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert [row["nisba_id"] for row in rows] == ["k", "k", "s", "a", None]


def test_standard_input_is_a_file(tmp_path: Path, against: list[str]) -> None:
    """A hyphen reads it; --format says what it is where its bytes do not."""
    lines = b'{"name": "Moqtada Sadr", "n": 1}\n'
    result = run("resolve", "-", *against, "-o", "-", "--format", "jsonl", stdin=lines)
    assert result.exit_code == 0, result.stderr
    assert json.loads(result.stdout)["nisba_id"] == "s"
    assert result.stderr.startswith("nisba: <stdin>: 1 rows: 1 matched")


def test_a_format_that_nobody_knows_is_told(tmp_path: Path, against: list[str]) -> None:
    """With the words that would do."""
    result = run("resolve", people(tmp_path, 1), *against, "-o", "-", "--format", "xlsx")
    assert result.exit_code == 2
    known = "write csv, tsv, jsonl, parquet, with .gz or .zst behind it"
    assert result.stderr == f"nisba: 'xlsx': no such format: {known}\n"


def test_one_to_one_gives_each_identity_once(tmp_path: Path, against: list[str]) -> None:
    """The shorter name of al-Kadhimi loses against the whole one."""
    source = people(tmp_path, 5)
    result = run("resolve", source, *against, "-o", "-", "--one-to-one")
    assert result.exit_code == 0, result.stderr
    first, second = result.stdout.splitlines()[1:3]
    assert first.startswith("al-Kadhemi,none,,,,")
    assert first.endswith("One to one: k went to line 3.")
    assert second.startswith("Mustafa Kazimi,match,k,")
    assert "3 matched, 0 ambiguous, 2 nobody" in result.stderr


def test_a_dry_run_writes_nothing(tmp_path: Path, against: list[str]) -> None:
    """It needs no output, and says what the whole file would give."""
    source = people(tmp_path, 2_000)
    before = sorted(tmp_path.iterdir())
    result = run("resolve", source, *against, "--dry-run", "--jobs", "2")
    assert (result.exit_code, result.stdout) == (0, "")
    first, second = result.stderr.splitlines()
    assert first.startswith(f"nisba: {source}: the first 1,000 rows: 800 matched, 0 ambiguous")
    assert "2,000 rows in all, about 0 rejected, about " in second
    assert second.endswith("with --jobs 2; nothing was written")
    assert sorted(tmp_path.iterdir()) == before


def test_without_an_output_there_is_no_run(tmp_path: Path, against: list[str]) -> None:
    """Only a dry run does without."""
    result = run("resolve", people(tmp_path, 1), *against)
    assert result.exit_code == 2
    assert "Missing option '-o'" in result.stderr


def test_processes_write_what_one_does(tmp_path: Path, against: list[str]) -> None:
    """The real resolver, in this process and in three."""
    source = people(tmp_path, 3_000)
    for jobs in ("1", "3"):
        result = run("resolve", source, *against, "--jobs", jobs, "-o", tmp_path / f"{jobs}.csv")
        assert result.exit_code == 0, result.stderr
    assert (tmp_path / "1.csv").read_bytes() == (tmp_path / "3.csv").read_bytes()


def test_a_run_that_was_cut_off_goes_on(tmp_path: Path, against: list[str]) -> None:
    """Killed, told of, resumed: the output is that of an uninterrupted run."""
    source, target = people(tmp_path, 60_000), tmp_path / "out.csv"
    words = ["resolve", str(source), *against, "-o", str(target)]
    start = [sys.executable, "-c", "from nisba.cli import main; main()"]
    journal = tmp_path / ".out.csv.parts" / "journal"
    with subprocess.Popen([*start, *words], stderr=subprocess.PIPE) as process:
        while process.poll() is None and not journal.exists():
            time.sleep(0.01)
        process.send_signal(signal.SIGKILL)
        process.wait()
    assert not target.exists()
    refused = run(*words)
    assert refused.exit_code == 2
    assert "out.csv: an unfinished run is there: --resume goes on, --overwrite begins anew" in (
        refused.stderr
    )
    other = run(*words, "--resume", "--max-error", "0.2")
    assert other.exit_code == 2
    assert "cannot resume: --max-error changed since" in other.stderr
    assert run(*words, "--resume", "--jobs", "1").exit_code == 0
    whole = tmp_path / "whole.csv"
    assert run("resolve", source, *against, "-o", whole).exit_code == 0
    assert target.read_bytes() == whole.read_bytes()
    assert not journal.parent.exists()


def test_texts_go_through_the_same_doors(tmp_path: Path) -> None:
    """`nisba arabize` reads and writes the formats that `nisba resolve` does, and types too."""
    lines = b'{"name": "Mustafa", "n": 1}\n{"name": null}\n'
    words = ("--column", "name", "-o", "-", "--format", "jsonl")
    result = run("arabize", "-", *words, stdin=lines)
    assert result.exit_code == 0, result.stderr
    first, second = map(json.loads, io.StringIO(result.stdout))
    assert first["n"] == 1
    assert 0 < first["nisba_probability"] <= 1
    assert second["nisba_arabic"] is None
