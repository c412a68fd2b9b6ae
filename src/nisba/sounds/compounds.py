"""How common a compound is as a whole: Nūr is borne alone, Nūr al-Dīn by fewer.

The sound model hears the core of a compound; its evidence is then shifted from the rarity of the
core to that of the compound, counted in `compounds.tsv`.
"""

import functools
import math
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from nisba.sounds.model import Sounded, SoundModel
from nisba.sounds.units import Form

Compound = tuple[str, str, Form]
"""Head, tail and form of the core, as in `nisba.names.types.Part`."""


@dataclass(frozen=True, slots=True)
class Compounds:
    """Share of all name parts that a compound has, and that a head and tail have with any core."""

    shares: Mapping[Compound, float]
    halves: Mapping[tuple[str, str], float]

    def share(self, head: str, tail: str, form: Form, core: float) -> float:
        """Share of one compound; `core` is that of its core, borne alone.

        A compound that nobody counted is as common as its halves are together: Abū Ṣaqr is rare,
        because kunyas are and Ṣaqr is.
        """
        counted = self.shares.get((head, tail, form), 0.0)
        return max(counted, self.halves.get((head, tail), 0.0) * core)


def write_compounds(path: Path, counts: Mapping[Compound, float], bearers: float) -> None:
    """Rows: head, tail, form, share of all name parts; commonest first."""
    lines = ["head\ttail\tform\tshare"]
    for (head, tail, form), count in sorted(counts.items(), key=lambda c: (-c[1], c[0])):
        lines.append(f"{head or '-'}\t{tail or '-'}\t{' '.join(form)}\t{count / bearers:.4g}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


@functools.cache
def read_compounds(path: Path) -> Compounds:
    """The counted compounds."""
    shares: dict[Compound, float] = {}
    halves: dict[tuple[str, str], float] = defaultdict(float)
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        head, tail, form, share = line.split("\t")
        key = (head.strip("-"), tail.strip("-"))
        shares[*key, tuple(form.split(" "))] = float(share)
        halves[key] += float(share)
    return Compounds(shares, dict(halves))


def shift(model: SoundModel, compounds: Compounds, head: str, tail: str, sound: Sounded) -> float:
    """Bits by which a compound says more (or less, below 0) than its core.

    All forms that the core may render count, as `Compounds.share` says.

    >>> from nisba._data import learned
    >>> from nisba.sounds.model import load_model
    >>> from nisba.text.scripts import Script
    >>> m = load_model()
    >>> table = read_compounds(learned("compounds.tsv"))
    >>> shift(m, table, "", "din", m.hear("nur", Script.LATIN)) > 0.5
    True
    """
    if not head and not tail:
        return 0.0
    alone = together = 0.0
    for number, chance in sound.forms.items():
        core = model.prior.lexicon * model.lexicon.prior[number]
        form = model.lexicon.entries[number].form
        alone += chance * core
        together += chance * compounds.share(head, tail, form, core)
    return math.log2(alone / together) if together else 0.0
