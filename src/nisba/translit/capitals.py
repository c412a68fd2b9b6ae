"""Which words of a text are names, and which are common words.

Part of the second step of romanization, asked by `nisba.translit.words`. What is written with a
capital in titles and registers is a name; a title's first noun and the name of a body are
written like one. Standards that give every word a capital never ask.
"""

import functools
from collections.abc import Sequence
from itertools import pairwise

from nisba.names.lexicon import joins, rows
from nisba.names.words import read
from nisba.sounds.units import Form
from nisba.text.scripts import Script
from nisba.translit.elements import arabic_elements
from nisba.translit.prose import grammar_words
from nisba.translit.stems import Stem
from nisba.translit.types import Kind

FUNCTION = frozenset(
    {"preposition", "conjunction", "particle", "verb", "pronoun", "demonstrative", "relative"}
)
"""Kinds of words that no name holds."""

MOSTLY = 0.5
_ARTICLE = "\u0627\u0644"  # ال
_BEFORE_ARTICLE = " " + _ARTICLE
_ABD = "\u0639\u0628\u062f"  # عبد
_BETWEEN = "\u0628\u064a\u0646"  # بين
_OF = "\u0645\u0646"  # من
_STUDY = "\u062f\u0631\u0627\u0633\u0629"  # دراسة
_PHRASE = 3  # words of a phrase that may stand for itself, as "in the evening"
_HEH, _MARBUTA = "\u0647", "\u0629"  # ه ة
_SURELY = 0.8
_SELDOM, _RARELY = 0.35, 0.25
_NOT_NAMES = FUNCTION | {"credit"}


def is_prose(line: list[Stem]) -> bool:
    """Whether the words are running text: one of them is of the kind that no name holds."""
    for n, stem in enumerate(line):
        if stem.prefixes or stem.kind in _NOT_NAMES:
            return True
        common = stem.known and stem.capital < MOSTLY and stem.kind != "filiation"
        if common and not (n + 1 < len(line) and _is_compound(stem, line[n + 1])):
            return True
    nouns = [s for s in line if s.article and 0.0 <= s.inner < MOSTLY and s.capital < _SURELY]
    return bool(nouns) and not any(stem.kind == "head" or is_given(stem) for stem in line)


def proper_of(
    line: list[Stem], prose: bool, kind: Kind = "any", spaced: Sequence[bool] = ()
) -> list[bool]:
    """Which words are names: those that texts write with a capital, oftener than not.

    `spaced` says of each word but the last whether only space parts it from the next; if it is
    not given, it does. An unlisted word is one beside a name. The word that opens a title is
    written like a name; where nobody says that a text is one, it has to look like a title.
    """
    if kind == "name":
        return [stem.kind not in FUNCTION for stem in line]
    found = [stem.capital >= MOSTLY for stem in line]
    for n, stem in enumerate(line[1:], 1):
        before = line[n - 1]
        if stem.prefixes or not (found[n - 1] or before.kind == "filiation"):
            continue
        if stem.reading.origin == "model" and (not prose or is_given(before)):
            found[n] |= not (before.article and stem.article)
        # What follows a mark of descent, or an epithet of a person, is a name.
        found[n] |= before.kind in ("head", "filiation")
        if stem.article and not found[n]:
            common = prose and 0.0 <= stem.inner < _SELDOM  # amīr al-insānīyah
            found[n] = not before.article and is_given(before) and not common
    if prose:
        _read_as_common(line, found)
        _address(line, found)
    if line and line[-1].kind == "head" and line[-1].units[0] == "dh":
        found[-1] = False  # dhū alone is a word, as abū is not
    if kind == "title" and line:
        found[0] |= not line[0].prefixes
    elif kind == "any" and prose and len(line) > 1 and _opens_title(line, found):
        found[0] = True
    if prose:
        _determine(line, found)
    _know_compounds(line, found, prose)
    if len(line) > 1:
        _name_bodies(line, found, spaced)
    return found


def _determine(line: list[Stem], found: list[bool]) -> None:
    """Take their capitals from nouns inside that a common noun determines: ḍifāf al-nahr."""
    for n in range(len(line) - 2, -1, -1):
        stem, after = line[n], line[n + 1]
        if _is_state(stem, after) and found[n + 1]:
            found[n] = True
            continue
        if not n:
            continue
        genitive = after.article and not after.prefixes and not found[n + 1] and not after.kind
        named = stem.sense == "name" and stem.capital >= _SURELY  # madīnat Ḥalab al-qadīmah
        if genitive and not (named or stem.article or stem.kind or is_given(stem)):
            found[n] = False


def _is_state(stem: Stem, after: Stem) -> bool:
    """Whether a word like mamlakah makes the name of a state with the adjective behind it."""
    word = grammar_words().get(stem.bare)
    if word is None or word.kind != "state" or not (stem.article and after.article):
        return False
    return not after.prefixes and after.units[-2:] == ("yy", "aẗ")


def _read_as_common(line: list[Stem], found: list[bool]) -> None:
    """Take their capitals from words of the vocabulary that stand where common words do.

    Rūḥ, Karīm and Khayr are borne as names as well. With the article they are names behind a person
    alone (ʻawdat al-rūḥ, but Aḥmad al-Karīm), and so is a noun that a common one determines
    (khayr al-ʻibād).
    """
    for n, stem in enumerate(line):
        if not found[n] or stem.sense in ("", "name") or (stem.article and stem.bare in _titles()):
            continue
        before, after = line[n - 1] if n else None, line[n + 1] if n + 1 < len(line) else None
        if before is not None and not stem.prefixes:
            person = before.bare in _titles() or (is_person(before) and not before.article)
            if before.kind in ("head", "filiation") or (person and found[n - 1]):
                continue
        if stem.article:
            found[n] = False
        elif after is not None and after.article and not after.prefixes:
            found[n] = found[n + 1] and after.sense in ("", "name")


def _know_compounds(line: list[Stem], found: list[bool], prose: bool) -> None:
    """Give names of two words their capitals; in running text, where ʻilm al-dīn is no ʻAlam
    al-Dīn, those with ʻAbd, and those beside a name (Khayr al-Dīn al-Tūnisī).
    """
    for n, (stem, after) in enumerate(pairwise(line)):
        if (found[n] and found[n + 1]) or not _is_compound(stem, after):
            continue
        if (
            stem.bare == _ABD
            or not prose
            or (n and found[n - 1] and is_given(line[n - 1]))
            or (n + 2 < len(line) and found[n + 2] and _may_follow(line[n + 2]))
        ):
            found[n] = found[n + 1] = True


def _may_follow(stem: Stem) -> bool:
    """Whether a name goes on with a word: a nisba with the article, ibn, or a given name."""
    nisba = stem.article and stem.units[-1:] == ("ī",)
    return not stem.prefixes and (nisba or stem.kind == "filiation" or is_given(stem))


def _is_compound(stem: Stem, after: Stem) -> bool:
    """Whether two words are one name by the editors' lists: ʻAbd al-Salām, Qudrat Allāh."""
    if stem.article or after.prefixes:
        return False
    between = _BEFORE_ARTICLE if after.article else " "
    return stem.bare + between + after.bare in arabic_elements("compound")


def _address(line: list[Stem], found: list[bool]) -> None:
    """Titles have a capital before a name (al-Ustādh al-Duktūr ʻImād); alone they are nouns."""
    for n in range(len(line) - 1, -1, -1):
        stem, after = line[n], line[n + 1] if n + 1 < len(line) else None
        if stem.bare not in _titles() or (n and found[n - 1] and is_person(line[n - 1])):
            continue
        named = after is not None and found[n + 1] and not after.prefixes
        if named and after is not None and 0.0 <= stem.inner < _RARELY:
            named = not (stem.article and after.units[-1] == "ī")  # al-qāriʼ al-ʻArabī
        found[n] = named and (stem.article or found[n])


@functools.cache
def _titles() -> frozenset[str]:
    """Titles that stand before names, without the article."""
    cells = (row["arabic"] for row in rows("titles.tsv") if row["position"] == "before")
    words = (word for cell in cells for word in cell.split(" | ") if word)
    return frozenset(word.removeprefix(_ARTICLE) for word in words)


def _name_bodies(line: list[Stem], found: list[bool], spaced: Sequence[bool]) -> None:
    """Give the words behind a noun like wizārah, ministry, their capitals: it opens the name of a
    body, and all of it is a name.
    """
    bodies, head = _bodies(), False
    for n, stem in enumerate(line):
        if head and spaced and not spaced[n - 1]:
            head = False
        if stem.bare in bodies and not stem.prefixes:
            head = True
        elif head and (stem.kind in _NOT_NAMES or "wa" in stem.prefixes[:-1]):
            head = False
        if head:
            found[n] = True


@functools.cache
def _bodies() -> frozenset[str]:
    return frozenset(bare for bare, w in grammar_words().items() if w.kind == "institution")


def _opens_title(line: list[Stem], found: list[bool]) -> bool:
    """Whether a text is a title, and no statement of who made a book, nor a phrase.

    A noun opens a title; so does a preposition or pronoun if three others follow, a conjunction,
    and a verb that does not say what a third person did (ḥaqqaqahu).
    """
    first, second = line[0], line[1]
    if first.prefixes or first.suffix:
        return False
    named = found[1] and (is_given(second) or second.bare in _titles())
    if first.kind == "credit":
        return second.article and not (named or second.prefixes)
    if first.bare == _BETWEEN and len(line) == _PHRASE and "wa" in line[2].prefixes:
        return True  # bayna Dijlah wa-al-Furāt
    if first.kind not in ("conjunction", "particle") and first.kind in FUNCTION:
        return len(line) > _PHRASE and first.kind != "verb"
    if first.kind in FUNCTION:
        return True
    if _tells_genre(first, second) or (states(first) and states(second)):
        return False
    if first.sense == "verb" and first.units[-2:] == ("a", "t"):  # ashrafat ʻalā … Suʻād Māhir
        return not any(found[n] and is_given(line[n]) for n in range(2, len(line)))
    if first.sense == "verb":
        return first.units[-1] not in ("a", "á") and first.units[-2:] != ("h", "ā")
    if states(first) and len(line) > 2 and second.sense == "noun" and not second.article:
        named |= is_of(line[2])  # murājaʻat lajnah min …
    return not (first.kind or _has_pronoun(first.units) or (named and states(first)))


def states(stem: Stem) -> bool:
    """Whether a noun says what a person did for a book: tarjamat, murājaʻat, wa-taḥqīq."""
    word = grammar_words().get(stem.bare)
    made = word is not None and word.kind in ("statement", "credit")
    return not stem.article and (made or stem.bare == _STUDY)


def is_of(stem: Stem | None) -> bool:
    """Whether a word is min, of."""
    return stem is not None and stem.bare == _OF and stem.kind == "preposition"


def _tells_genre(stem: Stem, after: Stem) -> bool:
    """Whether a text begins as subtitles do that say what a book is: dirāsah taḥlīlīyah fī …"""
    word = grammar_words().get(stem.bare)
    if word is None or word.kind != "genre" or stem.article or after.article:
        return False
    if after.prefixes:
        return after.prefixes[-1] in ("bi", "li")
    agrees = stem.units[-1:] == after.units[-1:] == ("aẗ",)
    adjective = after.sense == "adjective" or after.units[-2:] == ("yy", "aẗ") or agrees
    about = after.kind == "preposition" and not is_of(after)
    return about or (adjective and after.capital < MOSTLY)


def _has_pronoun(units: Form) -> bool:
    return units[-2:] == ("h", "ā") or units[-3:] in (("h", "u", "m"), ("h", "i", "m"))


@functools.lru_cache(maxsize=1 << 14)
def makes(bare: str, join: str) -> bool:
    """Whether a word makes names of a kind: `allah`, `din`, `given` (see gazetteers/stems.tsv)."""
    return joins(read(bare).bare, join, Script.ARABIC)


def is_person(stem: Stem) -> bool:
    """Whether a word may be a person's name, and no noun that only opens a title."""
    return is_given(stem) or not (0.0 <= stem.inner < MOSTLY or stem.construct > 0.0)


def is_given(stem: Stem) -> bool:
    """Whether a word is a person's given name, by the editors' lists."""
    return _is_given(stem.bare)


@functools.lru_cache(maxsize=1 << 14)
def _is_given(bare: str) -> bool:
    if bare.endswith(_HEH):  # حمزه is حمزة
        return _is_given(bare[:-1] + _MARBUTA) or makes(bare, "given")
    return bare in arabic_elements("given") or makes(bare, "given")
