"""`docs/exchange.md` under test: its files, its commands and what comes out."""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from nisba.cli import cli

PAGE = (Path(__file__).parents[2] / "docs" / "exchange.md").read_text(encoding="utf-8")
_BLOCK = re.compile(r"^```(\w*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
_SESSION = re.compile(r"^\$ (nisba [^\n]*)\n((?:(?!\$ ).*\n)*)", re.MULTILINE)


def blocks(language: str) -> list[str]:
    """Return the code blocks of a language."""
    return [text for found, text in _BLOCK.findall(PAGE) if found == language]


def test_the_page_shows_what_comes_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With its files in an empty folder, each session and each result is as the page has it."""
    monkeypatch.chdir(tmp_path)
    entities, aliases = blocks("json")
    (table,), (record,) = blocks("csv"), blocks("yaml")
    Path("entities.ftm.json").write_text(entities, encoding="utf-8")
    Path("list.csv").write_text(table, encoding="utf-8")
    sessions = [found for block in blocks("") for found in _SESSION.findall(block)]
    assert len(sessions) == 6
    for told, output in sessions:
        result = CliRunner().invoke(cli, shlex.split(told)[1:], prog_name="nisba")
        assert result.output == output
    assert Path("mine/people/mustafa-al-kadhimi.yaml").read_text(encoding="utf-8") == record
    assert Path("kb.aliases.jsonl").read_text(encoding="utf-8") == aliases
