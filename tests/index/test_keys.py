"""Facts about keys: spellings of one name meet in at least one."""

import pytest

from nisba.index.keys import keys_of, skeleton
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


def test_both_scripts_have_one_skeleton() -> None:
    """The classes of the consonants are the same for both scripts."""
    assert skeleton("mahmoud", Script.LATIN) == skeleton("محمود", Script.ARABIC) == "mt"
