"""`spellings`: how people write a name in Latin letters, ranked, by region.

An Arabic name is cut into the words and compounds that registers remember; each has its own
distribution over spellings, and a beam puts them together. The words of a name share a style, so
that ou and ch come together: the styles weigh what is put together. A Latin name goes through its
likeliest Arabic spelling.
"""

import functools
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from nisba.sounds.kernels import Floats
from nisba.text.clean import clean
from nisba.text.scripts import Script, dominant_script
from nisba.translit.arabize import arabize
from nisba.translit.latin_words import Written, latin_of_compound, latin_of_word
from nisba.translit.pieces import pieces_of
from nisba.translit.regions import Place, place_of
from nisba.translit.remembered import key_of, remembered
from nisba.translit.styles import read_styles
from nisba.translit.types import Candidate

_LONGEST_KEY = 3  # words of a compound
_BEAM = 48
_EACH = 24
_COHERENCE = 0.5  # of 0, .3, .5, .75 and 1 the best on names kept aside
_LONGEST = 64  # words of a name; what is longer is text


class Options(NamedTuple):
    """Spellings of a piece of a name: chances (spellings,), leanings (spellings, styles)."""

    written: tuple[Written, ...]
    chances: Floats
    lean: Floats


class Beam(NamedTuple):
    """Beginnings of a name: letters and texts, chances without style, leanings and scores."""

    letters: list[str]
    texts: list[str]
    chances: Floats
    lean: Floats
    scores: Floats


def spellings(name: str, region: str | None = None, limit: int = 5) -> tuple[Candidate, ...]:
    """Latin spellings of a name in Arabic or Latin script, likeliest first, with probability.

    `region` is a region of `gazetteers/regions.tsv` or `gazetteers/habits.tsv`, or a country's
    two-letter code; without one, all regions together. A `ValueError` names the regions for any
    other. Spellings of the same letters are one: the likelier way to set spaces and hyphens shows
    it. What is no letter of either script stays as it is. A text without a name, or of more than 64
    words, is the only candidate; an empty one gives none.

    >>> [c.text for c in spellings("\u0647\u0634\u0627\u0645", "maghreb", 1)]  # هشام
    ['Hicham']
    """
    place = place_of(region)
    if not name.strip():
        return ()
    if dominant_script(clean(name)) is not Script.ARABIC:
        arabic = arabize(name, 1)
        if not arabic or arabic[0].origin == "unread":
            return (Candidate(name, 1.0, "unread"),)
        name = arabic[0].text
    pieces = [p.word or p.text.strip() for p in pieces_of(name)]
    words = [word for word in pieces if word]
    if len(words) > _LONGEST:
        return (Candidate(name, 1.0, "unread"),)
    beam = _start(place)
    for unit in _units(words):
        beam = _joined(beam, _options(unit, place), place)
    return tuple(
        Candidate(text, float(score), "model")
        for text, score in zip(beam.texts[:limit], beam.scores[:limit], strict=True)
    )


def _units(words: Sequence[str]) -> list[tuple[str, ...]]:
    """Words and remembered compounds, the longest first."""
    keys = [key_of(word) for word in words]
    found: list[tuple[str, ...]] = []
    at = 0
    while at < len(words):
        widths = range(min(_LONGEST_KEY, len(words) - at), 1, -1)
        width = next((w for w in widths if remembered(" ".join(keys[at : at + w]))), 1)
        found.append(tuple(words[at : at + width]))
        at += width
    return found


@functools.lru_cache(maxsize=1 << 14)
def _options(unit: tuple[str, ...], place: Place) -> Options:
    """Spellings of a word or compound, and how much likelier each is in each style."""
    if not key_of(unit[0]):
        written: tuple[Written, ...] = (Written("", unit[0], 1.0),)
    elif len(unit) == 1:
        written = latin_of_word(unit[0], place)
    else:
        beam = _start(place)
        for word in unit:
            beam = _joined(beam, _options((word,), place), place)
        composed = {
            letters: (text, float(score))
            for letters, text, score in zip(
                beam.letters[:_EACH], beam.texts, beam.scores, strict=False
            )
        }
        written = latin_of_compound(" ".join(map(key_of, unit)), composed, place)
    if not written:
        written = (Written("", " ".join(unit), 1.0),)
    key = " ".join(map(key_of, unit))
    chances = np.array([w.probability for w in written])
    styles = read_styles()
    lean = np.array([styles.lean(key, w.letters, place.narrowest) for w in written])
    # A style spells every word somehow: what it leans to, it takes from the word's other spellings.
    lean /= (chances @ lean) / chances.sum()
    return Options(written, chances, lean)


def _start(place: Place) -> Beam:
    styles = len(read_styles().of(place.narrowest))
    return Beam([""], [""], np.ones(1), np.ones((1, styles)), np.ones(1))


def _joined(beam: Beam, options: Options, place: Place) -> Beam:
    """Every beginning with every spelling; the best by their own chance and by their style."""
    shares = np.array(read_styles().of(place.narrowest))
    chances = np.outer(beam.chances, options.chances).ravel()
    lean = (beam.lean[:, None, :] * options.lean[None]).reshape(len(chances), -1)
    scores = chances * (lean @ shares) ** _COHERENCE
    order = np.argsort(-scores, kind="stable")
    kept: dict[str, int] = {}
    width = len(options.written)
    for i in order.tolist():
        letters = beam.letters[i // width] + options.written[i % width].letters
        shown = letters or beam.texts[i // width] + options.written[i % width].text
        if shown not in kept:
            kept[shown] = i
            if len(kept) == _BEAM:
                break
    rows = np.array(list(kept.values()))
    texts = [_beside(beam.texts[i // width], options.written[i % width].text) for i in rows]
    return Beam(list(kept), texts, chances[rows], lean[rows], scores[rows])


def _beside(before: str, text: str) -> str:
    return f"{before} {text}" if before and text else before or text
