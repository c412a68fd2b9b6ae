"""Learns what the letters of unvocalised words write, from readings of a library catalogue.

Called by `python -m nisba.translit.prose_training`. Each letter of each word of `lc_words.tsv` is
one decision between roles, in its contexts (`nisba.translit.letter_model`); the weights are those
of a multinomial logistic regression, learned by follow-the-regularised-leader with a penalty on
their size (McMahan 2011), which leaves most of them zero. The same input gives the same table.
"""

import csv
import math
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from nisba.translit.letter_model import SCALE, contexts
from nisba.translit.letter_roles import Roles, roles_of
from nisba.translit.orthography import letters_of

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]

_EPOCHS = 6
_RATE, _DAMPING = 0.3, 1.0
_SPARSE, _SMALL = 5.0, 1.0  # penalties on the sum of weights, and of their squares
_FEWEST, _FEWEST_CONTEXTS = 5, 3  # roles and contexts that are seen less often are left out
_SEED = 1


class Example(NamedTuple):
    """A word as letters with their roles, and its weight by its frequency."""

    letters: tuple[str, ...]
    roles: Roles
    weight: float


def examples(path: Path) -> list[Example]:
    """The words of a word list whose reading agrees with their letters."""
    found: list[Example] = []
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            if roles := roles_of(row["arabic"], row["ala_lc"]):
                letters = tuple(letter.char for letter in letters_of(row["arabic"]))
                weight = min(1.0 + 0.5 * math.log2(float(row["freq"])), 4.0)
                found.append(Example(letters, roles, weight))
    return found


def learn_letters(words: Sequence[Example]) -> list[str]:
    """Rows of the table, in the order of their contexts."""
    roles = Counter(role for word in words for role in word.roles)
    number = {role: n for n, role in enumerate(sorted(r for r in roles if roles[r] >= _FEWEST))}
    seen = Counter(context for word in words for context in _contexts_of(word))
    kept = sorted(context for context in seen if seen[context] >= _FEWEST_CONTEXTS)
    place = {context: n for n, context in enumerate(kept)}
    decisions: list[tuple[Ints, int, float]] = []
    for word in words:
        for at, role in enumerate(word.roles):
            if role in number:
                around = contexts(word.letters, at, word.roles[:at])
                rows = np.array([place[c] for c in around if c in place], dtype=np.int64)
                decisions.append((rows, number[role], word.weight))
    weights = _fitted(decisions, len(kept), len(number))
    return list(_rows(kept, list(number), weights, _possible(words, number)))


def _contexts_of(word: Example) -> Iterable[str]:
    for at in range(len(word.roles)):
        yield from contexts(word.letters, at, word.roles[:at])


def _possible(words: Sequence[Example], known: Iterable[str]) -> dict[str, set[str]]:
    """The roles that were seen of each letter."""
    found: dict[str, set[str]] = defaultdict(set)
    for word in words:
        for letter, role in zip(word.letters, word.roles, strict=True):
            found[letter].add(role)
    return {letter: roles & set(known) for letter, roles in found.items()}


def _fitted(decisions: list[tuple[Ints, int, float]], contexts: int, roles: int) -> Floats:
    """Weights, shape (contexts, roles)."""
    sums = np.zeros((contexts, roles))
    squares = np.zeros((contexts, roles))
    order = list(range(len(decisions)))
    rng = random.Random(_SEED)
    for _ in range(_EPOCHS):
        rng.shuffle(order)
        for n in order:
            rows, role, weight = decisions[n]
            here, seen = sums[rows], squares[rows]
            now = _weights(here, seen)
            scores = now.sum(axis=0)
            chance = np.exp(scores - scores.max())
            slope = weight * chance / chance.sum()
            slope[role] -= weight
            more = seen + slope * slope
            sums[rows] = here + slope - (np.sqrt(more) - np.sqrt(seen)) / _RATE * now
            squares[rows] = more
    return _weights(sums, squares)


def _weights(sums: Floats, squares: Floats) -> Floats:
    size = np.maximum(np.abs(sums) - _SPARSE, 0.0)
    return -np.sign(sums) * size / ((_DAMPING + np.sqrt(squares)) / _RATE + _SMALL)


def _rows(
    kept: Sequence[str], roles: Sequence[str], weights: Floats, possible: dict[str, set[str]]
) -> Iterable[str]:
    tenths = np.rint(weights * SCALE).astype(int)
    for context, row in zip(kept, tenths.tolist(), strict=True):
        # The row of a letter names the roles that it may have, and no others.
        own = possible[context[2:]] if context.startswith("0 ") else None
        cells = [
            f"{role}={n}"
            for role, n in zip(roles, row, strict=True)
            if (n if own is None else role in own)
        ]
        if cells:
            yield f"{context}\t{' '.join(cells)}"
