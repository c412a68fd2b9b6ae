"""Facts about ids and reasons of clusters."""

import re

import numpy as np
import pytest

from nisba.facts import Facts, facts_of
from nisba.resolve.clusters_told import cluster_id, link_of, members_of, reason_of
from resolve.test_clusters_bearers import Found


def ids(found: Found) -> dict[str, str]:
    """The id of the cluster of each name."""
    entries = found.bearers.entries
    return {
        entries.text(entry): cluster_id(entries, members.tolist())
        for members in members_of(found.bearers.cluster)
        for entry in members.tolist()
    }


def test_an_id_stays_when_others_come() -> None:
    """Rows elsewhere, and another order, leave the id of a cluster as it is."""
    one = ids(Found(["Mustafa al-Kadhimi", "Moustafa Kazemi"]))
    other = ids(Found(["Joe Biden", "Moustafa Kazemi", "Barham Salih", "Mustafa al-Kadhimi"]))
    assert other.items() > one.items()
    assert len(set(other.values())) == 3


def test_an_id_is_of_its_members() -> None:
    """Another member, and another fact, give another id."""
    plain = ids(Found(["Muammar Gaddafi", "Mouammar Kadhafi"]))
    more = ids(Found(["Muammar Gaddafi", "Mouammar Kadhafi", "Moammar Qaddafi"]))
    known = ids(Found([("Muammar Gaddafi", facts_of(birth_year=1942)), "Mouammar Kadhafi"]))
    found = [one["Muammar Gaddafi"] for one in (plain, more, known)]
    assert len(set(found)) == 3
    assert all(re.fullmatch("c[0-9a-f]{16}", one) for one in found)


def test_no_two_lists_of_names_are_one() -> None:
    """Names that are one string when put together have two ids."""
    found = Found(["ab", "a", "b", "abb"]).bearers.entries
    texts = [found.text(at) for at in range(4)]
    a, ab, b = (texts.index(text) for text in ("a", "ab", "b"))
    assert cluster_id(found, [a, b]) != cluster_id(found, [ab])
    assert cluster_id(found, [ab, b]) != cluster_id(found, [a, texts.index("abb")])


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        (["Mustafa al-Kadhimi", "Moustafa Kazemi"], "nearest in its cluster is Moustafa Kazemi"),
        (["Ali", "Ali"], "2 rows bear this name, and it is too common"),
        (["Muammar Gaddafi"] * 3, "3 rows bear this name alike."),
        (["Joe Biden", "Ali"], "no other name of the list comes near."),
        (["Saif Qadhdhafi", "Hannibal Qadhdhafi"], "are too few in this list."),
    ],
)
def test_reasons(rows: list[str], reason: str) -> None:
    """The first row's reason names the nearest name, or says why there is none."""
    found = Found(rows)
    assert reason in reason_of(found.bearers, found.entry[0])


def test_a_contradiction_of_facts_is_told() -> None:
    """The reason says that birth year or gender keeps two apart, or that two claim a third."""
    one, other = (facts_of(birth_year=year) for year in (1942, 1970))
    found = Found([("Muammar Gaddafi", one), ("Muammar Gaddafi", other)])
    assert "but birth year or gender contradicts" in reason_of(found.bearers, found.entry[0])
    found = Found([("Muammar Gaddafi", one), ("Muammar Gaddafi", other), "Mouammar Kadhafi"])
    said = [reason_of(found.bearers, entry) for entry in found.entry]
    assert "which another cluster claims as much" in said[0]
    assert "given to neither" in said[2]


def test_a_reason_is_legible() -> None:
    """A name with controls and without end is shown on one line of a cell."""
    bad = "Mustafa\n\u202eal-Kadhimi" + " al-Kadhimi" * 10
    found = Found(["Mustafa al-Kadhimi", bad], 0.2)
    for entry in found.entry:
        said = reason_of(found.bearers, entry)
        assert len(said) < 200
        assert said.isprintable()


def test_the_evidence_of_a_link_is_a_comparison() -> None:
    """The link of a row compares it with the nearest one, facts included; alone it has none."""
    known = facts_of(birth_year=1942)
    found = Found([("Muammar Gaddafi", known), ("Mouammar Kadhafi", known), ("Biden", Facts())])
    link = link_of(found.bearers, found.entry[0])
    assert link is not None
    assert (link.left.original, link.right.original) == ("Muammar Gaddafi", "Mouammar Kadhafi")
    assert link.bits == pytest.approx(found.bearers.places.bits[found.entry[0]], abs=1e-3)
    assert link_of(found.bearers, found.entry[2]) is None


def test_members_stand_in_order() -> None:
    """Every entry is in one cluster, in its order."""
    found = members_of(np.array([0, 1, 0, 3, 1]))
    assert [some.tolist() for some in found] == [[0, 2], [1, 4], [3]]
