"""The commands of transliteration: arguments, lines of stdin, a column of a file."""

import csv
import io
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from nisba.cli import cli

MUSTAFA = "\u0645\u0635\u0637\u0641\u0649"  # مصطفى
AHMAD = "\u0623\u062d\u0645\u062f"  # أحمد


def run(*words: str, stdin: str | bytes | None = None) -> Result:
    """Run a command, whatever comes of it."""
    return CliRunner().invoke(cli, words, prog_name="nisba", input=stdin)


def said(*words: str, stdin: str | bytes | None = None) -> str:
    """Run a command that must go well, and return what it printed."""
    result = run(*words, stdin=stdin)
    assert result.exit_code == 0, result.output
    return result.stdout


def table(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV file that a command wrote."""
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))


def test_each_argument_is_a_text() -> None:
    """Texts come out one a line, in their order."""
    assert said("romanize", "--to", "buckwalter", MUSTAFA, AHMAD) == "mSTfY\n>Hmd\n"


def test_the_name_of_the_option_may_be_scheme() -> None:
    """--scheme is --to, as in a program."""
    assert said("romanize", "--scheme", "icao-9303", AHMAD) == "XAEXHMD\n"


def test_lines_of_stdin_stay_lines() -> None:
    """An empty line gives an empty one, so that input and output can be laid side by side."""
    assert said("romanize", "--to", "buckwalter", stdin=f"{MUSTAFA}\n\n{AHMAD}\r\n") == (
        "mSTfY\n\n>Hmd\n"
    )


def test_a_line_that_is_no_text_is_told_of() -> None:
    """Bytes that are no UTF-8 give an empty line, a message with the line, and status 1."""
    result = run("romanize", "--to", "buckwalter", stdin=b"\xff\xfe\n" + AHMAD.encode() + b"\n")
    assert result.exit_code == 1
    assert result.stdout == "\n>Hmd\n"
    assert "<stdin>:1:" in result.stderr


def test_a_column_of_a_file_gets_columns_beside_it(tmp_path: Path) -> None:
    """Rows keep their order and cells, and the new columns stand behind them."""
    source, target = tmp_path / "in.csv", tmp_path / "out.csv"
    source.write_text(f"id,name\n1,{MUSTAFA}\n2,\n3,{AHMAD} 7\n", encoding="utf-8")
    words = ("--column", "name", "--to", "buckwalter", "-o", str(target))
    result = run("romanize", str(source), *words)
    assert result.exit_code == 0, result.output
    rows = table(target)
    assert [row["nisba_romanized"] for row in rows] == ["mSTfY", "", "'>Hmd 7"[1:]]
    assert [row["nisba_note"] for row in rows] == ["", "", "unknown: 7"]
    assert [row["id"] for row in rows] == ["1", "2", "3"]


def test_a_spreadsheet_runs_nothing(tmp_path: Path) -> None:
    """A cell that begins like a formula gets an apostrophe, the made ones too."""
    source, target = tmp_path / "in.csv", tmp_path / "out.csv"
    source.write_text("name\n=1+1\n", encoding="utf-8")
    words = ("--column", "name", "--to", "buckwalter", "-o", str(target))
    assert run("romanize", str(source), *words).exit_code == 0
    (row,) = table(target)
    assert row["name"] == "'=1+1"
    assert row["nisba_romanized"] == "'=1+1"


def test_rows_that_cannot_be_read_are_set_aside(tmp_path: Path) -> None:
    """They go to a file beside the output with their line, and the status is 1."""
    source, target = tmp_path / "in.csv", tmp_path / "out.csv"
    source.write_text(f"id,name\n1,{MUSTAFA}\n2,a,b\n", encoding="utf-8")
    words = ("--column", "name", "--to", "buckwalter", "-o", str(target))
    result = run("romanize", str(source), *words)
    assert result.exit_code == 1
    assert "in.csv:3" in result.stderr
    assert "too many fields" in (tmp_path / "out.rejects.csv").read_text(encoding="utf-8-sig")
    assert len(table(target)) == 1


def test_nothing_is_overwritten_unasked(tmp_path: Path) -> None:
    """An output that exists stays, unless --overwrite is given."""
    source, target = tmp_path / "in.csv", tmp_path / "out.csv"
    source.write_text(f"name\n{MUSTAFA}\n", encoding="utf-8")
    target.write_text("mine", encoding="utf-8")
    words = ("romanize", str(source), "--column", "name", "--to", "hsb", "-o", str(target))
    assert run(*words).exit_code == 2
    assert target.read_text(encoding="utf-8") == "mine"
    assert run(*words, "--overwrite").exit_code == 0


def test_json_of_arguments_is_one_list() -> None:
    """With --json each text has its romanization, the rules that fired, and the notes."""
    (found,) = json.loads(said("romanize", "--json", "--to", "buckwalter", f"{AHMAD}\u202e"))
    assert found["romanized"] == ">Hmd\u202e"
    assert [step["rule"] for step in found["steps"]][:2] == ["alif-hamza-above", "hah"]
    assert found["notes"] == [{"start": 4, "end": 5, "code": "unknown", "text": "\u202e"}]


def test_json_of_lines_is_a_line_each() -> None:
    """With --json each line of stdin gives one JSON object with its number."""
    lines = said("romanize", "--json", "--to", "hsb", stdin=f"{MUSTAFA}\n{AHMAD}\n").splitlines()
    assert [json.loads(line)["line"] for line in lines] == [1, 2]


def test_detail_shows_the_rules() -> None:
    """--detail adds a table of the rules, with the span that each one read."""
    lines = said("romanize", "--detail", "--to", "buckwalter", AHMAD).splitlines()
    assert lines[0] == ">Hmd"
    assert lines[2].split()[:3] == ["rule", "alif-hamza-above", "0-1"]


@pytest.mark.parametrize(
    "words",
    [
        ("romanize", "--to", "bukwalter", AHMAD),
        ("convert", "--to", "bukwalter", "Ahmad"),
        ("convert", "--from", "bukwalter", "Ahmad"),
        ("arabize", "--from", "bukwalter", "Ahmad"),
        ("schemes", "bukwalter"),
    ],
)
def test_an_unknown_scheme_names_the_nearest(words: tuple[str, ...]) -> None:
    """The message has what was asked, what may have been meant, and all that there is."""
    result = run(*words)
    assert result.exit_code == 2
    assert "'bukwalter': did you mean buckwalter?" in result.stderr
    assert "icao-9303" in result.stderr


def test_arabize_reads_a_reversible_scheme_exactly() -> None:
    """With --from there is one answer, and it is certain."""
    assert said("arabize", "--from", "buckwalter", "mSTfY") == f"1.000  {MUSTAFA}\n"
    assert said("arabize", "--from", "buckwalter", stdin="mSTfY\n") == f"{MUSTAFA}\n"


def test_arabize_refuses_a_scheme_that_cannot_be_read_back() -> None:
    """SATTS writes two letters with one sign, and says so."""
    result = run("arabize", "--from", "satts", "MXUFI")
    assert result.exit_code == 2
    assert "'satts' cannot be read back" in result.stderr


def test_output_needs_a_column() -> None:
    """A file to write is for a file that is read."""
    assert run("romanize", AHMAD, "-o", "out.csv").exit_code == 2
    assert run("romanize", "a.csv", "--column", "name").exit_code == 2
    assert run("romanize", "--column", "name", "-o", "out.csv").exit_code == 2


def test_schemes_lists_each_with_its_year() -> None:
    """The list has a row a scheme under its header."""
    lines = said("schemes").splitlines()
    assert lines[0].split()[:3] == ["id", "language", "year"]
    assert any(line.startswith("icao-9303 ") and " 2021 " in line for line in lines)


def test_schemes_describes_one() -> None:
    """A description has authority, doubts, sources, rules with their numbers, and examples."""
    text = said("schemes", "icao-9303")
    for piece in (
        "International Civil Aviation Organization",
        "Notes and doubts",
        "B.5.5.6",
        "JMYLXAH",
        "published, icao-9303-3",
    ):
        assert piece in text


def test_schemes_as_json_has_all_rules() -> None:
    """A program gets the rules and examples as they are."""
    found = json.loads(said("schemes", "hsb", "--json"))
    assert found["reversible"] is True
    assert {"rules", "examples", "notes", "sources"} <= found.keys()
    assert {rule["output"] for rule in found["rules"]} >= {"Ď", "ς"}


@pytest.mark.parametrize(
    ("words", "first"),
    [
        (("arabize", "Moustafa"), MUSTAFA),
        (("vocalize", MUSTAFA), "\u0645\u064f\u0635"),  # مُص…
        (("spellings", MUSTAFA, "--region", "egypt"), "M"),
    ],
)
def test_ranked_answers_stand_behind_their_probability(words: tuple[str, ...], first: str) -> None:
    """The likeliest comes first, and no more than the limit."""
    lines = said(*words, "--limit", "2").splitlines()
    assert 1 <= len(lines) <= 2
    chances = [float(line.split("  ")[0]) for line in lines]
    assert chances == sorted(chances, reverse=True)
    assert lines[0].split("  ")[1].startswith(first)


def test_ranked_lines_are_parted_by_tabs() -> None:
    """A line of stdin gives a line of answers."""
    answers = said("arabize", "--limit", "3", stdin="Moustafa\n\nAhmad\n").split("\n")
    assert answers[0].split("\t")[0] == MUSTAFA
    assert answers[1] == ""
    assert answers[2].split("\t")[0] == AHMAD


def test_ranked_columns_have_the_others(tmp_path: Path) -> None:
    """The best answer, its probability, and what else it may be."""
    source, target = tmp_path / "in.csv", tmp_path / "out.csv"
    source.write_text("name\nMoustafa\n", encoding="utf-8")
    result = run("arabize", str(source), "--column", "name", "-o", str(target))
    assert result.exit_code == 0, result.output
    (row,) = table(target)
    assert row["nisba_arabic"] == MUSTAFA
    assert 0.0 < float(row["nisba_probability"]) <= 1.0
    assert MUSTAFA not in row["nisba_others"].split(" | ")


def test_an_unknown_region_is_named() -> None:
    """Where no habits are known, the command cannot run."""
    result = run("spellings", MUSTAFA, "--region", "atlantis")
    assert result.exit_code == 2
    assert "atlantis" in result.stderr


def test_convert_reads_press_and_schemes() -> None:
    """A press spelling, and a name in a standard that is named."""
    assert said("convert", "Moustafa Kadhimi") == "Muṣṭafá al-Kāẓimī\n"
    words = ("convert", "--from", "din-31635", "--to", "ala-lc", "aš-Šams")
    assert said(*words) == "al-Shams\n"
    (found,) = json.loads(said("convert", "--json", "Moustafa Kadhimi"))
    assert found["arabic"].startswith("\u0645")
    assert found["romanized"] == "Muṣṭafá al-Kāẓimī"


def test_romanize_is_told_what_a_text_is() -> None:
    """`--kind` decides on the first capital."""
    text = "\u0645\u0646 \u0627\u0644\u062d\u064a\u0627\u0629"  # من الحياة
    assert said("romanize", "--kind", "title", text) == "Min al-ḥayāh\n"
    assert said("romanize", "--kind", "text", text) == "min al-ḥayāh\n"


def test_romanize_lays_out_the_zone() -> None:
    """`--zone` writes the name field; a name that it cannot hold ends the command."""
    assert (
        said("romanize", "--zone", "td1", f"{AHMAD}\u060c {AHMAD}")
        == "XAEXHMD<<XAEXHMD".ljust(30, "<") + "\n"
    )
    result = run("romanize", "--zone", "td3", "Ali")
    assert result.exit_code == 2
    assert "Ali" in result.stderr
