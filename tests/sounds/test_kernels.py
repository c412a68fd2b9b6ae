"""Facts about the sums over hidden forms, against sums written out by hand."""

import itertools

import numpy as np
import pytest

from nisba._loops import compiled
from nisba.sounds.joint import Tables, packed
from nisba.sounds.kernels import Floats, Ints, Table, pair, spelling
from nisba.sounds.tables import chunk_ids

# A toy world: one consonant written "b" or "bb", one vowel written "a" or nothing.
CHUNKS = {"": 0, "a": 1, "b": 2, "bb": 3}
CONSONANT = np.array([0.0, 0.0, 0.75, 0.25])
VOWEL = np.array([0.4, 0.6, 0.0, 0.0])
STOP, LONGEST_FORM = 0.5, 14


def chances() -> tuple[Floats, Floats]:
    """P(class | class before) of the toy world: after a consonant mostly a vowel."""
    return np.array([0.9, 0.1]), np.array([[0.3, 0.7], [0.8, 0.2]])


def alone() -> Table:
    """The tables of one spelling."""
    first, after = chances()
    write = np.stack([CONSONANT, VOWEL])
    medial = after[:, :, None] * write[None] * (1 - STOP)
    final = (after[:, :, None] * write[None]).sum(1) * STOP
    return packed(Tables(first[:, None] * write, medial, final))


def together() -> Table:
    """The tables of two spellings of one form."""
    first, after = chances()
    write = np.stack([np.outer(CONSONANT, CONSONANT), np.outer(VOWEL, VOWEL)])
    medial = after[:, :, None, None] * write[None] * (1 - STOP)
    final = (after[:, :, None, None] * write).sum(1) * STOP
    return packed(Tables(first[:, None, None] * write, medial, final))


def written(form: tuple[int, ...], text: str) -> float:
    """P(text | form), by trying every way to cut the text."""
    if not form:
        return float(text == "")
    table = (CONSONANT, VOWEL)[form[0]]
    return sum(
        float(table[number]) * written(form[1:], text[len(chunk) :])
        for chunk, number in CHUNKS.items()
        if text.startswith(chunk) and table[number] > 0
    )


def prior(form: tuple[int, ...]) -> float:
    """P(form) of the toy world."""
    first, after = chances()
    p = first[form[0]] * STOP * (1 - STOP) ** (len(form) - 2)
    for before, here in itertools.pairwise(form):
        p *= after[before, here]
    return float(p)


def forms() -> list[tuple[int, ...]]:
    """All forms long enough for the sums of short texts to have converged."""
    return [f for n in range(2, LONGEST_FORM) for f in itertools.product((0, 1), repeat=n)]


@pytest.fixture(scope="module")
def everything() -> list[tuple[tuple[int, ...], float]]:
    """Forms with their prior."""
    return [(f, prior(f)) for f in forms()]


def ids(text: str) -> Ints:
    """Chunk numbers of a text of the toy world."""
    return chunk_ids(text, CHUNKS)


@pytest.mark.parametrize("text", ["b", "ba", "bab", "bba", "baba"])
def test_spelling_sums_over_all_forms(
    text: str, everything: list[tuple[tuple[int, ...], float]]
) -> None:
    """P(x) is the sum of P(form) P(x | form), silent units included."""
    by_hand = sum(p * written(f, text) for f, p in everything)
    assert spelling(alone(), ids(text), np.zeros(len(text) + 1)) == pytest.approx(by_hand, rel=1e-3)


@pytest.mark.parametrize(("left", "right"), [("b", "ba"), ("bab", "bb"), ("bab", "bab")])
def test_pair_sums_over_all_forms(
    left: str, right: str, everything: list[tuple[tuple[int, ...], float]]
) -> None:
    """P(x, y) is the sum of P(form) P(x | form) P(y | form)."""
    by_hand = sum(p * written(f, left) * written(f, right) for f, p in everything)
    assert pair(together(), ids(left), ids(right), 0.0) == pytest.approx(by_hand, rel=1e-3)


def test_compiled_loops_give_the_same_numbers() -> None:
    """Compiling changes the time, not a bit of the result."""
    fast = compiled(pair)
    if fast is pair:
        pytest.skip("numba is not installed")
    table = together()
    for left, right in itertools.product(("b", "ba", "bab", "bbab"), repeat=2):
        args = (table, ids(left), ids(right), 0.01)
        assert fast(*args) == pair(*args)
