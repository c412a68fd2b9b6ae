"""What an editor has answered is kept, checked, and asked no more."""

import datetime
from pathlib import Path

import pytest

from gazetteer.folders import RETIRED, sound, write
from nisba.gazetteer import (
    Answer,
    FaultyGazetteer,
    Gazetteer,
    NewName,
    Severity,
    add_names,
    answer,
    check,
    link_namesakes,
    merge,
)
from nisba.gazetteer.answers import Answers, sound_answers
from nisba.gazetteer.tables import ELEMENT_COLUMNS

HEADER = "name\tquestion\tid\tnote\tsource\tdate\n"
DAY = datetime.date(2021, 7, 26)
KAMIL = Answer("review", "Mustafa Kamil", "kadhimi", "news", date=DAY)
ROW = "Mustafa Kamil\treview\tkadhimi\t\tnews\t2021-07-26\n"


def findings(tmp_path: Path, rows: str) -> list[tuple[int, str, Severity]]:
    """Check a sound gazetteer with these rows of answers.tsv."""
    folder = sound(tmp_path)
    write(folder / "answers.tsv", HEADER + rows)
    return [(f.line, f.code, f.severity) for f in check(folder) if f.path.name == "answers.tsv"]


def known(folder: Path) -> Answers:
    """Return what a folder has answered."""
    return sound_answers(folder, Gazetteer.load(folder).retired)


def test_an_answer_is_one_row(tmp_path: Path) -> None:
    """The row has its source and day, `check` is content, and a second time nothing is written."""
    folder = sound(tmp_path)
    edit = answer(folder, [KAMIL])
    assert [change.path for change in edit.changes] == ["answers.tsv"]
    assert (folder / "answers.tsv").read_text(encoding="utf-8") == HEADER + ROW
    assert check(folder) == []
    again = Answer("review", "MUSTAFA KAMIL", "kadhimi", "general")
    assert answer(folder, [again]).changes == ()


def test_rows_are_sorted_by_name(tmp_path: Path) -> None:
    """A new row goes where it belongs, so that two editors seldom write side by side."""
    folder = sound(tmp_path)
    answer(folder, [KAMIL, Answer("review", "Adil", "", "news", date=DAY)])
    answer(folder, [Answer("review", "Hadi", "sadr", "news", "is Hadi al-Amiri", DAY)])
    assert (folder / "answers.tsv").read_text(encoding="utf-8") == (
        f"{HEADER}Adil\treview\t\t\tnews\t2021-07-26\n"
        f"Hadi\treview\tsadr\tis Hadi al-Amiri\tnews\t2021-07-26\n{ROW}"
    )


def test_a_refusal_is_of_a_name_for_an_identity(tmp_path: Path) -> None:
    """Letter case and marks are nothing; another identity has not been refused, nobody has."""
    folder = sound(tmp_path)
    answer(folder, [KAMIL])
    answers = known(folder)
    assert answers.refuses("mustafá KAMIL", "kadhimi")
    assert answers.refuses("Mustafa Kamil", "")
    assert not answers.refuses("Mustafa Kamil", "sadr")
    assert not answers.refuses("Mustafa Kamel", "")


def test_an_answer_follows_a_merged_record(tmp_path: Path) -> None:
    """What was refused for an id that is retired is refused for what replaces it."""
    folder = sound(tmp_path)
    answer(folder, [KAMIL])
    merge(folder, "sadr", "kadhimi", date=DAY)
    assert known(folder).refuses("Mustafa Kamil", "sadr")
    assert check(folder) == []


@pytest.mark.parametrize(
    "given",
    [
        Answer("review", "Ali", "nobody", "news"),
        Answer("far-name", "Ali", "", "news"),
        Answer("review", "Ali", "kadhimi", "newz"),
        Answer("why", "Ali", "kadhimi", "news"),
        Answer("review", "A\u202eli", "kadhimi", "news"),
        Answer("review", "A\tli", "kadhimi", "news"),
        Answer("review", "A\nli", "kadhimi", "news"),
        Answer("review", "", "kadhimi", "news"),
        Answer("review", "Ali", "kadhimi", "news", "a\tnote"),
        Answer("review", "Ali", "../kadhimi", "news"),
        Answer("vowels", "Ḥusn", "hasan", "news"),
    ],
)
def test_what_no_row_can_say_is_refused(tmp_path: Path, given: Answer) -> None:
    """Unknown ids, sources and questions, and texts that no table holds: nothing is written."""
    folder = sound(tmp_path)
    with pytest.raises(FaultyGazetteer):
        answer(folder, [KAMIL, given])
    assert not (folder / "answers.tsv").exists()


def test_names_and_answers_are_one_edit(tmp_path: Path) -> None:
    """Where a name cannot be added, no answer is written either."""
    folder = sound(tmp_path)
    with pytest.raises(FaultyGazetteer):
        add_names(folder, {"nobody": [NewName("Ali", "news")]}, answers=[KAMIL])
    assert not (folder / "answers.tsv").exists()
    edit = add_names(folder, {"sadr": [NewName("Moqtada Sadr", "news")]}, answers=[KAMIL])
    assert [change.path for change in edit.changes] == ["answers.tsv", "people/sadr.yaml"]


@pytest.mark.parametrize(
    ("rows", "found"),
    [
        (ROW, []),
        ("Adil\treview\t\t\tnews\t2021-07-26\n", []),
        (ROW + ROW, [(3, "duplicate", Severity.ERROR)]),
        (ROW.replace("review", "why"), [(2, "question", Severity.ERROR)]),
        (ROW.replace("kadhimi", "nobody"), [(2, "no-record", Severity.ERROR)]),
        (ROW.replace("kadhimi", "../x"), [(2, "id", Severity.ERROR)] * 1),
        (ROW.replace("news", "newz"), [(2, "source", Severity.ERROR)]),
        (ROW.replace("2021-07-26", "20210726"), [(2, "date", Severity.ERROR)]),
        (ROW.replace("2021-07-26", "2021-02-30"), [(2, "date", Severity.ERROR)]),
        (ROW.replace("\t\tnews", "\tnews"), [(2, "fields", Severity.ERROR)]),
        (ROW + "Ali\treview\tsadr\t\tnews\t2021-07-26\n", [(3, "unsorted", Severity.ERROR)]),
        (ROW.replace("review\tkadhimi", "far-name\t"), [(2, "id", Severity.ERROR)]),
        (ROW.replace("review", "far-name"), [(2, "unasked", Severity.WARNING)]),
        (ROW.replace("Kamil", "al-Kadhimi"), [(2, "unasked", Severity.WARNING)]),
        (ROW.replace("review", "vowels"), [(2, "unasked", Severity.WARNING)]),
    ],
)
def test_a_faulty_row_is_told_with_its_line(
    tmp_path: Path, rows: str, found: list[tuple[int, str, Severity]]
) -> None:
    """Errors of rows, and warnings of answers that records or elements have overtaken."""
    told = findings(tmp_path, rows)
    assert set(found) <= set(told)
    assert bool(found) == bool(told)


def test_a_faulty_table_keeps_no_gazetteer_from_loading(tmp_path: Path) -> None:
    """Names resolve without it; who would build on it is told."""
    folder = sound(tmp_path)
    write(folder / "answers.tsv", "nonsense\n")
    assert len(Gazetteer.load(folder)) == 3
    with pytest.raises(FaultyGazetteer, match="header"):
        known(folder)
    with pytest.raises(FaultyGazetteer, match="header"):
        answer(folder, [KAMIL])


def test_where_vowels_are_asked_about_every_mark_counts(tmp_path: Path) -> None:
    """An element that is romanized otherwise now is asked about again."""
    folder = sound(tmp_path)
    cells = {"id": "hasan", "arabic": "حسن", "vocalised": "حَسَن", "romanized": "Ḥusn"}
    cells |= {"kind": "given", "gender": "m", "source": "general", "frequency": "5"}
    row = "\t".join(cells.get(column, "") for column in ELEMENT_COLUMNS)
    write(folder / "elements" / "given.tsv", "\t".join(ELEMENT_COLUMNS) + f"\n{row}\n")
    answer(folder, [Answer("vowels", "Ḥusn", "hasan", "news")])
    answers = known(folder)
    assert answers.has("vowels", "Ḥusn", "hasan")
    assert not answers.has("vowels", "Husn", "hasan")


def test_records_that_are_two_are_linked_both_ways(tmp_path: Path) -> None:
    """The answer to a near-duplicate stands in the records, and is whole or not at all."""
    folder = sound(tmp_path)
    write(folder / "retired.tsv", RETIRED)
    edit = link_namesakes(folder, "kadhimi", "sadr")
    assert [change.path for change in edit.changes] == ["people/kadhimi.yaml", "people/sadr.yaml"]
    assert check(folder) == []
    for pair in (("kadhimi", "kadhimi"), ("kadhimi", "nobody")):
        with pytest.raises(FaultyGazetteer):
            link_namesakes(folder, *pair)
