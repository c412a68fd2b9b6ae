"""Facts about the training, on a handful of names written here."""

from pathlib import Path

import pytest

from nisba.sounds.training.channels import fit_latin, renders_latin
from nisba.sounds.training.priors import grouped, known_entries
from nisba.sounds.training.sources import Sources, read
from nisba.sounds.units import UNITS

UNITS_TABLE = """arabic_key\tlatin\tcountry\trole\tcount\tsource
كاظم\tKazem\tIR\tgiven\t9\tx
كاظم\tKadhim\tIQ\tgiven\t12\tx
كاظم\tKazim\tPK\tgiven\t6\tx
ناظم\tNadhim\tIQ\tgiven\t3\tx
ناظم\tNazem\tLB\tgiven\t3\tx
الظاهر\tAl-Zahir\tSY\tsurname\t2\tx
الظاهر\tadh-Dhahir\tSY\tsurname\t2\tx
سالم\tSalem\tEG\tgiven\t5\tx
سالم\tSalim\tSY\tgiven\t5\tx
"""
WORDS_TABLE = """arabic\tala_lc\tfreq
كاظم\tKāẓim\t50
ناظم\tNāẓim\t9
الظاهر\tal-Ẓāhir\t20
سالم\tSālim\t30
كتاب\tkitāb\t500
والظاهر\twa-al-Ẓāhir\t3
"""


@pytest.fixture
def sources(tmp_path: Path) -> Sources:
    """The two tables as files, without elements."""
    (tmp_path / "name_units.tsv").write_text(UNITS_TABLE, encoding="utf-8")
    (tmp_path / "lc_words.tsv").write_text(WORDS_TABLE, encoding="utf-8")
    (tmp_path / "elements").mkdir()
    return read(tmp_path, tmp_path / "elements")


def test_common_words_are_no_names(sources: Sources) -> None:
    """A word that the catalogue does not capitalise, or with a prefix, gives no reading."""
    assert len(sources.readings) == 4


def test_the_article_is_aside_on_both_sides(sources: Sources) -> None:
    """al-Ẓāhir and adh-Dhahir are spellings of one key without article."""
    latin = {a.latin for found in grouped(sources.attested).values() for a in found}
    assert {"zahir", "dhahir"} <= latin


def test_em_learns_what_renders_a_unit(sources: Sources) -> None:
    """From words alone, without aligned letters, ẓ is written z and dh."""
    channel, _ = fit_latin(sources)
    row = channel.table[UNITS.index("ẓ") * 3 + 1]
    by_chunk = dict(zip(channel.chunks, row, strict=True))
    assert by_chunk["z"] + by_chunk["dh"] > 0.95
    assert by_chunk["z"] > 0.2 < by_chunk["dh"]


def test_training_is_reproducible(sources: Sources) -> None:
    """The same input gives the same table, bit for bit."""
    one, two = fit_latin(sources)[0], fit_latin(sources)[0]
    assert one.chunks == two.chunks
    assert (one.table == two.table).all()


def test_bearers_are_counted(sources: Sources) -> None:
    """A form is as common as its spellings' bearers together."""
    channel, _ = fit_latin(sources)
    counts = {" ".join(e.form): e.bearers for e in known_entries(sources, channel)}
    assert counts["k ā ẓ i m"] == pytest.approx(27, abs=0.5)


def test_a_silent_e_stands_at_the_end_only() -> None:
    """Houcine ends in a silent e; inside a word an e is a vowel."""
    assert renders_latin("n", "ne", final=True)
    assert not renders_latin("n", "ne")
