"""Facts about the editors' tools as functions: one package has them all."""

import subprocess
import sys
from pathlib import Path

import pytest

import nisba.gazetteer
from nisba.cli.gazetteer import gazetteer as commands

TOOLS = {
    "add-name": "add_name",
    "answer": "answer",
    "build": "compile_index",
    "check": "examine",
    "diff": "effects_of",
    "export": "export_file",
    "format": "formatted",
    "import": "import_entries",
    "merge": "merge",
    "new": "create",
    "rename-label": "rename_label",
    "retire": "retire",
    "review": "proposals_of",
    "split": "split",
    "stats": "coverage_of",
}


def test_every_command_has_its_function() -> None:
    """What `nisba gazetteer` does can be done from Python, under `nisba.gazetteer`."""
    assert TOOLS.keys() == commands.commands.keys()
    assert all(callable(getattr(nisba.gazetteer, function)) for function in TOOLS.values())


def test_what_is_no_tool_is_refused() -> None:
    """A slip in a name is an error as with any module."""
    with pytest.raises(AttributeError, match="has no attribute 'exmaine'"):
        nisba.gazetteer.exmaine  # noqa: B018  # asking is what fails


def test_the_tools_come_when_they_are_asked_for() -> None:
    """Reading records needs no sound model."""
    code = "import sys, nisba.gazetteer; print('nisba.sounds.model' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_a_list_is_compiled(tmp_path: Path) -> None:
    """A list becomes an index file that a resolver opens."""
    from nisba import Resolver

    source, output = tmp_path / "list.csv", tmp_path / "list.nisba"
    source.write_text("id,name\nk,Mustafa al-Kadhimi\nk,مصطفى الكاظمي\n", encoding="utf-8")
    assert nisba.gazetteer.compile_index(source, output) == (1, 2)
    assert Resolver.open(output).resolve("Moustafa Kazemi").identity == "k"
