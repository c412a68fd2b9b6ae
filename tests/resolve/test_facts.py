"""Facts about namesakes: names leave them together, facts tell them apart."""

import pytest

from nisba import Decision, Facts, Gazetteer, Resolver, facts_of
from nisba.facts import Years

MUHAMMAD_ALI = "\u0645\u062d\u0645\u062f \u0639\u0644\u064a"  # محمد علي


@pytest.fixture(scope="module")
def crowd() -> Resolver:
    """Three hundred men called Muhammad Ali, born in as many years."""
    pairs = [(f"born-{year}", "Muhammad Ali") for year in range(1700, 2000)]
    known = {f"born-{year}": Facts(Years(year, year)) for year in range(1700, 2000)}
    return Resolver(Gazetteer.from_names(pairs, facts=known))


@pytest.fixture(scope="module")
def few() -> Resolver:
    """Four namesakes of two countries and generations."""
    known = {
        "boxer": facts_of(birth_year=1942, country="US", gender="m"),
        "pasha": facts_of(birth_year=1769, country="EG", gender="m"),
        "prince": facts_of(birth_year=1875, country="EG", gender="m"),
        "unknown": Facts(),
    }
    return Resolver(Gazetteer.from_names([(ident, "Muhammad Ali") for ident in known], facts=known))


def test_namesakes_are_all_named(few: Resolver) -> None:
    """Without facts the name is ambiguous, and every namesake is listed, whatever the limit."""
    found = few.resolve("Mohamed Aly", limit=1)
    assert found.decision is Decision.AMBIGUOUS
    assert found.namesakes == ("boxer", "pasha", "prince", "unknown")
    assert len(found.candidates) == 1


def test_a_birth_year_decides(few: Resolver) -> None:
    """Facts that fit one namesake alone make a match of the name, and the reason tells them."""
    found = few.resolve("Mohamed Aly", birth_year="1942", country="American")
    assert (found.decision, found.identity, found.namesakes) == (Decision.MATCH, "boxer", ())
    assert found.reason.endswith("Born 1942 on both sides, of United States on both sides.")


def test_the_reason_shows_what_contradicts(few: Resolver) -> None:
    """Nobody of the list was born in that year, of whom a year is known."""
    found = few.resolve("Mohamed Aly", birth_year=1990)
    assert found.candidates[0].identity == "unknown"
    assert {c.identity: c.evidence.bits for c in found.candidates[1:]}.keys() == {
        "boxer",
        "pasha",
        "prince",
    }
    assert all(c.bits < found.candidates[0].bits - 4 for c in found.candidates[1:])


def test_a_shared_country_leaves_two(few: Resolver) -> None:
    """Two Egyptians remain, before those of whom less is known or something else."""
    found = few.resolve(MUHAMMAD_ALI, country="مصري")
    assert [c.identity for c in found.candidates[:2]] == ["pasha", "prince"]


def test_the_index_loses_no_namesake(crowd: Resolver) -> None:
    """Of three hundred namesakes the one of the birth year comes first, wherever he stands."""
    for year in (1700, 1763, 1850, 1967, 1999):
        found = crowd.resolve(MUHAMMAD_ALI, birth_year=year)
        assert found.candidates[0].identity == f"born-{year}"
        assert found.candidates[0].probability > 0.8
        assert found.candidates[1].probability < 0.1


def test_a_crowd_is_ambiguous(crowd: Resolver) -> None:
    """Without a birth year nobody is told from the others, and somebody of them it is."""
    found = crowd.resolve(MUHAMMAD_ALI)
    assert found.decision is Decision.AMBIGUOUS
    assert len(found.namesakes) > 20


def test_one_of_many_cousins_is_of_any_age() -> None:
    """A stranger of a family is no likelier listed because one of twenty cousins is of his age."""
    given = "Jaber Salem Saad Nawaf Mubarak Fahd Ahmad Khalid Hamad Ali Hassan Bandar Talal Turki"
    pairs = [(name, f"{name} al-Sabah") for name in given.split()]
    known = {name: Facts(Years(1940 + i, 1940 + i)) for i, (name, _) in enumerate(pairs)}
    resolver = Resolver(Gazetteer.from_names(pairs, facts=known))
    plain, told = (resolver.resolve("Yusuf al-Sabah", birth_year=year) for year in (None, 1947))
    assert told.candidates[0].identity == "Khalid"
    assert plain.nobody < 8 * told.nobody


def test_many_are_resolved_each_by_its_facts(crowd: Resolver) -> None:
    """`resolve_many` takes facts in the order of the names; the same name is asked again."""
    facts = [facts_of(birth_year=1967), None, facts_of(birth_year=1763)]
    many = crowd.resolve_many(["Muhammad Ali"] * 3, facts=facts)
    assert [found.candidates[0].identity for found in many[::2]] == ["born-1967", "born-1763"]
    assert many[1] == crowd.resolve("Muhammad Ali")
    assert many[0] == crowd.resolve("Muhammad Ali", birth_year=1967)


def test_every_name_has_its_facts(crowd: Resolver) -> None:
    """A list of facts of another length is an error, not a shift."""
    with pytest.raises(ValueError, match="2 names, but facts of 1"):
        crowd.resolve_many(["Muhammad Ali", "Ali"], facts=[Facts()])


def test_what_cannot_be_read_is_an_error(few: Resolver) -> None:
    """A program is told what it may give."""
    with pytest.raises(ValueError, match="birth year '42': write a year"):
        few.resolve("Muhammad Ali", birth_year="42")


def test_without_facts_nothing_but_the_name_counts(few: Resolver) -> None:
    """What is known of the listed changes no answer to a mere name."""
    names = [("boxer", "Muhammad Ali"), ("pasha", "Muhammad Ali"), ("tikriti", "Omar al-Tikriti")]
    known = {"boxer": facts_of(country="US"), "tikriti": facts_of(country="LB", gender="f")}
    plain, told = (
        Resolver(Gazetteer.from_names(names)),
        Resolver(Gazetteer.from_names(names, facts=known)),
    )
    for name in ("Mohamed Aly", "Omar", "Umar al-Tikriti", "Omar al-Masri"):
        assert told.resolve(name) == plain.resolve(name)


def test_the_curated_gazetteer_holds_facts() -> None:
    """The records' birth years, countries and genders decide between their bearers."""
    resolver = Resolver(Gazetteer.load())
    assert resolver.resolve("Abdullah al-Thani", country="Libyan").identity == "abdullah-al-thani"
    qatari = resolver.resolve("Abdullah al-Thani", country="Qatar")
    assert {"QA"} == resolver.gazetteer.facts(qatari.candidates[0].identity).countries
    assert resolver.resolve("al-Kadhemi", birth_year=1967, country="IQ", limit=5).identity == (
        "mustafa-al-kadhimi"
    )
    assert resolver.resolve("al-Kadhemi", birth_year=1942, country="LB").identity is None
