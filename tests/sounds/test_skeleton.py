"""Facts about the consonant skeleton: the same for all spellings, and for both scripts."""

import pytest

from nisba.sounds.skeleton import skeleton
from nisba.text.scripts import Script


@pytest.mark.parametrize(
    ("latin", "arabic"),
    [
        ("mahmoud", "محمود"),
        ("sharif", "شريف"),
        ("qasim", "قاسم"),
        ("khalid", "خالد"),
        ("dhahabi", "ذهبي"),
        ("thani", "ثاني"),
        ("chalabi", "چلبي"),
        ("hussein", "حسين"),
        ("ali", "علي"),
    ],
)
def test_both_scripts_have_one_skeleton(latin: str, arabic: str) -> None:
    """The classes of the consonants are the same for both scripts."""
    assert skeleton(latin, Script.LATIN) == skeleton(arabic, Script.ARABIC) != ""


@pytest.mark.parametrize(
    "spellings",
    [
        ("qadhdhafi", "kazzafi", "gaddafi", "gheddafi", "khadafy"),
        ("sharif", "cherif", "scharif", "xarif"),
        ("yusuf", "yousef", "yusup", "youssouf"),
        ("qasim", "kassem", "gasem"),
        ("jamal", "gamal", "cemal", "xhemal"),
        ("zahabi", "dhahabi", "thahabi"),
        ("filip", "philip", "vilip"),
    ],
)
def test_known_confusions_are_one_class(spellings: tuple[str, ...]) -> None:
    """Whoever writes q, k, g, gh or kh, z, dh or d, f or p, leads to the same place."""
    assert len({skeleton(s, Script.LATIN) for s in spellings}) == 1


def test_vowels_and_weak_letters_have_no_class() -> None:
    """What writers leave out and put in is not in the skeleton."""
    assert skeleton("yahyawi", Script.LATIN) == skeleton("يحيى", Script.ARABIC) == ""


def test_neighbours_of_a_class_are_one() -> None:
    """A doubled consonant counts once, one that returns behind a neighbour twice."""
    assert skeleton("hassan", Script.LATIN) == skeleton("hasan", Script.LATIN) == "tn"
    assert skeleton("nadir", Script.LATIN) == skeleton("nasdir", Script.LATIN) == "ntr"
    assert skeleton("mamluk", Script.LATIN) == "mlk"
    assert skeleton("malmal", Script.LATIN) == "mlml"


def test_other_names_have_other_skeletons() -> None:
    """Kamal is not Karim, though they share two consonants."""
    assert skeleton("kamal", Script.LATIN) != skeleton("karim", Script.LATIN)


def test_marks_of_arabic_are_no_bones() -> None:
    """Vocalised or not, an Arabic word has one skeleton."""
    assert skeleton("مُحَمَّد", Script.ARABIC) == skeleton("محمد", Script.ARABIC) == "mt"
