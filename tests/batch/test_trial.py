"""A dry run: the first rows, and what they say of all."""

import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from batch.standin import Said, StandIn
from nisba.batch import input_of
from nisba.batch.answering import Resolving
from nisba.batch.trial import trial
from nisba.facts import Facts


class Slow(StandIn):
    """Takes a millisecond for five names."""

    def resolve_many(
        self, names: list[str], /, *, limit: int, facts: list[Facts] | None = None
    ) -> Sequence[Said]:
        time.sleep(len(names) / 5_000)
        return super().resolve_many(names, limit=limit, facts=facts)


@pytest.mark.parametrize("name", ["people.csv", "people.jsonl"])
def test_the_first_thousand_rows_speak_for_all(tmp_path: Path, name: str) -> None:
    """A thousand are resolved, all are counted, time and rejects are told in proportion."""
    source = tmp_path / name
    rows = ['{"name": "al-Kadhemi"}' if i % 10 else "{" for i in range(20_000)]
    if name.endswith("csv"):
        rows = ["id,name", *(f"{i},al-Kadhemi" if i % 10 else f"{i}" for i in range(20_000))]
    source.write_text("\n".join([*rows, ""]), encoding="utf-8")
    resolver = Slow()
    found = trial(input_of(source, "name"), Resolving(resolver, 5))
    assert sum(map(len, resolver.asked)) == 900
    assert (found.summary.rows, found.summary.matched, found.summary.rejected) == (1_000, 900, 100)
    assert (found.rows, found.rejected) == (20_000, 2_000)
    assert 20_000 * 0.9 / 5_000 <= found.seconds < 40
    assert list(tmp_path.iterdir()) == [source]


def test_a_short_file_is_resolved_whole(tmp_path: Path) -> None:
    """Fewer rows than a thousand need no guess."""
    source = tmp_path / "people.csv"
    source.write_text("name\nSmith\nal-Kadhemi\n", encoding="utf-8")
    found = trial(input_of(source, "name"), Resolving(StandIn(), 5))
    assert (found.rows, found.summary.rows, found.summary.matched) == (2, 2, 1)


def test_a_long_count_becomes_a_guess(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where counting would take long, the size of the file tells the number of rows."""
    monkeypatch.setattr("nisba.batch.trial._PATIENCE", 0.0)
    source = tmp_path / "people.csv"
    source.write_text("name\n" + "al-Kadhemi\n" * 400_000, encoding="utf-8")
    found = trial(input_of(source, "name"), Resolving(StandIn(), 5))
    assert 250_000 < found.rows < 450_000
