"""How Arabic script writes a vocalised form: one unit of sound on one stretch of letters.

Between a written word and a form. `letters_of` cuts a word into its letters with their marks;
`ways` says by which letters a unit may be written at a place, and how usual that is. Reading,
pointing and spelling a word all walk these ways, so that they never disagree.

The rules of the hamza seats, of tāʾ marbūṭa and alif maqṣūra are those of modern Arabic spelling;
a less usual spelling (bare alif for a seat, ه for ة, ي for ى) is allowed, and counts less.
"""

import unicodedata
from functools import cache, lru_cache
from typing import NamedTuple

from nisba.sounds.units import AYN, CONSONANTS, HAMZA, VOWELS

ALEF, WAW, YEH, HEH, TEH = "\u0627", "\u0648", "\u064a", "\u0647", "\u062a"  # ا و ي ه ت
ABOVE, BELOW, MADDA, WASLA = "\u0623", "\u0625", "\u0622", "\u0671"  # أ إ آ ٱ
ON_WAW, ON_YEH, BARE = "\u0624", "\u0626", "\u0621"  # ؤ ئ ء
MARBUTA, MAKSURA, TATWEEL = "\u0629", "\u0649", "\u0640"  # ة ى ـ
FATHA, DAMMA, KASRA, SHADDA, SUKUN, DAGGER = "\u064e\u064f\u0650\u0651\u0652\u0670"

_ORDER = (
    "\u0628\u062a\u062b\u062c\u062d\u062e\u062f\u0630\u0631\u0632\u0633\u0634\u0635\u0636\u0637"
    "\u0638\u0639\u063a\u0641\u0642\u0643\u0644\u0645\u0646\u0647\u0648\u064a"
)  # ب to ي, in the order of CONSONANTS
_NAMED = f"b t th j ḥ kh d dh r z s sh ṣ ḍ ṭ ẓ {AYN} gh f q k l m n h w y".split()
CONSONANT: dict[str, dict[str, float]] = {
    unit: {letter: 1.0} for unit, letter in zip(_NAMED, _ORDER, strict=True)
}
# Letters for sounds that Arabic lacks, the usual one first; shares as in `sounds/tables`.
CONSONANT |= {
    "p": {"\u067e": 0.5, "\u0628": 0.5},  # پ ب
    "ch": {"\u0686": 0.8},  # چ
    "zh": {"\u0698": 0.8, "\u062c": 0.2},  # ژ ج
    "v": {"\u06a4": 0.3, WAW: 0.3, "\u0641": 0.3},  # ڤ ف
    "g": {"\u06af": 0.5, "\u063a": 0.2, "\u0643": 0.2, "\u062c": 0.1, "\u0642": 0.1},  # گ غ ك ج ق
}

_SAME = {
    "\u06cc": YEH,  # ی
    "\u06d2": YEH,  # ے
    "\u06d0": YEH,  # ې
    "\u06a9": "\u0643",  # ک
    "\u06aa": "\u0643",  # ڪ
    "\u06be": HEH,  # ھ
    "\u06c1": HEH,  # ہ
    "\u06d5": HEH,  # ە
    "\u06c0": HEH,  # ۀ
    "\u06c3": MARBUTA,  # ۃ
    "\u06ba": "\u0646",  # ں
    "\u0679": TEH,  # ٹ
    "\u0688": "\u062f",  # ڈ
    "\u0691": "\u0631",  # ڑ
    "\u06ad": "\u06af",  # ڭ
    "\u06a8": "\u0642",  # ڨ
    "\u06c6": WAW,  # ۆ
    "\u06c7": WAW,  # ۇ
    WASLA: ALEF,
}
_SHORT = {"a": FATHA, "i": KASRA, "u": DAMMA}
_TELLING = frozenset({FATHA, DAMMA, KASRA, SUKUN})
_VOWEL_OF = {unit: unit[0].translate(str.maketrans("āīūá", "aiua")) for unit in VOWELS}
ZAY = "\u0632"  # ز
_ALIFS = (ABOVE, BELOW, ALEF)
_LOST_HAMZA = 0.02  # at the end of a word: علا for علاء
_SILENT_HAMZA = 0.001
_ONE_WAW = 0.3  # ʼū with one waw, which bears the hamza: رؤس for رؤوس
_HIDDEN_ALIF = 0.0001  # ā that is not written; Raḥmān and the like are listed exceptions


class Letter(NamedTuple):
    """One letter of a word: what it counts as, its marks, and the place where it stands.

    `char` is the letter without Persian or Urdu shape; `start` and `end` delimit letter and marks
    in the word. Alif with madda counts as two letters, and the second has no width. `vowel` is the
    short vowel that the marks write, or empty.
    """

    char: str
    marks: str
    start: int
    end: int
    vowel: str


class Way(NamedTuple):
    """A unit written by the next `width` letters (0, 1 or 2), and how usual that is, in 0-1."""

    width: int
    weight: float


# The letters that write a consonant, single or doubled, each as the way that it is.
_LETTERS_OF: dict[str, dict[str, tuple[Way, ...]]] = {
    written: {letter: (Way(1, share),) for letter, share in letters.items()}
    for unit, letters in CONSONANT.items()
    for written in (unit, unit * 2)
}
_HAMZAS = (HAMZA, HAMZA * 2)


@lru_cache(maxsize=1 << 14)
def letters_of(word: str) -> tuple[Letter, ...]:
    """Letters of an Arabic word with their marks, in NFC; signs that are no letters go with the one
    before.

    >>> [letter.char for letter in letters_of("\u0622\u0645\u0646\u0629")]  # آمنة
    ['أ', 'ا', 'م', 'ن', 'ة']
    """
    found: list[Letter] = []
    at = 0
    while at < len(word):
        start, char = at, word[at]
        at += 1
        while at < len(word) and (unicodedata.combining(word[at]) or word[at] == TATWEEL):
            at += 1
        marks = word[start + 1 : at]
        vowel = _vowel_in(marks) if marks else ""
        if char == MADDA:
            found += [Letter(ABOVE, "", start, at, ""), Letter(ALEF, marks, at, at, vowel)]
        else:
            found.append(Letter(_SAME.get(char, char), marks, start, at, vowel))
    return tuple(found)


@lru_cache(maxsize=1 << 10)
def _vowel_in(marks: str) -> str:
    return next((unit for unit, mark in _SHORT.items() if mark in marks), "")


@lru_cache(maxsize=1 << 14)
def bare_letters(word: str) -> str:
    """The letters of a word without their marks, in one row.

    >>> bare_letters("\u0645\u064f\u062d\u0652\u0633\u0650\u0646")  # مُحْسِن
    'محسن'
    """
    return "".join([letter.char for letter in letters_of(word)])


def ways(
    unit: str, before: str, letters: tuple[Letter, ...], at: int, after: str | None
) -> tuple[Way, ...]:
    """How a unit may be written from letter `at` on, given the units before and after it.

    `before` is empty for the first unit; `after` is empty for the last, and None where it is not
    known yet. Marks that the word has must agree: what contradicts one has no way.
    """
    letter = letters[at] if at < len(letters) else None
    held = letters[at - 1] if at else None
    if held and held.vowel and before not in _VOWEL_OF and _VOWEL_OF.get(unit) != held.vowel:
        return ()  # what is written here is another vowel, or none is spoken
    last = at == len(letters) - 1
    if unit in _VOWEL_OF:
        return _ways_of_vowel(unit, letter, held, last, after)
    if unit in _HAMZAS:
        found = _hamza_ways(before, letter.char if letter else "", last, after)
        if not all(way.width for way in found) and any(each.vowel for each in letters):
            found = tuple(way for way in found if way.width)  # vowels, and yet no hamza
    else:
        found = _consonant_ways(unit, before, letters, at)
    if not letter or not letter.marks or not found:
        return found
    doubled = SHADDA in letter.marks
    contradicted = letter.vowel and not _starts(after, letter.vowel)
    if contradicted or (doubled and at and not is_double(unit)):
        return tuple(way for way in found if not way.width)
    if not doubled and is_double(unit) and not _TELLING.isdisjoint(letter.marks):
        # Whoever writes vowels writes the doubling.
        return tuple(Way(w.width, w.weight * 0.002) if w.width else w for w in found)
    return found


def _ways_of_vowel(
    unit: str, letter: Letter | None, held: Letter | None, last: bool, after: str | None
) -> tuple[Way, ...]:
    """The ways of a vowel behind the letter that holds it, as far as the marks of both allow."""
    daggered = held is not None and DAGGER in held.marks
    if daggered and unit not in ("ā", "á"):
        return ()
    found = _vowel_ways(unit, letter.char if letter else "", last, bool(after), daggered)
    if letter and letter.marks and (letter.vowel or SHADDA in letter.marks):
        found = tuple(way for way in found if not way.width)
    if held and SUKUN in held.marks:
        found = tuple(way for way in found if way.width)
    if unit == "ū" and held and held.char == ON_WAW:
        return tuple(way if way.width else Way(0, _ONE_WAW) for way in found)
    return found


def _consonant_ways(
    unit: str, before: str, letters: tuple[Letter, ...], at: int
) -> tuple[Way, ...]:
    if at >= len(letters):
        return ()
    char, last = letters[at].char, at == len(letters) - 1
    if char == MARBUTA and last and unit in ("h", "hh"):
        return (Way(1, 0.9 if before == "ā" else 0.02),)  # Ḥayāh is written حياة
    if char == ZAY and unit in ("zh", "zhzh") and not last and letters[at + 1].char == HEH:
        return (Way(2, 0.8),)  # catalogues write Azhar, whose z and h are two sounds
    return _LETTERS_OF[unit].get(char, ())


@cache
def is_double(unit: str) -> bool:
    """Whether a unit is a doubled consonant."""
    half = len(unit) // 2
    return unit[:half] == unit[half:] and unit[:half] in CONSONANTS


def _starts(after: str | None, vowel: str) -> bool:
    return after is None or _VOWEL_OF.get(after) == vowel


@lru_cache(maxsize=1 << 12)
def _vowel_ways(
    unit: str, char: str, last: bool, continued: bool, daggered: bool
) -> tuple[Way, ...]:
    """The ways of a vowel before a letter, or before none; `continued` says that a unit follows."""
    if unit in ("a", "i", "u"):
        loose = {"a": ALEF, "i": YEH, "u": WAW}[unit]
        return (Way(0, 1.0), *([Way(1, 0.004)] if char == loose else []))
    if unit == "ā":
        found = [Way(1, 1.0)] if char == ALEF else []
        if last and char == MAKSURA:
            found.append(Way(1, 0.05))
        return (*found, Way(0, 1.0 if daggered else _HIDDEN_ALIF))
    if unit == "ī":
        weight = 1.0 if char == YEH else 0.3 if char == MAKSURA and last else 0.0
        return (*([Way(1, weight)] if weight else []), Way(0, 0.004))
    if unit == "ū":
        return (*([Way(1, 1.0)] if char == WAW else []), Way(0, 0.01))
    if unit == "aw":
        return (Way(1, 1.0),) if char == WAW else ()
    if unit == "ay":
        weight = 1.0 if char == YEH else 0.1 if char == MAKSURA else 0.0
        return (Way(1, weight),) if weight else ()
    if continued:
        return ()  # the two endings end a word
    if unit == "aẗ":
        weight = {MARBUTA: 1.0, HEH: 0.25, ALEF: 0.002}.get(char, 0.0)
    else:
        weight = {MAKSURA: 1.0, YEH: 0.15}.get(char, 0.0)
    return (Way(1, weight),) if weight and last else ()


@lru_cache(maxsize=1 << 12)
def _hamza_ways(before: str, char: str, last: bool, after: str | None) -> tuple[Way, ...]:
    """The ways of a hamza before a letter, or before none."""
    vowel = _VOWEL_OF.get(after or "", "")
    if not before:
        usual = BELOW if vowel == "i" else ABOVE
        if char == ALEF:
            return (Way(1, 0.7),)
        if char in (ABOVE, BELOW):
            return (Way(1, 1.0 if char == usual or after is None else 0.002),)
        return (Way(0, 0.01),) if char in (WAW, YEH) else ()
    if char not in (*_ALIFS, ON_WAW, ON_YEH, BARE, WAW, YEH):
        return (Way(0, _LOST_HAMZA if last or not char else _SILENT_HAMZA),)
    weight = 1.0 if char == seat_of(before, after) else 0.1
    if char in (ALEF, WAW, YEH):
        weight *= 0.1
    return (Way(1, weight), Way(0, _SILENT_HAMZA))


def seat_of(before: str, after: str | None) -> str:
    """The letter that bears a hamza between two units; `after` is empty at the end of the word.

    >>> seat_of("ā", "i"), seat_of("u", "m"), seat_of("a", "")
    ('ئ', 'ؤ', 'أ')
    """
    left, right = _VOWEL_OF.get(before, ""), _VOWEL_OF.get(after or "", "")
    long_before = before in ("ā", "ī", "ū", "aw", "ay")
    if not before:
        return BELOW if right == "i" else ABOVE
    if not after:
        if long_before or not left:
            return BARE
        return {"i": ON_YEH, "u": ON_WAW, "a": ABOVE}[left]
    if right == "i" or left == "i" or before == "ay":
        return ON_YEH
    if before == "ā":
        return ON_WAW if right == "u" else BARE
    if before in ("ū", "aw"):
        return BARE
    if "u" in (left, right):
        return ON_WAW
    return ABOVE
