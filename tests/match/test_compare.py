"""Facts about whole names: what is one name and what is not."""

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
    ("Mohammad Ali Rajai", "محمدعلی رجایی"),
    ("محمد رضا بهلوي", "Mohammadreza Pahlavi"),
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
    ("منصور رانا", "Mansourian"),
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


def test_missing_parts_are_named() -> None:
    """What one side does not say stands in the comparison."""
    found = compare("Ali Abdullah Saleh", "Abdullah Saleh")
    assert [p.text for p in found.unanswered_left] == ["Ali"]
    assert "Ali" in found.explain()


@pytest.mark.parametrize("text", ["", "   ", "\u200f\u200e", "…", "12345", "🙂"])
def test_what_is_no_name_is_different(text: str) -> None:
    """Nothing is no evidence: neither an error nor a match."""
    assert compare(text, "Mustafa").verdict is Verdict.DIFFERENT
    assert compare(text, text).verdict is Verdict.DIFFERENT


def test_nothing_answered_is_graded() -> None:
    """No two of these answer each other, and Hussein is nearer to Hassan than Robespierre is."""
    near, far = compare("Hassan", "Hussein"), compare("Hassan", "Robespierre")
    assert not near.answered
    assert not far.answered
    assert 0 > near.bits > far.bits
    assert near.probability > far.probability


def test_a_slip_is_nearer_than_a_stranger() -> None:
    """Two rare names that look alike speak less against one bearer than two that do not."""
    slip = compare("Morteza Ghaeemi", "Morteza Ghasemi")
    other = compare("Morteza Ghaeemi", "Morteza Rafsanjani")
    assert 0 > slip.shortfall > other.shortfall


def test_where_nothing_answers_all_is_short() -> None:
    """Where no part answers, all that speaks against the names keeps them below identity."""
    found = compare("Abu Ahmad", "Umm Ahmad")
    assert found.shortfall == found.bits < -5


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Haji Omar", "Haji Omar"),
        ("Haji Omar", "Omar"),
        ("Ibn Khaldun", "Khaldun"),
        ("Ibn Khaldun", "Ibn Khaldun"),
        ("al-Ali", "Ali"),
        ("Ahmed Ould Ali", "Ahmed Ali"),
        ("Salim", "Saleem"),
    ],
)
def test_dress_makes_no_other_name(left: str, right: str) -> None:
    """A title, an article, a son of, or other letters for the same name leave nothing short."""
    assert compare(left, right).shortfall == pytest.approx(0.0, abs=0.3)


def test_dress_is_evidence_all_the_same() -> None:
    """A title that both bear says more than one that only one bears."""
    assert compare("Haji Omar", "Haji Omar").bits > compare("Haji Omar", "Omar").bits


def test_an_order_makes_no_other_name() -> None:
    """Bouteflika Abdelaziz is Abdelaziz Bouteflika in another order."""
    found = compare("Abdelaziz Bouteflika", "Bouteflika Abdelaziz")
    assert found.shortfall == pytest.approx(0.0, abs=0.3)


def test_an_abd_makes_another_name() -> None:
    """What Latif lacks of Abd al-Latif is missing from the name."""
    assert compare("Abd al-Latif Rashid", "Latif Rashid").shortfall < -0.5
