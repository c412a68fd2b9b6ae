"""Facts about the sentence: plain language that fits one cell, whatever the names hold."""

from dataclasses import replace

import pytest

from nisba import compare
from nisba.match.explain import sentence
from nisba.match.sentence import LONGEST

HOSTILE = [
    "Mustafa\u202e\u2066 al-Kadhimi\u200f",
    "K" * 10_000,
    " ".join(["Abdurrahman al-Khwarizmi ibn Muhammad"] * 60),
    "Ali\r\nHasan\u2028Salih\x00",
    "<script>alert('Ali')</script> Hasan",
    "=HYPERLINK(Ali) @Hasan",
    "a" + "\u0301" * 5_000,
    "\u202e\u200b",
    "",
]


@pytest.mark.parametrize(
    ("left", "right", "said"),
    [
        (
            "Mustafa al-Kazemi",
            "Moustafa Kadhimi",
            "Mustafa = Moustafa, al-Kazemi = Kadhimi; every part is answered.",
        ),
        (
            "Hassan Nasrallah",
            "Hussein Nasrallah",
            "Nasrallah = Nasrallah, but the given names differ (Hassan, Hussein).",
        ),
        ("Ahmad al-Kadhimi", "Ahmad", "only Ahmad = Ahmad answers; al-Kadhimi is missing."),
        (
            "Donald Trump",
            "Saddam Hussein",
            "no part answers another: the given names differ (Donald, Saddam); "
            "the last names differ (Trump, Hussein).",
        ),
    ],
)
def test_a_comparison_is_one_sentence(left: str, right: str, said: str) -> None:
    """What answers, what differs, what is missing."""
    assert sentence(compare(left, right)) == said


def test_what_is_apart_is_said_where_nobody_is_sure() -> None:
    """Salim and Salam answer each other, and the sentence says how far apart they are."""
    assert "Salim = Salam (4." in sentence(compare("Salim", "Salam"))


def test_what_stands_beside_the_parts_is_said() -> None:
    """A quantity that no part shows stands in the sentence, by the sign of its bits."""
    found = compare("Ali Hasan", "Ali Hasan")
    same = replace(found, weighed=(*found.weighed, ("ibn_same", 1.0, 3.0)))
    other = replace(found, weighed=(*found.weighed, ("ibn_differs", 1.0, -3.0)))
    assert sentence(same).endswith("; son of the same on both sides.")
    assert sentence(other).endswith("; son of on one side only.")


def test_what_gives_little_is_not_said() -> None:
    """A missing article of a third of a bit is no reason, though it was weighed."""
    found = compare("Ali Hasan", "Ali Hasan")
    little = replace(found, weighed=(*found.weighed, ("article_differs", 1.0, -0.3)))
    assert sentence(little) == sentence(found)


def test_facts_are_told_elsewhere() -> None:
    """The sentence is about names; what is known of the bearers has a sentence of its own."""
    found = compare("Ali Hasan", "Ali Hasan")
    known = replace(found, weighed=(*found.weighed, ("birth_year", 1.0, -9.0)))
    assert sentence(known) == sentence(found)


def test_arabic_parts_keep_their_places() -> None:
    """A mark of direction on both sides of an Arabic part keeps the sentence in its order."""
    arabic = "\u0645\u0635\u0637\u0641\u0649"  # مصطفى
    assert f"Mustafa = \u200e{arabic}\u200e" in sentence(compare("Mustafa", arabic))


@pytest.mark.parametrize("left", HOSTILE)
@pytest.mark.parametrize("right", HOSTILE)
def test_a_hostile_name_fits_the_cell(left: str, right: str) -> None:
    """At most 200 characters, on one line, with no control but the marks set around Arabic."""
    said = sentence(compare(left, right))
    assert len(said) <= LONGEST
    assert said.replace("\u200e", "").isprintable()
    assert said.endswith(".")


def test_many_parts_are_counted() -> None:
    """Of eight parts that answer, three are named."""
    name = "Muhammad Ali Hasan Husayn Umar Zayd Bakr Khalid"
    said = sentence(compare(name, name))
    assert said.startswith("Muhammad = Muhammad, Ali = Ali, Hasan = Hasan and 5 more;")
