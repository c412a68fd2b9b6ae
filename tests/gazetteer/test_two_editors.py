"""Two editors in two branches of git: what merges by itself, and what `check` names where not."""

import datetime
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from gazetteer.folders import sound
from nisba.cli import cli
from nisba.gazetteer import (
    Answer,
    Gazetteer,
    IdentityType,
    NewName,
    add_name,
    answer,
    check,
    create,
    rename_label,
    retire,
)
from nisba.gazetteer.answers import sound_answers

ATTRIBUTES = Path(__file__).parents[2] / "gazetteers" / ".gitattributes"
PERSON = IdentityType.PERSON
DAY = datetime.date(2021, 7, 26)
ARABIC = "\u0643\u0627\u0638\u0645\u064a"  # كاظمي

Work = Callable[[Path], object]


def git(root: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Run git with the settings that docs/editing.md names, and those of nobody in particular.

    Without `merge.renames=false` git would take a record that one branch retires and a like one
    that it makes for one file, and put the other branch's changes of the first into the second.
    """
    settings = ("user.name=Editor", "user.email=editor@example.org", "merge.renames=false")
    given = [word for setting in settings for word in ("-c", setting)]
    return subprocess.run(["git", *given, *words], cwd=root, capture_output=True, text=True)


def saved(root: Path, message: str) -> None:
    """Commit all that was changed."""
    git(root, "add", "--all")
    ran = git(root, "commit", "--quiet", "--message", message)
    assert ran.returncode == 0, ran.stdout + ran.stderr


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Make a repository whose top is a sound gazetteer."""
    sound(tmp_path)
    shutil.copy(ATTRIBUTES, tmp_path)
    git(tmp_path, "init", "--quiet", "--initial-branch", "main")
    saved(tmp_path, "begin")
    return tmp_path


def conflicts(root: Path, first: Work, second: Work) -> list[str]:
    """Let two editors work, each in a branch, merge the two, and return what git could not."""
    for branch, work in (("first", first), ("second", second)):
        git(root, "checkout", "--quiet", "-b", branch, "main")
        work(root)
        assert check(root) == []
        saved(root, branch)
    git(root, "merge", "--quiet", "--message", "both", "first")
    return git(root, "diff", "--name-only", "--diff-filter=U").stdout.split()


def codes(root: Path) -> list[tuple[str, str]]:
    """Return file name and code of all that `check` finds."""
    return [(finding.path.name, finding.code) for finding in check(root)]


def run(root: Path, *words: str) -> None:
    """Run a command of the editors."""
    result = CliRunner().invoke(cli, ["gazetteer", *words, "--dir", str(root)])
    assert result.exit_code == 0, result.output


def test_a_day_of_two_editors_merges_by_itself(root: Path) -> None:
    """Both make identities and add names to one record, one retires and one renames."""

    def first(root: Path) -> None:
        run(root, "new", "--type=person", "--label=Ali Allawi", "--source=news")
        run(root, "new", "--type=organisation", "--label=Dawa", "--source=news")
        run(root, "add-name", "kadhimi", "Moustafa Kadhimi", "--source=news")
        run(root, "retire", "sadr", "--reason=an example", "--date=2021-07-26")

    def second(root: Path) -> None:
        run(root, "new", "--type=person", "--label=Alia Mamdouh", "--source=news")
        run(root, "add-name", "kadhimi", ARABIC, "--source=general")
        run(root, "rename-label", "iraq", "Republic of Iraq")

    assert conflicts(root, first, second) == []
    assert check(root) == []
    g = Gazetteer.load(root)
    assert [identity.id for identity in g.identities] == [
        "ali-allawi",
        "alia-mamdouh",
        "dawa",
        "iraq",
        "kadhimi",
    ]
    found = g.get("kadhimi")
    assert found is not None
    assert {ARABIC, "Moustafa Kadhimi"} <= {name.text for name in found.names}
    assert g.label("iraq") == "Republic of Iraq"
    assert g.retired == {"sadr": ""}


def test_both_retire_a_record(root: Path) -> None:
    """Git keeps the rows of both; the order that `check` misses is put right by `format`."""
    for label in ("Amal", "Badr", "Dawa"):
        create(root, IdentityType.ORGANISATION, label, [NewName(label, "news")])
    saved(root, "more")

    def first(root: Path) -> None:
        retire(root, "badr", "x", date=DAY)

    def second(root: Path) -> None:
        retire(root, "amal", "x", date=DAY)
        retire(root, "dawa", "x", date=DAY)

    assert conflicts(root, first, second) == []
    assert codes(root) == [("retired.tsv", "unsorted")]
    assert CliRunner().invoke(cli, ["gazetteer", "format", str(root)]).exit_code == 0
    assert check(root) == []
    assert set(Gazetteer.load(root).retired) == {"amal", "badr", "dawa"}


def test_both_retire_one_record(root: Path) -> None:
    """Two rows that retire one id for two reasons are a duplicate, and one goes."""
    assert (
        conflicts(
            root,
            lambda root: retire(root, "sadr", "one reason", date=DAY),
            lambda root: retire(root, "sadr", "another reason", date=DAY),
        )
        == []
    )
    assert codes(root) == [("retired.tsv", "duplicate")]


def test_both_add_a_name_at_one_place(root: Path) -> None:
    """Git stops, and until a person has chosen `check` names the file and the line."""
    clash = conflicts(
        root,
        lambda root: add_name(root, "kadhimi", NewName("Moustafa Kadhimi", "news")),
        lambda root: add_name(root, "kadhimi", NewName("Mustapha Kadhimi", "news")),
    )
    assert clash == ["people/kadhimi.yaml"]
    path = root / "people" / "kadhimi.yaml"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    mark = next(n for n, line in enumerate(lines, 1) if line.startswith("<<<<<<<"))
    assert [(f.path, f.code) for f in check(root)] == [(path, "yaml")]
    assert mark <= check(root)[0].line <= len(lines)
    # The way out: take the file of one branch, and add the other's name once more.
    git(root, "checkout", "--ours", "people/kadhimi.yaml")
    run(root, "add-name", "kadhimi", "Moustafa Kadhimi", "--source=news")
    assert check(root) == []
    found = Gazetteer.load(root).get("kadhimi")
    assert found is not None
    assert {"Moustafa Kadhimi", "Mustapha Kadhimi"} <= {name.text for name in found.names}


def test_both_mint_one_id_in_one_folder(root: Path) -> None:
    """Two records of one file name clash in git, and `check` names the file."""
    clash = conflicts(
        root,
        lambda root: create(root, PERSON, "Ali Allawi", [NewName("Ali Allawi", "news")]),
        lambda root: create(root, PERSON, "Ali Allawi", [NewName("Ali A. Allawi", "news")]),
    )
    assert clash == ["people/ali-allawi.yaml"]
    assert codes(root) == [("ali-allawi.yaml", "yaml")]


def test_both_mint_one_id_in_two_folders(root: Path) -> None:
    """Git sees no clash, but `check` does, and asks for another id."""
    assert (
        conflicts(
            root,
            lambda root: create(root, PERSON, "Amal", [NewName("Amal Hasan", "news")]),
            lambda root: create(
                root, IdentityType.ORGANISATION, "Amal", [NewName("Amal Movement", "news")]
            ),
        )
        == []
    )
    assert codes(root) == [("amal.yaml", "duplicate-id")]


def test_one_links_to_what_the_other_retires(root: Path) -> None:
    """A namesake that is retired in the other branch is named, with what replaces it."""
    assert conflicts(
        root,
        lambda root: retire(root, "sadr", "x", replaced_by="kadhimi"),
        lambda root: create(root, PERSON, "Ali", [NewName("Ali Sadr", "news")], namesakes=["sadr"]),
    ) == ["people/sadr.yaml"]
    # The editor lets the record go, as the other branch has it.
    git(root, "rm", "--quiet", "people/sadr.yaml")
    (found,) = check(root)
    assert (found.path.name, found.code, found.value) == ("ali.yaml", "namesake", "sadr")
    assert "kadhimi" in found.message


def test_one_changes_what_the_other_retires(root: Path) -> None:
    """Git stops; a record that stays although its id is retired is an error."""
    clash = conflicts(
        root,
        lambda root: retire(root, "sadr", "x"),
        lambda root: rename_label(root, "sadr", "Muqtada Sadr"),
    )
    assert clash == ["people/sadr.yaml"]
    assert codes(root) == [("sadr.yaml", "retired-id")]


def test_both_make_somebody_of_one_name(root: Path) -> None:
    """Two new identities with one name are a question to the editors: merge, or link."""
    assert (
        conflicts(
            root,
            lambda root: create(root, PERSON, "Ali", [NewName("Ali Allawi", "news")]),
            lambda root: create(root, PERSON, "Allawi", [NewName("Ali Allawi", "general")]),
        )
        == []
    )
    assert codes(root) == [("allawi.yaml", "shared-name")]
    run(root, "merge", "ali", "allawi")
    assert check(root) == []


def test_answers_of_two_editors_are_both_kept(root: Path) -> None:
    """Rows at one place of answers.tsv merge, `format` sorts them, and both are heeded."""

    def first(root: Path) -> None:
        answer(root, [Answer("review", "Zayd", "sadr", "news", date=DAY)])
        answer(root, [Answer("review", "Hadi", "kadhimi", "news", date=DAY)])

    def second(root: Path) -> None:
        answer(root, [Answer("review", "Adil", "sadr", "news", date=DAY)])
        answer(root, [Answer("review", "Omar", "kadhimi", "news", date=DAY)])

    assert conflicts(root, first, second) == []
    assert set(codes(root)) <= {("answers.tsv", "duplicate"), ("answers.tsv", "unsorted")}
    assert CliRunner().invoke(cli, ["gazetteer", "format", str(root)]).exit_code == 0
    assert codes(root) == []
    answers = sound_answers(root, {})
    for name, ident in (("Zayd", "sadr"), ("Hadi", "kadhimi"), ("Adil", "sadr")):
        assert answers.refuses(name, ident)
