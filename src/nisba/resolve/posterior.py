"""From evidence to probabilities: a posterior over the candidates and nobody."""

from collections.abc import Sequence

from nisba.match.weights import value


def posterior(bits: Sequence[float], identities: int) -> tuple[list[float], float]:
    """Probability of each candidate, and of nobody; together they are 1.

    Beforehand a name belongs to each of the identities alike; `resolve_prior` of the weights is
    the log2 odds that it belongs to any. `bits` is the evidence of each candidate.

    >>> each, nobody = posterior([30.0, 30.0], 1000)
    >>> each[0] == each[1] > 0.45 > nobody
    True
    """
    share = 2.0 ** value("resolve_prior") / max(identities, 1)
    odds = [share * 2.0 ** min(b, 1000.0) for b in bits]
    whole = 1.0 + sum(odds)
    return [o / whole for o in odds], 1.0 / whole
