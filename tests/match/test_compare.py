"""Facts about whole names: what is one name and what is not."""

import json

import pytest

from nisba import compare
from nisba.match import Verdict

SAME = [
    ("Gaddafi", "Kadhafi"),
    ("Gaddafi", "al-Qadhdhafi"),
    ("Gaddafi", "Gheddafi"),
    ("Gaddafi", "القذافي"),
    ("al-Qadhdhafi", "القذافي"),
    ("Hussein", "Houcine"),
    ("Hussein", "Hossein"),
    ("Hussein", "حسين"),
    ("Tariq Aziz", "Tareq Azeez"),
    ("Gamal Abdel Nasser", "Jamal Abd al-Nasir"),
    ("Gamal Abdel Nasser", "جمال عبد الناصر"),
    ("Jamal Abd al-Nasir", "جمال عبدالناصر"),
    ("Zulfiqar", "Dhu al-Fiqar"),
    ("Noureddine", "Nur al-Din"),
    ("Noureddine", "نور الدين"),
    ("Mustafa Al-Kazemi", "Moustafa Kadhimi"),
    ("Mustafa Al-Kazemi", "مصطفى الكاظمي"),
    ("AL-KADHIMI, Mustafa", "Mustafa Al-Kazemi"),
    ("Jabartī, ʿAbd al-Raḥmān al-", "Abdurrahman al-Jabarti"),
    ("Abdulrahman", "Abd-ur-Rehman"),
    ("Abd al-Rahman", "عبدالرحمن"),
    ("Nasrallah", "Nasr Allah"),
    ("Abu Bakr", "Aboubakr"),
    ("Sheikh Tamim bin Hamad Al Thani", "Tamim bin Hamad Al-Thani"),
    ("Muhammad ibn Musa al-Khwarizmi", "محمد بن موسى الخوارزمي"),
    ("Joe Biden", "Joe Biden"),
]

NEVER_SAME = [
    ("Hassan", "Hussein"),
    ("Salim", "Salam"),
    ("Jamal", "Jamil"),
    ("Karim", "Karima"),
    ("Omar", "Ammar"),
    ("Muhammad", "Mahmoud"),
    ("Muhammad", "Ahmad"),
    ("Muhammad", "Hamid"),
    ("Mahmoud", "Ahmad"),
    ("Mahmoud", "Hamid"),
    ("Ahmad", "Hamid"),
    ("Abd al-Rahman", "Abd al-Rahim"),
    ("Abdulrahman", "Abdulrahim"),
    ("عبد الرحمن", "عبد الرحيم"),
    ("Hassan Nasrallah", "Hussein Nasrallah"),
    ("حسن نصر الله", "حسين نصر الله"),
    ("Ali Abdullah Saleh", "Abdullah Saleh"),
    ("Abd al-Rahman Arif", "Abd al-Salam Arif"),
    ("Joe Biden", "George W. Bush"),
    ("Mustafa Al-Kazemi", "Mustafa Kemal"),
]


@pytest.mark.parametrize(("left", "right"), SAME)
def test_spellings_of_one_name_are_the_same(left: str, right: str) -> None:
    """Another spelling, script, order, article or title makes no other name."""
    assert compare(left, right).verdict is Verdict.SAME


@pytest.mark.parametrize(("left", "right"), NEVER_SAME)
def test_other_names_are_never_the_same(left: str, right: str) -> None:
    """Near names of other people are told apart, or at least doubted."""
    assert compare(left, right).verdict is not Verdict.SAME


def test_a_contradiction_outweighs_a_shared_family() -> None:
    """Hassan Nasrallah shares his family name with Hussein Nasrallah, and is not he."""
    same = compare("Hassan Nasrallah", "Hasan Nasr Allah")
    other = compare("Hassan Nasrallah", "Hussein Nasrallah")
    assert same.bits - other.bits > 8


def test_a_rare_shared_name_says_more() -> None:
    """A shared Qadhdhafi says more than a shared Muhammad."""
    assert compare("Gaddafi", "Kadhafi").bits > compare("Muhammad", "Mohamed").bits


def test_probability_keeps_its_order_at_the_end() -> None:
    """More evidence gives a higher probability, never a rounded 1."""
    less = compare("Mustafa Kadhimi", "Mustafa Kadhimi")
    more = compare("Mustafa Abd al-Latif Kadhimi", "Mustafa Abd al-Latif Kadhimi")
    assert less.probability < more.probability < 1.0


def test_the_comparison_is_told_letter_by_letter() -> None:
    """The reasons name the parts that answer, the letters and the verdict."""
    told = compare("Mustafa Al-Kazemi", "مصطفى الكاظمي").explain()
    assert "Al-Kazemi" in told
    assert "الكاظمي" in told
    assert "same" in told
    assert any(line.split()[:3] == ["ẓ", "z", "ظ"] for line in told.splitlines())


def test_missing_parts_are_named() -> None:
    """What one side does not say stands in the comparison."""
    found = compare("Ali Abdullah Saleh", "Abdullah Saleh")
    assert [p.text for p in found.unanswered_left] == ["Ali"]
    assert "Ali" in found.explain()


def test_a_program_reads_the_same() -> None:
    """The JSON holds the verdict, the parts and their units, with Arabic as it came."""
    data = json.loads(compare("Hussein", "حسين").to_json())
    assert data["verdict"] == "same"
    assert data["answered"][0]["right"] == "حسين"
    assert data["answered"][0]["units"][0]["unit"] == "ḥ"


@pytest.mark.parametrize("text", ["", "   ", "\u200f\u200e", "…", "12345", "🙂"])
def test_what_is_no_name_is_different(text: str) -> None:
    """Nothing is no evidence: neither an error nor a match."""
    assert compare(text, "Mustafa").verdict is Verdict.DIFFERENT
    assert compare(text, text).verdict is Verdict.DIFFERENT
