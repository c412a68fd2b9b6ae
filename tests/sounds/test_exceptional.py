"""Facts about finding the spellings that no channel explains, on a few names written here."""

from pathlib import Path

import pytest

from nisba._data import learned
from nisba.sounds.letters import ARABIC, LATIN
from nisba.sounds.tables import read_channel
from nisba.sounds.training.exceptional import exceptional
from nisba.sounds.training.sources import read

MUHAMMAD, TAHA = "محمد", "طه"
WORDS = f"arabic\tala_lc\tfreq\n{MUHAMMAD}\tMuḥammad\t900\n{TAHA}\tṬāhā\t90\n"
UNITS = "arabic_key\tlatin\tcountry\trole\tcount\tsource\n" + "".join(
    f"{MUHAMMAD}\t{latin}\tXX\tgiven\t{count}\tx\n"
    for latin, count in (
        ("Muhamad", 50),
        ("Mohamed", 850),
        ("Mehmet", 60),
        ("Mamoudou", 30),
        ("Mxqz", 3),
    )
)
ELEMENTS = (
    "id\tarabic\tromanized\tspellings\n"
    f"muhammad\t{MUHAMMAD}\tMuḥammad\tMuhammad|Mihammad Ali|Magomet|{MUHAMMAD}\n"
)


@pytest.fixture
def found(tmp_path: Path) -> dict[tuple[str, str], float]:
    """The exceptional spellings of two names, with their shares."""
    elements = tmp_path / "elements"
    elements.mkdir()
    (tmp_path / "lc_words.tsv").write_text(WORDS, encoding="utf-8")
    (tmp_path / "name_units.tsv").write_text(UNITS, encoding="utf-8")
    (elements / "given.tsv").write_text(ELEMENTS, encoding="utf-8")
    latin = read_channel(learned("latin.tsv"), LATIN)
    arabic = read_channel(learned("arabic.tsv"), ARABIC)
    rows = exceptional(read(tmp_path, elements), elements, latin, arabic)
    return {(e.units, e.letters): e.probability for e in rows}


def test_a_spelling_far_commoner_than_expected_is_exceptional(
    found: dict[tuple[str, str], float],
) -> None:
    """Six in a hundred write Mehmet, which unit by unit nobody would."""
    assert found["m u ḥ a mm a d", "mehmet"] == pytest.approx(60 / 993, abs=0.01)
    assert found["m u ḥ a mm a d", "mamoudou"] == pytest.approx(30 / 993, abs=0.01)


def test_an_expected_spelling_is_not(found: dict[tuple[str, str], float]) -> None:
    """Muhamad and Mohamed are what the channel writes, if not quite so often."""
    assert ("m u ḥ a mm a d", "muhamad") not in found
    assert ("m u ḥ a mm a d", "mohamed") not in found


def test_a_handful_is_chance(found: dict[tuple[str, str], float]) -> None:
    """Three bearers of a thousand are a misprint perhaps."""
    assert not any(letters == "mxqz" for _, letters in found)


def test_what_editors_list_is_known(found: dict[tuple[str, str], float]) -> None:
    """A listed spelling gets a share, those of two words or in Arabic letters none."""
    assert 0 < found["m u ḥ a mm a d", "magomet"] < 0.1
    assert not any(" " in letters or letters.startswith("mihammad") for _, letters in found)


def test_arabic_that_leaves_out_what_is_spoken(found: dict[tuple[str, str], float]) -> None:
    """Ṭāhā is written with two letters; Muḥammad is written as it is spoken."""
    assert ("ṭ ā h ā", TAHA) in found
    assert ("m u ḥ a mm a d", MUHAMMAD) not in found
