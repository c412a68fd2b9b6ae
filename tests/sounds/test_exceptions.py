"""Facts about spellings that no channel explains."""

from pathlib import Path

import pytest

from nisba._data import learned
from nisba.sounds.exceptions import Exceptional, read_exceptions, write_exceptions
from nisba.sounds.letters import ARABIC, LATIN
from nisba.sounds.model import load_model
from nisba.sounds.tables import read_lexicon
from nisba.sounds.units import UNITS
from nisba.text.scripts import Script, dominant_script


def bits(left: str, right: str) -> float:
    """Evidence of two spellings."""
    model = load_model()
    x, y = (
        model.hear(s, Script.ARABIC if dominant_script(s) is Script.ARABIC else Script.LATIN)
        for s in (left, right)
    )
    return model.bits(x, y)


def test_exceptions_are_the_same_after_writing(tmp_path: Path) -> None:
    """Reading what was written gives it back, by its letters."""
    found = [
        Exceptional("m u ḥ a mm a d", "mehmet", 0.02),
        Exceptional("ṭ ā h ā", "طه", 0.5),
        Exceptional("m a ḥ m ū d", "mehmet", 0.001),
    ]
    path = tmp_path / "exceptions.tsv"
    write_exceptions(path, found)
    read = read_exceptions(path)
    assert set(read) == {"mehmet", "طه"}
    assert sorted(read["mehmet"]) == sorted([found[0], found[2]])
    assert read["طه"] == (found[1],)


def test_the_order_of_a_table_is_fixed(tmp_path: Path) -> None:
    """Whatever order they come in, the file is the same, so that a change can be seen."""
    found = [Exceptional("b", "x", 0.1), Exceptional("a", "z", 0.2), Exceptional("a", "y", 0.3)]
    one, other = tmp_path / "one.tsv", tmp_path / "other.tsv"
    write_exceptions(one, found)
    write_exceptions(other, reversed(found))
    assert one.read_bytes() == other.read_bytes()


def test_every_learned_exception_is_readable() -> None:
    """Forms are of known units and in the lexicon, letters of one script, chances above 0."""
    listed = {entry.units for entry in read_lexicon(learned("lexicon.tsv"))}
    for letters, found in read_exceptions(learned("exceptions.tsv")).items():
        assert set(letters) <= set(LATIN) or set(letters) <= set(ARABIC), letters
        for one in found:
            assert one.letters == letters
            assert set(one.units.split(" ")) <= set(UNITS), one
            assert one.units in listed, one
            assert 0 < one.probability <= 1, one


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("mehmet", "muhammad"),
        ("mehmet", "محمد"),
        ("taha", "طه"),
        ("larbi", "arabi"),
        ("georges", "جورج"),
    ],
)
def test_an_exceptional_spelling_is_the_name(left: str, right: str) -> None:
    """Mehmet is Muḥammad, Larbi ʻArabī, and طه is read Ṭāhā, as sure as any spelling."""
    assert bits(left, right) > min(bits(left, left), bits(right, right)) - 1.5
    assert bits(left, right) > 3.0


@pytest.mark.parametrize("other", ["mahmoud", "ahmad", "hamid", "محمود"])
def test_an_exceptional_spelling_is_no_other_name(other: str) -> None:
    """Mehmet is as far from Maḥmūd as Muḥammad is."""
    assert bits("mehmet", other) < -5
