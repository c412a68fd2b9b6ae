"""Facts about parts in columns: what is put in is found again as it was."""

import numpy as np

from nisba.match.columns import (
    ARTICLE,
    BEST,
    FIRST_FORMS,
    HEAD,
    INITIAL,
    SHIFT,
    TAIL,
    TALLIED,
    Store,
    spelling_of,
)
from nisba.match.prepare import Ear
from nisba.sounds.model import load_model
from nisba.sounds.skeleton import CLASSES, skeleton

NAMES = "Abu Bakr al-Baghdadi", "Mustafa Kamal", "مصطفى الكاظمي", "Ali Ali", "Sidi Ould Tah", "O O"

MORE = [f"{a}a{b}i{c}" for a in "bdfhjk" for b in "lmnr" for c in "bdn"]


def test_what_is_put_in_comes_back() -> None:
    """Each content has one row, which says the same however far the columns have grown."""
    ear, store = Ear(load_model()), Store()
    contents = [content for name in NAMES for content in ear.prepare(name).contents]
    rows = store.rows(contents, ear)
    assert rows == store.rows(contents, ear)
    # Equal contents are the same, whoever hears them, and with others the columns grow.
    assert store.rows(contents + contents, Ear(load_model())) == rows + rows
    contents += [content for name in MORE for content in ear.prepare(name).contents]
    rows, heard = store.rows(contents, ear), ear.hear(contents)
    assert store.count > 64
    for place, (row, content) in enumerate(zip(rows, contents, strict=True)):
        sound = ear.model.hear(content.core, content.script)
        for here, there in zip(spelling_of(store.parts, row), sound.spelling, strict=True):
            assert np.asarray(here).tolist() == np.asarray(there).tolist()
        first = list(sound.forms)[:FIRST_FORMS]
        assert store.parts.first_forms[row].tolist() == first + [-1] * (FIRST_FORMS - len(first))
        bones = skeleton(sound.letters, sound.script)
        begin, end = store.parts.bone_at[row : row + 2]
        assert [CLASSES[code] for code in store.parts.bones[begin:end]] == list(bones)
        counted = [int(store.parts.tally[row]) >> (TALLIED * i) & 63 for i in range(len(CLASSES))]
        assert counted == [bones.count(c) for c in CLASSES]
        assert store.parts.homes[row].tolist() == heard.homes[place].tolist()
        own = heard.best[place], heard.shift[place]
        assert tuple(store.parts.sounds[row, [BEST, SHIFT]]) == own
        marks = store.parts.marks[row]
        assert (store.words[marks[HEAD]], store.words[marks[TAIL]]) == (content.head, content.tail)
        assert (marks[ARTICLE], marks[INITIAL]) == (content.article, content.initial)
