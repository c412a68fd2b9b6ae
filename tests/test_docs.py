"""The documents under test: links lead somewhere, commands exist, every command has an example."""

import doctest
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from nisba.cli import cli

ROOT = Path(__file__).parents[1]
_FOLDERS = {
    ".": "*.md",
    "docs": "**/*.md",
    "seeds": "*.md",
    "gazetteers": "*.md",
    "benchmarks": "*.md",
}
PAGES = sorted(page for folder, names in _FOLDERS.items() for page in (ROOT / folder).glob(names))
_LINK = re.compile(r"\]\(([^()\s]+)\)")
_FENCE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"^\s*(?:\$ )?(nisba .*?|make .*?)(?:\s+#.*)?$")


def commands(group: click.Group = cli, above: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Yield the words of every command, groups too."""
    for name, command in group.commands.items():
        yield (*above, name)
        if isinstance(command, click.Group):
            yield from commands(command, (*above, name))


def found(words: tuple[str, ...]) -> click.Command:
    """Return the command of some words."""
    command: click.Command = cli
    for word in words:
        assert isinstance(command, click.Group)
        command = command.commands[word]
    return command


def slug(heading: str) -> str:
    """Return the anchor that a heading gets on a web page."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def anchors(page: Path) -> set[str]:
    """Return the anchors of a page's headings."""
    text = _FENCE.sub("", page.read_text(encoding="utf-8"))
    return {slug(line.lstrip("#")) for line in text.splitlines() if line.startswith("#")}


def told_commands(page: Path) -> list[str]:
    """Return the lines of a page's code blocks that call nisba or make."""
    blocks = _FENCE.findall(page.read_text(encoding="utf-8"))
    matches = [_COMMAND.match(line) for block in blocks for line in block.splitlines()]
    return [match[1] for match in matches if match]


@pytest.mark.parametrize("words", [(), *commands()], ids=" ".join)
def test_every_command_has_help_with_an_example(words: tuple[str, ...]) -> None:
    """The help of each command says what it does, and shows a call that begins with its name."""
    text = found(words).help or ""
    assert "Example:" in text
    assert " ".join(["  nisba", *words]) in text
    assert found(words).short_help or words == ()


@pytest.mark.parametrize("words", list(commands()), ids=" ".join)
def test_every_option_is_explained(words: tuple[str, ...]) -> None:
    """No option stands in the help without a word about it."""
    options = [p for p in found(words).params if isinstance(p, click.Option)]
    assert [option.name for option in options if not option.help] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    """A relative link names a file or folder that is there, an anchor a heading of its page."""
    dead = []
    for link in _LINK.findall(_FENCE.sub("", page.read_text(encoding="utf-8"))):
        if link.startswith(("http://", "https://", "mailto:")):
            continue
        to, _, anchor = link.partition("#")
        target = page.parent / to if to else page
        if not target.exists() or (anchor and anchor not in anchors(target)):
            dead.append(link)
    assert dead == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_commands_in_documents_exist(page: Path) -> None:
    """Each call of nisba or make in a code block can be read by the command it names."""
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.M)
    for line in told_commands(page):
        first, *words = shlex.split(line.partition("|")[0])
        if first == "make":
            assert [w for w in words if "=" not in w and w not in targets] == [], line
            continue
        command: click.Command = cli
        while isinstance(command, click.Group) and words and not words[0].startswith("-"):
            assert words[0] in command.commands, line
            command = command.commands[words.pop(0)]
        if "--help" not in words and "--version" not in words:
            # Raises for an option or argument that the command does not take.
            command.make_context("nisba", words)


EXAMPLES = [page for page in PAGES if ">>> " in page.read_text(encoding="utf-8")]


@pytest.mark.parametrize("page", EXAMPLES, ids=lambda page: str(page.relative_to(ROOT)))
def test_examples_in_documents_run(page: Path) -> None:
    """What a page shows as the answer is the answer."""
    said: list[str] = []
    runner = doctest.DocTestRunner(verbose=False)
    text = page.read_text(encoding="utf-8")
    examples = doctest.DocTestParser().get_doctest(text, {}, page.name, str(page), 0)
    runner.run(examples, out=said.append)
    assert runner.failures == 0, "".join(said)


def test_the_readme_shows_the_door() -> None:
    """The README tells how to run nisba and its tests."""
    told = told_commands(ROOT / "README.md")
    assert "make run" in told
    assert "make test" in told
    assert any(line.startswith("nisba resolve ") for line in told)


def test_every_make_target_is_explained() -> None:
    """`make help` has a line for each target that is no file."""
    text = (ROOT / "Makefile").read_text(encoding="utf-8")
    (phony,) = re.findall(r"^\.PHONY: (.*)$", text, re.M)
    assert set(re.findall(r"^([a-z]+):.*## \S", text, re.M)) == set(phony.split())


_SHOWN = "compare|romanize|arabize|vocalize|spellings|convert|schemes"
SESSION = re.compile(rf"^\$ (nisba (?:{_SHOWN})[^\n]*)\n(.*?)\n```", re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize(
    "session",
    [found for page in PAGES for found in SESSION.findall(page.read_text(encoding="utf-8"))],
    ids=lambda session: session[0],
)
def test_the_sessions_in_documents_are_what_comes_out(session: tuple[str, str]) -> None:
    """A session that a page shows is a real one."""
    told, output = session
    ran = CliRunner().invoke(cli, shlex.split(told)[1:])
    assert ran.output.rstrip() == output.rstrip()
