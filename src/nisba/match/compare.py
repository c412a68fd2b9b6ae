"""Compare two names: evidence in bits, a probability, a verdict, and the reasons.

`compare` is the public function; the resolver uses `weigh` on prepared names, which is the same
evidence without the reasons.
"""

import functools
import json
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from nisba.facts import Facts
from nisba.facts.types import NOTHING_KNOWN
from nisba.match.evidence import Weigher
from nisba.match.facts import Weighed, weigh
from nisba.match.prepare import Ear
from nisba.match.quantities import lacks_given, quantities
from nisba.match.types import SEEN, Link, Prepared, Seen, Verdict
from nisba.match.weights import value
from nisba.names.types import Name, Part
from nisba.sounds.model import SoundModel, load_model

_ANSWERS = -1.0
"""Bits below identity down to which a title is the name that the other side has."""


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
    left, right = settled(weigher, left, right)
    links, seen = look(weigher, left, right)
    bits = bits_of(seen)
    shortfall = _shortfall(weigher, left, right, links, seen)
    facts = weigh(weigher.model, (left, right), links, known)
    more = sum(given for _, _, given in facts)
    probability = probability_of(bits, shortfall, lacks_given(left, right, links), more)
    answered_left = {i for link in links for i in link.left}
    answered_right = {j for link in links for j in link.right}
    return Comparison(
        left.name,
        right.name,
        bits + more,
        shortfall,
        probability,
        verdict_of(probability, links),
        tuple(
            (tuple(left.parts[i] for i in k.left), tuple(right.parts[j] for j in k.right), k)
            for k in links
        ),
        tuple(p for i, p in enumerate(left.parts) if i not in answered_left),
        tuple(p for j, p in enumerate(right.parts) if j not in answered_right),
        tuple(
            (name, amount, amount * value(name))
            for name, amount in zip(SEEN, seen.vector(), strict=True)
            if amount
        )
        + facts,
        *known,
    )


def settled(weigher: Weigher, left: Prepared, right: Prepared) -> tuple[Prepared, Prepared]:
    """Both names, with a title among the parts where it answers a part of the other name.

    Hafiz is a title to whoever knows the Koran by heart, and a name in Hafiz Ibrahim.
    """
    return _settled(weigher, left, right), _settled(weigher, right, left)


def _settled(weigher: Weigher, name: Prepared, other: Prepared) -> Prepared:
    if name.promoted is None or name.titles & other.titles:
        return name
    more = [h for h in name.promoted.heard if h not in name.heard]
    answered = any(weigher.sound(h, part)[1] > _ANSWERS for h in more for part in other.heard)
    return name.promoted if answered else name


def look(weigher: Weigher, left: Prepared, right: Prepared) -> tuple[tuple[Link, ...], Seen]:
    """Links and quantities, the same whichever name stands first."""
    if left.name.original > right.name.original:
        links, seen = look(weigher, right, left)
        turned = (Link(k.right, k.left, k.bits, k.deficit, k.head) for k in links)
        return tuple(sorted(turned, key=lambda k: k.left)), seen
    links = weigher.links(left, right)
    return links, quantities(weigher, left, right, links)


@functools.cache
def _factors() -> tuple[float, ...]:
    return tuple(value(name) for name in SEEN)


def bits_of(seen: Seen) -> float:
    """Evidence in bits: the quantities times their weights; nothing answered is no evidence for."""
    bits = sum(a * w for a, w in zip(seen.vector(), _factors(), strict=True))
    return bits if seen.sound else min(bits, _nothing_answered(seen))


def _nothing_answered(seen: Seen) -> float:
    """The most that names may say of which no part answers: less, the farther apart they are."""
    graded = (("apart", seen.apart), ("near", seen.near), ("near_bones", seen.near_bones))
    return value("nothing_answered") + sum(value(name) * amount for name, amount in graded)


def _shortfall(
    weigher: Weigher, left: Prepared, right: Prepared, links: Sequence[Link], seen: Seen
) -> float:
    """Evidence less that of the vaguer name beside itself, which is the most it could be.

    What equal letters, completeness and dress add or take is left out on both sides: a dropped link
    of the father-chain makes no other name, nor does an article or a title. Nor does a compound in
    two words, which say more apart than together.
    """
    if not seen.sound:
        return _nothing_answered(seen)
    most = math.inf
    for name, sides in ((left, [k.left for k in links]), (right, [k.right for k in links])):
        own, alone = look(weigher, name, name)
        apart = sum(
            sum(own[i].bits for i in side) - (link.bits - link.deficit)
            for side, link in zip(sides, links, strict=True)
            if len(side) > 1
        )
        most = min(most, bits_of(_undressed(alone)) - value("sound") * max(apart, 0.0))
    return min(bits_of(_undressed(seen)) - most, 0.0)


def _undressed(seen: Seen) -> Seen:
    """What is seen of the parts themselves, however they are dressed."""
    return replace(
        seen,
        exact=0,
        complete=0,
        article_differs=0,
        ibn_same=0,
        ibn_differs=0,
        title_same=0,
        role_differs=0,
    )


def evidence(left: str, right: str) -> tuple[float, float]:
    """Bits and shortfall of two names, without the reasons; for many pairs, so compiled."""
    ear = _ear(load_model(fast=True))
    weigher = _weigher(ear.model)
    a, b = settled(weigher, ear.prepare(left), ear.prepare(right))
    links, seen = look(weigher, a, b)
    return bits_of(seen), _shortfall(weigher, a, b, links, seen)


def probability_of(
    bits: float, shortfall: float, no_given: bool = False, facts: float = 0.0
) -> float:
    """Probability that two names that someone puts side by side are one name.

    `bits` and `shortfall` are those of the names, `facts` the bits of what is known besides.
    """
    odds = sum(value(name) * amount for name, amount in resemblance(bits, shortfall).items())
    odds += value("compare_given") * no_given + facts
    return 1.0 / (1.0 + math.pow(2.0, -odds))


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
