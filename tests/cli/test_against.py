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


def test_a_list_that_is_not_there_is_told(tmp_path: Path) -> None:
    """A missing list is an error with its path."""
    result = run(tmp_path, tmp_path / "gone.csv")
    assert result.exit_code == 2
    assert "gone.csv: no such file" in result.stderr


def test_a_folder_is_a_gazetteer(tmp_path: Path) -> None:
    """A folder of records is read as the curated one is, with all its faults told."""
    folder = tmp_path / "mine"
    (folder / "people").mkdir(parents=True)
    (folder / "people" / "x.yaml").write_text("id: y\n", encoding="utf-8")
    result = run(tmp_path, folder)
    assert result.exit_code == 2
    assert f"nisba: {folder / 'people' / 'x.yaml'}:1: 'y'" in result.stderr
