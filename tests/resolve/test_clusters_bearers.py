"""Facts about the bearers behind a list: who is together, who is not, and how surely."""

from collections.abc import Sequence

import pytest

from nisba.facts import Facts, facts_of
from nisba.resolve.clusters_bearers import Bearers, bearers_of
from nisba.resolve.clusters_links import Distinct

NOTHING = Facts()


class Found:
    """The bearers of rows, by row."""

    def __init__(self, rows: Sequence[tuple[str, Facts] | str], max_error: float = 0.1) -> None:
        found = Distinct()
        pairs = [(row, NOTHING) if isinstance(row, str) else row for row in rows]
        came = [found.add(*pair)[0] for pair in pairs]
        entries, place = found.entries()
        self.bearers: Bearers = bearers_of(entries, max_error)
        self.entry = place[came].tolist()

    def together(self, one: int, other: int) -> bool:
        """Whether two rows are in one cluster."""
        cluster, alike = self.bearers.cluster, self.bearers.alike
        a, b = self.entry[one], self.entry[other]
        return bool(cluster[a] == cluster[b] and alike[a])

    def certainty(self, row: int) -> float:
        """How sure the place of a row is."""
        return float(self.bearers.certainty[self.entry[row]])


ARABIC = (
    "\u0645\u0635\u0637\u0641\u0649 \u0627\u0644\u0643\u0627\u0638\u0645\u064a"  # مصطفى الكاظمي
)


def test_spellings_in_two_scripts_are_one_bearer() -> None:
    """Three spellings of one name are a cluster, and surely so."""
    found = Found(["Mustafa al-Kadhimi", ARABIC, "Moustafa Kazemi", "Joe Biden"])
    assert found.together(0, 1)
    assert found.together(1, 2)
    assert not found.together(0, 3)
    assert min(found.certainty(row) for row in range(3)) > 0.9


def test_brothers_are_two() -> None:
    """A rare family name is no bearer, whatever its members are called."""
    found = Found(["Saif Qadhdhafi", "Hannibal Qadhdhafi", "Saif al-Qaddafi"])
    assert found.together(0, 2)
    assert not found.together(0, 1)


def test_facts_split_what_names_join() -> None:
    """Two of one name, born 22 years apart, are two bearers."""
    one, other = facts_of(birth_year=1948), facts_of(birth_year=1970)
    found = Found([("Mohamed Abdelaziz", one), ("Mohammed Abdel Aziz", other)])
    assert not found.together(0, 1)
    assert Found(["Mohamed Abdelaziz", "Mohammed Abdel Aziz"]).together(0, 1)


def test_facts_join_what_names_leave_open() -> None:
    """Names too common to be one bearer's are, where year and country agree."""
    known = facts_of(birth_year=1948, country="LY")
    rows = [("Mohammed Ahmed", known), ("Mohamed Ahmad", known)]
    assert not Found(["Mohammed Ahmed", "Mohamed Ahmad"], 0.01).together(0, 1)
    assert Found(rows, 0.01).together(0, 1)


def test_what_two_claim_alike_is_given_to_neither() -> None:
    """A name without a birth year, between two that contradict each other, stays alone."""
    one, other = facts_of(birth_year=1942), facts_of(birth_year=1970)
    rows = [("Muammar Gaddafi", one), ("Muammar Gaddafi", other), ("Mouammar Kadhafi", NOTHING)]
    found = Found(rows)
    assert not any(found.together(a, b) for a, b in ((0, 1), (0, 2), (1, 2)))
    assert found.bearers.torn[found.entry[2]]
    assert found.certainty(2) < 0.1
    assert found.certainty(0) == pytest.approx(0.5, abs=0.05)


def test_a_common_name_is_no_cluster() -> None:
    """Rows of a name that says next to nothing stay apart, rows of a rare one are together."""
    found = Found(["Ali", "Ali", "Muammar Gaddafi", "Muammar Gaddafi"])
    assert not found.together(0, 1)
    assert found.together(2, 3)
    assert found.certainty(2) > 0.99


def test_a_name_that_is_none_joins_nobody() -> None:
    """Signs alone are nobody, not even twice."""
    assert not Found(["...", "...", "12"]).together(0, 1)


def test_a_smaller_error_puts_less_together() -> None:
    """What is together at one error in a thousand is at one in ten."""
    rows = ["Mohammed Ahmed", "Mohamed Ahmad", "Muammar Gaddafi", "Mouammar Kadhafi"]
    strict, loose = Found(rows, 0.001), Found(rows, 0.1)
    pairs = [(a, b) for a in range(4) for b in range(a)]
    assert {p for p in pairs if strict.together(*p)} < {p for p in pairs if loose.together(*p)}


def test_no_list_has_no_clusters() -> None:
    """An empty list gives empty arrays."""
    assert len(Found([]).bearers.cluster) == 0


def test_an_error_rate_has_to_be_one() -> None:
    """No share of errors lies at 0."""
    with pytest.raises(ValueError, match="max_error"):
        Found(["Ali"], 0.0)
