"""The editors' vocabulary of common Arabic words: which of them a written word may be.

Beside the learned stems of `nisba.translit.prose`. `gazetteers/vocabulary.tsv` has a row for a
word of the dictionary, with its broken plurals or its imperfect; the forms that grammar makes
from it (persons of the verb, sound plurals, the dual, the feminine, pronouns) are found by rule
and stand nowhere. Words alone are known here, and not how common they are.
"""

import functools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from nisba._data import curated
from nisba.gazetteer.faults import FaultyGazetteer, errors_of
from nisba.gazetteer.word_tables import read_vocabulary
from nisba.sounds.units import HAMZA, VOWELS, Form, units_of
from nisba.translit.conjugation import conjugated, derived
from nisba.translit.listed import Index, index_of, key_of
from nisba.translit.pointing import written

_LEAST = 0.04  # below it a spelling is odd
_SILENT_ALIF = "\u0648\u0627"  # وا
_TEH, _MARBUTA = "\u062a", "\u0629"  # ت ة
_INFLECTED = 0.4  # of a word's weight, with an ending
_OWNED = 0.3  # with a pronoun
_DUAL = 0.5  # of an ending, for a dual before its genitive
_OF_VERB = 0.9  # of that, for a verb with its object beside a noun with its owner
_SOONER = 0.9  # and for a plural beside a singular that is spelled like it: fikruhu
_ACTED = 0.25  # of a noun's weight, for a verb that is spelled like it
_PASSIVE = 0.3  # the same in the passive, of which only what is usual is listed
_DERIVED = 0.3  # of a listed noun's weight, for a verbal noun or participle by rule
_RELATED = 0.12  # of a noun's weight, for its adjective in -ī
_LONGEST = 20
_YEH = "\u064a"  # ي
_NOT = "\u0644\u0627"  # لا


class Sense(NamedTuple):
    """A word of the vocabulary that a spelling may be.

    `kind` is noun, plural, adjective, verb, adverb or name, or "owner" for what only stands before
    its genitive (muʼallifī al-kutub); `capital` says that it is written like a name, None that one
    word is and another is not (al-maghrib and al-Maghrib); `share` is its weight beside other
    senses of the spelling, in 0-1; `governs` are the prepositions that usually follow.
    """

    form: Form
    kind: str
    capital: bool | None
    share: float
    governs: str = ""
    base: Form = ()


class _Ending(NamedTuple):
    """An ending, what the word is spelled with in its place, and the units that it adds.

    `of` narrows the words that take it: the feminine, patterns of persons or of things. `becomes`
    is the kind of what comes out, where it is another.
    """

    letters: str
    base: str
    of: str
    kinds: tuple[str, ...]
    units: Form
    becomes: str = ""


# Letters of the ending, what the word is spelled with in their place, and the units of the ending.
_OF_NISBA = (
    ("\u064a\u0629", ("aẗ",)),  # ية
    ("\u064a\u0627\u062a", ("ā", "t")),  # يات
    ("\u064a\u064a\u0646", ("ī", "n")),  # يين
    ("\u064a\u0648\u0646", ("ū", "n")),  # يون
    ("\u064a\u0627\u0646", ("ā", "n")),  # يان
    ("\u064a\u062a\u064a\u0646", ("a", "t", "ay", "n")),  # يتين
)
_BOTH = ("noun", "adjective", "name")
_ENDINGS = (
    _Ending("\u0629", "", "adjective", ("adjective",), ("aẗ",)),  # ة
    _Ending("\u0648\u0646", "", "person", ("noun", "adjective"), ("ū", "n")),  # ون
    _Ending("\u064a\u0646", "", "person", ("noun", "adjective"), ("ī", "n")),  # ين
    _Ending("\u064a\u0646", "", "thing", ("noun", "name"), ("ay", "n")),
    _Ending("\u0627\u0646", "", "", ("noun", "adjective"), ("ā", "n")),  # ان
    _Ending("\u0627\u062a", "", "", _BOTH, ("ā", "t"), "plural"),  # ات
    _Ending("\u0627\u062a", "\u0629", "feminine", _BOTH, ("ā", "t"), "plural"),
    _Ending("\u062a\u064a\u0646", "\u0629", "feminine", _BOTH, ("a", "t", "ay", "n")),  # تين
    _Ending("\u062a\u0627\u0646", "\u0629", "feminine", _BOTH, ("a", "t", "ā", "n")),  # تان
    _Ending("\u062a\u064a\u0646", "", "adjective", ("adjective",), ("a", "t", "ay", "n")),
    _Ending("\u064a", "", "person", ("noun", "adjective"), ("ī",), "owner"),  # ي
    _Ending("\u064a", "", "thing", ("noun",), ("ay",), "owner"),
    _Ending("\u062a\u064a", "\u0629", "feminine", ("noun",), ("a", "t", "ay"), "owner"),  # تي
)
_BY_LAST = {
    end.letters[-1]: [e for e in _ENDINGS if e.letters[-1] == end.letters[-1]] for end in _ENDINGS
}
PRONOUNS = (
    ("\u0647\u0645\u0627", ("h", "u", "m", "ā")),  # هما
    ("\u0647\u0645", ("h", "u", "m")),  # هم
    ("\u0647\u0627", ("h", "ā")),  # ها
    ("\u0646\u0627", ("n", "ā")),  # نا
    ("\u0643\u0645", ("k", "u", "m")),  # كم
    ("\u0647", ("h", "u")),  # ه
)
"""Pronouns behind a noun: their letters and units, the longer ones first."""
_OBJECTS = (*PRONOUNS, ("\u0646\u064a", ("n", "ī")), ("\u0643", ("k", "a")))  # ني ك


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """The words of the dictionary and the forms of its verbs, ready to be looked up."""

    senses: tuple[Sense, ...]
    index: Index
    nouns: frozenset[Form]


@functools.cache
def load_vocabulary() -> Vocabulary:
    """The vocabulary of the gazetteer. Raises `FaultyGazetteer` with every fault of the table."""
    table = read_vocabulary(curated("vocabulary.tsv"))
    if faults := errors_of(table.findings):
        raise FaultyGazetteer(faults)
    found: dict[tuple[Form, str], Sense] = {}
    for row in table.rows:
        for sense in _senses_of(row["romanized"], row["kind"], row["forms"], row["governs"]):
            other = found.setdefault((sense.form, sense.kind), sense)
            if other is not sense:
                share = max(other.share, sense.share)
                capital = other.capital if other.capital == sense.capital else None
                governs = other.governs or sense.governs
                merged = Sense(sense.form, sense.kind, capital, share, governs)
                found[sense.form, sense.kind] = merged
    senses = tuple(found.values())
    nouns = frozenset(sense.form for sense in senses if sense.kind in ("noun", "adjective"))
    return Vocabulary(senses, index_of([" ".join(sense.form) for sense in senses]), nouns)


def _senses_of(romanized: str, kind: str, forms: str, governs: str) -> Iterator[Sense]:
    """The senses that a row stands for; a capital in `romanized` is one."""
    form = units_of(romanized) or ()
    others = [units_of(word) or () for word in forms.split(", ") if word]
    if kind == "verb":
        is_imperfect = romanized.startswith(("y", "t")) and romanized.endswith(("u", "ī", "á", "ū"))
        pair = ((), form) if is_imperfect and not others else (form, others[0] if others else ())
        share = _PASSIVE if pair[0][1:2] == ("u",) or not pair[0] else _ACTED
        yield from (Sense(each, kind, False, share, governs) for each in conjugated(*pair))
        if all(pair):
            yield from (Sense(each, of, False, _DERIVED, governs) for each, of in derived(*pair))
        return
    capital = romanized.lstrip("\u02bb\u02bc")[:1].isupper()
    yield Sense(form, kind, capital, 1.0, governs)
    yield from (Sense(each, "plural", capital, 1.0, governs) for each in others)


@functools.lru_cache(maxsize=1 << 16)
def senses(word: str) -> tuple[Sense, ...]:
    """The words of the vocabulary that a spelling may be, without article and prefixes.

    >>> ["".join(s.form) for s in senses("\u0644\u0647\u062c\u0627\u062a\u0647\u0627")]  # لهجاتها
    ['lahajātuhā']
    """
    if not 1 < len(word) <= _LONGEST:
        return ()
    found: dict[Form, Sense] = {}
    for sense in (*_plain(word), *_inflected(word), *_owned(word)):
        other = found.setdefault(sense.form, sense)
        if other.capital != sense.capital and sense.kind in (other.kind, "name", "noun"):
            found[sense.form] = other._replace(capital=None)
        if sense.governs and not other.governs:
            found[sense.form] = found[sense.form]._replace(governs=sense.governs)
    return tuple(sorted(found.values(), key=lambda sense: (-sense.share, sense.form)))


def governs(word: str, preposition: str) -> bool:
    """Whether a spelling may be a word that a preposition usually follows.

    >>> governs("\u0623\u0634\u0631\u0641", "\u0639\u0644\u0649")  # أشرف على
    True
    """
    return bool(preposition) and any(preposition in each.governs.split() for each in senses(word))


def _plain(word: str) -> Iterator[Sense]:
    """Words that are listed in this form; the alif behind the plural of a verb is silent."""
    vocabulary = load_vocabulary()
    for number in vocabulary.index.get(key_of(word), ()):
        sense = vocabulary.senses[number]
        plural = sense.kind == "verb" and sense.form[-1] in ("ū", "aw")
        if plural and not word.endswith(_SILENT_ALIF):
            continue
        fit = written(sense.form, word[:-1] if plural else word)
        if fit >= _LEAST:
            yield sense if fit >= 0.5 else sense._replace(share=sense.share * (2.0 * fit))


def _inflected(word: str) -> Iterator[Sense]:
    """Words with an ending of the noun: feminine, sound plural, dual."""
    for ending in _BY_LAST.get(word[-1], ()):
        if not word.endswith(ending.letters) or len(word) < len(ending.letters) + 3:
            continue
        for sense in _plain(word[: len(word) - len(ending.letters)] + ending.base):
            if sense.kind in ending.kinds and (stem := _stem(sense, ending.of)):
                if ending.becomes == "owner" and ending.of == "person" and stem[-2:-1] == ("a",):
                    continue  # muʼallafāt are books
                if ending.becomes == "plural" and ending.of == "feminine" and sense.kind == "noun":
                    stem = _with_open_syllable(stem)
                kind = ending.becomes or sense.kind
                share = _INFLECTED * sense.share
                if kind == "owner" and ending.units[-1] == "ay":
                    share *= _DUAL
                yield Sense((*stem, *ending.units), kind, sense.capital, share, sense.governs)
    for letters, units in _OF_NISBA:
        if word.endswith(letters) and len(word) > len(letters) + 1:
            for sense in _plain(word.removesuffix(letters) + _YEH):
                if sense.kind in ("adjective", "noun") and sense.form[-1] == "ī":
                    single = sense.kind == "noun" or _is_defective(sense.form)
                    form = (*sense.form[:-1], "i", "y" if single else "yy", *units)
                    yield Sense(form, sense.kind, sense.capital, _INFLECTED * sense.share)


@functools.lru_cache(maxsize=1 << 14)
def related(word: str) -> tuple[Sense, ...]:
    """Adjectives in -ī that a spelling may be, of nouns and names, and words with lā- in one:
    mismārī, thaqāfīyah, lāmarkazīyah.

    They are made by rule, and say little of a word that is known by itself.
    """
    found: dict[Form, Sense] = {}
    if word.startswith(_NOT) and len(word) > 4:
        for sense in senses(word[2:]) or related(word[2:]):
            if sense.kind in ("noun", "adjective") and sense.form[0] != HAMZA:
                found[("l", "ā", *sense.form)] = sense._replace(form=("l", "ā", *sense.form))
    for letters, units in ((_YEH, ("ī",)), *((a, ("i", "yy", *u)) for a, u in _OF_NISBA)):
        base = word.removesuffix(letters)
        if len(base) == len(word) or not 1 < len(base) <= _LONGEST:
            continue
        for sense in (*_plain(base), *_plain(base + _MARBUTA)):
            if sense.kind not in ("noun", "name") or len(sense.form) < 4:
                continue
            stem = sense.form[:-1] if sense.form[-1] == "aẗ" else sense.form
            if stem[-1] not in VOWELS:
                each = Sense((*stem, *units), "adjective", sense.capital, _RELATED * sense.share)
                found.setdefault(each.form, each)
    return tuple(found.values())


def _stem(sense: Sense, of: str) -> Form:
    """What an ending is added to, or nothing for a word that does not take it."""
    form = sense.form
    if of == "feminine":
        return form[:-1] if form[-1] == "aẗ" else ()
    if form[-1] in VOWELS or (of == "person" and sense.kind == "noun" and not _is_agent(form)):
        return ()
    return () if of == "thing" and _is_agent(form) else form


def _is_agent(form: Form) -> bool:
    """Whether a noun is of a pattern of persons, with a sound plural: bāḥith, mufassir, fannān."""
    if form[0] == "m" and form[1] == "u":
        return form[-2] in ("i", "a")
    if len(form) != 5:
        return False
    return (form[1], form[3]) == ("ā", "i") or (
        (form[1], form[3]) == ("a", "ā") and len(form[2]) > 1
    )


def _is_defective(form: Form) -> bool:
    """Whether -ī is the end of a participle (kāfī, kāfiyah), and makes no adjective of a noun."""
    agent = len(form) == 4 and form[1] == "ā"
    derived = len(form) > 5 and form[:2] == ("m", "u")  # muʻādī, muʻādiyah
    if not (agent or derived):
        return False
    nouns = load_vocabulary().nouns
    return form[:-1] not in nouns and (*form[:-1], "aẗ") not in nouns


def _with_open_syllable(stem: Form) -> Form:
    """The stem of a noun like lahjah in its plural: lahaj-, as such nouns have it."""
    if len(stem) == 4 and stem[1] == "a" and stem[2] not in VOWELS and stem[3] not in VOWELS:
        return (*stem[:3], "a", stem[3])
    return stem


def _owned(word: str) -> Iterator[Sense]:
    """Nouns with the pronoun of an owner, in the nominative, and verbs with that of an object."""
    for letters, sound in _OBJECTS:
        stem = word.removesuffix(letters)
        if len(stem) == len(word) or len(stem) < 2:
            continue
        verbs = stem[:-1] + "\u0649" if stem[-1] == "\u0627" else stem  # ا for ى: banāhu
        for sense in (*_plain(verbs), *(_plain(stem + "\u0627") if stem[-1] == "\u0648" else ())):
            if sense.kind == "verb" and sense.share < _PASSIVE and len(sense.form) > 3:
                form = (*sense.form[:-1], "ā") if sense.form[-1] == "á" else sense.form
                joined = (*form, *(("h", "i", *sound[2:]) if _needs_i(form, sound) else sound))
                yield Sense(joined, "verb", False, _OWNED * _OF_VERB)
        if (letters, sound) not in PRONOUNS or len(stem) < 3:
            continue
        # Before a pronoun tāʾ marbūṭa is written as a plain t.
        for spelled in (stem, stem[:-1] + _MARBUTA) if stem[-1] == _TEH else (stem,):
            for sense in (*_plain(spelled), *_inflected(spelled)):
                if sense.kind in ("noun", "plural") and not sense.capital:
                    noun = _before_pronoun(sense.form)
                    if noun:
                        share = _OWNED * sense.share * (_SOONER if sense.kind == "plural" else 1.0)
                        form = (*noun, *sound)
                        yield Sense(form, sense.kind, False, share, base=sense.form)


def _needs_i(form: Form, sound: Form) -> bool:
    return form[-1] in ("ī", "ay", "i") and sound[:2] == ("h", "u")


def _before_pronoun(form: Form) -> Form:
    """A noun before a pronoun, with the vowel of the nominative; nothing for one without it."""
    if form[-1] == "aẗ":
        return (*form[:-1], "a", "t", "u")
    return (
        (*form, "u") if form[-1] not in VOWELS and form[-2:] not in (("ū", "n"), ("ī", "n")) else ()
    )
