"""Facts about facts: what a birth year, a country and a gender say beside two names."""

import pytest

from nisba import Facts, compare, facts_of
from nisba.facts import Gender, Years
from nisba.match import Comparison, Verdict
from nisba.match.facts import _nisba_bits, birth_year_bits, country_bits, gender_bits
from nisba.match.weights import value

MALE, FEMALE = Gender.MALE, Gender.FEMALE


def year(text: str) -> Years:
    """A birth year as it is written."""
    born = facts_of(birth_year=text).born
    assert born
    return born


def countries(*codes: str) -> frozenset[str]:
    """A set of codes."""
    return frozenset(codes)


def spoken(comparison: Comparison) -> dict[str, float]:
    """Bits by quantity."""
    return {quantity: bits for quantity, _, bits in comparison.weighed}


def test_the_weights_are_chances() -> None:
    """What two records of one person may say adds up to certainty."""
    births = ("born_same", "born_off_by_one", "born_near", "born_far")
    assert sum(map(value, births)) == pytest.approx(1.0)
    for name in ("country_kept", "country_shared", "nisba_of_country", "gender_of_name"):
        assert 0 < value(name) < 1


def test_a_birth_year_says_less_the_less_it_says() -> None:
    """The year says more than a year about which it was, and that more than a decade."""
    known = year("1967")
    told = [birth_year_bits(known, year(text)) for text in ("1967", "c. 1967", "196?", "19??")]
    assert told == sorted(told, reverse=True)
    assert told[0] > 5
    assert told[-1] == 0


def test_a_decade_says_the_spread_over_its_width() -> None:
    """Births of fifty years over a decade: log2 5 bits, whether one or both are decades."""
    decade = year("1960s")
    for other in (year("1967"), decade):
        assert birth_year_bits(decade, other) == pytest.approx(2.3, abs=0.2)


def test_birth_years_further_apart_say_more_against() -> None:
    """One year off is a slip or a calendar, up to five an estimate, more another person."""
    told = [birth_year_bits(year("1967"), year(t)) for t in ("1967", "1968", "1971", "1980")]
    assert told == sorted(told, reverse=True)
    assert told[1] > -1
    assert told[2] < -1
    assert told[3] < -4


def test_years_that_overlap_never_contradict() -> None:
    """A century holds the year, and more years than births spread over."""
    assert birth_year_bits(year("1900s"), year("1999")) == 0
    assert birth_year_bits(year("1900s"), year("2001")) < 0


def test_a_rare_country_says_more() -> None:
    """Few namesakes of a Libyan are Libyans; nearly all of an Iranian are Iranians."""
    libya, egypt, iran = (country_bits(c, c) for c in map(countries, ("LY", "EG", "IR")))
    assert libya > egypt > iran >= 0


def test_more_countries_say_less() -> None:
    """Whoever has three countries shares one of them by chance more often."""
    one, three = countries("IQ"), countries("IQ", "GB", "SY")
    assert country_bits(one, one) > country_bits(one, three) > 0


def test_other_countries_say_less_than_other_birth_years() -> None:
    """People move, and a field may hold the birthplace or the passport; years stay."""
    moved = country_bits(countries("IQ"), countries("GB"))
    assert birth_year_bits(year("1942"), year("1967")) < moved < 0


def test_a_gender_in_dispute_is_strong() -> None:
    """That two agree says little; that they do not, much."""
    assert 0 < gender_bits(MALE, MALE) < 1
    assert gender_bits(MALE, FEMALE) < -5


def test_facts_tell_namesakes_apart() -> None:
    """Two men of one name: a leader of the Sahrawis, and a president of Mauritania."""
    left, right = facts_of(birth_year=1948, country="EH"), facts_of(birth_year=1956, country="MR")
    names = "Mohamed Abdelaziz", "Mohamed Ould Abdel Aziz"
    plain = compare(*names)
    told = compare(*names, left_facts=left, right_facts=right)
    same = compare(*names, left_facts=left, right_facts=left)
    assert told.probability < plain.probability < same.probability < 1
    assert told.bits < plain.bits < same.bits
    assert told.verdict is not Verdict.SAME


def test_the_bits_add_up() -> None:
    """The facts stand among what was weighed, and the whole is the sum."""
    known = facts_of(birth_year=1967, country="IQ", gender="m")
    found = compare("Mustafa Kadhimi", "Moustafa al-Kazemi", left_facts=known, right_facts=known)
    said = spoken(found)
    assert list(said)[-3:] == ["birth_year", "country", "gender"]
    assert sum(said.values()) == pytest.approx(found.bits)
    assert (found.left_facts, found.right_facts) == (known, known)


def test_facts_alone_make_no_match() -> None:
    """A Hadi and a Biden of one age, country and gender are not one person."""
    known = facts_of(birth_year=1942, country="US", gender="m")
    found = compare("Hadi al-Amiri", "Joe Biden", left_facts=known, right_facts=known)
    plain = compare("Hadi al-Amiri", "Joe Biden")
    assert found.verdict is Verdict.DIFFERENT
    assert found.bits == plain.bits


def test_a_nisba_stands_for_a_country() -> None:
    """Al-Tikriti fits Iraq, where the other side gives the country and no nisba."""
    names = "Barzan Ibrahim al-Tikriti", "Barzan Ibrahim"
    iraq, lebanon = (facts_of(country=code) for code in ("IQ", "LB"))
    assert spoken(compare(*names, right_facts=iraq))["nisba_country"] > 0
    assert spoken(compare(*names, right_facts=lebanon))["nisba_country"] < 0
    assert spoken(compare(*names[::-1], left_facts=iraq))["nisba_country"] > 0


@pytest.mark.parametrize("code", ["EG", "IQ", "LB", "LY", "ZZ"])
def test_a_nisba_says_no_more_than_its_country(code: str) -> None:
    """It is weak evidence of what the country itself would say."""
    one, other = countries(code), countries("SE")
    assert 0 < _nisba_bits(one, one) <= country_bits(one, one)
    assert country_bits(one, other) <= _nisba_bits(one, other) < 0


def test_a_nisba_on_both_sides_says_nothing_of_a_country() -> None:
    """Another al-Tikriti would be of Iraq as well."""
    found = compare("Barzan al-Tikriti", "Barzan Tikriti", right_facts=facts_of(country="IQ"))
    assert "nisba_country" not in spoken(found)


def test_a_country_outweighs_a_nisba() -> None:
    """Where both sides give a country, nobody asks the nisba."""
    iraq, jordan = (facts_of(country=code) for code in ("IQ", "JO"))
    names = "Barzan Ibrahim al-Tikriti", "Barzan Ibrahim"
    assert set(spoken(compare(*names, left_facts=jordan, right_facts=iraq))) >= {"country"}
    assert "nisba_country" not in spoken(compare(*names, left_facts=jordan, right_facts=iraq))


def test_a_given_name_stands_for_a_gender() -> None:
    """A record of a woman al-Fihri may be Fatima al-Fihri, and hardly Yusuf al-Fihri."""
    woman = facts_of(gender="f")
    fits = spoken(compare("Fatima al-Fihri", "al-Fihri", right_facts=woman))
    against = spoken(compare("Yusuf al-Fihri", "al-Fihri", right_facts=woman))
    assert fits["gender_of_name"] > 0 > against["gender_of_name"]
    assert against["gender_of_name"] > gender_bits(MALE, FEMALE)


def test_a_name_that_speaks_for_itself_is_not_asked_twice() -> None:
    """Where the record's own given name shows its gender, the other name is held against that."""
    found = compare("Fatima Fihri", "Fatima al-Fihri", right_facts=facts_of(gender="m"))
    assert "gender_of_name" not in spoken(found)


def test_a_country_that_nobody_counted_is_weighed() -> None:
    """Codes beyond the table, even unassigned ones, are countries like others."""
    assert (
        country_bits(countries("ZZ"), countries("ZZ"))
        > 0
        > country_bits(countries("ZZ"), countries("QQ"))
    )


def test_nothing_known_is_nothing_said() -> None:
    """Empty facts are none."""
    assert compare("Ali", "Aly", left_facts=Facts(), right_facts=Facts()) == compare("Ali", "Aly")
