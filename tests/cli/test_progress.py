import io
import sys

import pytest

from nisba.cli import progress


class Stream(io.StringIO):
    """A stderr that may be a terminal."""

    terminal = True

    def isatty(self) -> bool:
        return self.terminal


def shown(monkeypatch: pytest.MonkeyPatch, *, terminal: bool, hidden: bool) -> str:
    """Move a bar to the half of its work, and return what went to stderr."""
    stream = Stream()
    stream.terminal = terminal
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("TERM", "xterm")
    with progress.Bar("resolving", 8, hidden=hidden) as bar:
        bar.move(4)
    return stream.getvalue()


def test_long_work_shows_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    """Work that lasts longer than the patience of a person shows how far it is."""
    monkeypatch.setattr(progress, "_PATIENCE", 0.0)
    assert "resolving" in shown(monkeypatch, terminal=True, hidden=False)


def test_short_work_shows_none(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is done within two seconds needs no bar."""
    assert shown(monkeypatch, terminal=True, hidden=False) == ""


@pytest.mark.parametrize(("terminal", "hidden"), [(False, False), (True, True)])
def test_nobody_sees_a_bar_in_a_log(
    monkeypatch: pytest.MonkeyPatch, terminal: bool, hidden: bool
) -> None:
    """No bar goes to a stderr that is no terminal, or while rows go to standard output."""
    monkeypatch.setattr(progress, "_PATIENCE", 0.0)
    assert shown(monkeypatch, terminal=terminal, hidden=hidden) == ""
