"""Birth years, countries and genders on the command line."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from nisba.cli import cli

LIST = """id,name,born,nation
boxer,Muhammad Ali,1942,US
pasha,Muhammad Ali,1769,Egyptian
prince,Muhammad Ali,١٨٧٥,مصر
"""
PEOPLE = """name,year,land
Mohamed Aly,1942,American
Mohamed Aly,,EG
Mohamed Aly,42,
"""
FACTS = ("--birth-year-column", "year", "--country-column", "land")
AGAINST = ("--against-birth-year-column", "born", "--against-country-column", "nation")


def run(*words: str) -> Result:
    """Run nisba."""
    return CliRunner().invoke(cli, words, prog_name="nisba")


def resolved(folder: Path, listed: str, *more: str) -> Result:
    """Resolve the people above against a list."""
    (folder / "people.csv").write_text(PEOPLE, encoding="utf-8")
    (folder / "list.csv").write_text(listed, encoding="utf-8")
    words = ("--column", "name", "-o", "-", "--against", str(folder / "list.csv"))
    return run("resolve", str(folder / "people.csv"), *words, *more)


def test_columns_decide_between_namesakes(tmp_path: Path) -> None:
    """One row matches, one stays ambiguous between two, one is told and resolved by its name."""
    result = resolved(tmp_path, LIST, *FACTS, *AGAINST)
    assert result.exit_code == 0, result.output
    rows = result.stdout.splitlines()[1:]
    assert rows[0].startswith("Mohamed Aly,1942,American,match,boxer,Muhammad Ali,")
    assert "Born 1942 on both sides" in rows[0]
    assert rows[1].startswith("Mohamed Aly,,EG,ambiguous,,,")
    assert rows[2].startswith("Mohamed Aly,42,,ambiguous,,,")
    assert "Not read: birth year '42'." in rows[2]
    assert f"nisba: {tmp_path / 'people.csv'}:4: '42': birth year: write a year" in result.stderr
    assert "0 rejected; 1 fact not read, and left out" in result.stderr


def test_without_columns_all_are_ambiguous(tmp_path: Path) -> None:
    """The same file, asked by name alone."""
    result = resolved(tmp_path, LIST)
    assert result.stdout.count(",ambiguous,") == 3
    assert "not read" not in result.stderr


def test_a_list_s_cell_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    """The line of the list, its value, and the run goes on."""
    result = resolved(tmp_path, LIST.replace("1769", "long ago"), *FACTS, *AGAINST)
    assert result.exit_code == 0
    assert f"nisba: {tmp_path / 'list.csv'}:3: 'long ago': birth-year: write" in result.stderr
    assert "match,boxer" in result.stdout


def test_a_folder_has_no_columns(tmp_path: Path) -> None:
    """Columns of facts are of a CSV file; the records of a gazetteer have their own."""
    (tmp_path / "people.csv").write_text(PEOPLE, encoding="utf-8")
    words = ("--column", "name", "-o", "-", "--against-gender-column", "sex")
    result = run("resolve", str(tmp_path / "people.csv"), *words)
    assert result.exit_code == 2
    assert "'sex': a gazetteer folder has no columns" in result.stderr


def test_years_that_meet_nothing_are_told_of(tmp_path: Path) -> None:
    """Years of birth on one side alone decide nothing, and the user hears of it."""
    unmet = "list.csv: no --against-birth-year-column: years of birth meet nothing there"
    assert unmet in resolved(tmp_path, LIST, *FACTS).stderr
    assert unmet not in resolved(tmp_path, LIST, *FACTS, *AGAINST).stderr


def test_a_column_that_is_not_there_gives_status_2(tmp_path: Path) -> None:
    """With the file, its line and the columns there are."""
    result = resolved(tmp_path, LIST, "--gender-column", "sex")
    assert result.exit_code == 2
    assert "people.csv:1: 'sex': no such column" in result.stderr


def test_compare_takes_facts_of_both() -> None:
    """What is known of A and of B follows each option; - is not known."""
    names = ("compare", "Mohamed Abdelaziz", "Mohamed Ould Abdel Aziz")
    plain, told = run(*names), run(*names, "--birth-year", "1948", "1956", "--country", "EH", "-")
    assert "born in other years" in told.stdout
    assert "born in" not in plain.stdout
    assert "countr" not in told.stdout


@pytest.mark.parametrize(
    ("option", "values", "said"),
    [
        ("--birth-year", ("1967", "67"), "nisba: birth year '67': write a year"),
        ("--country", ("Atlantis", "IQ"), "nisba: country 'Atlantis': write a code"),
        ("--gender", ("m", "both"), "nisba: gender 'both': write male or female"),
    ],
)
def test_compare_refuses_what_it_cannot_read(
    option: str, values: tuple[str, str], said: str
) -> None:
    """Two names are few enough to be asked again."""
    result = run("compare", "Ali", "Aly", option, *values)
    assert result.exit_code == 2
    assert result.stderr.startswith(said)
