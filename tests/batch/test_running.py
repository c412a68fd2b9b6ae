"""Runs that are cut off, share their work, or meet a disk or an input that fails."""

import gzip
import multiprocessing
import os
import random
import resource
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from batch.standin import ARABIC, Said, StandIn
from nisba.batch import Fault, FaultyFile, Summary, input_of, resolve_table
from nisba.batch.spooling import parts_path
from nisba.facts import FactColumns, Facts

NAMES = ("al-Kadhemi", "Sayyid", ARABIC, "Smith", '"two\nlines"', '"lost"quote', "x" * 10_001)
FORK = multiprocessing.get_context("fork")


class Slow(StandIn):
    """Takes its time, so that there is something to cut off."""

    def __init__(self, seconds: float) -> None:
        super().__init__()
        self._seconds = seconds

    def resolve_many(
        self, names: list[str], /, *, limit: int, facts: list[Facts] | None = None
    ) -> Sequence[Said]:
        time.sleep(self._seconds)
        return super().resolve_many(names, limit=limit, facts=facts)


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A file of many rows, one in seven of which is faulty."""
    path = tmp_path / "people.csv"
    rows = "".join(f"{i},{NAMES[i % len(NAMES)]}\n" for i in range(2_800))
    path.write_text(f"id,name\n{rows}", encoding="utf-8")
    return path


@pytest.fixture
def small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cut files into chunks of 50 rows, and keep every one of them for good."""
    monkeypatch.setattr("nisba.batch.reading.rows_of_chunk", lambda _: 50)
    monkeypatch.setattr("nisba.batch.spooling._PATIENCE", 0.0)


def resolved(source: Path, target: Path, seconds: float = 0.0, **more: Any) -> Summary:
    """Resolve a file with a resolver that stands in."""
    return resolve_table(input_of(source, "name"), target, Slow(seconds), **more)


def contents(folder: Path, source: Path) -> dict[str, bytes]:
    """Return all files of a folder but the source, by their names."""
    return {path.name: path.read_bytes() for path in folder.iterdir() if path != source}


def killed(work: Callable[[], object], after: float) -> bool:
    """Carry out work in a process, and kill it after some seconds if it is not done by then."""
    process = FORK.Process(target=work)
    process.start()
    process.join(after)
    alive = process.is_alive()
    process.kill()
    process.join()
    return alive


@contextmanager
def at_work(work: Callable[[], object], ready: Callable[[], bool]) -> Iterator[None]:
    """Carry out long work in a process that is killed at the end, once it has come far enough."""
    process = FORK.Process(target=work)
    process.start()
    try:
        while process.is_alive() and not ready():
            time.sleep(0.005)
        assert process.is_alive()
        yield
        assert process.is_alive()
    finally:
        process.kill()
        process.join()


def cut_off(work: Callable[[], object], ready: Callable[[], bool]) -> None:
    """Kill work as soon as it has come far enough."""
    with at_work(work, ready):
        pass


@pytest.mark.usefixtures("small_chunks")
@pytest.mark.parametrize(
    ("name", "more"),
    [
        ("out.csv", {}),
        ("out.csv.gz", {"jobs": 2}),
        ("out.jsonl.zst", {"as_json": True}),
        ("out.parquet", {}),
        ("out.tsv", {"one_to_one": 0.9}),
    ],
)
def test_a_run_that_is_killed_twenty_times_gives_the_same_bytes(
    tmp_path: Path, source: Path, name: str, more: dict[str, Any]
) -> None:
    """Wherever a run is killed, resuming it gives output and rejects of an uninterrupted one."""
    whole, cut = tmp_path / "whole", tmp_path / "cut"
    whole.mkdir()
    cut.mkdir()
    expected = resolved(source, whole / name, **more)
    chance = random.Random(name)
    kills = 0
    for _ in range(20):
        kills += killed(
            lambda: resolved(source, cut / name, 0.005, resume=True, **more),
            chance.uniform(0.005, 0.06),
        )
        if not kills or (cut / name).exists():
            break
    assert kills > 3
    if not (cut / name).exists():
        assert not list(cut.glob("[!.]*"))
        assert resolved(source, cut / name, resume=True, **more).rows == expected.rows
    assert contents(cut, source) == contents(whole, source)


@pytest.mark.usefixtures("small_chunks")
def test_a_resumed_run_does_not_begin_anew(tmp_path: Path, source: Path) -> None:
    """What was done before is not asked about again, and is counted all the same."""
    target = tmp_path / "out.csv"

    class Stopping(StandIn):
        def resolve_many(
            self, names: list[str], /, *, limit: int, facts: list[Facts] | None = None
        ) -> Sequence[Said]:
            if len(self.asked) == 30:
                raise KeyboardInterrupt
            return super().resolve_many(names, limit=limit, facts=facts)

    with pytest.raises(KeyboardInterrupt):
        resolve_table(input_of(source, "name"), target, Stopping())
    assert not target.exists()
    rest = StandIn()
    summary = resolve_table(input_of(source, "name"), target, rest, resume=True)
    assert len(rest.asked) == 56 - 30
    assert (summary.rows, summary.rejected) == (2_800, 800)


@pytest.mark.usefixtures("small_chunks")
@pytest.mark.parametrize("jobs", [2, 3])
@pytest.mark.parametrize("name", ["out.csv", "out.parquet"])
def test_jobs_change_nothing(tmp_path: Path, source: Path, name: str, jobs: int) -> None:
    """Several processes write the same bytes as one, set the same rows aside and count alike."""
    one, many = tmp_path / "one", tmp_path / "many"
    one.mkdir()
    many.mkdir()
    told: list[list[Fault]] = [[], []]
    alone = resolved(source, one / name, on_reject=told[0].append)
    shared = resolved(source, many / name, jobs=jobs, on_reject=told[1].append)
    assert contents(one, source) == contents(many, source)
    assert told[0] == told[1]
    assert (alone.rows, alone.matched) == (shared.rows, shared.matched)


def test_processes_that_inherit_nothing_open_their_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where processes begin empty, a task is sent to them; one that cannot be stays here."""
    for module in ("batch.working", "_workers"):
        monkeypatch.setattr(f"nisba.{module}.forks", lambda: False)
    source = tmp_path / "people.jsonl"
    source.write_text('{"name": "al-Kadhemi"}\n' * 300, encoding="utf-8")
    table = input_of(source, "name")
    here = StandIn()
    resolve_table(table, tmp_path / "sent.csv", here, opener=StandIn, jobs=2)
    assert here.asked == []
    here.label = lambda id: "Mustafa al-Kadhimi"  # type: ignore[method-assign]
    resolve_table(table, tmp_path / "kept.csv", here, jobs=2)
    assert sum(map(len, here.asked)) == 300
    assert (tmp_path / "sent.csv").read_bytes() == (tmp_path / "kept.csv").read_bytes()


def _interrupted(folder: Path, source: Path, **more: Any) -> Path:
    """Leave a run behind that was cut off, and return its target."""
    target = folder / "out.csv"
    journal = parts_path(target) / "journal"
    cut_off(lambda: resolved(source, target, 0.1, **more), journal.exists)
    return target


@pytest.mark.usefixtures("small_chunks")
def test_another_run_is_not_resumed(tmp_path: Path, source: Path) -> None:
    """A changed input, other options, or no word on what to do: refused, and nothing is lost."""
    target = _interrupted(tmp_path, source)
    with pytest.raises(FaultyFile, match="an unfinished run is there: --resume goes on"):
        resolved(source, target)
    with pytest.raises(FaultyFile, match="cannot resume: limit changed since"):
        resolved(source, target, resume=True, limit=3)
    born = input_of(source, "name", facts=FactColumns(birth_year="id"))
    with pytest.raises(FaultyFile, match="cannot resume: columns of facts changed since"):
        resolve_table(born, target, StandIn(), resume=True)
    with pytest.raises(FaultyFile, match="cannot resume: output changed since"):
        resolved(source, target, resume=True, as_json=True)
    source.write_text(source.read_text(encoding="utf-8") + "3000,Smith\n", encoding="utf-8")
    with pytest.raises(FaultyFile, match="cannot resume: input changed since"):
        resolved(source, target, resume=True)
    assert parts_path(target).is_dir()
    assert resolved(source, target, overwrite=True).rows == 2_801
    assert not parts_path(target).exists()


@pytest.mark.usefixtures("small_chunks")
def test_parts_that_are_damaged_are_not_resumed(tmp_path: Path, source: Path) -> None:
    """A file that is shorter than the journal says is told of."""
    target = _interrupted(tmp_path, source)
    data = parts_path(target) / "data"
    os.truncate(data, 10)
    with pytest.raises(FaultyFile, match=r"data is too short"):
        resolved(source, target, resume=True)


@pytest.mark.usefixtures("small_chunks")
@pytest.mark.parametrize("end", [b"", b"\0\0\0\n", b"{}}\n"])
def test_an_entry_that_was_cut_off_counts_for_nothing(
    tmp_path: Path, source: Path, end: bytes
) -> None:
    """A journal may end anywhere, and a disk may lose its end: the entry before is the last one."""
    target = _interrupted(tmp_path, source)
    journal = parts_path(target) / "journal"
    journal.write_bytes(journal.read_bytes()[: -len(end) or -9] + end)
    resolved(source, target, resume=True)
    other = tmp_path / "other.csv"
    resolved(source, other)
    assert target.read_bytes() == other.read_bytes()


@pytest.mark.parametrize("step", ["nothing", "rejects", "all"])
def test_a_kill_among_the_last_renames_loses_nothing(
    tmp_path: Path, source: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A run that is killed while its files take their places is ended by the one that resumes."""
    target, rejects = tmp_path / "out.csv", tmp_path / "out.rejects.csv"
    parts = parts_path(target)

    with monkeypatch.context() as patched:
        patched.setattr("nisba.batch.spooling.Spool.put_in_place", _stop)
        with pytest.raises(KeyboardInterrupt):
            resolved(source, target)
    if step != "nothing":
        (parts / "rejects").rename(rejects)
    if step == "all":
        (parts / "data").rename(target)
    assert resolved(source, target, resume=True).rejected == 800
    other = tmp_path / "other.csv"
    resolved(source, other)
    assert target.read_bytes() == other.read_bytes()
    assert rejects.read_bytes() == (tmp_path / "other.rejects.csv").read_bytes()
    assert not parts.exists()


def test_a_kill_at_the_end_of_a_file_without_rows_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The header alone is a whole output too."""
    source, target = tmp_path / "people.csv", tmp_path / "out.csv"
    source.write_text("id,name\n", encoding="utf-8")
    with monkeypatch.context() as patched:
        patched.setattr("nisba.batch.spooling.Spool.put_in_place", _stop)
        with pytest.raises(KeyboardInterrupt):
            resolved(source, target)
    resolved(source, target, resume=True)
    assert target.read_text(encoding="utf-8-sig").startswith("id,name,nisba_decision")


def _stop(*_: object) -> None:
    raise KeyboardInterrupt


@pytest.mark.usefixtures("small_chunks")
def test_two_runs_do_not_write_one_output(tmp_path: Path, source: Path) -> None:
    """The second is refused while the first is at work, and takes nothing from it."""
    target = tmp_path / "out.csv"
    journal = parts_path(target) / "journal"
    with at_work(lambda: resolved(source, target, 0.1), journal.exists):
        for more in ({}, {"overwrite": True}, {"resume": True}):
            with pytest.raises(FaultyFile, match=r"out\.csv: another run is writing it"):
                resolved(source, target, **more)
    assert resolved(source, target, resume=True).rows == 2_800


@pytest.mark.usefixtures("small_chunks")
@pytest.mark.parametrize("name", ["out.csv", "out.parquet"])
def test_a_full_disk_loses_nothing(tmp_path: Path, source: Path, name: str) -> None:
    """What fits is kept, the error says so, and with more room the run goes on."""
    target = tmp_path / name

    def cramped() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, resource.RLIM_INFINITY))
        with pytest.raises(FaultyFile, match=rf"{name}: cannot write: .*--resume goes on with it"):
            resolved(source, target)

    process = FORK.Process(target=cramped)
    process.start()
    process.join()
    assert process.exitcode == 0
    assert not target.exists()
    rest = StandIn()
    resolve_table(input_of(source, "name"), target, rest, resume=True)
    assert 0 < len(rest.asked) < 56
    other = tmp_path / f"other-{name}"
    resolved(source, other)
    assert target.read_bytes() == other.read_bytes()


@pytest.mark.parametrize("change", ["grows", "vanishes"])
def test_an_input_that_changes_is_told_of(tmp_path: Path, source: Path, change: str) -> None:
    """A file that is not what it was at first gives no output that claims to be all of it."""

    class Changing(StandIn):
        def resolve_many(
            self, names: list[str], /, *, limit: int, facts: list[Facts] | None = None
        ) -> Sequence[Said]:
            if not self.asked and change == "grows":
                with source.open("a", encoding="utf-8") as file:
                    file.write("3000,Smith\n")
            elif not self.asked:
                source.unlink()
            return super().resolve_many(names, limit=limit, facts=facts)

    said = "changed" if change == "grows" else "vanished"
    with pytest.raises(FaultyFile, match=rf"people\.csv: the file {said} while it was read"):
        resolve_table(input_of(source, "name"), tmp_path / "out.csv", Changing())
    assert set(tmp_path.iterdir()) <= {source}


def test_a_target_that_appears_meanwhile_is_left_alone(tmp_path: Path, source: Path) -> None:
    """Somebody else's file of that name stays, and the result waits beside it."""
    target = tmp_path / "out.csv"

    class Meddling(StandIn):
        def resolve_many(
            self, names: list[str], /, *, limit: int, facts: list[Facts] | None = None
        ) -> Sequence[Said]:
            target.write_text("mine", encoding="utf-8")
            return super().resolve_many(names, limit=limit, facts=facts)

    with pytest.raises(FaultyFile, match="it appeared while nisba was at work"):
        resolve_table(input_of(source, "name"), target, Meddling())
    assert target.read_text(encoding="utf-8") == "mine"
    assert (parts_path(target) / "data").exists()
    resolved(source, target, overwrite=True, resume=True)
    assert target.read_text(encoding="utf-8-sig").startswith("id,name,nisba_decision")


def test_a_worker_that_dies_is_told_of(tmp_path: Path, source: Path) -> None:
    """Memory may run out in one of many processes: the run ends with a word, not in a wait."""

    class Dying(StandIn):
        def resolve_many(
            self, names: list[str], /, *, limit: int, facts: list[Facts] | None = None
        ) -> Sequence[Said]:
            os.kill(os.getpid(), signal.SIGKILL)
            raise AssertionError

    with pytest.raises(FaultyFile, match="a worker process died"):
        resolve_table(input_of(source, "name"), tmp_path / "out.csv", Dying(), jobs=2)
    assert list(tmp_path.iterdir()) == [source]


def test_a_fault_in_a_worker_is_its_own(tmp_path: Path, source: Path) -> None:
    """An exception of a resolver comes out of other processes as it is."""

    class Broken(StandIn):
        def resolve_many(
            self, names: list[str], /, *, limit: int, facts: list[Facts] | None = None
        ) -> Sequence[Said]:
            raise LookupError("no such part")

    with pytest.raises(LookupError, match="no such part"):
        resolve_table(input_of(source, "name"), tmp_path / "out.csv", Broken(), jobs=2)
    assert list(tmp_path.iterdir()) == [source]


def test_workers_do_not_outlive_their_parent(tmp_path: Path, source: Path) -> None:
    """Who kills a run gets his processors back: no worker waits for a parent that is gone."""
    pids = tmp_path / "pids"

    class Noting(Slow):
        def resolve_many(
            self, names: list[str], /, *, limit: int, facts: list[Facts] | None = None
        ) -> Sequence[Said]:
            with pids.open("a", encoding="utf-8") as file:
                file.write(f"{os.getpid()}\n")
            return super().resolve_many(names, limit=limit, facts=facts)

    table = input_of(source, "name")
    work = partial(resolve_table, table, tmp_path / "out.csv", Noting(30), jobs=2)
    cut_off(work, lambda: pids.exists() and len(set(pids.read_text().splitlines())) == 2)
    workers = {int(pid) for pid in pids.read_text(encoding="utf-8").split()}
    deadline = time.monotonic() + 10
    while any(_is_alive(pid) for pid in workers) and time.monotonic() < deadline:
        time.sleep(0.02)
    left = [pid for pid in workers if _is_alive(pid)]
    for pid in left:
        os.kill(pid, signal.SIGKILL)
    assert left == []


def _is_alive(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").split()[2] != "Z"
    except OSError:
        return False


def test_a_tenth_of_broken_rows_are_all_set_aside(tmp_path: Path) -> None:
    """Every row of the input is in the output or among the rejects."""
    source = tmp_path / "people.csv.gz"
    rows = [f"{i},al-Kadhemi" if i % 10 else f"{i}" for i in range(5_000)]
    source.write_bytes(gzip.compress("\n".join(["id,name", *rows, ""]).encode()))
    summary = resolve_table(input_of(source, "name"), tmp_path / "out.csv", StandIn(), jobs=2)
    assert (summary.rows, summary.rejected, summary.matched) == (5_000, 500, 4_500)
    rejects = (tmp_path / "out.rejects.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(rejects) == 501
    assert rejects[-1] == "4992,too few fields: 1 where the header has 2,4990"


def test_a_row_of_ten_megabytes_costs_itself_alone(tmp_path: Path) -> None:
    """What is longer than any row is passed over, in whichever process."""
    source = tmp_path / "people.csv"
    with source.open("w", encoding="utf-8") as file:
        file.write("id,name\n1,al-Kadhemi\n2,")
        file.writelines("x" * 100_000 for _ in range(100))
        file.write("\n3,al-Kadhemi\n")
    summary = resolve_table(input_of(source, "name"), tmp_path / "out.csv", StandIn())
    assert (summary.rows, summary.rejected, summary.matched) == (3, 1, 2)
