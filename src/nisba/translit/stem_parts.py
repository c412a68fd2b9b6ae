"""The stem of a word, what its end and its first letter are, and what marks tell of it.

Below `nisba.translit.stems`. A stem is fitted to the letters that write its end; its capital is the
share of its occurrences that are a name; a word whose marks tell its vowels keeps a spoken ending.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from nisba.sounds.units import HAMZA, VOWELS, Form
from nisba.translit.marked import MARBUTA_AFTER_LONG, Marked
from nisba.translit.orthography import HEH, MAKSURA, MARBUTA
from nisba.translit.prose import base_of, inner_shares, likely_capital, listed
from nisba.translit.splits import Split
from nisba.translit.types import Reading
from nisba.translit.weighing import Listed

_LISTED_NAME = 0.6


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


def before_an(units: Form) -> Form:
    """A stem as it is before -an: siyāsī is siyāsiyy-."""
    return (*units[:-1], "i", "yy") if units[-1:] == ("ī",) and base_of(units) else units


def capital_of(found: Listed, prose: bool, article: bool) -> float:
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


def of_marks(split: Split, bare: str, marked: Marked, prose: bool) -> Stem:
    """The stem of a word whose marks tell its vowels, with what is known of that very form."""
    units, ending = marked.units, marked.ending
    plain = _plain_form(units)
    known = {each.form: each for each in listed(bare)}
    if plain not in known and (hidden := _with_hidden_alif(plain, known.values())):
        units = plain = hidden
    full = (*units, ending) if ending in ("a", "i", "u") else ()
    capital, inner, construct = (0.4 if prose else 1.0), -1.0, -1.0
    if each := known.get(plain) or known.get(full):
        capital = capital_of(each, prose, split.article)
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
    return with_ending(stem)


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


def with_ending(stem: Stem) -> Stem:
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
