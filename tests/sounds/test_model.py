"""Facts about the evidence of two spellings, in all three pairs of scripts."""

import pytest

from nisba.sounds.model import load_model
from nisba.text.scripts import Script, dominant_script


def bits(left: str, right: str) -> float:
    """Evidence of two cores."""
    model = load_model()
    x, y = (
        model.hear(s, Script.ARABIC if dominant_script(s) is Script.ARABIC else Script.LATIN)
        for s in (left, right)
    )
    return model.bits(x, y)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("kazemi", "kadhimi"),
        ("muhammad", "mohamed"),
        ("gaddafi", "qadhdhafi"),
        ("gheddafi", "kadhafi"),
        ("jamal", "gamal"),
        ("hussein", "houcine"),
        ("hussein", "hossein"),
        ("tariq", "tareq"),
        ("yusuf", "yousef"),
        ("aisha", "aischa"),
        ("emad", "imad"),
        ("khaldun", "haldun"),
        ("hussein", "حسين"),
        ("gaddafi", "قذافي"),
        ("nasser", "ناصر"),
        ("مصطفى", "مصطفي"),
        ("مُحَمَّد", "محمد"),
    ],
)
def test_spellings_of_one_name_speak_for_each_other(left: str, right: str) -> None:
    """Press, scholarly, French and Persian habits and both scripts render one form."""
    assert bits(left, right) > 3.0


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("hassan", "hussein"),
        ("muhammad", "mahmoud"),
        ("muhammad", "ahmad"),
        ("ahmad", "hamid"),
        ("rahman", "rahim"),
        ("kazemi", "karimi"),
        ("حسن", "حسين"),
        ("محمد", "محمود"),
        ("hassan", "حسين"),
    ],
)
def test_other_names_speak_against_each_other(left: str, right: str) -> None:
    """Names that share their consonants, or most of them, are other names."""
    assert bits(left, right) < 0.0


@pytest.mark.parametrize(
    ("one", "other"), [("salim", "salam"), ("jamal", "jamil"), ("karim", "karima")]
)
def test_a_neighbouring_name_says_less_than_the_name_itself(one: str, other: str) -> None:
    """Where one spelling may render both, identity still says clearly more."""
    assert bits(one, other) < min(bits(one, one), bits(other, other)) - 1.5


def test_a_rare_name_says_more_than_a_common_one() -> None:
    """Rarity comes with the prior over forms."""
    assert bits("muhammad", "mohamed") < bits("hussein", "hossein") < bits("gaddafi", "kadhafi")


def test_vowel_marks_tell_the_form() -> None:
    """A written shadda keeps Ḥassān apart from Ḥasan, which the bare letters leave open."""
    assert bits("حَسَّان", "hassan") > bits("حَسَّان", "hasan")


def test_foreign_parts_are_compared_by_letters() -> None:
    """A part that is no Arabic name is known again, and its misprint nearly so."""
    assert bits("biden", "biden") > 12 > 0 > bits("biden", "trump")
    assert bits("schwarzkopf", "schwartzkopf") > 10


def test_no_letters_are_no_evidence() -> None:
    """A part of signs alone says nothing."""
    assert bits("", "muhammad") == 0.0


def test_a_long_part_costs_bounded_time() -> None:
    """A part of a hundred thousand letters is read to a bounded length."""
    model = load_model()
    heard = model.hear("ab" * 50_000, Script.LATIN)
    assert len(heard.letters) < 100


@pytest.mark.parametrize(
    ("left", "right"),
    [("fahd", "fahad"), ("badr", "bader"), ("bakr", "bakir"), ("nasr", "naser"), ("فهد", "fahad")],
)
def test_a_vowel_helps_two_consonants_at_the_end(left: str, right: str) -> None:
    """Fahad and Bader are Fahd and Badr as they are spoken."""
    assert bits(left, right) > 5.0


@pytest.mark.parametrize(
    ("left", "right"), [("badr", "badran"), ("fahd", "fahmi"), ("amr", "amir")]
)
def test_a_vowel_that_helps_makes_no_other_name(left: str, right: str) -> None:
    """What stands behind two consonants, or is long, is another name, or says less at least."""
    assert bits(left, right) < bits(left, left) - 2.0


def test_there_is_one_model_of_each_kind() -> None:
    """However it is asked for, the tables are read once, and the compiled model shares them."""
    assert load_model() is load_model(fast=False)
    assert load_model(True) is load_model(fast=True)
    assert load_model(fast=True).lexicon is load_model().lexicon
