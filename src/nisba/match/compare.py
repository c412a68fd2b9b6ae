"""Compare two names: evidence in bits, a probability, a verdict, and the reasons.

`compare` is the public function; the resolver uses `weigh` on prepared names, which is the same
evidence without the reasons.
"""

import functools
import json
import math
import operator
from collections.abc import Sequence, Set
from dataclasses import dataclass
from itertools import compress

from nisba.facts import Facts
from nisba.facts.types import NOTHING_KNOWN
from nisba.match.evidence import Sight, Weigher
from nisba.match.facts import Weighed, weigh
from nisba.match.prepare import Ear
from nisba.match.types import COUNTED, SEEN, Link, Prepared, Verdict
from nisba.match.weights import value, weights
from nisba.names.types import Name, Part
from nisba.sounds.model import SoundModel, load_model


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two names side by side.

    `bits` is the evidence that they belong to one bearer (log2 of the Bayes factor), of the names
    and of the facts beside them. `shortfall` (0 or less, in bits) is how far the names stay below
    the evidence of the vaguer one beside itself. `probability` (0 to 1) says whether they are one
    name: two spellings of Hussein are, though a Hussein is not yet found. Facts on both sides
    raise or lower it by their bits.
    """

    left: Name
    right: Name
    bits: float
    shortfall: float
    probability: float
    verdict: Verdict
    answered: tuple[tuple[tuple[Part, ...], tuple[Part, ...], Link], ...]
    unanswered_left: tuple[Part, ...]
    unanswered_right: tuple[Part, ...]
    weighed: tuple[Weighed, ...]
    """What was seen: quantity, how much of it, and the bits it gives; facts stand last."""
    left_facts: Facts = NOTHING_KNOWN
    right_facts: Facts = NOTHING_KNOWN

    def explain(self) -> str:
        """The comparison in words and bits, letter by letter, on one screen.

        >>> "ẓ" in compare("al-Kazemi", "al-Kadhimi").explain()
        True
        """
        from nisba.match.explain import explained

        return explained(self)

    def as_dict(self) -> dict[str, object]:
        """The comparison as plain data, for JSON."""
        from nisba.match.explain import as_data

        return as_data(self)

    def to_json(self) -> str:
        """The comparison as one line of JSON, Arabic kept as it is."""
        return json.dumps(self.as_dict(), ensure_ascii=False)


@functools.cache
def _ear(model: SoundModel) -> Ear:
    return Ear(model)


@functools.cache
def _weigher(model: SoundModel) -> Weigher:
    return Weigher(model)


def compare(
    left: str,
    right: str,
    *,
    left_facts: Facts | None = None,
    right_facts: Facts | None = None,
) -> Comparison:
    """Compare two names in any of the scripts and spellings, and what is known of their bearers.

    >>> str(compare("Mustafa Al-Kazemi", "Moustafa Kadhimi").verdict)
    'same'
    >>> compare("Hassan Nasrallah", "Hussein Nasrallah").verdict is Verdict.SAME
    False
    >>> from nisba.facts import facts_of
    >>> one, other = facts_of(birth_year=1948, country="EH"), facts_of(birth_year=1956)
    >>> names = "Mohamed Abdelaziz", "Mohamed Ould Abdel Aziz"
    >>> compare(*names).bits > compare(*names, left_facts=one, right_facts=other).bits
    True
    """
    ear = _ear(load_model())
    known = left_facts or NOTHING_KNOWN, right_facts or NOTHING_KNOWN
    return comparison(_weigher(ear.model), ear.prepare(left), ear.prepare(right), known)


def comparison(
    weigher: Weigher,
    left: Prepared,
    right: Prepared,
    known: tuple[Facts, Facts] = (NOTHING_KNOWN, NOTHING_KNOWN),
) -> Comparison:
    """The full comparison of two prepared names, and what is known of their bearers."""
    return compared(weigher.see(left, right), known, weigher.model)


def compared(sight: Sight, known: tuple[Facts, Facts], model: SoundModel) -> Comparison:
    """The comparison of two names that were seen, and what is known of their bearers."""
    left, right, links = sight.left, sight.right, sight.links
    answered_left = {i for link in links for i in link.left}
    answered_right = {j for link in links for j in link.right}
    facts = weigh(model, (left, right), (answered_left, answered_right), known)
    more = sum(given for _, _, given in facts)
    no_given = _lacks_given(left, right, answered_left, answered_right)
    probability = probability_of(sight.bits, sight.shortfall, no_given, more)
    return Comparison(
        left.name,
        right.name,
        sight.bits + more,
        sight.shortfall,
        probability,
        verdict_of(probability, links),
        tuple([(_some(left, link.left), _some(right, link.right), link) for link in links]),
        _others(left, answered_left),
        _others(right, answered_right),
        _weighed(sight.amounts) + facts,
        *known,
    )


def _some(name: Prepared, places: Sequence[int]) -> tuple[Part, ...]:
    """The parts in these places, which stand side by side."""
    return name.parts[places[0] : places[-1] + 1]


def _others(name: Prepared, places: Set[int]) -> tuple[Part, ...]:
    """The parts in all other places."""
    if len(places) == len(name.parts):
        return ()
    return tuple([part for i, part in enumerate(name.parts) if i not in places])


def _weighed(amounts: Sequence[float]) -> tuple[Weighed, ...]:
    """The quantities that were seen; counts are whole numbers."""
    return tuple(
        [
            (name, kind(amount), amount * factor)
            for amount, (name, kind, factor) in compress(
                zip(amounts, _factors(), strict=True), amounts
            )
            if factor is not None
        ]
    )


@functools.cache
def _factors() -> Sequence[tuple[str, type[int] | type[float], float | None]]:
    """Name, kind and weight of what may be seen; `None` if it only tells of anybody listed."""
    return [
        (name, int if name in COUNTED else float, value(name) if name in weights() else None)
        for name in SEEN
    ]


def _lacks_given(
    left: Prepared, right: Prepared, answered_left: Set[int], answered_right: Set[int]
) -> bool:
    """Whether a given name of one is answered by nothing, and the other has nothing left."""
    here = len(left.parts) == len(answered_left)
    there = len(right.parts) == len(answered_right)
    return (there and left.given >= 0 and left.given not in answered_left) or (
        here and right.given >= 0 and right.given not in answered_right
    )


def evidence(left: str, right: str) -> tuple[float, float]:
    """Bits and shortfall of two names, without the reasons; for many pairs, so compiled."""
    ear = _ear(load_model(fast=True))
    sight = _weigher(ear.model).see(ear.prepare(left), ear.prepare(right))
    return sight.bits, sight.shortfall


def probability_of(
    bits: float, shortfall: float, no_given: bool = False, facts: float = 0.0
) -> float:
    """Probability that two names that someone puts side by side are one name.

    `bits` and `shortfall` are those of the names, `facts` the bits of what is known besides.
    """
    odds = sum(map(operator.mul, _likeness(), resemblance(bits, shortfall).values()))
    odds += value("compare_given") * no_given + facts
    return 1.0 / (1.0 + math.pow(2.0, -odds))


@functools.cache
def _likeness() -> Sequence[float]:
    """The weights of a resemblance, in its order."""
    return [value(name) for name in resemblance(0.0, 0.0)]


def resemblance(bits: float, shortfall: float) -> dict[str, float]:
    """What the probability of one name is a logistic function of: weight and quantity.

    The first half bit below identity tells most (Salim, Salam), what lies far below tells no more;
    bits beyond 40 tell ever less, and keep their order.
    """
    return {
        "compare_bits": 40.0 * math.tanh(bits / 40.0),
        "compare_far": max(shortfall, -8.0),
        "compare_near": max(shortfall, -2.0),
        "compare_nearest": max(shortfall, -0.5),
        "compare_prior": 1.0,
    }


def verdict_of(probability: float, links: tuple[Link, ...]) -> Verdict:
    """Same, unsure or different."""
    if probability >= value("verdict_same"):
        return Verdict.SAME
    return Verdict.UNSURE if probability >= value("verdict_unsure") and links else Verdict.DIFFERENT
