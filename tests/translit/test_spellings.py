"""Facts about Latin spellings that people use, by region."""

from pathlib import Path

import pytest

from nisba.translit.latin_words import article_custom, latin_of_word, shown
from nisba.translit.regions import place_of
from nisba.translit.remembered import (
    TABLES,
    Spelling,
    article_of,
    key_of,
    read_remembered,
    remembered,
    spellings_in,
    usual_spellings,
    write_remembered,
)
from nisba.translit.rendering import load_renderer
from nisba.translit.spellings import spellings
from nisba.translit.styles import coherence, custom, read_styles, traits_of, write_styles


def first(name: str, region: str | None = None) -> str:
    """The likeliest Latin spelling."""
    return spellings(name, region, 1)[0].text


@pytest.mark.parametrize(
    ("name", "region", "latin"),
    [
        ("هشام", "maghreb", "Hicham"),
        ("هشام", "levant", "Hisham"),
        ("هشام", "TN", "Hichem"),
        ("محمد", "egypt", "Mohamed"),
        ("محمد", "south-asia", "Muhammad"),
        ("جمال", "egypt", "Gamal"),
        ("جمال", "gulf", "Jamal"),
        ("عبد الرحمن", "maghreb", "Abderrahmane"),
        ("عبد الله", "gulf", "Abdullah"),
    ],
)
def test_regions_spell_otherwise(name: str, region: str, latin: str) -> None:
    """Tunis, Algiers, Cairo and Lahore have their own customs."""
    assert first(name, region) == latin


def test_a_name_has_one_style() -> None:
    """Words of the French style lean the same way, and against those of the English one."""
    styles = read_styles()
    shares = styles.of("*")

    def together(*words: tuple[str, str]) -> float:
        lean = [1.0] * len(shares)
        for key, letters in words:
            lean = [a * b for a, b in zip(lean, styles.lean(key, letters, "*"), strict=True)]
        return coherence(shares, tuple(lean))

    assert together(("هشام", "hicham"), ("مسعود", "messaoud")) > 1.0
    assert together(("هشام", "hicham"), ("مسعود", "masood")) < 1.0


def test_customs_of_a_region_weigh_what_others_write() -> None:
    """ch for sh is likelier in the Maghreb than in all regions, and less likely in Iraq."""
    ratios = [custom(read_styles(), "هشام", "hicham", r) for r in ("maghreb", "*", "iraq")]
    assert ratios[0] > ratios[1] > ratios[2]
    assert ratios[1] == pytest.approx(1.0)


def test_latin_names_are_spelled_too() -> None:
    """A Latin name goes through its Arabic spelling."""
    assert "Hicham" in [c.text for c in spellings("Hisham", "maghreb", 3)]


def test_a_country_is_a_place() -> None:
    """A code in any case names its region as well."""
    assert place_of("eg") == place_of("EG") == ("EG", "egypt")
    assert place_of("South Asia").region == "south-asia"
    assert place_of(None).narrowest == ""


@pytest.mark.parametrize("region", ["atlantis", "XX"])
def test_an_unknown_region_names_the_known_ones(region: str) -> None:
    """The error shows the value and all regions."""
    with pytest.raises(ValueError, match=rf"{region}.*egypt.*maghreb"):
        spellings("محمد", region)


def test_a_region_without_registers_follows_the_habits_of_its_editors() -> None:
    """Germans write dsch for a j where nobody else does."""
    spelled = {r: latin_of_word("جمال", place_of(r)) for r in ("germany", "iraq")}
    assert any(w.letters.startswith("dsch") for w in spelled["germany"])
    assert not any(w.letters.startswith("dsch") for w in spelled["iraq"])


def test_the_article_follows_the_custom() -> None:
    """El in Egypt, Al in the Gulf, and often nothing in the Maghreb."""
    customs = {r: article_custom(place_of(r))[:2] for r in ("egypt", "gulf", "maghreb")}
    assert {text.strip(" -").lower() for text, _ in customs["gulf"]} == {"al", ""}
    assert customs["maghreb"][0][0] == ""
    assert "el" in {text.strip(" -").lower() for text, _ in customs["egypt"]}


def test_unlisted_words_are_spelled_by_sound() -> None:
    """A word that no register has is spelled from its reading."""
    assert not remembered(key_of("زعطقش"))
    assert spellings("زعطقش", "egypt")


def test_what_is_no_name_stays() -> None:
    """Digits and emoji stay in their places, and an empty text gives nothing."""
    assert first("محمد 5 😀", "egypt") == "Mohamed 5 😀"
    assert first("😀") == "😀"
    assert spellings("") == ()


def test_spellings_of_the_same_letters_are_one() -> None:
    """Abdel Rahman and Abdelrahman differ by a space: only the usual one is told."""
    found = spellings("عبد الرحمن", "egypt", 10)
    letters = ["".join(filter(str.isalpha, c.text.lower())) for c in found]
    assert len(set(letters)) == len(letters)


def test_an_article_is_known_from_the_rest() -> None:
    """El Sharqawy has one; Alaoui (العلوي) has lost it."""
    assert article_of("El Sharqawy", "شرقاوي") == ("El ", "Sharqawy")
    assert article_of("as-Sadr", "صدر") == ("as-", "Sadr")
    assert article_of("Alaoui", "علوي") == ("", "Alaoui")


def test_small_letters_become_capitals() -> None:
    """Registers sometimes have small letters alone."""
    assert shown("ahmed medhat") == "Ahmed Medhat"
    assert shown("DeGaulle") == "DeGaulle"


def test_the_table_comes_back(tmp_path: Path) -> None:
    """What is written is read, the empty spelling too."""
    table = {"بن": [Spelling("bin", {"EG": 1, "SA": 2}), Spelling("", {"DZ": 1})]}
    write_remembered(tmp_path / "t.tsv", table)
    read = read_remembered(tmp_path / "t.tsv")
    assert {key: list(spellings_in(cell)) for key, cell in read.items()} == table


def test_styles_come_back(tmp_path: Path) -> None:
    """The styles' table is the styles, to six digits."""
    write_styles(tmp_path / "s.tsv", read_styles())
    assert (tmp_path / "s.tsv").read_bytes() == (TABLES / "styles.tsv").read_bytes()


def test_usual_spellings_leave_the_article_out() -> None:
    """Spellings with an article tell how the word without it sounds."""
    assert all(not x.startswith("al") for x, _ in usual_spellings(key_of("كاظمي")))


def test_traits_see_the_letters_that_differ() -> None:
    """ش is ch or sh, the article al or el."""
    assert ("shin", "ch") in traits_of("هشام", "hicham")
    assert ("article", "el") in traits_of("السيسي", "elsisi")


def test_the_renderer_is_the_channel() -> None:
    """Spellings of a form come likeliest first, and no more than certain."""
    found = load_renderer().spellings(("ḥ", "a", "s", "a", "n"), "iraq", 8)
    assert next(iter(found)) in ("hasan", "hassan")
    assert sum(found.values()) <= 1.0
