"""Facts about countries: one code for all that people write."""

from collections import defaultdict

import pytest

from nisba._data import curated
from nisba.facts import Unreadable, countries
from nisba.facts.countries import countries_of, label_of
from nisba.gazetteer.tables import read_table

ARAB_LEAGUE = (
    *("AE", "BH", "DJ", "DZ", "EG", "IQ", "JO", "KM", "KW", "LB", "LY", "MA", "MR", "OM", "PS"),
    *("QA", "SA", "SD", "SO", "SY", "TN", "YE"),
)


@pytest.mark.parametrize(
    "text",
    [
        *("IQ", "iq", "IRQ", "Iraq", "IRAQ", " Iraq ", "Iraqi", "Irak", "Republic of Iraq"),
        *("العراق", "عراق", "عراقي", "عراقية", "العراقية", "جمهورية العراق"),
        *("Iraq;", "Iraq; IQ"),
    ],
)
def test_all_ways_to_write_a_country_are_one(text: str) -> None:
    """Codes, names and adjectives, of men and of women, in English, French and Arabic."""
    assert countries_of(text) == {"IQ"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Korea, North", "KP"),
        ("Democratic People's Republic of Korea", "KP"),
        ("Iran (Islamic Republic of)", "IR"),
        ("Congo, Democratic Republic of the", "CD"),
        ("Bosnia and Herzegovina", "BA"),
        ("the Gambia", "GM"),
        ("U.A.E.", "AE"),
        ("Cote d\u2019Ivoire", "CI"),
        ("Türkiye", "TR"),
        ("Turkey", "TR"),
        ("NA", "NA"),
        ("NER", "NE"),
        ("West Bank", "PS"),
        ("المملكة العربية السعودية", "SA"),
        ("سورية", "SY"),
        ("عمانية", "OM"),
    ],
)
def test_names_of_lists_and_of_people(text: str, code: str) -> None:
    """Turned names, points, accents and everyday names lead to the code."""
    assert countries_of(text) == {code}


def test_several_countries_are_a_set() -> None:
    """Countries are parted by ; or |, and by commas where the whole names none."""
    assert countries_of("Iraqi; LBN | سوري") == {"IQ", "LB", "SY"}
    assert countries_of("Iraq, Iran and Syria") == {"IQ", "IR", "SY"}
    assert countries_of(["Egypt", "tn"]) == {"EG", "TN"}


@pytest.mark.parametrize("text", ["Atlantis", "ZZ", "Iraq, Atlantis", "x" * 100_000, "7"])
def test_what_names_no_country_is_refused(text: str) -> None:
    """Nothing is guessed; the error holds the value."""
    with pytest.raises(Unreadable, match="write a code") as caught:
        countries_of(text)
    assert caught.value.value in text


def test_no_name_means_two_countries() -> None:
    """What the editors and the standard list leads to one country each."""
    found = defaultdict(set)
    for code, name in (*countries._curated(), *countries._standard()):
        found[countries._key(name)].add(code)
    assert {key: codes for key, codes in found.items() if len(codes) > 1} == {}


def test_the_editors_table_is_well_made() -> None:
    """Rows are sorted and unique, each with names in both scripts and a source that is listed."""
    columns = ("code", "name", "latin", "arabic", "source")
    table = read_table(curated("countries.tsv"), columns, columns)
    assert table.findings == ()
    assert {label_of(row["code"]) for row in table.rows} == {row["name"] for row in table.rows}


@pytest.mark.parametrize("code", ARAB_LEAGUE)
def test_every_arab_country_has_its_arabic_names(code: str) -> None:
    """The table knows each member of the Arab League in Arabic, and the people of it."""
    rows = [line.split("\t") for line in curated("countries.tsv").read_text("utf-8").splitlines()]
    (names,) = [row[3].split(" | ") for row in rows if row[0] == code]
    assert any(name.endswith("ي") for name in names)
    assert all(countries_of(name) == {code} for name in names)
