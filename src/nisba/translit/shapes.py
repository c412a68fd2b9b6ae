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
_WEIGHT = {"curated": 1.0, "catalogue": 1.0, "derived": 0.3}
Context = tuple[str, ...]


class Shapes:
    """Interpolated n-grams of units; `cost` is in bits.

    >>> shapes = Shapes([Entry("ḥ a m d", 9.0, "curated"), Entry("ḥ a s a n", 9.0, "curated")])
    >>> shapes.cost(("ḥ", "a"), "m") < shapes.cost(("ḥ", "a"), "q")
    True
    """

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._counts: dict[Context, dict[str, float]] = defaultdict(dict)
        self._kept: dict[Context, dict[str, float]] = {}
        for entry in entries:
            weight = _WEIGHT[entry.origin] * math.log2(2.0 + entry.bearers)
            units = (START, *entry.form, END)
            for i in range(1, len(units)):
                for width in range(min(ORDER, i + 1)):
                    row = self._counts[units[i - width : i]]
                    row[units[i]] = row.get(units[i], 0.0) + weight

    def cost(self, before: Context, unit: str) -> float:
        """-log2 P(unit | units before); the beginning is `START`, the end `END`."""
        return self.row(before)[unit]

    def row(self, before: Context) -> dict[str, float]:
        """Costs of every unit, and of the end, behind a context."""
        before = before[-(ORDER - 1) :]
        while before and before not in self._counts:
            before = before[1:]
        row = self._kept.get(before)
        if row is None:
            row = {unit: -math.log2(p) for unit, p in self._mixed(before).items()}
            if len(self._kept) > 1 << 14:
                self._kept.clear()
            self._kept[before] = row
        return row

    def of(self, form: Form) -> float:
        """Cost of a whole form, in bits."""
        units = (START, *form, END)
        return math.fsum(
            self.cost(units[max(0, i - ORDER + 1) : i], units[i]) for i in range(1, len(units))
        )

    def _mixed(self, before: Context) -> dict[str, float]:
        if before:
            shorter = self._mixed(before[1:])
        else:
            shorter = dict.fromkeys((*UNITS, END), 1.0 / (len(UNITS) + 1))
        seen = self._counts.get(before)
        if not seen:
            return shorter
        kinds = float(len(seen))
        whole = sum(seen.values()) + kinds * SMOOTH
        mixed = {unit: kinds * SMOOTH * p / whole for unit, p in shorter.items()}
        for unit, count in seen.items():
            mixed[unit] += count / whole
        return mixed


SMOOTH = 3.0


@functools.cache
def load_shapes() -> Shapes:
    """The shapes of the lexicon that comes with the package."""
    from nisba.sounds.model import load_model

    return Shapes(load_model().lexicon.entries)
