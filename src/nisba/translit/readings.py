"""The ranked readings of one written Arabic word: the vocalised forms that it may render.

Two sources are mixed: the lexicon's forms, by their bearers, and for names nobody has listed the
forms that the shapes of known names suggest, as far as they agree with the Latin spellings that
registers attest, and with what the letters of words in texts write. All are weighed by how usual it
is to write them with these letters; vowel marks that a word has rule out what contradicts them.
"""

import functools
import math
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from nisba.sounds.letters import arabic_letters
from nisba.sounds.lexicon import Lexicon
from nisba.sounds.model import load_model
from nisba.sounds.units import Form
from nisba.translit.hearing import likelihood
from nisba.translit.letter_model import analyses
from nisba.translit.listed import Index, key_of, load_index
from nisba.translit.pointing import written
from nisba.translit.remembered import key_of as remembered_key
from nisba.translit.remembered import usual_spellings
from nisba.translit.shapes import Shapes, load_shapes
from nisba.translit.types import Reading
from nisba.translit.unlisted import guesses

_LISTED = 0.9  # share of name words whose form the lexicon has
_TRUST = {"curated": 1.0, "catalogue": 1.0, "derived": 0.3}
_BESIDE = 0.02  # of the weight of unlisted forms is left beside a form that is listed so
_USUAL = 0.01  # fit from which a form is written as it usually is, no alif of it left out
_EXCEPTION = 1e-4  # fit of a form that a word renders in its own way
_HEED = 0.3  # weight of an attested spelling; of .2, .3, .4, .6 and 1 best on words that are hidden
_DEAF = 1e-7  # probability of a spelling that the channel cannot explain
_CANDIDATES = 12
# Weight of what the letters write, and the bits of a form that one of the two does not propose. Of
# .3, .6, 1 and 1.5 best: .536 of 1,365 hidden names, where shapes alone have .481.
_LETTERS, _MISSED = 0.6, -12.0
_SURE = 1e-5  # a word that the lexicon's forms explain so well is no unlisted name
_LONGEST = 40


class Weighed(NamedTuple):
    """A form with its weight (not yet a probability) and its origin."""

    weight: float
    form: Form
    origin: str


@functools.lru_cache(maxsize=1 << 16)
def readings(word: str, limit: int = 5) -> tuple[Reading, ...]:
    """Forms that an Arabic word may render, likeliest first; none for what is no Arabic word.

    The word has no article, prefix or space; vowel marks that it has are respected. Probabilities
    are over all readings, so that those given sum to 1 at most. A word of more than forty letters
    has no reading.

    >>> readings("\u0645\u0635\u0637\u0641\u0649")[0].form  # مصطفى
    ('m', 'u', 'ṣ', 'ṭ', 'a', 'f', 'á')
    """
    return ranked(weighed_readings(word), word, limit)


def weighed_readings(word: str) -> list[Weighed]:
    """All readings of a word by the tables of the package, with their weights."""
    model = load_model()
    own = model.exceptions.get(arabic_letters(word), ())
    return _by_letters(weigh(word, model.lexicon, load_index(), load_shapes, own), word)


def _by_letters(found: list[Weighed], word: str) -> list[Weighed]:
    """Readings of an unlisted name, weighed with what its letters write in the words of texts."""
    whole = sum(w.weight for w in found)
    if not whole or max(found, key=lambda w: (w.weight, w.form)).origin != "model":
        return found
    origins = {w.form: w.origin for w in found}
    shapes = {w.form: math.log2(w.weight / whole) for w in found if w.weight}
    letters = {
        each.form: -each.cost
        for each in analyses(word)
        if not (each.prefixes or each.article) and written(each.form, word)
    }
    if not letters:
        return found
    bits = {
        form: max(shapes.get(form, _MISSED), _MISSED) + _LETTERS * letters.get(form, _MISSED)
        for form in sorted({*shapes, *letters})
    }
    most = max(bits.values())
    share = whole / sum(2.0 ** (each - most) for each in bits.values())
    return [
        Weighed(share * 2.0 ** (each - most), form, origins.get(form, "model"))
        for form, each in bits.items()
    ]


@functools.lru_cache(maxsize=1 << 15)
def listed_reading(word: str) -> Form | None:
    """The likeliest reading of a word among the lexicon's forms alone, which is quickly found."""
    model = load_model()
    own = model.exceptions.get(arabic_letters(word), ())
    found = listed(word, model.lexicon, load_index(), own)
    return max(found, key=lambda w: (w.weight, w.form)).form if found else None


@functools.lru_cache(maxsize=1 << 15)
def spoken(word: str, limit: int = 4) -> tuple[Reading, ...]:
    """Forms that stand behind the Latin spellings of a word, likeliest first.

    Unlike `readings` these are the forms that people say, whatever the catalogues read: the derived
    forms of the lexicon count with their bearers.
    """
    model = load_model()
    own = model.exceptions.get(arabic_letters(word), ())
    found = {w.form: w for w in listed(word, model.lexicon, load_index(), own)}
    if not found:
        found = {f: Weighed(2.0**-c, f, "model") for f, c in guesses(word, load_shapes())}
    return ranked(list(found.values()), word, limit)


def ranked(weighed: list[Weighed], word: str, limit: int) -> tuple[Reading, ...]:
    """The readings of highest weight, as probabilities over all of them."""
    whole = sum(w.weight for w in weighed)
    marked = is_vocalised(word)
    return tuple(
        Reading(w.form, w.weight / whole, "written" if marked else w.origin)
        for w in sorted(weighed, key=lambda w: (-w.weight, w.form))[:limit]
        if w.weight > 0.0
    )


def weigh(
    word: str,
    lexicon: Lexicon,
    index: Index,
    shapes: Callable[[], Shapes],
    own: Sequence[tuple[int, float]] = (),
) -> list[Weighed]:
    """All readings that are worth a weight; the shapes are only asked where the lexicon is unsure.

    Weights are joint probabilities of form and word. `own` are entries of the lexicon that this
    spelling renders in its own way (طه), with P(word | form).
    """
    if not 0 < len(word) <= _LONGEST * 2:
        return []
    found = {w.form: w for w in listed(word, lexicon, index, own)}
    known = [w for w in found.values() if w.origin != "derived"]
    if sum(w.weight for w in known) > _SURE:
        return list(found.values())
    usual = any(written(w.form, word) >= _USUAL for w in known)
    share = (1.0 - _LISTED) * (_BESIDE if usual else 1.0)
    costs = dict(guesses(word, shapes()))
    for w in found.values():
        if w.form not in costs:
            costs[w.form] = shapes().of(w.form) - math.log2(written(w.form, word) or _EXCEPTION)
    weighed = {w.form: w for w in known}
    for form, cost in _heeding(word, costs):
        old = weighed.get(form)
        origin = found[form].origin if form in found else "model"
        weight = share * 2.0**-cost + (old.weight if old else 0.0)
        weighed[form] = Weighed(weight, form, origin)
    return list(weighed.values())


def _heeding(word: str, costs: Mapping[Form, float]) -> list[tuple[Form, float]]:
    """The cheapest forms of an unlisted word, with what its attested Latin spellings say of them.

    The lexicon's derived forms are candidates like others here: the spellings that they were
    derived from speak again, and the shapes of known names with them.
    """
    nearest = sorted(costs.items(), key=lambda item: (item[1], item[0]))[:_CANDIDATES]
    channel = load_model().latin
    total = dict(nearest)
    if len(total) < 2:
        return nearest
    for letters, bearers in usual_spellings(remembered_key(word)):
        trust = _HEED * min(2.0, math.log2(1.0 + bearers))
        bits = {form: -math.log2(likelihood(channel, form, letters) + _DEAF) for form, _ in nearest}
        best = min(bits.values())
        for form, cost in bits.items():
            total[form] += trust * (cost - best)
    return list(total.items())


def listed(
    word: str, lexicon: Lexicon, index: Index, own: Sequence[tuple[int, float]] = ()
) -> list[Weighed]:
    """The lexicon's forms that a word may render."""
    found: list[Weighed] = []
    numbers = index.get(key_of(word), ())
    fits = {number: written(lexicon.entries[number].form, word) for number in numbers}
    for number, chance in own:
        fits[number] = max(fits.get(number, 0.0), chance)
    for number, fit in fits.items():
        entry = lexicon.entries[number]
        if fit:
            weight = _LISTED * lexicon.prior[number] * _TRUST[entry.origin] * fit
            found.append(Weighed(weight, entry.form, entry.origin))
    return found


def is_vocalised(word: str) -> bool:
    """Whether at least every second letter has a mark."""
    marks = sum(bool(unicodedata.combining(char)) for char in word)
    return marks * 2 >= len(word) - marks > 0
