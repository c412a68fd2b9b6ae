"""Entries of a source into a gazetteer's folder: new ids, records, provenance, and what is left.

Use `import_entries` with the entries that a reader of this stage yields. Every record is read back
by the strict reader of the gazetteer before it counts, so that `check` has nothing to say of it.
A record of the source that came in earlier is passed over: the identity is the editors' since.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import pairwise
from os import PathLike
from pathlib import Path
from typing import Protocol

from nisba.batch.faults import Fault
from nisba.exchange.entries import Entry, ForeignName, Found, PassedOver, Rejected
from nisba.exchange.register import Register, fault_of_id
from nisba.exchange.staging import Stage, staged
from nisba.gazetteer.folder import FOLDERS
from nisba.gazetteer.layout import canonical
from nisba.gazetteer.records import record_of
from nisba.gazetteer.types import Identity, IdentityType, NameRecord, Office
from nisba.text.clean import ZWNJ, clean
from nisba.text.scripts import Script, dominant_script

_FOLDER_OF = {type_: folder for folder, type_ in FOLDERS.items()}
_LONGEST_NAME = 500
_LEFT_OUT = "a name left out: "


@dataclass(frozen=True, slots=True)
class Source:
    """The source that an import cites for every name: its key, and its row if it is a new one."""

    key: str
    title: str = ""
    licence: str = ""
    kind: str = "register"
    note: str = ""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did: counts of entries, and of names and facts that were left out of them.

    `known` came in earlier, `passed_over` are no identities, `rejected` cannot be read or used.
    """

    added: int
    known: int
    passed_over: int
    rejected: int
    names_left_out: int
    facts_left_out: int


def import_entries(
    found: Iterable[Found],
    into: str | PathLike[str],
    source: Source,
    *,
    limit: int | None = None,
    on_reject: Callable[[Rejected], None] = lambda rejected: None,
    on_left_out: Callable[[Fault], None] = lambda fault: None,
) -> Imported:
    """Add identities to a gazetteer's folder, which need not be there yet; whole or not at all.

    At most `limit` identities are added. `on_reject` hears of every entry that is set aside,
    `on_left_out` of single names and facts. Memory holds the ids, and no record.
    Raises `FaultyGazetteer` for faulty tables of the folder or an unknown source without title
    and licence, `NotADirectoryError` for a folder that is no gazetteer, and what reading raises.
    """
    with staged(Path(into)) as stage:
        register = Register(
            stage, source.key, (source.title, source.kind, source.licence, source.note)
        )
        taking = Taking(_Folder(stage, register), source.key, on_reject, on_left_out)
        taking.take_all(found, limit)
        imported = taking.imported()
        if imported.added:
            register.write(stage)
            stage.put_in_place()
    return imported


class Shelf(Protocol):
    """Where an import puts identities: a folder, or an index."""

    def has(self, foreign: str) -> bool:
        """Tell whether the record of this id is there already, or was."""
        ...

    def put(self, entry: Entry, identity: Identity, left_out: list[Fault]) -> bool:
        """Give an identity its id and keep it; if it cannot be kept, `left_out` says why."""
        ...


class Taking:
    """One import at work: takes entries one by one, and counts what became of them."""

    def __init__(
        self,
        shelf: Shelf,
        key: str,
        on_reject: Callable[[Rejected], None],
        on_left_out: Callable[[Fault], None],
    ) -> None:
        """Begin with nothing; every name will cite the source `key`."""
        self._shelf, self._key = shelf, key
        self._on_reject, self._on_left_out = on_reject, on_left_out
        self._seen: set[str] = set()
        self._counts: Counter[str] = Counter()

    def take_all(self, found: Iterable[Found], limit: int | None) -> None:
        """Take what a reader yields, until `limit` identities are added."""
        for entry in found:
            if limit is not None and self._counts["added"] >= limit:
                return
            self._take(entry)

    def imported(self) -> Imported:
        """Return the counts."""
        counts = self._counts
        return Imported(
            counts["added"],
            counts["known"],
            counts["passed over"],
            counts["rejected"],
            counts["names"],
            counts["facts"],
        )

    def _take(self, found: Found) -> None:
        if isinstance(found, PassedOver):
            self._counts["passed over"] += 1
        elif isinstance(found, Rejected):
            self._reject(found)
        elif found.id in self._seen:
            reason = "the id stands twice in the file: rows of one id must stand together"
            self._reject(Rejected(Fault(found.path, found.line, found.id, reason), found.raw))
        elif fault := fault_of_id(found.id):
            self._reject(Rejected(Fault(found.path, found.line, found.id, fault), found.raw))
        elif self._shelf.has(found.id):
            self._seen.add(found.id)
            self._counts["known"] += 1
        else:
            self._seen.add(found.id)
            self._add(found)

    def _reject(self, rejected: Rejected) -> None:
        self._counts["rejected"] += 1
        self._on_reject(rejected)

    def _leave_out(self, what: str, fault: Fault) -> None:
        self._counts[what] += 1
        self._on_left_out(fault)

    def _add(self, entry: Entry) -> None:
        identity, left_out = _identity(entry, self._key)
        if identity.names and self._shelf.put(entry, identity, left_out):
            self._counts["added"] += 1
            for fault in left_out:
                self._leave_out("names", fault)
            for fault in entry.unread:
                self._leave_out("facts", fault)
            return
        first = left_out[0] if left_out else Fault(entry.path, entry.line, entry.id, "")
        why = first.message.removeprefix(_LEFT_OUT) or "the entry has none"
        reason = f"no name that a record can hold: {why}"
        self._reject(Rejected(replace(first, message=reason), entry.raw))


@dataclass(frozen=True, slots=True)
class _Folder:
    """The folder of a gazetteer, as it is to be: records with minted ids."""

    stage: Stage
    register: Register

    def has(self, foreign: str) -> bool:
        return self.register.has(foreign)

    def put(self, entry: Entry, identity: Identity, left_out: list[Fault]) -> bool:
        try:
            identity = replace(identity, id=self.register.id_for(entry.id, identity.label))
        except ValueError as no_id:  # a label without a letter that ASCII has
            left_out.append(Fault(entry.path, entry.line, identity.label, str(no_id)))
            return False
        fitting = fitted(entry, identity, left_out)
        if fitting is None:
            return False
        path = self.stage.path_of(_FOLDER_OF[fitting.type], f"{fitting.id}.yaml")
        path.write_text(canonical(fitting), encoding="utf-8", newline="")
        self.register.add(entry.id, fitting.id)
        return True


def fitted(entry: Entry, identity: Identity, left_out: list[Fault]) -> Identity | None:
    """Return an identity with the names that the strict reader takes; the others are left out.

    `None` if none is left, or another fault stands in the way: `left_out` begins with it then.
    """
    path = Path(f"{identity.id}.yaml")
    while identity.names:
        record = record_of(path, canonical(identity).encode())
        if not record.findings:
            return identity
        starts = [*record.name_lines, len(record.lines) + 1]
        spans = list(pairwise(starts))
        bad = [
            next((f for f in record.findings if first <= f.line < end), None)
            for first, end in spans
        ]
        if not any(bad) and identity.label not in {name.text for name in identity.names}:
            # The fault is the label's, and any name will do for that.
            identity = replace(identity, label=_label("", identity.names))
            continue
        if len(bad) != len(identity.names) or not any(bad):
            fault = record.findings[0]
            left_out.insert(0, Fault(entry.path, entry.line, fault.value, fault.message))
            return None
        pairs = list(zip(identity.names, bad, strict=True))
        left_out += (
            Fault(entry.path, entry.line, name.text, _LEFT_OUT + fault.message)
            for name, fault in pairs
            if fault is not None
        )
        identity = replace(identity, names=tuple(name for name, fault in pairs if not fault))
    return None


def _identity(entry: Entry, key: str) -> tuple[Identity, list[Fault]]:
    """Return an identity still without an id, and the names that cannot be among its own."""
    names: dict[str, NameRecord] = {}
    left_out: list[Fault] = []
    for name in entry.names:
        text = clean(name.text)
        if why := _fault_of(text):
            left_out.append(Fault(entry.path, entry.line, name.text, _LEFT_OUT + why))
        elif text not in names:
            names[text] = _record(name, text, key)
    records = tuple(names.values())
    identity = Identity(
        id="",
        type=entry.type,
        label=_label(clean(entry.label), records),
        names=records,
        gender=entry.gender,
        birth_year=entry.birth_year,
        death_year=entry.death_year,
        countries=entry.countries,
        offices=_offices(entry),
    )
    if entry.type is not IdentityType.PERSON:
        identity = replace(identity, gender="", birth_year=None, death_year=None, offices=())
    return identity, left_out


def _offices(entry: Entry) -> tuple[Office, ...]:
    """Return offices whose titles a record can hold; without a title there is no office."""
    titles = dict.fromkeys(clean(title) for title in entry.offices)
    return tuple(Office(title, "", "") for title in titles if title and _is_visible(title))


def _record(name: ForeignName, text: str, key: str) -> NameRecord:
    status = "proposed" if name.weak else "accepted"
    return NameRecord(text, dominant_script(text), name.kind, key, status)


def _fault_of(text: str) -> str:
    """Say what no reader of a record would: the rest is left to the strict reader."""
    if not any(c.isalpha() for c in text):
        return "it has no letters"
    if len(text) > _LONGEST_NAME:
        return f"it is longer than {_LONGEST_NAME} characters"
    return "" if _is_visible(text) else "it has invisible characters"


def _is_visible(text: str) -> bool:
    """Tell whether a clean text can be seen: the non-joiner of Persian spelling is allowed."""
    return text.replace(ZWNJ, "").isprintable()


def _label(given: str, names: tuple[NameRecord, ...]) -> str:
    """Return the label: the source's own if it is Latin, else the first Latin name, else any.

    Ids are made of it, and an id of Arabic letters in ASCII says nobody anything.
    """
    latin = [name.text for name in names if name.script is Script.LATIN]
    fits = given and len(given) <= _LONGEST_NAME and _is_visible(given)
    if fits and dominant_script(given) is Script.LATIN:
        return given
    others = [name.text for name in names]
    return next(iter([*latin, *([given] if fits else []), *others]), "")
