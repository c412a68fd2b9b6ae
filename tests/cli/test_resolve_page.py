"""The sessions of docs/large-files.md are real ones, with the files that the page shows.

`python tests/cli/test_resolve_page.py` writes into the page what the commands print now.
"""

import os
import re
import shlex
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from click.testing import CliRunner

from nisba.cli import cli

PAGE = Path(__file__).parents[2] / "docs" / "large-files.md"
_FILE = re.compile(r"^`(\S+)`:\n\n```\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_SESSION = re.compile(r"^(```\n\$ (nisba [^\n]*)\n)(.*?)^```$", re.MULTILINE | re.DOTALL)


def printed(command: str) -> str:
    """What a terminal shows after a command."""
    return CliRunner().invoke(cli, shlex.split(command)[1:]).output


def rewritten(page: str, folder: Path) -> str:
    """The page with what its commands print now, run in a folder with its files."""
    for name, text in _FILE.findall(page):
        (folder / name).write_text(text, encoding="utf-8")
    return _SESSION.sub(lambda block: f"{block[1]}{printed(block[2])}```", page)


def test_the_sessions_are_what_comes_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every row, reason and count that the page shows is what the command prints."""
    monkeypatch.chdir(tmp_path)
    page = PAGE.read_text(encoding="utf-8")
    assert len(_SESSION.findall(page)) == 3
    assert len(_FILE.findall(page)) == 2
    assert rewritten(page, tmp_path) == page


if __name__ == "__main__":
    with TemporaryDirectory() as place:
        os.chdir(place)
        PAGE.write_text(rewritten(PAGE.read_text(encoding="utf-8"), Path(place)), encoding="utf-8")
