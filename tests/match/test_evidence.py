"""Facts about what is seen between two names: each quantity where it belongs, and nowhere else."""

import pytest

from nisba.match.evidence import Weigher
from nisba.match.prepare import Ear
from nisba.match.types import SEEN, Link, Seen
from nisba.sounds.model import load_model


def looked(left: str, right: str) -> tuple[tuple[Link, ...], Seen]:
    """Links and quantities of two names."""
    model = load_model()
    ear = Ear(model)
    sight = Weigher(model).see(ear.prepare(left), ear.prepare(right))
    return sight.links, sight.seen


def seen(left: str, right: str) -> Seen:
    """The quantities of two names."""
    return looked(left, right)[1]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Abu Ahmad", "Umm Ahmad"),
        ("Abu Bakr", "Umm Bakr"),
        ("Abu al-Rahman", "Abd al-Rahman"),
        ("أبو أحمد", "Umm Ahmad"),
    ],
)
def test_heads_that_contradict_never_answer(left: str, right: str) -> None:
    """The father of Ahmad is not his mother, and no servant of him."""
    links, found = looked(left, right)
    assert not links
    assert found.sound == 0.0


def test_a_head_may_be_left_out() -> None:
    """Abu Ali answers Ali, and differs from him by his head."""
    links, found = looked("Abu Ali", "Ali")
    assert len(links) == 1
    assert found.head_differs == 1


def test_a_daughter_is_no_son() -> None:
    """Bint and ibn of one father differ."""
    found = seen("Nour bint Hasan", "Nour ibn Hasan")
    assert (found.head_differs, found.ibn_differs, found.ibn_same) == (1, 1, 0)


def test_a_son_is_a_son() -> None:
    """Ibn Khaldun and Ben Khaldoun are both called by their forefather, Khaldun is not."""
    assert seen("Ibn Khaldun", "Ben Khaldoun").ibn_same == 1
    bare = seen("Ibn Khaldun", "Khaldun")
    assert (bare.ibn_same, bare.ibn_differs) == (0, 1)


def test_fathers_are_counted_each() -> None:
    """Two links of a chain that say ibn on one side differ twice."""
    assert seen("Ali ibn Hasan ibn Umar", "Ali Hasan Umar").ibn_differs == 2


def test_the_last_name_of_one_stands_in_the_middle_of_the_other() -> None:
    """Rashid is a family here and a father there."""
    assert seen("Abdul Latif Rashid", "Abdul Latif bin Rashid al-Zayani").role_differs == 1
    assert seen("Mustafa al-Kadhimi", "Mustafa Abd al-Latif al-Kadhimi").role_differs == 0


def test_a_single_part_has_no_role() -> None:
    """Kadhimi alone is last and first."""
    assert seen("Kadhimi", "Kadhimi Mustafa").role_differs == 0


def test_a_turned_name_is_turned_and_no_more() -> None:
    """Family first is another order of the whole, not a moved given name beside it."""
    found = seen("Abdelaziz Bouteflika", "Bouteflika Abdelaziz")
    assert (found.complete, found.turned) == (1, 1)
    assert (found.given_moved, found.role_differs, found.order) == (0, 0, 0)


def test_a_name_is_turned_as_a_whole() -> None:
    """With a part left over, the given name has moved."""
    found = seen("Mohammad Reza Kazemi", "Kazemi Mohammad")
    assert found.turned == 0
    assert found.given_moved > 0
    assert found.order == 1


def test_an_article_is_on_one_side() -> None:
    """Al-Ali and Ali differ by the article, al-Ali and Al Ali do not."""
    assert seen("Nasr al-Ali", "Nasr Ali").article_differs == 1
    assert seen("Nasr al-Ali", "Nasr El Ali").article_differs == 0


def test_an_article_inside_a_compound_is_none() -> None:
    """Abd al-Rahman and Abd Rahman have the article of their second half or not."""
    assert seen("Abd al-Rahman", "Abd Rahman").article_differs == 0


def test_titles_are_counted_by_their_ids() -> None:
    """Haji and Hadji are the same title, Haji and Mullah none in common."""
    assert seen("Haji Omar", "Hadji Umar").title_same == 1
    assert seen("Sheikh Dr. Omar Ali", "Doctor Cheikh Omar Ali").title_same == 2
    assert seen("Haji Omar", "Mullah Omar").title_same == 0
    assert seen("Haji Omar", "Omar").title_same == 0


@pytest.mark.parametrize(
    ("left", "right", "differs"),
    [
        ("Fatima al-Misri", "Fatima al-Misriyya", 1),
        ("فاطمة المصرية", "Fatima al-Misri", 1),
        ("Fatima al-Misriyya", "Fatima al-Miṣrīyah", 0),
        ("Hasan al-Misri", "Hasan al-Misri", 0),
    ],
)
def test_a_nisba_has_a_gender(left: str, right: str, differs: int) -> None:
    """Al-Misri and al-Misriyya answer each other, and differ in gender."""
    links, found = looked(left, right)
    assert len(links) == 2
    assert found.gender_differs == differs


def test_a_nisba_alone_answers_itself_in_a_name() -> None:
    """Al-Misriyya is the family name of Fatima al-Misriyya."""
    assert looked("al-Misriyya", "Fatima al-Misriyya")[0]


def test_brothers_share_the_family_bits() -> None:
    """Where the given names clash, all bits that answer are counted as the family's too."""
    brothers = seen("Hassan Nasrallah", "Hussein Nasrallah")
    assert brothers.given_clash == 1
    assert brothers.sound_clash == brothers.sound > 0
    assert seen("Hassan Nasrallah", "Hasan Nasrallah").sound_clash == 0.0


def test_near_is_of_what_contradicts() -> None:
    """A slip in the last name is near; a part that only one side has is near nothing."""
    slip = seen("Morteza Ghaeemi", "Morteza Ghasemi")
    assert slip.clash == 1
    assert slip.near > 0 < slip.near_bones
    more = seen("Morteza", "Morteza Ghasemi")
    assert (more.near, more.near_bones) == (0.0, 0.0)


def test_consonants_are_near_in_two_scripts() -> None:
    """From Latin to Arabic only the consonants can be near."""
    slip = seen("Morteza Ghaeemi", "مرتضى قاسمي")
    assert slip.near == 0.0 < slip.near_bones


def test_apart_is_seen_where_nothing_answers() -> None:
    """Hassan is nearer to Hussein than to Robespierre, and no farther than 30 bits from anybody."""
    hussein, robespierre = (seen("Hassan", other).apart for other in ("Hussein", "Robespierre"))
    assert 0 > hussein > robespierre >= -30
    assert seen("Hassan", "Hasan").apart == 0.0
    assert seen("Hassan Nasrallah", "Hussein Nasrallah").apart == 0.0


def test_nothing_is_as_far_apart_as_can_be() -> None:
    """Where there is no part, nothing is near."""
    assert seen("", "Hassan").apart == -30.0


def test_another_given_name_in_front_is_seen() -> None:
    """A son bears his father's name behind his own; a father's name beside it is no such thing."""
    son = seen("Muammar Gaddafi", "Hannibal Muammar Gaddafi")
    assert (son.given_moved, son.given_more) == (1, 1)
    assert seen("Muammar Gaddafi", "Muammar Muhammad Gaddafi").given_more == 0
    assert seen("Hannibal Gaddafi", "Muammar Gaddafi").given_more == 0
    assert seen("Ali Hassan", "Hassan Ali Karim").given_more == 0


def test_the_name_one_goes_by_is_a_given_name() -> None:
    """Husni Mubarak is Muhammad Husni Mubarak; Ali Husni Mubarak is his son perhaps."""
    called = seen("Muhammad Husni Mubarak", "Hosny Mubarak")
    assert (called.given_same, called.given_moved) == (1, 0)
    son = seen("Ali Husni Mubarak", "Husni Mubarak")
    assert (son.given_same, son.given_moved) == (0, 1)


def test_foreign_linkers_are_no_parts() -> None:
    """Hilarion del Rosario and Hilarion Rosario are complete."""
    assert seen("Hilarion del Rosario", "Hilarion Rosario").complete == 1


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Abdul Latif Rashid", "Abdul Latif bin Rashid al-Zayani"),
        ("Haji Omar al-Misri", "Fatima bint Umar al-Misriyya"),
        ("Morteza Ghaeemi", "Ghasemi Morteza"),
        ("Muhammad Husni Mubarak", "Hosny Mubarak"),
    ],
)
def test_what_is_seen_has_no_direction(left: str, right: str) -> None:
    """Every quantity is the same whichever name stands first."""
    assert seen(left, right) == seen(right, left)


def test_quantities_come_in_the_order_of_their_names() -> None:
    """The vector of what is seen has a place for each quantity."""
    found = seen("Haji Omar", "Hadji Umar")
    assert dict(zip(SEEN, found.vector(), strict=True))["title_same"] == 1
