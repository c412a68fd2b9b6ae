"""A gazetteer as an edit would leave it: thought out in memory, judged, and given on as changes.

Every edit works on a `Draft`. What the draft refuses it gathers, so that an editor learns all that
is wrong at once.
"""

import functools
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from datetime import date as day
from difflib import get_close_matches
from pathlib import Path

from nisba.gazetteer.answers import (
    ANSWER_COLUMNS,
    ANSWERS,
    QUESTIONS,
    REVIEW,
    VOWELS,
    Answer,
    Answers,
    romanized_elements,
    sound_answers,
)
from nisba.gazetteer.changes import Change
from nisba.gazetteer.faults import FaultyGazetteer, Finding, error, errors_of
from nisba.gazetteer.folder import FOLDERS, Folder, follow, unknown_source
from nisba.gazetteer.folding import folded
from nisba.gazetteer.imports import read_imports
from nisba.gazetteer.layout import Place, commented, comments_of
from nisba.gazetteer.lines import lines_of
from nisba.gazetteer.records import Record, record_of
from nisba.gazetteer.tables import RETIRED_COLUMNS
from nisba.gazetteer.types import Identity

_RETIRED = "retired.tsv"
_FOLDER_OF = {type_: name for name, type_ in FOLDERS.items()}


class Draft:
    """A folder without errors, and what an edit puts in the place of its files.

    Raises `FaultyGazetteer` for a folder with errors: an edit would build on sand.
    """

    def __init__(self, folder: Folder) -> None:
        """Begin with the folder as it is."""
        if faults := errors_of(folder.findings):
            raise FaultyGazetteer(sorted(faults))
        self.folder = folder
        self.refused: list[Finding] = []
        self.comments: dict[str, dict[Place, list[str]]] = {}
        self._records: dict[str, Record] = {}
        self._now: dict[str, Identity] = {}
        for record in folder.records:
            if record.identity is not None:
                self._records[record.identity.id] = record
                self._now[record.identity.id] = record.identity
        self._touched: dict[str, None] = {}
        self._rows: list[str] = []
        self._answers: list[str] = []

    @property
    def taken(self) -> frozenset[str]:
        """Every id that stands, ever stood, or was minted for an import that was cut off."""
        minted = (row["id"] for row in read_imports(self.folder.root).rows)
        return frozenset({*self._now, *self._records, *self.folder.retired, *minted})

    def refuse(self, code: str, value: str, advice: str, path: Path | None = None) -> None:
        """Note why the edit cannot be."""
        self.refused.append(error(path or self.folder.root, 0, code, value, advice))

    def settle(self) -> None:
        """Raise `FaultyGazetteer` with all that was refused so far."""
        if self.refused:
            raise FaultyGazetteer(dict.fromkeys(self.refused))

    def path_of(self, identity: Identity) -> Path:
        """Return the file of an identity."""
        return self.folder.root / _FOLDER_OF[identity.type] / f"{identity.id}.yaml"

    def find(self, ident: str) -> Identity | None:
        """Return the identity of an id; refuse one that is unknown, retired, or no id at all."""
        if ident in self._now:
            return self._now[ident]
        if ident in self.folder.retired:
            end = follow(ident, self.folder.retired)
            advice = f"use {end}, which replaces it" if end else "nothing replaces it"
            self.refuse("id", ident, f"the id is retired: {advice}")
        else:
            near = get_close_matches(ident[:200], self._now, n=3, cutoff=0.5)
            there = f": is it {', '.join(near)}?" if near else ""
            self.refuse("id", ident, f"no record has this id{there}")
        return None

    def get(self, ident: str) -> Identity:
        """Return the identity of an id; raises `FaultyGazetteer` where `find` refuses."""
        identity = self.find(ident)
        self.settle()
        assert identity is not None
        return identity

    def fit(self, what: str, value: str, *, tabs: bool = False) -> str:
        """Return a value in the form NFC with single spaces; refuse what no file may hold.

        `tabs` says that the value is for a table, which parts its fields by them.
        """
        value = " ".join(filter(None, unicodedata.normalize("NFC", value).split(" ")))
        path = Path(what)
        # A byte that is no UTF-8 comes from the command line as a lone surrogate.
        _, found = lines_of(path, f"{value}\n".encode("utf-8", "surrogateescape"), tabs=tabs)
        if not value:
            found.append(error(path, 0, "empty", value, f"write a {what}"))
        elif "\n" in value or "\r" in value:
            found.append(error(path, 0, "line-end", value, "write it on one line"))
        elif tabs and "\t" in value:
            found.append(error(path, 0, "tab", value, "write spaces in place of the tab"))
        self.refused += found
        return value

    def put(self, identity: Identity, comments: dict[Place, list[str]] | None = None) -> None:
        """Let a record say what the identity says; its comments stay, or are those given."""
        self._touch(identity.id)
        if comments is not None:
            self.comments[identity.id] = comments
        self._now[identity.id] = identity

    def retire(self, ident: str, replacement: str, reason: str, date: day | None) -> None:
        """Take a record away, and let its id lead to another, or to nothing if that is empty."""
        self._touch(ident)
        del self._now[ident]
        when = (date or day.today()).isoformat()
        self._rows.append("\t".join((ident, replacement, self.fit("reason", reason), when)))

    def answer(self, given: Answer) -> None:
        """Write down what an editor has answered; an answer that is there is not given twice."""
        name = self.fit("name", given.name, tabs=True)
        note = self.fit("note", given.note, tabs=True) if given.note else ""
        if given.question not in QUESTIONS:
            self.refuse("question", given.question, f"name one of {', '.join(QUESTIONS)}")
        if given.source not in self.folder.sources:
            place = self.folder.root / "sources.tsv"
            self.refused.append(unknown_source(place, 0, given.source, self.folder.sources))
        if given.question == VOWELS:
            if romanized_elements(self.folder.root).get(given.id) != name:
                self.refuse("id", given.id, f"no element of this id is romanized {name!r}")
        elif (given.id or given.question != REVIEW) and given.id not in self.folder.retired:
            self.find(given.id)
        if not self._answered.has(given.question, name, given.id):
            when = (given.date or day.today()).isoformat()
            cells = (name, given.question, given.id, note, given.source, when)
            self._answers.append("\t".join(cells))

    @functools.cached_property
    def _answered(self) -> Answers:
        return sound_answers(self.folder.root, self.folder.retired)

    def comments_of(self, ident: str) -> dict[Place, list[str]]:
        """Return the comments of a record as they are before the edit."""
        return comments_of(self._records[ident]) if ident in self._records else {}

    def bearers(self, names: Iterable[str]) -> dict[str, dict[str, str]]:
        """Return which identities have a name that folds as one of these, and how it is written."""
        wanted: dict[str, dict[str, str]] = {folded(name): {} for name in names}
        for ident, identity in self._now.items():
            for name in identity.names:
                if name.kind == "name" and (place := wanted.get(folded(name.text))) is not None:
                    place.setdefault(ident, name.text)
        return wanted

    def linking(self, ident: str) -> list[Identity]:
        """Return the identities that name another as their namesake."""
        return [i for i in self._now.values() if ident in i.namesakes]

    def changes(self) -> tuple[Change, ...]:
        """Return what is to be written, each record judged as the reader will judge it."""
        self.settle()
        made = [change for ident in self._touched if (change := self._change(ident)) is not None]
        self.settle()
        made += self._table(_RETIRED, RETIRED_COLUMNS, self._rows)
        made += self._table(ANSWERS, ANSWER_COLUMNS, self._answers)
        return tuple(sorted(made, key=lambda change: change.path))

    def _touch(self, ident: str) -> None:
        self._touched[ident] = None

    def _change(self, ident: str) -> Change | None:
        old, new = self._records.get(ident), self._now.get(ident)
        before = None if old is None else old.path.read_bytes().decode("utf-8")
        path = old.path if old is not None else self.path_of(self._now[ident])
        after = None if new is None else self._written(path, new)
        inside = path.relative_to(self.folder.root).as_posix()
        return None if before == after else Change(inside, before, after)

    def _written(self, path: Path, identity: Identity) -> str:
        comments = self.comments.get(identity.id)
        text = commented(identity, self.comments_of(identity.id) if comments is None else comments)
        self.refused += record_of(path, text.encode()).findings
        return text

    def _table(self, name: str, columns: tuple[str, ...], new: list[str]) -> Iterator[Change]:
        """The change of a table that gets new rows."""
        if not new:
            return
        path = self.folder.root / name
        before = path.read_bytes().decode("utf-8") if path.is_file() else None
        lines = ["\t".join(columns)] if before is None else before.split("\n")[:-1]
        for row in dict.fromkeys(new):
            # Rows are sorted by their first field alone.
            firsts = [line.partition("\t")[0] for line in lines[1:]]
            lines.insert(1 + bisect_left(firsts, row.partition("\t")[0]), row)
        yield Change(name, before, "".join(f"{line}\n" for line in lines))
