import csv
import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from exchange.sources import (
    ALT,
    KADHIMI_FTM,
    KADHIMI_WIKIDATA,
    SADR_FTM,
    SDN,
    UN,
    lines,
    write,
)
from nisba import Resolver
from nisba.cli import cli
from nisba.exchange import EXPORTS
from nisba.gazetteer import Gazetteer

NEW = ("--source", "test", "--source-title", "Test", "--licence", "CC0-1.0")


def run(*words: str | Path) -> Result:
    """Run `nisba gazetteer` with these words."""
    arguments = ["gazetteer", *map(str, words)]
    return CliRunner().invoke(cli, arguments, prog_name="nisba", catch_exceptions=False)


def test_every_format_comes_in(tmp_path: Path) -> None:
    """Five formats give a gazetteer each, with Kadhimi and his year in it."""
    files = {
        "ftm": [lines(tmp_path / "a.ftm", KADHIMI_FTM)],
        "wikidata": [lines(tmp_path / "a.json", KADHIMI_WIKIDATA)],
        "csv": [write(tmp_path / "a.csv", "id,name,born\n1,Mustafa al-Kadhimi,1967\n")],
        "ofac": [write(tmp_path / "SDN.CSV", SDN), write(tmp_path / "ALT.CSV", ALT)],
        "un": [write(tmp_path / "a.xml", UN)],
    }
    for format, paths in files.items():
        more = ["--birth-year-column", "born"] if format == "csv" else []
        result = run("import", format, *paths, "--into", tmp_path / format, *NEW, *more)
        assert (format, result.exit_code) == (format, 0)
        born = {identity.birth_year for identity in Gazetteer.load(tmp_path / format).identities}
        assert 1967 in born
        assert run("check", tmp_path / format).exit_code == 0


def test_a_second_import_says_that_all_is_there(tmp_path: Path) -> None:
    """The counts of the second run are those of the first, under another name."""
    path = lines(tmp_path / "a.ftm", KADHIMI_FTM, SADR_FTM)
    words = ("import", "ftm", path, "--into", tmp_path / "new", *NEW)
    first, second = run(*words), run(*words)
    assert "2 added, 0 already there, 0 passed over, 0 rejected" in first.stderr
    assert "0 added, 2 already there, 0 passed over, 0 rejected" in second.stderr


def test_rejects_go_to_a_file_and_give_status_1(tmp_path: Path) -> None:
    """File, line and reason stand there with the record; a later clean run takes it away."""
    good = json.dumps(SADR_FTM)
    path = write(tmp_path / "a.ftm", f'{good}\n=cut"\n')
    words = ("import", "ftm", path, "--into", tmp_path / "new", *NEW)
    result = run(*words)
    assert result.exit_code == 1
    assert f"{path}:2: '=cut\"': not JSON, or cut off" in result.stderr
    rejects = tmp_path / "new.rejects.csv"
    with rejects.open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["file"], row["line"], row["record"]) == (str(path), "2", "'=cut\"")
    write(path, good)
    assert run(*words).exit_code == 0
    assert not rejects.exists()


def test_counts_can_be_had_as_json(tmp_path: Path) -> None:
    """With --json the counts are an object on stdout."""
    path = lines(tmp_path / "a.ftm", KADHIMI_FTM, SADR_FTM)
    result = run("import", "ftm", path, "--into", tmp_path / "new", *NEW, "--limit", "1", "--json")
    assert json.loads(result.stdout) == {
        "added": 1,
        "known": 0,
        "passed_over": 0,
        "rejected": 0,
        "names_left_out": 0,
        "facts_left_out": 0,
    }


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("ftm", "a.ftm", "--separator", ";"), "--separator is for csv"),
        (("ftm", "a.ftm", "--type", "place"), "--type is for csv"),
        (("csv", "a.ftm", "--language", "ar"), "--language is for wikidata"),
        (("ofac", "a.ftm"), "ofac needs SDN.CSV and ALT.CSV"),
        (("ftm", "gone.json"), "no such file"),
        (("csv", "a.ftm", "--id-column", "no"), "no such column"),
    ],
)
def test_what_cannot_be_is_told_before_anything_is_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], told: str
) -> None:
    """Options of another format, missing files and columns end with status 2 and no folder."""
    monkeypatch.chdir(tmp_path)
    lines(tmp_path / "a.ftm", KADHIMI_FTM)
    result = run("import", *words, "--into", "new", *NEW)
    assert result.exit_code == 2
    assert told in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["a.ftm"]


def test_an_unknown_source_is_refused_with_the_known_ones(tmp_path: Path) -> None:
    """A mistyped key does not become a new source."""
    path = lines(tmp_path / "a.ftm", KADHIMI_FTM)
    run("import", "ftm", path, "--into", tmp_path / "new", *NEW)
    result = run("import", "ftm", path, "--into", tmp_path / "new", "--source", "tset")
    assert result.exit_code == 2
    assert "'tset': give a title and a licence to add it" in result.stderr
    assert "it has test" in result.stderr


@pytest.mark.parametrize("format", EXPORTS)
def test_every_format_goes_out(tmp_path: Path, format: str) -> None:
    """The command writes the file or the pair, and says how much is in it."""
    if format == "parquet":
        pytest.importorskip("pyarrow", reason="the extra parquet is not installed")
    path = lines(tmp_path / "a.ftm", KADHIMI_FTM)
    run("import", "ftm", path, "--into", tmp_path / "new", *NEW)
    result = run("export", format, tmp_path / "new", "-o", tmp_path / "out.x")
    assert result.exit_code == 0
    assert result.stderr.endswith(": 1 identities, 5 names\n")
    assert run("export", format, tmp_path / "new", "-o", tmp_path / "out.x").exit_code == 2


def test_a_base_is_for_skos(tmp_path: Path) -> None:
    """Other formats have no IRIs."""
    result = run("export", "csv", "-o", tmp_path / "a.csv", "--base-iri", "https://example.org/")
    assert (result.exit_code, "--base-iri is for skos" in result.stderr) == (2, True)


def test_an_index_file_comes_of_an_import(tmp_path: Path) -> None:
    """--into NAME.nisba writes one, with counts and rejects as of a folder, and needs no source."""
    path = write(tmp_path / "a.ftm", f"{json.dumps(KADHIMI_FTM)}\n{{cut\n")
    target = tmp_path / "new.nisba"
    result = run("import", "ftm", path, "--into", target)
    assert result.exit_code == 1
    assert f"{target}: 1 added, 0 already there, 0 passed over, 1 rejected" in result.stderr
    assert (tmp_path / "new.rejects.csv").exists()
    assert Resolver.open(target).resolve("al-Kadhemi").identity == "Q15987295"


def test_an_index_that_is_there_is_replaced_when_asked_alone(tmp_path: Path) -> None:
    """Without --overwrite the file stays as it is, with status 2."""
    path, target = lines(tmp_path / "a.ftm", KADHIMI_FTM), write(tmp_path / "new.nisba", "mine")
    words = ("import", "ftm", path, "--into", target)
    result = run(*words)
    assert (result.exit_code, target.read_text()) == (2, "mine")
    assert "--overwrite" in result.stderr
    assert run(*words, "--overwrite").exit_code == 0
    assert len(Resolver.open(target).gazetteer) == 1


def test_an_index_is_never_written_over_the_file_that_is_read(tmp_path: Path) -> None:
    """Even --overwrite does not replace the register itself."""
    path = lines(tmp_path / "a.nisba", KADHIMI_FTM)
    before = path.read_bytes()
    result = run("import", "ftm", path, "--into", path, "--overwrite")
    assert (result.exit_code, path.read_bytes()) == (2, before)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--into", "new"), "Missing option '--source'"),
        (("--into", "new", "--source", "test", "--overwrite"), "--overwrite is for index files"),
    ],
)
def test_a_folder_needs_a_source_and_is_never_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], told: str
) -> None:
    """What only an index may leave out or do is told, with status 2."""
    monkeypatch.chdir(tmp_path)
    lines(tmp_path / "a.ftm", KADHIMI_FTM)
    result = run("import", "ftm", "a.ftm", *words)
    assert result.exit_code == 2
    assert told in result.stderr


def test_a_source_that_an_index_does_not_keep_is_told_of(tmp_path: Path) -> None:
    """Nothing is dropped in silence."""
    path = lines(tmp_path / "a.ftm", KADHIMI_FTM)
    result = run("import", "ftm", path, "--into", tmp_path / "new.nisba", *NEW)
    assert result.exit_code == 0
    assert "an index keeps no sources: --source is not heeded" in result.stderr
