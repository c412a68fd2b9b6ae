"""Facts about the measuring of vowels and spellings, on a few invented rows."""

from collections import Counter
from pathlib import Path

import pytest

from benchmarks.transliteration.names import Kept, arabic_only, arabic_shares, latin_only
from benchmarks.transliteration.speed import _names
from benchmarks.transliteration.words import catalogue_words, hidden_score, listed_score, score
from nisba.sounds.units import Form
from nisba.translit.types import Reading

HASAN: Form = ("ḥ", "a", "s", "a", "n")
HUSN: Form = ("ḥ", "u", "s", "n")


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A catalogue of five words, and a register that knows three of them."""
    catalogue = [
        ("حسن", "Ḥasan", 9),
        ("حسن", "Ḥusn", 2),
        ("الحسن", "al-Ḥasan", 1),
        ("حسين", "Ḥusayn", 4),
        ("كتاب", "kitāb", 90),
        ("وحسن", "wa-Ḥasan", 9),
        ("بغداد", "Baghdād", 50),
    ]
    lines = ["arabic\tala_lc\tfreq", *(f"{a}\t{b}\t{n}" for a, b, n in catalogue)]
    (tmp_path / "lc_words.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    keys = ["arabic_key\tlatin", "حسن\tHasan", "الحسين\tHusain", "كتاب\tKitab"]
    (tmp_path / "name_units.tsv").write_text("\n".join(keys) + "\n", encoding="utf-8")
    return tmp_path


def test_words_of_names_are_asked(data: Path) -> None:
    """Asked are words with a capital, five occurrences and a place in the register."""
    assert catalogue_words(data) == {"حسن": Counter({HASAN: 10, HUSN: 2})}


def test_a_right_answer_is_the_most_frequent_reading() -> None:
    """The share by frequency counts all occurrences of the word."""
    words = {"حسن": Counter({HASAN: 10, HUSN: 2}), "حسين": Counter({HUSN: 4})}
    found = score(words, lambda word: (Reading(HASAN, 0.9, "model"), Reading(HUSN, 0.1, "model")))
    assert (found.by_word, found.by_frequency, found.among_five) == (0.5, 12 / 16, 1.0)


def test_a_hidden_word_is_harder(data: Path) -> None:
    """Without its entries a word has no listed reading, and may still be read."""
    words = catalogue_words(data)
    assert listed_score(words).by_word == 1.0
    assert 0.0 <= hidden_score(words).by_word <= 1.0


def test_letters_are_compared() -> None:
    """Case, marks, hyphens and spaces are no difference; in Arabic, seats and endings are none."""
    assert latin_only("Abd al-Raḥmān") == latin_only("ABDAL RAHMAN")
    assert arabic_only("عبد الله فاطمة أحمد") == arabic_only("عبدالله فاطمه احمد")
    assert latin_only("Hasan") != latin_only("Hassan")


def test_first_and_five_are_shares() -> None:
    """A known name is right first, one that nobody can know is not."""
    names = [Kept("محمد علي", "Mohamed Ali", "EG"), Kept("زيد عمر", "Mohamed Ali", "EG")]
    assert arabic_shares(names) == (0.5, 0.5)


def test_speed_is_measured_on_names_that_differ() -> None:
    """No invented name comes twice."""
    arabic = [name for name, _ in _names()]
    assert len(set(arabic)) == len(arabic)
