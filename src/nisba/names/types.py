"""The types that the name stage gives on: a `Name` of typed `Part`s, with nothing lost."""

from dataclasses import dataclass
from enum import StrEnum

from nisba.text.scripts import Script


class Kind(StrEnum):
    """What a part of a name is, in the terms of Arabic onomastics (see docs/glossary.md)."""

    ISM = "ism"
    KUNYA = "kunya"
    NASAB = "nasab"
    LAQAB = "laqab"
    NISBA = "nisba"
    TITLE = "title"
    INITIAL = "initial"
    NAME = "name"
    """A name part whose kind nothing shows: a bare family name, a foreign name."""


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a name: its text as it came, and what it is made of.

    `start` and `end` count code points in `Name.original`, and `text` is exactly that slice.
    `core` is the content word, cleaned and in lower case, without article, head, tail and
    filiation mark; it keeps vowel marks, macrons and the sign of ʿayn or hamza (as an
    apostrophe), because the sound model reads them.
    """

    text: str
    start: int
    end: int
    kind: Kind
    core: str
    head: str
    tail: str
    article: bool
    filiation: str
    script: Script


@dataclass(frozen=True, slots=True)
class Name:
    """A whole name: the original string, and its parts in preferred order (given name first)."""

    original: str
    parts: tuple[Part, ...]
    inverted: bool
