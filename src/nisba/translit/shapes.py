"""What Arabic names look like: n-grams of the units of known forms, for names nobody has listed.

The sound model's own prior knows classes of units, which is enough to compare two spellings.
To find vowels that nobody wrote, the four units before are asked, and shorter contexts stand behind
longer ones (interpolation after Witten and Bell). Made from the lexicon at first use.
"""

import functools
import math
from collections import defaultdict
from collections.abc import Iterable

from nisba.sounds.tables import Entry
from nisba.sounds.units import UNITS, Form

ORDER = 5
START, END = "^", "$"
_WEIGHT = {"curated": 1.0, "catalogue": 1.0, "derived": 0.15}
_SMOOTH = 5.0  # occurrences of each kind of unit behind a context that the shorter context is worth
_KEPT = 1 << 20
Context = tuple[str, ...]


class Shapes:
    """Interpolated n-grams of units; `cost` is in bits.

    >>> shapes = Shapes([Entry("ḥ a m d", 9.0, "curated"), Entry("ḥ a s a n", 9.0, "curated")])
    >>> shapes.cost(("ḥ", "a"), "m") < shapes.cost(("ḥ", "a"), "q")
    True
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._counts: dict[Context, dict[str, float]] = defaultdict(dict)
        self._costs: dict[tuple[Context, str], float] = {}
        for entry in entries:
            weight = _WEIGHT[entry.origin] * math.log2(2.0 + entry.bearers)
            units = (START, *entry.form, END)
            for i in range(1, len(units)):
                for width in range(min(ORDER, i + 1)):
                    row = self._counts[units[i - width : i]]
                    row[units[i]] = row.get(units[i], 0.0) + weight
        self._whole = {before: sum(row.values()) for before, row in self._counts.items()}

    def cost(self, before: Context, unit: str) -> float:
        """-log2 P(unit | units before); the beginning is `START`, the end `END`."""
        before = before[1 - ORDER :]
        cost = self._costs.get((before, unit))
        if cost is None:
            if len(self._costs) > _KEPT:
                self._costs.clear()
            cost = self._costs[before, unit] = -math.log2(self._chance(before, unit))
        return cost

    def of(self, form: Form) -> float:
        """Cost of a whole form, in bits."""
        units = (START, *form, END)
        return math.fsum(
            self.cost(units[max(0, i - ORDER + 1) : i], units[i]) for i in range(1, len(units))
        )

    def _chance(self, before: Context, unit: str) -> float:
        chance = 1.0 / (len(UNITS) + 1)
        for width in range(len(before) + 1):
            context = before[len(before) - width :]
            row = self._counts.get(context)
            if not row:
                break
            spread = len(row) * _SMOOTH
            chance = (row.get(unit, 0.0) + spread * chance) / (self._whole[context] + spread)
        return chance


@functools.cache
def load_shapes() -> Shapes:
    """The shapes of the lexicon that comes with the package."""
    from nisba.sounds.model import load_lexicon

    return Shapes(load_lexicon().entries)
