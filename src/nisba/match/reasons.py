"""A comparison taken apart, for people and programs: its parts, their letters, their bits.

`nisba.match.explain` prints what stands here. All bits add up: the units and the whole of a pair
to the pair, the pairs to the quantity `sound`, the quantities to the comparison.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from nisba.match.unanswered import Missing, Role, role_of, unanswered
from nisba.match.weights import value
from nisba.match.words import words
from nisba.names.types import Kind, Name, Part
from nisba.sounds.align import Aligned, align
from nisba.sounds.model import Sounded, SoundModel, load_model

if TYPE_CHECKING:  # compare.py imports this module when a comparison is told
    from nisba.match.compare import Comparison

_MOST_ASIDE = 12
"""Titles and the like that are shown one by one."""
_PATIENCE = 200
"""Pairs of parts that a process tells of before loops are compiled, which takes long once."""
_told = count()


@dataclass(frozen=True, slots=True)
class Pair:
    """Parts of two names set side by side, with the letters that answer each other.

    `bits` is the share of the pair in the evidence if it `answers`; if it contradicts, how far its
    two parts stay below identity (0 or less), which is no share of anything. `form` is the hidden
    form behind both, `listed` whether the lexicon knows it, `whole` what is left of the bits when
    the units are told: what the form as a whole gives, and Abd, Abu, al-Din around it. `joined`
    shows how a compound was cut; its units are those of the core.
    """

    left: str
    right: str
    answers: bool
    kind: str
    bits: float
    joined: str
    form: str
    listed: bool
    whole: float
    units: tuple[Aligned, ...]


@dataclass(frozen=True, slots=True)
class Weighed:
    """A quantity of the comparison, in words, with the bits it gives."""

    quantity: str
    words: str
    bits: float


@dataclass(frozen=True, slots=True)
class Reasons:
    """Why a comparison came out as it did.

    `pairs` stand in the order of the left name. `aside` are parts that are not weighed, titles
    mostly, and `uncounted` how many more of them there are.
    """

    pairs: tuple[Pair, ...]
    missing: tuple[Missing, ...]
    aside: tuple[Missing, ...]
    uncounted: int
    weighed: tuple[Weighed, ...]


def reasons_of(comparison: "Comparison") -> Reasons:
    """The reasons of a comparison.

    >>> from nisba import compare
    >>> [(p.left, p.right, p.answers) for p in reasons_of(compare("Ali Salim", "Ali Karim")).pairs]
    [('Ali', 'Ali', True), ('Salim', 'Karim', False)]
    """
    left, right = comparison.left, comparison.right
    contradictions, missing = unanswered(comparison)
    pairs = [
        _pair(a, b, _kind(role_of(a[0], left), role_of(b[0], right)), share)
        for (a, b, _), share in zip(comparison.answered, _shares(comparison), strict=True)
    ]
    pairs += [
        _pair((c.left,), (c.right,), _kind(c.left_role, c.right_role), None) for c in contradictions
    ]
    firsts = [a[0].start for a, _, _ in comparison.answered] + [
        c.left.start for c in contradictions
    ]
    place = {part.start: at for at, part in enumerate(left.parts)}
    order = sorted(range(len(pairs)), key=lambda i: place.get(firsts[i], 0))
    aside = [*_aside("left", left, comparison), *_aside("right", right, comparison)]
    shown = (Missing(side, p, role_of(p, name)) for side, name, p in aside[:_MOST_ASIDE])
    return Reasons(
        tuple(pairs[i] for i in order),
        missing,
        tuple(shown),
        max(len(aside) - _MOST_ASIDE, 0),
        tuple(_weighed(comparison)),
    )


def _shares(comparison: "Comparison") -> list[float]:
    """What each answered pair gives to the quantity `sound`; one name has only so much to say."""
    bits = [min(link.bits, value("link_most")) for _, _, link in comparison.answered]
    sound = sum(given for name, _, given in comparison.weighed if name == "sound")
    return [b * sound / (sum(bits) or 1.0) for b in bits]


def _pair(left: Sequence[Part], right: Sequence[Part], kind: str, share: float | None) -> Pair:
    """Two answering parts with their share of the bits, or (`share` None) two that contradict."""
    model = load_model(fast=next(_told) > _PATIENCE)
    x, y = _heard(model, left), _heard(model, right)
    initial = Kind.INITIAL in (left[0].kind, right[0].kind)
    alignment = None if initial else align(model, x, y)
    if share is not None:
        bits = share
    else:
        bits = min(model.bits(x, y) - min(model.bits(x, x), model.bits(y, y)), 0.0)
    units = alignment.units if alignment else ()
    return Pair(
        left=_text(left),
        right=_text(right),
        answers=share is not None,
        kind=kind,
        bits=bits,
        joined=_joined(left[0]) or _joined(right[0]),
        form="".join(alignment.form) if alignment else "",
        listed=alignment is not None and alignment.known,
        whole=bits - sum(unit.bits for unit in units),
        units=units,
    )


def _heard(model: SoundModel, parts: Sequence[Part]) -> Sounded:
    return model.hear("".join(p.core for p in parts), parts[0].script)


def _joined(part: Part) -> str:
    """How a compound is put together, or an empty string."""
    if not (part.head or part.tail):
        return ""
    return " + ".join(word for word in (part.head, part.core, part.tail) if word)


def _text(parts: Sequence[Part]) -> str:
    return " ".join(part.text for part in parts)


def _kind(left: Role, right: Role) -> str:
    return str(left) if left is right else f"{left} / {right}"


def _aside(side: str, name: Name, comparison: "Comparison") -> Iterator[tuple[str, Name, Part]]:
    """Parts that were not compared: titles, and what stands behind the longest name."""
    if side == "left":
        compared = [p for left, _, _ in comparison.answered for p in left]
        compared += comparison.unanswered_left
    else:
        compared = [p for _, right, _ in comparison.answered for p in right]
        compared += comparison.unanswered_right
    for part in name.parts:
        if not any(p.start <= part.start and part.end <= p.end for p in compared):
            yield side, name, part


def _weighed(comparison: "Comparison") -> Iterator[Weighed]:
    for name, _, bits in comparison.weighed:
        yield Weighed(name, words(name, bits), bits)
    if not comparison.answered:
        # Where nothing answers, the evidence is at most that, whatever else was seen.
        rest = comparison.bits - sum(bits for _, _, bits in comparison.weighed)
        yield Weighed("nothing_answered", words("nothing_answered", rest), rest)
