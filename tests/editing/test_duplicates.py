"""Records that may be one person's are suggested, with the evidence."""

from pathlib import Path

from editing.records import record
from nisba.editing.duplicates import near_identities
from nisba.editing.hearing import hearing_of
from nisba.gazetteer.faults import Finding, Severity
from nisba.gazetteer.folder import read_folder

FIRST = ["Mustafa al-Kadhimi", "Mustafa Kadhimi"]
SECOND = ["Moustafa Kazemi", "Mostafa El-Kazemi"]


def suggested(folder: Path) -> list[Finding]:
    """Return the suggestions for a folder without errors."""
    read = read_folder(folder)
    assert read.findings == ()
    return list(near_identities(read.records, hearing_of([])))


def test_one_person_under_two_ids_is_suggested_once(tmp_path: Path) -> None:
    """The suggestion stands at a line of one record, and names the other with its evidence."""
    record(tmp_path, "kadhimi", FIRST, more="birth_year: 1967\ncountries:\n  - IQ")
    record(tmp_path, "kazemi", SECOND, more="birth_year: 1967\ncountries:\n  - IQ")
    record(tmp_path, "sadr", ["Muqtada al-Sadr"])
    (found,) = suggested(tmp_path)
    assert (found.severity, found.code) == (Severity.QUESTION, "near-duplicate")
    other = "kazemi" if found.path.stem == "kadhimi" else "kadhimi"
    assert f"{other} has the name" in found.message
    assert "1967" in found.message
    assert found.path.read_text(encoding="utf-8").splitlines()[found.line - 1].endswith(found.value)


def test_namesakes_are_not_suggested_again(tmp_path: Path) -> None:
    """A pair that an editor has linked was looked at, from whichever side the link goes."""
    record(tmp_path, "kadhimi", FIRST, more="namesakes:\n  - kazemi")
    record(tmp_path, "kazemi", SECOND)
    assert suggested(tmp_path) == []


def test_facts_that_contradict_speak_against(tmp_path: Path) -> None:
    """Two who were born forty years apart are two, whatever their names."""
    record(tmp_path, "kadhimi", FIRST, more="birth_year: 1927")
    record(tmp_path, "kazemi", SECOND, more="birth_year: 1967")
    assert suggested(tmp_path) == []


def test_brothers_are_two(tmp_path: Path) -> None:
    """A shared family name makes no duplicate."""
    record(tmp_path, "hassan", ["Hassan Nasrallah"])
    record(tmp_path, "hussein", ["Hussein Nasrallah"])
    assert suggested(tmp_path) == []


def test_a_given_name_alone_makes_no_duplicate(tmp_path: Path) -> None:
    """One word in common says too little, though it is the whole of both names."""
    record(tmp_path, "fairuz", ["Fairuz"])
    record(tmp_path, "fayrouz", ["Fayrouz"])
    assert suggested(tmp_path) == []


def test_equal_names_are_left_to_the_check_of_files(tmp_path: Path) -> None:
    """Two records with one name, letter by letter, are warned of already."""
    record(tmp_path, "kadhimi", ["Mustafa al-Kadhimi"])
    record(tmp_path, "kadhimi-2", ["Mustafa Al Kadhimi"])
    assert suggested(tmp_path) == []
