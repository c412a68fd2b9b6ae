"""Rows that tell: what a region or a neighbourhood writes otherwise than the row of the place.

Few of them are worth a row of their own, and of a row few chunks: the others keep the proportions
of the common row, which many more spellings stand behind.
"""

from collections.abc import Sequence

import numpy as np

from nisba.sounds.kernels import Floats

_TELLING = 5.0
"""Bits by which a row must explain its spellings better than the common row."""
_SELDOM = 0.001
"""Chunks that a row writes more seldom keep their common proportions."""
_RAISED = 1.05  # times more often than the others of the row


def smoothed(seen: Floats, common: Floats, pseudo: float) -> Floats:
    """A row from what was seen (expected occurrences) and `pseudo` more of the common row."""
    row: Floats = (seen + pseudo * common) / (seen.sum() + pseudo)
    return row


def tells(seen: Floats, own: Floats, common: Floats) -> bool:
    """Whether a row explains what was seen so much better that it is worth having."""
    used = seen > 0
    gain = (seen[used] * np.log2(own[used] / common[used])).sum()
    return bool(gain > _TELLING)


def listed(own: Floats, common: Floats, always: Sequence[int] = ()) -> dict[int, float]:
    """The chunks that a row writes more often than what is left to the others.

    Chunks that are `always` listed keep their probability, however the others fare.
    """
    used = np.flatnonzero(common)
    raised = own[used] / common[used]
    kept = np.isin(used, always)
    if kept.all():
        return {}
    least = raised[~kept].min()
    chosen = used[kept | ((own[used] >= _SELDOM) & (raised > _RAISED * least))]
    while len(chosen):
        rest = np.setdiff1d(used, chosen)
        scale = own[rest].sum() / common[rest].sum()
        above = np.isin(chosen, always) | (own[chosen] > _RAISED * scale * common[chosen])
        if above.all():
            break
        chosen = chosen[above]
    return {int(i): float(own[i]) for i in chosen}
