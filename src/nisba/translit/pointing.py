"""A word and a form laid side by side: how well it writes the form, and the word with marks.

`written` gives the weight of the best alignment, which the readings need; `pointed` puts the form's
vowel marks on the word and leaves every letter as it stands; `spelled` writes a form without marks,
in the usual spelling.
"""

import unicodedata
from functools import lru_cache

from nisba.sounds.units import HAMZA, VOWELS, Form
from nisba.translit.orthography import (
    ABOVE,
    ALEF,
    CONSONANT,
    DAGGER,
    DAMMA,
    FATHA,
    KASRA,
    MADDA,
    MAKSURA,
    MARBUTA,
    SHADDA,
    WAW,
    YEH,
    Letter,
    is_double,
    letters_of,
    seat_of,
    ways,
)

_MARK = {"a": FATHA, "i": KASRA, "u": DAMMA, "ā": FATHA, "ī": KASRA, "ū": DAMMA}
_MARK |= {"aw": FATHA, "ay": FATHA, "aẗ": FATHA, "á": FATHA}
_SILENT = 1e-3
_NOWHERE: tuple[float, tuple[int, ...]] = (0.0, ())
_LEAST = 1e-7  # below it letters and form are no word of one another
# Consonants of weak roots before -āh; l, m, n, r, sh stand in Allāh, Māh, Panāh, Rāh, Shāh.
_BEFORE_MARBUTA = ("y", "j", "k", "t", "w", "ḍ", "q")
_LONG = {"ā": ALEF, "ī": YEH, "ū": WAW, "aw": WAW, "ay": YEH, "aẗ": MARBUTA, "á": MAKSURA}


def written(form: Form, word: str) -> float:
    """How usual it is to write a form so, in 0-1; 0 where the letters or marks contradict it.

    >>> usual = written(("f", "ā", "ṭ", "i", "m", "aẗ"), "\u0641\u0627\u0637\u0645\u0629")  # فاطمة
    >>> rare = written(("f", "ā", "ṭ", "i", "m", "aẗ"), "\u0641\u0627\u0637\u0645\u0647")  # فاطمه
    >>> usual > rare > 0
    True
    """
    return _aligned(form, word)[0]


def pointed(form: Form, word: str) -> str | None:
    """The word with the vowel marks of a form, its own letters and marks kept; None if they differ.

    >>> pointed(("ḥ", "a", "m", "d"), "\u062d\u0645\u062f") == "\u062d\u064e\u0645\u062f"  # حَمد
    True
    """
    letters = letters_of(word)
    weight, widths = _aligned(form, word)
    if not weight:
        return None
    marks: list[str] = [""] * len(letters)
    at = 0
    for unit, width in zip(form, widths, strict=True):
        if unit in VOWELS:
            if at and not letters[at - 1].vowel:
                marks[at - 1] += _MARK[unit]
            if at and not width and unit == "ā" and DAGGER not in letters[at - 1].marks:
                marks[at - 1] += DAGGER
        elif width and is_double(unit) and SHADDA not in letters[at].marks:
            marks[at] += SHADDA
        at += width
    return "".join(_marked(word, letters, i, marks) for i in range(len(letters)))


def _marked(word: str, letters: tuple[Letter, ...], at: int, marks: list[str]) -> str:
    """One letter of the word as it stands, with what it lacks, marks in canonical order."""
    letter = letters[at]
    own = word[letter.start : letter.end]
    if not own or (own[0] == MADDA):
        return own  # madda says hamza and vowel at once
    return own[0] + "".join(sorted(own[1:] + marks[at], key=unicodedata.combining))


@lru_cache(maxsize=1 << 16)
def spelled(form: Form) -> str:
    """The usual spelling of a form in Arabic letters, without vowel marks.

    Seats of hamza, madda, tāʾ marbūṭa and alif maqṣūra by the rules of modern Arabic spelling.

    >>> [spelled(("m", "u", "ʼ", "m", "i", "n")), spelled(("ʼ", "ā", "d", "a", "m"))]
    ['مؤمن', 'آدم']
    """
    out: list[str] = []
    for i, unit in enumerate(form):
        before = form[i - 1] if i else ""
        after = form[i + 1] if i + 1 < len(form) else ""
        if unit in VOWELS:
            if unit == "ā" and before == HAMZA and out and out[-1] in ("\u0623", "\u0621"):
                out[-1] = MADDA if i == 1 or out[-1] == "\u0623" else out[-1] + ALEF
            else:
                out.append(_LONG.get(unit, ""))
            continue
        single = unit[: len(unit) // 2] if is_double(unit) else unit
        if not i and joins_before(form):
            out.append(ALEF)
        elif single == HAMZA:
            out.append(seat_of(before, after))
        elif not after and ends_in_marbuta(form):
            out.append(MARBUTA)
        else:
            out.append(next(iter(CONSONANT[single])))
    return "".join(out)


@lru_cache(maxsize=1 << 16)
def reseated(form: Form, word: str) -> str:
    """A word that was written without seats and endings, with those that a form asks for.

    The letters stay otherwise: a word that leaves out an alif still does. A word that does not
    render the form comes back as it is.

    >>> reseated(("ʼ", "i", "s", "ḥ", "ā", "q"), "اسحق")  # اسحق
    'إسحق'
    """
    letters = letters_of(word)
    weight, widths = _aligned(form, word)
    if not weight:
        return word
    out: list[str] = []
    at = 0
    for i, (unit, width) in enumerate(zip(form, widths, strict=True)):
        own = word[letters[at].start : letters[at + width - 1].end] if width else ""
        after = form[i + 1] if i + 1 < len(form) else ""
        if width and unit.startswith(HAMZA):
            own = ALEF if not i and joins_before(form) else seat_of(form[i - 1] if i else "", after)
        elif width and unit in ("aẗ", "á"):
            own = _LONG[unit]
        elif width and not after and ends_in_marbuta(form):
            own = MARBUTA
        elif width and unit == "ā" and out and out[-1] == ABOVE:
            out.pop()
            own = MADDA
        elif not width and unit == "ā" and out and out[-1] == ABOVE and i == 1 and own == "":
            out[-1] = MADDA
        out.append(own)
        at += width
    return "".join(out) + word[letters[at - 1].end :]


def widths_of(form: Form, letters: tuple[Letter, ...]) -> tuple[int, ...]:
    """The letters that each unit takes, 0 to 2; empty where the letters do not write the form."""
    weight, widths = _alignment(form, letters)
    return widths if weight >= _LEAST and sum(widths) == len(letters) else ()


def ends_in_marbuta(form: Form) -> bool:
    """Whether a final -āh is written with tāʾ marbūṭa: Ḥayāh, Najāh, but Shāh, Ilāh."""
    return form[-2:] == ("ā", "h") and len(form) > 3 and form[-3] in _BEFORE_MARBUTA


def joins_before(form: Form) -> bool:
    """Whether a form begins with a joining hamza, which has no seat: the verbal nouns of the
    patterns VII, VIII and X, and ibn.

    >>> joins_before(("ʼ", "i", "b", "t", "i", "s", "ā", "m"))
    True
    >>> joins_before(("ʼ", "i", "m", "ā", "m"))
    False
    """
    if form[:2] != (HAMZA, "i") or len(form) < 4:
        return False
    third, fourth, rest = form[2], form[3], form[4:]
    if form[2:4] == ("b", "n"):
        return len(form) == 4
    if (third, fourth) == ("s", "t") and len(rest) > 3:
        return rest[0] == "i" and rest[3] == "ā"
    if fourth in ("t", "d", "ṭ") and len(rest) > 2:
        return rest[0] == "i" and rest[2] == "ā"
    if third in ("tt", "ṭṭ", "dd") and len(form) > 5:  # ittiḥād
        return fourth == "i" and form[5] == "ā"
    return third == "n" and len(rest) > 2 and rest[0] == "i" and rest[2] == "ā"


@lru_cache(maxsize=1 << 16)
def _aligned(form: Form, word: str) -> tuple[float, tuple[int, ...]]:
    """How well a word writes a form, and by which letters: see `_alignment`."""
    return _alignment(form, letters_of(word))


def _alignment(form: Form, letters: tuple[Letter, ...]) -> tuple[float, tuple[int, ...]]:
    """Weight of the best alignment and the letters that each unit takes; 0 if there is none."""
    n = len(letters)
    best: dict[int, tuple[float, tuple[int, ...]]] = {0: (1.0, ())}
    for before, unit, after in zip(("", *form), form, (*form[1:], ""), strict=False):
        ahead: dict[int, tuple[float, tuple[int, ...]]] = {}
        for at in sorted(best) if len(best) > 1 else best:  # of equals the first is kept
            weight, widths = best[at]
            for width, usual in ways(unit, before, letters, at, after):
                value = weight * usual
                if value > (ahead[at + width][0] if at + width in ahead else 0.0):
                    ahead[at + width] = (value, (*widths, width))
        if not ahead:
            return _NOWHERE
        best = ahead
    found = best.get(n, _NOWHERE)
    if n > 2 and letters[-1].char == WAW and not letters[-1].marks and n - 1 in best:
        found = max(found, (best[n - 1][0] * _SILENT, best[n - 1][1]))  # the waw of عمرو
    return found
