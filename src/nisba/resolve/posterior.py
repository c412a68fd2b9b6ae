"""From evidence to probabilities, in two questions: is it anybody listed, and if so, who?

Who: candidates share the probability by their bits, `P(c) ∝ 2^bits(c)`. Whether: log2 odds that
the name belongs to any of them, from what is seen between it and the best candidate. A family name
that two brothers share says much about who it may be, and little about whether it is one of them;
so the two questions have weights of their own (`listed_…` in weights.tsv).
"""

import functools
import math
from collections.abc import Sequence

from nisba.match.types import SEEN, Seen
from nisba.match.weights import value, weights

_CERTAIN = 1000.0
"""Bits beyond which nothing changes, so that no power overflows."""


@functools.cache
def _listed() -> tuple[float, ...]:
    known = weights()
    return tuple(value(f"listed_{n}") if f"listed_{n}" in known else 0.0 for n in SEEN)


def listed_odds(seen: Seen, identities: int, more: float = 0.0) -> float:
    """log2 odds that a name belongs to anybody listed, by what is seen with the best candidate.

    Beforehand a name belongs to each of the identities alike, so a longer list needs more
    evidence. `more` is evidence beside the names, in bits.
    """
    odds = sum(a * w for a, w in zip(seen.vector(), _listed(), strict=True))
    return odds + value("listed_prior") + more - math.log2(max(identities, 1))


def posterior(bits: Sequence[float], odds: float) -> tuple[list[float], float]:
    """Probability of each candidate, and of nobody; together they are 1.

    `bits` is the evidence of each candidate, `odds` the log2 odds that it is any of them.

    >>> each, nobody = posterior([30.0, 30.0], 8.0)
    >>> each[0] == each[1] > 0.45 > nobody
    True
    """
    if not bits:
        return [], 1.0
    most = max(bits)
    shares = [2.0 ** max(b - most, -_CERTAIN) for b in bits]
    whole = sum(shares)
    odds = min(max(odds, -_CERTAIN), _CERTAIN)
    somebody, nobody = 1.0 / (1.0 + 2.0**-odds), 1.0 / (1.0 + 2.0**odds)
    return [somebody * share / whole for share in shares], nobody
