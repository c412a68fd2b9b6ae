"""The sessions of docs/keeping.md are real ones, run one after another in a small gazetteer."""

import datetime
import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from editing.keeping import made, mark
from nisba.cli import cli

PAGE = (Path(__file__).parents[2] / "docs" / "keeping.md").read_text(encoding="utf-8")
SESSION = re.compile(r"^\$ (nisba [^\n]*)\n(.*?)\n(?=```|\$ )", re.MULTILINE | re.DOTALL)
_DAY = re.compile(r"20[0-9]{2}-[0-9]{2}-[0-9]{2}")


def test_the_page_shows_what_comes_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every session of the page, in its order, gives what it shows; the day is that of the run."""
    made(tmp_path)
    monkeypatch.chdir(tmp_path)
    sessions = SESSION.findall(PAGE)
    assert len(sessions) == 10
    today = datetime.date.today().isoformat()
    for told, shown in sessions:
        if "--accept" in told:
            mark(tmp_path / "proposals.tsv")
        output = CliRunner().invoke(cli, shlex.split(told)[1:], prog_name="nisba").output
        # A line may end in spaces where a cell is empty.
        lines = [line.rstrip() for line in output.strip().splitlines()]
        expected = [line.rstrip() for line in _DAY.sub(today, shown).strip().splitlines()]
        assert lines == expected, told


def test_the_page_shows_the_proposals(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The table of the page has the rows of the file that review writes."""
    made(tmp_path)
    monkeypatch.chdir(tmp_path)
    for told, _ in SESSION.findall(PAGE):
        if told.endswith("-o proposals.tsv --dir before") or told.startswith("nisba resolve"):
            CliRunner().invoke(cli, shlex.split(told)[1:], prog_name="nisba")
    rows = (tmp_path / "proposals.tsv").read_text(encoding="utf-8-sig").splitlines()
    for row in rows:
        shown = f"| {' | '.join(row.split(chr(9))[:9])} |"
        assert re.sub(" +", " ", shown) in PAGE
