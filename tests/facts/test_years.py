"""Facts about birth years: what a field says, and what nobody can know of it."""

import pytest

from nisba.facts import Unreadable
from nisba.facts.years import years_of


@pytest.mark.parametrize(
    "text",
    [
        "1967",
        " 1967 ",
        "1967.0",
        "١٩٦٧",
        "۱۹۶۷",
        "1967\u200f",
        "1967 CE",
        "1967 م",
        "1967-03-05",
        "1967/03/05",
        "1967-03-05T00:00:00",
        "1967-03-05 00:00:00",
        "1967-00-00",
        "1967-03",
        "05/03/1967",
        "5.3.1967",
        "03/1967",
        "19670305",
        "05031967",
        "5 March 1967",
        "March 5, 1967",
        "12-Mar-1967",
        "Mar 1967",
        "2 août 1967",
        "2 aout 1967",
        "٥ آذار ١٩٦٧",
        "5 كانون الثاني 1967",
        "5 جويلية 1967",
    ],
)
def test_a_year_is_read_out_of_any_date(text: str) -> None:
    """Digits of any script, dates in any order, months of three languages: the year counts."""
    assert str(years_of(text)) == "1967"


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("c. 1967", "1965-1969"),
        ("ca 1967", "1965-1969"),
        ("circa 1967", "1965-1969"),
        ("~1967", "1965-1969"),
        ("1967?", "1965-1969"),
        ("حوالي 1967", "1965-1969"),
        ("1960s", "1960-1969"),
        ("the 1960's", "1960-1969"),
        ("196?", "1960-1969"),
        ("196x", "1960-1969"),
        ("19??", "1900-1999"),
        ("1900s", "1900-1999"),
        ("1965-1968", "1965-1968"),
        ("1965\u20131968", "1965-1968"),
        ("1965-68", "1965-1968"),
        ("1967/1968", "1967-1968"),
        ("1967 or 1968", "1967-1968"),
        ("between 1965 and 1968", "1965-1968"),
        ("12 Mar 1967 to 13 Apr 1968", "1967-1968"),
        ("1967; 1969", "1967-1969"),
        ("بين 1965 و 1968", "1965-1968"),
    ],
)
def test_what_is_not_exact_is_an_interval(text: str, years: str) -> None:
    """About, a decade, a range, two dates: all the years that it may be, and no others."""
    assert str(years_of(text)) == years


def test_what_may_be_a_month_or_a_range_is_the_range() -> None:
    """1909-12 is December 1909 or 1909 to 1912: the range holds both."""
    assert str(years_of("1909-12")) == "1909-1912"


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("1387 AH", "1967-1968"),
        ("1387 هـ", "1967-1968"),
        ("١٣٨٧ هـ", "1967-1968"),
        ("1387 هجرية", "1967-1968"),
        ("1385 or 1386 AH", "1965-1967"),
        ("1345 SH", "1966-1967"),
        ("۱۳۴۵ ه.ش", "1966-1967"),
        ("64 AH", "683-684"),
    ],
)
def test_a_hijri_year_lies_in_two_years(text: str, years: str) -> None:
    """1 Muharram 1387 was 11 April 1967; 1 Farvardin 1345 was 21 March 1966."""
    assert str(years_of(text)) == years


@pytest.mark.parametrize("text", ["1387", "1332", "865", "١٣٨٧", "12/05/1387", "1390-1395"])
def test_a_year_of_an_unnamed_calendar_is_not_guessed(text: str) -> None:
    """1332 is the birth year of Ibn Khaldun, or 1913: the field must say which calendar."""
    with pytest.raises(Unreadable, match="AH or CE"):
        years_of(text)


def test_the_calendar_may_be_the_common_one() -> None:
    """With CE behind it an early year is what it is."""
    assert str(years_of("1332 CE")) == "1332"
    assert str(years_of("865 م")) == "865"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "67",
        "05/03/67",
        "5 Mar 67",
        "0",
        "3000",
        "1967 AH",
        "1387/1967",
        "1967-1965",
        "1800-1967",
        "32/13/1967",
        "before 1967",
        "about",
        "=1967",
        "196\u00b2",
        "x" * 100_000,
        "1" * 100_000,
        "1967 " * 10_000,
    ],
)
def test_what_is_no_year_is_refused_with_what_would_be(text: str) -> None:
    """A century that is not told, nonsense and floods of text are refused, each by its value."""
    with pytest.raises(Unreadable) as caught:
        years_of(text)
    assert caught.value.field == "birth year"
    assert text.startswith(caught.value.value)
    assert len(str(caught.value)) < 300


@pytest.mark.parametrize("number", [0, -1967, 67, 10**30, 1967.5, float("inf"), True])
def test_numbers_are_held_to_the_same(number: float) -> None:
    """A number is a year of four digits, or refused."""
    with pytest.raises(ValueError, match="birth year"):
        years_of(number)


def test_numbers_of_a_table_will_do() -> None:
    """pandas makes 1967.0 of a year in a column with empty cells, and a date may be a number."""
    assert {str(years_of(n)) for n in (1967, 1967.0, 19670305)} == {"1967"}
