import json

from click.testing import CliRunner

from nisba.cli import cli


def run(*words: str) -> str:
    """Run a command that must go well, and return what it printed."""
    result = CliRunner().invoke(cli, words, prog_name="nisba")
    assert result.exit_code == 0, result.output
    return result.stdout


def test_parse_prints_a_row_a_part() -> None:
    """The table has a header, and the parts with kind, core and span, in columns that line up."""
    lines = run("parse", "Abu Bakr al-Razi").splitlines()
    assert lines[0].split() == ["text", "kind", "core", "head", "tail", "filiation", "span"]
    assert lines[1].startswith("Abu Bakr")
    at = lines[0].index("kind")
    assert lines[1][at:].startswith("kunya")
    assert lines[1].endswith("0-8")
    assert lines[2].endswith("9-16")


def test_parse_takes_several_names() -> None:
    """Names are parted by a blank line."""
    assert run("parse", "Ali", "Hasan").count("\n\n") == 1


def test_parse_as_json_keeps_spans() -> None:
    """With --json each name is an object, and its spans cut the original."""
    (name,) = json.loads(run("parse", "--json", "Abu Bakr al-Razi"))
    first = name["parts"][0]
    assert name["original"][first["start"] : first["end"]] == first["text"]
    assert (first["kind"], first["core"], first["head"]) == ("kunya", "bakr", "abu")


def test_parse_sends_no_control_to_the_terminal() -> None:
    """An escape sequence inside a name is spelled out."""
    assert "\x1b" not in run("parse", "Ali\x1b[31m Hasan")


def test_compare_prints_its_reasons() -> None:
    """The explanation sets the parts side by side, and ends with the bits and the verdict."""
    lines = run("compare", "Mustafa Al-Kazemi", "Moustafa al-Kadhimi").splitlines()
    assert ["Al-Kazemi", "=", "al-Kadhimi"] in [line.split()[:3] for line in lines]
    assert "bits in all" in lines[-1]
    assert "same" in lines[-1]


def test_compare_sends_no_control_to_the_terminal() -> None:
    """An escape sequence or a change of direction inside a name is not printed."""
    for words in ((), ("--json",)):
        said = run("compare", *words, "Ali\x1b[31m Hasan\u202e", "Ali\x9b Hasan")
        assert said.replace("\n", "").isprintable()


def test_compare_as_json_has_figures() -> None:
    """With --json the comparison is an object with figures, parts and what speaks against."""
    said = json.loads(run("compare", "--json", "Mustafa Al-Kazemi", "Joe Biden"))
    assert said["verdict"] == "different"
    assert {"bits", "probability", "shortfall"} <= said.keys()
    assert said["parts"] == []
    assert [pair["left"] for pair in said["contradicts"]] == ["Mustafa", "Al-Kazemi"]
    assert said["missing"] == []
