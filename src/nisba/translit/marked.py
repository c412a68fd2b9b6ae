"""A word that came with its vowel marks, read off letter by letter.

Beside the lexicon in the transliteration stage: where the writer said how a word sounds, nobody is
asked. Both orders of shadda and vowel are one (NFC), a missing sukun is no vowel, and a long vowel
need not carry the short one before its letter. A word whose marks do not tell every vowel gives
syllables that cannot be spoken; then there is no answer, and the readings decide.
"""

from typing import NamedTuple

from nisba.sounds.units import HAMZA, VOWELS, Form
from nisba.translit.orthography import (
    ABOVE,
    ALEF,
    BARE,
    BELOW,
    CONSONANT,
    DAGGER,
    MAKSURA,
    MARBUTA,
    ON_WAW,
    ON_YEH,
    SHADDA,
    WAW,
    YEH,
    Letter,
    is_double,
    letters_of,
)

_UNIT = {letter: unit for unit, letters in CONSONANT.items() for letter in list(letters)[:1]}
_UNIT |= dict.fromkeys((ABOVE, BELOW, ON_WAW, ON_YEH, BARE), HAMZA)
# Letters of place names that are g, whatever else they are where Persian or Urdu is written.
_G = "\u06a8\u06ad\u06b4\u06af"  # ڨ ڭ ڴ گ
_TANWIN = {"\u064b": "an", "\u064c": "un", "\u064d": "in"}
_LONG = {"a": "ā", "i": "ī", "u": "ū"}
_GLIDE = {WAW: ("w", "u", "ū", "aw"), YEH: ("y", "i", "ī", "ay")}
MARBUTA_AFTER_LONG = "ẗ"


class Marked(NamedTuple):
    """Units of a marked word in pause, and the case or verb ending that it writes (`a`, `un`).

    `defective` says that the ending is spoken in pause too, as in qāḍin and maʻnan.
    """

    units: Form
    ending: str
    defective: bool = False


def read_marked(word: str) -> Marked | None:
    """What the marks of a word say, or None where they leave a vowel open.

    The word is in NFC and has no article or prefix.

    >>> read_marked("\u0645\u064f\u062d\u064e\u0645\u0651\u064e\u062f")  # مُحَمَّد
    Marked(units=('m', 'u', 'ḥ', 'a', 'mm', 'a', 'd'), ending='', defective=False)
    >>> read_marked("\u0645\u062d\u0645\u0651\u062f") is None  # محمّد
    True
    """
    letters = letters_of(word)
    units: list[str] = []
    ending = ""
    for at, letter in enumerate(letters):
        last = at + 1 == len(letters)
        tanwin = next((_TANWIN[m] for m in letter.marks if m in _TANWIN), "")
        if tanwin:
            ending = tanwin
        if not _put(units, word, letters, at):
            return None
        if letter.vowel and not (last and units):
            _vowel(units, letter)
        elif letter.vowel and not tanwin:
            ending = letter.vowel
        if DAGGER in letter.marks and letter.char not in (ALEF, MAKSURA):
            units[-1:] = ["ā"] if units[-1:] == ["a"] else [*units[-1:], "ā"]
    if ending == "an" and units and units[-1] == "aẗ":
        units[-1:] = ["a", "t"]
    if not _speakable(units):
        return None
    weak = ending == "an" and letters[-1].char == MAKSURA
    weak |= ending == "in" and len(units) == 3 and units[1] == "ā"
    return Marked(tuple(units), ending, weak)


def _vowel(units: list[str], letter: Letter) -> None:
    if units and units[-1] not in VOWELS:
        units.append(letter.vowel)


def _put(units: list[str], word: str, letters: tuple[Letter, ...], at: int) -> bool:
    """Put the letter's own sound; False for a letter that has none here."""
    letter = letters[at]
    char, after = letter.char, letters[at + 1] if at + 1 < len(letters) else None
    if char == ALEF:
        return _put_alif(units, letters, at)
    if char in _GLIDE:
        return _put_glide(units, letters, at)
    if char == MAKSURA and (SHADDA in letter.marks or (letter.vowel and after)):
        units.append("yy" if SHADDA in letter.marks else "y")
        return True
    if char == MAKSURA:
        if units[-1:] == ["i"]:
            units[-1] = "ī"
        elif _has_tanwin(letter) or (at and _has_tanwin(letters[at - 1])):
            pass
        else:
            units[-1:] = ["á"] if units[-1:] == ["a"] else [*units[-1:], "á"]
        return bool(units)
    if char == MARBUTA:
        if units[-1:] == ["ā"]:
            units.append(MARBUTA_AFTER_LONG)
        else:
            units[-1:] = ["aẗ"] if units[-1:] == ["a"] else [*units[-1:], "aẗ"]
        return True
    if char == ABOVE and at and after and after.start == after.end:
        beyond = letters[at + 2] if at + 2 < len(letters) else None
        if beyond and beyond.char == BARE:
            return True  # the madda of old spelling, which only says that the vowel is long
    unit = "g" if word[letter.start : letter.start + 1] in _G else _UNIT.get(char)
    if unit is None:
        return False
    units.append(unit * 2 if SHADDA in letter.marks and at else unit)
    if not at and unit == HAMZA and not letter.vowel and after and after.char != ALEF:
        units.append("i" if char == BELOW else "a")
    return True


def _put_alif(units: list[str], letters: tuple[Letter, ...], at: int) -> bool:
    letter, after = letters[at], letters[at + 1] if at + 1 < len(letters) else None
    if not units:
        units.append(HAMZA)
        if not letter.vowel and after and after.char in _GLIDE and not after.vowel:
            units.append(_GLIDE[after.char][1])
        return bool(letter.vowel or len(units) > 1)
    if units[-1] == "a":
        units[-1] = "ā"
    elif units[-1] not in VOWELS:
        silent = _has_tanwin(letter) or _has_tanwin(letters[at - 1])
        if not silent:
            units.append("ā")
    elif not (units[-1] == "ū" and after is None):
        return units[-1] == "ā"
    return True


def _has_tanwin(letter: Letter) -> bool:
    return any(mark in _TANWIN for mark in letter.marks)


def _put_glide(units: list[str], letters: tuple[Letter, ...], at: int) -> bool:
    """Waw or ya: a consonant, the second half of a diphthong, or the sign of a long vowel."""
    letter, after = letters[at], letters[at + 1] if at + 1 < len(letters) else None
    consonant, short, long, diphthong = _GLIDE[letter.char]
    if SHADDA in letter.marks and at:
        units.append(consonant * 2)
        return True
    silent_alif = after is not None and after.char == ALEF and at + 2 == len(letters)
    last = after is None
    before = units[-1] if units else ""
    moves = (
        not before
        or letter.vowel
        or DAGGER in letter.marks
        or (before in VOWELS and before not in ("a", short))
        or (after is not None and after.char in (ALEF, MARBUTA) and not silent_alif)
        or (after is not None and after.char == ALEF and letter.char == YEH)
        or (last and before not in VOWELS and len(units) > 1 and not _open(letters, at - 1))
    )
    if letter.vowel and last and before in (short, "a"):
        moves = before == "a"  # the case vowel of al-qāḍiya: rare, and read as a long vowel
    if moves:
        units.append(consonant)
    elif before == "a":
        units[-1] = diphthong
    elif before == short:
        units[-1] = long
    else:
        units.append(long)
    return True


def _open(letters: tuple[Letter, ...], at: int) -> bool:
    """Whether the word leaves the vowel of a letter open, since it marks no letter before it."""
    return not any(letter.marks for letter in letters[: at + 1])


def _speakable(units: list[str]) -> bool:
    """Whether the units are syllables: no two vowels meet, no consonants but two in a row."""
    if len(units) < 2 or units[0] in VOWELS or units[1] not in VOWELS:
        return False
    run = 0
    for i, unit in enumerate(units):
        if unit in VOWELS:
            if i and units[i - 1] in VOWELS:
                return False
            run = 0
        elif unit != MARBUTA_AFTER_LONG:
            run += 2 if is_double(unit) else 1
            if run > 2 or (is_double(unit) and units[i - 1] not in VOWELS):
                return False
    return True
