"""Facts about the entries of a list, and the links between them."""

import math

import numpy as np
import pytest

from nisba.facts import Facts, Years, facts_of
from nisba.resolve import clusters_links
from nisba.resolve.clusters_links import RELATIVES, Distinct, Entries, Evidence
from nisba.resolve.neighbours import Pairs

NOTHING = Facts()


def entries(*rows: tuple[str, Facts]) -> Entries:
    """The entries of rows."""
    found = Distinct()
    for text, facts in rows:
        found.add(text, facts)
    return found.entries()[0]


def pairs(found: Pairs) -> dict[tuple[int, int], float]:
    """Odds by pair."""
    return dict(
        zip(zip(found.left.tolist(), found.right.tolist(), strict=True), found.odds, strict=True)
    )


def test_rows_that_say_the_same_are_one_entry() -> None:
    """Equal names with equal facts are counted, other facts make another entry."""
    one = facts_of(birth_year=1948)
    found = entries(("Ali", NOTHING), ("Ali", one), ("Ali", NOTHING))
    assert [(found.known(at), found.rows[at]) for at in range(len(found))] == [
        (one, 1),
        (NOTHING, 2),
    ]


def test_the_order_of_rows_is_nothing() -> None:
    """Entries stand in the order of names and facts."""
    rows = [("Ali", facts_of(birth_year=1948)), ("Ali", NOTHING), ("Abu Bakr", NOTHING)]
    one, other = entries(*rows), entries(*rows[::-1])
    assert [one.text(i) for i in range(3)] == ["Abu Bakr", "Ali", "Ali"]
    assert [one.known(i) for i in range(3)] == [other.known(i) for i in range(3)]


def test_the_same_year_of_birth_is_evidence() -> None:
    """Odds of equal names rise with an equal year, and fall with another one."""
    years = (facts_of(birth_year=1948), facts_of(birth_year=1970))
    found = entries(
        ("Muammar Gaddafi", NOTHING),
        ("Mouammar Kadhafi", years[0]),
        *(("Muammar Gaddafi", year) for year in years),
    )
    texts = [
        (found.text(at), found.known(at).born and str(found.known(at).born)) for at in range(4)
    ]
    plain, same, other = (texts.index(("Muammar Gaddafi", year)) for year in (None, "1948", "1970"))
    odds = (
        Evidence(found)
        .between(
            np.array([texts.index(("Mouammar Kadhafi", "1948"))] * 3, np.int32),
            np.array([plain, same, other], np.int32),
        )
        .odds
    )
    assert odds[1] > odds[0] + 4
    assert odds[2] < odds[0] - 4


def test_links_agree_with_what_is_asked() -> None:
    """A link has the odds that `between` gives for the same pair."""
    year = facts_of(birth_year=1948, country="LY")
    found = entries(
        ("Muammar Gaddafi", NOTHING), ("Muammar Gaddafi", year), ("Mouammar Kadhafi", year),
        ("Saif Gaddafi", NOTHING),
    )  # fmt: skip
    evidence = Evidence(found)
    links = evidence.links(0.0)
    assert len(links.left) >= 3
    again = evidence.between(links.left, links.right)
    assert links.odds == pytest.approx(again.odds, abs=1e-4)
    assert links.bits == pytest.approx(again.bits, abs=1e-4)


def test_relatives_are_not_one() -> None:
    """However rare the family, contradicting given names stay below even odds."""
    found = entries(("Saif Qadhdhafi", NOTHING), ("Hannibal Qadhdhafi", NOTHING))
    both = Evidence(found).between(np.array([0], np.int32), np.array([1], np.int32))
    assert both.relatives[0]
    assert both.odds[0] <= RELATIVES


def test_the_length_counts_in_whole_bits() -> None:
    """A longer list asks for more, and a short one for no less than the lists that were fitted."""

    def odds(more: int) -> float:
        rows = [("Joe Biden", Facts(Years(year, year))) for year in range(1000, 1000 + more)]
        found = entries(("Muammar Gaddafi", NOTHING), *rows)
        place = np.array([[found.text(at) for at in range(len(found))].index("Muammar Gaddafi")])
        return float(Evidence(found).between(place, place).odds[0])

    assert odds(0) == odds(300)
    assert odds(600) == odds(900) == odds(0) - 1.0


def test_what_is_no_name_has_no_odds() -> None:
    """Facts make nobody of signs."""
    year = facts_of(birth_year=1948)
    found = entries(("...", year), ("...", NOTHING))
    odds = Evidence(found).between(np.array([0], np.int32), np.array([0], np.int32)).odds
    assert odds[0] == -math.inf


def test_crowds_are_compared_within_a_year(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a name with very many entries only those of one birth year are set side by side."""
    rows = [
        ("Muammar Gaddafi", facts_of(birth_year=year, country=country))
        for year in (1948, 1970) for country in ("LY", "EG", "TN")
    ]  # fmt: skip
    found = entries(*rows)
    whole = pairs(Evidence(found).links(-30.0))
    monkeypatch.setattr(clusters_links, "_CROWDED", 4)
    some = pairs(Evidence(found).links(-30.0))
    assert len(whole) == 15
    assert set(some) == {(a, b) for a, b in whole if found.known(a).born == found.known(b).born}
    assert all(odds == whole[pair] for pair, odds in some.items())


def test_pieces_of_the_work_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Links are the same however many pairs are weighed together."""
    rows = [
        (name, facts_of(birth_year=year))
        for year in (1948, 1970, 1971) for name in ("Muammar Gaddafi", "Mouammar Kadhafi")
    ]  # fmt: skip
    found = entries(*rows, ("Joe Biden", NOTHING))
    whole = pairs(Evidence(found).links(-4.0))
    monkeypatch.setattr(clusters_links, "_AT_ONCE", 2)
    assert pairs(Evidence(found).links(-4.0)) == whole
