"""The signs of a Persian or Urdu text with the vowels that it does not write.

Beside the engine of signs, for its schemes with the feature `vowels: supplied`. The letters stay
what they are (two languages have letters that the hidden form does not tell apart); only marks are
put on them, from the ranked readings. A word with a mark of its own, or with a letter that no
Arabic name has, stays as it is.
"""

import re
import unicodedata
from typing import NamedTuple

from nisba.sounds.units import VOWELS, Form
from nisba.text.clean import ZWNJ
from nisba.translit.name_seams import ALLAH_LETTERS, is_compound, parts_of
from nisba.translit.orthography import MAKSURA, SHADDA, YEH
from nisba.translit.pieces import pieces_of
from nisba.translit.pointing import pointed
from nisba.translit.readings import readings
from nisba.translit.signs import ALLAH, ARTICLE, JOINED, Sign, shadda_first
from nisba.translit.stems import bare_of, stem_of
from nisba.translit.types import Note, Supplied

_FARSI_YEH = "\u06cc"  # ی
_GUESSED, _EDITED = "model", "curated"
# A waw or ya inside a word, which may be a long vowel, and the short vowel that says so.
_INNER = "[\u0648\u064a\u06cc][\u0621-\u0626\u0628-\u064a\u067e-\u06d3]"
_INNER_LONG = re.compile(f"(?<=.){_INNER}")
_INNER_VOWEL = re.compile(f"[\u064e-\u0650](?={_INNER})")
_SHORT_IBN, _SPOKEN_IBN = "\u0628\u0646", "\u0628\u0650\u0646"  # بن
_KNOWN = frozenset(
    "\u0621\u0622\u0623\u0624\u0625\u0626\u0627\u0628\u0629\u062a\u062b\u062c\u062d\u062e\u062f"
    "\u0630\u0631\u0632\u0633\u0634\u0635\u0636\u0637\u0638\u0639\u063a\u0641\u0642\u0643\u0644"
    "\u0645\u0646\u0647\u0648\u0649\u064a\u067e\u0686\u0698\u06a9\u06af\u06c1\u06cc"
)


class Pointed(NamedTuple):
    """The signs of a text, the vowels that were supplied, and the words that nobody could read."""

    signs: tuple[Sign, ...]
    supplied: tuple[Supplied, ...]
    notes: tuple[Note, ...]


def supply(text: str, listed_alone: bool = False, apart: bool = False) -> Pointed:
    """The signs of a text with vowels; a glued compound (عبدالرحمن) is parted by a space.

    `listed_alone` is for Urdu, whose waw and ya may be o and e, which no list of Arabic names tells
    from ū and ī: words with such a letter inside are not guessed, and words of one syllable keep
    it open (sher, dost) unless the editors list them.
    `apart` parts two given names that are written in one (محمدرضا) as well. The
    signs of a word have the place of the whole word, since a vowel has no place of its own.

    >>> "".join(s.char for s in supply("\u062d\u0633\u0646").signs)  # حسن
    'حَسَن'
    """
    signs: list[Sign] = []
    supplied: list[Supplied] = []
    notes: list[Note] = []
    before = bare = ""
    for piece in pieces_of(text):
        start, end = piece.start, piece.end
        if not piece.word:
            signs += _between(piece.text, start, end)
            continue
        for word, between in parts_of(piece.word, apart):
            if between:
                signs.append(Sign(between, start, end if between == ZWNJ else start))
            elif piece.glued:
                signs.append(Sign(" ", start, start))
            if bare_of(word).replace("\u06c1", "\u0647") == ALLAH_LETTERS:  # ہ as ه
                signs += (Sign(char, start, end, ALLAH) for char in ALLAH_LETTERS)
                continue
            guess = not listed_alone
            before, bare = bare, bare_of(word)
            if word.startswith("\u0627") and _has_article(word):
                guess = True  # what has the article is Arabic
                joined = between == " " or piece.glued or is_compound(before, bare)
                role = JOINED if joined else ARTICLE
                signs += (Sign(char, start, end, role) for char in ALLAH_LETTERS[:2])
                word = _behind_article(word)
            marked = _vowelled(word, start, end, guess, listed_alone, supplied, notes)
            signs += (Sign(char, start, end) for char in shadda_first(marked))
        if not piece.glued:
            signs += (
                Sign(text[at], at, at + 1) for at in range(start, end) if _is_hidden(text[at])
            )
    return Pointed(tuple(signs), tuple(supplied), tuple(notes))


def _is_hidden(char: str) -> bool:
    """Whether a character inside a word is an unseen control, which passes through behind it."""
    return unicodedata.category(char) == "Cf" and char != ZWNJ


def _between(text: str, start: int, end: int) -> list[Sign]:
    if len(text) != end - start:
        return [Sign(char, start, end) for char in text]
    return [Sign(char, start + i, start + i + 1) for i, char in enumerate(text)]


def _has_article(word: str) -> bool:
    stem = stem_of(word)
    return stem is not None and stem.article and not stem.prefixes


def _behind_article(word: str) -> str:
    """The word behind alif and lam; a shadda on its first letter is the article's."""
    letters = 0
    for at, char in enumerate(word):
        if not unicodedata.combining(char):
            letters += 1
            if letters == 3:
                rest = word[at:]
                break
    else:
        return word
    first = 1
    while first < len(rest) and unicodedata.combining(rest[first]):
        first += 1
    return rest[:first].replace(SHADDA, "") + rest[first:]


def _vowelled(
    word: str,
    start: int,
    end: int,
    guess: bool,
    listed_alone: bool,
    supplied: list[Supplied],
    notes: list[Note],
) -> str:
    """The word with its marks; what nobody can read stays as it is, with a note."""
    if word == _SHORT_IBN:
        return _SPOKEN_IBN
    if any(unicodedata.combining(char) for char in word):
        return word
    found = readings(word, 1) if _KNOWN.issuperset(word) else ()
    marked = None
    guess = guess or _INNER_LONG.search(word) is None
    if found and (guess or found[0].origin != _GUESSED):
        marked = pointed(found[0].form, word)
    if marked is None:
        notes.append(Note(start, end, "unread", word))
        return word
    supplied.append(Supplied(start, end, found[0]))
    if listed_alone and found[0].origin != _EDITED and _is_syllable(found[0].form):
        marked = _INNER_VOWEL.sub("", marked)
    return _dotless(marked, found[0].form)


def _is_syllable(form: Form) -> bool:
    return sum(unit in VOWELS for unit in form) == 1


def _dotless(word: str, form: Form) -> str:
    """A final ya that is read as ā has no dots in Arabic, and rules read the Arabic letter."""
    if form[-1:] == ("á",) and word[-1:] in (YEH, _FARSI_YEH):
        return word[:-1] + MAKSURA
    return word
