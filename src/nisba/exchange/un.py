"""The consolidated list of the UN Security Council as XML: individuals and entities.

The file is read as a stream, one individual at a time. It needs no document type, and none is
accepted: a document type is where entities that expand without end, or read other files, are
declared. Aliases of low quality come in as proposed.
"""

from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, TreeBuilder, tostring
from xml.parsers import expat

from nisba.batch.faults import Fault, FaultyFile
from nisba.exchange.entries import Entry, ForeignName, Found, Rejected, known_facts
from nisba.exchange.opening import Progress, opened
from nisba.gazetteer.types import IdentityType

_BLOCK = 1 << 16
_NAMES = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
_TYPES = {"INDIVIDUAL": IdentityType.PERSON, "ENTITY": IdentityType.ORGANISATION}
#: The largest record that is read, in elements and in characters; real ones have hundreds.
_MOST_ELEMENTS = 20_000
_MOST_TEXT = 1_000_000


def read_un(path: Path, on_progress: Progress = lambda done: None) -> Iterator[Found]:
    """Yield what each individual and entity of the list is.

    Raises `FaultyFile` for a document type, an entity of its own, and a record beyond all
    measure. XML that breaks off ends the reading with a reject; what came before stands.
    """
    records = _Records(path)
    with opened(path, on_progress) as file:
        while True:
            block = file.read(_BLOCK)
            try:
                records.parser.Parse(block, not block)
            except FaultyFile:
                raise
            except (LookupError, ValueError) as fault:
                # The encoding that the file names: an unknown one, or one that expat cannot read.
                raise FaultyFile(path, 1, "", f"declare UTF-8: {fault}") from None
            except expat.ExpatError as fault:
                yield from (_entry(path, *record) for record in records.take())
                reason = f"no XML from here on, or cut off: {expat.ErrorString(fault.code)}"
                yield Rejected(Fault(path, fault.lineno, f"column {fault.offset}", reason), "")
                return
            yield from (_entry(path, *record) for record in records.take())
            if not block:
                return


class _Records:
    """Builds the tree of one record at a time, and forgets everything between them."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._done: list[tuple[int, Element]] = []
        self._builder: TreeBuilder | None = None
        self._depth = self._elements = self._text = self._line = 0
        self.parser = expat.ParserCreate()
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._data
        self.parser.StartDoctypeDeclHandler = self._doctype

    def take(self) -> list[tuple[int, Element]]:
        """Return the records that are complete, and forget them."""
        done, self._done = self._done, []
        return done

    def _refuse(self, value: str, reason: str) -> None:
        raise FaultyFile(self._path, self.parser.CurrentLineNumber, value, reason)

    def _doctype(self, name: str, system: str | None, public: str | None, internal: bool) -> None:
        self._refuse(f"<!DOCTYPE {name}", "a document type: refused, it may declare entities")

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        if self._builder is None:
            if tag not in _TYPES:
                return
            self._builder = TreeBuilder()
            self._depth = self._elements = self._text = 0
            self._line = self.parser.CurrentLineNumber
        self._depth += 1
        self._elements += 1
        if self._elements > _MOST_ELEMENTS:
            self._refuse(tag, f"a record of more than {_MOST_ELEMENTS:,} elements")
        self._builder.start(tag, attributes)

    def _data(self, text: str) -> None:
        if self._builder is not None:
            self._text += len(text)
            if self._text > _MOST_TEXT:
                self._refuse(text[:40], f"a record of more than {_MOST_TEXT:,} characters")
            self._builder.data(text)

    def _end(self, tag: str) -> None:
        if self._builder is None:
            return
        self._builder.end(tag)
        self._depth -= 1
        if not self._depth:
            self._done.append((self._line, self._builder.close()))
            self._builder = None


def _text(element: Element, tag: str) -> str:
    return " ".join((element.findtext(tag) or "").split())


def _entry(path: Path, line: int, record: Element) -> Found:
    type_ = _TYPES[record.tag]
    raw = tostring(record, encoding="unicode")
    ident = _text(record, "DATAID") or _text(record, "REFERENCE_NUMBER")
    if not ident:
        reason = "the record has no DATAID and no REFERENCE_NUMBER"
        return Rejected(Fault(path, line, record.tag, reason), raw)
    name = " ".join(filter(None, (_text(record, tag) for tag in _NAMES)))
    original = _text(record, "NAME_ORIGINAL_SCRIPT")
    names = [ForeignName(text) for text in (name, original) if text]
    for alias in record.findall(f"{record.tag}_ALIAS"):
        quality = _text(alias, "QUALITY").casefold()
        kind = "former" if quality.replace(".", "") == "fka" else "name"
        pieces = (piece.strip() for piece in _text(alias, "ALIAS_NAME").split(";"))
        names += [ForeignName(piece, kind, quality == "low") for piece in pieces if piece]
    person = type_ is IdentityType.PERSON
    birth, _, codes, gender, unread = known_facts(
        path,
        line,
        born=list(_born(record)) if person else (),
        countries=[
            " ".join((value.text or "").split()) for value in record.findall("NATIONALITY/VALUE")
        ],
        genders=[_text(record, "GENDER")] if person else (),
    )
    return Entry(
        path, line, ident, type_, tuple(names), name, gender, birth, None, codes, (), unread, raw
    )


def _born(record: Element) -> Iterator[str]:
    for date in record.findall("INDIVIDUAL_DATE_OF_BIRTH"):
        sort = _text(date, "TYPE_OF_DATE").casefold()
        year = _text(date, "YEAR") or _text(date, "DATE")
        first, last = _text(date, "FROM_YEAR"), _text(date, "TO_YEAR")
        if year:
            yield f"c. {year}" if sort == "approximately" else year
        elif first and last:
            yield f"{first}-{last}"
