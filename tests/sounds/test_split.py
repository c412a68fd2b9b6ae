"""Facts about the tenth of the names that the training never hears."""

from pathlib import Path

from nisba.sounds.training.sources import read
from nisba.sounds.training.split import held_out

ADIL, MUHAMMAD = "عادل", "محمد"


def test_a_tenth_is_held_out() -> None:
    """Of ten thousand keys about a thousand are held out."""
    assert 900 < sum(held_out(f"{i}") for i in range(10_000)) < 1100


def test_the_split_is_of_the_name() -> None:
    """The same key is in the same part whenever it is asked, and these two are for ever."""
    assert held_out(ADIL)
    assert not held_out(MUHAMMAD)


def test_spellings_of_what_is_held_out_are_left_out(tmp_path: Path) -> None:
    """Of a key that is held out no spelling is read, with the article or without."""
    (tmp_path / "elements").mkdir()
    (tmp_path / "lc_words.tsv").write_text("arabic\tala_lc\tfreq\n", encoding="utf-8")
    table = "arabic_key\tlatin\tcountry\trole\tcount\tsource\n"
    for key, latin in ((ADIL, "Adel"), (f"ال{ADIL}", "Al-Adil"), (MUHAMMAD, "Mohamed")):
        table += f"{key}\t{latin}\tEG\tgiven\t9\tx\n"
    (tmp_path / "name_units.tsv").write_text(table, encoding="utf-8")
    assert {a.key for a in read(tmp_path, tmp_path / "elements").attested} == {MUHAMMAD}
