"""The name field of a machine-readable zone, as passports and identity cards have it.

Behind romanization by ICAO Doc 9303-3, which gives the letters; here is their layout: the primary
identifier, two fillers, the secondary identifier, and fillers up to the end of the field.
"""

import re

from nisba.translit.romanize import romanize
from nisba.translit.types import DOCUMENTS, Document, Note, Romanization

WIDTHS: dict[Document, int] = {"td1": 30, "td2": 31, "td3": 39}
"""Characters of the name field: of a card, of a larger card, and of a passport."""

_FILLER = "<"
_FOREIGN = re.compile("[^A-Z<]")
_COMMA = re.compile("[,\u060c]")  # the Latin and the Arabic comma
_RUN = re.compile("<+")
_LETTERS = re.compile("[A-Z]{2,}")


def name_field(primary: str, secondary: str = "", document: Document = "td3") -> str:
    """The name field of a document, from the two identifiers in Arabic script.

    Which part of a name is its primary identifier is the state's to say that issues the document;
    where a name is not parted, all of it is. A field that is too short ends in a letter, which
    tells that names were cut off. Titles are not left out. Raises ValueError for an unknown
    document, a name without letters, and a character that the zone cannot hold.

    >>> name_field("\u062c\u0645\u064a\u0644\u0629", "\u062d\u0633\u0646")  # جميلة حسن
    'JMYLXAH<<XHSN<<<<<<<<<<<<<<<<<<<<<<<<<<'
    """
    if document not in WIDTHS:
        raise ValueError(f"unknown document: {document!r}; known are {', '.join(DOCUMENTS)}")
    parts = [_encoded(primary), _encoded(secondary)]
    if not parts[0]:
        raise ValueError(f"no primary identifier in {primary!r}: write a name")
    width = WIDTHS[document]
    return _cut((_FILLER * 2).join(filter(None, parts)), width).ljust(width, _FILLER)


def name_field_of(name: str, document: Document = "td3") -> str:
    """The name field of a name whose primary identifier stands before a comma, if it has one.

    >>> name_field_of("\u0639\u0628\u0627\u0633", "td1")  # عباس
    'EBAS<<<<<<<<<<<<<<<<<<<<<<<<<<'
    """
    primary, _, secondary = _COMMA.sub(",", name, count=1).partition(",")
    return name_field(primary, secondary, document)


def zone_of(name: str, document: Document = "td3") -> Romanization:
    """The name field as a romanization, for files: empty, with a note, where there can be none."""
    try:
        return Romanization(name_field_of(name, document))
    except ValueError as fault:
        return Romanization("", notes=(Note(0, len(name), "unwritten", str(fault)),))


def _encoded(name: str) -> str:
    """An identifier in the letters of the zone, its components parted by one filler."""
    written = romanize(name.strip(), "icao-9303")
    if found := _FOREIGN.search(written):
        advice = "write the name in Arabic script alone"
        raise ValueError(f"{found[0]!r} of {name!r} has no letter in the zone: {advice}")
    return _RUN.sub(_FILLER, written).strip(_FILLER)


def _cut(field: str, width: int) -> str:
    """The field cut to its width, so that a letter stands last.

    Where the cut would fall on a filler, the last component that has two letters gives up one.
    """
    while len(field) > width and field[width - 1] == _FILLER:
        if not (longer := list(_LETTERS.finditer(field, 0, width))):
            break
        end = longer[-1].end()
        field = field[: end - 1] + field[end:]
    return field[:width]
