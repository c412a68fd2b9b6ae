"""Which probability keeps the errors among all matches under a wanted share.

A match of probability .98 is wrong in 2 cases of 100, but most matches are surer than that: of all
matches above .98 far fewer are wrong. How many are, was counted on names that fitted no weight, and
a threshold is where even the upper limit of that count keeps the promise
(`nisba.match.measures.upper_limit`). The thresholds stand in weights.tsv (`max_error_…`), and
between them log odds are interpolated.
"""

import bisect
import math

from nisba.match.weights import value

MAX_ERROR = 0.01
"""The share of wrong matches that a caller allows who says nothing."""
NAMES = {rate: f"max_error_{rate:g}" for rate in (0.2, 0.1, 0.05, 0.02, 0.01)}
"""The rates that were counted, as shares of matches that are wrong, and their weights."""


def threshold(max_error: float) -> float:
    """The probability from which a name is a match, so that at most `max_error` of them are wrong.

    No threshold lies below that of the largest share that was counted, 0.2.

    Raises `ValueError` for what is no share between 0 and 1.

    >>> threshold(0.001) > threshold(0.01) > threshold(0.1)
    True
    """
    if not 0.0 < max_error < 1.0:
        raise ValueError(f"max_error is {max_error!r}: a share of errors lies between 0 and 1")
    wanted = math.log2(max_error)
    rates = [math.log2(rate) for rate in sorted(NAMES)]
    odds = [_odds(value(NAMES[rate])) for rate in sorted(NAMES)]
    if wanted < rates[0]:
        # Rarer than any rate that was counted: each halving of the errors asks for a bit more.
        return _probability(odds[0] + rates[0] - wanted)
    at = min(max(bisect.bisect_left(rates, wanted), 1), len(rates) - 1)
    share = min((wanted - rates[at - 1]) / (rates[at] - rates[at - 1]), 1.0)
    return _probability(odds[at - 1] + share * (odds[at] - odds[at - 1]))


def _odds(probability: float) -> float:
    return math.log2(probability / (1.0 - probability))


def _probability(odds: float) -> float:
    return 1.0 / (1.0 + math.pow(2.0, -odds))
