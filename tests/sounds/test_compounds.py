"""Facts about the rarity of compounds."""

from pathlib import Path

import pytest

from nisba._data import learned
from nisba.sounds.compounds import Compounds, read_compounds, shift, write_compounds
from nisba.sounds.model import load_model
from nisba.text.scripts import Script

NUR = ("n", "ū", "r")
SAQR = ("ṣ", "a", "q", "r")
TABLE = Compounds({("", "din", NUR): 0.002}, {("", "din"): 0.005, ("abu", ""): 0.004})


def moved(head: str, tail: str, core: str, table: Compounds | None = None) -> float:
    """Bits by which a compound says more than its core."""
    model = load_model()
    known = table or read_compounds(learned("compounds.tsv"))
    return shift(model, known, head, tail, model.hear(core, Script.LATIN))


def test_a_counted_compound_is_as_common_as_counted() -> None:
    """Nūr al-Dīn was counted: its halves change nothing while they say less."""
    assert TABLE.share("", "din", NUR, 0.01) == 0.002


def test_an_uncounted_compound_is_as_common_as_its_halves() -> None:
    """Abū Ṣaqr is the share of kunyas times that of Ṣaqr."""
    assert TABLE.share("abu", "", SAQR, 0.001) == pytest.approx(0.004 * 0.001)


def test_a_count_below_chance_is_raised_to_it() -> None:
    """A compound that happened to be counted once is no rarer than its halves are together."""
    assert TABLE.share("", "din", NUR, 0.9) == pytest.approx(0.005 * 0.9)


def test_unknown_halves_have_no_share() -> None:
    """A head that nobody bears gives no compound, and no bits."""
    assert TABLE.share("umm", "", SAQR, 0.5) == 0.0
    assert moved("umm", "", "saqr", TABLE) == 0.0


def test_shares_are_read_and_halves_added(tmp_path: Path) -> None:
    """The halves' share is the sum of their compounds'."""
    path = tmp_path / "compounds.tsv"
    write_compounds(path, {("abu", "", NUR): 30, ("abu", "", SAQR): 10, ("", "din", NUR): 20}, 1000)
    table = read_compounds(path)
    assert table.shares["abu", "", SAQR] == 0.01
    assert table.halves == pytest.approx({("abu", ""): 0.04, ("", "din"): 0.02})


def test_a_core_alone_is_not_shifted() -> None:
    """Without head and tail there is no compound."""
    assert moved("", "", "nur") == 0.0


def test_a_rare_compound_says_more_than_its_core() -> None:
    """Nūr al-Dīn is borne by fewer than Nūr, and Abū Ṣaqr by far fewer than Ṣaqr."""
    assert 0.5 < moved("", "din", "nur") < moved("abu", "", "saqr")
    assert moved("abu", "", "saqr") > 5


def test_a_core_that_stands_in_compounds_alone_is_not_rarer_there() -> None:
    """Raḥmān is hardly borne but in ʻAbd al-Raḥmān: together they are as common."""
    assert moved("abd", "", "rahman") < 1.0
