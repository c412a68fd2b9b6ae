"""Where a name in two words is written in one: Arabic compounds and Persian double names.

Beside the engine of signs, for the standards that write such names apart, and for the vowels of the
halves, which are known where the whole is not.
"""

import functools
import re
import unicodedata
from collections.abc import Iterator

from nisba.names.glued_arabic import split_arabic
from nisba.names.lexicon import rows
from nisba.names.words import read
from nisba.text.clean import ZWNJ
from nisba.translit.elements import arabic_elements
from nisba.translit.readings import readings
from nisba.translit.signs import Sign
from nisba.translit.stems import bare_of

ALLAH_LETTERS = "\u0627\u0644\u0644\u0647"  # الله
_VOUCHED = ("curated", "catalogue")
_WORD = re.compile("[\u0620-\u065f\u066e-\u06d3]+")
_LONGEST = 60


def parts_of(word: str, apart: bool) -> Iterator[tuple[str, str]]:
    """The words that a word is written of, each with what stands before it.

    Arabic compounds (ابوالفضل) fall apart by a space. Two given names in one (محمدرضا) do so where
    the standard wants them apart; elsewhere they are only read apart.
    """
    between = ""
    pieces = word.split(ZWNJ)
    names = apart and all(read(piece).bare in _given() for piece in pieces)
    for part in pieces:
        cut, seam = seam_of(part), " "
        if not cut:
            cut, seam = _seam(part), " " if apart else ""
        yield part[: cut or None], between
        if cut:
            yield part[cut:], seam
        between = " " if names else ZWNJ


def parted(text: str, signs: tuple[Sign, ...]) -> tuple[Sign, ...]:
    """The signs of a text with a space of no width inside names of two words written in one.

    >>> from nisba.translit.signs import signs_of
    >>> text = "\u0639\u0628\u062f\u0627\u0644\u0644\u0647"  # عبدالله
    >>> "".join(s.char for s in parted(text, tuple(signs_of(text))))
    'عبد الله'
    """
    cuts: set[int] = set()
    for found in _WORD.finditer(text):
        start, word = found.start(), found[0]
        while cut := seam_of(word):
            start, word = start + cut, word[cut:]
            cuts.add(start)
    out: list[Sign] = []
    for sign in signs:
        if sign.start in cuts:
            cuts.discard(sign.start)
            out.append(Sign(" ", sign.start, sign.start))
        out.append(sign)
    return tuple(out)


def seam_of(word: str) -> int:
    """Where an Arabic name in two words is written in one (ابوالفضل), or 0.

    >>> seam_of("\u0639\u0628\u062f\u0627\u0644\u0644\u0647")  # عبدالله
    3
    """
    if not 4 < len(word) <= _LONGEST or bare_of(word) == ALLAH_LETTERS:
        return 0
    reading = read(word)
    split = split_arabic(reading.bare, reading.seated) if reading.bare else None
    if split is None or not (split.head or split.tail):
        return 0
    place = split.end if split.tail else split.start - 2 * split.article
    letters = [at for at, char in enumerate(word) if not unicodedata.combining(char)]
    return letters[place] if len(letters) == len(reading.bare) and place > 1 else 0


def _seam(word: str) -> int:
    """Where two given names are written in one, or 0; a word that is listed itself is one name."""
    if not 6 <= len(word) <= _LONGEST or any(map(unicodedata.combining, word)):
        return 0
    found = readings(word, 1)
    if found and found[0].origin in _VOUCHED:
        return 0
    names = _given()
    for at in range(3, len(word) - 1):
        if read(word[:at]).bare in names and read(word[at:]).bare in names:
            return at
    return 0


@functools.cache
def _given() -> frozenset[str]:
    """Given names of the editors' list, in folded letters."""
    return frozenset(read(name).bare for name in arabic_elements("given"))


def is_compound(before: str, word: str) -> bool:
    """Whether a word with the article makes one name with the word before it."""
    heads, tails = _halves()
    return read(before).bare in heads or read(word).bare in tails


@functools.cache
def _halves() -> tuple[frozenset[str], frozenset[str]]:
    """First halves (Abd, Abu, Dhu) and second halves (al-Din) of names of two words."""

    def cells(role: str) -> frozenset[str]:
        found = [row["arabic"] for row in rows("particles.tsv") if row["role"] == role]
        return frozenset(read(word).bare for cell in found for word in cell.split(" | "))

    return cells("head"), cells("tail")
