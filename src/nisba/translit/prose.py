"""The words of running text: how often a stem occurs, as a name or not, and in the construct state.

Beside the sound model's lexicon, which knows names alone. The table is learned from the readings
of a library catalogue (`nisba.translit.prose_training`); the words that grammar lists (fī, alladhī)
and names of odd spelling stand in `gazetteers/words.tsv`, which editors keep.
"""

import functools
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from nisba._data import curated
from nisba.gazetteer.faults import FaultyGazetteer, errors_of
from nisba.gazetteer.tables import read_table
from nisba.sounds.model import load_lexicon
from nisba.sounds.tables import Entry
from nisba.sounds.units import VOWELS, Form, units_of
from nisba.translit.conjugation import is_verbal_noun
from nisba.translit.elements import all_elements, arabic_elements
from nisba.translit.listed import Index, index_of, key_of, load_index
from nisba.translit.orthography import HEH, bare_letters
from nisba.translit.pointing import written
from nisba.translit.vocabulary import related, senses
from nisba.translit.weighing import OWNER, Listed

WORD_COLUMNS = ("arabic", "romanized", "kind", "note")
_PREFIX = re.compile("(wa|fa|bi|li|ka|la|sa|al)-(?=.)")
ODD = 0.04  # below it a spelling is odd
_ARTICLE = "\u0627\u0644"  # ال
_COMMON = 0.35  # share of names below which a noun is a common one
_WEAK = 3e-6  # below it the endings of nouns are tried
# Of the weight of a given name behind the article, where a common word is spelled like it, and
# where it is one itself: of ʻĀlim 77 in 1,000 bearers have the article, of Ḥasan 44.
_NO_ARTICLE, _SELDOM_ARTICLE = 0.002, 0.15
_DERIVED = 0.03  # of a stem's occurrences, with any one ending
# Ending, what the stem is spelled with instead, the unit that it loses, the units that it gets.
_ENDINGS: tuple[tuple[str, str, str, Form], ...] = (
    ("\u064a\u0629", "\u064a", "ī", ("i", "yy", "aẗ")),  # ية of ي
    ("\u064a\u0627\u062a", "\u064a", "ī", ("i", "yy", "ā", "t")),  # يات
    ("\u064a\u064a\u0646", "\u064a", "ī", ("i", "yy", "ī", "n")),  # يين
    ("\u064a\u0648\u0646", "\u064a", "ī", ("i", "yy", "ū", "n")),  # يون
    ("\u064a", "", "", ("ī",)),  # ي
    ("\u064a\u0629", "", "", ("i", "yy", "aẗ")),  # ية
    ("\u064a", "\u0629", "aẗ", ("ī",)),  # ي of ة
    ("\u064a\u0629", "\u0629", "aẗ", ("i", "yy", "aẗ")),
    ("\u0627\u062a", "", "", ("ā", "t")),  # ات
    ("\u0627\u062a", "\u0629", "aẗ", ("ā", "t")),
    ("\u062a\u064a\u0646", "\u0629", "aẗ", ("a", "t", "ay", "n")),  # تين
    ("\u062a\u0627\u0646", "\u0629", "aẗ", ("a", "t", "ā", "n")),  # تان
    ("\u064a\u0646", "", "", ("ī", "n")),  # ين
    ("\u0648\u0646", "", "", ("ū", "n")),  # ون
    ("\u0629", "", "", ("aẗ",)),  # ة
)
_SENSE = 1e-6  # chance of a word of the vocabulary, before texts speak
_OFTEN = 30.0  # occurrences that make a noun half a usual one
_SMALL = 0.3  # share of names among a common word of the vocabulary, at most
_TRUST = {"curated": 1.0, "catalogue": 0.7, "derived": 0.2}


@dataclass(frozen=True, slots=True)
class Word:
    """A word that grammar lists: its prefixes, its form without them, and what it is."""

    prefixes: tuple[str, ...]
    form: Form
    kind: str


Shares = tuple[float, float, float, float, float]
"""Of a stem's occurrences: with a capital, inside titles, construct, definite, and `told`."""


@dataclass(frozen=True, slots=True, eq=False)
class Prose:
    """The learned stems, ready to be looked up."""

    entries: tuple[Entry, ...]
    shares: tuple[Shares, ...]
    index: Index
    whole: float


@functools.cache
def load_prose() -> Prose:
    """The table of stems that comes with the package."""
    path = Path(__file__).parent / "tables" / "prose.tsv"
    entries: list[Entry] = []
    shares: list[Shares] = []
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        units, bearers, *cells = line.split("\t")
        entries.append(Entry(units, float(bearers), "catalogue"))
        capital, inner, construct, definite, told = map(float, cells)
        shares.append((capital, inner, construct, definite, told))
    return Prose(
        tuple(entries),
        tuple(shares),
        index_of([entry.units for entry in entries]),
        sum(entry.bearers for entry in entries),
    )


@functools.cache
def grammar_words() -> dict[str, Word]:
    """The words that grammar lists, by their Arabic spelling without marks.

    Raises `FaultyGazetteer` with every fault of the table.

    >>> grammar_words()["\u0641\u064a"].form  # في
    ('f', 'ī')
    """
    table = read_table(curated("words.tsv"), WORD_COLUMNS, WORD_COLUMNS[:3])
    if faults := errors_of(table.findings):
        raise FaultyGazetteer(faults)
    found: dict[str, Word] = {}
    for row in table.rows:
        prefixes, stem = [], row["romanized"]
        while match := _PREFIX.match(stem):
            prefixes.append(match[1])
            stem = stem[match.end() :]
        if form := units_of(stem):
            found[row["arabic"]] = Word(tuple(prefixes), form, row["kind"])
    return found


@functools.lru_cache(maxsize=1 << 16)
def listed(word: str, definite: bool | None = None) -> tuple[Listed, ...]:
    """Listed stems that a word may be, likeliest first; vowel marks of the word are respected.

    Text and names count alike: a stem's chance is the mean of its shares in both. `definite` says
    whether the word has the article, which some stems have oftener than others (ʻām, al-ʻāmm).

    >>> listed("\u0648\u0632\u0627\u0631\u0629")[0].form  # وزارة
    ('w', 'i', 'z', 'ā', 'r', 'aẗ')
    """
    found: dict[Form, Listed] = {}
    key = key_of(word)
    prose = load_prose()
    for number in prose.index.get(key, ()):
        entry = prose.entries[number]
        if fit := _fit(entry.form, word):
            weight = 0.5 * fit * entry.bearers / prose.whole
            _, inner, construct, article, told = prose.shares[number]
            found[entry.form] = Listed(
                entry.form, weight, entry.origin, inner, inner, construct, article, told
            )
    lexicon = load_lexicon()
    for number in load_index().get(key, ()):
        entry = lexicon.entries[number]
        if fit := _fit(entry.form, word, entry.origin == "curated"):
            weight = 0.5 * fit * _TRUST[entry.origin] * lexicon.prior[number]
            known = found.get(entry.form)
            if known is None:
                found[entry.form] = Listed(entry.form, weight, entry.origin, 1.0, -1.0, -1.0)
            else:
                both = known.weight + weight
                capital = (known.weight * known.capital + weight) / both
                if entry.origin == "catalogue":
                    capital = known.capital  # the catalogue's capitals are counted already
                found[entry.form] = known._replace(
                    weight=both, origin=entry.origin, capital=capital
                )
    _with_senses(found, word, bool(definite))
    poor = sum(each.weight for each in found.values()) < _WEAK
    for each in _derived(word) if poor else ():
        known = found.get(each.form)
        found[each.form] = (
            each if known is None else known._replace(weight=known.weight + each.weight)
        )
    if word[-1:] == HEH:
        found = {
            form: each._replace(heh=True) if form[-1] == "aẗ" else each
            for form, each in found.items()
        }
    if definite and _is_given_alone(word):
        _take_article(found, word)
    if definite is not None:
        found = {
            form: each._replace(weight=_shared(each, definite)) for form, each in found.items()
        }
    return tuple(sorted(found.values(), key=lambda each: (-each.weight, each.form)))


def _with_senses(found: dict[Form, Listed], word: str, definite: bool) -> None:
    """Add the words of the editors' vocabulary, which says what is a name and what is none."""
    own = bare_letters(word) in _element_words()
    told = senses(word)
    owners = tuple(sense for sense in told if sense.kind == OWNER)
    listed_here = tuple(sense for sense in told if sense.kind != OWNER)
    for sense in (*(listed_here or (() if own else related(word))), *owners):
        if definite and sense.kind in ("verb", OWNER):
            continue
        known = found.get(sense.form)
        weight = _SENSE * sense.share * (_usual(sense.base) if sense.base else 1.0)
        if known is not None and (sense.kind == OWNER or not listed_here):
            owner = sense.kind == OWNER and not known.sense and known.capital < _COMMON
            kind = OWNER if owner else known.sense
            found[sense.form] = known._replace(weight=known.weight + weight, sense=kind)
            continue
        if known is None:
            capital = 0.0 if sense.capital is False else 1.0 if sense.capital else 0.5
            inner = capital if listed_here else -1.0  # made by rule, it may be a name of its own
            each = Listed(sense.form, weight, "vocabulary", capital, inner, -1.0, -1.0, inner)
        elif sense.capital is None or (known.origin == "curated" and not sense.capital):
            each = known._replace(weight=known.weight + weight)  # a name as well, like nūr and Nūr
        elif sense.capital:
            each = known._replace(weight=known.weight + weight, capital=1.0, inner=1.0, told=1.0)
        else:
            each = known._replace(
                weight=known.weight * sense.share + weight,
                capital=min(known.capital, _SMALL),
                inner=min(max(known.inner, 0.0), _SMALL),
                told=min(max(known.told, 0.0), _SMALL),
            )
        kind = sense.kind if sense.capital is False else "name"
        found[sense.form] = each._replace(sense=kind, governs=sense.governs)
    for form, each in found.items():
        if not each.sense and each.origin != "curated" and is_verbal_noun(form):
            small = min(each.capital, _SMALL), min(each.inner, _SMALL), min(each.told, _SMALL)
            found[form] = each._replace(capital=small[0], inner=small[1], told=small[2])


def _usual(form: Form) -> float:
    """How usual a noun is in texts, in .8–1: it decides between two that are spelled alike."""
    seen = _occurrences().get(" ".join(form), 0.0)
    return 0.8 + 0.2 * seen / (seen + _OFTEN)


@functools.cache
def _occurrences() -> Mapping[str, float]:
    return {entry.units: entry.bearers for entry in load_prose().entries}


def base_of(form: Form) -> Form:
    """The noun of an adjective in -ī, with its endings, or nothing: ʻarab of ʻarabīyūn.

    >>> base_of(("ʻ", "a", "r", "a", "b", "i", "yy", "ū", "n")), base_of(("k", "i", "t", "ā", "b"))
    (('ʻ', 'a', 'r', 'a', 'b'), ())
    """
    if len(form) > 3 and form[-1] == "ī":
        return form[:-1]
    at = next((n for n in range(len(form) - 1, max(len(form) - 4, 3), -1) if form[n] == "yy"), 0)
    return form[: at - 1] if at and form[at - 1] == "i" else ()


def likely_capital(form: Form, inner: Mapping[str, float], otherwise: float = 0.4) -> float:
    """How likely a word is a name inside of titles, of which no text tells.

    An adjective in -ī is one by its noun: `inner` has the share of names for known stems. Of such
    adjectives of the catalogue with the article 6 of 7 have a capital where the noun is a name or
    is not known, and 2 of 5 where it is a common noun.
    """
    base = base_of(form)
    if not base:
        return otherwise
    nouns = (base, (*base, "aẗ"), (*base, "ā"), (*base, "á"))
    shares = [inner[key] for key in (" ".join(noun) for noun in nouns) if key in inner]
    return 0.4 if shares and min(shares) < _COMMON else 0.85


@functools.cache
def inner_shares() -> Mapping[str, float]:
    """The share of names among the occurrences of the learned stems inside of titles."""
    prose = load_prose()
    return {e.units: share[-1] for e, share in zip(prose.entries, prose.shares, strict=True)}


def _derived(word: str) -> list[Listed]:
    """Forms by the endings of Arabic nouns: Miṣrīyah by Miṣrī, mujtamaʻī by mujtamaʻ, marratayn.

    Each counts a small part of the stem that it is made from.
    """
    found: list[Listed] = []
    for ending, base, dropped, units in _ENDINGS:
        if not word.endswith(ending) or len(word) < len(ending) + 3:
            continue
        stem_word = grammar_words().get(word[: len(word) - len(ending)] + base)
        if stem_word is not None and stem_word.kind == "filiation":
            continue  # ibn makes no Ibnī
        for each in listed(word[: len(word) - len(ending)] + base):
            stem = each.form if not dropped else each.form[:-1]
            if each.form[-1:] != (dropped or each.form[-1:]) or stem[-1] in VOWELS:
                continue
            form = (*stem, *units)
            capital = each.capital if base_of(stem) else likely_capital(form, inner_shares())
            found.append(Listed(form, _DERIVED * each.weight, "model", capital, -1.0, -1.0))
    return found


def _shared(each: Listed, definite: bool) -> float:
    """The weight of a stem with the article, or without."""
    share = 0.35 if each.definite < 0.0 else min(max(each.definite, 0.1), 0.7)
    return each.weight * (share if definite else 1.0 - share)


def _fit(form: Form, word: str, editors: bool = False) -> float:
    """How usual it is to write a form so; 0 for what is odd, though two names may differ so.

    A hidden or a silent alif is a habit of names that the editors list so (Raḥmān), and no reading
    of other words: Ibn Rushd is no Ibn Rāshid.
    """
    fit = written(form, word)
    odd = fit < ODD and not (editors and bare_letters(word) in _element_words())
    return 0.0 if odd else fit


@functools.cache
def _element_words() -> frozenset[str]:
    """The words of the editors' name elements, as they are written, without the article."""
    words = (word for element in all_elements() for word in element.split())
    return frozenset(word.removeprefix(_ARTICLE) for word in words)


def _take_article(found: dict[Form, Listed], word: str) -> None:
    """Weigh given names behind the article, where a common word is spelled like one: al-ʻumr."""
    if all(each.sense in ("", "name") for each in found.values()):
        return
    names = {sense.form for sense in senses(word) if sense.kind == "name"}  # of months
    for form, each in found.items():
        if each.origin == "curated":
            bare = not each.sense or form in names
            share = _NO_ARTICLE if bare else _SELDOM_ARTICLE
            found[form] = each._replace(weight=share * each.weight)


def _is_given_alone(word: str) -> bool:
    """Whether the editors list a word as a given name, and as no family name, nisba or laqab."""
    bare = bare_letters(word)
    if bare not in arabic_elements("given"):
        return False
    return not any(bare in arabic_elements(kind) for kind in ("nisba", "laqab", "family"))
