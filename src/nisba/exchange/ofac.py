"""The SDN list of the US Treasury as CSV files: SDN.CSV for the names, ALT.CSV for aliases.

The files have no header, `-0-` is an empty cell, and birth, nationality and gender stand in the
remarks, as in "DOB 05 Jul 1967; nationality Iraq; Gender Male.". Aliases that the list calls weak
stand there too, in quotation marks, and come in as proposed. Remarks that are too long for
SDN.CSV go on in SDN_COMMENTS.CSV. Ships and aircraft are passed over. Names stay as listed, family
name first.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from nisba.batch.cells import fault_of_text
from nisba.batch.faults import Fault
from nisba.batch.rows import Reject, Row, read_rows
from nisba.exchange.entries import Entry, ForeignName, Found, PassedOver, Rejected, known_facts
from nisba.exchange.opening import Progress, opened_text
from nisba.gazetteer.types import IdentityType

_SDN_FIELDS = 12
_ALT_FIELDS = 5
_COMMENT_FIELDS = 2
_NULL = "-0-"
#: The old mark for the end of a file, which still stands behind the last row.
_END = "\x1a"
_FORMER = "fka"

_BORN = re.compile(r"(?:alt\. )?DOB (.+)")
_NATION = re.compile(r"(?:alt\. )?(?:nationality|citizen) (.+)")
_GENDER = re.compile(r"Gender (\w+)")
_WEAK = re.compile(r"""([afn])\.k\.a\. ['"](.+?)['"]""")

Aliases = dict[str, list[ForeignName]]


def read_ofac(
    sdn: Path,
    alt: Path,
    on_progress: Progress = lambda done: None,
    encoding: str = "utf-8",
    comments: Path | None = None,
) -> Iterator[Found]:
    """Yield what each row of the list is, with its aliases; rejects of the other files come first.

    Aliases, and the remarks that go on in `comments`, are held in memory, by the number of their
    row in SDN.CSV.
    """
    more: dict[str, str] = {}
    for row in _rows(comments, _COMMENT_FIELDS, lambda done: None, encoding) if comments else ():
        if isinstance(row, Rejected):
            yield row
            continue
        more[_cell(row.cells[0])] = row.cells[1]
    aliases: Aliases = {}
    for row in _rows(alt, _ALT_FIELDS, lambda done: None, encoding):
        if isinstance(row, Rejected):
            yield row
            continue
        number, _, type_, name, _ = (_cell(cell) for cell in row.cells)
        kind = "former" if type_.replace(".", "") == _FORMER else "name"
        aliases.setdefault(number, []).append(ForeignName(name, kind))
    for row in _rows(sdn, _SDN_FIELDS, on_progress, encoding):
        yield row if isinstance(row, Rejected) else _entry(sdn, row, aliases, more)


def _rows(path: Path, width: int, on_progress: Progress, encoding: str) -> Iterator[Row | Rejected]:
    with opened_text(path, on_progress, encoding) as file:
        # An InputStream of text is all that the reader of rows needs.
        for row in read_rows(file, ","):  # type: ignore[arg-type]  # IO[str] reads as TextIO does
            if isinstance(row, Reject):
                yield Rejected(Fault(path, row.line, row.value, row.reason), row.raw)
            elif row.raw.strip() in ("", _END):
                continue
            elif why := fault_of_text(row.raw):
                yield Rejected(Fault(path, row.line, row.raw, why), row.raw)
            elif len(row.cells) != width:
                reason = f"a row of this file has {width} fields: there are {len(row.cells)}"
                yield Rejected(Fault(path, row.line, row.raw, reason), row.raw)
            else:
                yield row


def _cell(cell: str) -> str:
    stripped = cell.strip()
    return "" if stripped == _NULL else stripped


def _entry(path: Path, row: Row, aliases: Aliases, more: dict[str, str]) -> Found:
    cells = [_cell(cell) for cell in row.cells]
    number, name, type_, remarks = cells[0], cells[1], cells[2], cells[-1]
    if number in more:
        remarks = row.cells[-1] + more[number]  # cut anywhere, in a word too
    if type_ not in ("individual", ""):
        return PassedOver(row.line)
    if not number.isdecimal():
        reason = "a row begins with its number: are the files in the order SDN.CSV ALT.CSV?"
        return Rejected(Fault(path, row.line, number, reason), row.raw)
    person = type_ == "individual"
    pieces = [piece.strip().rstrip(".") for piece in remarks.split(";")]
    birth, _, codes, gender, unread = known_facts(
        path,
        row.line,
        born=_said(_BORN, pieces) if person else (),
        countries=_said(_NATION, pieces),
        genders=_said(_GENDER, pieces) if person else (),
    )
    return Entry(
        path,
        row.line,
        number,
        IdentityType.PERSON if person else IdentityType.ORGANISATION,
        (ForeignName(name), *aliases.get(number, ()), *_weak(pieces)),
        _in_order(name) if person else name,
        gender,
        birth,
        None,
        codes,
        unread=unread,
        raw=row.raw,
    )


def _said(pattern: re.Pattern[str], pieces: list[str]) -> list[str]:
    return [found[1] for piece in pieces if (found := pattern.fullmatch(piece))]


def _weak(pieces: list[str]) -> Iterator[ForeignName]:
    for piece in pieces:
        if found := _WEAK.fullmatch(piece):
            yield ForeignName(found[2], "former" if found[1] == "f" else "name", weak=True)


def _in_order(name: str) -> str:
    """Return a name of the list in the order in which it is spoken, for a label.

    >>> _in_order("AL-KADHIMI, Mustafa")
    'Mustafa AL-KADHIMI'
    """
    family, comma, given = name.partition(",")
    return f"{given.strip()} {family.strip()}" if comma else name
