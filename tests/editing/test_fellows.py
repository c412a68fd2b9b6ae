"""Names far from all their fellows are questioned, and no others."""

from pathlib import Path

import pytest

from editing.records import record
from nisba.editing.fellows import far_names
from nisba.editing.hearing import Hearing, hearing_of
from nisba.gazetteer import Answer, answer
from nisba.gazetteer.answers import answers_of, read_answers
from nisba.gazetteer.faults import Severity
from nisba.gazetteer.folder import read_folder
from nisba.match.compare import Comparison

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


def test_a_name_that_is_meant_is_asked_about_once(tmp_path: Path) -> None:
    """An editor who says so is not asked again, and other names of the record are."""
    record(tmp_path, "arafat", ["Yasser Arafat", "Yasir Arafat", "Abu Ammar", "Salim Idris"])
    answer(tmp_path, [Answer("far-name", "Abu Ammar", "arafat", "general")])
    read = read_folder(tmp_path)
    answers = answers_of(read_answers(tmp_path), read.retired)
    found = far_names(read.records, hearing_of([]), answers)
    assert [f.value for f in found] == ["Salim Idris"]


def test_words_of_a_fellow_are_no_slip(tmp_path: Path) -> None:
    """A name whose words all stand in another one is a shorter form, wherever it is cut."""
    record(tmp_path, "assali", ["Sabri al-Assali", "Sabri Assali", "Sabri al-Asali"])
    assert asked(tmp_path) == []


def test_one_word_may_be_two(tmp_path: Path) -> None:
    """What one spelling writes in one and another in two words is answered."""
    record(tmp_path, "reza", ["Alireza Beiranvand", "Ali Reza Beyranvand"])
    assert asked(tmp_path) == []


def test_a_long_record_is_asked_about_in_bounded_time(tmp_path: Path) -> None:
    """Each of a thousand odd names is held against a hundred fellows, not against all."""
    calls = 0
    hearing = hearing_of([])

    class Counting(Hearing):
        def answered(self, left: str, right: str) -> tuple[bool, bool]:
            nonlocal calls
            calls += 1
            return False, False

        def compare(self, *names: str) -> Comparison:  # type: ignore[override]  # facts are unused
            nonlocal calls
            calls += 1
            return hearing.compare("Ali", "Omar")

    odd = [f"Ali{chr(97 + n // 26)}{chr(97 + n % 26)} x" for n in range(300)]
    record(tmp_path, "odd", odd)
    counting = Counting(hearing.ear, hearing.weigher)
    assert len(list(far_names(read_folder(tmp_path).records, counting))) == 300
    assert calls == 300 * 2 * 100
