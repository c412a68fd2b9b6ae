"""Titles and particles are read strictly, row by row."""

from pathlib import Path

import pytest

from gazetteer.folders import sound, write
from nisba._data import curated
from nisba.gazetteer import check
from nisba.gazetteer.word_tables import (
    PARTICLE_COLUMNS,
    TITLE_COLUMNS,
    VOCABULARY_COLUMNS,
    read_particles,
    read_titles,
    read_vocabulary,
)

TITLE = "shaykh\tشيخ\tSheikh | Cheikh\tbefore\tyes\telder\tgeneral\n"
PARTICLE = "head\tabu\tأبو | بو\tabu | abou\tfather of\tgeneral\n"
WORD = "كتاب\tkitāb\tnoun\tkutub, kutubāt\t\t\n"
VERB = "كتب\tkataba\tverb\tyaktubu\tب\t\n"


def told(folder: Path, name: str, columns: tuple[str, ...], text: str) -> list[tuple[str, int]]:
    """Return code and line of the findings of a table in a sound gazetteer."""
    write(sound(folder) / name, "\t".join(columns) + "\n" + text)
    return [(f.code, f.line) for f in check(folder)]


def test_a_sound_title_and_particle_have_no_findings(tmp_path: Path) -> None:
    """The rows that the other tests spoil are clean."""
    assert told(tmp_path, "titles.tsv", TITLE_COLUMNS, TITLE) == []
    assert told(tmp_path, "particles.tsv", PARTICLE_COLUMNS, PARTICLE) == []


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("before", "behind", "position"),
        ("\tyes", "\tperhaps", "may_be_name"),
        ("\tyes", "\t", "empty"),
        ("\telder", "\t", "empty"),
        ("شيخ\tSheikh | Cheikh", "\t", "empty"),
        ("Sheikh | Cheikh", "Sheikh|Cheikh", "latin"),
        ("Sheikh | Cheikh", "Sheikh | Sheikh", "latin"),
        ("شيخ", "شيخ | شيخ", "arabic"),
        ("shaykh", "Shaykh", "id"),
        ("general", "rumour", "source"),
        ("\tgeneral", "", "fields"),
    ],
)
def test_a_fault_of_a_title_is_reported(tmp_path: Path, old: str, new: str, code: str) -> None:
    """A spoilt title gives this finding at its line."""
    spoilt = TITLE.replace(old, new, 1)
    assert (code, 2) in told(tmp_path, "titles.tsv", TITLE_COLUMNS, spoilt)


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("head", "foot", "role"),
        ("أبو | بو\tabu | abou", "\t", "empty"),
        ("abu | abou", "abu | ", "spaces"),
        ("abu | abou", "abu | abu", "latin"),
        (PARTICLE, PARTICLE + PARTICLE, "duplicate"),
    ],
)
def test_a_fault_of_a_particle_is_reported(tmp_path: Path, old: str, new: str, code: str) -> None:
    """A spoilt particle gives this finding; role and id tell two rows apart."""
    spoilt = PARTICLE.replace(old, new, 1)
    line = 3 if code == "duplicate" else 2
    assert (code, line) in told(tmp_path, "particles.tsv", PARTICLE_COLUMNS, spoilt)


def test_the_curated_tables_have_no_findings() -> None:
    """What the name stage reads is what the strict readers accept."""
    assert read_titles(curated("titles.tsv")).findings == ()
    assert read_particles(curated("particles.tsv")).findings == ()


def test_a_sound_word_has_no_findings(tmp_path: Path) -> None:
    """The rows of the vocabulary that the next test spoils are clean."""
    assert told(tmp_path, "vocabulary.tsv", VOCABULARY_COLUMNS, WORD + VERB) == []


@pytest.mark.parametrize(
    ("row", "old", "new", "code"),
    [
        (WORD, "noun", "thing", "kind"),
        (WORD, "noun", "name", "forms"),
        (WORD, "kutub, kutubāt", "kutub,kutubāt", "forms"),
        (WORD, "kutub, kutubāt", "كتب", "forms"),
        (WORD, "kitāb\t", "ki tāb\t", "romanized"),
        (WORD, "kitāb\t", "\t", "empty"),
        (VERB, "yaktubu", "yaktubu, yaktibu", "forms"),
        (VERB, "\tب\t", "\tbi\t", "governs"),
    ],
)
def test_a_fault_of_a_word_is_reported(
    tmp_path: Path, row: str, old: str, new: str, code: str
) -> None:
    """A spoilt row of the vocabulary gives this finding at its line."""
    spoilt = row.replace(old, new, 1)
    assert (code, 2) in told(tmp_path, "vocabulary.tsv", VOCABULARY_COLUMNS, spoilt)


def test_a_word_stands_once_in_a_kind(tmp_path: Path) -> None:
    """Two rows of one spelling, form and kind are one too many; another form is not."""
    twice = told(tmp_path / "a", "vocabulary.tsv", VOCABULARY_COLUMNS, WORD + WORD)
    assert ("duplicate", 3) in twice
    other = WORD + WORD.replace("kitāb\t", "kuttāb\t")
    assert told(tmp_path / "b", "vocabulary.tsv", VOCABULARY_COLUMNS, other) == []


def test_the_vocabulary_is_sound() -> None:
    """The curated file has no findings."""
    table = read_vocabulary(curated("vocabulary.tsv"))
    assert len(table.rows) > 5000
    assert table.findings == ()
