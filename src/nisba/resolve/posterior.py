"""From evidence to probabilities: a posterior over the candidates and nobody."""

from collections.abc import Sequence

from nisba.match.weights import value


def posterior(bits: Sequence[float], identities: int) -> tuple[list[float], float]:
    """Probability of each candidate, and of nobody; together they are 1.

    A name belongs to somebody listed with the prior chance `prior_listed` of the weights, and
    beforehand to each of the identities alike. `bits` is the evidence of each candidate.

    >>> each, nobody = posterior([30.0, 30.0], 1000)
    >>> each[0] == each[1] > 0.45 > nobody
    True
    """
    listed = value("prior_listed")
    share = listed / (1.0 - listed) / max(identities, 1)
    scale = value("resolve_scale")
    odds = [share * 2.0 ** min(b * scale, 1000.0) for b in bits]
    whole = 1.0 + sum(odds)
    return [o / whole for o in odds], 1.0 / whole
