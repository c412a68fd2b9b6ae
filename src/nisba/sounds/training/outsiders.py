"""The tables of foreign parts, from foreign names in Arabic letters and their Latin spellings."""

from collections import defaultdict
from itertools import combinations, pairwise
from pathlib import Path

import jellyfish
import numpy as np

from nisba.sounds.foreign import Foreign
from nisba.sounds.letters import LATIN, latin_letters
from nisba.sounds.training.sources import rows

_FLOORS = (0.0, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.93, 0.96, 0.98, 1.0)
_SHARE = 0.2  # of parts that are no Arabic name; a third of OFAC's persons are no Arabs


def fit_foreign(data: Path, seed: int) -> Foreign:
    """Letter bigrams, and bits by Jaro-Winkler similarity.

    Same: Latin spellings that share one Arabic spelling. Different: random pairs of them.
    """
    spellings: dict[str, set[str]] = defaultdict(set)
    for row in rows(data / "ar2en_pairs.tsv"):
        letters = latin_letters(row["latin"])
        if 2 < len(letters) < 20:
            spellings[row["arabic"]].add(letters)
    names = sorted({x for found in spellings.values() for x in found})
    same = [
        jellyfish.jaro_winkler_similarity(a, b)
        for _, found in sorted(spellings.items())
        for a, b in combinations(sorted(found), 2)
    ]
    random = np.random.default_rng(seed)
    left, right = random.integers(len(names), size=(2, 200_000))
    different = [
        jellyfish.jaro_winkler_similarity(names[a], names[b])
        for a, b in zip(left, right, strict=True)
        if a != b
    ]
    floors, bits = _curve(same, different)
    return Foreign(_bigrams(names), floors, bits, _SHARE)


def _bigrams(names: list[str]) -> np.ndarray:
    edge = len(LATIN)
    counts = np.full((edge + 1, edge + 1), 0.5)
    for name in names:
        chain = [edge, *(LATIN.index(c) for c in name), edge]
        for a, b in pairwise(chain):
            counts[a, b] += 1
    result: np.ndarray = counts / counts.sum(axis=1, keepdims=True)
    return result


def _curve(
    same: list[float], different: list[float]
) -> tuple[tuple[float, ...], tuple[float, ...]]:
    """Bits at the middle of each band of similarity; they never fall as similarity rises."""
    p, _ = np.histogram(same, _FLOORS)
    q, _ = np.histogram(different, _FLOORS)
    bits = np.log2((p + 0.5) / (p.sum() + 1)) - np.log2((q + 0.5) / (q.sum() + 1))
    middles = (np.array(_FLOORS[:-1]) + np.array(_FLOORS[1:])) / 2
    rising = np.maximum.accumulate(bits)
    return tuple(float(m) for m in middles), tuple(float(b) for b in rising)
