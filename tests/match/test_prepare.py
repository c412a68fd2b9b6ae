"""Facts about names made ready: titles, the given name, the name that its bearer goes by."""

import pytest

from nisba.match.columns import CALLED, GIVEN, Store
from nisba.match.prepare import Ear
from nisba.match.types import Heard, Prepared
from nisba.sounds.model import load_model


def prepared(text: str) -> Prepared:
    """A name made ready."""
    return Ear(load_model()).prepare(text)


def heard(text: str) -> list[Heard]:
    """The parts of a name as they are heard."""
    return list(prepared(text).heard)


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
    hers, his = heard(woman)[1], heard(man)[1]
    assert (hers.content.feminine, his.content.feminine) == (True, False)
    assert hers.sound.letters == his.sound.letters


def test_a_word_alone_keeps_its_ending() -> None:
    """Al-Arabiya alone is a broadcaster, and no woman of the Arabs."""
    (word,) = heard("Al-Arabiya")
    assert not word.content.feminine
    assert word.sound.letters == "arabiya"


def test_a_word_without_article_keeps_its_ending() -> None:
    """Tunisia behind a given name is a name of its own."""
    assert not heard("Fatima Tunisia")[1].content.feminine


def test_equal_contents_are_one_object() -> None:
    """The same part in two names is heard once, its feminine apart."""
    ear = Ear(load_model())
    one, other = ear.prepare("Hasan al-Misri"), ear.prepare("Ali al-Misri")
    woman = ear.prepare("Fatima al-Misriyya")
    assert one.heard[1] is other.heard[1]
    assert woman.heard[1] is not one.heard[1]
    assert woman.heard[1].sound is one.heard[1].sound


def test_initials_alone_are_one_word() -> None:
    """U.N. is an abbreviation, and U. Nasser an initial beside a name."""
    assert [h.content.initial for h in heard("U.N.")] == [False]
    assert [h.content.initial for h in heard("U. Nasser")] == [True, False]
