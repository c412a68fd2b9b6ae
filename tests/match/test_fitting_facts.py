"""Facts about the fit of facts: what is counted, and what follows from the counts."""

import subprocess
import sys
from pathlib import Path

import pytest

from nisba.match.facts import COUNTS
from nisba.match.fitting_facts import (
    countries,
    kept,
    mean_rate,
    namesakes,
    of_nisba,
    rate,
    write_counts,
)


def person(nationality: str, birth: str, kind: str = "primary") -> dict[str, str]:
    """One row of listed persons."""
    return {"nationality": nationality, "place_of_birth": birth, "kind": kind}


def bearer(country: str, count: int, lang: str = "en") -> dict[str, str]:
    """One row of full names, all of one name."""
    row = {"arabic_key": "علي حسن", "country": country, "count": str(count)}
    return {**row, "source": "wikidata", "lang": lang}


def test_a_person_keeps_a_country() -> None:
    """Counted are persons with both fields, by the country behind the last comma of a place."""
    persons = [
        person("Iraq", "Awja, near Tikrit, Iraq"),
        person("Lebanon;Canada", "Jouar, Lebanon;Kuwait"),
        person("Saudi Arabia", "Kuwait"),
        person("Iraq", ""),
        person("Iraq", "Atlantis"),
        person("Iraq", "Iran", "strong_aka"),
    ]
    assert kept(persons) == (2, 3)


def test_namesakes_are_counted_in_pairs() -> None:
    """Two Egyptians and a Moroccan of one name: of six ordered pairs two are compatriots."""
    counts = namesakes([bearer("EG", 2), bearer("MA", 1), bearer("SY", 5, "fr")])
    assert counts == {"EG": (2, 4, 2), "MA": (1, 2, 0)}


def test_a_country_of_few_pairs_says_nothing_of_the_mean() -> None:
    """The mean is over countries, each once, whose namesakes are enough to tell."""
    counts = {"EG": (9, 100, 50), "LY": (9, 100, 10), "MR": (9, 1, 1)}
    assert mean_rate(counts)[0] == pytest.approx(0.3)


def test_nisbas_are_held_against_countries() -> None:
    """Only nisbas that point somewhere count, and no given name."""
    bearers = [
        ("Omar al-Tikriti", countries(["Iraq"])),
        ("Omar al-Masri", countries(["Lebanon"])),
        ("Omar al-Kadhimi", countries(["Iraq"])),
    ]
    assert of_nisba(bearers) == (1, 2)


def test_a_rate_is_never_certain() -> None:
    """Ten of ten leave room for the eleventh."""
    share, error = rate((10, 10))
    assert 0.9 < share < 1
    assert error > 0


def test_the_counts_are_written_as_they_stand(tmp_path: Path) -> None:
    """The table that comes with the package has the form that the command writes."""
    rows = [line.split("\t") for line in COUNTS.read_text(encoding="utf-8").splitlines()[1:]]
    counts = {code: (int(a), int(b), int(c)) for code, a, b, c in rows}
    assert all(same <= pairs for _, pairs, same in counts.values())
    write_counts(tmp_path / "countries.tsv", counts)
    assert (tmp_path / "countries.tsv").read_text("utf-8") == COUNTS.read_text("utf-8")


def test_a_folder_without_the_tables_is_told(tmp_path: Path) -> None:
    """Nothing is written before the files are there."""
    command = [sys.executable, "-m", "nisba.match.fitting_facts", "--data", str(tmp_path)]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    assert run.returncode == 1
    assert f"nisba: {tmp_path}: no ofac_persons.tsv, full_names.tsv" in run.stderr
