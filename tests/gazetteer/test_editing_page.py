"""The session of docs/editing.md is a real one, run in a gazetteer of three records.

Messages change, and the page with them: this module, run with PYTHONPATH=tests, writes into the
page what the commands print now.
"""

import re
import shlex
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from click.testing import CliRunner

from gazetteer.folders import sound
from nisba.cli import cli

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "editing.md"
NAMES = "name\nMoustapha El Kadhmi\nBaya Mahieddine\n"
_BLOCK = re.compile(r"^```\n(\$ .*?)^```$", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"^\$ (.*)$", re.MULTILINE)


def checkout(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make a repository with a gazetteer of three records, and go there.

    The curated one would change the page with every record that somebody adds.
    """
    sound(folder / "gazetteers")
    (folder / "names.csv").write_text(NAMES, encoding="utf-8")
    monkeypatch.chdir(folder)
    for name in ("GIT_AUTHOR", "GIT_COMMITTER"):
        monkeypatch.setenv(f"{name}_NAME", "Editor")
        monkeypatch.setenv(f"{name}_EMAIL", "editor@example.org")
    for command in ("init --quiet", "add gazetteers", "commit --quiet --message begin"):
        subprocess.run(["git", *command.split()], check=True)


def there(words: list[str]) -> list[str]:
    """Return the words of a command with the gazetteer that it is to work on."""
    if words[0] == "resolve":
        return [*words, "--against", "gazetteers"]
    return [*words, *([] if words[1] in ("check", "format") else ["--dir"]), "gazetteers"]


def printed(command: str) -> str:
    """Return what a terminal shows after a command, or after two that a bar connects."""
    first, _, second = command.partition(" | ")
    program, *words = shlex.split(first)
    if program == "nisba":
        result = CliRunner().invoke(cli, there(words), prog_name="nisba")
        if not second:
            return result.output
        cut = subprocess.run(shlex.split(second), input=result.stdout, stdout=-1, encoding="utf-8")
        return result.stderr + cut.stdout
    ran = subprocess.run([program, *words], stdout=subprocess.PIPE, encoding="utf-8", check=True)
    return ran.stdout


def rewritten(page: str) -> str:
    """Return the page with what its commands, one after the other, print now."""

    def block(found: re.Match[str]) -> str:
        commands = _COMMAND.findall(found[1])
        return "```\n" + "".join(f"$ {each}\n{printed(each)}" for each in commands) + "```"

    return _BLOCK.sub(block, page)


def test_the_walk_is_what_comes_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every diff and message that the page shows is what the commands print."""
    page = PAGE.read_text(encoding="utf-8")
    checkout(tmp_path, monkeypatch)
    assert rewritten(page) == page


def test_the_walk_ends_in_a_passing_check() -> None:
    """The last check of the page finds no error and no warning."""
    page = PAGE.read_text(encoding="utf-8")
    assert re.findall(r"^nisba: (.*errors?, .*)$", page, re.MULTILINE)[-1].startswith(
        "0 errors, 0 warnings"
    )


if __name__ == "__main__":
    with TemporaryDirectory() as scratch, pytest.MonkeyPatch.context() as patch:
        text = PAGE.read_text(encoding="utf-8")
        checkout(Path(scratch), patch)
        PAGE.write_text(rewritten(text), encoding="utf-8")
