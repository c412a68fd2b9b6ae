"""What each letter of an unvocalised word writes, as one label a letter: its role.

Below `nisba.translit.letter_model`, which learns and guesses roles. A role is the units that a
letter writes, with the vowels behind it that nobody writes: `C+a` is the letter's own consonant
and a short a, `CC+i` the doubled one and i, `ī` a long vowel, `ʼ+u` a hamza and u. The letter of a
prefix has the role `a-`, `i-`; alif and lam of the article are `a` and `l-`, its lam alone behind
li- is `al-`; `an` is the silent alif of the accusative.
"""

import re
from collections.abc import Sequence

from nisba.sounds.units import HAMZA, VOWELS, Form, units_of
from nisba.translit.orthography import (
    ABOVE,
    ALEF,
    BARE,
    BELOW,
    CONSONANT,
    MARBUTA,
    ON_WAW,
    ON_YEH,
    letters_of,
)
from nisba.translit.pointing import widths_of

_PREFIX = re.compile("(wa|fa|bi|lil|li|ka|la|sa|al)-(?=.)")
_LAM = "\u0644"  # ل
_LETTER = {
    "wa": "\u0648",  # و
    "fa": "\u0641",  # ف
    "bi": "\u0628",  # ب
    "li": _LAM,
    "la": _LAM,
    "ka": "\u0643",  # ك
    "sa": "\u0633",  # س
}
_OWN = {next(iter(letters)): unit for unit, letters in CONSONANT.items() if len(letters) == 1}
_OWN |= dict.fromkeys((ABOVE, BELOW, ON_WAW, ON_YEH, BARE), HAMZA)
_PREFIX_OF = {(letter, prefix[1:] + "-"): prefix for prefix, letter in _LETTER.items()}
_ARTICLE, _ARTICLE_LAM, _LAM_ALONE, _ACCUSATIVE = "a", "l-", "al-", "an"
_LONGEST = 20
Roles = tuple[str, ...]


def roles_of(word: str, romanized: str) -> Roles | None:
    """The roles of a word's letters by its ALA-LC reading; None where the two do not agree.

    >>> roles_of("\u0648\u0627\u0644\u0643\u062a\u0627\u0628", "wa-al-kitāb")  # والكتاب
    ('a-', 'a', 'l-', 'C+i', 'C', 'ā', 'C')
    """
    letters = [letter.char for letter in letters_of(word) if not letter.marks]
    if len(letters) != len(letters_of(word)):
        return None
    prefixes: list[str] = []
    while match := _PREFIX.match(romanized):
        prefixes += ("li", "al") if match[1] == "lil" else (match[1],)
        romanized = romanized[match.end() :]
    roles = _of_prefixes(prefixes, letters)
    form = units_of(romanized)
    if roles is None or not form or not 1 < len(form) <= _LONGEST:
        return None
    stem = _of_stem(_in_pause(form, letters), word, len(roles))
    return None if stem is None or len(roles) + len(stem) != len(letters) else (*roles, *stem)


def _of_prefixes(prefixes: list[str], letters: list[str]) -> list[str] | None:
    roles: list[str] = []
    for number, prefix in enumerate(prefixes):
        left = letters[len(roles) :]
        if prefix == "al" and prefixes[number - 1 : number] == ["li"]:
            expected, found = [_LAM], [_LAM_ALONE]
        elif prefix == "al":
            expected, found = [ALEF, _LAM], [_ARTICLE, _ARTICLE_LAM]
        else:
            expected, found = [_LETTER[prefix]], [prefix[1:] + "-"]
        if left[: len(expected)] != expected:
            return None
        roles += found
    return roles


def _in_pause(form: Form, letters: list[str]) -> Form:
    """The form without what depends on the next word: the construct state, the pronoun's vowel."""
    if letters[-1] == MARBUTA and form[-1] == "t":
        return (*form[:-2], "aẗ") if form[-2] == "a" else (*form[:-1], "h")
    if len(form) > 4 and form[-2] == "h" and form[-1] in ("u", "i") and form[-3] in VOWELS:
        return form[:-1]
    return form


def _of_stem(form: Form, word: str, start: int) -> list[str] | None:
    letters = letters_of(word)[start:]
    behind: list[str] = []
    if len(letters) > 1 and letters[-1].char == ALEF and form[-2:] == ("a", "n") and len(form) > 4:
        form, letters, behind = form[:-2], letters[:-1], [_ACCUSATIVE]
    widths = widths_of(form, letters) if len(letters) > 1 else ()
    roles: list[str] = []
    at = 0
    for unit, width in zip(form, widths, strict=False):
        if width > 1 or (not width and not roles):
            return None
        if width:
            roles.append(_role(unit, letters[at].char))
            at += 1
        else:
            roles[-1] += "+" + unit
    return [*roles, *behind] if widths else None


def _role(unit: str, letter: str) -> str:
    own = _OWN.get(letter)
    return {own: "C", f"{own}{own}": "CC"}.get(unit, unit) if own else unit


def read_roles(letters: Sequence[str], roles: Sequence[str]) -> tuple[tuple[str, ...], bool, Form]:
    """Prefixes, article and form that letters with these roles write.

    >>> read_roles("لباب", ("i-", "C", "ā", "C"))
    (('li',), False, ('b', 'ā', 'b'))
    """
    prefixes: list[str] = []
    article = False
    units: list[str] = []
    for letter, role in zip(letters, roles, strict=True):
        if role in (_ARTICLE_LAM, _LAM_ALONE):
            article, units = True, []
        elif role.endswith("-"):
            prefixes.append(_PREFIX_OF[letter, role])
        elif role == _ACCUSATIVE:
            units += ("a", "n")
        else:
            first, *rest = role.split("+")
            own = _OWN.get(letter, "")
            units += ({"C": own, "CC": own + own}.get(first, first), *rest)
    return tuple(prefixes), article, tuple(units)


def may_follow(roles: Sequence[str], role: str, letter: str, left: int) -> bool:
    """Whether a letter may have a role behind those of the letters before it.

    `left` counts the letters behind it. Prefixes and article stand first; a word begins with a
    consonant, and no two vowels meet.
    """
    before = roles[-1] if roles else ""
    opens = not before or before.endswith("-")
    due = before == _ARTICLE and all(each.endswith("-") for each in roles[:-1])
    if role.endswith("-"):
        if left < 1 or not (role == _ARTICLE_LAM or (letter, role) in _PREFIX_OF or letter == _LAM):
            return False
        if role == _ARTICLE_LAM:
            return due
        if role == _LAM_ALONE:
            return before == "i-" and letter == _LAM
        return opens and before not in (_ARTICLE_LAM, _LAM_ALONE) and (letter, role) in _PREFIX_OF
    if due:
        return False
    if role == _ARTICLE and opens:
        return left > 1 and before not in (_ARTICLE_LAM, _LAM_ALONE)
    first = role.partition("+")[0]
    if opens:
        return first not in VOWELS and role != _ACCUSATIVE
    return first not in VOWELS or before.rpartition("+")[2] not in VOWELS
