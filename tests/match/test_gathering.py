"""Names heard in shares are those that are heard at once."""

from collections.abc import Sequence
from copy import deepcopy

import numpy as np
import pytest

from nisba.match import gathering
from nisba.match.columns import HEAD, TAIL, Names, Parts, Store
from nisba.match.gathering import Gathered, gathered
from nisba.match.prepare import Ear
from nisba.match.types import Prepared
from nisba.sounds.model import load_model

NAMES = [
    "Mustafa al-Kadhimi",
    "Hafiz Ibrahim",
    "مصطفى الكاظمي",
    "Sheikh Hasina",
    "Abu Bakr al-Baghdadi",
    "Moustafa Kazemi",
    "Hafiz Saeed",
    "Nur al-Din Mahmud",
    "Abd al-Rahman",
    "Ali Hasan",
    "J. Smith",
    " ".join(["Ali"] * 30),
    "Hafiz Ibrahim Ali",
    "مصطفى",
    "Mustafa Nur al-Din",
    "",
]


@pytest.fixture(scope="module")
def ear() -> Ear:
    """One ear for all."""
    return Ear(load_model())


@pytest.fixture
def few_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hear three names at a time, and keep few parts."""
    monkeypatch.setattr(gathering, "AT_ONCE", 3)
    monkeypatch.setattr(gathering, "_MOST_PARTS", 4)


def contents(found: Gathered) -> list[tuple[object, ...]]:
    """What each name holds, without the numbers of its parts."""
    names, store = found.names, found.store
    told: list[tuple[object, ...]] = []
    for row in range(len(names.places)):
        parts = names.parts[names.part_at[row] : names.part_at[row + 1]]
        flags = names.flags[names.part_at[row] : names.part_at[row + 1]]
        titles = names.titles[names.title_at[row] : names.title_at[row + 1]]
        each = [part(store, number) for number in parts.tolist()]
        told.append((each, flags.tolist(), names.places[row].tolist(), titles.tolist()))
    return told


def part(store: Store, row: int) -> tuple[object, ...]:
    """What a part holds."""
    parts = store.parts
    letters, last = parts.letter_at[row], parts.letter_at[row + 1]
    forms = slice(parts.form_at[row], parts.form_at[row + 1])
    return (
        parts.letters[letters:last].tolist(),
        parts.chunks[letters + row : last + row + 1].tolist(),
        parts.forms[forms].tolist(),
        parts.chances[forms].tolist(),
        parts.first_forms[row].tolist(),
        parts.bones[parts.bone_at[row] : parts.bone_at[row + 1]].tolist(),
        parts.tally[row],
        parts.sounds[row].tolist(),
        np.delete(parts.marks[row], [HEAD, TAIL]).tolist(),
        store.words[parts.marks[row, HEAD]],
        store.words[parts.marks[row, TAIL]],
        parts.homes[row].tolist(),
    )


@pytest.mark.usefixtures("few_at_once")
@pytest.mark.parametrize("jobs", [1, 2, 3])
def test_shares_hold_what_the_whole_holds(
    ear: Ear, jobs: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every name has its parts, flags, titles and the row of its other reading."""
    shared = gathered(ear, NAMES, jobs)
    monkeypatch.setattr(gathering, "AT_ONCE", len(NAMES))
    whole = gathered(ear, NAMES)
    assert contents(shared) == contents(whole)
    too_long = [int(name.startswith("Ali Ali")) for name in NAMES]
    assert shared.long.tolist() == whole.long.tolist() == too_long


@pytest.mark.usefixtures("few_at_once")
def test_the_number_of_processes_changes_no_number(ear: Ear) -> None:
    """Parts are numbered as they come first in the list, whoever hears them."""
    one, many = gathered(ear, NAMES * 3, 1), gathered(ear, NAMES * 3, 3)
    assert one.store.count == many.store.count == len(one.store.parts.tally)
    assert one.store.words == many.store.words
    columns: list[tuple[Parts | Names, Parts | Names]] = [
        (one.store.parts, many.store.parts),
        (one.names, many.names),
    ]
    for mine, theirs in columns:
        for a, b in zip(mine, theirs, strict=True):
            np.testing.assert_array_equal(a, b)


@pytest.mark.usefixtures("few_at_once")
def test_the_parts_of_a_list_are_known_again(ear: Ear, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each content leads to its row, whoever heard it: none is heard a second time."""
    found = gathered(ear, NAMES, 3)

    monkeypatch.setattr(Ear, "hear", None)
    for row, name in enumerate(map(ear.prepare, NAMES)):
        parts = found.names.parts[found.names.part_at[row] : found.names.part_at[row + 1]]
        assert found.store.rows(name.contents, ear) == parts.tolist()


@pytest.mark.usefixtures("few_at_once")
def test_progress_is_told(ear: Ear) -> None:
    """The number of names that were heard rises to all of them."""
    told: list[int] = []
    gathered(ear, NAMES, 2, told.append)
    assert told == sorted(told)
    assert told[-1] == len(NAMES)
    gathered(ear, [], 2, told.append)
    assert told[-1] == 0


@pytest.mark.usefixtures("few_at_once")
def test_what_is_taken_stays_as_it_was(ear: Ear, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows of titled names are counted anew in the whole, and in no piece of it."""
    pieces: list[tuple[Names, Names]] = []
    names_of = Store.names

    def kept(store: Store, prepared: Sequence[Prepared]) -> Names:
        names = names_of(store, prepared)
        pieces.append((names, deepcopy(names)))
        return names

    monkeypatch.setattr(Store, "names", kept)
    gathered(ear, NAMES)
    assert len(pieces) > 1
    for names, before in pieces:
        for one, other in zip(names, before, strict=True):
            np.testing.assert_array_equal(one, other)
