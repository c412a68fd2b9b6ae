"""The parts that no other answers: which contradict each other, which one side lacks.

A part that both names have, each its own, contradicts; a part that only one name has is missing
in the other. Each stands here with its role in words: the given name, the father's name.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from nisba.names.types import Kind, Name, Part

if TYPE_CHECKING:  # compare.py imports this module when a comparison is told
    from nisba.match.compare import Comparison


class Role(StrEnum):
    """What a part is to its bearer, in plain words."""

    GIVEN = "given name"
    FATHER = "father's name"
    FOREFATHER = "forefather's name"
    MIDDLE = "middle name"
    LAST = "last name"
    FAMILY = "family name"
    KUNYA = "kunya"
    EPITHET = "epithet"
    TITLE = "title"
    INITIAL = "initial"
    ONLY = "name"


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two parts in one place of two names, neither of which answers the other."""

    left: Part
    right: Part
    left_role: Role
    right_role: Role


@dataclass(frozen=True, slots=True)
class Missing:
    """A part of one name (`side`: "left" or "right") that the other lacks."""

    side: str
    part: Part
    role: Role


_OF_KIND = {
    Kind.TITLE: Role.TITLE,
    Kind.KUNYA: Role.KUNYA,
    Kind.INITIAL: Role.INITIAL,
    Kind.NISBA: Role.FAMILY,
}


def role_of(part: Part, name: Name) -> Role:
    """The role of a part in its name, of which it is one.

    >>> from nisba.names import parse
    >>> name = parse("Dr. Ali Abdullah al-Zaydi")
    >>> [str(role_of(part, name)) for part in name.parts]
    ['title', 'given name', "father's name", 'family name']
    """
    if role := _OF_KIND.get(part.kind):
        return role
    place = 0
    for other in name.parts:
        if other is part:
            break
        place += _in_chain(other)
    else:
        return Role.ONLY  # initials and nothing else, compared as one word
    last = part is name.parts[-1]
    if part.head == "al" or _is_byname(part):
        return Role.FAMILY if last else Role.EPITHET
    if part.kind is Kind.NASAB:
        return Role.FATHER if place <= 1 else Role.FOREFATHER
    if place == 0:
        return Role.ONLY if last else Role.GIVEN
    if last:
        return Role.LAST
    if part.kind is Kind.NAME:
        return Role.MIDDLE
    return Role.FATHER if place == 1 else Role.FOREFATHER


def _in_chain(part: Part) -> bool:
    """Whether a part may stand in the chain from the bearer to the forefathers."""
    return part.kind not in (Kind.TITLE, Kind.KUNYA) and not _is_byname(part)


def _is_byname(part: Part) -> bool:
    """Whether a part is an epithet or a family name by its article, and no compound (Abd al-X)."""
    return part.article and not (part.head or part.tail or part.filiation)


def unanswered(
    comparison: "Comparison",
) -> tuple[tuple[Contradiction, ...], tuple[Missing, ...]]:
    """What contradicts and what is missing; each unanswered part stands in one of the two.

    Parts of one role are set against each other first, then the others in their order.

    >>> from nisba import compare
    >>> (found,), missing = unanswered(compare("Hassan Nasrallah", "Hussein Nasrallah"))
    >>> found.left.text, found.right.text, str(found.left_role), missing
    ('Hassan', 'Hussein', 'given name', ())
    """
    left = [(p, role_of(p, comparison.left)) for p in comparison.unanswered_left]
    right = [(p, role_of(p, comparison.right)) for p in comparison.unanswered_right]
    found: list[Contradiction] = []
    for alike in (_one_role, _any_role) if left and right else ():
        for one in list(left):
            other = next((o for o in right if alike(one[1], o[1])), None)
            if other is not None:
                found.append(Contradiction(one[0], other[0], one[1], other[1]))
                left.remove(one)
                right.remove(other)
    if len(found) > 1:
        order = {p.start: i for i, p in enumerate(comparison.left.parts)}
        found.sort(key=lambda pair: order.get(pair.left.start, 0))
    return tuple(found), (*_missing("left", left), *_missing("right", right))


def _one_role(a: Role, b: Role) -> bool:
    last = (Role.LAST, Role.FAMILY)
    return a is b or (a in last and b in last)


def _any_role(a: Role, b: Role) -> bool:
    return True


def _missing(side: str, parts: Sequence[tuple[Part, Role]]) -> tuple[Missing, ...]:
    return tuple(Missing(side, part, role) for part, role in parts)
