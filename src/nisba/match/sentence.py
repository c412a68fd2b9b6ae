"""A comparison in one sentence, for one cell of a table: what answers, what speaks against it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from nisba.match.facts_told import FACTS
from nisba.match.types import Verdict
from nisba.match.unanswered import Contradiction, Missing, Role, unanswered
from nisba.match.words import stands_beside, words
from nisba.names.types import Part
from nisba.text.columns import in_place, legible

if TYPE_CHECKING:  # compare.py imports this module when a comparison is told
    from nisba.match.compare import Comparison

LONGEST = 200
"""Characters of a sentence, at most."""

_ROOMS = ((40, 3), (24, 3), (14, 2), (8, 1))
"""Characters that a part may take, and how many are named; the first pair that fits is used."""
_APART = -2.0
"""Bits below identity from which a pair is said to be apart, where the verdict is not sure."""
_TOLD = 1.5
"""Bits from which it is said what stands beside the parts: an article says less."""
_LAST = (Role.LAST, Role.FAMILY)


@dataclass(frozen=True, slots=True)
class Clauses:
    """The clauses of a sentence; an empty one is unsaid."""

    agrees: str
    differs: str
    rest: str

    def __str__(self) -> str:
        joint = ", but " if "=" in self.agrees else ": "
        said = f"{self.agrees}{joint}{self.differs}" if self.differs else self.agrees
        return f"{said}; {self.rest}" if self.rest else said


def sentence(comparison: "Comparison") -> str:
    """The comparison in one sentence of at most 200 characters, without a line end.

    Long parts are shortened, controls left out, many parts counted.

    >>> from nisba import compare
    >>> sentence(compare("Mustafa al-Kazemi", "Moustafa Kadhimi"))
    'Mustafa = Moustafa, al-Kazemi = Kadhimi; every part is answered.'
    >>> sentence(compare("Hassan Nasrallah", "Hussein Nasrallah"))
    'Nasrallah = Nasrallah, but the given names differ (Hassan, Hussein).'
    """
    said = str(clauses(comparison))
    return f"{said if len(said) < LONGEST else said[: LONGEST - 2] + chr(0x2026)}."


def clauses(comparison: "Comparison") -> Clauses:
    """What the sentence says, in its clauses, short enough for a cell."""
    found = [_clauses(comparison, *_ROOMS[0])]
    for room, few in _ROOMS[1:]:
        if len(str(found[-1])) < LONGEST:
            break
        found.append(_clauses(comparison, room, few))
    return found[-1]


def _clauses(comparison: "Comparison", room: int, few: int) -> Clauses:
    contradictions, missing = unanswered(comparison)
    pairs = _pairs(comparison, room)
    agrees = _some(pairs, few) or "no part answers another"
    if len(pairs) == 1 and missing and not contradictions:
        agrees = f"only {agrees} answers"
    rest = _beside(comparison)
    if missing:
        rest = [_lacking(missing, room, few), *rest]
    elif pairs and not contradictions:
        rest = ["every part is answered", *rest]
    differs = _some([_differing(c, room) for c in contradictions], few, "; ")
    return Clauses(agrees, differs, "; ".join(rest))


def _pairs(comparison: "Comparison", room: int) -> list[str]:
    """The parts that answer each other, as `left = right`."""
    said = []
    for left, right, link in comparison.answered:
        pair = f"{_shown(left, room)} = {_shown(right, room)}"
        if link.deficit < _APART and comparison.verdict is not Verdict.SAME:
            pair += f" ({-link.deficit:.1f} bits apart)"
        said.append(pair)
    return said


def _differing(found: Contradiction, room: int) -> str:
    left, right = _shown((found.left,), room), _shown((found.right,), room)
    if found.left_role in _LAST and found.right_role in _LAST:
        return f"the last names differ ({left}, {right})"
    if found.left_role is found.right_role and found.left_role is not Role.ONLY:
        return f"the {found.left_role}s differ ({left}, {right})"
    return f"{left} and {right} differ"


def _lacking(missing: Sequence[Missing], room: int, few: int) -> str:
    shown = [_shown((found.part,), room) for found in missing]
    return f"{_some(shown, few)} {'is' if len(shown) == 1 else 'are'} missing"


def _beside(comparison: "Comparison") -> list[str]:
    """What was weighed beside the parts, and gave more than a little; facts are told elsewhere."""
    return [
        words(name, bits)
        for name, _, bits in comparison.weighed
        if stands_beside(name) and name not in FACTS and abs(bits) >= _TOLD
    ]


def _shown(parts: Sequence[Part], room: int) -> str:
    return _cell(" ".join([part.text for part in parts]), room)


@lru_cache(maxsize=2**16)
def _cell(text: str, room: int) -> str:
    return in_place(legible(text, room))


def _some(shown: Sequence[str], few: int, joint: str = ", ") -> str:
    """The first few, and how many more."""
    more = len(shown) - few
    return joint.join(shown[:few]) + (f" and {more} more" if more > 0 else "")
