import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from nisba.cli import cli

SOURCES = "key\ttitle\tkind\tlicence\tnote\ngeneral\tGeneral knowledge\tother\tnone\tnone\n"
RECORD = """\
id: hadi-al-amiri
type: person
label: Hadi al-Amiri
names:
  - text: Hadi al-Amiri
    script: Latn
    kind: name
    source: general
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make a gazetteer of one record."""
    (tmp_path / "people").mkdir()
    (tmp_path / "people" / "hadi-al-amiri.yaml").write_text(RECORD, encoding="utf-8")
    (tmp_path / "sources.tsv").write_text(SOURCES, encoding="utf-8")
    return tmp_path


def check(folder: Path, *more: str) -> Result:
    """Run `nisba gazetteer check`."""
    return CliRunner().invoke(cli, ["gazetteer", "check", str(folder), *more], prog_name="nisba")


def test_a_clean_folder_gives_status_0(folder: Path) -> None:
    """Without findings nothing is on stdout, and the count is on stderr."""
    result = check(folder)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "nisba: 0 errors, 0 warnings\n"


def test_an_error_is_a_line_and_status_1(folder: Path) -> None:
    """A finding is path, line, value and message."""
    path = folder / "people" / "hadi-al-amiri.yaml"
    path.write_text(RECORD.replace("type: person", "type: bird"), encoding="utf-8")
    result = check(folder)
    assert result.exit_code == 1
    assert result.stdout.startswith(f"{path}:2: bird: ")
    assert result.stderr == "nisba: 1 error, 0 warnings\n"


def test_warnings_alone_give_status_0(folder: Path) -> None:
    """A record in a folder that is not read asks for a look, and fails nothing."""
    (folder / "peopel").mkdir()
    (folder / "peopel" / "x.yaml").write_text(RECORD, encoding="utf-8")
    result = check(folder)
    assert result.exit_code == 0
    assert result.stdout.endswith("(warning)\n")
    assert result.stderr == "nisba: 0 errors, 1 warning\n"


def test_json_holds_every_field(folder: Path) -> None:
    """With --json the findings are a list of objects, empty if there are none."""
    assert json.loads(check(folder, "--json").stdout) == []
    (folder / "people" / "stray.txt").write_text("x", encoding="utf-8")
    (finding,) = json.loads(check(folder, "--json").stdout)
    assert finding["severity"] == "error"
    assert finding["value"] == "stray.txt"
    assert {"path", "line", "code", "message"} <= finding.keys()


def test_format_writes_the_one_layout(folder: Path) -> None:
    """A record with quotes that it does not need is rewritten once, and its comment kept."""
    path = folder / "people" / "hadi-al-amiri.yaml"
    path.write_text("# a comment\n" + RECORD.replace("Hadi al-Amiri", '"Hadi al-Amiri"'), "utf-8")
    words = ["gazetteer", "format", str(folder)]
    first, second = (CliRunner().invoke(cli, words, prog_name="nisba") for _ in range(2))
    assert (first.exit_code, first.stdout) == (0, f"{path}\n")
    assert path.read_text(encoding="utf-8") == "# a comment\n" + RECORD
    assert (second.exit_code, second.stdout) == (0, "")


def test_format_leaves_a_faulty_record_alone(folder: Path) -> None:
    """What cannot be read is not rewritten, and gives status 1."""
    path = folder / "people" / "hadi-al-amiri.yaml"
    path.write_text(RECORD.replace("person", "bird"), encoding="utf-8")
    result = CliRunner().invoke(cli, ["gazetteer", "format", str(folder)], prog_name="nisba")
    assert result.exit_code == 1
    assert "bird" in path.read_text(encoding="utf-8")
    assert f"nisba: {path}: has errors" in result.stderr


def test_no_folder_gives_status_2(tmp_path: Path) -> None:
    """A path that is no folder cannot be checked."""
    result = check(tmp_path / "gone")
    assert result.exit_code == 2
    assert result.stderr.startswith(f"nisba: {tmp_path / 'gone'}")


def test_schemes_are_checked_too(folder: Path) -> None:
    """A fault of a romanization standard is a finding like any other."""
    scheme = folder / "schemes" / "mine"
    scheme.mkdir(parents=True)
    (scheme / "scheme.yaml").write_text("id: other\n", encoding="utf-8")
    result = check(folder)
    assert result.exit_code == 1
    assert "schemes/mine/scheme.yaml:1: other: write the name of the folder" in result.stdout
    assert "schemes/mine/rules.tsv:0:" in result.stdout
