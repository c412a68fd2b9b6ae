"""Facts about `nisba gazetteer build`: a list becomes a file that resolves."""

from pathlib import Path

from click.testing import CliRunner

from nisba import Resolver
from nisba.cli import cli


def test_a_csv_becomes_an_index(tmp_path: Path) -> None:
    """The file resolves the names of the list."""
    source, target = tmp_path / "list.csv", tmp_path / "list.nisba"
    source.write_text("id,name\nk,Mustafa al-Kadhimi\ns,Muqtada al-Sadr\n", encoding="utf-8")
    done = CliRunner().invoke(cli, ["gazetteer", "build", str(source), "-o", str(target)])
    assert done.exit_code == 0, done.output
    assert "2 identities, 2 names" in done.stderr
    assert Resolver.open(target).resolve("Moustafa Kazemi").identity == "k"


def test_a_file_that_is_there_is_kept(tmp_path: Path) -> None:
    """Without --overwrite nothing is replaced."""
    source, target = tmp_path / "list.csv", tmp_path / "list.nisba"
    source.write_text("id,name\nk,Ali\n", encoding="utf-8")
    target.write_text("mine")
    command = ["gazetteer", "build", str(source), "-o", str(target)]
    done = CliRunner().invoke(cli, command)
    assert (done.exit_code, target.read_text()) == (2, "mine")
    assert "--overwrite" in done.stderr
    assert CliRunner().invoke(cli, [*command, "--overwrite"]).exit_code == 0


def test_a_faulty_list_makes_no_file(tmp_path: Path) -> None:
    """A row without a name is told with its line, and no file is left."""
    source, target = tmp_path / "list.csv", tmp_path / "list.nisba"
    source.write_text("id,name\nk,\n", encoding="utf-8")
    done = CliRunner().invoke(cli, ["gazetteer", "build", str(source), "-o", str(target)])
    assert done.exit_code == 2
    assert "list.csv:2" in done.stderr
    assert list(tmp_path.iterdir()) == [source]
