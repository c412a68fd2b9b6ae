"""From results to proposals, and from marks to names in records."""

import datetime
from dataclasses import replace
from pathlib import Path

import pytest

from gazetteer.folders import KADHIMI, sound, write
from nisba.batch import FaultyFile
from nisba.editing.proposals import FaultyProposals, Proposal
from nisba.editing.review import accept, proposals_of, unresolved
from nisba.gazetteer import FaultyGazetteer, Gazetteer, check, formatted
from nisba.gazetteer.answers import sound_answers

DAY = datetime.date(2026, 3, 1)
RESULTS = "name,nisba_decision,nisba_id\n"


def proposal(name: str, id: str = "kadhimi", mark: str = "x") -> Proposal:
    """Make a proposal with a mark."""
    return Proposal(mark, "proposed", 1, 1, name, "none", id, "", "", "", "", 2)


def test_what_was_not_found_is_counted(tmp_path: Path) -> None:
    """Ambiguous names and nobody's are taken, matches and empty cells are not."""
    rows = "Ali,none,\nHadi,match,hadi\nAli,none,\nOmar,ambiguous,\n,none,\n"
    names, faults = unresolved(write(tmp_path / "out.csv", RESULTS + rows), "name")
    assert (names, faults) == ({"Ali": 2, "Omar": 1}, [])


def test_a_file_without_results_is_refused(tmp_path: Path) -> None:
    """The file that was resolved is not the file that came out."""
    with pytest.raises(FaultyFile, match="nisba resolve wrote"):
        unresolved(write(tmp_path / "in.csv", "name\nAli\n"), "name")


def test_proposals_come_grouped_with_their_best_candidate() -> None:
    """The commonest group stands first, each name with whom it may be."""
    gazetteer = Gazetteer.from_names([("k", "Mustafa al-Kadhimi"), ("s", "Muqtada al-Sadr")])
    names = {"Mustafa Ibrahim": 1, "Mustafa Kamil": 1, "Moustapha Kamel": 3}
    found = proposals_of(names, gazetteer)
    assert [(p.group, p.name, p.times, p.id) for p in found] == [
        (1, "Moustapha Kamel", 3, "k"),
        (1, "Mustafa Kamil", 1, "k"),
        (2, "Mustafa Ibrahim", 1, "k"),
    ]
    assert {(p.mark, p.status) for p in found} == {("", "proposed")}


def test_what_is_found_by_now_is_not_proposed() -> None:
    """The gazetteer may have got the name since the results were written."""
    gazetteer = Gazetteer.from_names([("k", "Mustafa al-Kadhimi")])
    assert proposals_of({"Moustafa Kazemi": 1}, gazetteer) == []


def test_accepted_names_stand_in_their_record(tmp_path: Path) -> None:
    """The name has its source and its day, and the folder passes the check in its layout."""
    sound(tmp_path)
    marked = [proposal("Moustafa Kazimi"), proposal("Zaimi", mark="n"), proposal("K", mark="")]
    edit, told = accept(tmp_path, marked, "news", path=tmp_path / "p.tsv", date=DAY)
    assert edit is not None
    assert [p.status for p in told] == ["accepted 2026-03-01", "refused 2026-03-01", "proposed"]
    path = tmp_path / "people" / "kadhimi.yaml"
    text = path.read_text(encoding="utf-8")
    assert text == KADHIMI + (
        "  # accepted in a review, 2026-03-01\n"
        "  - text: Moustafa Kazimi\n    script: Latn\n    kind: name\n    source: news\n"
    )
    assert (check(tmp_path), formatted(path)) == ([], text)


def test_what_was_judged_is_not_judged_again(tmp_path: Path) -> None:
    """A second run over the same file changes nothing."""
    sound(tmp_path)
    path = tmp_path / "p.tsv"
    _, told = accept(tmp_path, [proposal("Moustafa Kazimi")], "news", path=path, date=DAY)
    edit, again = accept(tmp_path, told, "news", path=path)
    assert edit is None
    assert again == told


@pytest.mark.parametrize(
    ("bad", "source"),
    [
        (proposal("Al Kazimi", id="nobody"), "news"),
        (proposal("Al Kazimi", id="../kadhimi"), "news"),
        (proposal("Kazimi \u202e"), "news"),
        (proposal("Al Kazimi"), "unheard-of"),
    ],
)
def test_one_bad_line_and_nothing_is_added(tmp_path: Path, bad: Proposal, source: str) -> None:
    """An id, a name or a source that cannot be stops the whole edit."""
    sound(tmp_path)
    marked = [proposal("Moustafa Kazimi"), bad]
    with pytest.raises(FaultyGazetteer):
        accept(tmp_path, marked, source, path=tmp_path / "p.tsv")
    record = tmp_path / "people" / "kadhimi.yaml"
    assert record.read_text(encoding="utf-8") == KADHIMI


def test_a_mark_without_an_id_is_told_with_its_line(tmp_path: Path) -> None:
    """Nobody's name that is marked needs the id of a record."""
    marked = [replace(proposal("Kazimi", id=""), line=7)]
    with pytest.raises(FaultyProposals, match=":7: 'Kazimi'"):
        accept(sound(tmp_path), marked, "news", path=tmp_path / "p.tsv")


def test_a_trial_writes_nothing(tmp_path: Path) -> None:
    """A dry run shows the diff of what would be."""
    sound(tmp_path)
    marked = [proposal("Moustafa Kazimi")]
    edit, _ = accept(tmp_path, marked, "news", path=tmp_path / "p.tsv", dry_run=True)
    assert edit is not None
    assert "+  - text: Moustafa Kazimi" in edit.diff()
    record = tmp_path / "people" / "kadhimi.yaml"
    assert record.read_text(encoding="utf-8") == KADHIMI


def test_what_was_refused_is_not_proposed_again(tmp_path: Path) -> None:
    """A name that one proposals file refused is missing from the next, whatever its letter case."""
    folder = sound(tmp_path)
    names = {"Mustafa Kamil": 2, "Hadi al-Amiri": 1}
    first = proposals_of(names, Gazetteer.load(folder))
    assert {p.name for p in first} == set(names)
    marked = [replace(p, mark="n") if p.name == "Mustafa Kamil" else p for p in first]
    edit, _ = accept(folder, marked, "news", path=tmp_path / "p.tsv", date=DAY)
    assert edit is not None
    assert [change.path for change in edit.changes] == ["answers.tsv"]
    gone: list[str] = []
    again = {"MUSTAFA KAMIL": 1, "Hadi al-Amiri": 1}
    answers = sound_answers(folder, {})
    found = proposals_of(again, Gazetteer.load(folder), answers, on_refused=gone.append)
    assert [p.name for p in found] == ["Hadi al-Amiri"]
    assert gone == ["MUSTAFA KAMIL"]


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Mus\u202etafa Kamil", "Mustafa Kamil"),
        ("Mus\ufffdafa", "mus afa"),
        ("\ufee3\u0635\u0637\u0641\u0649 / \u0643\u0627\u0645\u0644",
         "\u0645\u0635\u0637\u0641\u0649 / \u0643\u0627\u0645\u0644"),
        ("???", ""),
    ],
)  # fmt: skip
def test_any_name_can_be_refused(tmp_path: Path, name: str, kept: str) -> None:
    """A name that no record may hold is remembered without what makes it so; signs are not."""
    folder = sound(tmp_path)
    marked = [proposal(name, mark="n")]
    edit, told = accept(folder, marked, "news", path=tmp_path / "p.tsv", date=DAY)
    assert [p.status for p in told] == ["refused 2026-03-01"]
    assert (edit is None) == (kept == "")
    assert check(folder) == []
    if kept:
        rows = (folder / "answers.tsv").read_text(encoding="utf-8").splitlines()
        assert rows[1:] == [f"{kept}\treview\tkadhimi\t\tnews\t2026-03-01"]
        assert sound_answers(folder, {}).refuses(name, "kadhimi")


def test_the_work_of_a_review_is_told_of() -> None:
    """Percents begin with 0, grow, and stay below all of it."""
    gazetteer = Gazetteer.from_names([("k", "Mustafa al-Kadhimi")])
    seen: list[int] = []
    proposals_of({f"Hadi {n}": 1 for n in range(120)}, gazetteer, on_progress=seen.append)
    assert seen[0] == 0
    assert seen == sorted(seen)
    assert 50 < seen[-1] <= 100
