"""Names far from all their fellows are questioned, and no others."""

from pathlib import Path

import pytest

from editing.records import record
from nisba.editing.fellows import far_names
from nisba.editing.hearing import hearing_of
from nisba.gazetteer.faults import Severity
from nisba.gazetteer.folder import read_folder

KAZIMI = "\u0627\u0644\u0643\u0627\u0638\u0645\u064a"  # الكاظمي
SPELLINGS = ["Mustafa al-Kadhimi", "Moustafa Kazemi", f"\u0645\u0635\u0637\u0641\u0649 {KAZIMI}"]


def asked(folder: Path) -> list[tuple[str, int, str]]:
    """Return file, line and value of the questions."""
    read = read_folder(folder)
    assert read.findings == ()
    found = far_names(read.records, hearing_of([]))
    return [(f.path.name, f.line, f.value) for f in found]


@pytest.mark.parametrize("slip", ["Mustafa al-Karimi", "Muqtada al-Sadr", "Munir al-Kadhimi"])
def test_a_name_of_somebody_else_is_asked_about(tmp_path: Path, slip: str) -> None:
    """A name that none of the others answers is questioned, at its line."""
    record(tmp_path, "kadhimi", [*SPELLINGS, slip])
    assert asked(tmp_path) == [("kadhimi.yaml", 17, slip)]


def test_the_question_names_the_nearest_fellow(tmp_path: Path) -> None:
    """It is a question and no fault, and tells what the name was held against."""
    record(tmp_path, "kadhimi", [*SPELLINGS, "Mustafa al-Karimi"])
    (found,) = far_names(read_folder(tmp_path).records, hearing_of([]))
    assert (found.severity, found.code) == (Severity.QUESTION, "far-name")
    assert "al-K" in found.message
    assert "probability of 0." in found.message


def test_spellings_of_one_name_are_no_slips(tmp_path: Path) -> None:
    """Both scripts, a dropped article and a family name alone are near enough."""
    record(tmp_path, "kadhimi", [*SPELLINGS, "al-Kadhimi", "Mostafa El Kadhemi"])
    assert asked(tmp_path) == []


@pytest.mark.parametrize("kind", ["kunya", "pen-name", "former", "short", "abbreviation"])
def test_a_name_of_another_kind_is_not_asked_about(tmp_path: Path, kind: str) -> None:
    """Abu Ammar is no spelling of Yasser Arafat, and is not meant to be."""
    names = ["Yasser Arafat", "Yasir Arafat", "Abu Ammar"]
    record(tmp_path, "arafat", names, last_kind=kind)
    assert asked(tmp_path) == []
    record(tmp_path, "arafat", names)
    assert [value for _, _, value in asked(tmp_path)] == ["Abu Ammar"]


def test_places_are_not_asked_about(tmp_path: Path) -> None:
    """The name of a country is translated: Egypt, and not Miṣr."""
    record(tmp_path, "egypt", ["Egypt", "\u0645\u0635\u0631"], type="place")
    assert asked(tmp_path) == []


def test_one_name_has_no_fellows(tmp_path: Path) -> None:
    """A record of one name is not asked about."""
    record(tmp_path, "sadr", ["Muqtada al-Sadr"])
    assert asked(tmp_path) == []
