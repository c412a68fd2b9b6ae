"""How often two neighbouring letters are exchanged: Ahemd for Ahmed, Jlaloud for Jalloud.

An exchange is looked for where the other order is attested for the same Arabic key, by more
bearers. How far a spelling is one, and no rendering of its own (Fatiha beside Fathia), the channel
says; the rate is the one that makes the attested spellings likeliest, by expectation-maximisation.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise

from nisba.sounds.tables import Channel
from nisba.sounds.training.channels import likelihood, rendered
from nisba.sounds.training.sources import Sources

_START = 0.01
_PASSES = 50


def fit_swap(sources: Sources, channel: Channel) -> float:
    """Probability that a pair of neighbouring letters is written in the other order."""
    bearers: dict[str, Counter[str]] = defaultdict(Counter)
    for item in sources.attested:
        bearers[item.key][item.latin] += item.count
    places = 0.0
    doubtful: list[tuple[float, float, float]] = []
    for item, form, weight in rendered(sources, channel):
        places += weight * (len(item.latin) - 1)
        own, listed = bearers[item.key][item.latin], bearers[item.key]
        others = [text for text in exchanged(item.latin) if listed[text] > own]
        if others:
            as_it_is = likelihood(channel, form, item.latin)
            turned = sum(likelihood(channel, form, text) for text in others)
            doubtful.append((weight, as_it_is, turned))
    swap = _START
    for _ in range(_PASSES):
        found = (w * swap * q / (p + swap * q) for w, p, q in doubtful if p + q > 0)
        swap = sum(found) / places
    return swap


def exchanged(text: str) -> Iterator[str]:
    """All that a text becomes when two neighbouring letters change places.

    >>> list(exchanged("aab"))
    ['aba']
    """
    for i, (first, second) in enumerate(pairwise(text)):
        if first != second:
            yield text[:i] + second + first + text[i + 2 :]
