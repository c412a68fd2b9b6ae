"""Where a rule of signs holds: the terms of its context, asked of the signs around it.

Beside the engine of signs; `gazetteers/README.md` explains the terms to those who write rules.
"""

from collections.abc import Callable, Sequence

from nisba.text.scripts import Script, script_of
from nisba.translit.signs import ALLAH, ARTICLE, JOINED, SHADDA, Sign, is_mark

ONE_WAY = "one-way"
_TATWEEL, _SUKUN = "\u0640", "\u0652"
_VOWELS = frozenset("\u064b\u064c\u064d\u064e\u064f\u0650\u0670")  # tanwin, short vowels, dagger
_MOVES = _VOWELS | {SHADDA, "\u0627"}  # what makes waw or ya before it a consonant
_LONG = frozenset("\u0627\u0648\u064a\u06cc\u0649")  # ا و ي ی ى
_SUN = frozenset(
    "\u062a\u062b\u062f\u0630\u0631\u0632\u0633\u0634\u0635\u0636\u0637\u0638\u0644\u0646"
)  # ت ث د ذ ر ز س ش ص ض ط ظ ل ن
_ARTICLES = (ARTICLE, JOINED)
_FAR = 64  # signs that may stand before the first word of a text
_MOST_MARKS = 8


def holds(term: str, signs: Sequence[Sign], start: int, end: int) -> bool:
    """Whether a term is true of the signs from `start` up to `end`; raises `KeyError` if unknown.

    >>> from nisba.translit.signs import signs_of
    >>> holds("final", tuple(signs_of("\u062c\u0645\u064a\u0644\u0629")), 4, 5)  # ة in جميلة
    True
    """
    return _HOLDS[term](signs, start, end)


def _is_initial(signs: Sequence[Sign], start: int, end: int) -> bool:
    if start == 0 or not _joins(signs[start - 1].char):
        return True
    return signs[start - 1].role in _ARTICLES and signs[start].role not in _ARTICLES


def _is_final(signs: Sequence[Sign], start: int, end: int) -> bool:
    end = _behind_marks(signs, end)
    return end == len(signs) or not _joins(signs[end].char)


def _is_vowelled(signs: Sequence[Sign], start: int, end: int) -> bool:
    if end < len(signs) and signs[end].char == SHADDA:
        end += 1
    return end < len(signs) and signs[end].char in _VOWELS


def _is_bare(signs: Sequence[Sign], start: int, end: int) -> bool:
    if end < len(signs) and signs[end].char == _SUKUN:
        end += 1
    return end == len(signs) or signs[end].char not in _MOVES


def _follows_letter(signs: Sequence[Sign], start: int, end: int) -> bool:
    """Whether a consonant without a mark stands before, in the same word."""
    if _is_initial(signs, start, end):
        return False
    before = signs[start - 1].char
    return not is_mark(before) and before not in _LONG


def _is_first(signs: Sequence[Sign], start: int, end: int) -> bool:
    return start < _FAR and not any(_joins(sign.char) for sign in signs[:start])


def _follows_vowel(signs: Sequence[Sign], start: int, end: int) -> bool:
    before = [sign.char for sign in signs[max(0, start - 2) : start] if sign.char != " "]
    return bool(before) and before[-1] in _LONG


def _next_role(signs: Sequence[Sign], end: int) -> str:
    """The role of the letter behind marks and one space."""
    end = _behind_marks(signs, end)
    if end < len(signs) and signs[end].char == " ":
        end += 1
    return signs[end].role if end < len(signs) else ""


def _behind_marks(signs: Sequence[Sign], at: int) -> int:
    """The place behind the marks of a letter; no more are looked at than a letter can have."""
    most = min(len(signs), at + _MOST_MARKS)
    while at < most and is_mark(signs[at].char):
        at += 1
    return at


#: The terms of a rule's context: each asks about the signs from `start` up to `end`.
_HOLDS: dict[str, Callable[[Sequence[Sign], int, int], bool]] = {
    "initial": _is_initial,
    "final": _is_final,
    "medial": lambda signs, start, end: (
        not _is_initial(signs, start, end) and not _is_final(signs, start, end)
    ),
    "vowelled": _is_vowelled,
    "bare": _is_bare,
    "article": lambda signs, start, end: signs[start].role in _ARTICLES,
    "compound": lambda signs, start, end: signs[start].role == JOINED,
    "divine": lambda signs, start, end: signs[start].role == ALLAH,
    "sun": lambda signs, start, end: end < len(signs) and signs[end].char in _SUN,
    "first": _is_first,
    "after-vowel": _follows_vowel,
    "after-letter": _follows_letter,
    "before-article": lambda signs, start, end: _next_role(signs, end) in _ARTICLES,
    "before-compound": lambda signs, start, end: _next_role(signs, end) == JOINED,
    "before-allah": lambda signs, start, end: _next_role(signs, end) == ALLAH,
    ONE_WAY: lambda signs, start, end: True,
}
TERMS = tuple(_HOLDS)


def _joins(char: str) -> bool:
    """Whether a character belongs to an Arabic word: a letter, a mark or a tatweel."""
    return char == _TATWEEL or script_of(char) is Script.ARABIC or is_mark(char)
