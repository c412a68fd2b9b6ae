"""The command `nisba resolve`, with a resolver that stands in for the real one."""

import importlib
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from batch.standin import ARABIC, StandIn
from nisba.cli import cli


@pytest.fixture(autouse=True)
def standin(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the command find the stand-in where it builds its resolver."""
    # The package's attribute of this name is the command itself, so the module is asked for.
    module = importlib.import_module("nisba.cli.resolve")
    monkeypatch.setattr(module, "_resolver", lambda *_: StandIn())


def run(*arguments: str | Path) -> Result:
    """Run `nisba resolve` on the column `name`."""
    words = ["resolve", *map(str, arguments), "--column", "name"]
    return CliRunner().invoke(cli, words, prog_name="nisba")


def people(folder: Path, text: str) -> Path:
    """Write a file of names."""
    path = folder / "people.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_summary_counts_every_row(tmp_path: Path) -> None:
    """Rows, matched, ambiguous, nobody and rejected are on stderr, nothing is on stdout."""
    source = people(tmp_path, f"name\n{ARABIC}\nSayyid\nSmith\n")
    result = run(source, "-o", tmp_path / "out.csv")
    assert (result.exit_code, result.stdout) == (0, "")
    said = "3 rows: 1 matched, 1 ambiguous, 1 nobody, 0 rejected\n"
    assert result.stderr == f"nisba: {source}: {said}"


def test_rejected_rows_are_told_and_give_status_1(tmp_path: Path) -> None:
    """A row set aside is told with file, line and value, and where to find it."""
    source = people(tmp_path, "name,n\nal-Kadhemi,1\nSmith\n")
    result = run(source, "-o", tmp_path / "out.csv")
    assert result.exit_code == 1
    first, last = result.stderr.splitlines()
    assert first == f"nisba: {source}:3: 'Smith': too few fields: 1 where the header has 2"
    assert last.endswith(f"1 rejected (see {tmp_path / 'out.rejects.csv'})")
    assert (tmp_path / "out.csv").is_file()


def test_many_rejects_are_told_in_short(tmp_path: Path) -> None:
    """The first twenty rejects are told one by one, the others in one number."""
    source = people(tmp_path, "name,n\n" + "Smith\n" * 1_250)
    lines = run(source, "-o", tmp_path / "out.csv").stderr.splitlines()
    assert len(lines) == 22
    assert lines[20] == "nisba: ... and 1,230 more rows"


def test_a_hyphen_writes_to_standard_output(tmp_path: Path) -> None:
    """With -o - the rows are on stdout, without a byte-order mark, and no file appears."""
    source = people(tmp_path, f"name\n{ARABIC}\n")
    result = run(source, "-o", "-")
    assert result.stdout.startswith("name,nisba_decision")
    assert ARABIC in result.stdout
    assert list(tmp_path.iterdir()) == [source]


def test_json_lines_are_cut_at_the_limit(tmp_path: Path) -> None:
    """With --json each line is an object, with as many candidates as asked for."""
    source = people(tmp_path, "name\nSayyid\n")
    result = run(source, "-o", "-", "--json", "--limit", "1")
    assert len(json.loads(result.stdout)["candidates"]) == 1


def test_an_encoding_that_was_guessed_is_told(tmp_path: Path) -> None:
    """Where the encoding is a guess, the summary says which."""
    source = tmp_path / "people.csv"
    source.write_bytes(f"name\n{ARABIC}\n".encode("cp1256"))
    assert "1 rows, read as cp1256: 1 matched" in run(source, "-o", tmp_path / "o.csv").stderr


@pytest.mark.parametrize(
    ("text", "arguments", "said"),
    [
        ("nmae\nx\n", [], "people.csv:1: 'name': no such column, but there is 'nmae'"),
        ("name\nx\n", ["--encoding", "klingon"], "people.csv: 'klingon': no such encoding"),
        ("name\nx\n", ["--delimiter", "ab"], "people.csv: 'ab': no delimiter"),
        ("", [], "people.csv: the file is empty"),
    ],
)
def test_what_cannot_run_says_why(
    tmp_path: Path, text: str, arguments: list[str], said: str
) -> None:
    """A file that cannot be resolved gives one line on stderr, status 2, and no output."""
    source = people(tmp_path, text)
    result = run(source, "-o", tmp_path / "out.csv", *arguments)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"nisba: {tmp_path}")
    assert said in result.stderr
    assert list(tmp_path.iterdir()) == [source]


def test_overwriting_is_asked_for(tmp_path: Path) -> None:
    """An output that exists is refused with status 2, and replaced with --overwrite."""
    source, target = people(tmp_path, "name\nSmith\n"), tmp_path / "out.csv"
    target.write_text("before", encoding="utf-8")
    refused = run(source, "-o", target)
    assert refused.exit_code == 2
    assert "--overwrite" in refused.stderr
    assert target.read_text(encoding="utf-8") == "before"
    assert run(source, "-o", target, "--overwrite").exit_code == 0
    assert target.read_text(encoding="utf-8-sig").startswith("name,nisba_decision")


def test_an_output_without_a_name_is_none(tmp_path: Path) -> None:
    """An empty word, of a variable that a script forgot to set, is not standard output."""
    result = run(people(tmp_path, "name\nSmith\n"), "-o", "")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "this is a folder: name a file" in result.stderr
