"""Words of running text that no list has in this form: with a pronoun, in the accusative, guessed.

Beside `nisba.translit.prose`, which knows the listed stems that they are made from.
"""

import functools

from nisba.sounds.units import VOWELS, Form
from nisba.translit.letter_model import analyses
from nisba.translit.pointing import written
from nisba.translit.prose import ODD, listed
from nisba.translit.shapes import load_shapes
from nisba.translit.types import Reading
from nisba.translit.unlisted import guesses
from nisba.translit.vocabulary import PRONOUNS
from nisba.translit.weighing import ANYWHERE, Listed, Place, in_prose

_ALIF, _TEH, _MARBUTA = "\u0627", "\u062a", "\u0629"  # ا ت ة
INFLECTED = 0.05
"""Share of a stem's occurrences with any one pronoun, or in the accusative."""
_UNLISTED = 0.1  # share of the words of a text that no table lists


def listed_chance(word: str, definite: bool, form: Form, place: Place = ANYWHERE) -> float:
    """The chance that lists give to a form and the letters of a word, with pronoun or case ending.

    >>> listed_chance("\u0643\u062a\u0627\u0628", False, ("k", "i", "t", "ā", "b")) > 0.0  # كتاب
    True
    """
    for each in in_prose(listed(word, definite), place):
        if form in (each.form, (*each.form[:-1], "ā") if each.form[-1] == "á" else ()):
            return each.weight
    if definite:
        return 0.0
    if (noun := with_pronoun(word)) and form in (noun.form, noun.form[:-1]):
        return INFLECTED * noun.weight
    if (noun := accusative(word)) and form == (*noun.form, "a", "n"):
        return INFLECTED * noun.weight
    return 0.0


def spelled_out(found: tuple[Reading, ...], word: str) -> tuple[Reading, ...]:
    """The readings that hide no letter, if there are any; otherwise all."""
    return tuple(each for each in found if written(each.form, word) >= ODD) or found


@functools.lru_cache(maxsize=1 << 16)
def guess_prose(word: str) -> tuple[Reading, ...]:
    """The likeliest reading of a common word that no table lists well, or none.

    It is read by what its letters write in the words that texts use, beside what is listed; a word
    that is too long for that, by the shapes of known names.
    """
    found = {e.form: e.cost for e in analyses(word) if not (e.prefixes or e.article)}
    costs = found or dict(guesses(word, load_shapes(), 8))
    weights = {form: _UNLISTED * 2.0**-cost for form, cost in costs.items() if len(form) > 1}
    origins = dict.fromkeys(weights, "model")
    for each in in_prose(listed(word)):
        weights[each.form] = weights.get(each.form, 0.0) + each.weight
        origins[each.form] = each.origin
    whole = sum(weights.values())
    ranked = sorted(weights, key=lambda form: (-weights[form], form))
    return tuple(Reading(form, weights[form] / whole, origins[form]) for form in ranked[:1])


@functools.lru_cache(maxsize=1 << 16)
def with_pronoun(word: str) -> Listed | None:
    """A listed noun with a pronoun, in the nominative."""
    for letters, sound in PRONOUNS:
        stem = word.removesuffix(letters)
        if len(stem) == len(word) or len(stem) < 3:
            continue
        # Before a pronoun tāʾ marbūṭa is written as a plain t.
        for spelled in (stem, stem[:-1] + _MARBUTA if stem[-1] == _TEH else stem):
            found = listed(spelled, False)
            if not found or found[0].form[-1] in ("ā", "á"):
                continue
            form = found[0].form
            form = (*form[:-1], "a", "t") if form[-1] == "aẗ" else form
            case = () if form[-1] in ("ī", "ū", "i", "u", "a") else ("u",)
            return found[0]._replace(form=(*form, *case, *sound), capital=0.0, inner=0.0)
    return None


@functools.lru_cache(maxsize=1 << 16)
def accusative(word: str) -> Listed | None:
    """The stem of a listed noun that a final alif puts into the accusative: ʻāman, qātilan."""
    if len(word) < 4 or word[-1] != _ALIF:
        return None
    return next((f for f in listed(word[:-1], False) if f.form[-1] not in VOWELS), None)
