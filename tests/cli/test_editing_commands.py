"""The commands that edit: thin skins that print the diff, and refuse with status 2."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from gazetteer.folders import sound
from nisba.cli import cli
from nisba.gazetteer import Gazetteer, check

ARABIC = "\u0639\u0644\u064a \u0639\u0644\u0627\u0648\u064a"  # علي علاوي


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a sound gazetteer."""
    return sound(tmp_path)


def run(folder: Path, *words: str) -> Result:
    """Run a command of the editors on a folder."""
    words = ("gazetteer", *words, "--dir", str(folder))
    return CliRunner().invoke(cli, words, prog_name="nisba")


NEW = ("new", "--type=person", "--label=Ali Allawi", "--source=news")


def test_new_prints_the_diff_and_tells_the_id(folder: Path) -> None:
    """Standard output is the diff alone, the id is told on standard error."""
    facts = ("--birth-year=1947", "--country=Iraqi", "--gender=m", "--office=Minister, 2020-2022")
    result = run(folder, *NEW, "--name=Ali Allawi", f"--name={ARABIC}", *facts)
    assert result.exit_code == 0
    assert result.stdout.startswith("diff --git a/people/ali-allawi.yaml b/people/ali-allawi.yaml")
    assert result.stderr == "nisba: ali-allawi: 1 file changed\n"
    made = Gazetteer.load(folder).get("ali-allawi")
    assert made is not None
    assert [name.text for name in made.names] == ["Ali Allawi", ARABIC]
    assert (made.gender, made.birth_year, made.countries) == ("male", 1947, ("IQ",))
    assert [(o.title, o.start, o.end) for o in made.offices] == [("Minister", "2020", "2022")]
    assert check(folder) == []


def test_the_label_is_the_name_if_none_is_given(folder: Path) -> None:
    """Without --name there is one name, as the label."""
    assert run(folder, *NEW).exit_code == 0
    made = Gazetteer.load(folder).get("ali-allawi")
    assert made is not None
    assert [name.text for name in made.names] == ["Ali Allawi"]


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("King, 1999-", ("King", "1999", "")),
        ("King, -1999", ("King", "", "1999")),
        ("Minister of A, B and C", ("Minister of A, B and C", "", "")),
        ("Minister of A, B, 1999-2001", ("Minister of A, B", "1999", "2001")),
    ],
)
def test_an_office_ends_in_its_years(folder: Path, text: str, office: tuple[str, ...]) -> None:
    """The years stand behind the last comma, and either may be left out."""
    assert run(folder, *NEW, "--office", text).exit_code == 0
    made = Gazetteer.load(folder).get("ali-allawi")
    assert made is not None
    assert [(o.title, o.start, o.end) for o in made.offices] == [office]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        (["--office=King, 1999"], "nisba: office 'King, 1999': write its years"),
        (["--country=Atlantis"], "Atlantis"),
        (["--gender=x"], "gender"),
        (["--script=Arabic"], "nisba: script 'Arabic': write one of Latn, Arab"),
        (["--source=nowhere"], "'nowhere': cite a key of sources.tsv"),
        (["--name=Muqtada al-Sadr"], "--namesake sadr"),
        (["--birth-year=5"], "'5': write a year of three or four digits"),
    ],
)
def test_what_cannot_be_is_refused_with_status_2(folder: Path, more: list[str], said: str) -> None:
    """The value stands in the message, and nothing on standard output or in the folder."""
    result = run(folder, *NEW, *more)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr
    assert len(Gazetteer.load(folder)) == 3


def test_a_dry_run_prints_and_does_not_write(folder: Path) -> None:
    """The diff is the same, and no file is changed."""
    planned = run(folder, *NEW, "--dry-run")
    assert planned.stderr == "nisba: ali-allawi: 1 file would change\n"
    assert not (folder / "people" / "ali-allawi.yaml").exists()
    assert run(folder, *NEW).stdout == planned.stdout


def test_a_name_that_is_there_is_told(folder: Path) -> None:
    """Adding it again changes nothing, and gives status 0."""
    result = run(folder, "add-name", "sadr", "muqtada AL SADR", "--source=news")
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == (
        "nisba: sadr: has this name already: 'muqtada AL SADR'\nnisba: sadr: 0 files changed\n"
    )


def test_the_other_commands_do_what_they_say(folder: Path) -> None:
    """Each of them passes its arguments on."""
    words: tuple[str, ...]
    for words in (
        ("add-name", "sadr", "Moqtada", "Sadr", "--kind=short", "--source=news"),
        ("split", "sadr", "--into=Moqtada", "--name=Moqtada", "--shared=Muqtada al-Sadr"),
        ("merge", "kadhimi", "moqtada", "--reason=an example", "--date=2021-07-26"),
        ("rename-label", "kadhimi", "The Prime Minister"),
        ("retire", "sadr", "--reason=another", "--replaced-by=kadhimi", "--date=2021-07-27"),
    ):
        result = run(folder, *words)
        assert result.exit_code == 0, result.output
        assert result.stdout.startswith("diff --git ")
        assert check(folder) == []
    g = Gazetteer.load(folder)
    assert g.label("moqtada") == g.label("sadr") == "The Prime Minister"
    assert (folder / "retired.tsv").read_text("utf-8").splitlines()[1:] == [
        "moqtada\tkadhimi\tan example\t2021-07-26",
        "sadr\tkadhimi\tanother\t2021-07-27",
    ]


def test_no_folder_gives_status_2(tmp_path: Path) -> None:
    """A folder that is not there is named."""
    result = run(tmp_path / "gone", "rename-label", "sadr", "X")
    assert result.exit_code == 2
    assert f"{tmp_path / 'gone'}: not a folder" in result.stderr
