"""Each identity answers one row at most: who gets whom, and what the others are told."""

import csv
import io
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from batch.standin import Known, Said, StandIn
from nisba.batch import FaultyFile, Summary, input_of, resolve_table
from nisba.batch.contest import Contest
from nisba.batch.sources import STDIN
from nisba.facts import Facts

ENOUGH = 0.9
Chances = dict[str, float]


class Chancy(StandIn):
    """Answers by chances that are written into the names: `a 0.95 b 0.03`."""

    def resolve_many(
        self, names: list[str], /, *, limit: int, facts: list[Facts] | None = None
    ) -> Sequence[Said]:
        return [said(chances_in(name), limit) for name in names]


def chances_in(name: str) -> Chances:
    """Return the chances in a name."""
    words = name.split()
    return dict(zip(words[::2], map(float, words[1::2]), strict=True))


def said(chances: Chances, limit: int = 5) -> Said:
    """Return the answer of a resolver that gives such chances."""
    ranked = sorted(chances.items(), key=lambda pair: -pair[1])
    nobody = 1.0 - sum(chances.values())
    known = tuple(Known(one, one.upper(), 1.0, chance) for one, chance in ranked)
    if known and known[0].probability >= ENOUGH:
        return Said("match", known[0].identity, known[:limit], nobody, "it fits.")
    decision = "ambiguous" if 1.0 - nobody >= ENOUGH else "none"
    return Said(decision, None, known[:limit], nobody, "it may fit.")


def settled(folder: Path, *names: str, **more: Any) -> tuple[list[dict[str, str]], Summary]:
    """Resolve names one to one, and return the rows that come out."""
    source, target = folder / "people.csv", folder / "out.csv"
    source.write_text("\n".join(["name", *names, ""]), encoding="utf-8")
    more = {"overwrite": True, **more}
    summary = resolve_table(input_of(source, "name"), target, Chancy(), one_to_one=ENOUGH, **more)
    text = target.read_text(encoding="utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""))), summary


def test_the_surest_row_is_served(tmp_path: Path) -> None:
    """Of two rows that match one identity the likelier one gets it; the other says who did."""
    rows, summary = settled(tmp_path, "a 0.95", "a 0.99", "c 0.92")
    assert [row["nisba_id"] for row in rows] == ["", "a", "c"]
    assert rows[0]["nisba_decision"] == "none"
    assert rows[0]["nisba_probability"] == ""
    assert rows[0]["nisba_reason"] == "it fits. One to one: a went to line 3."
    assert rows[1]["nisba_reason"] == "it fits."
    assert (summary.matched, summary.ambiguous, summary.nobody) == (2, 0, 1)


def test_of_equals_the_first_row_is_served(tmp_path: Path) -> None:
    """The same name twice: the order of the file decides."""
    rows, _ = settled(tmp_path, "a 0.95", "a 0.95")
    assert [row["nisba_id"] for row in rows] == ["a", ""]


def test_who_loses_may_have_another(tmp_path: Path) -> None:
    """What is left of the probability is shared anew: b is 0.046 of 0.05, and matches."""
    rows, _ = settled(tmp_path, "a 0.95 b 0.046", "a 0.99")
    assert [row["nisba_id"] for row in rows] == ["b", "a"]
    assert float(rows[0]["nisba_probability"]) == pytest.approx(0.92)
    assert rows[0]["nisba_label"] == "B"


def test_a_namesake_that_is_gone_decides(tmp_path: Path) -> None:
    """Between two namesakes a row is ambiguous, until one of them answers another row."""
    rows, summary = settled(tmp_path, "a 0.5 b 0.499", "a 0.95")
    assert [(row["nisba_decision"], row["nisba_id"]) for row in rows] == [
        ("match", "b"),
        ("match", "a"),
    ]
    assert summary.ambiguous == 0


def test_a_chain_of_losers_is_settled(tmp_path: Path) -> None:
    """Who falls back on another may take it from a third, if it fits better."""
    rows, _ = settled(tmp_path, "a 0.99", "a 0.98 b 0.0199", "b 0.93 c 0.01")
    assert [row["nisba_id"] for row in rows] == ["a", "b", ""]
    assert rows[2]["nisba_reason"].endswith("One to one: b went to line 3.")


def test_rows_that_nobody_answers_stay_as_they_are(tmp_path: Path) -> None:
    """A row that was nobody's takes no part, and asks for nothing."""
    rows, _ = settled(tmp_path, "a 0.5", "a 0.95", '""')
    assert rows[0]["nisba_reason"] == "it may fit."
    assert rows[0]["nisba_probability"] == "0.5"
    assert rows[2]["nisba_reason"] == "empty cell"


def test_no_identity_answers_twice(tmp_path: Path) -> None:
    """Whatever the chances: over a list of many rows each identity stands once at most."""
    names = [
        f"i{n % 37} {0.90 + n % 7 / 100} i{n % 23} 0.02 i{n % 11} 0.01"
        for n in range(2_000)
        if len({n % 37, n % 23, n % 11}) == 3
    ]
    rows, summary = settled(tmp_path, *names)
    found = [row["nisba_id"] for row in rows if row["nisba_id"]]
    assert len(found) == len(set(found)) == summary.matched
    assert len(found) > 30
    assert len(rows) == len(names)


@pytest.mark.parametrize("name", ["out.csv", "out.jsonl.gz", "out.parquet"])
def test_processes_and_formats_change_nothing(tmp_path: Path, name: str) -> None:
    """The contest is one, however many processes resolve."""
    source = tmp_path / "people.csv"
    rows = "".join(f"i{n % 300} 0.9{n % 9 + 1}\n" for n in range(3_000))
    source.write_text(f"name\n{rows}", encoding="utf-8")
    for jobs, target in ((1, tmp_path / f"one-{name}"), (2, tmp_path / f"two-{name}")):
        table = input_of(source, "name")
        resolve_table(table, target, Chancy(), one_to_one=ENOUGH, jobs=jobs)
    assert (tmp_path / f"one-{name}").read_bytes() == (tmp_path / f"two-{name}").read_bytes()


def test_json_says_what_the_contest_left(tmp_path: Path) -> None:
    """Objects keep candidates and evidence, and their decision is the last one."""
    source = tmp_path / "people.csv"
    source.write_text("name\na 0.95 b 0.046\na 0.99\n", encoding="utf-8")
    out = io.StringIO()
    resolve_table(input_of(source, "name"), out, Chancy(), one_to_one=ENOUGH, as_json=True)
    first = json.loads(out.getvalue().splitlines()[0])
    assert (first["identity"], first["decision"]) == ("b", "match")
    assert first["left"] == pytest.approx(0.92)
    assert [c["identity"] for c in first["candidates"]] == ["a", "b"]
    assert first["candidates"][0]["evidence"] == {"bits": 1.0}


def test_rejects_are_set_aside_once(tmp_path: Path) -> None:
    """The file is read twice, and its faulty rows are told of once."""
    _, summary = settled(tmp_path, "a 0.95", '"', "b 0.95")
    assert (summary.rows, summary.rejected) == (2, 1)
    aside = (tmp_path / "out.rejects.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(aside) == 3  # the header, and a row of two lines


def test_standard_input_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is read twice must be a file."""
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"name\na 0.95\n")))
    with pytest.raises(FaultyFile, match="one to one reads its input twice"):
        resolve_table(input_of(STDIN, "name"), tmp_path / "out.csv", Chancy(), one_to_one=ENOUGH)


def test_a_contest_is_small(tmp_path: Path) -> None:
    """A hundred thousand rows of five candidates take a few megabytes."""
    import tracemalloc

    answer = {
        "decision": "match",
        "nobody": 0.01,
        "candidates": [{"identity": f"i{n}", "probability": 0.9 / 2**n} for n in range(5)],
    }
    contest = Contest(ENOUGH)
    tracemalloc.start()
    for line in range(100_000):
        contest.add(line, answer)
    taken = tracemalloc.get_traced_memory()[0]
    tracemalloc.stop()
    assert taken < 12_000_000
