"""What a gazetteer holds, in counts."""

import json
from pathlib import Path

import pytest

from gazetteer.folders import SADR, sound, write
from nisba._data import curated
from nisba.gazetteer.counts import counts_of


def test_identities_names_and_sources_are_counted(tmp_path: Path) -> None:
    """Types, kinds, scripts and sources, the commonest first."""
    counts = counts_of(sound(tmp_path))
    assert list(counts.types.items()) == [("person", 2), ("place", 1)]
    assert dict(counts.kinds) == {"name": 4}
    assert dict(counts.scripts) == {"Latn": 3, "Arab": 1}
    assert dict(counts.sources) == {"general": 3, "news": 1}


def test_elements_and_their_links_are_counted(tmp_path: Path) -> None:
    """Elements by kind and by frequency class, from very common to not counted; pairs, kunyas."""
    counts = counts_of(curated())
    assert sum(counts.elements.values()) > 3_000
    assert list(counts.element_frequencies) == sorted(counts.element_frequencies, reverse=True)
    assert (counts.confusable > 250, counts.kunyas > 40) == (True, True)
    none = counts_of(sound(tmp_path))
    assert (none.elements, none.element_frequencies, none.confusable, none.kunyas) == ({}, {}, 0, 0)


def test_what_is_missing_is_named(tmp_path: Path) -> None:
    """Birth years are missed of persons alone, countries and Latin spellings of all."""
    counts = counts_of(sound(tmp_path))
    assert counts.without_birth_year == ("sadr",)
    assert counts.without_countries == ("iraq", "sadr")
    assert counts.few_latin == ("iraq", "kadhimi", "sadr")


def test_general_knowledge_is_no_document(tmp_path: Path) -> None:
    """Names that cite the source general are the work to do."""
    counts = counts_of(sound(tmp_path))
    assert (counts.unsourced, counts.names) == (3, 4)


def test_proposed_names_and_faulty_records_are_counted_apart(tmp_path: Path) -> None:
    """A name that waits for a person is one; a record with errors is in no other count."""
    sound(tmp_path)
    write(tmp_path / "people" / "sadr.yaml", SADR + "    status: proposed\n")
    write(tmp_path / "people" / "bad.yaml", SADR)
    counts = counts_of(tmp_path)
    assert (counts.proposed, counts.faulty, counts.types["person"]) == (1, 1, 2)


def test_counts_are_plain_data(tmp_path: Path) -> None:
    """JSON holds them as they are."""
    counts = counts_of(sound(tmp_path))
    assert json.loads(json.dumps(counts.as_dict()))["unsourced"] == 3


def test_no_folder_is_told(tmp_path: Path) -> None:
    """A path that is no folder is not counted."""
    with pytest.raises(NotADirectoryError):
        counts_of(tmp_path / "gone")
