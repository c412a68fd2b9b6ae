"""Facts about the Latin channel by region."""

import csv
from pathlib import Path

import numpy as np
import pytest

from nisba._data import curated, learned
from nisba.sounds.contexts import BASE, PLACES, UNIT_NUMBER
from nisba.sounds.letters import LATIN
from nisba.sounds.tables import (
    Channel,
    overlaid,
    read_channel,
    write_channel,
)
from nisba.sounds.training.channels import fit_latin
from nisba.sounds.training.habits import Habit, read_habits
from nisba.sounds.training.regions import fit_regions, read_regions
from nisba.sounds.training.sources import Sources, read

SPELLINGS = """arabic_key\tlatin\tcountry\trole\tcount\tsource
شريف\tSharif\tIQ\tgiven\t90\tx
شريف\tCherif\tDZ\tgiven\t90\tx
هاشم\tHashim\tIQ\tgiven\t60\tx
هاشم\tHachim\tDZ\tgiven\t60\tx
رشيد\tRashid\tIQ\tgiven\t40\tx
رشيد\tRachid\tDZ\tgiven\t40\tx
"""
READINGS = """arabic\tala_lc\tfreq
شريف\tSharīf\t50
هاشم\tHāshim\t50
رشيد\tRashīd\t50
"""
COUNTRIES = {"IQ": "iraq", "DZ": "maghreb"}
GERMAN = Habit("sh", "any", "sch", "germany")


@pytest.fixture(scope="module")
def channel() -> Channel:
    """The channel that comes with the package."""
    return read_channel(learned("latin.tsv"), LATIN)


@pytest.fixture
def sources(tmp_path: Path) -> Sources:
    """Three names as Baghdad and Algiers spell them."""
    (tmp_path / "name_units.tsv").write_text(SPELLINGS, encoding="utf-8")
    (tmp_path / "lc_words.tsv").write_text(READINGS, encoding="utf-8")
    (tmp_path / "elements").mkdir()
    return read(tmp_path, tmp_path / "elements")


def chance(channel: Channel, region: str, unit: str, place: str, chunk: str) -> float:
    """P(chunk | unit, place) of a region, `*` for all together."""
    table = channel.table if region == "*" else channel.regions[region]
    row = UNIT_NUMBER[unit] * len(PLACES) + PLACES.index(place)
    return float(table[row, channel.number[chunk]])


def regional(sources: Sources) -> Channel:
    """The three names' channel by region."""
    common, _ = fit_latin(sources, None, (GERMAN,))
    return fit_regions(sources, common, COUNTRIES, (GERMAN,))


@pytest.mark.parametrize(
    ("region", "unit", "place", "chunk", "least"),
    [
        ("maghreb", "sh", "initial", "ch", 0.9),  # Cherif
        ("maghreb", "ū", "medial", "ou", 0.8),  # Mahmoud
        ("maghreb", "j", "medial", "dj", 0.25),  # Nadjib
        ("egypt", "j", "initial", "g", 0.5),  # Gamal
        ("iran", "q", "initial", "gh", 0.4),  # Ghasem
        ("iran", "ḍ", "medial", "z", 0.9),  # Reza
        ("iran", "aẗ", "final", "eh", 0.5),  # Fatemeh
        ("iran", "w", "initial", "v", 0.5),  # Vahid
        ("south-asia", "ū", "medial", "oo", 0.35),  # Mahmood
        ("south-asia", "ī", "medial", "ee", 0.3),  # Kareem
        ("iraq", "ẓ", "medial", "dh", 0.4),  # Kadhim
        ("sudan", "q", "medial", "g", 0.2),  # Bagir
        ("libya", "q", "initial", "g", 0.25),  # Gaddafi
    ],
)
def test_a_region_writes_what_it_is_known_for(
    channel: Channel, region: str, unit: str, place: str, chunk: str, least: float
) -> None:
    """A habit of a region is common there, and clearly commoner than in all regions together."""
    here = chance(channel, region, unit, place, chunk)
    assert here > least
    assert here > 1.2 * chance(channel, "*", unit, place, chunk)


def test_an_editors_habit_is_at_home_in_its_region(channel: Channel) -> None:
    """Where no register shows a region, one name in ten or more follows each of its habits."""
    for habit in read_habits(curated("habits.tsv")):
        column = channel.number[habit.chunk]
        here = channel.regions[habit.region][habit.rows(), column]
        assert (here > 0).all()
        if habit.region not in channel.shares:
            assert (here > 0.1).all(), habit


def test_mass_sums_to_one_in_every_region(channel: Channel) -> None:
    """The renderings of every unit in every region are probabilities that sum to 1."""
    for region, base in channel.regions.items():
        table = channel.table_of(region)
        assert table.shape == channel.table.shape
        assert (table[:BASE] == base).all()
        assert (table >= 0).all()
        assert np.allclose(table.sum(axis=1), 1.0)


def test_shares_sum_to_one_and_habits_alone_have_none(channel: Channel) -> None:
    """Every attested spelling has a region; nobody counted the Germans'."""
    assert sum(channel.shares.values()) == pytest.approx(1.0, abs=1e-4)
    assert set(channel.shares) == set(read_regions(curated("regions.tsv")).values())
    assert "germany" in channel.regions.keys() - channel.shares.keys()


def test_a_channel_is_the_same_after_writing(channel: Channel, tmp_path: Path) -> None:
    """Reading a written channel and writing it again changes no letter."""
    write_channel(tmp_path / "latin.tsv", channel)
    assert (tmp_path / "latin.tsv").read_bytes() == learned("latin.tsv").read_bytes()


def test_the_table_stays_readable() -> None:
    """A person can read the channel: fewer than 6,000 rows, each with its region."""
    lines = learned("latin.tsv").read_text(encoding="utf-8").splitlines()
    assert len(lines) < 6000


def test_what_a_region_does_not_list_keeps_its_proportions() -> None:
    """The chunks left aside share what is left as they do commonly."""
    row = overlaid(np.array([0.4, 0.2, 0.4]), {2: 0.7})
    assert row.tolist() == pytest.approx([0.2, 0.1, 0.7])


def test_spellings_of_a_country_teach_its_region(sources: Sources) -> None:
    """Cherif in Algiers and Sharif in Baghdad are told apart, and stand together in `*`."""
    learnt = regional(sources)
    maghreb, iraq, common = (
        chance(learnt, region, "sh", "medial", "ch") for region in ("maghreb", "iraq", "*")
    )
    assert maghreb > 1.3 * common
    assert common > 1.3 * iraq
    assert learnt.shares == pytest.approx({"iraq": 0.5, "maghreb": 0.5}, abs=0.05)


def test_a_region_without_spellings_has_its_habits(sources: Sources) -> None:
    """No register shows Germans: sch is rare in all regions, and a choice in theirs."""
    learnt = regional(sources)
    assert chance(learnt, "*", "sh", "initial", "sch") < 0.01
    assert chance(learnt, "germany", "sh", "initial", "sch") > 0.1


def test_regions_are_learned_the_same_each_time(sources: Sources) -> None:
    """The same input gives the same tables, bit for bit."""
    one, two = regional(sources), regional(sources)
    assert one.regions.keys() == two.regions.keys()
    assert all((one.regions[r] == two.regions[r]).all() for r in one.regions)


def test_every_country_of_a_region_is_known() -> None:
    """`regions.tsv` speaks of countries that `countries.tsv` lists, each once."""
    with curated("countries.tsv").open(encoding="utf-8", newline="") as lines:
        known = {row["code"] for row in csv.DictReader(lines, delimiter="\t")}
    with curated("regions.tsv").open(encoding="utf-8", newline="") as lines:
        listed = [row["country"] for row in csv.DictReader(lines, delimiter="\t")]
    assert set(listed) <= known
    assert len(listed) == len(set(listed))
