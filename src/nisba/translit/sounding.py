"""The engine of standards that write sounds: rules of units in context, applied to one word.

Third step of romanization. A word is a row of units: prefixes, article, the sounds of the stem, its
ending. At each place the rule that fits best is applied: the one that reads more units, then the
one that asks for more context. What a standard is, its rules say; this module knows none by name.
"""

import functools
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from nisba.sounds.units import CONSONANTS, VOWELS
from nisba.translit.letter_units import single_of
from nisba.translit.orthography import is_double
from nisba.translit.scheme_types import CONTEXTS, Rule, Scheme
from nisba.translit.stems import Stem

SUN = frozenset(("t", "th", "d", "dh", "r", "z", "s", "sh", "ṣ", "ḍ", "ṭ", "ẓ", "l", "n"))
"""The consonants to which the article's l is assimilated in speech."""

_RANK = {term: rank for rank, term in enumerate(CONTEXTS)}
_SPACE = "<space>"
_APART = "apart"
_SLOT = "{}"


_CACHE = 200_000
_Strength = tuple[int, int, int]


class Fired(NamedTuple):
    """A rule that fired, and what it wrote."""

    rule: str
    output: str


class Written(NamedTuple):
    """A word as a standard writes it, the rules that fired, and the units that none could write."""

    text: str
    fired: tuple[Fired, ...]
    left: tuple[str, ...] = ()


class _Place(NamedTuple):
    """A rule that fits at a place, and the place behind it."""

    rule: Rule
    end: int


class Engine:
    """The rules of one standard, ready to write words.

    >>> from nisba.translit.schemes import load_scheme
    >>> from nisba.translit.stems import stem_of
    >>> stem = stem_of("\u0627\u0644\u0634\u0645\u0633")  # الشمس
    >>> [engine_of(load_scheme(s)).write(stem, frozenset(), "", True).text for s in _TWO]
    ['al-Shams', 'aš-Šams']
    """

    def __init__(self, scheme: Scheme) -> None:
        """Sort the rules by their first unit, the strongest first."""
        self.capitals = scheme.features.get("capitals", "proper")
        self._rules: dict[str, list[tuple[_Strength, Rule]]] = {}
        for rule in sorted(scheme.rules, key=_strength, reverse=True):
            self._rules.setdefault(rule.units[0], []).append((_strength(rule), rule))
        self._asked = frozenset(term for rule in scheme.rules for term in rule.context)
        self._narrowed: dict[frozenset[str], frozenset[str]] = {}
        self._kept: dict[tuple[int, frozenset[str], str, bool], tuple[Stem, Written]] = {}

    def write(self, stem: Stem, contexts: frozenset[str], role: str, capital: bool) -> Written:
        """One word; `contexts` are its terms from `nisba.translit.words`."""
        # Names are Zipfian. The stem is kept with its answer, so that its id stays its own; terms
        # that no rule asks for make no other answer.
        narrow = self._narrowed.get(contexts)
        if narrow is None:
            narrow = self._narrowed[contexts] = contexts & self._asked
        contexts = narrow
        key = (id(stem), contexts, role, capital)
        kept = self._kept.get(key)
        if kept is not None:
            return kept[1]
        if len(self._kept) > _CACHE:
            self._kept.clear()
        found = self._write(stem, contexts, role, capital)
        self._kept[key] = stem, found
        return found

    def _write(self, stem: Stem, contexts: frozenset[str], role: str, capital: bool) -> Written:
        row = _row_of(stem, contexts, role)
        parts: list[str] = []
        fired: list[Fired] = []
        left: list[str] = []
        at = 0
        capital_due = capital
        while at < len(row.units):
            found = self._best(row, at)
            if found is None:
                left.append(row.units[at])
                at += 1
                continue
            rule, end = found
            output = self._filled(rule, row, at)
            if row.start <= at < row.end and not _is_whole(rule.units[-1]):
                if capital_due and output:
                    output, capital_due = _capitalised(output)
            elif _is_whole(rule.units[-1]):
                capital_due = False
            parts.append(output)
            fired.append(Fired(rule.id, output))
            at = end
        return Written("".join(parts), tuple(fired), tuple(left))

    def space(self, contexts: frozenset[str]) -> Fired:
        """What stands between two words, by the context of the second.

        Where a non-joiner stands, nothing is written, if no rule asks for it.
        """
        apart = _APART in contexts
        for _, rule in self._rules.get(_SPACE, ()):
            if rule.context <= contexts and (_APART in rule.context or not apart):
                return Fired(rule.id, rule.output)
        return Fired("", "" if apart else " ")

    def _best(self, row: "_Row", at: int) -> _Place | None:
        """The strongest rule that fits at a place."""
        best: tuple[_Strength, _Place] | None = None
        for first in _firsts(row, at):
            for strength, rule in self._rules.get(first, ()):
                if best is not None and strength <= best[0]:
                    break
                end = _end_of(rule, row, at)
                if end and self._holds(rule, row, at, end):
                    best = strength, _Place(rule, end)
                    break
        return best[1] if best else None

    def _holds(self, rule: Rule, row: "_Row", at: int, end: int) -> bool:
        if not rule.context:
            return True
        for term in rule.context:
            if term == "initial":
                true = at == row.start
            elif term == "final":
                true = end == row.end
            elif term == "medial":
                true = row.start < at and end < row.end
            elif term == "digraph":
                true = _width(self._single(row, at)) > 1
            else:
                true = term in row.contexts
            if not true:
                return False
        return True

    def _single(self, row: "_Row", at: int) -> str:
        """What the single consonant of a doubled one gives at a place."""
        single = single_of(row.units[at])
        alone = row._replace(units=(*row.units[:at], single, *row.units[at + 1 :]))
        for _, rule in self._rules.get(single, ()):
            if len(rule.units) == 1 and self._holds(rule, alone, at, at + 1):
                return rule.output
        return ""

    def _filled(self, rule: Rule, row: "_Row", at: int) -> str:
        """The rule's output, its slots filled with a single consonant."""
        if _SLOT not in rule.output:
            return rule.output
        # An article takes the consonant that begins the stem, a doubled consonant its own.
        of = row.start if rule.units[0].endswith("+") else at
        return rule.output.replace(_SLOT, self._single(row, of))


_TWO = ("ala-lc", "din-31635")


class _Row(NamedTuple):
    """The units of a word; its stem is `units[start:end]`."""

    units: tuple[str, ...]
    start: int
    end: int
    contexts: frozenset[str]
    whole: tuple[str, ...]


def _row_of(stem: Stem, contexts: frozenset[str], role: str) -> _Row:
    before = [prefix + "+" for prefix in stem.prefixes]
    more: set[str] = set()
    if stem.prefixes:
        more.add("after-prefix")
        if stem.prefixes[-1] == "li":
            more.add("after-li")
    if stem.article:
        before.append("al+")
        if stem.units and single_of(stem.units[0]) in SUN:
            more.add("sun")
    behind = ["+" + stem.ending] if stem.ending else []
    if stem.defective:
        more.add("defective")
    if stem.suffix:
        behind.append("~" + stem.suffix)
    start = len(before)
    end = start + len(stem.units)
    whole = ("=" + stem.bare, role) if role else ("=" + stem.bare,)
    if before[:1] not in ([], ["al+"]):
        contexts -= {"first"}  # what follows a prefix does not open the text
    return _Row((*before, *stem.units, *behind), start, end, contexts | more, whole)


def _strength(rule: Rule) -> "_Strength":
    """Units read, terms of context, and the rank of the highest term."""
    rank = max((_RANK.get(term, 0) for term in rule.context), default=-1)
    width = sum(100 if _is_whole(unit) else 1 for unit in rule.units)
    return width, len(rule.context), rank


def _is_whole(unit: str) -> bool:
    """Whether a unit of a rule stands for a whole word."""
    return unit[0] == "=" or (unit[0] == "<" and unit != _SPACE)


def _firsts(row: _Row, at: int) -> Iterator[str]:
    """The units by which rules are looked up at a place."""
    if at == row.start:
        yield from row.whole
    unit = row.units[at]
    yield unit
    if row.start <= at < row.end:
        if unit in VOWELS:
            yield "V"
        else:
            yield "CC" if is_double(unit) else "C"


def _end_of(rule: Rule, row: _Row, at: int) -> int:
    """The place behind a rule's units, or 0 where they do not stand here."""
    for unit in rule.units:
        if _is_whole(unit):
            if at != row.start or unit not in row.whole:
                return 0
            at = row.end
            continue
        if at >= len(row.units):
            return 0
        here = row.units[at]
        if unit in ("C", "CC", "V"):
            if not row.start <= at < row.end or unit != _class_of(here):
                return 0
        elif unit != here:
            return 0
        at += 1
    return at


@functools.cache
def _class_of(unit: str) -> str:
    if unit in VOWELS:
        return "V"
    if unit in CONSONANTS:
        return "C"
    return "CC" if is_double(unit) else ""


def _width(output: str) -> int:
    return sum(not unicodedata.combining(char) for char in output)


def _capitalised(output: str) -> tuple[str, bool]:
    """The output with its first cased letter as a capital, and whether one is still due."""
    for i, char in enumerate(output):
        if char.lower() != char.upper():
            return output[:i] + char.upper() + output[i + 1 :], False
    return output, True


@functools.cache
def engine_of(scheme: Scheme) -> Engine:
    """The engine of a standard, made once."""
    return Engine(scheme)
