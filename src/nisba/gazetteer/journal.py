"""Several files changed as one: the journal that lets an edit happen whole or not at all.

What an edit will do is first written to a journal in the gazetteer's folder. From the moment that
the journal has its name the edit stands: whoever comes after a process that was killed carries out
what is left of it. Before that moment nothing has been touched.
"""

import hashlib
import json
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath

from nisba.gazetteer.changes import Change
from nisba.gazetteer.faults import FaultyGazetteer, Finding, error, warning

JOURNAL = ".nisba-edit.json"


@contextmanager
def locked(root: Path) -> Iterator[None]:
    """Keep other edits of a folder waiting until the block ends, or the process does.

    On systems without file locks of this kind the edits of one folder must not overlap.
    """
    if not root.is_dir():
        raise NotADirectoryError(f"{root}: not a folder: give the folder of a gazetteer")
    try:
        import fcntl
    except ImportError:
        yield
        return
    handle = os.open(root, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def carry_out(root: Path, changes: Sequence[Change]) -> None:
    """Carry out all changes or none, whatever ends the process; call it within `locked`.

    Raises `FaultyGazetteer` for a path outside the folder or a file that is not as the change
    expects it, and `OSError`; the folder is then as it was before.
    """
    finish(root)
    if found := [fault for change in changes for fault in _faults(root, change)]:
        raise FaultyGazetteer(found)
    entries = [
        {"path": change.path, "before": _digest(change.before), "after": change.after}
        for change in changes
    ]
    _write(root / JOURNAL, json.dumps(entries, ensure_ascii=False, indent=1) + "\n")
    try:
        _redo(root, [(change.path, change.after) for change in changes])
    except OSError:
        # A full disk, say. If this fails too, the journal stays, and `finish` has the last word.
        _redo(root, [(change.path, change.before) for change in reversed(changes)])
        raise


def finish(root: Path) -> None:
    """Carry out what is left of an unfinished edit, if there is one; call it within `locked`.

    Raises `FaultyGazetteer` if a file of that edit has been changed since, or if the journal
    cannot be read: then a person must decide.
    """
    # A journal without its name is of an edit that never began.
    _part(root / JOURNAL).unlink(missing_ok=True)
    path = root / JOURNAL
    if not path.exists():
        return
    try:
        entries = [(e["path"], e["before"], e["after"]) for e in json.loads(path.read_bytes())]
        whole = all(
            isinstance(name, str) and all(text is None or isinstance(text, str) for text in texts)
            for name, *texts in entries
        )
    except (ValueError, TypeError, KeyError):
        whole = False
    if not whole:
        advice = "delete it, and look with git what it changed: it cannot be read"
        raise FaultyGazetteer([error(path, 0, "journal", path.name, advice)])
    found: list[Finding] = []
    for name, before, after in entries:
        if (target := _target(root, name)) is None:
            found.append(_outside(path, name))
        elif _digest(_text(target)) not in (before, _digest(after)):
            advice = f"put it back as git has it, or delete {path}: it changed after the edit began"
            found.append(error(target, 0, "journal", name, advice))
    if found:
        raise FaultyGazetteer(found)
    _redo(root, [(name, after) for name, _, after in entries])


def unfinished(root: Path) -> Iterator[Finding]:
    """Report an edit that was cut off."""
    path = root / JOURNAL
    if path.exists():
        advice = "run 'nisba gazetteer format': an edit was cut off, and is finished first"
        yield error(path, 0, "unfinished", path.name, advice)
    if (part := _part(path)).exists():
        advice = "delete it: an edit was cut off before it changed anything"
        yield warning(part, 0, "unfinished", part.name, advice)


def _redo(root: Path, texts: Sequence[tuple[str, str | None]]) -> None:
    """Give the files their texts, as often as need be, and take the journal away."""
    for name, text in texts:
        target = root / name
        if text is not None:
            target.parent.mkdir(exist_ok=True)
            _write(target, text)
        elif target.parent.is_dir():
            _part(target).unlink(missing_ok=True)
            target.unlink(missing_ok=True)
            _settle(target.parent)
    (root / JOURNAL).unlink(missing_ok=True)
    _settle(root)


def _faults(root: Path, change: Change) -> Iterator[Finding]:
    target = _target(root, change.path)
    if target is None:
        yield _outside(root, change.path)
    elif _text(target) != change.before:
        advice = "try again: the file has been changed meanwhile"
        yield error(target, 0, "changed", change.path, advice)


def _target(root: Path, name: str) -> Path | None:
    """Return the file of a path below the folder; `None` if it leads out of it, by a link too."""
    parts = PurePosixPath(name).parts
    if not parts or len(parts) > 2 or ".." in parts or parts[0].startswith("/"):
        return None
    target = root.joinpath(*parts)
    return target if target.resolve().is_relative_to(root.resolve()) else None


def _outside(path: Path, name: str) -> Finding:
    return error(path, 0, "path", name, "name a file of the gazetteer: this one lies outside")


def _text(path: Path) -> str | None:
    try:
        return path.read_bytes().decode("utf-8", "surrogateescape")
    except FileNotFoundError:
        return None


def _digest(text: str | None) -> str | None:
    return (
        None
        if text is None
        else hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest()
    )


def _part(path: Path) -> Path:
    return path.with_name(f".{path.name.removeprefix('.')}.part")


def _write(path: Path, text: str) -> None:
    """Write a file that has its name only when it is whole and on the disk."""
    part = _part(path)
    try:
        with part.open("w", encoding="utf-8", newline="") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    _settle(path.parent)


def _settle(folder: Path) -> None:
    """Bring the names in a folder to the disk, where the system can."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
