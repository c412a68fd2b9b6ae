"""Facts about names made ready: titles, the given name, the name that its bearer goes by."""

import functools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nisba._data import learned
from nisba.match.columns import CALLED, GIVEN, Store
from nisba.match.prepare import Ear
from nisba.match.types import Content, Heard, Prepared
from nisba.match.weights import value
from nisba.sounds.compounds import read_compounds, shift
from nisba.sounds.listening import sound_of
from nisba.sounds.model import load_model
from nisba.text.scripts import Script

EAR = Ear(load_model())
ALOUD = [
    Content("muhammad", Script.LATIN),
    Content("محمد", Script.ARABIC),
    Content("muhammad", Script.LATIN, "abu"),
    Content("hafiz", Script.LATIN, rank=True),
    Content("nur", Script.LATIN, "", "din"),
    Content("abdallah", Script.LATIN, "abu"),
    Content("mehmed", Script.LATIN, article=True),
    Content("smith", Script.LATIN),
    Content("", Script.LATIN),
    Content("", Script.ARABIC),
]


def prepared(text: str) -> Prepared:
    """A name made ready."""
    return EAR.prepare(text)


def contents(text: str) -> tuple[Content, ...]:
    """What the parts of a name hold."""
    return prepared(text).contents


def letters(content: Content) -> str:
    """The letters of a part, as they are heard."""
    return EAR.model.hear(content.core, content.script).letters


def called(text: str) -> tuple[int, int]:
    """Places of the given name, and of the name that its bearer goes by."""
    (places, *_) = Store().names([prepared(text)]).places
    return int(places[GIVEN]), int(places[CALLED])


@pytest.mark.parametrize("name", ["Haji Omar", "Hadji Omar", "El-Hadj Omar", "حاج عمر"])
def test_spellings_of_a_title_are_one(name: str) -> None:
    """Haji, Hadji and El-Hadj are one title, aside from the parts."""
    found = prepared(name)
    assert found.titles == {"hajj"}
    assert len(found.parts) == 1


def test_titles_are_all_known() -> None:
    """Each title of a name is listed by its id, and none where there is none."""
    assert prepared("Sheikh Prof. Omar Ali").titles == {"shaykh", "professor"}
    assert prepared("Omar Ali").titles == frozenset()


@pytest.mark.parametrize(
    "name",
    [
        "Muhammad Husni Mubarak",
        "Mohd Husni Mubarak",
        "Mehmet Husni Mubarak",
        "محمد حسني مبارك",
    ],
)
def test_a_muhammad_in_front_is_not_what_one_is_called(name: str) -> None:
    """Muḥammad Ḥusnī Mubārak goes by Husni, however his Muhammad is spelled."""
    assert called(name) == (0, 1)


def test_a_kunya_in_front_changes_nothing() -> None:
    """Behind Abu Ali the given name is Muhammad, and the name in use the next."""
    assert called("Abu Ali Muhammad Husni Mubarak") == (1, 2)


@pytest.mark.parametrize(
    "name",
    [
        "Muhammad Ali",
        "Ahmad Husni Mubarak",
        "Muhammad al-Kadhimi Ali",
        "Abd Muhammad Husni Mubarak",
    ],
)
def test_others_go_by_their_given_name(name: str) -> None:
    """A Muhammad before the last part, a family name, or in a compound is the name itself."""
    assert called(name) == (0, 0)


def test_one_part_may_be_any() -> None:
    """A single part is neither given name nor family name."""
    assert called("Muhammad") == (-1, -1)


@pytest.mark.parametrize(
    ("woman", "man"),
    [
        ("Fatima al-Misriyya", "Hasan al-Misri"),
        ("Fatima al-Miṣrīyah", "Hasan al-Miṣrī"),
        ("فاطمة المصرية", "حسن المصري"),
    ],
)
def test_a_feminine_nisba_is_heard_as_the_masculine(woman: str, man: str) -> None:
    """Al-Misriyya of a woman is the family of al-Misri."""
    hers, his = contents(woman)[1], contents(man)[1]
    assert (hers.feminine, his.feminine) == (True, False)
    assert letters(hers) == letters(his)


def test_a_word_alone_keeps_its_ending() -> None:
    """Al-Arabiya alone is a broadcaster, and no woman of the Arabs."""
    (word,) = contents("Al-Arabiya")
    assert not word.feminine
    assert letters(word) == "arabiya"


def test_a_word_without_article_keeps_its_ending() -> None:
    """Tunisia behind a given name is a name of its own."""
    assert not contents("Fatima Tunisia")[1].feminine


def test_equal_contents_are_one_part() -> None:
    """The same part in two names is one, its feminine apart."""
    one, other = contents("Hasan al-Misri")[1], contents("Ali al-Misri")[1]
    woman = contents("Fatima al-Misriyya")[1]
    assert one == other
    assert woman != one


@functools.cache
def alone(content: Content) -> Heard:
    """A part, heard by itself."""
    return EAR.hear([content])


@settings(max_examples=20)
@given(some=st.permutations(ALOUD), fast=st.booleans())
def test_many_are_heard_as_each(some: list[Content], fast: bool) -> None:
    """What stands beside a part changes nothing of it, to the last bit, nor does compiling."""
    together = Ear(load_model(fast)).hear(some)
    for row, content in enumerate(some):
        mine, theirs = sound_of(together.sounds, row), sound_of(alone(content).sounds, 0)
        for one, other in zip(mine, theirs, strict=True):
            assert np.asarray(one).tolist() == np.asarray(other).tolist()
        for column, own in zip(together[1:], alone(content)[1:], strict=True):
            assert np.asarray(column)[row].tolist() == np.asarray(own)[0].tolist()


def test_the_prophet_has_his_name_alone() -> None:
    """In any spelling, with nothing before it."""
    found = EAR.hear(ALOUD).prophet
    assert {ALOUD[row].core for row in np.flatnonzero(found)} == {"muhammad", "محمد", "mehmed"}
    assert not found[[bool(content.head or content.tail) for content in ALOUD]].any()


def test_a_title_among_the_parts_says_no_more_than_beside_them() -> None:
    """However rare its letters are."""
    ranks = [Content("hafiz", Script.LATIN), Content("hafiz", Script.LATIN, rank=True)]
    name, title = EAR.hear(ranks).best
    assert name > title == value("title_same") / value("sound")


def test_a_compound_behind_a_head_says_less_than_its_letters() -> None:
    """The father of Abdullah is as rare as Abdullah allows, and not as his letters are."""
    whole = Content("abdallah", Script.LATIN, "abu")
    told = EAR.hear([whole, Content("allah", Script.LATIN, "abd")])
    sound = EAR.model.hear(whole.core, whole.script)
    alone = shift(EAR.model, read_compounds(learned("compounds.tsv")), "abu", "", sound)
    less = told.best[1] + told.shift[1] - told.best[0]
    assert less < 0.0
    assert told.shift[0] == alone + less


def test_initials_alone_are_one_word() -> None:
    """U.N. is an abbreviation, and U. Nasser an initial beside a name."""
    assert [part.initial for part in contents("U.N.")] == [False]
    assert [part.initial for part in contents("U. Nasser")] == [True, False]
