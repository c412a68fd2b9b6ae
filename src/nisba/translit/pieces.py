"""A text cut into Arabic words and what stands between them, with their places in the input.

First step of romanization. A word keeps its place as it came, and its letters cleaned; whatever
is no Arabic letter passes on as it is, but Arabic punctuation and digits, which have their Latin
counterparts. Words that are written in one (عبدالله) are cut where the name stage cuts them.
"""

import functools
import re
from typing import NamedTuple

from nisba.names.glued_arabic import split_arabic
from nisba.names.lexicon import joins
from nisba.names.words import read
from nisba.text.clean import ZWNJ, clean
from nisba.text.scripts import Script
from nisba.translit.orthography import letters_of

_LETTERS = (
    "\u0620-\u064a\u066e-\u066f\u0671-\u06d3\u06d5\u06ee-\u06ef\u06fa-\u06fc\u06ff"
    "\u0750-\u077f\u08a0-\u08c9\ufb50-\ufbb1\ufbd3-\ufd3d\ufd50-\ufdfb\ufe70-\ufefc"
)
_MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u08ca-\u08ff"
_INVISIBLE = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
_WORD = re.compile(f"([{_LETTERS}][{_LETTERS}{_MARKS}{_INVISIBLE}]*)")
_SIGNS = {0x060C: ",", 0x061B: ";", 0x061F: "?", 0x066A: "%", 0x066B: ".", 0x066C: ",", 0x06D4: "."}
_SIGNS |= {0x0660 + i: str(i) for i in range(10)} | {0x06F0 + i: str(i) for i in range(10)}
_PLAIN = re.compile("[\\s!-/:-@\\[-`{-~0-9]*")  # ASCII signs and digits, and spaces
_AR, _ABD, _BIN = "\u0627\u0644", "\u0639\u0628\u062f", "\u0628\u0646"  # ال عبد بن
_CUT_TAILS = ("allah", "din")
_LONGEST = 60


class Piece(NamedTuple):
    """A stretch of the input: an Arabic word, or what stands between words.

    `word` holds the clean letters of a word, and is empty for other text; `text` is what is
    written for other text. `glued` says that the word is written in one with the word before.
    """

    start: int
    end: int
    word: str
    text: str
    glued: bool = False
    strange: bool = False
    apart: bool = False


def pieces_of(text: str) -> list[Piece]:
    """The pieces of a text, in its order; their places cover it without gaps.

    >>> [(p.word, p.text) for p in pieces_of("\u0639\u0644\u064a\u060c 5")]
    [('علي', ''), ('', ', 5')]
    """
    found: list[Piece] = []
    end = 0
    for n, written in enumerate(_WORD.split(text)):  # what stands between, word, what stands …
        start, end = end, end + len(written)
        if n % 2:
            parts = _parts(written)
            found.append(Piece(start, end, parts[0], ""))
            if len(parts) > 1:
                found += (Piece(start, end, part, "", glued=True) for part in parts[1:])
        elif written == " ":
            found.append(Piece(start, end, "", " "))
        elif written:
            plain = written.translate(_SIGNS)
            strange = _PLAIN.fullmatch(plain) is None
            found.append(Piece(start, end, "", plain, strange=strange))
    return found


def unjoined(pieces: list[Piece]) -> list[Piece]:
    """The pieces, with words parted at the non-joiners that Persian and Turkish names have inside.

    >>> name = "\u0634\u064a\u062e\u200c\u0632\u0627\u062f\u0647"  # شيخ‌زاده
    >>> [(p.word, p.apart) for p in unjoined(pieces_of(name))]
    [('شيخ', False), ('زاده', True)]
    """
    if not any(ZWNJ in piece.word for piece in pieces):
        return pieces
    found: list[Piece] = []
    for piece in pieces:
        first, *others = piece.word.split(ZWNJ)
        found.append(piece._replace(word=first))
        found += (piece._replace(word=word, glued=True, apart=True) for word in others)
    return found


@functools.lru_cache(maxsize=1 << 16)
def _parts(raw: str) -> tuple[str, ...]:
    """The words that a run of Arabic letters is: one, if it is not glued."""
    word = clean(raw)
    if " " in word:  # a ligature that stands for a sentence
        return tuple(p for part in word.split() for p in _parts(part))
    cut = _cut(word)
    return (word,) if cut is None else (word[:cut], word[cut:])


def _cut(word: str) -> int | None:
    """Where a glued compound falls into two words, or None."""
    if not 4 < len(word) <= _LONGEST:
        return None
    reading = read(word)
    split = split_arabic(reading.bare, reading.seated) if reading.bare else None
    if split is None:
        return None
    servant = split.head == "abd" and split.start > 2 and not reading.bare.startswith(_AR)
    if servant or (split.head == "abu" and _is_named(reading.bare[3:].removeprefix(_AR))):
        place = 3
    elif reading.bare[:2] == _BIN and split.filiation == "ibn" and _is_named(reading.bare[2:]):
        place = 2
    elif split.tail in _CUT_TAILS and split.end > 1 and not split.head:
        place = split.end
    else:
        return None
    # A name that is glued with its article (بنعبد الله) keeps it; the stem must be a word.
    return _place(word, place, reading.bare)


def _is_named(core: str) -> bool:
    """Whether people are called sons or fathers of a word: of ʻAbd Allāh, Zayd, Khiddah."""
    return core[:3] == _ABD or any(joins(core, kind, Script.ARABIC) for kind in ("abu", "ben"))


def _place(word: str, place: int, bare: str) -> int | None:
    """Where the letter of that number among the bare letters stands in the marked word."""
    letters = [letter for letter in letters_of(word) if letter.start < letter.end]
    if len(letters) != len(bare) or place >= len(letters):
        return None
    return letters[place].start
