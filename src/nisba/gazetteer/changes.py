"""What an edit does to the files of a gazetteer, and its diff: the result of every edit.

An edit is first thought out as changes of whole files. `journal` then carries them out, all or
none.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Change:
    """One file: its path below the folder, and its text before and after; `None` is no file."""

    path: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Edit:
    """An edit of the gazetteer at `root`: the id that it is about, and the files that it changes.

    `already` holds names that were not added, since the record has them or their equals.
    """

    root: Path
    id: str
    changes: tuple[Change, ...]
    already: tuple[str, ...] = ()

    def diff(self) -> str:
        """Return a unified diff that `git apply` takes; empty if nothing changes.

        Paths begin at the top of the git work tree, or at the gazetteer's folder outside of one.

        >>> change = Change("places/nadi.yaml", "id: nadi\\n", None)
        >>> print(Edit(Path("/gazetteer"), "nadi", (change,)).diff(), end="")
        diff --git a/places/nadi.yaml b/places/nadi.yaml
        deleted file mode 100644
        --- a/places/nadi.yaml
        +++ /dev/null
        @@ -1 +0,0 @@
        -id: nadi
        """
        above = _above(self.root)
        return "".join(line for change in self.changes for line in _diff(change, above))


def _above(root: Path) -> str:
    root = root.resolve()
    for folder in (root, *root.parents):
        if (folder / ".git").exists():
            below = root.relative_to(folder).as_posix()
            return "" if below == "." else f"{below}/"
    return ""


def _diff(change: Change, above: str) -> Iterator[str]:
    path = above + change.path
    yield f"diff --git a/{path} b/{path}\n"
    if change.before is None:
        yield "new file mode 100644\n"
    elif change.after is None:
        yield "deleted file mode 100644\n"
    before, after = (
        text.splitlines(True) if text else [] for text in (change.before, change.after)
    )
    yield from unified_diff(
        before,
        after,
        "/dev/null" if change.before is None else f"a/{path}",
        "/dev/null" if change.after is None else f"b/{path}",
    )
