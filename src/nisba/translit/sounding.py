"""The engine of standards that write sounds: rules of units in context, applied to one word.

Third step of romanization. A word is a row of units: prefixes, article, the sounds of the stem, its
ending. At each place the rule that fits best is applied: the one that reads more units, then the
one that asks for more context. What a standard is, its rules say; this module knows none by name.
"""

import functools
import unicodedata
from typing import NamedTuple

from nisba.sounds.units import CONSONANTS, VOWELS
from nisba.translit.letter_units import single_of
from nisba.translit.orthography import is_double
from nisba.translit.scheme_types import CONTEXTS, Rule, Scheme
from nisba.translit.stems import Stem

SUN = frozenset(("t", "th", "d", "dh", "r", "z", "s", "sh", "ṣ", "ḍ", "ṭ", "ẓ", "l", "n"))
"""The consonants to which the article's l is assimilated in speech."""

_RANK = {term: rank for rank, term in enumerate(CONTEXTS)}
_HERE = ("initial", "medial", "final", "digraph")  # terms that ask for the place in the word
_SPACE = "<space>"
_APART = "apart"
_SLOT = "{}"


_CACHE = 200_000


class Fired(NamedTuple):
    """A rule that fired, and what it wrote."""

    rule: str
    output: str


class Written(NamedTuple):
    """A word as a standard writes it, the rules that fired, and the units that none could write."""

    text: str
    fired: tuple[Fired, ...]
    left: tuple[str, ...] = ()


class _Ready(NamedTuple):
    """A rule, and what is asked at every place: terms of the text, and terms of the place itself.

    `strength` is the number of units read, of terms of context, and the rank of the highest term;
    `whole` says that the rule writes a whole word.
    """

    rule: Rule
    strength: tuple[int, int, int]
    whole: bool
    around: frozenset[str]
    here: tuple[str, ...]


class _Place(NamedTuple):
    """A rule that fits at a place, and the place behind it."""

    ready: _Ready
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
        """Sort the rules by their first unit."""
        self.capitals = scheme.features.get("capitals", "proper")
        self._rules: dict[str, list[_Ready]] = {}
        for rule in scheme.rules:
            self._rules.setdefault(rule.units[0], []).append(_ready(rule))
        self._ranked: dict[tuple[str, ...], list[_Ready]] = {}
        self._asked = frozenset(term for rule in scheme.rules for term in rule.context)
        self._spaces: dict[frozenset[str], Fired] = {}
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
            (rule, _, whole, *_), end = found
            output = self._filled(rule, row, at)
            if whole:
                capital_due = False
            elif capital_due and output and row.start <= at < row.end:
                output, capital_due = _capitalised(output)
            parts.append(output)
            fired.append(Fired(rule.id, output))
            at = end
        return Written("".join(parts), tuple(fired), tuple(left))

    def space(self, contexts: frozenset[str]) -> Fired:
        """What stands between two words, by the context of the second.

        Where a non-joiner stands, nothing is written, if no rule asks for it.
        """
        found = self._spaces.get(contexts)
        if found is None:
            found = self._spaces[contexts] = self._space(contexts)
        return found

    def _space(self, contexts: frozenset[str]) -> Fired:
        apart = _APART in contexts
        for rule, *_ in self._of((_SPACE,)):
            if rule.context <= contexts and (_APART in rule.context or not apart):
                return Fired(rule.id, rule.output)
        return Fired("", "" if apart else " ")

    def _of(self, firsts: tuple[str, ...]) -> list[_Ready]:
        """The rules that begin with one of some units, the strongest first; of equals, those of the
        earlier unit.
        """
        found = self._ranked.get(firsts)
        if found is None:
            rules = [rule for first in firsts for rule in self._rules.get(first, ())]
            found = sorted(rules, key=lambda ready: ready.strength, reverse=True)
            self._ranked[firsts] = found
        return found

    def _best(self, row: "_Row", at: int) -> _Place | None:
        """The strongest rule that fits at a place."""
        for ready in self._of(self._firsts(row, at)):
            end = _end_of(ready.rule, row, at) if ready.around <= row.contexts else 0
            if end and self._holds(ready, row, at, end):
                return _Place(ready, end)
        return None

    def _firsts(self, row: "_Row", at: int) -> tuple[str, ...]:
        """The units by which rules are looked up at a place: of a word as a whole, and of a sound
        of the stem its kind.
        """
        unit = row.units[at]
        if at == row.start:
            whole = [first for first in row.whole if first in self._rules]
            return (*whole, unit, _class_of(unit)) if at < row.end else (*whole, unit)
        return (unit, _class_of(unit)) if row.start < at < row.end else (unit,)

    def _holds(self, ready: _Ready, row: "_Row", at: int, end: int) -> bool:
        """Whether the terms are true that ask for the place itself."""
        for term in ready.here:
            if term == "initial":
                true = at == row.start
            elif term == "final":
                true = end == row.end
            elif term == "medial":
                true = row.start < at and end < row.end
            else:
                true = _width(self._single(row, at)) > 1
            if not true:
                return False
        return True

    def _single(self, row: "_Row", at: int) -> str:
        """What the single consonant of a doubled one gives at a place."""
        single = single_of(row.units[at])
        alone = row._replace(units=(*row.units[:at], single, *row.units[at + 1 :]))
        for ready in self._of((single,)):
            fits = len(ready.rule.units) == 1 and ready.around <= row.contexts
            if fits and self._holds(ready, alone, at, at + 1):
                return ready.rule.output
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


def _ready(rule: Rule) -> _Ready:
    rank = max((_RANK.get(term, 0) for term in rule.context), default=-1)
    width = sum(100 if _is_whole(unit) else 1 for unit in rule.units)
    here = tuple(term for term in rule.context if term in _HERE)
    strength = width, len(rule.context), rank
    return _Ready(rule, strength, _is_whole(rule.units[-1]), rule.context.difference(here), here)


def _is_whole(unit: str) -> bool:
    """Whether a unit of a rule stands for a whole word."""
    return unit[0] == "=" or (unit[0] == "<" and unit != _SPACE)


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
