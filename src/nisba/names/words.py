"""One word of a name as the rules read it: cleaned form, bare letters, script.

First step of the name stage. A reading is a pure function of the word's letters and is kept, for
the same few thousand words make up most names of the world.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from nisba.text.clean import ZWNJ, clean
from nisba.text.fold import Folding, fold, latin_letter, latin_of
from nisba.text.marks import SIGN, letters_of_digits, one_sign
from nisba.text.scripts import Script, dominant_script

# The English possessive, as in "Kadhimi's".
_POSSESSIVE = re.compile(r"(?<=\w{3})'s$", re.IGNORECASE)
_ARABIC_FOLD = Folding.ARABIC & ~Folding.BARE_HAMZA
_SEATED = Folding.TASHKEEL | Folding.PERSIAN_LETTERS | Folding.TATWEEL


class Reading(NamedTuple):
    """A word as the rules see it.

    `form` is clean and in lower case, with vowel marks, macrons and one sign for ʿayn and hamza;
    `bare` has plain letters only, and is what particles are looked up by; `seated` is the Arabic
    `bare` that still has its hamza seats, since the article never has one.
    """

    form: str
    bare: str
    script: Script
    seated: str = ""


# Longer words are no names and shall not fill the memory.
_LONGEST_KEPT = 64


def read(word: str) -> Reading:
    """Reading of one word.

    >>> read("Ra\\u1e25m\\u0101n").bare
    'rahman'
    >>> read("3Ali").form
    "'ali"
    """
    return _kept(word) if len(word) <= _LONGEST_KEPT else _read(word)


def _read(word: str) -> Reading:
    if word.isascii() and word.isalpha():
        form = word.lower()  # nothing to be cleaned or folded
        return Reading(form, form, Script.LATIN)
    text = clean(word).replace(ZWNJ, "")
    script = dominant_script(text)
    if script is Script.ARABIC:
        form = text.casefold()
        return Reading(form, fold(form, _ARABIC_FOLD), script, fold(form, _SEATED))
    signed = _POSSESSIVE.sub("", one_sign(text))
    form = small(letters_of_digits(signed) if script is Script.LATIN else signed)
    return Reading(form, bare_of(form), script)


_kept = lru_cache(maxsize=1 << 15)(_read)


def small(text: str) -> str:
    """Lower case in which capitals and small letters always meet, Turkish i included.

    >>> small("I\\u015eIK") == small("\\u0131\\u015f\\u0131k")
    True
    """
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFC", fold(text, Folding.CASE))


def bare_of(form: str) -> str:
    """Plain small letters of a form of any script but Arabic, signs left out.

    >>> bare_of("'abd-ul")
    'abdul'
    """
    if form.isascii() and form.isalpha():
        return form
    return "".join(map(_plain, form))


@lru_cache(maxsize=1 << 12)
def _plain(char: str) -> str:
    if char == SIGN:
        return ""
    plain = latin_letter(latin_of(char)) if len(latin_of(char)) == 1 else latin_of(char)
    return "".join(letter for letter in plain.lower() if letter.isalnum())


@lru_cache(maxsize=1 << 12)
def _plain_arabic(char: str) -> str:
    return fold(char, _ARABIC_FOLD)


def joined(first: Reading, second: Reading) -> Reading:
    """The reading of two words written as one.

    >>> joined(read("Bel"), read("Kacem")).bare
    'belkacem'
    """
    return Reading(first.form + second.form, first.bare + second.bare, first.script)


def cut(reading: Reading, start: int, end: int) -> str:
    """The slice of a form that answers to `bare[start:end]`, marks kept with their letters.

    >>> cut(read("\\u02bfAbdarra\\u1e25m\\u0101n"), 5, 11)
    'raḥmān'
    """
    form, bare = reading.form, reading.bare
    if form == bare:
        return form[start:end]
    plain = _plain_arabic if reading.script is Script.ARABIC else _plain
    signs_lead = reading.script is not Script.ARABIC
    kept: list[str] = []
    at = 0
    for char in form:
        width = len(plain(char))
        # A Latin sign goes with the letter after it, an Arabic vowel mark with the one before.
        place = at if width or signs_lead else at - 1
        if start <= place < end or (signs_lead and not width and at == end == len(bare)):
            kept.append(char)
        at += width
    return "".join(kept)
