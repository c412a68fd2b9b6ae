"""The lexicon's forms by the letters that write them: which listed forms a written word may be.

A word is looked up by what is left when the letters that spellings differ in are gone (seats of
hamza, alif within the word, doubled waw); `pointing.written` then says how well each form fits.
"""

import functools
from collections.abc import Sequence

from nisba.sounds.units import HAMZA, UNITS
from nisba.translit.orthography import (
    ALEF,
    CONSONANT,
    HEH,
    ON_WAW,
    ON_YEH,
    WAW,
    YEH,
    bare_letters,
    is_double,
)

_FOLDED = {"\u0629": HEH, "\u0649": YEH}  # ة ى
_GONE = (ALEF, "\u0621", "\u0623", "\u0625")  # ا ء أ إ
_VOWEL_KEY = {"ī": YEH, "ū": WAW, "aw": WAW, "ay": YEH, "aẗ": HEH, "á": YEH}
_RARE = {"p": "\u0628", "g": "\u0643", "v": WAW, "zh": "\u062c", "ch": "\u0686"}  # ب ك و ج چ
_FOREIGN = {"\u067e": "\u0628", "\u06af": "\u0643", "\u06a4": WAW, "\u0698": "\u062c"}  # پ گ ڤ ژ
_LETTER_KEY = str.maketrans(_FOLDED | _FOREIGN | dict.fromkeys((*_GONE, ON_WAW, ON_YEH), ""))
_SEATS = ("", WAW, YEH)
_MOST_KEYS = 9


def _unit_keys() -> dict[str, str]:
    keys: dict[str, str] = {}
    for unit in UNITS:
        single = unit[: len(unit) // 2] if is_double(unit) else unit
        if single in _RARE:
            keys[unit] = _RARE[single]
        elif single in CONSONANT:
            keys[unit] = next(iter(CONSONANT[single]))
        elif single == HAMZA:
            keys[unit] = HAMZA
        else:
            keys[unit] = _VOWEL_KEY.get(unit, "")
    return keys


_END = " \n "  # between two forms
_UNIT_KEY = _unit_keys() | {"\n": "\n"}


@functools.lru_cache(maxsize=1 << 14)
def key_of(word: str) -> str:
    """What a written word is looked up by."""
    letters = bare_letters(word)
    first = ALEF if letters[:1] in _GONE else ""
    return (first + letters.translate(_LETTER_KEY)).replace(WAW + WAW, WAW)


def keys_of(units: str) -> set[str]:
    """What a form is found by: one key, or several where a hamza has several seats."""
    first, *rest = [_UNIT_KEY[unit] for unit in units.split(" ")]
    initial = ALEF if first == HAMZA else first
    keys = {""}
    for piece in rest:
        if piece == HAMZA and len(keys) < _MOST_KEYS:
            keys = {key + seat for key in keys for seat in _SEATS}
        else:
            keys = {key + piece.replace(HAMZA, "") for key in keys}
    return {(initial + key).replace(WAW + WAW, WAW) for key in keys}


Index = dict[str, tuple[int, ...]]


def index_of(forms: Sequence[str]) -> Index:
    """Numbers of the forms, which are units with spaces between, by key.

    >>> index_of(["ḥ a s a n", "ḥ a ss ā n"])
    {'حسن': (0, 1)}
    """
    index: Index = {}
    if not forms:
        return index
    # Most forms have one key. There are tens of thousands, so these are written in one go.
    units = _END.join(forms).split(" ")
    keys = "".join([_UNIT_KEY[unit] for unit in units]).replace(HAMZA, ALEF)
    alone = keys.replace(WAW + WAW, WAW).split("\n")
    for number, (form, key) in enumerate(zip(forms, alone, strict=True)):
        for each in keys_of(form) if HAMZA in form[1:] else (key,):
            index[each] = (*index.get(each, ()), number)
    return index


@functools.cache
def load_index() -> Index:
    """The index of the lexicon that comes with the package."""
    from nisba.sounds.model import load_lexicon

    return index_of([entry.units for entry in load_lexicon().entries])
