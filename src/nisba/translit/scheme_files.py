"""From the three files of a scheme's folder to a `Scheme`, or to all that is wrong with them.

Below `nisba.translit.schemes`, which finds the folder. Strict as the readers of the gazetteer are:
every fault is collected with its path and line, and one of them keeps the scheme from being used.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

from nisba.gazetteer.faults import Finding, error, errors_of
from nisba.gazetteer.lines import read_lines
from nisba.gazetteer.tables import Row, Table, read_table, skeleton_of
from nisba.gazetteer.yaml_subset import Mapping as YamlMapping
from nisba.gazetteer.yaml_subset import Scalar, Sequence, parse_record
from nisba.sounds.tables import EMPTY
from nisba.sounds.units import UNITS
from nisba.translit.scheme_types import CONTEXTS, KINDS, MARKS, STATUSES, Example, Rule, Scheme

SCHEME_KEYS = (
    "id",
    "title",
    "authority",
    "year",
    "language",
    "script",
    "kind",
    "reversible",
    "inventory",
    "features",
    "sources",
    "notes",
)
SOURCE_KEYS = ("key", "title", "note")
RULE_COLUMNS = ("id", "unit", "context", "output", "rule", "note")
EXAMPLE_COLUMNS = ("arabic", "vocalised", "latin", "rules", "status", "source", "note")
_SPACE = "\u2423"  # ␣
_WORD = "="  # a rule for a whole word is written with this sign and the bare Arabic word
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_CODE_POINT = re.compile(r"U\+[0-9A-F]{4,6}")
_TERM = re.compile(r"[a-z]+(?:-[a-z]+)*")


def read_scheme(folder: Path) -> tuple[Scheme | None, tuple[Finding, ...]]:
    """Read a scheme's folder; `None` if a fault keeps it from being used, and all findings."""
    about, found = _read_about(folder / "scheme.yaml")
    kind = about.text("kind")
    rules = _read_rules(folder / "rules.tsv", kind)
    ids = frozenset(row["id"] for row in rules.rows)
    keys = frozenset(source["key"] for source in about.sources)
    examples = _read_examples(folder / "examples.tsv", ids, keys)
    found += [*rules.findings, *examples.findings]
    if errors_of(found):
        return None, tuple(found)
    scheme = Scheme(
        id=about.text("id"),
        title=about.text("title"),
        authority=about.text("authority"),
        year=about.text("year"),
        language=about.text("language"),
        script=about.text("script"),
        kind=kind,
        reversible=about.text("reversible") == "yes",
        inventory=tuple(about.text("inventory").split(" ")),
        rules=tuple(_rule(row, kind) for row in rules.rows),
        examples=tuple(_example(row) for row in examples.rows),
        features=MappingProxyType(about.features),
        sources=about.sources,
        notes=about.notes,
    )
    return scheme, tuple(found)


@dataclass(slots=True)
class _About:
    """What `scheme.yaml` says, before it is a scheme."""

    values: dict[str, str] = field(default_factory=dict)
    features: dict[str, str] = field(default_factory=dict)
    sources: tuple[Mapping[str, str], ...] = ()
    notes: tuple[str, ...] = ()

    def text(self, key: str) -> str:
        return self.values.get(key, "")


def _read_about(path: Path) -> tuple[_About, list[Finding]]:
    about = _About()
    if not path.is_file():
        return about, [error(path, 0, "no-file", path.name, "write the file that tells the scheme")]
    lines, found = read_lines(path, tabs=False)
    if lines is None:
        return about, found
    tree, more = parse_record(path, lines)
    found += more
    if not isinstance(tree, YamlMapping):
        if tree is not None:
            found.append(error(path, tree.line, "mapping", path.name, "write keys and values"))
        return about, found
    lines_of: dict[str, int] = {}
    for key, node in tree.entries:
        lines_of[key.text] = key.line
        if key.text not in SCHEME_KEYS:
            advice = f"write one of the keys {', '.join(SCHEME_KEYS)}"
            found.append(error(path, key.line, "key", key.text, advice))
        elif key.text == "features":
            about.features = dict(_pairs(path, node, found))
        elif key.text == "sources":
            about.sources = tuple(_sources(path, node, found))
        elif key.text == "notes":
            about.notes = tuple(_texts(path, node, found))
        elif isinstance(node, Scalar):
            about.values[key.text] = node.text
        else:
            found.append(error(path, key.line, "value", key.text, "write one value on this line"))
    found += _about_faults(path, about, lines_of)
    return about, found


def _about_faults(path: Path, about: _About, lines_of: Mapping[str, int]) -> Iterator[Finding]:
    for key in SCHEME_KEYS:
        if key not in ("features", "sources", "notes") and not about.text(key):
            yield error(path, lines_of.get(key, 0), "empty", key, f"write the key {key}")
    checks = (
        ("id", (path.parent.name,), "write the name of the folder"),
        ("kind", KINDS, f"write one of {', '.join(KINDS)}"),
        ("reversible", ("yes", "no"), "write yes or no"),
    )
    for key, allowed, advice in checks:
        if about.text(key) and about.text(key) not in allowed:
            yield error(path, lines_of.get(key, 0), key, about.text(key), advice)
    if about.text("id") and not _ID.fullmatch(about.text("id")):
        yield error(path, lines_of.get("id", 0), "id", about.text("id"), "write a-z, 0-9, hyphens")
    letters = about.text("inventory").split(" ")
    if len(set(letters)) < len(letters):
        twice = next(x for x in letters if letters.count(x) > 1)
        yield error(path, lines_of["inventory"], "duplicate", twice, "write each letter once")


def _pairs(path: Path, node: object, found: list[Finding]) -> Iterator[tuple[str, str]]:
    if not isinstance(node, YamlMapping):
        line = getattr(node, "line", 0)
        found.append(error(path, line, "mapping", "", "write one key and value a line"))
        return
    for key, value in node.entries:
        if isinstance(value, Scalar):
            yield key.text, value.text
        else:
            found.append(error(path, key.line, "value", key.text, "write one value on this line"))


def _items(path: Path, node: object, found: list[Finding]) -> tuple[object, ...]:
    if isinstance(node, Sequence):
        return node.items
    found.append(error(path, getattr(node, "line", 0), "list", "", "write a list, one item a line"))
    return ()


def _sources(path: Path, node: object, found: list[Finding]) -> Iterator[Mapping[str, str]]:
    for item in _items(path, node, found):
        source = dict(_pairs(path, item, found))
        line = getattr(item, "line", 0)
        for key in source.keys() - set(SOURCE_KEYS):
            found.append(error(path, line, "key", key, f"write {', '.join(SOURCE_KEYS)}"))
        if source.get("key") and source.get("title"):
            yield MappingProxyType(source)
        else:
            found.append(error(path, line, "empty", "", "a source has a key and a title"))


def _texts(path: Path, node: object, found: list[Finding]) -> Iterator[str]:
    for item in _items(path, node, found):
        if isinstance(item, Scalar):
            yield item.text
        else:
            line = getattr(item, "line", 0)
            found.append(error(path, line, "value", "", "write one sentence on this line"))


def _read_rules(path: Path, kind: str) -> Table:
    if not path.is_file():
        return Table(path, (), (error(path, 0, "no-file", path.name, "write the rules"),))

    def faults(row: Row) -> Iterator[tuple[str, str, str]]:
        if row["id"] and not _ID.fullmatch(row["id"]):
            yield "id", row["id"], "write lower-case ASCII letters and digits, parted by hyphens"
        for term in row["context"].split():
            known = term in CONTEXTS if kind == "sounds" else _TERM.fullmatch(term)
            if not known:
                yield "context", term, f"write terms of {', '.join(CONTEXTS)}"
        for unit in row["unit"].split(" "):
            if unit and not _is_unit(unit, kind):
                what = "code points like U+0628" if kind == "letters" else "units of the form"
                yield "unit", unit, f"write {what}, parted by spaces"

    return read_table(path, RULE_COLUMNS, ("id", "unit", "output"), faults)


def _is_unit(unit: str, kind: str) -> bool:
    if kind == "letters":
        return _CODE_POINT.fullmatch(unit) is not None
    return unit in UNITS or unit in MARKS or (unit[0] == _WORD and len(unit) > 1)


def _rule(row: Row, kind: str) -> Rule:
    units = tuple(row["unit"].split(" "))
    if kind == "letters":
        units = tuple(chr(int(unit[2:], 16)) for unit in units)
    output = row["output"].replace(EMPTY, "").replace(_SPACE, " ")
    context = frozenset(row["context"].split())
    return Rule(row["id"], units, context, output, row["rule"], row["note"])


def _read_examples(path: Path, ids: frozenset[str], keys: frozenset[str]) -> Table:
    if not path.is_file():
        return Table(path, (), (error(path, 0, "no-file", path.name, "write the examples"),))

    def faults(row: Row) -> Iterator[tuple[str, str, str]]:
        for rule in row["rules"].split():
            if rule not in ids:
                yield "rules", rule, "write ids of rules.tsv, parted by spaces"
        if row["status"] not in STATUSES:
            yield "status", row["status"], f"write one of {', '.join(STATUSES)}"
        if row["status"] == "published" and row["source"] not in keys:
            yield "source", row["source"], "cite a key of the sources in scheme.yaml"
        if row["vocalised"] and skeleton_of(row["vocalised"]) != row["arabic"]:
            message = f"without its marks it is {skeleton_of(row['vocalised'])}"
            yield "skeleton", row["vocalised"], f"{message}: correct it or column arabic"

    needed = ("arabic", "latin", "rules", "status")
    key = ("arabic", "vocalised", "latin")
    return read_table(path, EXAMPLE_COLUMNS, needed, faults, key)


def _example(row: Row) -> Example:
    return Example(
        _shown(row["arabic"]),
        _shown(row["vocalised"]),
        row["latin"],
        tuple(row["rules"].split()),
        row["status"] == "published",
        row["source"],
        row["note"],
    )


def _shown(cell: str) -> str:
    """The text of a cell; what files may not hold (tatweel) stands there as its code point."""
    return _CODE_POINT.sub(lambda found: chr(int(found[0][2:], 16)), cell)
