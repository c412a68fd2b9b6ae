"""The words of a text in their places: what each is to its neighbours, before anything is written.

Second step of romanization, between `pieces` and the engine. Each word gets its stem and the terms
of context that rules may ask for (construct state, compound, first, after a vowel …; the list is
in `gazetteers/README.md`). Nothing here knows a standard.
"""

from itertools import pairwise
from typing import NamedTuple

from nisba.sounds.units import Form
from nisba.text.clean import ZWNJ
from nisba.translit.capitals import (
    FUNCTION,
    MOSTLY,
    is_given,
    is_of,
    is_person,
    is_prose,
    makes,
    proper_of,
    states,
)
from nisba.translit.cases import in_case
from nisba.translit.pieces import Piece, pieces_of, unjoined
from nisba.translit.stems import Stem, stem_of
from nisba.translit.syntax import in_mood, placed
from nisba.translit.types import Kind

_IBN, _SHORT_IBN = "\u0627\u0628\u0646", "\u0628\u0646"  # ابن بن
_BINT = ("\u0628\u0646\u062a", "\u0627\u0628\u0646\u0629")  # بنت ابنة
_ABD = "\u0639\u0628\u062f"  # عبد
_ALLAH: Form = ("ʼ", "a", "ll", "ā", "h")
_UPON, _ALI = "\u0639\u0644\u0649", "\u0639\u0644\u064a"  # على علي
_DIN = "\u062f\u064a\u0646"  # دين
_YEAR = "\u0633\u0646\u0629"  # سنة
_BISM = "\u0628\u0633\u0645"  # بسم
_HOUSE = "\u0622\u0644"  # آل
_FATHERS = ("ʼabū", "ʼabī", "ʼabā", "ʼumm", "bū")
_BEHIND: dict[str, tuple[str, ...]] = {
    "<ibn>": ("after-ibn",),
    "<bint>": ("after-ibn",),
    "<abu>": ("compound", "after-abu"),
    "<abd>": ("compound", "after-abd"),
}
_SURELY = 0.9  # share of names from which a word is nothing else
_OPEN = frozenset((vowel,) for vowel in ("ā", "ī", "ū", "á", "a", "i", "u"))
_FEMININE = (("aẗ",), ("ẗ",))


class Word(NamedTuple):
    """A word of the input with its stem and the context that it stands in.

    `proper` tells a name from a common word; `role` is the mark of a word that rules may name as a
    whole (`<ibn>`), or empty. `spaced` says that only space parts it from the word before.
    """

    start: int
    end: int
    text: str
    stem: Stem
    contexts: frozenset[str]
    proper: bool
    role: str
    spaced: bool


class Sentence(NamedTuple):
    """A text as words and what stands between: `words` by the number of their piece.

    `title` says that the caller knows it for a title.
    """

    pieces: tuple[Piece, ...]
    words: dict[int, Word]
    title: bool = False


def sentence_of(text: str, kind: Kind = "any") -> Sentence:
    """The words of a text in their contexts; `kind` says what the text is, if anybody knows.

    >>> s = sentence_of("\u0648\u0632\u0627\u0631\u0629 \u0627\u0644\u062a\u0631\u0628\u064a\u0629")
    >>> sorted(s.words[0].contexts)  # وزارة التربية
    ['before-article', 'construct', 'first', 'proper']
    """
    pieces = pieces_of(text)
    halves: set[int] = set()
    if ZWNJ in text:
        # What is written on behind a non-joiner is a name, of Turkish or Persian making.
        pieces = unjoined(pieces)
        apart = [i for i, piece in enumerate(pieces) if piece.apart]
        halves = {*apart, *(i - 1 for i in apart)}
    places: list[int] = []
    line: list[Stem] = []
    for i, piece in enumerate(pieces):
        if piece.word and (stem := stem_of(piece.word)) is not None:
            places.append(i)
            line.append(stem)
    _read_ali(line)
    whole = [s for i, s in zip(places, line, strict=True) if i not in halves] if halves else line
    prose = is_prose(whole) if kind == "any" else kind != "name"
    if prose:
        names = _beside_names(line).union(n for n, i in enumerate(places) if i in halves)
        found = placed([pieces[i].word for i in places], frozenset(names))
        line = [stem or alone for stem, alone in zip(found, line, strict=True)]
    spaced = [_is_spaced(pieces, a, b) for a, b in pairwise(places)]
    proper = proper_of(line, prose, kind, spaced)
    for place in halves.intersection(places):
        proper[places.index(place)] = not pieces[place].apart
    known = _Line(line, [_role(line, n) for n in range(len(line))], proper, prose)
    words: dict[int, Word] = {}
    for n, place in enumerate(places):
        before = n - 1 if n and spaced[n - 1] else None
        after = n + 1 if n < len(spaced) and spaced[n] else None
        piece, stem = pieces[place], line[n]
        terms = _terms(known, n, before, after)
        if piece.glued:
            terms += ("glued", "apart") if piece.apart else ("glued",)
        if after is None and stem.bare == _YEAR and _is_dated(pieces, place):
            terms.append("construct")
        if stem.sense == "verb" or stem.capital < MOSTLY:
            moved = in_mood(line, n, before, after is None)
            stem = in_case(line, n, before) if moved is stem else moved
        words[place] = Word(
            piece.start,
            piece.end,
            piece.word,
            stem,
            _as_set(tuple(terms)),
            proper[n],
            known.roles[n],
            before is not None,
        )
    return Sentence(tuple(pieces), words, kind == "title")


def _read_ali(line: list[Stem]) -> None:
    """Among names alone على is no preposition but ʻAlī, as it is written along the Nile."""
    found = [n for n, stem in enumerate(line) if stem.bare == _UPON and _may_be_ali(line, n)]
    if not found:
        return
    others = [stem for n, stem in enumerate(line) if n not in found]
    if any(map(is_given, others)) and not is_prose(others) and (ali := stem_of(_ALI)):
        for n in found:
            line[n] = ali


def _may_be_ali(line: list[Stem], n: int) -> bool:
    """Whether على has no prefix and no common noun behind it: wardah ʻalá jabīn al-Quds."""
    after = line[n + 1] if n + 1 < len(line) else None
    common = after is not None and after.sense in ("noun", "plural") and not is_given(after)
    return not (line[n].prefixes or common)


def _beside_names(line: list[Stem]) -> set[int]:
    """Words of running text that are read as names: behind ibn, abū or a given name."""
    found: set[int] = set()
    for n, (earlier, stem) in enumerate(pairwise(line), 1):
        if stem.prefixes or stem.capital < MOSTLY:
            continue
        if earlier.units == _ALLAH or (earlier.article and earlier.bare == _DIN):
            found.add(n)  # Saʻd Allāh Wannūs
        if earlier.article:
            continue
        if earlier.kind in ("head", "filiation") or is_given(earlier):
            found.add(n)
    return found


def _is_spaced(pieces: list[Piece], first: int, second: int) -> bool:
    """Whether nothing but space stands between two pieces."""
    if pieces[second].apart:
        return False
    if second == first + 1 or (second == first + 2 and pieces[first + 1].text == " "):
        return True
    return all(not p.word and p.text.isspace() for p in pieces[first + 1 : second])


def _is_dated(pieces: list[Piece], place: int) -> bool:
    """Whether a figure follows a word: sanat 1945."""
    after = pieces[place + 1].text if place + 1 < len(pieces) else ""
    return after[:1] == " " and after[1:2].isdigit()


def _role(line: list[Stem], n: int) -> str:
    stem = line[n]
    if stem.article or not (stem.kind or stem.bare == _ABD):
        return ""
    after = line[n + 1] if n + 1 < len(line) else None
    if stem.bare in (_IBN, _SHORT_IBN) and stem.kind == "filiation":
        return "<ibn>"
    if stem.bare in _BINT and stem.kind == "filiation":
        return "<bint>"
    if stem.units == _ALLAH:
        return "<allāh>"
    if stem.bare == _ABD and after and (after.article or after.units == _ALLAH):
        return "<abd>"
    if stem.kind == "head" and "".join(stem.units) in _FATHERS and after:
        return "<abu>"
    return ""


class _Line(NamedTuple):
    """The stems of a text with what is known of each: its role, and whether it is a name."""

    stems: list[Stem]
    roles: list[str]
    proper: list[bool]
    prose: bool


# The same few sets of terms come again and again; one object each keeps comparing them cheap.
_SETS: dict[tuple[str, ...], frozenset[str]] = {}


def _as_set(terms: tuple[str, ...]) -> frozenset[str]:
    found = _SETS.get(terms)
    if found is None:
        found = _SETS[terms] = frozenset(terms)
    return found


def _terms(line: _Line, n: int, before: int | None, after: int | None) -> list[str]:
    """The terms of context of a word; neighbours are those that only space parts from it."""
    stem, role = line.stems[n], line.roles[n]
    found: list[str] = []
    if n == 0:
        found.append("first")
    if n + 1 == len(line.stems):
        found.append("last")
    if line.proper[n]:
        found.append("proper")
    if role == "<allāh>":
        found.append("divine")
    if stem.bare == _SHORT_IBN:
        found.append("short")
    if after is None:
        found.append("pause")
    else:
        following = line.stems[after]
        if following.article and not following.prefixes:
            found.append("before-article")
        elif following.units == _ALLAH and not following.prefixes:
            found.append("before-allah")
        if _takes_genitive(stem) and (
            (line.prose and _is_chained(line.stems, n))
            or _is_construct(stem, following, line.proper[after], line.prose)
        ):
            found.append("construct")
    if before is not None:
        earlier = line.stems[before]
        if earlier.units[-1:] in _OPEN or earlier.units[-2:] == ("i", "yy"):
            found.append("after-vowel")
        if not stem.prefixes:
            found += _after(stem, earlier, role, line.roles[before])
        if after is not None and line.proper[before] and is_person(earlier):
            found.append("between")
    return found


def _after(stem: Stem, earlier: Stem, role: str, role_before: str) -> tuple[str, ...]:
    """What a word without prefix has of the word before it."""
    if earlier.bare == _HOUSE:
        return ("after-house",)
    if earlier.bare == _BISM and role == "<allāh>":
        return ("after-bism",)
    if role_before in _BEHIND:
        return _BEHIND[role_before]
    if _is_tail(stem, role, earlier) or (earlier.kind == "head" and stem.article):
        return ("compound",)
    return ()


def _is_tail(stem: Stem, role: str, earlier: Stem) -> bool:
    """Whether a word is the second half of a name like Naṣr Allāh or Nūr al-Dīn."""
    if role == "<allāh>":
        return _is_stem(earlier, "allah")
    return stem.bare == _DIN and stem.article and _is_stem(earlier, "din")


def _is_stem(stem: Stem, join: str) -> bool:
    """Whether the word makes names with the tail, as nūr does with al-Dīn."""
    if stem.article or stem.kind in FUNCTION:
        return False
    return makes(stem.bare, join)


def _takes_genitive(stem: Stem) -> bool:
    """Whether a word ends in tāʾ marbūṭa and has no article, so that the next may determine it."""
    return not stem.article and stem.units[-1:] in _FEMININE


def _is_construct(stem: Stem, following: Stem, proper: bool, prose: bool) -> bool:
    """Whether the next word determines a word on tāʾ marbūṭa without article.

    It does if it has the article or is a name, and the word itself is no one's name. Before a bare
    noun the habit of the word decides; an adjective that agrees does not determine (madīnah
    kabīrah).
    """
    if following.prefixes:
        return False
    if following.kind in FUNCTION:
        return following.kind == "particle" and stem.construct > MOSTLY
    if following.units == _ALLAH:
        return True
    if is_given(stem) and stem.construct < 0.3 and not (prose and not _is_nisba(following)):
        return False
    if following.kind == "filiation":
        # Between two names ibn has no alif: Qutaybah ibn Muslim, but Riḥlat Ibn Jubayr.
        return stem.construct > 0.2 or (following.bare == _IBN and not is_given(stem))
    if following.article:
        named = stem.sense == "name" and stem.capital >= _SURELY  # Makkah al-mukarramah
        return not (named and following.sense == "adjective")
    if following.units[-1:] in _FEMININE and not is_given(following):
        return following.construct > MOSTLY
    if proper:
        return stem.construct > 0.0 or (stem.construct == 0.0 and stem.capital < MOSTLY)
    return stem.construct >= 0.2


def _is_chained(line: list[Stem], n: int) -> bool:
    """Whether a word on tāʾ marbūṭa opens a chain of genitives: mawsūʻat tārīkh al-Urdun.

    It has no article; a noun stands behind it and a name or a noun with the article behind that. Or
    it says what somebody did for a book, before who did it (murājaʻat lajnah).
    """
    stem, after = line[n], line[n + 1]
    if after.article or after.prefixes or after.kind or after.sense not in ("noun", "plural"):
        return False
    last = line[n + 2] if n + 2 < len(line) else None
    if not n and states(stem) and (after.units[-1:] not in _FEMININE or is_of(last)):
        return True
    if last is None or last.prefixes or after.units[-2:] == ("yy", "aẗ"):
        return False
    return last.article or last.capital >= MOSTLY


def _is_nisba(stem: Stem) -> bool:
    """Whether a word is an adjective in -ī or -īyah."""
    return stem.units[-1:] == ("ī",) or stem.units[-2:-1] == ("yy",)
