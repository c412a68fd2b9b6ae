"""Facts about two names seen whole: compiled or not, it is the same, and says what compare says."""

import itertools

import numpy as np
import pytest

from nisba._loops import compiled, inner_loop, light, loop
from nisba.match.columns import Store
from nisba.match.evidence import Weigher
from nisba.match.near import letters_apart
from nisba.match.prepare import Ear
from nisba.sounds.model import load_model

NAMES = (
    "Mustafa al-Kadhimi",
    "Moustafa Kazemi",
    "مصطفى الكاظمي",
    "Abd al-Rahman bin Muhammad al-Hadrami",
    "عبد الرحمن بن محمد الحضرمي",
    "Hafez Ibrahim",
    "Tarkhan Batirashvili",
    "Abdelmalek Droukdel",
    "Dardakil",
    "Ali Reza Shirazi",
    "Alireza Shirazi",
    "M. Ahmed",
    "",
)


@pytest.mark.parametrize(("left", "right"), list(itertools.combinations_with_replacement(NAMES, 2)))
def test_compiled_loops_see_the_same(left: str, right: str) -> None:
    """Bits, shortfall, links and quantities are equal to the last bit."""
    seen = [
        Weigher(model).see(Ear(model).prepare(left), Ear(model).prepare(right))
        for model in (load_model(), load_model(fast=True))
    ]
    assert seen[0].links == seen[1].links
    assert seen[0].seen == seen[1].seen
    assert (seen[0].bits, seen[0].shortfall) == (seen[1].bits, seen[1].shortfall)


@pytest.mark.parametrize(
    ("left", "right", "apart"),
    [("sakhavat", "sahawat", 3), ("qrstuv", "abcdef", 12), ("دوركدال", "دروكدال", 0)],
)
def test_letters_apart_are_counted_interpreted_too(left: str, right: str, apart: int) -> None:
    """Letters behind the eighth of the alphabet count, whoever runs the loop."""
    store, ear = Store(), Ear(load_model())
    rows = store.rows([ear.prepare(word).contents[0] for word in (left, right)], ear)
    assert letters_apart(store.parts, *rows) == apart


def test_two_words_that_are_one_are_heard_together() -> None:
    """Ali Reza answers Alireza, by a compound that neither name has as a part."""
    model = load_model()
    ear = Ear(model)
    sight = Weigher(model).see(ear.prepare("Ali Reza Shirazi"), ear.prepare("Alireza Shirazi"))
    assert [(link.left, link.right) for link in sight.links] == [((0, 1), (0,)), ((2,), (1,))]


def test_what_was_forgotten_is_heard_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """A weigher that keeps nothing between two pairs says what one says that keeps all."""
    model = load_model()
    ear, keeping = Ear(model), Weigher(model)
    names = [ear.prepare(name) for name in NAMES]
    kept = [keeping.see(names[0], other) for other in names]
    monkeypatch.setattr("nisba.match.evidence._MOST_PARTS", 0)
    forgetting = Weigher(model)
    assert [forgetting.see(names[0], other) for other in names] == kept
    assert forgetting.store.count < keeping.store.count


def test_an_inner_loop_has_no_door() -> None:
    """What only loops call cannot be asked for compiled: it would crash, not answer."""

    @inner_loop
    def inner(x: float) -> float:
        return x

    with pytest.raises(ValueError, match="called by loops only"):
        compiled(inner)


def test_a_light_loop_that_makes_an_array_does_not_compile() -> None:
    """Nobody would count who holds it; one that only reads what it is given is compiled."""
    pytest.importorskip("numba")

    @light
    @loop
    def heavy(count: int) -> float:
        return float(np.zeros(count).sum())

    @light
    @loop
    def slight(column: np.ndarray) -> float:
        return float(column[0])

    assert compiled(slight)(np.array([2.5])) == 2.5
    with pytest.raises(Exception, match=r"array passed into the function|NRT required"):
        compiled(heavy)(3)
