"""Units of single letters, for words whose vowels nobody knows, and of doubled consonants.

Below `nisba.translit.stems` and the engine of sounds.
"""

import unicodedata

from nisba.sounds.units import HAMZA, VOWELS, Form
from nisba.translit.orthography import ALEF, CONSONANT, MAKSURA, MARBUTA, is_double, letters_of


def letter_units(word: str) -> Form:
    """The letters alone, where no reading is known: consonants, and long vowels as written.

    Nothing for a word with a letter that stands for no sound here.

    >>> letter_units("\u0632\u0639\u0637")  # زعط
    ('z', 'ʻ', 'ṭ')
    """
    units: list[str] = []
    for letter in letters_of(unicodedata.normalize("NFC", word)):
        if letter.char == ALEF and units and units[-1] not in VOWELS:
            units.append("ā")
        elif letter.char in _LETTER_UNIT:
            units.append(_LETTER_UNIT[letter.char])
        else:
            return ()
    return tuple(units)


def _letter_units() -> dict[str, str]:
    table = {letter: unit for unit, found in CONSONANT.items() for letter in list(found)[:1]}
    table |= dict.fromkeys("\u0621\u0623\u0625\u0624\u0626\u0627", HAMZA)  # ء أ إ ؤ ئ ا
    return table | {MARBUTA: "aẗ", MAKSURA: "á"}


_LETTER_UNIT = _letter_units()


def single_of(unit: str) -> str:
    """The single consonant of a doubled one; any other unit as it is.

    >>> single_of("shsh"), single_of("sh"), single_of("ī")
    ('sh', 'sh', 'ī')
    """
    return unit[: len(unit) // 2] if unit not in VOWELS and is_double(unit) else unit
