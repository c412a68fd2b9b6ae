"""The words of a text in their places: what each is to its neighbours, before anything is written.

Second step of romanization, between `pieces` and the engine. Each word gets its stem and the terms
of context that rules may ask for (construct state, compound, first, after a vowel …; the list is
in `gazetteers/README.md`). Nothing here knows a standard.
"""

import functools
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from nisba.names.lexicon import joins
from nisba.names.words import read
from nisba.sounds.units import Form
from nisba.text.scripts import Script
from nisba.translit.pieces import Piece, pieces_of
from nisba.translit.prose import grammar_words
from nisba.translit.stems import Stem, stem_of

_IBN, _SHORT_IBN = "\u0627\u0628\u0646", "\u0628\u0646"  # ابن بن
_BINT = ("\u0628\u0646\u062a", "\u0627\u0628\u0646\u0629")  # بنت ابنة
_ABD = "\u0639\u0628\u062f"  # عبد
_ALLAH: Form = ("ʼ", "a", "ll", "ā", "h")
_DIN = "\u062f\u064a\u0646"  # دين
_HOUSE = "\u0622\u0644"  # آل
_FATHERS = ("ʼabū", "ʼabī", "ʼabā", "ʼumm", "bū")
_LONG_ENDS = ("ā", "ī", "ū", "á")
_FEMININE = ("aẗ", "ẗ")
_FUNCTION = frozenset(
    {"preposition", "conjunction", "particle", "verb", "pronoun", "demonstrative", "relative"}
)
_MOSTLY = 0.5
_SUFFIXES = ("h", "hā", "hum", "humā", "hunna")


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
    """A text as words and what stands between: `words` by the number of their piece."""

    pieces: tuple[Piece, ...]
    words: dict[int, Word]


def sentence_of(text: str) -> Sentence:
    """The words of a text in their contexts.

    >>> s = sentence_of("\u0648\u0632\u0627\u0631\u0629 \u0627\u0644\u062a\u0631\u0628\u064a\u0629")
    >>> sorted(s.words[0].contexts)  # وزارة التربية
    ['before-article', 'construct', 'first', 'proper']
    """
    pieces = pieces_of(text)
    places = [i for i, piece in enumerate(pieces) if piece.word]
    stems = {i: stem for i in places if (stem := stem_of(pieces[i].word)) is not None}
    prose = _is_prose([stems[i] for i in places if i in stems])
    if prose:
        stems = {i: stem_of(pieces[i].word, True) or stem for i, stem in stems.items()}
    places = [i for i in places if i in stems]
    spaced = [_is_spaced(pieces, a, b) for a, b in pairwise(places)]
    line = [stems[i] for i in places]
    proper = _proper(line, prose)
    roles = [_role(line, n) for n in range(len(line))]
    words: dict[int, Word] = {}
    for n, place in enumerate(places):
        before = n - 1 if n and spaced[n - 1] else None
        after = n + 1 if n < len(spaced) and spaced[n] else None
        stem = _in_case(line, n, before)
        contexts = _contexts(line, roles, n, before, after, proper, prose)
        piece = pieces[place]
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
    return Sentence(tuple(pieces), words)


def _is_spaced(pieces: list[Piece], first: int, second: int) -> bool:
    """Whether nothing but space stands between two pieces."""
    return all(not p.word and p.text.isspace() for p in pieces[first + 1 : second])


def _is_prose(line: list[Stem]) -> bool:
    """Whether the words are running text: one of them is of the kind that no name holds."""
    named = any(stem.kind == "head" or _is_given(stem) for stem in line)
    return any(
        stem.kind in _FUNCTION
        or stem.kind == "credit"
        or stem.prefixes
        or (stem.known and stem.capital < _MOSTLY and stem.kind != "filiation")
        or (not named and stem.article and 0.0 <= stem.inner < _MOSTLY)
        for stem in line
    )


def _proper(line: list[Stem], prose: bool) -> list[bool]:
    """Which words are names: those that texts write with a capital, oftener than not.

    An unlisted word is one beside a name. The noun that opens a title is written like a name.
    """
    found = [stem.capital >= _MOSTLY for stem in line]
    for n, stem in enumerate(line[1:], 1):
        before = line[n - 1]
        if stem.prefixes or not (found[n - 1] or before.kind == "filiation"):
            continue
        if stem.reading.origin == "model":
            found[n] |= not (before.article and stem.article)
        # What follows a mark of descent, or an epithet of a person, is a name.
        found[n] |= before.kind in ("head", "filiation")
        found[n] |= stem.article and not before.article and _is_given(before)
    if line and line[-1].kind == "head":
        found[-1] = False
    if prose and len(line) > 1 and _opens_title(line[0]):
        found[0] = True
    head = False
    for n, stem in enumerate(line):
        if _is_institution(stem):
            head = True
        elif stem.kind in _FUNCTION or stem.kind == "credit" or "wa" in stem.prefixes[:-1]:
            head = False
        if head and len(line) > 1:
            found[n] = True
    return found


def _is_institution(stem: Stem) -> bool:
    """Whether a noun opens the name of a body, as wizārah, ministry, does: all of it is a name."""
    word = grammar_words().get(stem.bare)
    return word is not None and word.kind == "institution" and not stem.prefixes


def _opens_title(stem: Stem) -> bool:
    """Whether a word is a noun by itself, and none that tells who made a book."""
    return not (stem.kind or stem.prefixes or stem.suffix) and not _has_pronoun(stem.units)


def _has_pronoun(units: Form) -> bool:
    return units[-2:] == ("h", "ā") or units[-3:] in (("h", "u", "m"), ("h", "i", "m"))


def _role(line: list[Stem], n: int) -> str:
    stem = line[n]
    after = line[n + 1] if n + 1 < len(line) else None
    if stem.article:
        return ""
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


def _contexts(
    line: list[Stem],
    roles: list[str],
    n: int,
    before: int | None,
    after: int | None,
    proper: list[bool],
    prose: bool,
) -> frozenset[str]:
    stem = line[n]
    found: set[str] = set()
    if n == 0:
        found.add("first")
    if n + 1 == len(line):
        found.add("last")
    if after is None:
        found.add("pause")
    if proper[n]:
        found.add("proper")
    if roles[n] == "<allāh>":
        found.add("divine")
    if stem.bare == _SHORT_IBN:
        found.add("short")
    if after is not None:
        following = line[after]
        if following.article and not following.prefixes:
            found.add("before-article")
        if following.units == _ALLAH and not following.prefixes:
            found.add("before-allah")
        if _is_construct(line, n, proper, prose):
            found.add("construct")
    if before is not None:
        found |= _after(line, roles, n, before)
        if after is not None and proper[before] and _is_person(line[before]):
            found.add("between")
    return frozenset(found)


def _after(line: list[Stem], roles: list[str], n: int, before: int) -> set[str]:
    """What a word has of the word before it."""
    stem, earlier = line[n], line[before]
    found: set[str] = set()
    if _ends_in_vowel(earlier):
        found.add("after-vowel")
    if stem.prefixes:
        return found
    if earlier.bare == _HOUSE:
        found.add("after-house")
    elif roles[before] in ("<ibn>", "<bint>"):
        found.add("after-ibn")
    elif roles[before] == "<abu>":
        found |= {"compound", "after-abu"}
    elif roles[before] == "<abd>":
        found |= {"compound", "after-abd"}
    elif _is_tail(stem, roles[n], earlier) or (earlier.kind == "head" and stem.article):
        found.add("compound")
    return found


def _is_tail(stem: Stem, role: str, earlier: Stem) -> bool:
    """Whether a word is the second half of a name like Naṣr Allāh or Nūr al-Dīn."""
    if role == "<allāh>":
        return _is_stem(earlier, "allah")
    return stem.bare == _DIN and stem.article and _is_stem(earlier, "din")


def _is_stem(stem: Stem, join: str) -> bool:
    """Whether the word makes names with the tail, as nūr does with al-Dīn."""
    if stem.article or stem.kind in _FUNCTION:
        return False
    return _joins(stem.bare, join)


@functools.lru_cache(maxsize=1 << 14)
def _joins(bare: str, join: str) -> bool:
    return joins(read(bare).bare, join, Script.ARABIC)


def _ends_in_vowel(stem: Stem) -> bool:
    if not stem.units:
        return False
    last = stem.units[-1]
    return last in _LONG_ENDS or last in ("a", "i", "u") or stem.units[-2:] == ("i", "yy")


def _is_construct(line: list[Stem], n: int, proper: list[bool], prose: bool) -> bool:
    """Whether the next word determines a word on tāʾ marbūṭa.

    It does if it has the article or is a name, and the word itself has none and is no one's
    name. Before a bare noun the habit of the word decides; an adjective that agrees does not
    determine (madīnah kabīrah).
    """
    stem, following = line[n], line[n + 1]
    if stem.article or not stem.units or stem.units[-1] not in _FEMININE:
        return False
    if following.prefixes:
        return False
    if following.kind in _FUNCTION:
        return following.kind == "particle" and stem.construct > _MOSTLY
    if following.units == _ALLAH:
        return True
    if _is_given(stem) and stem.construct < 0.3 and not (prose and not _is_nisba(following)):
        return False
    if following.article or following.kind == "filiation":
        return True
    if following.units and following.units[-1] in _FEMININE and not _is_given(following):
        return following.construct > _MOSTLY
    if proper[n + 1]:
        return stem.construct > 0.0 or (stem.construct == 0.0 and stem.capital < _MOSTLY)
    return stem.construct >= 0.2


def _is_nisba(stem: Stem) -> bool:
    """Whether a word is an adjective in -ī or -īyah."""
    return stem.units[-1:] == ("ī",) or stem.units[-2:-1] == ("yy",)


def _is_person(stem: Stem) -> bool:
    """Whether a word may be a person's name, and no noun that only opens a title."""
    return _is_given(stem) or not (0.0 <= stem.inner < _MOSTLY or stem.construct > 0.0)


def _is_given(stem: Stem) -> bool:
    """Whether a word is a person's given name, by the editors' lists."""
    return _joins(stem.bare, "given") or stem.bare in _given_names()


@functools.cache
def _given_names() -> frozenset[str]:
    from nisba._data import curated

    lines = curated("elements", "given.tsv").read_text(encoding="utf-8").splitlines()
    at = lines[0].split("\t").index("arabic")
    return frozenset(line.split("\t")[at] for line in lines[1:])


def _in_case(line: list[Stem], n: int, before: int | None) -> Stem:
    """The stem with the case vowel before its pronoun that its place asks for.

    Only where nothing is written: genitive behind a preposition, a prefix bi-, li-, ka- or a noun
    without article; else the nominative; behind wa- as the word before.
    """
    stem = line[n]
    at = _case_vowel(stem.units, stem)
    if at is None or stem.reading.origin == "written":
        return stem
    if any(prefix in ("bi", "li", "ka") for prefix in stem.prefixes):
        case = "i"
    elif before is None:
        case = "u"
    elif "wa" in stem.prefixes:
        earlier = _in_case_above(line, n)
        case = earlier or stem.units[at]
    elif line[before].kind == "preposition":
        case = "i"
    elif line[before].kind in _FUNCTION or line[before].article:
        case = stem.units[at]
    else:
        case = "i"
    units: Form = (*stem.units[:at], case, *_harmonised(stem.units[at + 1 :], case))
    suffix = {"u": "u", "i": "i"}[case] if stem.suffix else ""
    if units == stem.units and suffix == stem.suffix:
        return stem
    return replace(stem, units=units, suffix=suffix)


def _in_case_above(line: list[Stem], n: int) -> str:
    """The case vowel of the nearest word before that has one."""
    for stem in reversed(line[max(0, n - 4) : n]):
        at = _case_vowel(stem.units, stem)
        if at is not None:
            return "u"
    return ""


def _case_vowel(units: Form, stem: Stem) -> int | None:
    """Place of the case vowel before a pronoun, in a common noun; None where there is none."""
    if stem.kind or stem.article or stem.capital >= _MOSTLY or len(units) < 5:
        return None
    for size, ends in ((1, ("h",)), (2, ("hā", "hum", "him")), (4, ("humā", "himā"))):
        tail = "".join(units[-size - 1 :]) if size > 1 else units[-1]
        place = -2 if size == 1 else -size - 2
        if size == 1 and tail in ends and stem.suffix and units[place] in ("u", "i"):
            return len(units) + place
        if size == 2 and units[-2:] == ("h", "ā") and units[-3] in ("u", "i"):
            return len(units) - 3
        if size == 2 and units[-3:] in (("h", "u", "m"), ("h", "i", "m")):
            return len(units) - 4 if units[-4] in ("u", "i") else None
    return None


def _harmonised(tail: Form, case: str) -> Form:
    """The pronoun behind a case vowel: -uhum, but -ihim."""
    if len(tail) > 1 and tail[0] == "h" and tail[1] in ("u", "i"):
        return ("h", case, *tail[2:])
    return tail
