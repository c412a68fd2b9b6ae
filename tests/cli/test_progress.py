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


def test_rows_show_their_pace(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows of an earlier run that is resumed do not count: 300 rows in 2 seconds are 150."""
    stream = Stream()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(progress, "_PATIENCE", 0.0)
    now = iter((0.0, 1.0, 3.0))
    monkeypatch.setattr("nisba.cli.progress.time.monotonic", lambda: next(now, 3.0))
    with progress.Bar("resolving", 8) as bar:
        bar.move(4, 1_000)
        bar.move(6, 1_300)
    assert "150 rows/s" in stream.getvalue()
