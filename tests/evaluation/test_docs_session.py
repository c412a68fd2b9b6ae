"""The session of docs/evaluating.md is a real one.

The model changes, and its figures with it: `python tests/evaluation/test_docs_session.py` writes
into the page what the commands print now.
"""

import os
import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from nisba.cli import cli

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "evaluating.md"
_SESSION = re.compile(r"^(```\n\$ (nisba [^\n]*)\n)(.*?)^```$", re.MULTILINE | re.DOTALL)


def printed(command: str) -> str:
    """What a terminal shows after a command, which is run in the folder of the project."""
    return CliRunner().invoke(cli, shlex.split(command)[1:]).output


def rewritten(page: str) -> str:
    """The page with what its commands print now."""
    return _SESSION.sub(lambda block: f"{block[1]}{printed(block[2])}```", page)


def test_the_session_is_what_comes_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every figure and name that the page shows is what the command prints."""
    monkeypatch.chdir(ROOT)
    page = PAGE.read_text(encoding="utf-8")
    assert _SESSION.search(page)
    assert rewritten(page) == page


if __name__ == "__main__":
    os.chdir(ROOT)
    PAGE.write_text(rewritten(PAGE.read_text(encoding="utf-8")), encoding="utf-8")
