"""A gazetteer's facts: from records, from a program, from the columns of a CSV file."""

from pathlib import Path

import pytest

from gazetteer.folders import write
from nisba.facts import FactColumns, Facts, Gender, Years, facts_of
from nisba.gazetteer import FaultyGazetteer, Finding, Gazetteer, Severity

COLUMNS = FactColumns("born", "nation", "sex")


def test_a_record_s_facts_are_read() -> None:
    """Birth year, countries and gender of a curated record, ready to be weighed."""
    known = Gazetteer.load().facts("mustafa-al-kadhimi")
    assert known == Facts(Years(1967, 1967), frozenset({"IQ"}), Gender.MALE)


def test_nothing_is_known_of_an_unknown_id() -> None:
    """Neither of an id that is not there nor of one that came with names alone."""
    made = Gazetteer.from_names([("a", "Ali")])
    assert made.facts("a") == made.facts("b") == Facts()


def test_a_program_gives_facts_by_id() -> None:
    """Facts come beside the pairs, for some of the ids."""
    known = {"b": facts_of(birth_year="1960s", country="LB; SY")}
    made = Gazetteer.from_names([("a", "Ali"), ("b", "Ali"), ("b", "Aly")], facts=known)
    assert made.facts("b") == known["b"]
    assert not made.facts("a")


def test_facts_without_a_name_are_refused() -> None:
    """An id that no pair has is a slip of the caller."""
    with pytest.raises(ValueError, match="facts of 'c': no pair has this id"):
        Gazetteer.from_names([("a", "Ali")], facts={"c": Facts()})


def test_columns_hold_facts(tmp_path: Path) -> None:
    """The rows of one id say together what is known of it."""
    text = "id,name,born,nation,sex\n1,Ali,1967,IQ,m\n1,Aly,1968,Iraqi; GB,\n2,Omar,,,\n"
    path = write(tmp_path / "a.csv", text)
    made = Gazetteer.read_csv(path, facts=COLUMNS)
    assert made.facts("1") == Facts(Years(1967, 1968), frozenset({"IQ", "GB"}), Gender.MALE)
    assert not made.facts("2")


def test_a_cell_that_cannot_be_read_is_a_fault(tmp_path: Path) -> None:
    """Every such cell is named by its line, under a cell of two lines too."""
    text = 'id,name,born,nation,sex\n1,Ali,"19\n67",IQ,m\n2,Omar,67,Atlantis,\n'
    path = write(tmp_path / "a.csv", text)
    with pytest.raises(FaultyGazetteer) as caught:
        Gazetteer.read_csv(path, facts=COLUMNS)
    found = [(f.line, f.code, f.value) for f in caught.value.findings]
    assert found == [
        (2, "birth-year", "19\\n67"),
        (4, "birth-year", "67"),
        (4, "country", "Atlantis"),
    ]


def test_a_caller_may_hear_of_it_and_go_on(tmp_path: Path) -> None:
    """With somebody to tell, the cell is left out and the row kept."""
    path = write(tmp_path / "a.csv", "id,name,born,nation,sex\n1,Ali,67,IQ,m\n")
    heard: list[Finding] = []
    made = Gazetteer.read_csv(path, facts=COLUMNS, on_unread=heard.append)
    assert made.facts("1") == Facts(None, frozenset({"IQ"}), Gender.MALE)
    assert [(f.line, f.severity, f.value) for f in heard] == [(2, Severity.WARNING, "67")]


def test_a_missing_column_of_facts_is_told(tmp_path: Path) -> None:
    """It is looked for like those of ids and names, and parts the fields as they do."""
    path = write(tmp_path / "a.csv", "id;name;born\n1;Ali;1967\n")
    with pytest.raises(FaultyGazetteer, match="'nation': name a column that is there"):
        Gazetteer.read_csv(path, facts=FactColumns("born", "nation"))
    assert Gazetteer.read_csv(path, facts=FactColumns("born")).facts("1").born == Years(1967, 1967)
