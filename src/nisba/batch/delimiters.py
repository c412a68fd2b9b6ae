"""What parts the fields of a file: comma, semicolon, tab or bar, told from its first rows.

The column that is asked for is the best witness: the delimiter that makes it a column is right.
Only where that leaves a choice is clevercsv asked, which weighs the pattern of the rows.
"""

import csv
from pathlib import Path
from typing import TextIO

from nisba.batch.faults import FaultyFile

DELIMITERS = (",", ";", "\t", "|")
_NAMES = {"tab": "\t", "\\t": "\t", "comma": ",", "semicolon": ";", "bar": "|", "pipe": "|"}
_SAMPLE = 8_000


def delimiter_of(file: TextIO, column: str, named: str | None = None) -> str:
    """Return the delimiter of a file that stands at its beginning, from its first 8,000 characters.

    `named` is the one that the name of the file says, which is right if it makes the column.

    >>> import io
    >>> delimiter_of(io.StringIO("name;office, country\\n"), "name")
    ';'
    """
    sample = file.read(_SAMPLE)
    header = sample.lstrip("\r\n").splitlines()[0] if sample.strip() else ""
    if named is not None and column in _fields(header, named):
        return named
    found = [d for d in DELIMITERS if d in header]
    made = [d for d in found if column in _fields(header, d)]
    choice = made or found
    if len(choice) < 2:
        return choice[0] if choice else ","
    return _weighed(sample, choice)


def checked_delimiter(path: Path, given: str) -> str:
    """Return a delimiter that a person gave, as a character or as "tab"; raises `FaultyFile`.

    >>> checked_delimiter(Path("people.csv"), "tab")
    '\\t'
    """
    delimiter = _NAMES.get(given, given)
    if len(delimiter) != 1 or delimiter in '"\r\n\0':
        raise FaultyFile(path, 0, given, "no delimiter: give one character, or 'tab'")
    return delimiter


def _fields(line: str, delimiter: str) -> list[str]:
    return next(csv.reader([line], delimiter=delimiter), [])


def _weighed(sample: str, choice: list[str]) -> str:
    import clevercsv

    try:
        dialect = clevercsv.Sniffer().sniff(sample, delimiters=choice)
    except clevercsv.Error:
        return choice[0]
    if dialect is None or dialect.delimiter not in choice:
        return choice[0]
    return str(dialect.delimiter)
