"""The commands stats, diff and review, and the questions of check."""

import json
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from gazetteer.folders import KADHIMI, sound, write
from nisba.cli import cli, progress


def run(*words: str | Path) -> Result:
    """Run a command of the editors."""
    return CliRunner().invoke(cli, ["gazetteer", *map(str, words)], prog_name="nisba")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a sound gazetteer."""
    return sound(tmp_path / "gazetteer")


def test_check_prints_questions_and_fails_nothing(folder: Path) -> None:
    """A likely slip is a line with its kind behind it, counted apart, and the status is 0."""
    slip = KADHIMI.replace("source: news\n", "source: news\n  - text: Munir al-Karimi\n")
    slip += "    script: Latn\n    kind: name\n    source: news\n"
    path = write(folder / "people" / "kadhimi.yaml", slip)
    result = run("check", folder)
    assert result.exit_code == 0
    assert result.stdout.startswith(f"{path}:21: Munir al-Karimi: is it a slip?")
    assert result.stdout.endswith(" (question)\n")
    assert result.stderr == "nisba: 0 errors, 0 warnings, 1 question\n"
    (found,) = json.loads(run("check", folder, "--json").stdout)
    assert (found["severity"], found["code"]) == ("question", "far-name")


def test_stats_counts_a_folder(folder: Path) -> None:
    """Counts, and what is left to do with the ids."""
    result = run("stats", folder)
    assert result.exit_code == 0
    assert "identities: 3\n  2  person\n  1  place\n" in result.stdout
    assert "persons without a birth year: sadr" in result.stdout
    data = json.loads(run("stats", folder, "--json").stdout)
    assert (data["names"], data["unsourced"], data["coverage"]) == (4, 3, None)


def test_stats_tells_the_coverage_of_a_file(folder: Path, tmp_path: Path) -> None:
    """With a file of names the words that no element covers are listed, commonest first."""
    path = write(tmp_path / "names.txt", "Zzyzx\nMuhammad\nZzyzx\n")
    result = run("stats", path)
    assert result.exit_code == 0
    assert result.stdout.startswith("3 names, 3 words")
    assert "  33.3%  by elements\n" in result.stdout
    assert result.stdout.rstrip().endswith("2      zzyzx  -")
    data = json.loads(run("stats", folder, path, "--json").stdout)["coverage"]
    assert data["by_elements"] == 0
    assert data["uncovered"][0] == {"word": "zzyzx", "times": 2, "derived": False}


def test_stats_of_what_is_not_there_could_not_run(tmp_path: Path) -> None:
    """A file that is not there, or two files, give status 2 and name the path."""
    gone = run("stats", tmp_path / "gone.txt")
    two = run("stats", tmp_path / "a", tmp_path / "b")
    assert (gone.exit_code, two.exit_code) == (2, 2)
    assert "gone.txt: no such file" in gone.stderr


def test_diff_shows_what_changes_between_folders(folder: Path, tmp_path: Path) -> None:
    """A name that a new record finds is a row, and the summary counts it."""
    new = sound(tmp_path / "new")
    record = KADHIMI.replace("kadhimi", "amiri", 1).replace("Mustafa al-Kadhimi", "Hadi al-Amiri")
    record = record.replace("مصطفى الكاظمي", "هادي العامري")
    write(new / "people" / "amiri.yaml", record)
    names = write(tmp_path / "names.txt", "Hadi Ameri\nMoustafa Kazemi\nHadi Ameri\n")
    result = run("diff", folder, new, names)
    assert result.exit_code == 0
    header, row = result.stdout.splitlines()
    assert header.split() == ["times", "name", "old", "new", "bits"]
    assert row.startswith("2      Hadi Ameri  none")
    assert "match amiri" in row
    said = "nisba: 2 names, of which 1 are answered otherwise (2 of 3 occurrences)\n"
    assert result.stderr == said
    (change,) = json.loads(run("diff", folder, new, names, "--json").stdout)
    assert (change["change"], change["new"]["identity"]) == ("decision", "amiri")
    assert run("diff", new, new, names).stdout == ""


def test_diff_reads_revisions_of_git(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """HEAD:folder is the folder as it was committed, whatever was edited since."""
    monkeypatch.chdir(folder.parent)
    who = ["-c", "user.name=a", "-c", "user.email=a@example.org"]
    for words in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "first"]):
        subprocess.run(["git", *who, *words], check=True, capture_output=True)
    (folder / "people" / "kadhimi.yaml").unlink()
    names = write(tmp_path / "names.txt", "Mustafa al-Kadhimi\n")
    result = run("diff", "HEAD:gazetteer", "gazetteer", names)
    assert "match kadhimi" in result.stdout
    wrong = run("diff", "nothing:gazetteer", "gazetteer", names)
    assert wrong.exit_code == 2
    assert wrong.stderr.startswith("nisba: nothing:gazetteer: git: ")


def test_diff_of_no_folder_could_not_run(folder: Path, tmp_path: Path) -> None:
    """A word that is neither folder nor revision gives status 2; it is no option for git."""
    names = write(tmp_path / "names.txt", "Ali\n")
    for place in ("gone", "--output=x:y"):
        result = CliRunner().invoke(
            cli, ["gazetteer", "diff", "--", place, str(folder), str(names)], prog_name="nisba"
        )
        assert result.exit_code == 2
        assert "not a folder" in result.stderr


def test_review_proposes_and_accepts(folder: Path, tmp_path: Path) -> None:
    """Results become proposals, a marked proposal becomes a name, and the file says so."""
    results = write(tmp_path / "out.csv", "name,nisba_decision\nMustafa Kamil,none\nSadr,match\n")
    file = tmp_path / "p.tsv"
    made = run("review", results, "-o", file, "--dir", folder)
    assert (made.exit_code, made.stdout) == (0, "")
    assert made.stderr == f"nisba: {file}: 1 names in 1 groups: 0 ambiguous, 1 nobody\n"
    text = file.read_text(encoding="utf-8-sig")
    file.write_text(text.replace("\n\tproposed", "\nx\tproposed"), encoding="utf-8")
    done = run("review", "--accept", file, "--source", "news", "--dir", folder)
    assert done.exit_code == 0
    assert "+  - text: Mustafa Kamil\n" in done.stdout
    assert done.stderr == f"nisba: {file}: 1 accepted, 0 refused, 0 unsure, 0 still proposed\n"
    assert "\nx\taccepted " in file.read_text(encoding="utf-8-sig")
    record = (folder / "people" / "kadhimi.yaml").read_text(encoding="utf-8")
    assert "  - text: Mustafa Kamil\n    script: Latn\n    kind: name\n    source: news\n" in record


def test_review_refuses_an_unknown_source(folder: Path, tmp_path: Path) -> None:
    """The known keys are named, and neither record nor proposals file is touched."""
    file = tmp_path / "p.tsv"
    text = "mark\tstatus\tname\tid\nx\tproposed\tMustafa Kamil\tkadhimi\n"
    write(file, text)
    result = run("review", "--accept", file, "--source", "newz", "--dir", folder)
    assert result.exit_code == 2
    assert "it has general, news" in result.stderr
    assert file.read_text(encoding="utf-8") == text


@pytest.mark.parametrize(
    "words", [[], ["out.csv"], ["--accept", "p.tsv"], ["out.csv", "--accept", "p.tsv"]]
)
def test_review_says_what_it_needs(words: list[str]) -> None:
    """Half a command gives status 2 and the other half."""
    result = run("review", *words)
    assert result.exit_code == 2
    assert result.stderr.startswith("nisba: ")


def test_lines_left_out_give_status_1(folder: Path, tmp_path: Path) -> None:
    """What can be no name is told of with its line, the rest is done."""
    path = write(tmp_path / "names.txt", "Hassan\n" + "a" * 20_000 + "\n")
    for result in (run("stats", folder, path), run("diff", folder, folder, path)):
        assert result.exit_code == 1
        assert f"nisba: {path}:2: " in result.stderr
    results = write(tmp_path / "out.csv", "name,nisba_decision\nHassan,none\nOmar,none,x\n")
    result = run("review", results, "-o", tmp_path / "p.tsv", "--dir", folder)
    assert result.exit_code == 1
    assert f"nisba: {results}:3: " in result.stderr


def test_an_encoding_may_be_named(folder: Path, tmp_path: Path) -> None:
    """Bytes too few to guess by are read as the editor says."""
    path = write(tmp_path / "names.txt", "\u0645\u0635\u0637\u0641\u0649\n".encode("cp1256"))
    result = run("stats", folder, path, "--encoding", "windows-1256", "--json")
    assert json.loads(result.stdout)["coverage"]["uncovered"][0]["derived"]


def test_an_answer_ends_a_question(folder: Path) -> None:
    """What `check` asks is answered by a command, and asked no more; the diff is printed."""
    slip = (
        KADHIMI + "  - text: Munir al-Karimi\n    script: Latn\n    kind: name\n    source: news\n"
    )
    write(folder / "people" / "kadhimi.yaml", slip)
    assert "Munir al-Karimi" in run("check", folder).stdout
    words = ("answer", "far-name", "kadhimi", "Munir al-Karimi", "--source=news", "--dir", folder)
    trial = run(*words, "--date=2021-07-26", "--dry-run")
    assert not (folder / "answers.tsv").exists()
    result = run(*words, "--date=2021-07-26")
    assert (result.exit_code, result.stdout) == (0, trial.stdout)
    assert "+Munir al-Karimi\tfar-name\tkadhimi\t\tnews\t2021-07-26\n" in result.stdout
    assert run("check", folder).output == "nisba: 0 errors, 0 warnings\n"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["far-name", "kadhimi", "Ali"], "needs --source"),
        (["near-duplicate", "kadhimi", "sadr", "--source=news"], "leave out --source"),
        (["review", "nobody", "Ali", "--source=news"], "no record has this id"),
        (["far-name", "kadhimi", "Ali", "--source=newz"], "it has general, news"),
    ],
)
def test_an_answer_that_cannot_be_is_refused(folder: Path, words: list[str], said: str) -> None:
    """Status 2, what is missing, and nothing written."""
    result = run("answer", *words, "--dir", folder)
    assert result.exit_code == 2
    assert said in result.stderr
    assert not (folder / "answers.tsv").exists()


def test_a_refused_name_is_not_proposed_again(folder: Path, tmp_path: Path) -> None:
    """The next proposals file lacks it, and the summary says that it was refused before."""
    results = write(tmp_path / "out.csv", "name,nisba_decision\nMustafa Kamil,none\nHadi,none\n")
    file = tmp_path / "p.tsv"
    run("review", results, "-o", file, "--dir", folder)
    text = file.read_text(encoding="utf-8-sig").splitlines()
    marked = ["n" + line if "Kamil" in line else line for line in text]
    file.write_text("\n".join(marked) + "\n", encoding="utf-8")
    done = run("review", "--accept", file, "--source", "news", "--dir", folder)
    assert "+Mustafa Kamil\treview\tkadhimi\t\tnews\t" in done.stdout
    again = run("review", results, "-o", tmp_path / "again.tsv", "--dir", folder)
    assert again.stderr.endswith("0 ambiguous, 1 nobody; 1 refused before\n")
    assert "Kamil" not in (tmp_path / "again.tsv").read_text(encoding="utf-8-sig")
    write(folder / "answers.tsv", "nonsense\n")
    faulty = run("review", results, "-o", tmp_path / "third.tsv", "--dir", folder)
    assert faulty.exit_code == 2
    assert not (tmp_path / "third.tsv").exists()


@pytest.mark.parametrize("command", ["check", "stats", "diff", "review"])
def test_long_work_shows_how_far_it_is(
    command: str, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each command that may take long moves a bar, from its beginning on."""
    names = write(tmp_path / "names.txt", "Hadi al-Amiri\nOmar Said\n")
    results = write(tmp_path / "out.csv", "name,nisba_decision\nMustafa Kamil,none\n")
    words: dict[str, list[str | Path]] = {
        "check": [folder],
        "stats": [folder, names],
        "diff": [folder, folder, names],
        "review": [results, "-o", tmp_path / "p.tsv", "--dir", folder],
    }
    moved: list[int] = []
    monkeypatch.setattr(progress.Bar, "move", lambda bar, done: moved.append(done))
    assert run(command, *words[command]).exit_code == 0
    assert moved[:1] == [0]
    assert moved == sorted(moved)
