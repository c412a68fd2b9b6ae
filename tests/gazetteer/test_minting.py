"""Ids are minted from labels, as plain words, and never twice."""

import pytest

from nisba.gazetteer import mint
from nisba.gazetteer.records import is_id


@pytest.mark.parametrize(
    ("label", "minted"),
    [
        ("Mustafa al-Kadhimi", "mustafa-al-kadhimi"),
        ("Muṣṭafá al-Kāẓimī", "mustafa-al-kazimi"),
        ("ʿAbd al-Raʾūf", "abd-al-rauf"),
        ("Sa'd  O’Neil (Jr.)", "sad-oneil-jr"),
        ("../Étranger/", "etranger"),
    ],
)
def test_an_id_is_the_label_in_plain_words(label: str, minted: str) -> None:
    """Marks fall, signs of ayn and hamza vanish, all else parts words."""
    assert mint(label, ()) == minted


@pytest.mark.parametrize("label", ["مصطفى الكاظمي", "Ω" * 500, "a-" * 300, "İstanbul", "ﷺ"])
def test_a_minted_id_is_well_made(label: str) -> None:
    """Whatever the label is, its id is one that a record may bear."""
    assert is_id(mint(label, ()))


def test_a_taken_id_gets_a_number() -> None:
    """The first free number from 2 is added."""
    assert mint("Ali", {"ali", "ali-2", "ali-4"}) == "ali-3"


@pytest.mark.parametrize("label", ["", "---", "ʿ", "\u0301"])
def test_a_label_without_letters_is_refused(label: str) -> None:
    """No id is made up for a label that gives none."""
    with pytest.raises(ValueError, match="no id"):
        mint(label, ())
