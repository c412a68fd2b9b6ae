"""Named orthographic foldings: spelling differences that a key may forget, each by its own flag.

Last step of the text stage. Reach for it to build keys and to look words up; output keeps the
unfolded text. A folding only coarsens: texts that are equal under some flags stay equal under
more, and folding twice is folding once.
"""

import functools
import unicodedata
from collections.abc import Callable
from enum import Flag, auto

from pyarabic import araby

from nisba.text.marks import SIGN, one_sign
from nisba.text.scripts import Script, script_of


class Folding(Flag):
    """What a folding forgets. `ARABIC`, `LATIN` and `ALL` are unions."""

    TATWEEL = auto()
    """The stroke that only stretches a word."""
    TASHKEEL = auto()
    """Vowel signs, gemination sign, sukun, dagger alif, Quranic signs."""
    PERSIAN_LETTERS = auto()
    """Persian, Urdu and Kurdish code points for kaf, ya and ha become the Arabic ones."""
    HAMZA_SEATS = auto()
    """Alif, waw and ya with hamza, madda or wasla become the bare letters."""
    BARE_HAMZA = auto()
    """The hamza that has no seat is left out."""
    TA_MARBUTA = auto()
    """Ta marbuta becomes ha."""
    ALIF_MAQSURA = auto()
    """Alif maqsura becomes ya."""
    NON_JOINER = auto()
    """The zero-width non-joiner is left out."""
    CASE = auto()
    """Capitals become small letters; dotted and dotless i are one."""
    LATIN_MARKS = auto()
    """Macrons, dots, accents and special Latin letters become plain ones."""
    AYN_MARKS = auto()
    """Signs for ayn and hamza are left out of Latin text."""

    ARABIC = (
        TATWEEL
        | TASHKEEL
        | PERSIAN_LETTERS
        | HAMZA_SEATS
        | BARE_HAMZA
        | TA_MARBUTA
        | ALIF_MAQSURA
        | NON_JOINER
    )
    LATIN = CASE | LATIN_MARKS | AYN_MARKS
    ALL = ARABIC | LATIN


# Marks that PyArabic's list of tashkeel leaves out: Quranic annotation, dagger alif, Urdu and
# Kashmiri vowel signs. The combining hamza and madda are left to the hamza seats.
_MORE_MARKS = [*range(0x0610, 0x061B), *range(0x0656, 0x0660), 0x0670]
_MORE_MARKS += [*range(0x06D6, 0x06DD), *range(0x06DF, 0x06E5), 0x06E7, 0x06E8]
_MORE_MARKS += [*range(0x06EA, 0x06EE), *range(0x08CA, 0x0900)]
_TASHKEEL = dict.fromkeys([*map(ord, araby.TASHKEEL), *_MORE_MARKS], "")

_PERSIAN = str.maketrans(
    {
        "\u06a9": araby.KAF,  # ک
        "\u06aa": araby.KAF,  # ڪ
        "\u06cc": araby.YEH,  # ی
        "\u06cd": araby.YEH,  # ۍ
        "\u06d0": araby.YEH,  # ې
        "\u06d2": araby.YEH,  # ے
        "\u06d3": araby.YEH_HAMZA,  # ۓ
        "\u063d": araby.YEH,  # ؽ
        "\u06ce": araby.YEH,  # ێ
        "\u06be": araby.HEH,  # ھ
        "\u06c1": araby.HEH,  # ہ
        "\u06c2": araby.HEH,  # ۂ
        "\u06c0": araby.HEH,  # ۀ
        "\u06d5": araby.HEH,  # ە
        "\u06c3": araby.TEH_MARBUTA,  # ۃ
        "\u06c6": araby.WAW,  # ۆ
        "\u06c7": araby.WAW,  # ۇ
    }
)
# PyArabic counts these among the alifs; here one is a vowel mark, the other has its own flag.
_NOT_SEATS = (araby.ALEF_MAKSURA, araby.MINI_ALEF)
_SEATS = str.maketrans(
    {
        **dict.fromkeys([c for c in araby.ALEFAT if c not in _NOT_SEATS], araby.ALEF),
        "\u0672": araby.ALEF,
        "\u0673": araby.ALEF,
        "\u0675": araby.ALEF,
        araby.WAW_HAMZA: araby.WAW,
        araby.YEH_HAMZA: araby.YEH,
        # Madda and hamza signs that composed with no letter.
        **dict.fromkeys("\u0653\u0654\u0655", ""),
    }
)

# Letters that Unidecode reads otherwise than names do: Azerbaijani ə is the a of Əli.
_SPECIAL = {"\u0259": "a", "\u018f": "A", "\u014b": "ng", "\u014a": "Ng", "\u0131": "i"}
_SPECIAL |= {"\u00f0": "d", "\u00d0": "D", "\u0192": "f", "\u0242": "", "\u0241": ""}
_DOTTED_I = "i\u0307"


def latin_letter(char: str) -> str:
    """Plain ASCII letters for one Latin letter; any other character as it is.

    >>> latin_letter("\\u1e93"), latin_letter("\\u00e6"), latin_letter("\\u0642")
    ('z', 'ae', '\u0642')
    """
    if char in _SPECIAL:
        return _SPECIAL[char]
    if 0x0300 <= ord(char) <= 0x036F or 0x1DC0 <= ord(char) <= 0x1DFF:
        return ""
    if script_of(char) is not Script.LATIN:
        return char
    # The small letter is asked, since Unidecode reads some capitals otherwise, and some small
    # letters as capitals.
    small = char.lower()
    if small != char and len(small) == 1:
        return latin_letter(small).capitalize()
    base = unicodedata.normalize("NFD", char)[0]
    plain = base if base.isascii() else _unidecode(base)
    return "".join(letter for letter in plain.lower() if letter.isalpha() and letter.isascii())


def _unidecode(char: str) -> str:
    # Imported here, since most texts never need it.
    from unidecode import unidecode

    found: str = unidecode(char)
    return found


class _Lazy(dict[int, str]):
    """A table for `str.translate` that asks a function once for every new character."""

    def __init__(self, of: Callable[[str], str]) -> None:
        super().__init__()
        self._of = of

    def __missing__(self, point: int) -> str:
        self[point] = found = self._of(chr(point))
        return found


_PLAIN = _Lazy(latin_letter)
_FOREIGN = (Script.CYRILLIC, Script.GREEK, Script.HEBREW)


def _foreign_letter(char: str) -> str:
    return _unidecode(char) if script_of(char) in _FOREIGN else char


_ROMAN = _Lazy(_foreign_letter)


def latin_of(text: str) -> str:
    """Cyrillic, Greek and Hebrew letters in plain Latin, by Unidecode; the rest as it is.

    A rough reading for keys and for the particles of a name, not a transliteration standard.

    >>> latin_of("\\u0430\\u043b\\u044c-\\u041a\\u0430\\u0437\\u0438\\u043c\\u0438")
    "al'-Kazimi"
    """
    return text.translate(_ROMAN)


def _fold_case(text: str) -> str:
    return text.replace("\u0345", "").casefold().replace(_DOTTED_I, "i").replace("\u0131", "i")


def _drop_signs(text: str) -> str:
    return one_sign(text).replace(SIGN, "")


# In this order, so that what one step brings forth (a ta marbuta from its Urdu form) the later
# ones still see: that is why folding twice is folding once.
_STEPS: tuple[tuple[Folding, Callable[[str], str]], ...] = (
    (Folding.TATWEEL, lambda text: text.replace(araby.TATWEEL, "")),
    (Folding.TASHKEEL, lambda text: text.translate(_TASHKEEL)),
    (Folding.PERSIAN_LETTERS, lambda text: text.translate(_PERSIAN)),
    (Folding.HAMZA_SEATS, lambda text: text.translate(_SEATS)),
    (Folding.BARE_HAMZA, lambda text: text.replace(araby.HAMZA, "")),
    (Folding.TA_MARBUTA, lambda text: text.replace(araby.TEH_MARBUTA, araby.HEH)),
    (Folding.ALIF_MAQSURA, lambda text: text.replace(araby.ALEF_MAKSURA, araby.YEH)),
    (Folding.NON_JOINER, lambda text: text.replace("\u200c", "")),
    (Folding.CASE, _fold_case),
    (Folding.LATIN_MARKS, lambda text: text.translate(_PLAIN)),
    (Folding.AYN_MARKS, _drop_signs),
)


@functools.cache
def _steps(flags: Folding) -> tuple[Callable[[str], str], ...]:
    return tuple(step for flag, step in _STEPS if flag in flags)


def fold(text: str, flags: Folding = Folding.ALL) -> str:
    """Text with the named differences forgotten; meant for text that `clean` has seen.

    >>> fold("\\u02bfAbd al-Ra\\u1e25m\\u0101n")
    'abd al-rahman'
    >>> fold("\\u0641\\u0627\\u0637\\u0645\\u0629", Folding.TA_MARBUTA)
    '\u0641\u0627\u0637\u0645\u0647'
    """
    # The two letters with an apostrophe inside, taken apart so that case cannot hide the sign.
    text = unicodedata.normalize("NFC", text).replace("\u0149", "\u02bcn")
    text = text.replace("\u1e9a", "a\u02be")
    for step in _steps(flags):
        text = step(text)
    return unicodedata.normalize("NFC", text)
