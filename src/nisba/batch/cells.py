"""Single cells, on their way in and out: what can be no name, and what a spreadsheet would run.

The rules here know nothing of files, so that frames, CSV files and other engines share them.
"""

import re
import unicodedata

#: The longest name that is looked at, in code points. Real names stay under a few hundred.
LONGEST_NAME = 10_000

# The starts that make a spreadsheet compute a cell (OWASP, "CSV Injection"), and their full-width
# twins. Plain numbers start with a sign too, and are left alone: they compute nothing.
_FORMULA = frozenset("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")
_NUMBER = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?")
_SURROGATE = re.compile("[\ud800-\udfff]")


def harmless(cell: str) -> str:
    """Return a cell that no spreadsheet runs as a formula: with an apostrophe before it if need be.

    The cell itself stays as it came, and so does a plain number.

    >>> harmless("=HYPERLINK(0)"), harmless("-3.5"), harmless("al-Kazimi")
    ("'=HYPERLINK(0)", '-3.5', 'al-Kazimi')
    """
    return f"'{cell}" if cell[:1] in _FORMULA and not _NUMBER.fullmatch(cell) else cell


def is_blank(cell: str) -> bool:
    """Tell whether a cell holds nothing but spaces: it names nobody, and that is no fault."""
    return not cell.strip()


def fault_of_name(cell: str) -> str:
    """Say why a cell can be no name, or return an empty string.

    >>> fault_of_name("a" * 10_001)
    'a name longer than 10,000 characters'
    """
    if len(cell) > LONGEST_NAME:
        return f"a name longer than {LONGEST_NAME:,} characters"
    if fault := fault_of_text(cell):
        return fault
    # Most names have no control character at all, and are not gone through.
    if not cell.isprintable() and not is_blank(cell) and all(_is_invisible(c) for c in cell):
        return "only control characters"
    return ""


def fault_of_text(text: str) -> str:
    """Say why a row or cell is no text at all, or return an empty string.

    Bytes that could not be decoded come as lone surrogates.
    """
    if "\0" in text:
        return "a NUL character"
    if not text.isascii() and _SURROGATE.search(text):
        return "bytes that the encoding does not know"
    return ""


def _is_invisible(character: str) -> bool:
    return character.isspace() or unicodedata.category(character) in ("Cc", "Cf")
