"""The words of a text in their places: what each is to its neighbours, before anything is written.

Second step of romanization, between `pieces` and the engine. Each word gets its stem and the terms
of context that rules may ask for (construct state, compound, first, after a vowel …; the list is
in `gazetteers/README.md`). Nothing here knows a standard.
"""

from itertools import compress, pairwise
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
_BEHIND = {
    "<ibn>": ("after-ibn",),
    "<bint>": ("after-ibn",),
    "<abu>": ("compound", "after-abu"),
    "<abd>": ("compound", "after-abd"),
}
_SURELY = 0.9  # share of names from which a word is nothing else
_LONG_ENDS = ("ā", "ī", "ū", "á")
_FEMININE = ("aẗ", "ẗ")


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
    stems: dict[int, Stem] = {}
    for i, piece in enumerate(pieces):
        if piece.word and (stem := stem_of(piece.word)) is not None:
            stems[i] = stem
    places = list(stems)
    _read_ali(places, stems)
    whole = [stem for i, stem in stems.items() if i not in halves]
    prose = is_prose(whole) if kind == "any" else kind != "name"
    if prose:
        names = _beside_names(places, stems) | halves
        numbers = frozenset(n for n, i in enumerate(places) if i in names)
        found = placed([pieces[i].word for i in places], numbers)
        stems.update((i, stem) for i, stem in zip(places, found, strict=True) if stem)
    spaced = [_is_spaced(pieces, a, b) for a, b in pairwise(places)]
    line = list(stems.values())
    proper = proper_of(line, prose, kind, spaced)
    for n, place in enumerate(places if halves else ()):
        if place in halves:
            proper[n] = not pieces[place].apart
    roles = [_role(line, n) for n in range(len(line))]
    words: dict[int, Word] = {}
    for n, place in enumerate(places):
        before = n - 1 if n and spaced[n - 1] else None
        after = n + 1 if n < len(spaced) and spaced[n] else None
        stem = line[n]
        if stem.sense == "verb" or stem.capital < MOSTLY:
            stem = in_mood(line, n, before, after is None)
            stem = in_case(line, n, before) if stem is line[n] else stem
        piece = pieces[place]
        contexts = _contexts_of(
            line[n],
            None if before is None else line[before],
            None if after is None else line[after],
            _Around(
                roles[n],
                "" if before is None else roles[before],
                (n == 0, n + 1 == len(line), proper[n], piece.glued, piece.apart),
                before is not None and proper[before],
                after is not None and proper[after],
                prose,
                after is None and _is_dated(pieces, place),
                prose and after is not None and _is_chained(line, n),
            ),
        )
        words[place] = Word(
            piece.start,
            piece.end,
            piece.word,
            stem,
            contexts,
            proper[n],
            roles[n],
            before is not None,
        )
    return Sentence(tuple(pieces), words, kind == "title")


def _read_ali(places: list[int], stems: dict[int, Stem]) -> None:
    """Among names alone على is no preposition but ʻAlī, as it is written along the Nile."""
    found = [i for i in places if stems[i].bare == _UPON and not stems[i].prefixes]
    found = [i for i in found if not _is_common(places, stems, i)]
    if not found:
        return
    others = [stems[i] for i in places if i not in found]
    if any(map(is_given, others)) and not is_prose(others):
        ali = stem_of(_ALI)
        stems.update((i, ali) for i in found if ali)


def _is_common(places: list[int], stems: dict[int, Stem], place: int) -> bool:
    """Whether the word behind a place is a common noun: wardah ʻalá jabīn al-Quds."""
    n = places.index(place) + 1
    after = stems[places[n]] if n < len(places) else None
    return after is not None and after.sense in ("noun", "plural") and not is_given(after)


def _beside_names(places: list[int], stems: dict[int, Stem]) -> set[int]:
    """Places of words in running text that are read as names: behind ibn, abū or a given name."""
    found: set[int] = set()
    for before, place in pairwise(places):
        earlier, stem = stems[before], stems[place]
        if stem.prefixes or stem.capital < MOSTLY:
            continue
        if earlier.units == _ALLAH or (earlier.article and earlier.bare == _DIN):
            found.add(place)  # Saʻd Allāh Wannūs
        if earlier.article:
            continue
        if earlier.kind in ("head", "filiation") or is_given(earlier):
            found.add(place)
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


class _Around(NamedTuple):
    """What is known of a stem and its neighbours; `plain` answers the terms of `_PLAIN`."""

    role: str
    role_before: str
    plain: tuple[bool, ...]
    proper_before: bool
    proper_after: bool
    prose: bool
    dated: bool
    chained: bool


_PLAIN = ("first", "last", "proper", "glued", "apart")


# The same few sets of terms come again and again; one object each keeps comparing them cheap.
_SETS: dict[tuple[str, ...], frozenset[str]] = {}


def _contexts_of(
    stem: Stem, before: Stem | None, after: Stem | None, around: _Around
) -> frozenset[str]:
    """The terms of context of a word; neighbours are those that only space parts from it."""
    terms = tuple(_terms(stem, before, after, around))
    found = _SETS.get(terms)
    if found is None:
        found = _SETS[terms] = frozenset(terms)
    return found


def _terms(stem: Stem, before: Stem | None, after: Stem | None, around: _Around) -> list[str]:
    found = list(compress(_PLAIN, around.plain))
    if around.role == "<allāh>":
        found.append("divine")
    if stem.bare == _SHORT_IBN:
        found.append("short")
    if after is None:
        found.append("pause")
        if around.dated and stem.bare == _YEAR:
            found.append("construct")
    else:
        if after.article and not after.prefixes:
            found.append("before-article")
        elif after.units == _ALLAH and not after.prefixes:
            found.append("before-allah")
        if around.chained or _is_construct(stem, after, around.proper_after, around.prose):
            found.append("construct")
    if before is not None:
        found += _after(stem, before, around.role, around.role_before)
        if after is not None and around.proper_before and is_person(before):
            found.append("between")
    return found


def _after(stem: Stem, earlier: Stem, role: str, role_before: str) -> tuple[str, ...]:
    """What a word has of the word before it."""
    vowel = ("after-vowel",) if _ends_in_vowel(earlier) else ()
    if stem.prefixes:
        return vowel
    if earlier.bare == _HOUSE:
        return (*vowel, "after-house")
    if earlier.bare == _BISM and role == "<allāh>":
        return (*vowel, "after-bism")
    if role_before in _BEHIND:
        return (*vowel, *_BEHIND[role_before])
    if _is_tail(stem, role, earlier) or (earlier.kind == "head" and stem.article):
        return (*vowel, "compound")
    return vowel


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


def _ends_in_vowel(stem: Stem) -> bool:
    if not stem.units:
        return False
    last = stem.units[-1]
    return last in _LONG_ENDS or last in ("a", "i", "u") or stem.units[-2:] == ("i", "yy")


def _is_construct(stem: Stem, following: Stem, proper: bool, prose: bool) -> bool:
    """Whether the next word determines a word on tāʾ marbūṭa.

    It does if it has the article or is a name, and the word itself has none and is no one's
    name. Before a bare noun the habit of the word decides; an adjective that agrees does not
    determine (madīnah kabīrah).
    """
    if stem.article or not stem.units or stem.units[-1] not in _FEMININE:
        return False
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
    if following.units and following.units[-1] in _FEMININE and not is_given(following):
        return following.construct > MOSTLY
    if proper:
        return stem.construct > 0.0 or (stem.construct == 0.0 and stem.capital < MOSTLY)
    return stem.construct >= 0.2


def _is_chained(line: list[Stem], n: int) -> bool:
    """Whether a word on tāʾ marbūṭa opens a chain of genitives: mawsūʻat tārīkh al-Urdun.

    So do the noun behind it and a name or a noun with the article behind that; and a noun that says
    what somebody did for a book, before who did it (murājaʻat lajnah).
    """
    stem, after = line[n], line[n + 1]
    if stem.article or not stem.units or stem.units[-1] not in _FEMININE:
        return False
    if after.article or after.prefixes or after.kind or after.sense not in ("noun", "plural"):
        return False
    last = line[n + 2] if n + 2 < len(line) else None
    if not n and states(stem) and (after.units[-1] not in _FEMININE or is_of(last)):
        return True
    if last is None or last.prefixes or after.units[-2:] == ("yy", "aẗ"):
        return False
    return last.article or last.capital >= MOSTLY


def _is_nisba(stem: Stem) -> bool:
    """Whether a word is an adjective in -ī or -īyah."""
    return stem.units[-1:] == ("ī",) or stem.units[-2:-1] == ("yy",)
