"""Scholarly Latin letters, read as what they say: ẓ is ẓ, and a is no ā.

A word with macrons and dots is no press spelling. `scholarly_forms` gives the forms that such a
word may stand for, in the letters of ALA-LC, DIN 31635, IJMES, EI2 and EI THREE alike.
"""

import re
import unicodedata

from nisba.sounds.units import AYN, HAMZA, Form, units_of

_SIGN = {
    "\u02bf": AYN,  # ʿ
    "\u02bb": AYN,  # ʻ
    "\u2018": AYN,  # ‘
    "\u02be": HAMZA,  # ʾ
    "\u02bc": HAMZA,  # ʼ
    "\u2019": HAMZA,  # ’
}
_MARKS = ("\u0304", "\u0323", "\u0331", "\u0332", "\u035f", "\u032e", "\u030c", "\u0307")
_DIGRAPH = {
    "t\u0331": "th",
    "t\u0332": "th",
    "d\u0331": "dh",
    "d\u0332": "dh",
    "k\u0331": "kh",
    "h\u0331": "kh",
    "h\u032e": "kh",
    "s\u030c": "sh",
    "z\u030c": "zh",
    "c\u030c": "ch",
    "g\u030c": "j",
    "j\u030c": "j",
    "g\u0307": "gh",
    "g\u0304": "gh",
    "g\u0331": "gh",
    "k\u0323": "q",
}
_LATER = ("\u0331", "\u0332", "\u035f")  # EI2 underlines both letters of a digraph
_CIRCUMFLEX = str.maketrans({"\u00e2": "\u0101", "\u00ee": "\u012b", "\u00fb": "\u016b"})  # â î û


_PLAIN_G = re.compile("g(?!h)").search


def is_scholarly(word: str) -> bool:
    """Whether a word has a letter that only scholarly systems use.

    >>> is_scholarly("K\u0101\u1e93im\u012b"), is_scholarly("Far\u00e8s")
    (True, False)
    """
    return any(mark in _MARKS for mark in unicodedata.normalize("NFD", word))


def scholarly_forms(word: str) -> tuple[Form, ...]:
    """Forms that a scholarly spelling may stand for, the likeliest first; none if it is not one.

    What a system leaves open stays open: final -a may be tāʾ marbūṭa or a vowel, final -ā may be
    alif maqṣūra, and the plain apostrophe either of two letters.

    >>> scholarly_forms("K\u0101\u1e93im\u012b")[0]
    ('k', 'ā', 'ẓ', 'i', 'm', 'ī')
    """
    text = _ala_lc(word)
    open_signs = text.count("'")
    texts = [text.replace("'", AYN), text.replace("'", HAMZA)] if open_signs else [text]
    # A plain g is the j of Cairo; where ġ or ǧ is meant, it is written.
    texts = [
        other for t in texts for other in ((re.sub("g(?!h)", "j", t), t) if _PLAIN_G(t) else (t,))
    ]
    found: dict[Form, None] = {}
    for variant in texts:
        form = units_of(variant)
        if form is None or len(form) < 2:
            continue
        for other in _endings(form):
            found[other] = None
    return tuple(found)


def _endings(form: Form) -> list[Form]:
    last, stem = form[-1], form[:-1]
    if last == "a" and len(form) > 2:
        return [(*stem, "aẗ"), form]
    if last == "ā":
        return [form, (*stem, "á")]
    return [form]


def _ala_lc(word: str) -> str:
    """The word in the letters of ALA-LC, small."""
    text = unicodedata.normalize("NFC", word.casefold()).translate(_CIRCUMFLEX)
    text = unicodedata.normalize("NFD", text)
    out: list[str] = []
    at = 0
    underlined = False
    while at < len(text):
        base, start = text[at], at + 1
        at = start
        while at < len(text) and unicodedata.combining(text[at]):
            at += 1
        marks = text[start:at]
        below = any(mark in _LATER for mark in marks)
        digraph = next((_DIGRAPH[base + m] for m in marks if base + m in _DIGRAPH), "")
        following = text[at : at + 1]
        if below and (underlined or following in ("h", "j")) and base in "tdkgsh":
            out.append(base)
        elif digraph:
            out.append(digraph)
        else:
            out.append(_SIGN.get(base, base) + marks)
        underlined = below
    return unicodedata.normalize("NFC", "".join(out))
