import importlib
import io
import sys
from pathlib import Path

import pytest

# The package's attribute of this name is the command, so the module is asked for.
module = importlib.import_module("nisba.cli.resolve")


class Stream(io.StringIO):
    """A stderr that may be a terminal."""

    terminal = True

    def isatty(self) -> bool:
        return self.terminal


def shown(monkeypatch: pytest.MonkeyPatch, folder: Path, *, terminal: bool, hidden: bool) -> str:
    """Move a bar to the half of a file, and return what went to stderr."""
    path, stream = folder / "people.csv", Stream()
    path.write_text("name\nAli\n", encoding="utf-8")
    stream.terminal = terminal
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("TERM", "xterm")
    with module._Bar(path, hidden=hidden) as bar:
        bar.move(4)
    return stream.getvalue()


def test_long_work_shows_a_bar(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Work that lasts longer than the patience of a person shows how far it is."""
    monkeypatch.setattr(module, "_PATIENCE", 0.0)
    assert "resolving" in shown(monkeypatch, tmp_path, terminal=True, hidden=False)


def test_short_work_shows_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is done within two seconds needs no bar."""
    assert shown(monkeypatch, tmp_path, terminal=True, hidden=False) == ""


@pytest.mark.parametrize(("terminal", "hidden"), [(False, False), (True, True)])
def test_nobody_sees_a_bar_in_a_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, terminal: bool, hidden: bool
) -> None:
    """No bar goes to a stderr that is no terminal, or while rows go to standard output."""
    monkeypatch.setattr(module, "_PATIENCE", 0.0)
    assert shown(monkeypatch, tmp_path, terminal=terminal, hidden=hidden) == ""
