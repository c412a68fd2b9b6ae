"""Fit when two names side by side are one: `python -m nisba.match.calibrating --data DIR`.

Pairs of names as people meet them: two spellings of one Arabic name, in one script or two, against
its nearest neighbour among the other names; single parts and whole names. A logistic curve over
the evidence and over its distance to identity gives the probability of `compare`. The names whose
spellings the sound model never heard report: in two halves, each by a curve that was fitted to all
names but the half. The weights are fitted to all.
"""

import argparse
import csv
import hashlib
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import jellyfish
import numpy as np
from numpy.typing import NDArray

from nisba._pipes import reader_may_leave
from nisba.match.compare import evidence, resemblance
from nisba.match.measures import calibration_error
from nisba.match.weights import rewrite
from nisba.sounds.letters import arabic_letters
from nisba.sounds.training.split import held_out

_FILES = {"name_units.tsv": 4000, "full_names.tsv": 2000}
_HEARD = 0
_ARTICLE = "\u0627\u0644"  # ال

Array = NDArray[np.float64]
Pair = tuple[str, str, bool]


def spellings(path: Path) -> dict[str, list[str]]:
    """Latin spellings of each Arabic key with more than one, commonest first."""
    found: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            found[row["arabic_key"]][row["latin"].casefold()] += int(row["count"])
    return {
        key: [x for x, n in sorted(latin.items(), key=lambda p: (-p[1], p[0])) if n > 1]
        for key, latin in sorted(found.items())
    }


def pairs(path: Path, count: int, seed: int) -> Iterator[tuple[str, Pair]]:
    """(Arabic key, pair): a spelling beside another of its key, its Arabic form, a neighbour."""
    chance = np.random.default_rng(seed)
    by_key = {key: found for key, found in spellings(path).items() if found}
    keys = list(by_key)
    order = [keys[i] for i in chance.permutation(len(keys))]
    heard = [key for key in order if not _unheard(key)][:count]
    chosen = heard + [key for key in order if _unheard(key)][:count]
    pool = [(by_key[keys[i]][0], keys[i]) for i in chance.permutation(len(keys))[:4000]]
    for key in chosen:
        name, *others = by_key[key]
        for other in others[:2]:
            yield key, (name, other, True)
        yield key, (name, key, True)
        near = max(
            (p for p in pool if p[1] != key and p[0] not in by_key[key]),
            key=lambda p: (jellyfish.jaro_winkler_similarity(name, p[0]), p[0]),
        )
        yield key, (name, near[0], False)
        yield key, (name, near[1], False)


def _unheard(key: str) -> bool:
    """Whether the sound model never heard the spellings of a name."""
    return held_out(arabic_letters(key.removeprefix(_ARTICLE)))


def _half(key: str) -> int:
    """The half that a name which was never heard reports in: 1 or 2; 0 for others."""
    return 1 + hashlib.sha256(key.encode()).digest()[1] % 2 if _unheard(key) else _HEARD


def observed(data: Path, seed: int) -> tuple[Array, Array, NDArray[np.int64]]:
    """What the pairs resemble, whether the pair is one name, and the half that it reports in."""
    rows, same, half = [], [], []
    for name, count in _FILES.items():
        for key, (left, right, one) in pairs(data / name, count, seed):
            bits, shortfall = evidence(left, right)
            rows.append(tuple(resemblance(bits, shortfall).values()))
            same.append(one)
            half.append(_half(key))
    return np.array(rows), np.array(same, dtype=float), np.array(half)


def fitted(x: Array, y: Array, half: NDArray[np.int64]) -> Array:
    """Factors in bits of the curve for some pairs.

    Users meet names that the model has heard and names that it has not: both weigh alike.
    """
    heard = half == _HEARD
    return logistic(x, y, np.where(heard, 1.0, heard.sum() / max((~heard).sum(), 1)))


def logistic(x: Array, y: Array, weight: Array) -> Array:
    """Factors in bits of the weighted logistic curve of greatest likelihood (Newton's method)."""
    theta = np.zeros(x.shape[1])
    for _ in range(50):
        p = 1.0 / (1.0 + np.exp(-np.clip(x @ theta, -30, 30)))
        gradient = x.T @ (weight * (y - p)) - 1e-3 * theta
        hessian = (x * (weight * p * (1 - p))[:, None]).T @ x + 1e-3 * np.eye(len(theta))
        step = np.linalg.solve(hessian, gradient)
        theta = theta + step
        if np.abs(step).max() < 1e-8:
            break
    factors: Array = theta / np.log(2)
    return factors


def _report(what: str, p: Array, y: Array) -> None:
    right = ((p > 0.5) == (y > 0.5)).mean()
    error = calibration_error(p, y)
    print(f"{what}: {len(y)} pairs, {right:.3f} right, calibration error {error:.3f}")


def main() -> None:
    """Fit, report on the names kept aside, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the name tables")
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    missing = [name for name in _FILES if not (options.data / name).is_file()]
    if missing:
        sys.exit(f"nisba: {options.data}: no {', '.join(missing)}: name the folder with --data")
    names = list(resemblance(0.0, 0.0))
    x, y, half = observed(options.data, options.seed)
    theta = fitted(x, y, half)
    print(", ".join(f"{n} {v:+.3f}" for n, v in zip(names, theta, strict=True)))
    p = 1.0 / (1.0 + np.exp2(-(x @ theta)))
    _report("fitted on", p, y)
    for away in (1, 2):
        kept = half == away
        others = fitted(x[~kept], y[~kept], half[~kept])
        p[kept] = 1.0 / (1.0 + np.exp2(-(x[kept] @ others)))
        _report(f"held out, half {away}", p[kept], y[kept])
    _report("held out, both halves", p[half != _HEARD], y[half != _HEARD])
    rewrite(dict(zip(names, theta.tolist(), strict=True)))


if __name__ == "__main__":
    with reader_may_leave():
        main()
