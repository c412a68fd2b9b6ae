"""Facts about the screen and the data that tell a comparison."""

import json
import re
from dataclasses import replace

import pytest

from nisba import compare
from nisba.match.types import SEEN
from nisba.text.columns import width

AL_KAZIMI = "\u0627\u0644\u0643\u0627\u0638\u0645\u064a"  # الكاظمي
MUSTAFA = "\u0645\u0635\u0637\u0641\u0649"  # مصطفى
ZA = "\u0638"  # ظ
FIGURE = re.compile(r"[+-]\d+\.\d")

HOSTILE = [
    "Mustafa\u202e\u2066 al-Kadhimi\u200f",
    "K" * 10_000,
    " ".join(["Abdurrahman al-Khwarizmi ibn Muhammad"] * 60),
    "Ali\r\nHasan\u2028Salih\x00 \x1b[31mKarim",
    "<script>alert('Ali')</script> Hasan",
    "H\u0323" + "\u0301" * 5_000 + "asan",
    "\u6f22\u5b57" * 40,
    "\u202e\u200b",
    "",
]


def told(left: str, right: str) -> list[str]:
    """The lines of an explanation, without the marks of direction."""
    return compare(left, right).explain().replace("\u200e", "").splitlines()


def test_parts_stand_side_by_side() -> None:
    """A line shows both parts that answer each other, their bits and what they are."""
    lines = told("Mustafa Al-Kazemi", f"{MUSTAFA} {AL_KAZIMI}")
    (line,) = [line for line in lines if line.startswith("Al-Kazemi")]
    assert line.split()[:3] == ["Al-Kazemi", "=", AL_KAZIMI]
    assert FIGURE.search(line)
    assert line.endswith("family name")


def test_letters_stand_below_their_parts() -> None:
    """Below the parts, a unit, the letters that render it and its bits are one column."""
    lines = told("Mustafa Al-Kazemi", f"{MUSTAFA} {AL_KAZIMI}")
    at = next(i for i, line in enumerate(lines) if line.startswith("Al-Kazemi"))
    units, letters, bits = (line.split() for line in lines[at + 1 : at + 4])
    assert letters[units.index("\u1e93")] == f"z={ZA}"
    assert float(bits[units.index("\u1e93")]) > 0


def test_equal_letters_are_shown_once() -> None:
    """Where both sides write the same, the letters that differ are seen at once."""
    letters = told("Hussein", "Hossein")[4].split()
    assert letters[:5] == ["h", "u=o", "ss", "ei", "n"]


def test_contradicting_parts_are_shown_with_their_distance() -> None:
    """Hassan stands against Hussein, with bits that say how far apart they are."""
    lines = told("Hassan Nasrallah", "Hussein Nasrallah")
    (line,) = [line for line in lines if line.startswith("Hassan  ")]
    assert line.split()[:3] == ["Hassan", "\u2260", "Hussein"]
    assert re.search(r"given name: they differ, \d+\.\d bits apart$", line)
    assert any(line.endswith("the given names differ") for line in lines)


@pytest.mark.parametrize(
    ("left", "right", "row"),
    [
        ("Ali Hasan", "Ali", ["Hasan", "\u2013", "last", "name,", "missing", "on", "the", "right"]),
        ("Ali", "Ali Hasan", ["\u2013", "Hasan", "last", "name,", "missing", "on", "the", "left"]),
        ("Dr. Ali", "Ali", ["Dr", "\u2013", "title,", "not", "weighed"]),
    ],
)
def test_what_is_missing_is_told(left: str, right: str, row: list[str]) -> None:
    """A part without an answer stands on its side, with what it is and where it is missing."""
    assert row in [line.split() for line in told(left, right)]


def test_the_last_line_is_the_sum() -> None:
    """At the end stand the bits in all, the verdict and the probability."""
    found = compare("Salim", "Salam")
    last = found.explain().splitlines()[-1]
    assert f"{found.bits:+.1f}  bits in all, {-found.shortfall:.1f} below identity" in last
    assert last.endswith(f": {found.verdict}, probability {found.probability:.3f}")


def test_four_parts_fit_a_screen() -> None:
    """A name of four parts and a title takes 26 lines at most, one of six parts 40."""
    four = told("Dr. Saddam Hussein Abd al-Majid al-Tikriti", "Saddam Husayn Abdulmajid Tikriti")
    six = "Muhammad Ali Hasan Umar Khalid al-Tikriti"
    assert len(four) <= 26
    assert len(told(six, six)) <= 40


def test_many_quantities_stand_in_two_columns() -> None:
    """Whatever was weighed, the sum takes few lines, and none is wider than the screen."""
    found = compare("Ali Hasan", "Ali Hasan")
    everything = tuple((quantity, 1.0, -1.0) for quantity in (*SEEN, "birth_year", "country"))
    lines = replace(found, weighed=everything).explain().splitlines()
    start = lines.index("", 2) + 1
    assert len(lines) - start == (len(everything) + 1) // 2 + 1
    assert max(map(width, lines)) <= 100


@pytest.mark.parametrize("left", HOSTILE)
@pytest.mark.parametrize("right", HOSTILE)
def test_a_hostile_name_keeps_the_layout(left: str, right: str) -> None:
    """No line passes 100 columns, and no control of a name reaches the screen."""
    lines = compare(left, right).explain().split("\n")
    assert max(map(width, lines)) <= 100
    assert all(line.replace("\u200e", "").isprintable() for line in lines)
    assert len(lines) < 300


def test_figures_of_the_letters_add_up_on_the_screen() -> None:
    """The bits below two parts are the bits of the parts, to rounding."""
    lines = told("Moustafa", "Mustapha")
    head, figures = lines[2], lines[5]
    total = sum(map(float, FIGURE.findall(figures)))
    assert total == pytest.approx(float(FIGURE.findall(head)[0]), abs=0.5)


def test_data_has_stable_keys() -> None:
    """A program finds the same keys in every comparison, those that docs/reasons.md lists."""
    keys = [
        "left",
        "right",
        "verdict",
        "probability",
        "bits",
        "shortfall",
        "sentence",
        "parts",
        "contradicts",
        "missing",
        "not_weighed",
        "uncounted",
        "weighed",
    ]
    assert list(compare("Hassan Nasrallah", "Hussein").as_dict()) == keys
    assert list(compare("", "").as_dict()) == keys


def test_data_says_what_the_screen_says() -> None:
    """Parts with their units, contradictions, what is missing and what was weighed."""
    data = json.loads(compare("Dr. Hassan Nasrallah al-Amili", "Hussein Nasrallah").to_json())
    (part,) = data["parts"]
    assert (part["left"], part["right"]) == ("Nasrallah", "Nasrallah")
    assert [unit["left"] for unit in part["units"]] == ["n", "a", "s", "r"]
    assert set(part["units"][0]) == {"unit", "left", "right", "bits"}
    (against,) = data["contradicts"]
    assert (against["left"], against["right"], against["kind"]) == (
        "Hassan",
        "Hussein",
        "given name",
    )
    assert against["bits"] < 0
    assert data["missing"] == [{"text": "al-Amili", "kind": "family name", "lacking": "right"}]
    assert data["not_weighed"] == [{"text": "Dr", "kind": "title", "side": "left"}]
    weighed = {w["quantity"]: w["bits"] for w in data["weighed"]}
    assert weighed["sound"] == pytest.approx(part["bits"], abs=0.01)


def test_data_keeps_texts_as_they_came() -> None:
    """What the screen shortens and cleans is whole in the data."""
    name = "Ali\u202e " + "K" * 300
    assert json.loads(compare(name, "Ali").to_json())["left"] == name
