"""The characters of a text as the engine of signs reads them, each with its place in the text.

First step of the schemes of kind `letters`: composed and decomposed letters, presentation forms and
both orders of shadda and vowel become one row of signs. Nothing is left out.
"""

import unicodedata
from collections.abc import Iterator
from typing import Literal, NamedTuple

from nisba.text.clean import clean

SHADDA = "\u0651"
ARTICLE, JOINED, ALLAH = "article", "joined article", "allah"
_MOST_MARKS = 64  # marks on one letter that are sorted together
_LONG_CLUSTER = 8  # marks on one letter; the places of more than these are not told apart
_PRESENTATION = (("\ufb50", "\ufdff"), ("\ufe70", "\ufefc"))


class Sign(NamedTuple):
    """One character of the text, normalised, with its place in the text as it came.

    `role` is "article" or "allah" for the letters of these words where words are known, "joined
    article" inside a name of two words (ʻAbd al-Raḥmān), else empty.
    """

    char: str
    start: int
    end: int
    role: str = ""


def signs_of(text: str) -> Iterator[Sign]:
    """The characters of a text in NFC, each shadda before the vowel of its letter."""
    start = 0
    while start < len(text):
        end = start + 1
        while end < len(text) and is_mark(text[end]) and end - start < _MOST_MARKS:
            end += 1
        yield from _cluster(text, start, end)
        start = end


def _cluster(text: str, start: int, end: int) -> Iterator[Sign]:
    """One character with its marks."""
    written = text[start:end]
    if len(written) == 1 and not _is_presentation(written):
        yield Sign(written, start, end)
        return
    spelled = "".join(clean(c) if _is_presentation(c) else c for c in written)
    for char in shadda_first(spelled):
        # A mark that stands where it stood keeps its own place; others have that of the cluster.
        few = len(written) <= _LONG_CLUSTER
        at = written.find(char) if few and written.count(char) == 1 else -1
        yield Sign(char, start + at, start + at + 1) if at >= 0 else Sign(char, start, end)


def _is_presentation(char: str) -> bool:
    # Nearly every letter lies below the first of them.
    return char >= _PRESENTATION[0][0] and any(a <= char <= z for a, z in _PRESENTATION)


def shadda_first(text: str) -> str:
    """The text in NFC with each shadda before the vowel of its letter.

    NFC sorts the vowel first; every standard writes the doubled letter first.
    """
    out: list[str] = []
    marks: list[str] = []
    for char in unicodedata.normalize("NFC", text):
        if is_mark(char):
            marks.append(char)
            continue
        out += sorted(marks, key=lambda c: c != SHADDA)
        marks = []
        out.append(char)
    return "".join((*out, *sorted(marks, key=lambda c: c != SHADDA)))


def normal(form: Literal["NFC", "NFD"], text: str) -> str:
    """The text in a normal form, or as it is where a letter bears more marks than any letter has.

    Unicode sorts the marks of a letter, and Python takes time in the square of their number for it.
    """
    if text.isascii():
        return text
    marks = 0
    for char in text:
        marks = marks + 1 if is_mark(char) else 0
        if marks > _MOST_MARKS:
            return text
    return unicodedata.normalize(form, text)


def is_mark(char: str) -> bool:
    """Whether a character stands on the one before it."""
    return unicodedata.combining(char) != 0
