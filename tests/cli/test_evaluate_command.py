"""The command `nisba evaluate`: what it prints, what it writes, and how it ends."""

import csv
import json
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from nisba.cli import cli

HEADER = "name1\tname2\tsame\n"
GOOD = "Gaddafi\tKadhafi\tyes\nSalim\tSalam\tno\n"


def run(*arguments: str | Path) -> Result:
    """Run `nisba evaluate`."""
    return CliRunner().invoke(cli, ["evaluate", *map(str, arguments)], prog_name="nisba")


def pairs(folder: Path, rows: str) -> Path:
    """Write a file of pairs."""
    path = folder / "pairs.tsv"
    path.write_text(HEADER + rows, encoding="utf-8")
    return path


def test_the_screen_has_every_measure(tmp_path: Path) -> None:
    """The figures are on stdout, the count of the rows is on stderr, and no file appears."""
    source = pairs(tmp_path, GOOD)
    result = run(source)
    assert result.exit_code == 0
    for said in (
        "2 pairs: 1 the same, 1 not",
        "average precision  1.000",
        "best F1",
        "Brier score",
    ):
        assert said in result.stdout
    assert result.stderr == f"nisba: {source}: 2 rows: 2 compared, 0 rejected\n"
    assert list(tmp_path.iterdir()) == [source]


def test_errors_are_told_with_their_reason(tmp_path: Path) -> None:
    """A pair that is confidently wrong stands with both names and one sentence; --worst cuts."""
    source = pairs(tmp_path, GOOD + "Hussein\tHoucine\tno\nHassan\tHussein\tyes\n")
    said = run(source).stdout
    likely, unlikely = said[said.index("Not the same, yet likely:") :].split("\n\n")
    assert "Hussein  ~  Houcine" in likely
    assert "Hussein = Houcine" in likely
    assert unlikely.startswith("The same, yet unlikely:")
    assert "Hassan  ~  Hussein" in unlikely
    assert "yet likely" not in run(source, "--worst", "0").stdout


def test_nothing_of_a_name_is_obeyed_by_the_terminal(tmp_path: Path) -> None:
    """Escape sequences and controls of direction in a name do not reach the screen."""
    source = pairs(tmp_path, GOOD + "Hussein\x1b[31m\tHou\u202ecine\tno\n")
    said = run(source).stdout
    assert "yet likely" in said
    assert not {"\x1b", "\u202e"} & set(said)


def test_json_goes_to_a_program(tmp_path: Path) -> None:
    """With --json stdout holds one object."""
    found = json.loads(run(pairs(tmp_path, GOOD), "--json", "--max-error", "0.2").stdout)
    assert (found["pairs"], found["same"]) == (2, 1)
    assert found["nisba"]["average_precision"] == 1.0
    assert found["threshold"]["max_error"] == 0.2


def test_columns_and_delimiter_can_be_named(tmp_path: Path) -> None:
    """Other columns than the usual ones, and another delimiter than those that are guessed."""
    source = tmp_path / "pairs.txt"
    source.write_text("a^b^label\nAli^Aly^match\nSalim^Salam^nomatch\n", encoding="utf-8")
    options = ["--left", "a", "--right", "b", "--same", "label", "--delimiter", "^"]
    assert run(source, *options).exit_code == 0


def test_rows_set_aside_give_status_1(tmp_path: Path) -> None:
    """They are told with file, line and value, and written beside the pairs; the rest counts."""
    source = pairs(tmp_path, "Ali\tAly\tmaybe\nAli\n" + GOOD)
    result = run(source)
    assert result.exit_code == 1
    first, second, last = result.stderr.splitlines()
    assert first.startswith(f"nisba: {source}:2: 'maybe': not known whether")
    assert second == f"nisba: {source}:3: 'Ali': too few fields: 1 where the header has 3"
    aside = tmp_path / "pairs.rejects.csv"
    assert last == f"nisba: {source}: 4 rows: 2 compared, 2 rejected (see {aside})"
    with aside.open(encoding="utf-8-sig", newline="") as file:
        assert [row["line"] for row in csv.DictReader(file)] == ["2", "3"]
    assert "2 pairs: 1 the same, 1 not" in result.stdout


def test_every_pair_can_be_written(tmp_path: Path) -> None:
    """With -o each pair has its row, and the rejects stand beside that file."""
    source = pairs(tmp_path, GOOD + "\tAly\t1\n")
    assert run(source, "-o", tmp_path / "out.csv").exit_code == 1
    lines = (tmp_path / "out.csv").read_text(encoding="utf-8-sig").splitlines()
    assert [line.split("\t")[:4] for line in lines[1:]] == [
        ["2", "Gaddafi", "Kadhafi", "1"],
        ["3", "Salim", "Salam", "0"],
    ]
    assert (tmp_path / "out.rejects.csv").is_file()
    assert not (tmp_path / "pairs.rejects.csv").exists()


def test_a_report_is_one_page(tmp_path: Path) -> None:
    """With --report there is a page with three figures, named after the file."""
    page = tmp_path / "report.html"
    assert run(pairs(tmp_path, GOOD), "--report", page).exit_code == 0
    text = page.read_text(encoding="utf-8")
    assert text.count("</svg>") == 3
    assert "<title>nisba on pairs.tsv</title>" in text


def test_without_matplotlib_a_report_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before any work is done, and with the way to get it."""
    monkeypatch.setitem(sys.modules, "matplotlib", None)
    source = pairs(tmp_path, GOOD)
    result = run(source, "--report", tmp_path / "report.html")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "pip install 'nisba[report]'" in result.stderr
    assert list(tmp_path.iterdir()) == [source]
    assert run(source).exit_code == 0


@pytest.mark.parametrize("option", ["-o", "--report"])
def test_overwriting_is_asked_for(tmp_path: Path, option: str) -> None:
    """A file that exists is refused with status 2, and replaced with --overwrite."""
    source, target = pairs(tmp_path, GOOD), tmp_path / "there"
    target.write_text("before", encoding="utf-8")
    refused = run(source, option, target)
    assert (refused.exit_code, refused.stdout) == (2, "")
    assert "--overwrite" in refused.stderr
    assert target.read_text(encoding="utf-8") == "before"
    assert run(source, option, target, "--overwrite").exit_code == 0
    assert target.read_text(encoding="utf-8") != "before"


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("", "there is no pair to evaluate"),
        ("Ali\tAly\t1\n", "all pairs are the same"),
        ("Salim\tSalam\t0\n", "no pair is the same"),
        ("Ali\tAly\tmaybe\n", "there is no pair to evaluate"),
    ],
)
def test_what_cannot_be_measured_says_why(tmp_path: Path, rows: str, said: str) -> None:
    """Nothing to evaluate, or one class alone: status 2, the reason, and no file."""
    source = pairs(tmp_path, rows)
    result = run(source, "-o", tmp_path / "out.csv")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.splitlines()[-1].startswith(f"nisba: {source}: {said}")
    assert ("'maybe'" in result.stderr) == ("maybe" in rows)
    assert list(tmp_path.iterdir()) == [source]


@pytest.mark.parametrize(
    "arguments", [["--max-error", "0"], ["--max-error", "1"], ["--worst", "-1"], ["--left", "nmae"]]
)
def test_what_cannot_run_ends_with_status_2(tmp_path: Path, arguments: list[str]) -> None:
    """Options out of range, and a column that is not there."""
    assert run(pairs(tmp_path, GOOD), *arguments).exit_code == 2


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    """One line on stderr."""
    result = run(tmp_path / "none.tsv")
    assert result.exit_code == 2
    assert result.stderr == f"nisba: {tmp_path / 'none.tsv'}: no such file\n"
