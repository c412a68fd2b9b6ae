"""The files beside an evaluation: what stands in them, and where they may not go."""

import csv
import io
from pathlib import Path

import pytest

from evaluation.samples import KADHIMI, evaluation, judged
from nisba.batch import FaultyFile
from nisba.batch.rows import Reject
from nisba.evaluation.outputs import check_targets, write_judged, write_rejects


def rows(path: Path, delimiter: str = ",") -> list[list[str]]:
    """The cells of a file that a spreadsheet would open."""
    text = path.read_bytes().decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


def test_every_pair_comes_out_in_order(tmp_path: Path) -> None:
    """A row has line, names, truth, figures and reason; the probability is not rounded."""
    target = tmp_path / "out.csv"
    pairs = (judged("Ali\tA", KADHIMI, True, 0.9 + 1e-12, 7), judged("Ali", "Aly", False, 0.25, 9))
    write_judged(target, evaluation(*pairs), "\t")
    header, first, second = rows(target, "\t")
    assert " ".join(header) == "line left right same bits probability verdict reason jaro_winkler"
    assert first[:6] == ["7", "Ali\tA", KADHIMI, "1", "1.235", "0.900000000001"]
    assert second[3:7] == ["0", "1.235", "0.25", "different"]


def test_no_cell_runs(tmp_path: Path) -> None:
    """Names that a spreadsheet would compute get an apostrophe, in rejects too."""
    link = '=HYPERLINK("http://example.org")'
    write_judged(tmp_path / "out.csv", evaluation(judged(link, "Ali", False, 0.1)))
    assert rows(tmp_path / "out.csv")[1][1] == f"'{link}"
    write_rejects(tmp_path / "out.rejects.csv", [Reject(3, "no name", "", link)])
    assert rows(tmp_path / "out.rejects.csv") == [
        ["line", "reason", "row"],
        ["3", "no name", f"'{link}"],
    ]


def test_rejects_of_an_earlier_run_go(tmp_path: Path) -> None:
    """When no row is set aside there is no file that says so."""
    aside = tmp_path / "pairs.rejects.csv"
    aside.write_text("line,reason,row\n", encoding="utf-8")
    write_rejects(aside, [])
    assert not aside.exists()


def test_rejects_stand_beside_the_output(tmp_path: Path) -> None:
    """Without an output they stand beside the file of pairs."""
    source = tmp_path / "pairs.tsv"
    source.touch()
    assert check_targets(source, None, None, False) == tmp_path / "pairs.rejects.csv"
    assert check_targets(source, tmp_path / "o.csv", None, False) == tmp_path / "o.rejects.csv"


@pytest.mark.parametrize(
    ("output", "report", "said"),
    [
        ("pairs.tsv", None, "this is the file that is read"),
        (None, "pairs.tsv", "this is the file that is read"),
        (None, "there.html", "--overwrite replaces it"),
        ("there.html", None, "--overwrite replaces it"),
        ("new", "new", "another output has this name"),
        ("new.csv", "new.rejects.csv", "another output has this name"),
        (None, "nowhere/report.html", "there is no folder"),
    ],
)
def test_nothing_is_overwritten_unasked(
    tmp_path: Path, output: str | None, report: str | None, said: str
) -> None:
    """Neither the pairs, nor a file that is there, nor one output by the other."""
    for name in ("pairs.tsv", "there.html"):
        (tmp_path / name).touch()
    out, page = (tmp_path / name if name else None for name in (output, report))
    with pytest.raises(FaultyFile, match=said):
        check_targets(tmp_path / "pairs.tsv", out, page, overwrite=False)


def test_rejects_that_are_there_are_asked_about(tmp_path: Path) -> None:
    """The rejects of an earlier run are replaced when that is asked for, not otherwise."""
    for name in ("pairs.tsv", "pairs.rejects.csv"):
        (tmp_path / name).touch()
    with pytest.raises(FaultyFile, match="the file exists"):
        check_targets(tmp_path / "pairs.tsv", None, None, overwrite=False)
    assert check_targets(tmp_path / "pairs.tsv", None, None, overwrite=True).exists()
