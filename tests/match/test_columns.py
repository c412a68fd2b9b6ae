"""Facts about parts in columns: what is put in is found again as it was."""

import numpy as np

from nisba.match.columns import FIRST_FORMS, TALLIED, Store, spelling_of
from nisba.match.prepare import Ear
from nisba.sounds.model import load_model
from nisba.sounds.skeleton import CLASSES, skeleton

NAMES = "Abu Bakr al-Baghdadi", "Mustafa Kamal", "مصطفى الكاظمي", "Ali Ali", "Sidi Ould Tah", "O O"

MORE = [f"{a}a{b}i{c}" for a in "bdfhjk" for b in "lmnr" for c in "bdn"]


def test_what_is_put_in_comes_back() -> None:
    """Each content has one row, which says the same however far the columns have grown."""
    ear, store = Ear(load_model()), Store()
    contents = [heard for name in NAMES for heard in ear.prepare(name).heard]
    rows = [store.put(heard) for heard in contents]
    assert rows == [store.put(heard) for heard in contents]
    # Equal contents of another ear are the same, and with others the columns grow.
    contents += [heard for name in NAMES for heard in Ear(load_model()).prepare(name).heard]
    assert [store.put(heard) for heard in contents] == rows + rows
    contents += [heard for name in MORE for heard in ear.prepare(name).heard]
    parts = [(store.put(heard), heard) for heard in contents]
    assert store.count > 64
    for row, heard in parts:
        for here, there in zip(spelling_of(store.parts, row), heard.sound.spelling, strict=True):
            assert np.asarray(here).tolist() == np.asarray(there).tolist()
        first = list(heard.sound.forms)[:FIRST_FORMS]
        assert store.parts.first_forms[row].tolist() == first + [-1] * (FIRST_FORMS - len(first))
        bones = skeleton(heard.sound.letters, heard.sound.script)
        begin, end = store.parts.bone_at[row : row + 2]
        assert [CLASSES[code] for code in store.parts.bones[begin:end]] == list(bones)
        counted = [int(store.parts.tally[row]) >> (TALLIED * i) & 63 for i in range(len(CLASSES))]
        assert counted == [bones.count(c) for c in CLASSES]
        assert store.parts.homes[row].tolist() == (
            [1.0] * store.parts.homes.shape[1] if heard.homes is None else heard.homes.tolist()
        )
