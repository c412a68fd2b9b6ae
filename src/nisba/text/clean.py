"""Second step of the text stage: the same text, without what only looks different.

Reach for it on every string that comes from outside, before a rule reads its letters. Cleaning
takes away what no reader sees or what a font or keyboard put there: presentation forms, tatweel,
direction marks, zero-width signs, full-width letters, stray look-alikes. It never touches
spelling: that is `nisba.text.fold`. HTML entities are left as they are: `&#xaf;` is a fault of
the file, and its reader must say so.
"""

import re
import unicodedata

from nisba.text.scripts import Script, script_of

ZWNJ = "\u200c"

# Controls and invisible signs that vanish: soft hyphen, grapheme joiner, Arabic letter mark,
# Mongolian separator, zero-width space and joiner, direction marks and isolates, word joiner and
# invisible operators, variation selectors, byte order mark, tatweel, interlinear marks.
_VANISH = [0x00AD, 0x034F, 0x061C, 0x0640, 0x180E, 0x200B, 0x200D, 0x200E, 0x200F, 0xFEFF]
_VANISH += [*range(0x202A, 0x202F), *range(0x2060, 0x2070)]
_VANISH += [*range(0xFE00, 0xFE10), *range(0xFFF9, 0xFFFC)]
_SPACES = [0x0009, 0x000A, 0x000B, 0x000C, 0x000D, 0x0085, 0x00A0, 0x1680, 0x2028, 0x2029]
_SPACES += [*range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000]
_HYPHENS = [0x2010, 0x2011, 0xFE63]
_PRESENTATION = [*range(0xFB50, 0xFE00), *range(0xFE70, 0xFEFD)]


def _letters_behind(point: int) -> str:
    """What a presentation form stands for; a mark that NFKC sets on a space or tatweel, alone."""
    plain = unicodedata.normalize("NFKC", chr(point))
    if 0xFE70 <= point <= 0xFE7F or 0xFC5E <= point <= 0xFC63:
        return plain.lstrip(" \u0640")
    return plain


def _single_characters() -> dict[int, str]:
    table = {point: chr(point - 0xFEE0) for point in range(0xFF01, 0xFF5F)}
    table.update({point: _letters_behind(point) for point in _PRESENTATION})
    table.update(dict.fromkeys([*range(0x20), *range(0x7F, 0xA0), *_VANISH], ""))
    table.update(dict.fromkeys(_SPACES, " "))
    table.update(dict.fromkeys(_HYPHENS, "-"))
    return {point: text.replace("\u0640", "") for point, text in table.items()}


_SINGLE = _single_characters()

_SURROGATE = re.compile("[\ud800-\udfff]")

_ARABIC = "\u0620-\u063f\u0641-\u064a\u066e-\u06d3\u06d5\u06ee-\u06ef\u06fa-\u06ff\u0750-\u077f"
# A mark may stand between the letter and the non-joiner, so the look-behind allows one.
_NON_JOINER = re.compile(f"(?<=[{_ARABIC}\u064b-\u065f\u0670])(\u200c+)(?=[{_ARABIC}])|\u200c+")

_CYRILLIC_OR_GREEK = re.compile("[\u0370-\u03ff\u0400-\u04ff]")
_WORD = re.compile("[\\w\u0300-\u036f]+")
_LOOKALIKES = str.maketrans(
    # Cyrillic а в е к м н о р с т у х і ј ѕ, capitals first; then Greek.
    "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425\u0406\u0408\u0405"
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u0501"
    "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7"
    "\u03bf\u03bd\u03f2",
    "ABEKMHOPCTYXIJS" + "aeopcyxijsd" + "ABEZHIKMNOPTYX" + "ovc",
)


_MOST_MARKS = 64
"""Marks on one letter; no writing has a tenth of them."""


def clean(text: str) -> str:
    """Text without presentation forms, tatweel, invisible controls and stray look-alikes, in NFC.

    Idempotent. Of a pile of marks on one letter 64 stay. Runs of space become one space, and none
    is left at the ends. A zero-width non-joiner stays only between two Arabic-script letters, where
    Persian spelling needs it.
    Cyrillic and Greek look-alikes turn Latin only inside a word that is mostly Latin.

    >>> clean("  Mu\\u200bstafa\\u00a0 Kadhimi\\u200f ")
    'Mustafa Kadhimi'
    >>> clean("K\\u0430dhimi")
    'Kadhimi'
    """
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    text = _SURROGATE.sub("", text).translate(_SINGLE)
    if len(text) > _MOST_MARKS:
        text = _without_piles(text)
    if ZWNJ in text:
        text = _NON_JOINER.sub(lambda found: ZWNJ if found[1] else "", text)
    text = unicodedata.normalize("NFC", text)
    if _CYRILLIC_OR_GREEK.search(text):
        text = unicodedata.normalize("NFC", _WORD.sub(_latin_throughout, text))
    return " ".join(text.split())


def _without_piles(text: str) -> str:
    """At most `_MOST_MARKS` marks on one letter: to sort more takes time in the square of them."""
    kept: list[str] = []
    pile = 0
    for char in text:
        pile = pile + 1 if unicodedata.combining(char) else 0
        if pile <= _MOST_MARKS:
            kept.append(char)
    return "".join(kept)


def _latin_throughout(found: re.Match[str]) -> str:
    """A word that is mostly Latin, its look-alikes replaced; any other word as it is."""
    word = found[0]
    scripts = [script_of(char) for char in word]
    latin = scripts.count(Script.LATIN)
    strange = scripts.count(Script.CYRILLIC) + scripts.count(Script.GREEK)
    return word.translate(_LOOKALIKES) if latin > strange > 0 else word


def is_clean(text: str) -> bool:
    """Whether cleaning would leave the text as it is.

    >>> is_clean("Kadhimi"), is_clean("Kadhimi ")
    (True, False)
    """
    return clean(text) == text
