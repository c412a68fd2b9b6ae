"""Reading a standard's folder: what is taken, and how a fault is told."""

from pathlib import Path

import pytest

from nisba.translit.inventory import letters_outside
from nisba.translit.scheme_files import read_scheme
from nisba.translit.schemes import UnknownScheme, load_scheme, scheme_findings, scheme_ids

ABOUT = """id: {id}
title: A standard
authority: Somebody
year: 2000
language: ara
script: Arab
kind: {kind}
reversible: no
inventory: a b
sources:
  - key: book
    title: A book
"""
RULES = "id\tunit\tcontext\toutput\trule\tnote\n"
EXAMPLES = "arabic\tvocalised\tlatin\trules\tstatus\tsource\tnote\n"


def folder(
    root: Path,
    about: str = ABOUT,
    rules: str = "ba\tb\t\tb\t1\t\n",
    examples: str = "",
    kind: str = "sounds",
) -> Path:
    """A standard's folder with these files."""
    place = root / "mine"
    place.mkdir()
    (place / "scheme.yaml").write_text(about.format(id="mine", kind=kind), encoding="utf-8")
    (place / "rules.tsv").write_text(RULES + rules, encoding="utf-8")
    (place / "examples.tsv").write_text(EXAMPLES + examples, encoding="utf-8")
    return place


def codes(place: Path) -> list[str]:
    """The codes of all findings in a folder."""
    return [finding.code for finding in read_scheme(place)[1]]


def test_a_sound_folder_is_read(tmp_path: Path) -> None:
    """What the three files say is in the scheme, rules with their number."""
    scheme, found = read_scheme(folder(tmp_path))
    assert found == ()
    assert scheme is not None
    assert (scheme.id, scheme.reversible, scheme.inventory) == ("mine", False, ("a", "b"))
    assert [(r.id, r.units, r.output, r.number) for r in scheme.rules] == [("ba", ("b",), "b", "1")]


def test_signs_are_written_as_code_points(tmp_path: Path) -> None:
    """A standard of signs names Arabic characters by their code points."""
    scheme, _ = read_scheme(folder(tmp_path, rules="ba\tU+0628\t\tb\t\t\n", kind="letters"))
    assert scheme is not None
    assert scheme.rules[0].units == ("\u0628",)


def test_nothing_and_space_have_signs(tmp_path: Path) -> None:
    """An output that is nothing, or ends in a space, is written so that an editor sees it."""
    rules = "article\tal+\t\tal␣\t\t\nhamza\tʼ\tinitial\t∅\t\t\n"
    scheme, _ = read_scheme(folder(tmp_path, rules=rules))
    assert scheme is not None
    assert [rule.output for rule in scheme.rules] == ["al ", ""]


@pytest.mark.parametrize(
    ("rules", "code"),
    [
        ("ba\tbb8\t\tb\t\t\n", "unit"),
        ("ba\tb\tsomewhere\tb\t\t\n", "context"),
        ("ba\tb\t\t\t\t\n", "empty"),
        ("ba\tb\t\tb\t\t\nba\tb\t\tp\t\t\n", "duplicate"),
        ("ta\tt\t\tt\t\t\nba\tb\t\tb\t\t\n", "unsorted"),
        ("Ba\tb\t\tb\t\t\n", "id"),
        ("ba\tb\tb\n", "fields"),
    ],
)
def test_a_faulty_rule_is_told(tmp_path: Path, rules: str, code: str) -> None:
    """Each kind of fault in a rule has its finding, with the line."""
    scheme, found = read_scheme(folder(tmp_path, rules=rules))
    assert scheme is None
    assert code in [finding.code for finding in found]
    assert all(finding.line > 0 for finding in found)


@pytest.mark.parametrize(
    ("example", "code"),
    [
        ("\u0628\u0628\t\tbb\tno-such\town\t\t\n", "rules"),
        ("\u0628\u0628\t\tbb\tba\tperhaps\t\t\n", "status"),
        ("\u0628\u0628\t\tbb\tba\tpublished\tother\t\n", "source"),
        ("\u0628\u0628\t\u0628\u064e\u062a\tbb\tba\town\t\t\n", "skeleton"),
    ],
)
def test_a_faulty_example_is_told(tmp_path: Path, example: str, code: str) -> None:
    """An example cites rules and sources that are there, and its vowels fit its letters."""
    assert codes(folder(tmp_path, examples=example)) == [code]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("kind: {kind}", "kind: signs", "kind"),
        ("reversible: no", "reversible: perhaps", "reversible"),
        ("id: {id}", "id: other", "id"),
        ("title: A standard\n", "", "empty"),
        ("inventory: a b", "inventory: a b a", "duplicate"),
        ("year: 2000", "yaer: 2000", "key"),
        ("sources:", "sources: none\nnotes:", "list"),
    ],
)
def test_a_fault_of_the_scheme_is_told(tmp_path: Path, old: str, new: str, code: str) -> None:
    """Each kind of fault in scheme.yaml has its finding."""
    assert code in codes(folder(tmp_path, about=ABOUT.replace(old, new)))


def test_all_faults_come_together(tmp_path: Path) -> None:
    """One fault hides no other: those of all three files are told at once."""
    place = folder(
        tmp_path,
        about=ABOUT.replace("year: 2000\n", ""),
        rules="ba\tbb8\t\tb\t\t\n",
        examples="\u0628\t\tb\tno-such\town\t\t\n",
    )
    assert {finding.path.name for finding in read_scheme(place)[1]} == {
        "scheme.yaml",
        "rules.tsv",
        "examples.tsv",
    }


def test_a_missing_file_is_a_finding(tmp_path: Path) -> None:
    """A folder without rules is told of, and no exception."""
    place = folder(tmp_path)
    (place / "rules.tsv").unlink()
    assert codes(place) == ["no-file"]
    assert [finding.code for finding in scheme_findings(tmp_path)] == ["no-file"]


@pytest.mark.parametrize(
    ("asked", "near"), [("alalc", "ala-lc"), ("BGN PCGN", "bgn-pcgn-1956"), ("Buckwalter", None)]
)
def test_an_unknown_scheme_names_the_nearest(asked: str, near: str | None) -> None:
    """The message has the nearest id, and all that there are."""
    with pytest.raises(UnknownScheme) as raised:
        load_scheme(asked)
    assert f"did you mean {near or 'buckwalter'}?" in str(raised.value)
    assert all(ident in str(raised.value) for ident in scheme_ids())


def test_an_unknown_scheme_is_shown_safely() -> None:
    """What was asked is shown without the controls that a terminal would obey."""
    with pytest.raises(UnknownScheme) as raised:
        load_scheme("../\u202eala-lc" + "x" * 1000)
    assert "\u202e" not in str(raised.value)
    assert len(str(raised.value)) < 1000


def test_a_mark_makes_another_letter() -> None:
    """The inventory holds letters with their marks: h with a dot is no h with a macron."""
    assert letters_outside(load_scheme("un-2017"), "\u1e25") == ("\u1e25",)
    assert letters_outside(load_scheme("un-2017"), "H\u0331") == ()
