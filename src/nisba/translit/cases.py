"""The case vowel before a pronoun, where the input writes none: ḥayātuhu, but fī ḥayātihi.

Part of the second step of romanization, asked by `nisba.translit.words`.
"""

from dataclasses import replace

from nisba.sounds.units import HAMZA, Form
from nisba.translit.capitals import FUNCTION, MOSTLY
from nisba.translit.stems import Stem
from nisba.translit.vocabulary import PRONOUNS

_LAM = "\u0644\u0645"  # لم
_IMPERFECT = ("y", "t", "n", HAMZA)
_GENITIVE = ("bi", "li", "ka")


def _harmonised(tail: Form, case: str) -> Form:
    """The pronoun behind a case vowel: -uhum, but -ihim."""
    if len(tail) > 1 and tail[0] == "h" and tail[1] in ("u", "i"):
        return ("h", case, *tail[2:])
    return tail


# The pronouns that end in no vowel of their own, in both their shapes: -hum and -him.
_PRONOUNS = tuple(
    shape
    for _, units in PRONOUNS
    if len(units) > 2 or units[-1] == "ā"
    for shape in dict.fromkeys((units, _harmonised(units, "i")))
)


def in_case(line: list[Stem], n: int, before: int | None) -> Stem:
    """The stem with the case vowel before its pronoun that its place asks for.

    Only where nothing is written: genitive behind a preposition, a prefix bi-, li-, ka- or a noun
    without article; else the nominative; behind wa- as the word before. An imperfect behind lam is
    in the jussive, which has no vowel: lam yadhkurhu.
    """
    stem = line[n]
    if stem.capital >= MOSTLY:
        return stem
    at = _case_vowel(stem)
    if at is None or stem.reading.origin == "written":
        return stem
    if before is not None and line[before].bare == _LAM and stem.units[0] in _IMPERFECT:
        return replace(stem, units=(*stem.units[:at], *stem.units[at + 1 :]))
    here = stem.units[at]
    if any(prefix in _GENITIVE for prefix in stem.prefixes):
        case = "i"
    elif before is None:
        case = "u"
    elif "wa" in stem.prefixes:
        case = _joined_case(line, n, here)
    elif line[before].kind == "preposition":
        case = "i"
    else:
        case = here if line[before].kind in FUNCTION or line[before].article else "i"
    units: Form = (*stem.units[:at], case, *_harmonised(stem.units[at + 1 :], case))
    suffix = case if stem.suffix else ""
    if units == stem.units and suffix == stem.suffix:
        return stem
    return replace(stem, units=units, suffix=suffix)


def _joined_case(line: list[Stem], n: int, here: str) -> str:
    """The case vowel of a noun that wa- joins to what stands before it.

    Behind a preposition that follows a single noun it is joined to the genitive (al-ʻUmdah fī
    maḥāsin al-shiʻr wa-ādābihi); else it is in the nominative of an earlier noun with a pronoun.
    """
    if _behind_preposition(line, n):
        return "i"
    return "u" if any(_case_vowel(each) is not None for each in line[max(0, n - 4) : n]) else here


def _behind_preposition(line: list[Stem], n: int) -> bool:
    """Whether a text is a preposition with its genitives, or one noun before them, up to a word."""
    at = next((at for at in range(n) if line[at].kind == "preposition"), n)
    return at < 2 and at < n - 1 and not any(line[k].sense == "verb" for k in range(n))


def _case_vowel(stem: Stem) -> int | None:
    """Place of the case vowel before a pronoun, in a common noun; None where there is none."""
    units = stem.units
    if stem.kind or stem.article or stem.capital >= MOSTLY or len(units) < 5:
        return None
    if stem.suffix and units[-1] == "h":
        at = len(units) - 2
    else:
        size = next((len(p) for p in _PRONOUNS if units[-len(p) :] == p), 0)
        if not size:
            return None
        at = len(units) - size - 1
    return at if units[at] in ("u", "i") else None
