"""Facts about hints: what a name itself says of a country and a gender."""

import pytest

from nisba._data import curated
from nisba.facts import Gender
from nisba.facts.countries import countries_of
from nisba.gazetteer.tables import read_elements, read_table
from nisba.match import hints
from nisba.match.hints import gender_by_name, nisba_countries
from nisba.match.prepare import Ear
from nisba.sounds.model import load_model


@pytest.fixture(scope="module")
def ear() -> Ear:
    """The ear of the model."""
    return Ear(load_model())


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("al-Misri", {"EG"}),
        ("El Masry", {"EG"}),
        ("المصري", {"EG"}),
        ("at-Tikriti", {"IQ"}),
        ("Al-Baghdadi", {"IQ"}),
        ("البغدادي", {"IQ"}),
        ("Halabi", {"SY"}),
        ("Trabelsi", {"LB", "LY", "TN"}),
        ("al-Suri", {"LB", "OM", "SY"}),
        ("الصوري", {"LB", "OM"}),
        ("al-Kadhimi", set()),
        ("Biden", set()),
        ("Misr", set()),
    ],
)
def test_a_nisba_points_to_its_countries(ear: Ear, name: str, codes: set[str]) -> None:
    """In any spelling and script; to all of them where the spelling leaves it open."""
    (part,) = ear.prepare(name).contents
    assert nisba_countries(ear.model, part) == codes


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Fatima Hassan", Gender.FEMALE),
        ("فاطمة حسن", Gender.FEMALE),
        ("Fatme Hassan", Gender.FEMALE),
        ("Hassan Fatima", Gender.MALE),
        ("Abd al-Rahman Fatima", Gender.MALE),
        ("Nour bint Hassan", Gender.FEMALE),
        ("Nour bin Hassan", Gender.MALE),
        ("Nour Hassan", None),
        ("Fatima", None),
        ("al-Kadhimi", None),
        ("M. Hassan", None),
        ("", None),
    ],
)
def test_a_given_name_shows_a_gender_or_leaves_it_open(
    ear: Ear, name: str, gender: Gender | None
) -> None:
    """The mark of filiation first, then the given name; a name of both genders shows none.

    One part alone may be a family.
    """
    assert gender_by_name(ear.model, ear.prepare(name)) == gender


def test_the_editors_table_is_well_made() -> None:
    """Rows are sorted, of nisbas among the elements, with codes of countries, a place, a source."""
    columns = ("nisba", "countries", "place", "source")
    table = read_table(curated("nisba_countries.tsv"), columns, columns)
    assert table.findings == ()
    nisbas = {row["id"] for row in read_elements(curated("elements", "nisba.tsv")).rows}
    assert {row["nisba"] for row in table.rows} <= nisbas
    for row in table.rows:
        codes = row["countries"].split(" | ")
        assert codes == sorted(codes)
        assert all(countries_of(code) == {code} for code in codes), row


def test_every_nisba_of_the_table_is_heard(ear: Ear) -> None:
    """Each row has a form in the lexicon: a row that no spelling reaches would be of no use."""
    heard = dict(hints._elements(ear.model, "nisba", "id"))
    listed = {row["nisba"] for row in hints._rows("nisba_countries.tsv")}
    assert listed <= {ident for ids in heard.values() for ident in ids}
