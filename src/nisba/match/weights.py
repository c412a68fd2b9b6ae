"""The weights of whole-name evidence: one file, each weight beside the pair that motivates it.

`make train` rewrites the fitted ones in `weights.tsv` (`nisba.resolve.fitting`,
`nisba.match.calibrating`, `nisba.match.fitting_facts`); the set ones are edited by hand.
"""

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).parent / "weights.tsv"


@dataclass(frozen=True, slots=True)
class Weight:
    """One weight in bits (or as the file says), how it was found, and the motivating names."""

    name: str
    value: float
    origin: str
    left: str
    right: str
    why: str


@functools.cache
def weights() -> Mapping[str, Weight]:
    """All weights by name.

    >>> weights()["clash"].value < 0
    True
    """
    rows = FILE.read_text(encoding="utf-8").splitlines()[1:]
    found = (row.split("\t") for row in rows)
    return {
        name: Weight(name, float(value), origin, left, right, why)
        for name, value, origin, left, right, why in found
    }


def rewrite(fitted: Mapping[str, float]) -> None:
    """Write fitted values into the file; the pairs that motivate them stay."""
    lines = ["name\tvalue\torigin\tleft\tright\twhy"]
    for w in weights().values():
        number = f"{fitted.get(w.name, w.value):.4g}"
        lines.append("\t".join((w.name, number, w.origin, w.left, w.right, w.why)))
    FILE.write_text("\n".join(lines) + "\n", encoding="utf-8")


def value(name: str) -> float:
    """The value of one weight."""
    return weights()[name].value
