"""The one layout of a record: what `nisba gazetteer format` writes, byte for byte.

`canonical` writes an identity, `formatted` rewrites a file and keeps its comments. Both are
idempotent, and reading what they wrote gives the same identity. For edits, `comments_of` and
`commented` carry the comments over from a record to what it becomes.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from nisba.gazetteer.lines import read_lines
from nisba.gazetteer.records import Record, read_record
from nisba.gazetteer.types import Identity, NameRecord

# A value needs quotes when YAML would take its first character, ": " or " #" for syntax.
_SYNTAX = re.compile(r"""[-?:,\[\]{}#&*!|>'"%@`~=<]|.*(?:: | #|:$)""")

# The zero-width non-joiner, which the reader allows inside a Persian word.
_ALLOWED = {0x200C: None}


def canonical(identity: Identity) -> str:
    """Return the text of an identity's record: fixed key order, empty keys left out.

    Raises `ValueError` for a value that no line of a record can hold.

    >>> from nisba.gazetteer.types import IdentityType
    >>> print(canonical(Identity("nadi", IdentityType.PLACE, "Nadi: a place", ())), end="")
    id: nadi
    type: place
    label: "Nadi: a place"
    """
    return "".join(f"{line}\n" for line in _lines(identity))


def formatted(path: Path) -> str | None:
    """Return the canonical text of a record file, or `None` if a person must mend it first.

    Byte-order marks, line ends, invisible characters, presentation forms, NFC and (in a file
    without comments) key order are put right. A comment stays above the line that it stood above.
    """
    record = read_record(path)
    return None if record.mended is None else layout_of(record)


def rows_in_order(path: Path) -> str | None:
    """Return a table to which rows are only added, sorted and each once; `None` if it is no text.

    Git joins the rows that two editors added, but not in order.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     path = Path(folder) / "retired.tsv"
    ...     _ = path.write_text("old_id\\n" "b\\n" "a\\n" "b\\n")
    ...     rows_in_order(path)
    'old_id\\na\\nb\\n'
    """
    lines, _ = read_lines(path, tabs=True)
    if lines is None:
        return None
    rows = sorted(dict.fromkeys(lines[1:]), key=lambda row: row.partition("\t")[0])
    return "".join(f"{line}\n" for line in [*lines[:1], *rows])


def layout_of(record: Record) -> str:
    """Return the canonical text of a record that has been read, its comments kept.

    Raises `ValueError` for a record that a person must mend first.
    """
    if record.mended is None:
        raise ValueError(f"{record.path}: mend the errors of the record first")
    lines = list(_lines(record.mended))
    above = _comments(record.lines)
    if not above:
        return "".join(f"{line}\n" for line in lines)
    written = []
    for number, line in enumerate(lines):
        indent = " " * (len(line) - len(line.lstrip(" ")))
        written += [indent + comment for comment in above.pop(number, [])]
        written.append(line)
    written += [comment for rest in above.values() for comment in rest]
    return "".join(f"{line}\n" for line in written)


Place = tuple[str, ...]


def comments_of(record: Record) -> dict[Place, list[str]]:
    """Return the comments of a record without errors, by the place of the line they stand above.

    A place outlasts an edit, as a line number does not: the key, the first line of the list item,
    the key in the item; `("end",)` is below the last line.
    """
    if record.identity is None:
        raise ValueError(f"{record.path}: mend the errors of the record first")
    places = [*_places(_lines(record.identity)), ("end",)]
    above = _comments(record.lines)
    return {places[min(number, len(places) - 1)]: lines for number, lines in above.items()}


def commented(identity: Identity, comments: Mapping[Place, Sequence[str]]) -> str:
    """Return the canonical text of an identity's record with comments above their places.

    A comment whose place is gone stands above the list that the place was in, or else at the end.
    """
    lines = list(_lines(identity))
    places = _places(lines)
    above: dict[Place, list[str]] = {}
    for place, texts in comments.items():
        there = next((p for p in (place, place[:1]) if p in places), ("end",))
        above.setdefault(there, []).extend(texts)
    written = []
    for place, line in zip(places, lines, strict=True):
        indent = " " * (len(line) - len(line.lstrip(" ")))
        written += [indent + comment for comment in above.get(place, ())]
        written.append(line)
    written += above.get(("end",), ())
    return "".join(f"{line}\n" for line in written)


def is_about(place: Place, name: NameRecord) -> bool:
    """Tell whether a place is one of the lines of a name."""
    return place[:2] == place_of(name)[:2]


def place_of(name: NameRecord) -> Place:
    """Return the place of a name's first line."""
    return ("names", f"text: {_value(name.text)}", "text")


def _places(lines: Iterable[str]) -> list[Place]:
    places: list[Place] = []
    top, item, seen = "", "", Counter[Place]()
    for line in lines:
        body = line.lstrip(" ")
        if body == line:
            top, item = line.partition(":")[0], ""
            places.append((top,))
            continue
        if body.startswith("- "):
            item = body[2:]
            # Two offices may have one title.
            seen[top, item] += 1
            count = str(seen[top, item]) if seen[top, item] > 1 else ""
        places.append((top, item, body.removeprefix("- ").partition(":")[0] + count))
    return places


def _lines(identity: Identity) -> Iterator[str]:
    yield f"id: {_value(identity.id)}"
    yield f"type: {identity.type}"
    yield f"label: {_value(identity.label)}"
    if identity.gender:
        yield f"gender: {identity.gender}"
    if identity.birth_year is not None:
        yield f"birth_year: {identity.birth_year}"
    if identity.death_year is not None:
        yield f"death_year: {identity.death_year}"
    yield from _list("countries", [[("", country)] for country in identity.countries])
    yield from _list(
        "offices",
        [[("title", o.title), ("start", o.start), ("end", o.end)] for o in identity.offices],
    )
    yield from _list("namesakes", [[("", other)] for other in identity.namesakes])
    yield from _list(
        "names",
        [
            [
                ("text", name.text),
                ("script", str(name.script)),
                ("kind", name.kind),
                ("source", name.source),
                ("status", "" if name.status == "accepted" else name.status),
            ]
            for name in identity.names
        ],
    )


def _list(key: str, items: list[list[tuple[str, str]]]) -> Iterator[str]:
    """Write a list of mappings, or of plain values where the inner key is empty."""
    if items:
        yield f"{key}:"
    for item in items:
        mark = "  - "
        for inner, value in item:
            if value:
                yield f"{mark}{inner}: {_value(value)}" if inner else f"{mark}{_value(value)}"
                mark = "    "


def _value(text: str) -> str:
    visible = text.isprintable() or text.translate(_ALLOWED).isprintable()
    if not visible or not text or "  " in text or text != text.strip(" "):
        raise ValueError(f"no record can hold the value {text!r}: write visible text on one line")
    if not _SYNTAX.match(text):
        return text
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _comments(lines: list[str]) -> dict[int, list[str]]:
    """Return the comments of a record, by the number of the canonical line they stand above.

    Key order has been checked, so content lines keep their numbers: only lines that the layout
    leaves out are passed over.
    """
    above: dict[int, list[str]] = {}
    if "#" not in "".join(lines):
        return above
    number = 0
    for line in (line.strip() for line in lines):
        if line.startswith("#"):
            above.setdefault(number, []).append(line)
        elif line not in ("", "-", "---", "...", "status: accepted", "- status: accepted"):
            number += 1
    return above
