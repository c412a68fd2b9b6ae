"""The types that the transliteration stage gives on: readings, candidates, romanizations."""

from dataclasses import dataclass
from typing import Literal

from nisba.sounds.units import Form

Kind = Literal["any", "name", "title", "text"]
"""What a text is: the name of somebody or something, a title, running text, or not said."""
KINDS: tuple[Kind, ...] = ("any", "name", "title", "text")

Document = Literal["td1", "td2", "td3"]
"""A machine-readable document by its size: a card, a larger card, a passport."""
DOCUMENTS: tuple[Document, ...] = ("td1", "td2", "td3")


@dataclass(frozen=True, slots=True)
class Reading:
    """One vocalised form that a written word may have, with its probability among all readings.

    `origin` says who vouches for it: "curated", "catalogue" or "derived" (from the lexicon),
    "vocabulary" (the editors' common words),
    "model" (the models of unlisted names and words), "written" (the word came with its vowels) or
    "letters" (nobody knows its vowels, and only its letters are written).
    """

    form: Form
    probability: float
    origin: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """One proposed text with its probability; `origin` says where it comes from, where known."""

    text: str
    probability: float
    origin: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One rule that fired: its id, the input that it read (code points), and what it wrote."""

    rule: str
    start: int
    end: int
    output: str


@dataclass(frozen=True, slots=True)
class Supplied:
    """Vowels that a word did not show: the word's place in the input, and who vouches for them."""

    start: int
    end: int
    reading: Reading


@dataclass(frozen=True, slots=True)
class Note:
    """Something a reader should know of a place in the input.

    `code` is a short stable word for programs: "unknown" for characters that passed through
    unchanged, "unread" for a word whose vowels nobody knows, "left-out" for marks of a word that
    have no counterpart, "unwritten" for a sound that the standard has no letter for.
    """

    start: int
    end: int
    code: str
    text: str


@dataclass(frozen=True, slots=True)
class Romanization:
    """A text in a scheme's letters, and how it came about.

    `steps` are the rules that fired, in the order of the input; `supplied` the vowels that were
    supplied, and by what; `notes` what passed through or stays in doubt.
    """

    text: str
    steps: tuple[Step, ...] = ()
    supplied: tuple[Supplied, ...] = ()
    notes: tuple[Note, ...] = ()

    def __str__(self) -> str:
        """The text."""
        return self.text
