"""How the commands show ranked answers: the likeliest first, with its probability."""

import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from nisba.cli.texts import safe
from nisba.text.columns import in_place

if TYPE_CHECKING:
    from nisba.batch.deriving import Work
    from nisba.translit.types import Candidate

Rank = Callable[[str], Sequence["Candidate"]]


def page_of(found: Sequence["Candidate"]) -> str:
    """One candidate a line behind its probability.

    >>> from nisba.translit.types import Candidate
    >>> print(page_of([Candidate("Ali", 0.75), Candidate("Aly", 0.125)]))
    0.750  Ali
    0.125  Aly
    >>> page_of([])
    'nothing'
    """
    if not found:
        return "nothing"
    return "\n".join(f"{c.probability:.3f}  {_shown(c.text)}" for c in found)


def line_of(found: Sequence["Candidate"]) -> str:
    """The candidates on one line, parted by tabs."""
    return "\t".join(c.text for c in found)


def ranked_work(doing: str, column: str, rank: Rank) -> "Work":
    """The work of a column: the likeliest answer, its probability, and the others."""
    from nisba.batch.deriving import Derived, Work

    def derive(text: str) -> Derived:
        found = rank(text)
        others = " | ".join(c.text for c in found[1:])
        best = (found[0].text, found[0].probability) if found else (None, None)
        details = [
            {"text": c.text, "probability": c.probability, "origin": c.origin} for c in found
        ]
        return Derived((*best, others), {"candidates": details})

    added = {f"nisba_{column}": str, "nisba_probability": float, "nisba_others": str}
    return Work(doing, added, derive)


def _shown(text: str) -> str:
    """A text with marks of direction on a terminal alone: a copied name should be the name."""
    return in_place(safe(text)) if sys.stdout.isatty() else text
