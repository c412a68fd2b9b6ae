"""Law: the dress of a name changes no decision.

Tatweel, direction marks, letter case, the spelling and spacing of the article and the style of
the apostrophe never change the decision or the identity. Licensed exception: an article that is
glued to its word is tried only where every reader sees it (see `laws.strategies.noisy`).
"""

import functools

from hypothesis import given
from hypothesis import strategies as st

from laws.strategies import names, near, noisy
from nisba import Gazetteer, Resolver

LISTED = (
    ("kadhimi", "Mustafa al-Kadhimi"),
    ("kadhimi", "مصطفى الكاظمي"),
    ("kazimi", "Musa al-Kazimi"),
    ("qadhdhafi", "Mu'ammar al-Qadhdhafi"),
    ("qadhdhafi", "معمر القذافي"),
    ("baradei", "Muḥammad al-Barādiʿī"),
    ("sisi", "Abd al-Fattah al-Sisi"),
    ("nasser", "Gamal Abdel Nasser"),
    ("khwarizmi", "Muḥammad ibn Mūsā al-Khwārizmī"),
    ("jabarti", "Jabartī, ʿAbd al-Raḥmān al-"),
    ("razi", "Abu Bakr al-Razi"),
    ("saleh", "Ali Abdullah Saleh"),
    ("saleh", "علي عبد الله صالح"),
    ("nasrallah", "Hassan Nasrallah"),
    ("nasrallah", "حسن نصر الله"),
    ("saddam", "Saddam Hussein"),
    ("saddam", "صدام حسين التكريتي"),
    ("zawahiri", "Ayman al-Zawahiri"),
    ("sadr", "Muqtada al-Sadr"),
    ("sadr-2", "Musa al-Sadr"),
    ("hakim", "'Ammar al-Hakim"),
    ("hakim-2", "Tawfiq al-Hakim"),
    ("harbi", "Khalid al-Harbi"),
    ("harbi-2", "Khaled al-Harbi"),
    ("ghamdi", "Sa'id al-Ghamdi"),
    ("saud", "سعود آل سعود"),
    ("din", "Nur al-Din al-Halabi"),
    ("din", "نور الدين الحلبي"),
    ("biden", "Joe Biden"),
    ("jazeera", "Al-Jazeera"),
    ("arafat", "Yasser Arafat"),
)


@functools.cache
def small() -> Resolver:
    """The resolver of the names above."""
    return Resolver(Gazetteer.from_names(LISTED))


@functools.cache
def curated() -> Resolver:
    """The resolver of the curated gazetteer."""
    return Resolver(Gazetteer.load())


def asked(listed: list[str]) -> st.SearchStrategy[str]:
    """Listed names, names near them, and others."""
    drawn = st.sampled_from(listed)
    return st.one_of(drawn, drawn.flatmap(near), names())


def _check(resolver: Resolver, name: str, dressed: str) -> None:
    plain, other = resolver.resolve(name), resolver.resolve(dressed)
    assert (other.decision, other.identity) == (plain.decision, plain.identity)


@given(st.data(), asked([name for _, name in LISTED]))
def test_dress_changes_no_decision_of_a_small_gazetteer(data: st.DataObject, name: str) -> None:
    """Against thirty names, many of them near to each other."""
    _check(small(), name, data.draw(noisy(name)))


@given(st.data(), asked(sorted(name.text for _, name in Gazetteer.load().names())))
def test_dress_changes_no_decision_of_the_curated_gazetteer(data: st.DataObject, name: str) -> None:
    """Against the curated gazetteer."""
    _check(curated(), name, data.draw(noisy(name)))
