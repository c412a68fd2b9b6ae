"""The units of the hidden vocalised form, and how a scholarly romanization is cut into them.

A form is a tuple of units written as in ALA-LC: consonants (`ḥ`, `sh`), geminates (`ḥḥ`,
`shsh`), short vowels `a i u`, long `ā ī ū`, diphthongs `aw ay`, and two endings, `aẗ`
(tāʾ marbūṭa with its vowel) and `á` (alif maqṣūra). A word that begins with a vowel begins with
hamza, so every form begins with a consonant, as every Arabic syllable does.
"""

import re
import unicodedata

HAMZA = "\u02bc"
AYN = "\u02bb"

CONSONANTS = (
    f"{HAMZA} b t th j ḥ kh d dh r z s sh ṣ ḍ ṭ ẓ {AYN} gh f q k l m n h w y p ch zh v g"
).split()
GEMINATES = tuple(c + c for c in CONSONANTS)
VOWELS = ("a", "i", "u", "ā", "ī", "ū", "aw", "ay", "aẗ", "á")
UNITS = (*CONSONANTS, *GEMINATES, *VOWELS)

_DIGRAPHS = ("th", "kh", "dh", "sh", "gh", "ch", "zh")
_SHORT = "aiu"
_LONG = "āīū"
_ANY_VOWEL = _SHORT + _LONG + "á"
_SEPARATOR = "\u02b9"  # ʹ keeps two letters apart that could be read as a digraph
_ONE_LETTER = f"btjḥdrzsṣḍṭẓfqklmnhwypvg{HAMZA}{AYN}"
_SOUND = re.compile("|".join([*_DIGRAPHS, f"[{_ANY_VOWEL}{_ONE_LETTER}{_SEPARATOR}]"]))

Form = tuple[str, ...]


def units_of(romanized: str) -> Form | None:
    """Units of one ALA-LC word, or None when it is no word of the form's alphabet.

    The article is not part of a form: pass the word without `al-`.

    >>> units_of("Muḥammad")
    ('m', 'u', 'ḥ', 'a', 'mm', 'a', 'd')
    >>> units_of("Miṣrīyah")
    ('m', 'i', 'ṣ', 'r', 'i', 'yy', 'aẗ')
    """
    word = unicodedata.normalize("NFC", romanized).lower().strip("-")
    sounds = _sounds(word)
    if not sounds:
        return None
    return _with_endings(_joined(sounds))


def is_vowel(unit: str) -> bool:
    """Whether a unit is a vowel, a diphthong or a vocalic ending."""
    return unit in VOWELS


def _sounds(word: str) -> list[str] | None:
    """Single sounds of the word, before gemination and diphthongs; None at a foreign letter."""
    sounds: list[str] = _SOUND.findall(word)
    if sum(map(len, sounds)) < len(word):
        return None
    return [sound for sound in sounds if sound != _SEPARATOR]


def _joined(sounds: list[str]) -> list[str]:
    """Geminates, diphthongs, `īy` before a vowel (= i + yy), and the hamza of a vowel onset."""
    units: list[str] = []
    if sounds[0] in _ANY_VOWEL:
        units.append(HAMZA)
    i = 0
    while i < len(sounds):
        here, after = sounds[i], sounds[i + 1] if i + 1 < len(sounds) else ""
        later = sounds[i + 2] if i + 2 < len(sounds) else ""
        if here not in _ANY_VOWEL:
            doubled = here == after
            units.append(here + here if doubled else here)
            i += 1 + doubled
        elif here + after in ("īy", "ūw") and later in _ANY_VOWEL and later:
            units += [{"ī": "i", "ū": "u"}[here], after + after]
            i += 2
        elif here == "a" and after in ("w", "y") and later not in (*_ANY_VOWEL, after):
            units.append(here + after)
            i += 2
        else:
            units.append(here)
            i += 1
    return units


def _with_endings(units: list[str]) -> Form:
    """Final `ah` is tāʾ marbūṭa with its vowel."""
    if len(units) > 2 and units[-2:] == ["a", "h"]:
        units = [*units[:-2], "aẗ"]
    return tuple(units)


_PLAIN = str.maketrans("ḥṣḍṭẓāīūáẗ", "hsdtzaiuah")


def plain(unit: str) -> str:
    """ASCII letters that a reader without diacritics would print for a unit.

    >>> plain("ṣṣ"), plain("ā"), plain("ʻ")
    ('ss', 'a', "'")
    """
    return re.sub(f"[{HAMZA}{AYN}]+", "'", unit.translate(_PLAIN))
