"""The editors' files behind the name stage."""

import csv

from nisba._data import curated
from nisba.names.lexicon import joins, lexicon, rows, skeleton_of, spellings
from nisba.text import Script, clean

FILES = ("titles.tsv", "particles.tsv", "stems.tsv")


def test_every_cell_is_clean() -> None:
    """No file holds an invisible character, a stray space or a repeated spelling in one cell."""
    for name in FILES:
        for row in rows(name):
            for cell in row.values():
                assert cell == clean(cell), (name, cell)
                assert len(set(spellings(cell))) == len(spellings(cell)), (name, cell)


def test_every_source_is_listed() -> None:
    """Each row cites a key of sources.tsv."""
    with curated("sources.tsv").open(encoding="utf-8") as stream:
        keys = {row["key"] for row in csv.DictReader(stream, delimiter="\t")}
    assert {row["source"] for name in FILES for row in rows(name)} <= keys


def test_stems_name_known_joins() -> None:
    """A stem joins only what a rule reads."""
    known = {"abd", "abu", "al", "allah", "bel", "ben", "bou", "dhu", "din", "ghulam", "given"}
    known |= {"islam", "l", "umm", "zahra"}
    assert {join for row in rows("stems.tsv") for join in row["joins"].split()} <= known


def test_skeletons_bring_spellings_together_and_keep_names_apart() -> None:
    """Spelling families share a skeleton; different names do not."""
    assert skeleton_of("rehmane") == skeleton_of("rahman")
    assert skeleton_of("qadir") == skeleton_of("kader")
    assert skeleton_of("hashim") != skeleton_of("hashemi")


def test_short_stems_must_be_spelled_as_listed() -> None:
    """Ali is a stem behind Ben; a word with the same one consonant is not."""
    assert joins("ali", "ben", Script.LATIN)
    assert not joins("ela", "ben", Script.LATIN)


def test_marks_have_one_meaning() -> None:
    """No spelling is a mark of filiation and a head at once."""
    lex = lexicon()
    assert not set(lex.filiation) & set(lex.head)
    assert not set(lex.whole) & set(lex.head)
