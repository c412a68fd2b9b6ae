import errno
import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from batch.standin import Said, StandIn
from nisba.batch import FaultyFile, resolve_table, survey
from nisba.batch.outputs import check_target, replacing
from nisba.facts import Facts


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """Write a file of one name."""
    path = tmp_path / "people.csv"
    path.write_text("name\nal-Kadhemi\n", encoding="utf-8")
    return path


def test_a_file_appears_when_it_is_whole(tmp_path: Path) -> None:
    """Until the block ends the target is what it was before."""
    target = tmp_path / "out.csv"
    target.write_text("before", encoding="utf-8")
    with replacing(target) as file:
        file.write("after")
        file.flush()
        assert target.read_text(encoding="utf-8") == "before"
    assert target.read_text(encoding="utf-8-sig") == "after"
    assert list(tmp_path.iterdir()) == [target]


@pytest.mark.parametrize("fault", [RuntimeError, KeyboardInterrupt])
def test_an_interrupted_run_leaves_no_trace(tmp_path: Path, fault: type[BaseException]) -> None:
    """An exception, Ctrl-C too, leaves neither a part nor a new target."""

    def interrupted() -> None:
        with replacing(tmp_path / "out.csv") as file:
            file.write("half")
            raise fault

    with pytest.raises(fault):
        interrupted()
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_told_with_the_file(tmp_path: Path) -> None:
    """The system does not say which file it could not write."""
    target = tmp_path / "out.csv"

    def full() -> None:
        with replacing(target):
            raise OSError(errno.ENOSPC, "No space left on device")

    with pytest.raises(OSError, match=r"No space left on device: '.*out\.csv'"):
        full()
    assert list(tmp_path.iterdir()) == []


def test_a_resolver_that_fails_leaves_the_old_output(tmp_path: Path, source: Path) -> None:
    """A run that breaks in the middle overwrites nothing, rejects neither."""

    class Broken(StandIn):
        def resolve_many(
            self, names: list[str], /, *, limit: int, facts: list[Facts] | None = None
        ) -> Sequence[Said]:
            raise RuntimeError

    source.write_text("name,n\nx\nal-Kadhemi,1\n", encoding="utf-8")
    target = tmp_path / "out.csv"
    target.write_text("before", encoding="utf-8")
    with pytest.raises(RuntimeError):
        resolve_table(survey(source, "name"), target, Broken(), overwrite=True)
    assert target.read_text(encoding="utf-8") == "before"
    assert sorted(tmp_path.iterdir()) == [target, source]


@pytest.mark.parametrize("name", ["out.csv", "out.rejects.csv"])
def test_nothing_is_overwritten_unasked(tmp_path: Path, source: Path, name: str) -> None:
    """An output or a file of rejects that exists needs --overwrite."""
    (tmp_path / name).write_text("before", encoding="utf-8")
    with pytest.raises(FaultyFile, match=rf"{name}: .*--overwrite"):
        check_target(tmp_path / "out.csv", source, overwrite=False)
    check_target(tmp_path / "out.csv", source, overwrite=True)


def test_old_rejects_go_when_there_are_none(tmp_path: Path, source: Path) -> None:
    """A run without rejects removes those of the run before."""
    rejects = tmp_path / "out.rejects.csv"
    rejects.write_text("line,reason,row\n", encoding="utf-8")
    resolve_table(survey(source, "name"), tmp_path / "out.csv", StandIn(), overwrite=True)
    assert not rejects.exists()


def test_the_input_is_never_the_output(tmp_path: Path, source: Path) -> None:
    """Even with --overwrite a file is not replaced by its own results, under another name too."""
    alias = tmp_path / "alias.csv"
    os.link(source, alias)
    for target in (source, alias):
        with pytest.raises(FaultyFile, match="this is the file that is read"):
            check_target(target, source, overwrite=True)


def test_a_folder_or_device_is_no_target(tmp_path: Path, source: Path) -> None:
    """What is no regular file is not replaced; a folder that is missing is named."""
    for target in (tmp_path, Path(os.devnull)):
        with pytest.raises(FaultyFile, match="not a regular file"):
            check_target(target, source, overwrite=True)
    for target in (Path(), Path("/")):
        with pytest.raises(FaultyFile, match="this is a folder: name a file"):
            check_target(target, source, overwrite=True)
    with pytest.raises(FaultyFile, match="there is no folder"):
        check_target(tmp_path / "gone" / "out.csv", source, overwrite=False)


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    """What a link points to is replaced, not the link."""
    real, link = tmp_path / "real.csv", tmp_path / "link.csv"
    real.write_text("before", encoding="utf-8")
    link.symlink_to(real)
    with replacing(link) as file:
        file.write("after")
    assert link.is_symlink()
    assert real.read_text(encoding="utf-8-sig") == "after"
