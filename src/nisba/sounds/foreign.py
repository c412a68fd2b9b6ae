"""Parts that are no Arabic name at all (Biden, Smith): letters, and Jaro-Winkler beside them.

The hidden form of such a part is unknown, so its probability comes from letter bigrams of
foreign names, and the likelihood that two spellings are one name from their Jaro-Winkler
similarity, calibrated to bits on attested variants of foreign names (`foreign.tsv`).
"""

import bisect
import functools
import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import jellyfish
import numpy as np

from nisba.sounds.kernels import Floats
from nisba.sounds.letters import LATIN


@dataclass(frozen=True, slots=True)
class Foreign:
    """Bigrams P(letter | letter before), shape (letters + 1, letters + 1), the calibration of
    similarity (ascending floors, bits) and the share of parts that are foreign."""

    bigrams: Floats
    floors: tuple[float, ...]
    bits: tuple[float, ...]
    share: float
    most: float = field(init=False)
    """The largest factor by which likeness can speak for one name."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "most", math.pow(2.0, self.bits[-1]))

    def likeness(self, x: str, y: str) -> float:
        """log2 of P(x, y | one name) / P(x) P(y | anyone), from Jaro-Winkler similarity."""
        similarity = jellyfish.jaro_winkler_similarity(x, y)
        above = bisect.bisect_right(self.floors, similarity)
        if above == 0 or above == len(self.floors):
            return self.bits[0 if above == 0 else -1]
        low, high = self.floors[above - 1], self.floors[above]
        share = (similarity - low) / (high - low)
        return self.bits[above - 1] * (1.0 - share) + self.bits[above] * share


def write_foreign(path: Path, foreign: Foreign) -> None:
    """Rows: kind, before, letter, value."""
    names = [*LATIN, "#"]
    lines = ["kind\tbefore\tafter\tvalue", f"share\t*\t*\t{foreign.share:.6g}"]
    for floor, bits in zip(foreign.floors, foreign.bits, strict=True):
        lines.append(f"jaro-winkler\t{floor:.3f}\t*\t{bits:.4g}")
    for i, before in enumerate(names):
        for j, after in enumerate(names):
            lines.append(f"bigram\t{before}\t{after}\t{foreign.bigrams[i, j]:.5g}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


@functools.cache
def read_foreign(path: Path) -> Foreign:
    """Read the tables of foreign parts."""
    names: Sequence[str] = [*LATIN, "#"]
    number = {name: i for i, name in enumerate(names)}
    bigrams = np.zeros((len(names), len(names)))
    curve: list[tuple[float, float]] = []
    share = 0.0
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        kind, before, after, value = line.split("\t")
        if kind == "share":
            share = float(value)
        elif kind == "bigram":
            bigrams[number[before], number[after]] = float(value)
        else:
            curve.append((float(before), float(value)))
    floors, bits = zip(*sorted(curve), strict=True)
    return Foreign(bigrams, floors, bits, share)
