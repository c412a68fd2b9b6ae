"""Facts about where parts are at home, and what parts of one country say together."""

import numpy as np
import pytest

from nisba.match import homes
from nisba.match.evidence import Weigher
from nisba.match.homes import COUNTRIES, Shares, at_home, homes_of
from nisba.match.prepare import Ear
from nisba.match.types import Content, Seen
from nisba.sounds.model import load_model
from nisba.text.scripts import Script

MODEL = load_model()


def home(spelling: str, script: Script = Script.LATIN) -> Shares:
    """How many times more often than any part a spelling is borne in each country."""
    (times,) = Ear(MODEL).hear([Content(spelling, script)]).homes
    return np.asarray(times, np.float32)


def seen(left: str, right: str) -> Seen:
    """What is seen between two names."""
    ear = Ear(MODEL)
    return Weigher(MODEL).see(ear.prepare(left), ear.prepare(right)).seen


@pytest.mark.parametrize(
    ("spelling", "script", "country"),
    [
        ("khodadadi", Script.LATIN, "IR"),
        ("awan", Script.LATIN, "PK"),
        ("bouteflika", Script.LATIN, "DZ"),
        ("خدادادي", Script.ARABIC, "IR"),
    ],
)
def test_a_part_is_at_home_where_its_bearers_are(
    spelling: str, script: Script, country: str
) -> None:
    """Whatever the script, a family name points to its country."""
    found = home(spelling, script)
    assert COUNTRIES[int(found.argmax())] == country


@pytest.mark.parametrize(("spelling", "most"), [("ahmed", 0.3), ("khodadadi", 1.0)])
def test_a_name_of_all_countries_is_at_home_nowhere(spelling: str, most: float) -> None:
    """No country has a third of those called Ahmad; nearly all Khodadadis are in one."""
    found = home(spelling)
    share = float((found * homes_of(MODEL.lexicon).everybody).max())
    assert most - 0.3 < share <= most


def test_the_homes_of_a_form_are_shares() -> None:
    """Times the share of all bearers in each country, they are probabilities."""
    known = homes_of(MODEL.lexicon)
    assert known.everybody.sum() == pytest.approx(1.0)
    for shares in known.shares[::500]:
        assert (shares * known.everybody).sum() == pytest.approx(1.0, abs=1e-4)


def test_who_is_not_counted_is_at_home_anywhere() -> None:
    """A part of no form that was counted tells nothing."""
    spelling, known = MODEL.hear("karim", Script.LATIN).spelling, homes_of(MODEL.lexicon)
    times, sums = np.zeros(len(COUNTRIES), np.float32), np.zeros(len(COUNTRIES))
    others = known.row.copy()
    others[spelling.forms] = -1
    at_home(known.row, known.shares, MODEL.lexicon.shares, spelling, sums, times)
    assert (times == home("karim")).all()
    assert len(set(times.tolist())) > 1
    at_home(others, known.shares, MODEL.lexicon.shares, spelling, sums, times)
    assert (times == 1.0).all()


def test_parts_of_one_country_say_less_together() -> None:
    """Two Iranian parts keep company, an Iranian and a common one hardly do, one part never."""
    iranian = seen("Javad Khodadadi", "Jawad Khodadady").company
    assert iranian > 1.0
    assert seen("Ahmad Khodadadi", "Ahmed Khodadady").company < iranian
    assert seen("Khodadadi", "Khodadady").company == 0.0


def test_company_is_bounded_by_what_the_commoner_parts_say() -> None:
    """Half of the bits but those of the rarest part, at most."""
    for name in ("Javad Khodadadi", "Malik Imran Awan", "Zulfiqar Ali Khan Awan"):
        found = seen(name, name)
        assert 0.0 <= found.company <= found.sound / 2.0


@pytest.mark.parametrize("told", ["IR", "IR many", "XX 3"])
def test_a_bad_row_is_told(
    told: str, monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A row of the table that is none is named with file and line."""
    path = tmp_path_factory.mktemp("homes") / "homes.tsv"
    path.write_text(f"form\tbearers\nk a r ī m\t{told}\n", encoding="utf-8")
    monkeypatch.setattr(homes, "FILE", path)
    with pytest.raises(ValueError, match=r"homes\.tsv:2: "):
        homes_of.__wrapped__(MODEL.lexicon)


def test_what_is_written_is_read(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Counts come back as shares; less than half a bearer is left out."""
    path = tmp_path_factory.mktemp("homes") / "homes.tsv"
    monkeypatch.setattr(homes, "FILE", path)
    homes.write_homes({"k a r ī m": {"IQ": 2.04, "EG": 9.0, "DZ": 0.2}, "b a k r": {"SY": 0.1}})
    assert path.read_text(encoding="utf-8") == "form\tbearers\nk a r ī m\tEG 9 IQ 2\n"
    (shares,) = homes_of.__wrapped__(MODEL.lexicon).shares
    assert np.argsort(shares)[-1] in (COUNTRIES.index("EG"), COUNTRIES.index("IQ"))
