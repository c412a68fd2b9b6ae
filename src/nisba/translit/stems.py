"""One Arabic word taken apart: prefixes, article, and the stem with its vowels.

The word stage of romanization; `nisba.translit.splits` finds where the prefixes end. Vowels that
are written are kept; those that are not come from the grammar's words, from listed stems, or from
the ranked readings, in this order.
"""

import functools
import math
from collections.abc import Iterable
from dataclasses import dataclass, replace

from nisba.sounds.units import HAMZA, VOWELS, Form
from nisba.translit.letter_model import Analysis, analyses
from nisba.translit.letter_units import letter_units
from nisba.translit.marked import MARBUTA_AFTER_LONG, Marked, read_marked
from nisba.translit.orthography import (
    ALEF,
    HEH,
    MAKSURA,
    MARBUTA,
    letters_of,
)
from nisba.translit.prose import (
    INFLECTED,
    Word,
    accusative,
    base_of,
    guess_prose,
    inner_shares,
    likely_capital,
    listed,
    listed_chance,
    spelled_out,
    with_pronoun,
)
from nisba.translit.prose_memory import remembered_words
from nisba.translit.readings import readings
from nisba.translit.splits import (
    TANWIN_AN,
    Split,
    bare_of,
    best_split,
    fits,
    grammar_of,
    is_marked,
    without_case,
    without_last_shadda,
)
from nisba.translit.types import Reading
from nisba.translit.weighing import ANYWHERE, Listed, Place, among_names, in_prose

__all__ = ["Stem", "bare_of", "stem_of"]

_ALLAH = "\u0644\u0644\u0647"  # لله, whose marks every writer sets in his own way
# آء اء: the madda only says that it is long; ىء ئ: one letter, as older prints write it.
_OLD_ENDS = (("\u0622\u0621", "\u0627\u0621"), ("\u0649\u0621", "\u0626"))
_POOR = 5e-7  # listed forms that explain a word no better compete with guesses
_NAME = 0.5
_LISTED_NAME = 0.6
_CLEAR = 0.75  # no second opinion is asked where one listed form has this share
_DOUBTED = math.log(2e-6)  # evidence of lists below which the model of letters is asked as well
_TOLD = 1e-6  # chance from which the vocabulary's word is not doubted
_UNKNOWN = 1e-8  # chance of a stem that no list has
_LONGEST = 60
_LONGEST_GUESSED = 20  # letters: no Arabic word is longer, and guessing takes time


@dataclass(frozen=True, slots=True)
class Stem:
    """A word taken apart.

    `units` is the form in pause, with `ẗ` for a tāʾ marbūṭa after a long vowel; `ending` is a case
    or verb ending that the input writes, `suffix` the vowel of a pronoun, spoken but in pause.
    `capital` is the share of its occurrences that are a name, `inner` that inside of titles,
    `construct` the share in the construct state (-1: not known); `kind` is the grammar's, or empty,
    `sense` that of the editors' vocabulary.
    """

    bare: str
    prefixes: tuple[str, ...]
    article: bool
    units: Form
    reading: Reading
    ending: str = ""
    defective: bool = False
    suffix: str = ""
    capital: float = 1.0
    inner: float = -1.0
    construct: float = -1.0
    kind: str = ""
    known: bool = True
    sense: str = ""


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
    found = grammar_of(bare)
    if found and (_ALLAH in bare or fits(found, word)):
        return _ofgrammar_of(found, word, bare, ())
    if prose and (own := remembered_words().get(word)):
        return _with_form(*own, "catalogue")
    split, evidence = best_split(word, letters, prose)
    doubted = prose and evidence < _DOUBTED and not _is_told(split, place)
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
    word = grammar_of(bare)
    if word and not split.article and fits(word, split.rest):
        return _ofgrammar_of(word, split.rest, bare, split.prefixes)
    if len(bare) == 1 and (alone := letter_units(bare)):  # as in an abbreviation
        return Stem(bare, split.prefixes, split.article, alone, Reading(alone, 1.0, "letters"))
    marked = read_marked(split.rest) if is_marked(split.rest) else None
    if marked:
        return _of_marks(split, bare, marked, prose)
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
    return _with_ending(found)


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
        capital=_capital(each, True, article) if each else likely_capital(form, inner_shares()),
        inner=each.inner if each else -1.0,
        construct=each.construct if each else -1.0,
        sense=each.sense if each else "",
    )
    if form[-2:] == ("a", "n") and rest.endswith(ALEF):
        return replace(stem, units=_before_an(form[:-2]), ending="an", capital=0.0)
    return _with_ending(stem)


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
    return _with_ending(
        Stem(
            bare,
            split.prefixes,
            split.article,
            reading.form,
            reading,
            capital=_capital(first, prose, split.article),
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
    units = _before_an(units)
    return replace(stem, bare=bare, units=units, ending="an", capital=0.0)


def _before_an(units: Form) -> Form:
    """A stem as it is before -an: siyāsī is siyāsiyy-."""
    return (*units[:-1], "i", "yy") if units[-1:] == ("ī",) and base_of(units) else units


def _capital(found: Listed, prose: bool, article: bool) -> float:
    """The share of a stem's occurrences that are a name.

    Outside of running text, what the editors list as a name is one. Given names bear no article.
    """
    if not prose and found.origin == "curated":
        return max(found.capital, _LISTED_NAME)
    if not prose or not article:
        return found.capital
    if found.sense not in ("", "name") and found.capital < 1.0 and found.told >= 0.0:
        return min(found.told, found.capital)
    if found.told >= 0.0:
        return found.told
    # What the catalogue always capitalises has no share of its own; of an adjective that only
    # registers of names know its noun tells.
    if found.origin not in ("catalogue", "curated") and base_of(found.form):
        return likely_capital(found.form, inner_shares())
    return found.capital


def _of_marks(split: Split, bare: str, marked: Marked, prose: bool) -> Stem:
    """The stem of a word whose marks tell its vowels, with what is known of that very form."""
    units, ending = marked.units, marked.ending
    plain = _plain_form(units)
    known = {each.form: each for each in listed(bare)}
    if plain not in known and (hidden := _with_hidden_alif(plain, known.values())):
        units = plain = hidden
    full = (*units, ending) if ending in ("a", "i", "u") else ()
    capital, inner, construct = (0.4 if prose else 1.0), -1.0, -1.0
    if each := known.get(plain) or known.get(full):
        capital = _capital(each, prose, split.article)
        inner, construct = each.inner, each.construct
    elif ending and not split.article:
        capital = 0.0
    is_name = plain in known and known[plain].origin == "curated"
    spoken = ending in ("a", "i", "u") and not (split.article or is_name)
    if spoken and _keeps_ending(units, ending, full, bare):
        units, ending = full, ""
    stem = Stem(
        bare,
        split.prefixes,
        split.article,
        units,
        Reading(units, 1.0, "written"),
        ending=ending,
        defective=marked.defective,
        capital=capital,
        inner=inner,
        construct=construct,
    )
    return _with_ending(stem)


def _with_hidden_alif(plain: Form, known: Iterable[Listed]) -> Form | None:
    """The listed name that differs by an ā which spelling hides: raḥman is Raḥmān."""
    short = _shortened(plain)
    names = (each.form for each in known if each.origin == "curated")
    return next((form for form in names if _shortened(form) == short), None)


def _shortened(form: Form) -> Form:
    return tuple("a" if unit == "ā" else unit for unit in form)


def _plain_form(units: Form) -> Form:
    """Units as the lexicon lists them: a final iyy is ī, āẗ is āh."""
    if units[-2:] == ("i", "yy"):
        return (*units[:-2], "ī")
    return (*units[:-1], "h") if units[-1] == MARBUTA_AFTER_LONG else units


_IMPERFECT = ("y", "t", "n", HAMZA)


def _keeps_ending(units: Form, ending: str, full: Form, bare: str) -> bool:
    """Whether a final short vowel is a verb's or a pronoun's, and no case of a noun.

    A form that texts list with the vowel keeps it. So do the patterns of the verb: CaCaCa, CaCiCa,
    CaCuCa with their derived stems, and the imperfect in -u.
    """
    if any(each.form == full for each in listed(bare)):
        return True
    if units[-1] in ("h", "k") and units[-2] in ("u", "i", "a", "ā", "ay", "ī") and len(units) > 3:
        return True  # the pronoun of a possessor
    vowels = [unit for unit in units if unit in VOWELS]
    if ending == "u":
        return units[0] in _IMPERFECT and len(vowels) == 2 and units[-2] in ("i", "u", "a")
    if ending == "a":
        short = all(v in ("a", "i", "u") for v in vowels[1:])
        return short and vowels[0] in ("a", "u", "ā", "i") and len(vowels) in (2, 3)
    return False


def _with_ending(stem: Stem) -> Stem:
    """Fit the end of the form to the letters that write it: ة after ā, ى, and the pronoun -hu."""
    units, last = stem.units, stem.bare[-1:]
    if not units:
        return stem
    if last == MARBUTA and units[-2:] == ("ā", "h"):
        units = (*units[:-1], MARBUTA_AFTER_LONG)
    elif last == MARBUTA and units[-2:] == ("a", "t") and not stem.ending:
        units = (*units[:-2], "aẗ")
    elif last == MARBUTA and units[-2:] == ("ā", "t"):
        units = (*units[:-1], MARBUTA_AFTER_LONG)
    elif last == MAKSURA and units[-1] == "ā":
        units = (*units[:-1], "á")
    elif last == HEH and len(units) > 4:
        if units[-2:] in (("h", "u"), ("h", "i")):
            return replace(stem, units=units[:-1], suffix=units[-1])
        if units[-1] == "h" and units[-2] in ("u", "i", "ī", "ū", "ā", "ay") and stem.capital < 0.5:
            vowel = "i" if units[-2] in ("i", "ī", "ay") else "u"
            return replace(stem, units=units, suffix=vowel)
    return stem if units == stem.units else replace(stem, units=units)
