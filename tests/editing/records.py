"""Records of a few names, for the tests beside it."""

from collections.abc import Sequence
from pathlib import Path

from gazetteer.folders import SOURCES, write
from nisba.text.scripts import dominant_script


def record(
    folder: Path,
    ident: str,
    names: Sequence[str],
    *,
    kind: str = "name",
    last_kind: str = "",
    type: str = "person",
    more: str = "",
) -> Path:
    """Write a record; `last_kind` is the kind of its last name, `more` are lines of facts."""
    place = {"person": "people", "place": "places", "organisation": "organisations"}[type]
    lines = [f"id: {ident}", f"type: {type}", f"label: {names[0]}", *more.splitlines(), "names:"]
    for name in names:
        its = last_kind if last_kind and name == names[-1] else kind
        lines += [f"  - text: {name}", f"    script: {dominant_script(name)}"]
        lines += [f"    kind: {its}", "    source: general"]
    write(folder / "sources.tsv", SOURCES)
    return write(folder / place / f"{ident}.yaml", "\n".join(lines) + "\n")
