"""Facts about keys: spellings of one name meet in at least one."""

import pytest

from nisba.index.keys import bones_of, keys_of
from nisba.match.prepare import Ear
from nisba.sounds.model import load_model
from nisba.text.scripts import Script


@pytest.mark.parametrize(
    ("left", "script", "right", "other"),
    [
        ("qadhdhafi", Script.LATIN, "kazzafi", Script.LATIN),
        ("gaddafi", Script.LATIN, "قذافي", Script.ARABIC),
        ("mahfouz", Script.LATIN, "محفوظ", Script.ARABIC),
        ("jamal", Script.LATIN, "gamal", Script.LATIN),
        ("ali", Script.LATIN, "علي", Script.ARABIC),
        ("shaykhzada", Script.LATIN, "cheikhzade", Script.LATIN),
        ("tarkhan", Script.LATIN, "tarhan", Script.LATIN),
    ],
)
def test_spellings_of_one_name_share_a_key(
    left: str, script: Script, right: str, other: Script
) -> None:
    """Known confusions, weak letters and both scripts lead to one place."""
    model = load_model()
    assert set(keys_of(model.hear(left, script))) & set(keys_of(model.hear(right, other)))


def test_a_slip_of_the_pen_shares_a_key() -> None:
    """A consonant left out of an unlisted name does not lose it."""
    model = load_model()
    right, wrong = (model.hear(s, Script.LATIN) for s in ("batirashvili", "bairashvili"))
    assert set(keys_of(right)) & set(keys_of(wrong))


def test_no_letters_no_keys() -> None:
    """What has no letters is filed nowhere."""
    assert not list(keys_of(load_model().hear("", Script.LATIN)))


@pytest.mark.parametrize(
    ("apart", "glued"),
    [("Malekouti Pour", "Malakoutipour"), ("Khalil Pour", "Khalilpour"), ("نجف آبادي", "نجفآبادي")],
)
def test_two_parts_have_the_bones_of_one(apart: str, glued: str) -> None:
    """Written apart or as one, the consonants are the same."""
    ear = Ear(load_model())
    bones = bones_of(ear.prepare(apart).heard)
    assert bones == bones_of(ear.prepare(glued).heard) != ""


@pytest.mark.parametrize(
    "name", ["Ali Ali", "M. Malakoutipour", "Abd al-Rahman Pour", "Hasan كريم"]
)
def test_what_is_not_written_as_one_has_no_bones(name: str) -> None:
    """Two short parts, an initial, a compound, and parts in two scripts are filed apart alone."""
    assert bones_of(Ear(load_model()).prepare(name).heard) == ""
