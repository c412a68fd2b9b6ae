"""The letters that the two channels write: a part's core reduced to what the sound model reads.

Latin spellings come down to `a`-`z` and `'` (any sign of ʿayn or hamza). A scholarly letter
that stands for a digraph becomes that digraph (š → sh, ḫ → kh), so that one channel serves press
spellings and library headings alike. Arabic spellings lose the distinctions that writers do not
keep (hamza seats, final ya); vowel marks stay, because they tell the form.

Facts: the letter tables of DIN 31635, ISO 233, EI2/EI3, ALA-LC and Turkish.
"""

import functools
import unicodedata

from pyarabic import araby
from unidecode import unidecode

_UNDERLINED = ("th", "dh", "kh", "gh", "sh", "kh")
_BELOW = ("\u0331", "\u0332", "\u035f")  # macron, low line, double macron below
_HACEK = "\u030c"
_MARKED = {
    base + mark: sound for base, sound in zip("tdkgsh", _UNDERLINED, strict=True) for mark in _BELOW
}
_MARKED |= {
    "h\u032e": "kh",  # ḫ
    "s" + _HACEK: "sh",
    "s\u0327": "sh",  # ş
    "c" + _HACEK: "ch",
    "z" + _HACEK: "zh",
    # A breve is typed for a hacek where one is wanted: š as s̆.
    "s\u0306": "sh",
    "c\u0306": "ch",
    "z\u0306": "zh",
    "j\u0306": "j",
    "g" + _HACEK: "j",
    "j" + _HACEK: "j",
    "g\u0307": "gh",  # ġ
    "g\u0306": "gh",  # ğ
    "g\u0304": "gh",  # ḡ
    "k\u0323": "q",  # ḳ
}
_WHOLE = {"ə": "e", "ı": "i", "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "dh"}
_WHOLE |= {"þ": "th", "ł": "l", "ŋ": "n"}
LATIN = "abcdefghijklmnopqrstuvwxyz'"

_SEATS = {
    araby.ALEF_HAMZA_ABOVE: araby.ALEF,
    araby.ALEF_HAMZA_BELOW: araby.ALEF,
    araby.ALEF_MADDA: araby.ALEF,
    araby.ALEF_WASLA: araby.ALEF,
    araby.WAW_HAMZA: araby.WAW,
    araby.YEH_HAMZA: araby.YEH,
    araby.ALEF_MAKSURA: araby.YEH,
    araby.TEH_MARBUTA: araby.HEH,
    "\u06cc": araby.YEH,  # ی Persian ya
    "\u06d0": araby.YEH,  # ې
    "\u06cd": araby.YEH,  # ۍ
    "\u06d2": araby.YEH,  # ے
    "\u06a9": araby.KAF,  # ک
    "\u06aa": araby.KAF,  # ڪ
    "\u06be": araby.HEH,  # ھ
    "\u06c1": araby.HEH,  # ہ
    "\u06c3": araby.HEH,  # ۃ
    "\u06d5": araby.HEH,  # ە
    "\u06c0": araby.HEH,  # ۀ
    "\u06ad": "\u06af",  # ڭ as گ
    "\u06b4": "\u06af",  # ڴ as گ
    "\u0679": araby.TEH,  # ٹ
    "\u0688": araby.DAL,  # ڈ
    "\u0691": araby.REH,  # ڑ
    "\u06ba": araby.NOON,  # ں
    "\u06cb": "\u06a4",  # ۋ as ڤ
    "\u06a8": araby.QAF,  # ڨ
    "\u06a7": araby.QAF,  # ڧ
    "\u06a2": araby.FEH,  # ڢ
    "\u06c6": araby.WAW,  # ۆ
    "\u06c7": araby.WAW,  # ۇ
}
DAGGER_ALIF = "\u0670"
MARKS = araby.FATHA + araby.DAMMA + araby.KASRA + araby.SHADDA + DAGGER_ALIF
ARABIC = (
    "".join(sorted({_SEATS.get(c, c) for c in araby.LETTERS}))
    + "\u067e\u0686\u0698\u06a4\u06af"  # پ چ ژ ڤ گ
    + MARKS
)
_ARABIC_SET = frozenset(ARABIC)
_UNMARKED = _ARABIC_SET.difference(MARKS)
_SEATED = str.maketrans(_SEATS)


@functools.lru_cache(maxsize=20_000)
def latin_letters(core: str) -> str:
    """Letters `a`-`z` and `'` of a Latin core.

    >>> latin_letters("ǧamāl"), latin_letters("š̲ayẖ"), latin_letters("k̲h̲aldūn")
    ('jamal', 'shaykh', 'khaldun')
    """
    text = core.casefold()
    if text.isascii():
        return text if text.isalpha() else "".join(c for c in text if c in LATIN)
    text = unicodedata.normalize("NFD", text)
    out: list[str] = []
    underlined = False  # EI2 underlines both letters of a digraph: its h is written already
    i = 0
    while i < len(text):
        base, start = text[i], i + 1
        i = start
        while i < len(text) and unicodedata.combining(text[i]):
            i += 1
        marks, following = text[start:i], text[i : i + 1]
        below = any(mark in _BELOW for mark in marks)
        if below and (underlined or (base != "h" and following in ("h", "j"))):
            letter = base
        else:
            letter = _letter(base, marks)
        out.append(letter)
        underlined = below
    return "".join(c for c in "".join(out) if c in LATIN)


def _letter(base: str, marks: str) -> str:
    """One base letter with its combining marks."""
    for mark in marks:
        digraph = _MARKED.get(base + mark)
        if digraph:
            return digraph
    if base in LATIN:
        return base
    return _WHOLE.get(base) or unidecode(base).lower()


@functools.lru_cache(maxsize=20_000)
def arabic_letters(core: str) -> str:
    """Letters of an Arabic core, seats of hamza and final forms folded, vowel marks kept.

    >>> arabic_letters("\u0645\u0635\u0637\u0641\u0649") == "\u0645\u0635\u0637\u0641\u064a"
    True
    """
    text = unicodedata.normalize("NFC", core).translate(_SEATED)
    if _UNMARKED.issuperset(text):
        return text
    out: list[str] = []
    for letter in text:
        if letter not in _ARABIC_SET:
            continue
        if letter == DAGGER_ALIF and out and out[-1] in (araby.ALEF, araby.YEH):
            continue  # a reading aid over a letter that is written, as in \u0649\u0670
        if letter == araby.SHADDA and out and out[-1] in MARKS and out[-1] != araby.SHADDA:
            out.insert(len(out) - 1, letter)  # NFC puts the vowel before shadda
        else:
            out.append(letter)
    return "".join(out)
