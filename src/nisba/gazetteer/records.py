"""From the tree of a record to an `Identity`: keys, their order, and what each value may be.

Use `read_record` for one file. It reports every fault that one file can show by itself; what
needs the other files (sources, namesakes, retired ids) is found by `nisba.gazetteer.check`.
"""

import functools
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from nisba.gazetteer.faults import Finding, error
from nisba.gazetteer.lines import MENDED_CODES, lines_of, read_lines
from nisba.gazetteer.types import Identity, IdentityType, NameRecord, Office
from nisba.gazetteer.yaml_subset import Mapping, Node, Scalar, Sequence, parse_record
from nisba.text.scripts import Script, script_of

IDENTITY_KEYS = (
    "id",
    "type",
    "label",
    "gender",
    "birth_year",
    "death_year",
    "countries",
    "offices",
    "namesakes",
    "names",
)
OFFICE_KEYS = ("title", "start", "end")
NAME_KEYS = ("text", "script", "kind", "source", "status")
NAME_KINDS = ("name", "kunya", "pen-name", "former", "short", "abbreviation", "misspelling")
STATUSES = ("accepted", "proposed")
GENDERS = ("male", "female")
_PERSON_ONLY = ("gender", "birth_year", "death_year", "offices")

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_COUNTRY = re.compile(r"[A-Z]{2}")
_YEAR = re.compile(r"[1-9][0-9]{2,3}")
_TYPES, _SCRIPTS = tuple(map(str, IdentityType)), tuple(map(str, Script))


@dataclass(slots=True)
class Record:
    """One file as it was read: its identity if it has no errors, and the lines of its parts.

    `name_lines` and `namesake_lines` run along `identity.names` and `identity.namesakes`.
    `mended` is the identity that stands when every fault can be put right without a person.
    """

    path: Path
    lines: list[str]
    identity: Identity | None = None
    mended: Identity | None = None
    id_line: int = 0
    name_lines: list[int] = field(default_factory=list)
    sources: list[tuple[int, str]] = field(default_factory=list)
    namesake_lines: list[int] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)


def is_id(text: str) -> bool:
    """Tell whether a text is a well-made id: lower-case ASCII words and digits with hyphens.

    >>> is_id("mustafa-al-kadhimi"), is_id("../Kadhimi")
    (True, False)
    """
    return len(text) <= 100 and _ID.fullmatch(text) is not None


def scripts_of(text: str) -> frozenset[Script]:
    """Return the scripts of the letters; digits, marks and modifier letters belong to none.

    The ayn sign of a romanization (U+02BF) is a modifier letter, so it makes no name mixed.

    >>> sorted(scripts_of("Kadhimi al-" + chr(0x0643)))
    [<Script.ARABIC: 'Arab'>, <Script.LATIN: 'Latn'>]
    """
    return frozenset(filter(None, map(_script_of_letter, set(text))))


@functools.cache
def _script_of_letter(char: str) -> Script | None:
    is_letter = char.isalpha() and unicodedata.category(char) != "Lm"
    return script_of(char) if is_letter else None


def read_record(path: Path) -> Record:
    """Read one record with all its findings; its identity is `None` when one is an error."""
    return _record(path, *read_lines(path, tabs=False))


def record_of(path: Path, data: bytes) -> Record:
    """Read a record from bytes that are to stand at a path, by the rules for those that do."""
    return _record(path, *lines_of(path, data, tabs=False))


def _record(path: Path, lines: list[str] | None, found: list[Finding]) -> Record:
    record = Record(path, lines or [], findings=found)
    if lines is None:
        return record
    tree, faults = parse_record(path, lines)
    found += faults
    if isinstance(tree, Mapping):
        identity = _Builder(record).identity(tree)
        record.identity = None if found else identity
        record.mended = identity if _can_be_mended(record) else None
    elif tree is not None:
        found.append(error(path, tree.line, "shape", path.name, "begin the record with 'id: ...'"))
    return record


def _can_be_mended(record: Record) -> bool:
    codes = {finding.code for finding in record.findings}
    if any(line.lstrip(" ").startswith("#") for line in record.lines):
        # Where keys change places, nothing tells which of them a comment speaks of.
        return codes <= MENDED_CODES
    return codes <= MENDED_CODES | {"key-order"}


class _Builder:
    """Takes one tree apart, and reports into one record."""

    def __init__(self, record: Record) -> None:
        self.record = record

    def report(self, line: int, code: str, value: str, message: str) -> None:
        self.record.findings.append(error(self.record.path, line, code, value, message))

    def identity(self, tree: Mapping) -> Identity:
        """Build the identity; only worth keeping when nothing was reported."""
        nodes = self.keys(tree, IDENTITY_KEYS, ("id", "type", "label", "names"))
        ident = self.scalar(nodes, "id", self.id_fault)
        type_ = self.scalar(nodes, "type", _one_of(_TYPES))
        label = self.scalar(nodes, "label")
        gender = self.scalar(nodes, "gender", _one_of(GENDERS))
        born = self.scalar(nodes, "birth_year", _year_fault)
        died = self.scalar(nodes, "death_year", _year_fault)
        countries = self.scalars(nodes, "countries", _country_fault)
        offices = tuple(self.office(item) for item in self.items(nodes, "offices"))
        namesakes = self.scalars(nodes, "namesakes", _id_fault)
        names = tuple(self.name(item) for item in self.items(nodes, "names"))
        self.in_order(nodes, "birth_year", "death_year", born, died)
        self.distinct_names(names)
        if type_ in (IdentityType.ORGANISATION, IdentityType.PLACE):
            for key in _PERSON_ONLY:
                if key in nodes:
                    self.report(
                        nodes[key].line, "person-only", key, f"delete it: not a {type_} key"
                    )
        if "id" in nodes:
            self.record.id_line = nodes["id"].line
        self.record.namesake_lines = [item.line for item in self.items(nodes, "namesakes", True)]
        return Identity(
            id=ident,
            type=IdentityType(type_) if type_ in _TYPES else IdentityType.PERSON,
            label=label,
            names=names,
            gender=gender,
            birth_year=int(born) if born else None,
            death_year=int(died) if died else None,
            countries=countries,
            offices=offices,
            namesakes=namesakes,
        )

    def id_fault(self, text: str) -> str:
        stem = self.record.path.name.removesuffix(".yaml")
        if fault := _id_fault(text):
            return fault
        return "" if text == stem else f"make the id and the file name equal: the file is {stem}"

    def office(self, node: Node) -> Office:
        """Build an office."""
        if not isinstance(node, Mapping):
            self.wrong_shape(node, "an office begins with '- title: ...'")
            return Office("", "", "")
        nodes = self.keys(node, OFFICE_KEYS, ("title",))
        title = self.scalar(nodes, "title")
        start = self.scalar(nodes, "start", _year_fault)
        end = self.scalar(nodes, "end", _year_fault)
        self.in_order(nodes, "start", "end", start, end)
        return Office(title, start, end)

    def name(self, node: Node) -> NameRecord:
        """Build a name."""
        self.record.name_lines.append(node.line)
        if not isinstance(node, Mapping):
            self.wrong_shape(node, "a name begins with '- text: ...'")
            return NameRecord("", Script.OTHER, "", "")
        nodes = self.keys(node, NAME_KEYS, ("text", "script", "kind", "source"))
        text = self.scalar(nodes, "text")
        script = self.scalar(nodes, "script", _one_of(_SCRIPTS))
        kind = self.scalar(nodes, "kind", _one_of(NAME_KINDS))
        source = self.scalar(nodes, "source")
        status = self.scalar(nodes, "status", _one_of(STATUSES)) or "accepted"
        if source:
            self.record.sources.append((nodes["source"].line, source))
        if text and script:
            written = scripts_of(text)
            if written != {Script(script)}:
                seen = ", ".join(sorted(written)) or "no letters"
                self.report(
                    nodes["text"].line, "script", text, f"it is written in {seen}, not in {script}"
                )
        return NameRecord(text, Script(script or Script.OTHER), kind, source, status)

    def keys(
        self, tree: Mapping, known: tuple[str, ...], needed: tuple[str, ...]
    ) -> dict[str, Node]:
        """Return the known keys of a mapping, and report unknown, missing and misplaced ones."""
        nodes: dict[str, Node] = {}
        last, out_of_place = -1, False
        for key, node in tree.entries:
            if key.text not in known:
                self.report(key.line, "unknown-key", key.text, f"use only {', '.join(known)}")
                continue
            nodes[key.text] = node
            place = known.index(key.text)
            if place < last and not out_of_place:
                out_of_place = True
                advice = f"keep the order {', '.join(known)}"
                self.report(key.line, "key-order", key.text, advice)
            last = max(last, place)
        for key_text in needed:
            if key_text not in nodes:
                self.report(tree.line, "missing-key", key_text, f"add '{key_text}: ...'")
        return nodes

    def scalar(
        self, nodes: dict[str, Node], key: str, fault: Callable[[str], str] = lambda text: ""
    ) -> str:
        """Return the value of a key; an absent or faulty one is empty."""
        node = nodes.get(key)
        return "" if node is None else self.value(node, key, fault)

    def value(self, node: Node, key: str, fault: Callable[[str], str]) -> str:
        """Return one value, or report why it cannot be used and return an empty one."""
        if not isinstance(node, Scalar):
            self.wrong_shape(node, f"write one value for {key}, on its line")
        elif node.bad:
            return ""
        elif not node.text.strip():
            self.report(node.line, "empty", key, "write a value, or delete the key")
        elif node.text != " ".join(node.text.split()):
            self.report(node.line, "spaces", node.text, "write single spaces, and none at the ends")
        elif advice := fault(node.text):
            self.report(node.line, key.replace("_", "-"), node.text, advice)
        else:
            return node.text
        return ""

    def items(self, nodes: dict[str, Node], key: str, quiet: bool = False) -> tuple[Node, ...]:
        """Return the items of a list; report an empty one, and what is no list, unless `quiet`."""
        node = nodes.get(key)
        if isinstance(node, Sequence) and node.items:
            return node.items
        if node is not None and not quiet and not (isinstance(node, Scalar) and node.bad):
            if isinstance(node, Scalar) and not node.text:
                self.report(node.line, "empty", key, "write a list below it, or delete the key")
            else:
                self.wrong_shape(node, f"write {key} as a list, one '- ' a line")
        return ()

    def scalars(
        self, nodes: dict[str, Node], key: str, fault: Callable[[str], str]
    ) -> tuple[str, ...]:
        """Return the values of a list, and report repeated ones."""
        values: dict[str, None] = {}
        for item in self.items(nodes, key):
            text = self.value(item, key, fault)
            if text and text in values:
                self.report(item.line, "repeated", text, f"delete it: {key} already has it")
            values[text] = None
        return tuple(values)

    def wrong_shape(self, node: Node, advice: str) -> None:
        line = self.record.lines[node.line - 1] if node.line else ""
        self.report(node.line, "shape", line.strip(), advice)

    def in_order(
        self, nodes: dict[str, Node], first: str, second: str, start: str, end: str
    ) -> None:
        if start and end and int(end) < int(start):
            self.report(nodes[second].line, "years", end, f"it lies before the {first} {start}")

    def distinct_names(self, names: tuple[NameRecord, ...]) -> None:
        """Report names that the identity already has; another letter case is another spelling."""
        seen: dict[str, int] = {}
        for name, line in zip(names, self.record.name_lines, strict=True):
            first = seen.setdefault(name.text, line)
            if name.text and first != line:
                advice = f"delete it: line {first} already has this name"
                self.report(line, "duplicate-name", name.text, advice)


def _one_of(values: tuple[str, ...]) -> Callable[[str], str]:
    return lambda text: "" if text in values else f"write one of {', '.join(values)}"


def _id_fault(text: str) -> str:
    return "" if is_id(text) else "write lower-case ASCII letters and digits, parted by hyphens"


def _country_fault(text: str) -> str:
    return "" if _COUNTRY.fullmatch(text) else "write an ISO 3166 code of two capitals, like IQ"


def _year_fault(text: str) -> str:
    return "" if _YEAR.fullmatch(text) else "write a year of three or four digits, like 1967"
