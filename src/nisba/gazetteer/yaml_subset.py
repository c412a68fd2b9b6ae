"""From the lines of a record to a small tree with line numbers: the strict subset of YAML.

PyYAML's parser delivers events; nothing else of YAML is used. So every scalar is the text that
stands in the file (`no`, `010` and `2021-07-26` are strings), and anchors, aliases, tags, flow
lists, block scalars and second documents are faults, reported and passed over.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from nisba.gazetteer.faults import Finding, error

#: A record nests mapping > list > mapping > scalar.
_DEEPEST = 8
#: Longer lines hold no name, and the parser's time on nested brackets grows with their square.
_LONGEST_LINE = 1_000

_OWN_LINE = "give the comment a line of its own"
_ESCAPE = re.compile(r'\\["\\]')


class Scalar(NamedTuple):
    """One value as text; `line` counts from 1. A `bad` one was reported: check it no further."""

    text: str
    line: int
    bad: bool = False


class Sequence(NamedTuple):
    """A block list."""

    items: tuple["Node", ...]
    line: int


class Mapping(NamedTuple):
    """A block mapping, its entries in the order of the file; a repeated key is already gone."""

    entries: tuple[tuple[Scalar, "Node"], ...]
    line: int


Node = Scalar | Sequence | Mapping


def parse_record(path: Path, lines: list[str]) -> tuple[Node | None, list[Finding]]:
    """Parse the lines of one record; `None` if there is no tree to look at."""
    found = [
        error(path, n, "long-line", line, f"keep a line under {_LONGEST_LINE:,} characters")
        for n, line in enumerate(lines, 1)
        if len(line) > _LONGEST_LINE
    ]
    if found:
        return None, found
    found += _comments_after_keys(path, lines)
    try:
        reader = _Reader(path, lines, found)
        return reader.document(), found
    except _TooDeep as fault:
        line = fault.args[0]
        found.append(error(path, line, "too-deep", lines[line - 1], "a record nests no deeper"))
    except _yaml_error() as fault:
        mark = getattr(fault, "problem_mark", None)
        line = min(mark.line + 1 if mark else 1, len(lines) or 1)
        problem = getattr(fault, "problem", None) or "not YAML"
        advice = (
            f"mend the YAML ({problem}); a value that holds ': ' or begins with a sign "
            "needs double quotes"
        )
        found.append(error(path, line, "yaml", lines[line - 1] if lines else "", advice))
    return None, found


def _comments_after_keys(path: Path, lines: list[str]) -> Iterator[Finding]:
    # The parser drops comments, so those behind a key or a list dash are found in the text.
    for number, line in enumerate(lines, 1):
        if "#" not in line or line.lstrip(" ").startswith("#"):
            continue
        body = line.lstrip(" -")
        rest = body if body.startswith("#") else body.partition(":")[2]
        if rest[:1] in ("#", " ") and rest.lstrip(" ").startswith("#"):
            yield error(path, number, "comment", line, _OWN_LINE)


class _TooDeep(Exception):
    """The line where a record nests deeper than any record does."""


def _yaml_error() -> type[Exception]:
    import yaml

    return yaml.YAMLError


def _events(text: str) -> Iterator[Any]:
    import yaml

    # The C parser is ten times faster; wheels of PyYAML have it, some source builds do not.
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    yield from yaml.parse(text, Loader=loader)


class _Reader:
    """One pass over the events of one file, gathering findings on the way."""

    def __init__(self, path: Path, lines: list[str], found: list[Finding]) -> None:
        self.path = path
        self.lines = lines
        self.found = found
        self.events = _events("\n".join(lines) + "\n")

    def report(self, line: int, code: str, value: str, message: str) -> None:
        self.found.append(error(self.path, line, code, value, message))

    def document(self) -> Node | None:
        """The first document, if there is one; reports a second."""
        root: Node | None = None
        documents = 0
        for event in self.events:
            if type(event).__name__ == "DocumentStartEvent":
                documents += 1
                if documents > 1:
                    line = event.start_mark.line + 1
                    advice = "write one record a file: move the second one to its own file"
                    self.report(line, "documents", "---", advice)
                    break
                root = self.node(next(self.events), 1)
        if root is None:
            self.report(0, "empty", self.path.name, "write the record, or delete the file")
        return root

    def node(self, event: Any, depth: int) -> Node:
        """Build the node that an event begins, with the nodes below it."""
        line = event.start_mark.line + 1
        if depth > _DEEPEST:
            raise _TooDeep(line)
        kind = type(event).__name__
        marked = self.marks(event, line, kind)
        if kind == "AliasEvent":
            return Scalar("", line, bad=True)
        if kind == "ScalarEvent":
            return self.scalar(event, line, marked)
        if event.flow_style:
            self.report(line, "flow", self.source(event), "write a block list, one item a line")
        if kind == "SequenceStartEvent":
            items = []
            while type(below := next(self.events)).__name__ != "SequenceEndEvent":
                items.append(self.node(below, depth + 1))
            return Sequence(tuple(items), line)
        return self.mapping(line, depth)

    def mapping(self, line: int, depth: int) -> Mapping:
        """Build a mapping up to its end; of two equal keys only the first is kept."""
        entries: dict[str, tuple[Scalar, Node]] = {}
        while type(below := next(self.events)).__name__ != "MappingEndEvent":
            key = self.node(below, depth + 1)
            value = self.node(next(self.events), depth + 1)
            if not isinstance(key, Scalar):
                self.report(key.line, "key", self.lines[key.line - 1], "write a plain word as key")
            elif key.text in entries:
                first = entries[key.text][0].line
                advice = f"delete one of the two: the key already stands on line {first}"
                self.report(key.line, "duplicate-key", key.text, advice)
            else:
                entries[key.text] = (key, value)
        return Mapping(tuple(entries.values()), line)

    def marks(self, event: Any, line: int, kind: str) -> bool:
        """Report an anchor, an alias or a tag; say whether there was one."""
        before = len(self.found)
        quotes = "if the sign belongs to the value, put double quotes around the value"
        if kind == "AliasEvent":
            self.report(line, "alias", f"*{event.anchor}", f"write the value itself; {quotes}")
        elif event.anchor is not None:
            self.report(line, "anchor", f"&{event.anchor}", f"delete the anchor; {quotes}")
        if kind != "AliasEvent" and event.tag is not None:
            self.report(line, "tag", event.tag, f"delete the tag; {quotes}")
        return len(self.found) > before

    def scalar(self, event: Any, line: int, marked: bool) -> Scalar:
        """Take a scalar as it stands, and report what the subset does not have."""
        text: str = event.value
        before = len(self.found)
        end = event.end_mark
        if event.style in ("|", ">") or end.line + 1 != line:
            self.report(line, "multi-line", text, "write the value on one line, without | or >")
        elif event.style == "'":
            advice = "use double quotes; for an ayn or hamza put double quotes around the value"
            self.report(line, "single-quotes", self.source(event), advice)
        elif event.style == '"' and "\\" in _ESCAPE.sub("", self.source(event)):
            advice = 'write the character itself: only \\" and \\\\ are escapes here'
            self.report(line, "escape", self.source(event), advice)
        else:
            rest = self.lines[line - 1][end.column :].strip()
            if text and rest.startswith("#"):
                self.report(line, "comment", rest, _OWN_LINE)
        return Scalar(text, line, bad=marked or len(self.found) > before)

    def source(self, event: Any) -> str:
        """The event's text as it stands in the file, up to the end of its first line."""
        start, end = event.start_mark, event.end_mark
        line: str = self.lines[start.line]
        return line[start.column : end.column if end.line == start.line else None]
