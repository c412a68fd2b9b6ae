"""Verbs have the persons, moods, verbal nouns and participles that grammar gives them."""

import pytest

from nisba.sounds.units import Form, units_of
from nisba.translit.conjugation import conjugated, derived, is_verbal_noun


def forms_of(perfect: str, imperfect: str) -> set[str]:
    """The forms of a verb as texts."""
    return {"".join(form) for form in conjugated(form_of(perfect), form_of(imperfect))}


def form_of(word: str) -> Form:
    """The form of a romanized word, or none."""
    return (units_of(word) or ()) if word else ()


@pytest.mark.parametrize(
    ("perfect", "imperfect", "expected"),
    [
        ("kataba", "yaktubu", {"katabat", "katabū", "katabtu", "naktubu", "yaktubūn", "yaktubna"}),
        ("qāla", "yaqūlu", {"qultu", "qulnā", "yaqul", "taqul"}),
        ("bāʻa", "yabīʻu", {"biʻtu", "yabiʻ"}),
        ("radda", "yaruddu", {"radadtu", "raddat"}),
        ("baná", "yabnī", {"banat", "banaw", "banaytu", "yabni"}),
        ("daʻā", "yadʻū", {"daʻat", "daʻawtu", "yadʻu"}),
        ("nasiya", "yansá", {"nasiyat", "nasū", "nasītu", "yansa"}),
        ("sakata", "yaskutu", {"sakattu"}),
        ("sakana", "yaskunu", {"sakannā"}),
    ],
)
def test_the_persons_of_a_verb(perfect: str, imperfect: str, expected: set[str]) -> None:
    """Sound, hollow, doubled and defective verbs keep or shorten their stem as grammar says."""
    missing = {"".join(form_of(word)) for word in expected} - forms_of(perfect, imperfect)
    assert missing == set()


@pytest.mark.parametrize(
    ("perfect", "imperfect", "noun"),
    [
        ("hajjara", "yuhajjiru", "tahjīr"),
        ("ḥāsaba", "yuḥāsibu", "muḥāsabah"),
        ("ablagha", "yublighu", "iblāgh"),
        ("takarrara", "yatakarraru", "takarrur"),
        ("tanāzaʻa", "yatanāzaʻu", "tanāzuʻ"),
        ("infaṣala", "yanfaṣilu", "infiṣāl"),
        ("iʻtazala", "yaʻtazilu", "iʻtizāl"),
        ("istanbaṭa", "yastanbiṭu", "istinbāṭ"),
    ],
)
def test_the_verbal_noun_of_a_derived_form(perfect: str, imperfect: str, noun: str) -> None:
    """Each derived form has its pattern."""
    found = [form for form, kind in derived(form_of(perfect), form_of(imperfect)) if kind == "noun"]
    assert found == [form_of(noun)]


@pytest.mark.parametrize(
    ("perfect", "imperfect"),
    [("kataba", "yaktubu"), ("qāla", "yaqūlu"), ("baná", "yabnī"), ("", "")],
)
def test_what_is_not_regular_gives_nothing(perfect: str, imperfect: str) -> None:
    """The first form and hollow verbs have no noun or participle that a rule makes."""
    assert list(derived(form_of(perfect), form_of(imperfect))) == []


def test_a_defective_verb_has_its_participles() -> None:
    """A derived form of a defective verb gives both participles, and the plural of the first."""
    found = ["".join(form) for form, _ in derived(form_of("aʻṭá"), form_of("yuʻṭī"))]
    assert found == ["muʻṭī", "muʻṭīn", "muʻṭūn", "muʻṭá"]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("taʻẓīm", True),
        ("ittiḥād", True),
        ("istiʻmār", True),
        ("iṣlāḥāt", True),
        ("kitāb", False),
        ("imām", False),
        ("tamīm", False),
        ("tilmīdh", False),
    ],
)
def test_patterns_of_verbal_nouns(word: str, expected: bool) -> None:
    """What has the pattern of a verbal noun is told from what only looks like it."""
    assert is_verbal_noun(form_of(word)) is expected
