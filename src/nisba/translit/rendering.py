"""The Latin spellings that the sound model's channel expects of a form, by region.

The likeliest are found by a beam over the units; each unit writes one of the chunks of its row.
"""

import functools

import numpy as np

from nisba.sounds.tables import Channel
from nisba.sounds.units import Form

_CHUNKS = 6  # of a unit; what it writes more seldom is left out
_SELDOM = 0.01
_BEAM = 60
Options = tuple[tuple[str, float], ...]


class Renderer:
    """Renders forms by the tables of one channel."""

    def __init__(self, channel: Channel) -> None:
        self._channel = channel
        self._options: dict[tuple[str, int], Options] = {}

    def spellings(self, form: Form, region: str, limit: int) -> dict[str, float]:
        """The likeliest spellings of a form with P(spelling | form), letters as the channel's."""
        beam = {"": 1.0}
        for row in self._channel.rows(form):
            options = self._row(region, int(row))
            ahead: dict[str, float] = {}
            for text, p in beam.items():
                for chunk, q in options:
                    grown = text + chunk
                    ahead[grown] = ahead.get(grown, 0.0) + p * q
            if len(ahead) > _BEAM:
                kept = sorted(ahead, key=lambda t: (-ahead[t], t))[:_BEAM]
                ahead = {text: ahead[text] for text in kept}
            beam = ahead
        ranked = sorted(beam, key=lambda t: (-beam[t], t))[:limit]
        return {text: beam[text] for text in ranked if text}

    def _row(self, region: str, row: int) -> Options:
        key = (region, row)
        found = self._options.get(key)
        if found is None:
            chances = self._channel.table_of(region)[row]
            order = np.argsort(-chances, kind="stable")[:_CHUNKS]
            found = self._options[key] = tuple(
                (self._channel.chunks[i], float(chances[i])) for i in order if chances[i] >= _SELDOM
            )
        return found


@functools.cache
def load_renderer() -> Renderer:
    """A renderer with the Latin channel that comes with the package."""
    from nisba.sounds.model import load_model

    return Renderer(load_model().latin)
