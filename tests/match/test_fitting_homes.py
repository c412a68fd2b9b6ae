"""Facts about the counting of homes: which rows count, and for which forms."""

import subprocess
import sys
from pathlib import Path

from nisba.match.fitting_homes import homes
from nisba.match.prepare import Ear
from nisba.sounds.model import load_model

EAR = Ear(load_model())


def row(
    arabic: str, latin: str, country: str, count: int, source: str = "wikidata"
) -> dict[str, str]:
    """One row of name parts."""
    return {
        "arabic_key": arabic,
        "latin": latin,
        "country": country,
        "count": str(count),
        "source": source,
    }


def test_one_bearer_of_each_country_is_left_out() -> None:
    """Five bearers count four times, one does not; the row of a register counts once."""
    counts = homes(
        [
            row("كريم", "Karim", "IQ", 5),
            row("كريم", "Karim", "SY", 1),
            row("كريم", "Karim", "DZ", 1, "dzirinames"),
        ],
        EAR,
    )
    total: dict[str, float] = {}
    for found in counts.values():
        for country, bearers in found.items():
            total[country] = total.get(country, 0.0) + bearers
    assert {country: round(bearers, 6) for country, bearers in total.items()} == {"IQ": 4, "DZ": 1}


def test_a_form_must_render_both_spellings() -> None:
    """Two spellings that no form joins are counted for none, nor are two parts in a row."""
    assert homes([row("كريم", "Hassan", "IQ", 5), row("كريم علي", "Karim Ali", "IQ", 5)], EAR) == {}


def test_another_country_is_left_out() -> None:
    """Only the countries that are told apart are counted."""
    assert homes([row("كريم", "Karim", "SE", 5)], EAR) == {}


def test_a_folder_without_the_table_is_told(tmp_path: Path) -> None:
    """The command names what it misses, and writes nothing."""
    ran = subprocess.run(
        [sys.executable, "-m", "nisba.match.fitting_homes", "--data", str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 1
    assert "no name_units.tsv" in ran.stderr
