"""Facts about keys: spellings of one name meet in at least one."""

import numpy as np
import pytest

from nisba.index.keys import MOST_KEYS, key_of_bones, key_of_both, keys_of
from nisba.match.columns import Store
from nisba.match.prepare import Ear
from nisba.match.types import Content
from nisba.sounds.model import load_model
from nisba.text.scripts import Script


def keys(letters: str, script: Script) -> set[int]:
    """Keys of one spelling."""
    store = Store()
    (row,) = store.rows([Content(letters, script)], Ear(load_model()))
    found = np.zeros(MOST_KEYS, np.int64)
    return set(found[: keys_of(store.parts, row, found)].tolist())


def bones(name: str) -> int:
    """The key of the bones of a name of one or two parts, written as one."""
    store, ear = Store(), Ear(load_model())
    rows = store.rows(ear.prepare(name).contents, ear)
    if len(rows) == 1:
        return key_of_bones(store.parts, rows[0])
    return key_of_both(store.parts, *rows)


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
    assert keys(left, script) & keys(right, other)


def test_a_slip_of_the_pen_shares_a_key() -> None:
    """A consonant left out of an unlisted name does not lose it."""
    assert keys("batirashvili", Script.LATIN) & keys("bairashvili", Script.LATIN)


def test_no_letters_no_keys() -> None:
    """What has no letters is filed nowhere."""
    assert not keys("", Script.LATIN)


@pytest.mark.parametrize(
    ("apart", "glued"),
    [("Malekouti Pour", "Malakoutipour"), ("Khalil Pour", "Khalilpour"), ("نجف آبادي", "نجفآبادي")],
)
def test_two_parts_have_the_bones_of_one(apart: str, glued: str) -> None:
    """Written apart or as one, the consonants are the same."""
    assert bones(apart) == bones(glued) != -1


@pytest.mark.parametrize(
    "name", ["Ali Ali", "M. Malakoutipour", "Abd al-Rahman Pour", "Hasan كريم"]
)
def test_what_is_not_written_as_one_has_no_bones(name: str) -> None:
    """Two short parts, an initial, a compound, and parts in two scripts are filed apart alone."""
    assert bones(name) == -1
