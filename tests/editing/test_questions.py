"""All findings of a folder, those of the sound model among them."""

import functools
from pathlib import Path

import pytest

from editing.keeping import made
from editing.records import record
from nisba._data import curated
from nisba.editing import examine
from nisba.gazetteer import Answer, Finding, Severity, answer, check


def test_files_and_sounds_are_examined_together(tmp_path: Path) -> None:
    """Errors, warnings and questions come in one list, by path and line."""
    record(tmp_path, "a", ["Mustafa al-Kadhimi", "Moustafa Kazemi", "Mustafa al-Karimi"])
    record(tmp_path, "b", ["Hadi al-Amiri"], more="gender: man")
    (tmp_path / "peopel").mkdir()
    (tmp_path / "peopel" / "x.yaml").write_text("id: x\n", encoding="utf-8")
    found = examine(tmp_path)
    assert {f.severity for f in found} == set(Severity)
    assert found == sorted(found)


@functools.cache
def of_the_curated() -> list[Finding]:
    """Return the findings of the curated gazetteer."""
    return examine(curated())


def test_no_finding_of_the_files_is_lost() -> None:
    """What the check of the files says, stands here too."""
    files = check(curated())
    assert set(files) <= set(of_the_curated())


def test_few_curated_names_are_asked_about() -> None:
    """Of the curated names not one in a hundred is questioned."""
    found = of_the_curated()
    names = sum(
        path.read_text(encoding="utf-8").count("  - text: ")
        for path in curated("people").glob("*.yaml")
    )
    assert names > 3_000
    assert sum(f.severity is Severity.QUESTION for f in found) < names / 100


def test_the_work_is_told_of_as_it_goes(tmp_path: Path) -> None:
    """Percents rise from 0, and stay below all of it."""
    for number in range(5):
        record(tmp_path, f"hadi-{number}", [f"Hadi al-Amiri {'abcde'[number]}"])
    seen: list[int] = []
    examine(tmp_path, on_progress=seen.append)
    assert seen[0] == 0
    assert seen == sorted(set(seen))
    assert seen[-1] < 100


def test_no_folder_is_told(tmp_path: Path) -> None:
    """A path that is no folder raises, as the check of the files does."""
    with pytest.raises(NotADirectoryError):
        examine(tmp_path / "gone")


def test_vowels_that_are_meant_are_asked_about_once(tmp_path: Path) -> None:
    """An element for which an editor has answered is passed over, another is not."""
    made(tmp_path)
    folder = tmp_path / "gazetteers"
    assert [f.value for f in examine(folder) if f.code == "vowels"] == ["Ḥusn"]
    answer(folder, [Answer("vowels", "Ḥusn", "hasan", "general")])
    assert [f.value for f in examine(folder) if f.code == "vowels"] == []
