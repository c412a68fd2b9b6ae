"""Where `nisba resolve` takes its identities from."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from nisba.cli import cli


def run(folder: Path, against: Path, *more: str) -> Result:
    """Resolve one name against a file or folder."""
    source = folder / "people.csv"
    source.write_text("name\nal-Kadhemi\n", encoding="utf-8")
    words = ["resolve", str(source), "--column", "name", "-o", "-", "--against", str(against)]
    return CliRunner().invoke(cli, [*words, *more], prog_name="nisba")


@pytest.mark.parametrize("codec", ["utf-8", "cp1256"])
def test_a_csv_file_of_names_will_do(tmp_path: Path, codec: str) -> None:
    """Ids and names come from the columns that are named, in any encoding of Arabic files."""
    listed = tmp_path / "list.csv"
    arabic = "\u0645\u0635\u0637\u0641\u0649 \u0627\u0644\u0643\u0627\u0638\u0645\u064a"
    rows = f"key,who\nq1,Mustafa al-Kadhimi\nq1,{arabic}\nq2,Hadi al-Amiri\n"
    listed.write_bytes(rows.encode(codec))
    result = run(tmp_path, listed, "--id-column", "key", "--against-column", "who")
    assert result.exit_code == 0, result.stderr
    assert "al-Kadhemi,match,q1,Mustafa al-Kadhimi," in result.stdout


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("id,nome\n1,x\n", "list.csv:1: 'name': no such column, but there is 'nome'"),
        ("id,name\n1,x\n2,\n", "list.csv:3: '': fill in name"),
        ("", "list.csv: the file is empty"),
    ],
)
def test_a_faulty_list_is_told_with_its_line(tmp_path: Path, text: str, said: str) -> None:
    """A list that cannot be used gives status 2 and its own path, line and value."""
    listed = tmp_path / "list.csv"
    listed.write_text(text, encoding="utf-8")
    result = run(tmp_path, listed)
    assert result.exit_code == 2
    assert f"nisba: {tmp_path}" in result.stderr
    assert said in result.stderr


def test_standard_input_is_read_for_one_of_two(tmp_path: Path) -> None:
    """Rows and list cannot both come from standard input, and it is said which two."""
    words = ["resolve", "-", "--column", "name", "-o", str(tmp_path / "out.csv"), "--against", "-"]
    result = CliRunner().invoke(cli, words, input="name\nAli\n", prog_name="nisba")
    assert result.exit_code == 2
    assert "FILE and --against cannot both be standard input" in result.stderr


def test_a_list_that_is_not_there_is_told(tmp_path: Path) -> None:
    """A missing list is an error with its path."""
    result = run(tmp_path, tmp_path / "gone.csv")
    assert result.exit_code == 2
    assert "gone.csv: no such file" in result.stderr


def test_a_list_is_not_written_over(tmp_path: Path) -> None:
    """The list is read as the file is, and `--overwrite` means neither; nor may it be rejects."""
    for name in ("list.csv", "out.rejects.csv"):
        listed = tmp_path / name
        listed.write_text("id,name\nq1,Mustafa al-Kadhimi\n", encoding="utf-8")
        target = tmp_path / name.replace(".rejects", "")
        result = run(tmp_path, listed, "-o", str(target), "--overwrite")
        assert result.exit_code == 2
        assert f"{name}: cannot write: this is the file that is read" in result.stderr
        assert listed.read_text(encoding="utf-8").startswith("id,name\n")


def test_a_folder_is_a_gazetteer(tmp_path: Path) -> None:
    """A folder of records is read as the curated one is, with all its faults told."""
    folder = tmp_path / "mine"
    (folder / "people").mkdir(parents=True)
    (folder / "people" / "x.yaml").write_text("id: y\n", encoding="utf-8")
    result = run(tmp_path, folder)
    assert result.exit_code == 2
    assert f"nisba: {folder / 'people' / 'x.yaml'}:1: 'y'" in result.stderr


def index_of(folder: Path) -> tuple[Path, Path]:
    """A list of two and the index that `nisba gazetteer build` makes of it."""
    listed, target = folder / "list.csv", folder / "list.nisba"
    rows = "id,name,born\nq1,Mustafa al-Kadhimi,1967\nq2,Hadi al-Amiri,1954\n"
    listed.write_text(rows, encoding="utf-8")
    words = ["gazetteer", "build", str(listed), "-o", str(target), "--birth-year-column", "born"]
    assert CliRunner().invoke(cli, words).exit_code == 0
    return listed, target


def test_an_index_answers_as_its_list_does(tmp_path: Path) -> None:
    """The rows are the same to the letter, whatever the file is called."""
    listed, target = index_of(tmp_path)
    renamed = target.rename(tmp_path / "names.csv")
    of_list = run(tmp_path, listed, "--against-birth-year-column", "born", "--json")
    of_index = run(tmp_path, renamed, "--json")
    assert (of_index.exit_code, of_index.stdout) == (0, of_list.stdout)
    assert '"q1"' in of_index.stdout


def test_an_index_of_what_has_changed_is_refused(tmp_path: Path) -> None:
    """Answers of yesterday's list are no answers: status 2, and what to do."""
    listed, target = index_of(tmp_path)
    listed.write_text("id,name\nq3,Barham Salih\n", encoding="utf-8")
    result = run(tmp_path, target)
    assert result.exit_code == 2
    assert result.stderr == f"nisba: {target}: {listed} has changed since: build it again\n"


def test_a_damaged_index_is_refused(tmp_path: Path) -> None:
    """An index that was cut is told with its path, and nothing is resolved."""
    _, target = index_of(tmp_path)
    target.write_bytes(target.read_bytes()[:-64])
    result = run(tmp_path, target)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"nisba: {target}: the file is cut or damaged: build it again\n"


@pytest.mark.parametrize(
    "more",
    [
        ("--against-birth-year-column", "year"),
        ("--against-column", "year"),
        ("--id-column", "year"),
        ("--against-separator", "year"),
    ],
)
@pytest.mark.parametrize("what", ["an index file", "a gazetteer folder"])
def test_only_a_list_has_columns(tmp_path: Path, what: str, more: tuple[str, str]) -> None:
    """Columns of an index or a folder are refused: nothing would come of them."""
    _, against = index_of(tmp_path)
    if what == "a gazetteer folder":
        against = tmp_path / "mine"
        against.mkdir()
    result = run(tmp_path, against, *more)
    assert result.exit_code == 2
    assert f"{against}: 'year': {what} has no columns" in result.stderr
