"""The command `nisba dedupe`."""

import csv
import os
import signal
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from nisba.batch import deduping
from nisba.batch.spooling import parts_path
from nisba.cli import cli
from nisba.match import gathering
from nisba.match.prepare import Ear
from nisba.match.types import Prepared

ROWS = "name,born\nMustafa al-Kadhimi,1967\nJoe Biden,\nMoustafa Kazemi,1967\n"


def run(*arguments: str | Path) -> Result:
    """Run `nisba dedupe` on the column `name`."""
    words = ["dedupe", *map(str, arguments), "--column", "name"]
    return CliRunner().invoke(cli, words, prog_name="nisba")


@pytest.fixture
def people(tmp_path: Path) -> Path:
    """A file of three."""
    path = tmp_path / "people.csv"
    path.write_text(ROWS, encoding="utf-8")
    return path


def test_the_summary_counts(people: Path, tmp_path: Path) -> None:
    """Rows and clusters are told on stderr, and the file is there."""
    result = run(people, "-o", tmp_path / "out.csv")
    assert (result.exit_code, result.stdout) == (0, "")
    said = "3 rows: 2 in 1 clusters, 0 too common to tell, 0 claimed by two, 0 rejected\n"
    assert result.stderr == f"nisba: {people}: {said}"
    with (tmp_path / "out.csv").open(encoding="utf-8-sig", newline="") as file:
        ids = [row["nisba_cluster"] for row in csv.DictReader(file)]
    assert ids[0] == ids[2] != ids[1]


def test_rejects_give_status_1(people: Path, tmp_path: Path) -> None:
    """A row that cannot be read is told, and the exit status is 1."""
    people.write_text(f"{ROWS}a,b,c\n", encoding="utf-8")
    result = run(people, "-o", tmp_path / "out.csv")
    assert result.exit_code == 1
    assert f"nisba: {people}:5: 'a,b,c': too many fields" in result.stderr


def test_facts_that_cannot_be_read_are_told(people: Path, tmp_path: Path) -> None:
    """The cell is named with its line, and its row is clustered without it."""
    people.write_text(ROWS.replace("Biden,", "Biden,soon"), encoding="utf-8")
    result = run(people, "-o", tmp_path / "out.csv", "--birth-year-column", "born")
    assert result.exit_code == 0
    assert f"nisba: {people}:3: 'soon': birth year" in result.stderr
    assert result.stderr.endswith("0 rejected; 1 fact not read, and left out\n")


def test_a_report_is_written(people: Path, tmp_path: Path) -> None:
    """`--report` writes a page, and replaces nothing unasked."""
    page = tmp_path / "clusters.md"
    assert run(people, "-o", tmp_path / "out.csv", "--report", page).exit_code == 0
    assert page.read_text(encoding="utf-8").startswith("# Clusters of people.csv\n")
    result = run(people, "-o", tmp_path / "other.csv", "--report", page)
    assert (result.exit_code, result.stderr.count("the file exists")) == (2, 1)
    assert not (tmp_path / "other.csv").exists()
    again = run(people, "-o", tmp_path / "out.csv", "--report", page, "--overwrite")
    assert again.exit_code == 0


def test_a_report_needs_a_file_of_its_own(people: Path, tmp_path: Path) -> None:
    """Neither the input nor the output may be the report, nor may its folder be missing."""
    for page in (people, tmp_path / "out.csv", tmp_path / "no" / "page.md"):
        result = run(people, "-o", tmp_path / "out.csv", "--report", page, "--overwrite")
        assert (result.exit_code, result.stderr.count("cannot write")) == (2, 1)
    assert people.read_text(encoding="utf-8") == ROWS


def test_a_wrong_column_is_told(people: Path, tmp_path: Path) -> None:
    """A column that is not there, and one that would be written twice, end the run."""
    result = CliRunner().invoke(
        cli, ["dedupe", str(people), "--column", "nmae", "-o", str(tmp_path / "out.csv")]
    )
    assert (result.exit_code, result.stderr.count("there is 'name'")) == (2, 1)
    people.write_text("name,nisba_cluster\nAli,1\n", encoding="utf-8")
    result = run(people, "-o", tmp_path / "out.csv")
    assert (result.exit_code, result.stderr.count("is there already")) == (2, 1)


def test_an_unfinished_run_is_told_of_first(
    people: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nobody waits for names to be heard, only to learn that nothing can be written."""
    parts = parts_path(tmp_path / "out.csv")
    parts.mkdir()
    (parts / "manifest.json").write_text("{}", encoding="utf-8")
    with monkeypatch.context() as patch:
        patch.setattr(deduping, "collect", None)
        result = run(people, "-o", tmp_path / "out.csv")
    assert (result.exit_code, result.stderr.count("an unfinished run is there")) == (2, 1)
    assert run(people, "-o", tmp_path / "out.csv", "--overwrite").exit_code == 0
    assert not parts.exists()


def test_a_stricter_error_puts_less_together(people: Path) -> None:
    """With one error in a million allowed nothing is sure enough, on standard output too."""
    loose = run(people, "-o", "-").stdout.splitlines()
    strict = run(people, "-o", "-", "--max-error", "0.000001").stdout.splitlines()
    assert [row.split(",")[3] for row in loose[1:]] == ["2", "1", "2"]
    assert [row.split(",")[3] for row in strict[1:]] == ["1", "1", "1"]


def test_a_worker_that_dies_is_told_of(
    people: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Memory may run out while a list is heard: the command says what may help."""
    parent, prepare = os.getpid(), Ear.prepare

    def dying(ear: Ear, text: str) -> Prepared:
        if os.getpid() != parent:
            os.kill(os.getpid(), signal.SIGKILL)
        return prepare(ear, text)

    monkeypatch.setattr(Ear, "prepare", dying)
    monkeypatch.setattr(gathering, "AT_ONCE", 1)
    target = tmp_path / "out.csv"
    result = run(people, "--jobs", "2", "-o", target)
    assert (result.exit_code, target.exists()) == (2, False)
    assert "a worker process died" in result.stderr
    assert "--jobs" in result.stderr
    assert "Traceback" not in result.stderr
