"""Facts about the exchange of neighbouring letters."""

from pathlib import Path

from nisba._data import learned
from nisba.sounds.letters import LATIN
from nisba.sounds.tables import read_channel
from nisba.sounds.training.exchanges import exchanged, fit_swap
from nisba.sounds.training.sources import Sources, read

HEADER = "arabic_key\tlatin\tcountry\trole\tcount\tsource\n"
READINGS = "arabic\tala_lc\tfreq\nاحمد\tAḥmad\t50\nمحسن\tMuḥsin\t50\n"


def sources(folder: Path, *rows: str) -> Sources:
    """Spellings with their bearers, as the training reads them."""
    lines = "".join(f"{row}\tx\n" for row in rows)
    (folder / "name_units.tsv").write_text(HEADER + lines, encoding="utf-8")
    (folder / "lc_words.tsv").write_text(READINGS, encoding="utf-8")
    (folder / "elements").mkdir()
    return read(folder, folder / "elements")


def test_exchanged_letters_are_neighbours_that_differ() -> None:
    """Two letters that are the same cannot change places."""
    assert list(exchanged("anna")) == ["nana", "anan"]
    assert list(exchanged("a")) == []


def test_an_exchange_is_counted_where_the_other_order_is_usual(tmp_path: Path) -> None:
    """Ahemd beside many Ahmeds is an exchange, one among all pairs of letters."""
    found = sources(
        tmp_path,
        "احمد\tAhmed\tEG\tgiven\t64",
        "احمد\tAhemd\tEG\tgiven\t1",
        "محسن\tMohsen\tEG\tgiven\t64",
    )
    channel = read_channel(learned("latin.tsv"), LATIN)
    # Log-damped: Ahmed 7 times 4 places, Ahemd once 4, Mohsen 7 times 5.
    assert 0.5 / 67 < fit_swap(found, channel) <= 1.0 / 67


def test_no_exchange_no_rate(tmp_path: Path) -> None:
    """Spellings that differ in their letters say that nothing was exchanged."""
    found = sources(tmp_path, "احمد\tAhmed\tEG\tgiven\t9", "احمد\tAhmad\tSY\tgiven\t9")
    assert fit_swap(found, read_channel(learned("latin.tsv"), LATIN)) == 0.0
