"""Facts about the learned tables: complete, readable, the same after writing."""

from pathlib import Path

import numpy as np
import pytest

from nisba._data import learned
from nisba.sounds import tables
from nisba.sounds.contexts import BASE
from nisba.sounds.letters import ARABIC, LATIN
from nisba.sounds.units import UNITS, units_of


@pytest.mark.parametrize(("name", "alphabet"), [("latin.tsv", LATIN), ("arabic.tsv", ARABIC)])
def test_a_channel_is_a_distribution(name: str, alphabet: str) -> None:
    """The renderings of every unit in every context are probabilities that sum to 1."""
    channel = tables.read_channel(learned(name), alphabet)
    assert channel.table.shape[0] == BASE + len(channel.refined) > BASE == 3 * len(UNITS)
    assert np.allclose(channel.table.sum(axis=1), 1.0)
    assert 0 < channel.slip < 0.05
    assert 0 < channel.extra < 0.05


@pytest.mark.parametrize(
    ("unit", "chunks"),
    [
        ("ẓ", {"z", "dh", "d"}),
        ("q", {"q", "k", "g", "gh", "c"}),
        ("j", {"j", "g", "dj"}),
        ("sh", {"sh", "ch"}),
        ("ū", {"ou", "u", "oo", "o"}),
        ("ī", {"i", "ee", "e"}),
        ("ay", {"ai", "ei", "ay", "i"}),
    ],
)
def test_the_habits_of_the_press_were_learned(unit: str, chunks: set[str]) -> None:
    """Each spelling that the press uses for a unit has a probability of 1 in 100 or more."""
    channel = tables.read_channel(learned("latin.tsv"), LATIN)
    row = channel.table[UNITS.index(unit) * 3 + 1]
    assert chunks <= {c for c, p in zip(channel.chunks, row, strict=True) if p > 0.01}


def test_the_lexicon_knows_common_names() -> None:
    """The commonest names are listed, by far commoner than the next."""
    entries = {e.form: e.bearers for e in tables.read_lexicon(learned("lexicon.tsv"))}
    muhammad, husayn = units_of("Muḥammad"), units_of("Ḥusayn")
    assert muhammad is not None
    assert husayn is not None
    assert entries[muhammad] > 4 * entries[husayn] > 1000


def test_tables_are_the_same_after_writing(tmp_path: Path) -> None:
    """Reading a written table gives the table."""
    prior = tables.read_prior(learned("prior.tsv"))
    tables.write_prior(tmp_path / "prior.tsv", prior)
    assert (tmp_path / "prior.tsv").read_bytes() == learned("prior.tsv").read_bytes()
    entries = tables.read_lexicon(learned("lexicon.tsv"))[:500]
    tables.write_lexicon(tmp_path / "lexicon.tsv", entries)
    assert tables.read_lexicon(tmp_path / "lexicon.tsv") == entries


def test_provenance_names_inputs_and_command() -> None:
    """The tables say from which files and by which command they were made."""
    rows = dict(
        line.split("\t") for line in learned("PROVENANCE.tsv").read_text("utf-8").splitlines()
    )
    assert rows["command"] == "make train"
    assert rows["name_units.tsv"].startswith("sha256:")
    assert rows["seed"].isdigit()
