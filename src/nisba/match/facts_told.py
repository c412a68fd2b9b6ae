"""What the facts of a comparison said, in one sentence that fits behind a reason."""

from typing import TYPE_CHECKING

from nisba.facts.countries import label_of
from nisba.match.words import words

if TYPE_CHECKING:  # compare.py imports the evidence that is told here
    from nisba.match.compare import Comparison

FACTS = ("birth_year", "country", "nisba_country", "gender", "gender_of_name")
"""Quantities of a comparison that are facts beside the names."""
_FEW = 3
"""Countries of one side that are named."""


def told(comparison: "Comparison") -> str:
    """The facts that spoke, left side first; an empty string if none did.

    >>> from nisba import compare, facts_of
    >>> one = facts_of(birth_year=1967, country="IQ")
    >>> told(compare("Ali", "Ali", left_facts=one, right_facts=one))
    'Born 1967 on both sides, of Iraq on both sides.'
    >>> told(compare("Ali", "Ali", left_facts=one, right_facts=facts_of(country="LB; SY")))
    'Of Iraq, the other of Lebanon or Syria.'
    """
    if not (comparison.left_facts or comparison.right_facts):
        return ""
    spoke = {quantity: bits for quantity, _, bits in comparison.weighed if quantity in FACTS}
    said = ", ".join(_phrase(comparison, quantity, bits) for quantity, bits in spoke.items())
    return f"{said[0].upper()}{said[1:]}." if said else ""


def _phrase(comparison: "Comparison", quantity: str, bits: float) -> str:
    left, right = comparison.left_facts, comparison.right_facts
    if quantity == "birth_year":
        return _both("born ", str(left.born), str(right.born))
    if quantity == "country":
        if shared := left.countries & right.countries:
            return f"of {_labels(shared)} on both sides"
        return _both("of ", _labels(left.countries), _labels(right.countries))
    if quantity == "gender":
        return _both("", str(left.gender), str(right.gender))
    return words(quantity, bits)


def _both(word: str, left: str, right: str) -> str:
    if left == right:
        return f"{word}{left} on both sides"
    return f"{word}{left}, the other {word}{right}"


def _labels(codes: frozenset[str]) -> str:
    labels = sorted(label_of(code) for code in codes)
    more = len(labels) - _FEW
    return " or ".join(labels[:_FEW]) + (f" or {more} others" if more > 0 else "")
