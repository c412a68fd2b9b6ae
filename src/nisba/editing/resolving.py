"""Names resolved piece by piece, so that somebody who waits sees how far it is.

What `diff` and `review` have in common.
"""

from collections.abc import Sequence

from nisba.editing.progress import Percent, counted
from nisba.resolve import Resolver
from nisba.resolve.types import Resolution

_AT_ONCE = 50


def resolved(
    resolver: Resolver, names: Sequence[str], on_progress: Percent
) -> dict[str, Resolution]:
    """Return the decision for each name, with its best candidate alone."""
    pieces = [names[at : at + _AT_ONCE] for at in range(0, len(names), _AT_ONCE)]
    found: dict[str, Resolution] = {}
    for piece in counted(pieces, on_progress):
        found.update(zip(piece, resolver.resolve_many(piece, 1), strict=True))
    return found
