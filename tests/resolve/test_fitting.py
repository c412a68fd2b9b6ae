"""Facts about the command that fits: cases as the resolver sees them, and a missing folder."""

import sys
from pathlib import Path

import pytest

from nisba import Gazetteer, Resolver
from nisba.match.types import SEEN
from nisba.resolve import fitting
from nisba.resolve.tasks import FILES, Task


def test_a_missing_table_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the tables the command says which are missing, where, and how to name a folder."""
    (tmp_path / FILES[0]).write_text("", encoding="utf-8")
    monkeypatch.setattr(sys, "argv", ["fitting", "--data", str(tmp_path)])
    with pytest.raises(SystemExit) as stopped:
        fitting.main()
    said = str(stopped.value.code)
    assert said.startswith(f"nisba: {tmp_path}: no ")
    assert FILES[0] not in said
    assert all(name in said for name in FILES[1:])
    assert "--data" in said


def test_a_folder_must_be_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without --data the command says so, and fits nothing."""
    monkeypatch.setattr(sys, "argv", ["fitting"])
    with pytest.raises(SystemExit) as stopped:
        fitting.main()
    assert stopped.value.code == 2
    assert "--data" in capsys.readouterr().err


def test_cases_are_what_the_resolver_sees() -> None:
    """A query becomes its candidates' quantities; one without candidates becomes no case."""
    corpus = [("k", "Mustafa al-Kadhimi"), ("s", "Muqtada al-Sadr")]
    queries = [("Moustafa Kazemi", "k"), ("Mustafa Schwarzkopf", None), ("Robespierre", None)]
    resolver = Resolver(Gazetteer.from_names(corpus))
    owned, stranger = fitting.cases(Task("few", corpus, queries), resolver)
    assert owned.seen.shape[1] == len(SEEN)
    assert (owned.right, owned.nobody, owned.identities) == (0, False, 2)
    assert (stranger.right, stranger.nobody) == (-1, True)
    assert owned.seen[0, SEEN.index("complete")] == 1
