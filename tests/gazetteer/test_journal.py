"""An edit happens whole or not at all, wherever its process is killed."""

import json
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from click.testing import CliRunner

from gazetteer.folders import sound, write
from nisba.cli import cli
from nisba.gazetteer import (
    Change,
    FaultyGazetteer,
    Gazetteer,
    IdentityType,
    NewName,
    add_name,
    check,
    create,
    journal,
    merge,
    retire,
    split,
)

SECOND = """\
id: al-kazimi
type: person
label: al-Kazimi
namesakes:
  - sadr
names:
  - text: Mustafa Kazimi
    script: Latn
    kind: name
    source: news
"""
FIRST_LINKED = "label: Muqtada al-Sadr\nnamesakes:\n  - al-kazimi\n"
EDITS: dict[str, Callable[[Path], Any]] = {
    "create": lambda folder: create(
        folder,
        IdentityType.ORGANISATION,
        "Dawa",
        [NewName("Dawa", "news")],
        namesakes=["kadhimi"],
    ),
    "add-name": lambda folder: add_name(folder, "sadr", NewName("Moqtada Sadr", "news")),
    "merge": lambda folder: merge(folder, "kadhimi", "al-kazimi"),
    "split": lambda folder: split(
        folder, "kadhimi", "Another", [], shared=["Mustafa al-Kadhimi"], namesakes=["sadr"]
    ),
    "retire": lambda folder: retire(folder, "al-kazimi", "nobody", replaced_by="sadr"),
}


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], Path]:
    """Make a folder with two namesakes, a new one each time."""
    # A kill, unlike a power cut, loses nothing that was written: the tests need not wait.
    monkeypatch.setattr(os, "fsync", lambda handle: None)
    numbers = iter(range(10_000))

    def make() -> Path:
        folder = tmp_path / str(next(numbers))
        sound(folder)
        write(folder / "people" / "al-kazimi.yaml", SECOND)
        sadr = folder / "people" / "sadr.yaml"
        text = sadr.read_text(encoding="utf-8")
        write(sadr, text.replace("label: Muqtada al-Sadr\n", FIRST_LINKED))
        return folder

    return make


def files(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder, hidden ones too."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def killed(action: Callable[[], Any], step: int) -> bool:
    """Run an action in another process, and kill that at a step; `False` if it ended before.

    A step is a line of the journal's code that is about to run, where it touches files.
    """
    child = os.fork()
    if child == 0:
        try:
            _kill_at(step)
            action()
            os._exit(0)
        except BaseException:
            os._exit(3)
    status = os.waitpid(child, 0)[1]
    if os.WIFSIGNALED(status):
        assert os.WTERMSIG(status) == signal.SIGKILL
        return True
    assert os.WEXITSTATUS(status) == 0
    return False


# As it is before a test puts something in its place.
_WRITE = journal._write


def _kill_at(step: int) -> None:
    left = iter(range(step))
    steps = (journal.carry_out, journal.finish, journal._redo, _WRITE)
    watched = {step.__code__ for step in steps}

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        if frame.f_code not in watched:
            return None
        if event == "line" and next(left, None) is None:
            os.kill(os.getpid(), signal.SIGKILL)
        return trace

    sys.settrace(trace)


def kills(action: Callable[[Path], Any], make: Callable[[], Path]) -> Iterator[Path]:
    """Yield a folder for each step at which an edit can be killed, as the kill has left it."""
    step = 0
    folder = make()
    while killed(partial(action, folder), step):
        yield folder
        step += 1
        folder = make()
    assert step > 10


def finish(folder: Path) -> None:
    """Do what the next command does first."""
    with journal.locked(folder):
        journal.finish(folder)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the test forks")
@pytest.mark.parametrize("name", EDITS)
def test_a_killed_edit_is_whole_or_not_at_all(name: str, made: Callable[[], Path]) -> None:
    """Wherever the process is killed, the next command finds the folder before or after."""
    before, folder = files(made()), made()
    EDITS[name](folder)
    after = files(folder)
    assert before != after
    seen = set()
    for left in kills(EDITS[name], made):
        found = {finding.code for finding in check(left)} - {"one-sided"}
        if files(left) not in (before, after):
            assert found == {"unfinished"} or journal.JOURNAL in files(left)
        finish(left)
        assert files(left) in (before, after)
        seen.add(files(left) == after)
    assert seen == {True, False}
    assert check(folder) == []


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the test forks")
def test_a_killed_recovery_is_taken_up_again(made: Callable[[], Path]) -> None:
    """Finishing an edit can itself be killed anywhere, and is then finished the next time."""
    folder = made()
    EDITS["merge"](folder)
    after = files(folder)
    middle = next(left for left in kills(EDITS["merge"], made) if journal.JOURNAL in files(left))
    state = files(middle)

    def again() -> Path:
        folder = made()
        for path in folder.rglob("*.*"):
            path.unlink()
        for name, data in state.items():
            write(folder / name, data)
        return folder

    for left in kills(finish, again):
        finish(left)
        assert files(left) == after


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the test forks")
def test_an_edit_killed_while_it_is_undone_is_finished(made: Callable[[], Path]) -> None:
    """The disk fills up in the middle, and the process is killed while it puts things back."""
    before, done = files(made()), made()
    EDITS["merge"](done)

    def on_a_full_disk(folder: Path) -> None:
        write_one, fault = journal._write, iter([False, False, True])

        def write_until_full(path: Path, text: str) -> None:
            if next(fault, False):
                raise OSError(28, "No space left on device", str(path))
            write_one(path, text)

        with pytest.MonkeyPatch.context() as patched, suppress(OSError):
            patched.setattr(journal, "_write", write_until_full)
            EDITS["merge"](folder)

    for left in kills(on_a_full_disk, made):
        finish(left)
        assert files(left) in (before, files(done))


@pytest.fixture
def cut_off(made: Callable[[], Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make a folder in which a merge has been cut off behind its journal."""
    folder = made()
    with monkeypatch.context() as patched:
        patched.setattr(journal, "_redo", lambda root, texts: None)
        EDITS["merge"](folder)
    return folder


def test_check_names_an_unfinished_edit(cut_off: Path) -> None:
    """The journal is an error, with what to do, and the folder does not load."""
    (found,) = check(cut_off)
    assert (found.path.name, found.code) == (journal.JOURNAL, "unfinished")
    assert "nisba gazetteer format" in found.message
    with pytest.raises(FaultyGazetteer, match="cut off"):
        Gazetteer.load(cut_off)


def test_format_finishes_an_edit(cut_off: Path) -> None:
    """What `check` advises helps: the merge stands, and nothing is found any more."""
    result = CliRunner().invoke(cli, ["gazetteer", "format", str(cut_off)])
    assert result.exit_code == 0
    assert check(cut_off) == []
    assert Gazetteer.load(cut_off).current("al-kazimi") == "kadhimi"


def test_the_next_edit_finishes_the_last(cut_off: Path) -> None:
    """An edit begins with what the last one left."""
    add_name(cut_off, "kadhimi", NewName("Moustafa Kadhimi", "news"))
    assert check(cut_off) == []
    assert Gazetteer.load(cut_off).current("al-kazimi") == "kadhimi"


def test_a_dry_run_leaves_an_unfinished_edit(cut_off: Path) -> None:
    """A dry run writes nothing, not even what is left to do, and says so."""
    before = files(cut_off)
    with pytest.raises(FaultyGazetteer, match="cut off"):
        add_name(cut_off, "kadhimi", NewName("Moustafa Kadhimi", "news"), dry_run=True)
    assert files(cut_off) == before


def test_work_of_somebody_else_is_not_overwritten(cut_off: Path) -> None:
    """A file that was changed after the edit was cut off is named, and nothing is touched."""
    write(cut_off / "people" / "kadhimi.yaml", "id: kadhimi\n")
    before = files(cut_off)
    with pytest.raises(FaultyGazetteer, match="changed after the edit began"):
        finish(cut_off)
    assert files(cut_off) == before


@pytest.mark.parametrize("text", ["", "{", "[1]", '[{"path": 3, "before": null, "after": ""}]'])
def test_a_journal_that_cannot_be_read_is_refused(tmp_path: Path, text: str) -> None:
    """Nobody guesses what a spoilt journal meant."""
    write(sound(tmp_path) / journal.JOURNAL, text)
    with pytest.raises(FaultyGazetteer, match="cannot be read"):
        finish(tmp_path)


@pytest.mark.parametrize("path", ["../x.yaml", "/tmp/x.yaml", "people/../../x", "a/b/c", ""])
def test_no_journal_leads_out_of_the_folder(tmp_path: Path, path: str) -> None:
    """A path that leaves the gazetteer is refused, and nothing is written."""
    folder = sound(tmp_path / "in")
    write(folder / journal.JOURNAL, json.dumps([{"path": path, "before": None, "after": "x"}]))
    before = files(tmp_path)
    with pytest.raises(FaultyGazetteer, match="outside"):
        finish(folder)
    assert files(tmp_path) == before


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    """A folder of records that is a link to elsewhere is not written to."""
    folder = sound(tmp_path / "in")
    (tmp_path / "out").mkdir()
    (folder / "organisations").symlink_to(tmp_path / "out")
    with pytest.raises(FaultyGazetteer, match="outside"):
        create(folder, IdentityType.ORGANISATION, "Dawa", [NewName("Dawa", "news")])
    assert files(tmp_path / "out") == {}
    assert check(folder) == []


def test_a_fault_of_the_disk_undoes_the_edit(
    made: Callable[[], Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    """When a file cannot be written, those before it are put back, and the journal goes."""
    folder = made()
    before = files(folder)
    write_one = journal._write
    full = iter([False, False, True])

    def write_until_full(path: Path, text: str) -> None:
        if next(full, False):
            raise OSError(28, "No space left on device", str(path))
        write_one(path, text)

    monkeypatch.setattr(journal, "_write", write_until_full)
    with pytest.raises(OSError, match="No space left"):
        EDITS["merge"](folder)
    assert next(full, None) is None
    assert files(folder) == before


def test_a_file_changed_meanwhile_stops_an_edit(tmp_path: Path) -> None:
    """A change that expects another text than the file has is not carried out."""
    folder = sound(tmp_path)
    before = files(folder)
    with journal.locked(folder), pytest.raises(FaultyGazetteer, match="meanwhile"):
        journal.carry_out(folder, [Change("people/sadr.yaml", "id: x\n", None)])
    assert files(folder) == before


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the test forks")
def test_edits_at_one_time_wait_for_one_another(tmp_path: Path) -> None:
    """Four processes that make a record of one label at once make four, under four ids."""
    folder = sound(tmp_path)
    children = []
    for number in range(4):
        child = os.fork()
        if child == 0:
            try:
                create(folder, IdentityType.PERSON, "Ali", [NewName(f"Ali {number}b", "news")])
                os._exit(0)
            except BaseException:
                os._exit(3)
        children.append(child)
    assert [os.waitpid(child, 0)[1] for child in children] == [0] * 4
    assert check(folder) == []
    made = {path.stem for path in (folder / "people").glob("ali*")}
    assert made == {"ali", "ali-2", "ali-3", "ali-4"}
