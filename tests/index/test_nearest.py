"""Facts about the nearest parts: which are weighed, and in which order they come."""

import numpy as np
import pytest

from nisba.gazetteer import Gazetteer
from nisba.index.finding import Finder
from nisba.index.index import build
from nisba.index.keys import FORM, LETTERS, MOST_KEYS, chance_of, grain_of, keys_of, prior_of
from nisba.index.walk import row_of
from nisba.match.balance import LINK_DEFICIT, LINK_LEAST, weigh
from nisba.match.prepare import Ear
from nisba.sounds.model import load_model

LISTED = (
    "Muhammad Hasan", "Mohamed Hassan", "Mahmud Husain", "Ahmad al-Hasani", "Ahmed Al Hassani",
    "Hamid Mohsen", "Hameed Muhsin", "Abd al-Hamid Qasim", "Gasem Kasim", "Qasem Kazem", "A. Kazim",
    "محمد حسن", "أحمد الحسني", "قاسم كاظم", "Mhmd Hsn", "Hamad Hassoun", "Mohammad Hashim",
)  # fmt: skip
ASKED = ("Mohammed Hasan", "Abdul Hameed Qassem", "M. Kadhim", "Ahmad", "حامد محسن", "Hasan Hassan")


def finder(most: int) -> tuple[Finder, Ear]:
    """A finder in a small list, which weighs so many parts."""
    ear = Ear(load_model())
    pairs = [(f"x{i}", name) for i, name in enumerate(LISTED)]
    return Finder(build(Gazetteer.from_names(pairs), ear), ear.model, most), ear


def by_hand(finder: Finder, part: int) -> list[tuple[int, float]]:
    """The nearest parts of one, each weighed by itself."""
    balance, filed, shared = finder.weigher.balance(), finder.index.filed, dict[int, float]()
    keys, prior = np.empty(MOST_KEYS, np.int64), balance.beliefs.prior
    for key in keys[: keys_of(balance.parts, part, keys)].tolist():
        row, grain = row_of(filed.keys, key), grain_of(key)
        if row < 0:
            continue
        own = 0.0
        if grain == FORM:
            own = chance_of(balance.parts, prior, part, key) / prior_of(prior, key)
        for at in range(filed.part_at[row], filed.part_at[row + 1]):
            same = 2.0**30 if grain == LETTERS else 1.0
            gain = max(own * filed.chance_of[at], 1e-9) if grain == FORM else same
            number = int(filed.parts_of[at])
            shared[number] = shared.get(number, 0.0) + gain
    chosen = sorted(shared, key=lambda number: (-shared[number], number))[: finder.nearest_parts]
    found = []
    for number in sorted(chosen):
        bits, deficit = weigh(balance, *sorted((part, number)))
        if bits + balance.rules[LINK_DEFICIT] * deficit > balance.rules[LINK_LEAST]:
            found.append((number, bits + deficit / 2))
    return sorted(found, key=lambda one: -one[1])


@pytest.mark.parametrize("most", [1, 2, 5, 60])
def test_the_nearest_are_those_that_share_most(most: int) -> None:
    """Chosen in one look for many parts, they are those that each part finds by itself."""
    look, ear = finder(most)
    parts = look.index.store.names([*map(ear.prepare, ASKED)]).parts
    look.ready(parts)
    for part in parts.tolist():
        rows = slice(look.found.at[part], look.found.end[part])
        told = zip(look.found.parts[rows].tolist(), look.found.bits[rows].tolist(), strict=True)
        assert list(told) == by_hand(look, part)
    assert not look.scratch.shared.any()
    assert not look.scratch.forms.any()


def test_what_was_looked_for_stays() -> None:
    """Other parts that are looked for later change nothing of it."""
    look, ear = finder(60)
    first = look.index.store.names([ear.prepare(ASKED[0])]).parts
    look.ready(first)
    before = [look.found.parts[look.found.at[p] : look.found.end[p]].tolist() for p in first]
    look.ready(look.index.store.names([*map(ear.prepare, ASKED)]).parts)
    assert before == [
        look.found.parts[look.found.at[p] : look.found.end[p]].tolist() for p in first
    ]
