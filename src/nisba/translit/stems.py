"""One Arabic word taken apart: prefixes, article, and the stem with its vowels.

The word stage of romanization; `nisba.translit.splits` finds where the prefixes end. Vowels that
are written are kept; those that are not come from the grammar's words, from listed stems, or from
the ranked readings, in this order.
"""

import functools
import math
from dataclasses import replace

from nisba.sounds.units import Form
from nisba.translit.inflected import (
    INFLECTED,
    accusative,
    guess_prose,
    listed_chance,
    spelled_out,
    with_pronoun,
)
from nisba.translit.letter_model import Analysis, analyses
from nisba.translit.letter_units import letter_units
from nisba.translit.marked import read_marked
from nisba.translit.orthography import (
    ALEF,
    letters_of,
)
from nisba.translit.prose import Word, inner_shares, likely_capital, listed
from nisba.translit.prose_memory import remembered_words
from nisba.translit.readings import readings
from nisba.translit.splits import (
    TANWIN_AN,
    Split,
    bare_of,
    best_split,
    evidence,
    fits,
    grammar_of,
    is_marked,
    without_case,
    without_last_shadda,
)
from nisba.translit.stem_parts import Stem, before_an, capital_of, of_marks, with_ending
from nisba.translit.types import Reading
from nisba.translit.vocabulary import governs
from nisba.translit.weighing import ANYWHERE, Listed, Place, among_names, in_prose

__all__ = ["Stem", "bare_of", "stem_of"]

_ALLAH = "\u0644\u0644\u0647"  # لله, whose marks every writer sets in his own way
# آء اء: the madda only says that it is long; ىء ئ: one letter, as older prints write it.
_OLD_ENDS = (("\u0622\u0621", "\u0627\u0621"), ("\u0649\u0621", "\u0626"))
_POOR = 5e-7  # listed forms that explain a word no better compete with guesses
_NAME = 0.5
_CLEAR = 0.75  # no second opinion is asked where one listed form has this share
_DOUBTED = math.log(2e-6)  # evidence of lists below which the model of letters is asked as well
_TOLD = 1e-6  # chance from which the vocabulary's word is not doubted
_UNKNOWN = 1e-8  # chance of a stem that no list has
_LONGEST = 60
_LONGEST_GUESSED = 20  # letters: no Arabic word is longer, and guessing takes time


@functools.lru_cache(maxsize=1 << 16)
def stem_of(word: str, prose: bool = False, place: Place = ANYWHERE) -> Stem | None:
    """The word taken apart; None for what has no reading as an Arabic word.

    The word is clean (`nisba.text.clean`) and holds Arabic letters and marks alone. `prose` says
    that it stands in running text, where an unlisted word is seldom a name, and `place` what its
    neighbours tell of it there.

    >>> s = stem_of("\u0648\u0627\u0644\u0642\u0627\u0646\u0648\u0646")  # والقانون
    >>> s.prefixes, s.article, "".join(s.units)
    (('wa',), True, 'qānūn')
    """
    for old, new in _OLD_ENDS:
        word = word.removesuffix(old) + new if word.endswith(old) else word
    letters = letters_of(word)
    bare = bare_of(word)
    if not 0 < len(letters) <= _LONGEST:
        return None
    told = governs(bare, place.governed)
    found = None if told else grammar_of(bare)
    if found and (_ALLAH in bare or fits(found, word)):
        return _ofgrammar_of(found, word, bare, ())
    if prose and not told and (own := remembered_words().get(word)):
        return _with_form(*own, "catalogue")
    split = best_split(word, letters, prose)
    doubted = prose and evidence(split, prose) < _DOUBTED and not _is_told(split, place)
    if doubted and (stem := _by_letters(word, place)):
        return stem
    stem = _stem(split, prose, place)
    return stem if stem.units else None


def _ofgrammar_of(word: Word, text: str, bare: str, before: tuple[str, ...]) -> Stem:
    article = word.prefixes[-1:] == ("al",)
    prefixes = word.prefixes[:-1] if article else word.prefixes
    origin = "written" if is_marked(text) else "curated"
    return Stem(
        bare,
        (*before, *prefixes),
        article,
        word.form,
        Reading(word.form, 1.0, origin),
        capital=1.0 if word.kind in ("name", "head") else 0.0,
        construct=0.0,
        kind=word.kind,
    )


def _stem(split: Split, prose: bool, place: Place = ANYWHERE) -> Stem:
    """The stem behind a split, with its vowels."""
    bare = bare_of(split.rest)
    word = None if governs(bare, place.governed) else grammar_of(bare)
    if word and not split.article and fits(word, split.rest):
        return _ofgrammar_of(word, split.rest, bare, split.prefixes)
    if len(bare) == 1 and (alone := letter_units(bare)):  # as in an abbreviation
        return Stem(bare, split.prefixes, split.article, alone, Reading(alone, 1.0, "letters"))
    marked = read_marked(split.rest) if is_marked(split.rest) else None
    if marked:
        return of_marks(split, bare, marked, prose)
    if TANWIN_AN in split.rest:
        return _in_accusative(split, bare, prose)
    known = listed(split.rest, split.article) or listed(without_last_shadda(split.rest))
    plain = without_case(split.rest)
    if plain != split.rest and (named := listed(plain)) and named[0].origin == "curated":
        known = named
    if not known and not split.article and (pronoun := with_pronoun(split.rest)):
        known = (pronoun,)
    if prose:
        known = in_prose(known, place._replace(noun=True) if split.article else place)
    else:
        known = among_names(known)
    whole = sum(each.weight for each in known)
    stem = accusative(split.rest) if prose and not split.article else None
    if stem and whole < INFLECTED * stem.weight and all(k.origin == "derived" for k in known):
        return _in_accusative(split, bare, prose)
    if known and not (whole < _POOR if prose else known[0].origin == "model"):
        return _of_list(split, bare, known, prose)
    guessed: tuple[Reading, ...] = ()
    if len(bare) <= _LONGEST_GUESSED:
        guessed = guess_prose(split.rest) if prose else _names(split.rest)
    if guessed:
        units, reading, sure = guessed[0].form, guessed[0], True
    else:
        units = letter_units(split.rest)
        reading, sure = Reading(units, 0.0, "letters"), False
    capital = next((each.capital for each in known if each.form == units), 0.4 if prose else 1.0)
    found = Stem(bare, split.prefixes, split.article, units, reading, capital=capital, known=sure)
    return with_ending(found)


def _is_told(split: Split, place: Place) -> bool:
    """Whether the editors' vocabulary has the stem behind a split; a rare prefix casts no doubt."""
    known = in_prose(listed(split.rest, split.article), place)
    return bool(known and known[0].sense and known[0].weight > _TOLD)


def _by_letters(word: str, place: Place) -> Stem | None:
    """The stem of a word of running text that no list knows well, or None: what its letters write.

    Of the readings that the model of letters finds, those of a listed stem count more.
    """

    def weight(found: Analysis) -> float:
        known = listed_chance(found.rest, found.article, found.form, place)
        return math.log2(known + _UNKNOWN) - found.cost

    if len(bare_of(word)) != len(word) or len(word) < 3:
        return None
    options = [each for each in analyses(word) if len(each.form) > 1]
    if not options:
        return None
    best = max(options, key=lambda each: (weight(each), each.form))
    return _with_form(best.prefixes, best.article, best.form, best.rest, "model")


def _with_form(
    prefixes: tuple[str, ...], article: bool, form: Form, rest: str, origin: str
) -> Stem:
    """The stem of a word of running text whose form is known, with what lists know of it."""
    each = next((k for k in listed(rest, article) if k.form == form), None)
    stem = Stem(
        bare_of(rest),
        prefixes,
        article,
        form,
        Reading(form, 1.0, each.origin if each else origin),
        capital=capital_of(each, True, article) if each else likely_capital(form, inner_shares()),
        inner=each.inner if each else -1.0,
        construct=each.construct if each else -1.0,
        sense=each.sense if each else "",
    )
    if form[-2:] == ("a", "n") and rest.endswith(ALEF):
        return replace(stem, units=before_an(form[:-2]), ending="an", capital=0.0)
    return with_ending(stem)


def _names(word: str) -> tuple[Reading, ...]:
    """Readings of a name, those that hide a letter only where there are no others."""
    return spelled_out(readings(word), word)


def _of_list(split: Split, bare: str, known: tuple[Listed, ...], prose: bool) -> Stem:
    """The stem of a listed word; the vowels of a name are those that the readings rank first."""
    first = known[0]
    share = first.weight / sum(each.weight for each in known)
    reading = Reading(first.form, share, first.origin)
    doubted = share < _CLEAR
    if not prose and doubted and first.capital >= _NAME and (ranked := _names(split.rest)):
        reading = ranked[0]
        first = next((each for each in known if each.form == reading.form), first)
    return with_ending(
        Stem(
            bare,
            split.prefixes,
            split.article,
            reading.form,
            reading,
            capital=capital_of(first, prose, split.article),
            inner=first.inner,
            construct=first.construct,
            sense=first.sense,
        )
    )


def _in_accusative(split: Split, bare: str, prose: bool) -> Stem:
    """The stem of a word in the indefinite accusative, whose final alif is silent."""
    rest = split.rest.replace(TANWIN_AN, "")
    rest = rest[:-1] if rest.endswith(ALEF) else rest
    noun = accusative(bare if bare.endswith(ALEF) else bare + ALEF)
    stem = _stem(Split(split.prefixes, split.article, rest, split.chance), prose)
    units = noun.form if noun else stem.units
    if units[-1:] in (("a",), ("i",), ("u",)):
        units = units[:-1]
    if units[-1:] == ("aẗ",):
        units = (*units[:-1], "a", "t")
    units = before_an(units)
    return replace(stem, bare=bare, units=units, ending="an", capital=0.0)
