"""`vocalize`: Arabic text with the vowel marks that its writer left out, ranked.

Each word gets its readings, the lexicon's first and the model's for words nobody has listed; the
marks are put on the letters as they stand, and the likeliest readings of all words are put
together.
"""

import functools
import math
from typing import NamedTuple

from nisba.sounds.letters import arabic_letters
from nisba.sounds.model import load_model
from nisba.translit.listed import load_index
from nisba.translit.orthography import DAGGER, FATHA, SHADDA
from nisba.translit.pieces import pieces_of
from nisba.translit.pointing import pointed
from nisba.translit.readings import Weighed, is_vocalised, listed, weighed_readings
from nisba.translit.types import Candidate

_ARTICLE = "\u0627\u0644"  # ال
_LAM = "\u0644"  # ل
_ALLAH = ("\u0627\u0644\u0644\u0647", f"\u0627\u0644\u0644{SHADDA}{DAGGER}\u0647")  # الله
# Marks of filiation and heads are no name elements, and have one reading.
_PARTICLES = {
    "\u0639\u0628\u062f": tuple("\u02bbabd"),  # عبد
    "\u0628\u0646": ("b", "i", "n"),  # بن
    "\u0627\u0628\u0646": ("\u02bc", "i", "b", "n"),  # ابن
    "\u0628\u0646\u062a": ("b", "i", "n", "t"),  # بنت
    "\u0623\u0645": ("\u02bc", "u", "mm"),  # أم
}
_SUN = frozenset(
    "\u062a\u062b\u062f\u0630\u0631\u0632\u0633\u0634\u0635\u0636\u0637\u0638\u0644\u0646"
)
_ARTICLE_SHARE = 0.35  # of the words of names
_EACH = 8
_BEAM = 64
_TINY = 1e-300


def vocalize(name: str, limit: int = 5) -> tuple[Candidate, ...]:
    """A name in Arabic script with its vowels, likeliest first, with probabilities over all.

    Letters, marks, order and whatever is not Arabic stay as they came; only marks are added.
    Tatweel and invisible signs inside a word go. The article bears no mark; a sun letter after it
    is doubled. The origin is that of the least vouched-for word, see `Reading`. A word that nobody
    can read stays as it is; an empty string gives no candidate.

    >>> [c.text for c in vocalize("\u0645\u0635\u0637\u0641\u0649", 1)]  # مصطفى
    ['مُصطَفَى']
    """
    if not name:
        return ()
    beam = [_Path(0.0, "", None, "")]
    for piece in pieces_of(name):
        own = name[piece.start : piece.end]
        options = vocalized_word(piece.word) if piece.word else ()
        options = options or (Candidate(own, 1.0, "unread" if piece.word else ""),)
        grown = [
            _Path(
                path.bits - math.log2(max(option.probability, _TINY)),
                _weaker(path.origin, option.origin),
                path,
                option.text,
            )
            for path in beam
            for option in options
        ]
        beam = sorted(grown, key=lambda path: path.bits)[:_BEAM]
    return tuple(Candidate(_text_of(p), math.exp2(-p.bits), p.origin) for p in beam[:limit])


class _Path(NamedTuple):
    """The last word of a beginning of the text, what leads to it, and its cost in bits."""

    bits: float
    origin: str
    before: "_Path | None"
    text: str


def _text_of(path: _Path) -> str:
    texts: list[str] = []
    step: _Path | None = path
    while step is not None:
        texts.append(step.text)
        step = step.before
    return "".join(reversed(texts))


_ORIGINS = ("", "written", "curated", "catalogue", "derived", "model", "unread")


def _weaker(one: str, other: str) -> str:
    return max(one, other, key=_ORIGINS.index)


@functools.lru_cache(maxsize=1 << 15)
def vocalized_word(word: str) -> tuple[Candidate, ...]:
    """One word with its vowels, likeliest first, its article apart; none if nobody can read it."""
    plain = "".join(c for c in word if c.isalpha())
    if plain == _ALLAH[0]:
        return (Candidate(_ALLAH[1] if plain == word else word, 1.0, "curated"),)
    if plain in _PARTICLES and (marked := pointed(_PARTICLES[plain], word)):
        return (Candidate(marked, 1.0, "curated"),)
    found: dict[str, tuple[float, str]] = {}
    article = plain.startswith(_ARTICLE) and len(plain) > 3
    for weighed, lead in _analyses(word, article):
        core = word[len(lead) :]
        text = pointed(weighed.form, core)
        if text is None:
            text = core
        if lead and text and text[0] in _SUN and SHADDA not in text[1:4]:
            text = text[0] + _with_shadda(text[1:])
        weight, origin = found.get(lead + text, (0.0, weighed.origin))
        found[lead + text] = (weight + weighed.weight, origin)
    whole = sum(weight for weight, _ in found.values())
    if not whole:
        return ()
    said = is_vocalised(word)
    ranked = sorted(found.items(), key=lambda item: (-item[1][0], item[0]))[:_EACH]
    return tuple(
        Candidate(text, weight / whole, "written" if said else origin)
        for text, (weight, origin) in ranked
    )


def _with_shadda(rest: str) -> str:
    """Marks of a letter with a shadda among them, in canonical order: vowel, shadda, dagger."""
    at = 0
    while at < len(rest) and rest[at] in (FATHA, "\u064f", "\u0650"):
        at += 1
    return rest[:at] + SHADDA + rest[at:]


def _analyses(word: str, article: bool) -> list[tuple[Weighed, str]]:
    """Readings of the word, and of what its article leaves, with the letters of the article."""
    if not article:
        return [(w, "") for w in weighed_readings(word)]
    model = load_model()
    own = model.exceptions.get(arabic_letters(word), ())
    found = [(w, "") for w in listed(word, model.lexicon, load_index(), own)]
    end = word.index(_LAM) + 1
    while end < len(word) and not word[end].isalpha():
        end += 1
    lead, core = word[:end], word[end:]
    # A doubled sun letter belongs to the article.
    bare = core[:1] + core[1:4].replace(SHADDA, "") + core[4:] if core[:1] in _SUN else core
    for w in weighed_readings(bare):
        found.append((w._replace(weight=w.weight * _ARTICLE_SHARE), lead))
    return found
