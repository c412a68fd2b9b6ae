"""What an edit does to answers."""

from nisba.editing.effects import effects_of
from nisba.gazetteer import Gazetteer

OLD = [("k", "Mustafa al-Kadhimi"), ("s", "Muqtada al-Sadr")]


def changed(new: list[tuple[str, str]], *names: str) -> list[tuple[str, str, str, str]]:
    """Return name, kind of change, old and new decision."""
    listed = dict.fromkeys(names, 1)
    effects = effects_of(Gazetteer.from_names(OLD), Gazetteer.from_names(new), listed)
    return [(e.name, e.kind, e.old.decision, e.new.decision) for e in effects]


def test_nothing_changes_where_nothing_is_edited() -> None:
    """The same gazetteer gives the same answers."""
    assert changed(OLD, "Moustafa Kazemi", "Sadr", "Adel Abdul Mahdi") == []


def test_a_new_record_finds_its_names() -> None:
    """What was nobody's is a match now; other names are untouched."""
    new = [*OLD, ("a", "Adil Abd al-Mahdi")]
    answers = changed(new, "Adel Abdul Mahdi", "Moustafa Kazemi")
    assert answers == [("Adel Abdul Mahdi", "decision", "none", "match")]


def test_a_namesake_makes_a_match_ambiguous() -> None:
    """A second bearer of a name takes the certainty from the first."""
    new = [*OLD, ("k2", "Mustafa al-Kadhimi")]
    answers = changed(new, "Mustafa al-Kadhimi")
    assert answers == [("Mustafa al-Kadhimi", "decision", "match", "ambiguous")]


def test_another_identity_is_a_change() -> None:
    """The same decision for somebody else is told."""
    new = [("m", "Mustafa al-Kadhimi"), OLD[1]]
    answers = changed(new, "Mustafa al-Kadhimi")
    assert answers == [("Mustafa al-Kadhimi", "identity", "match", "match")]


def test_a_probability_that_moves_by_bits_is_a_change() -> None:
    """A spelling that is listed is surer than before; a shift of less than a bit is not told."""
    before = Gazetteer.from_names(OLD)
    after = Gazetteer.from_names([*OLD, ("k", "Mostafa Kasimi")])
    effects = effects_of(before, after, {"Mostafa Kasimi": 1, "Muqtada al-Sadr": 1})
    assert [e.name for e in effects] == ["Mostafa Kasimi"]
    assert effects[0].bits > 1
    assert effects[0].kind == ("probability" if effects[0].old.decision == "match" else "decision")


def test_decisions_stand_above_and_common_names_first() -> None:
    """An editor reads what matters first."""
    new = [*OLD, ("a", "Adil Abd al-Mahdi"), ("i", "Salim Idris"), ("k", "Mostafa Kasimi")]
    names = {"Mostafa Kasimi": 9, "Adel Abdul Mahdi": 1, "Salim Idris": 5}
    effects = effects_of(Gazetteer.from_names(OLD), Gazetteer.from_names(new), names)
    decided = [e.name for e in effects if e.kind == "decision" and e.name != "Mostafa Kasimi"]
    assert decided == ["Salim Idris", "Adel Abdul Mahdi"]
    kinds = [e.kind for e in effects]
    assert kinds == sorted(kinds)
