"""The standards that write sounds: their tables, rule by rule and example by example."""

import unicodedata

import pytest

from nisba.sounds.units import CONSONANTS, VOWELS
from nisba.translit.inventory import letters_outside
from nisba.translit.romanize import romanize
from nisba.translit.scheme_types import Example, Scheme
from nisba.translit.schemes import load_scheme, scheme_findings, scheme_ids

SCHEMES = [s for s in map(load_scheme, scheme_ids()) if s.kind == "sounds"]
EXAMPLES = [(s, e) for s in SCHEMES for e in s.examples]


def shown(example: Example) -> str:
    """The Arabic that an example reads, with its vowels if it has them."""
    return example.vocalised or example.arabic


def test_no_folder_has_a_fault() -> None:
    """The files of every standard are sound."""
    assert [str(finding) for finding in scheme_findings()] == []


def test_the_standards_are_there() -> None:
    """The standards of Arabic names, places and libraries that write sounds are all there."""
    assert {s.id for s in SCHEMES} >= {
        "ala-lc",
        "bgn-pcgn-1956",
        "un-1972",
        "un-2017",
        "iso-233-2",
        "din-31635",
        "ijmes",
        "ei-three",
        "odni-2015",
    }


@pytest.mark.parametrize("pair", EXAMPLES, ids=lambda pair: f"{pair[0].id}-{pair[1].latin}")
def test_examples_come_out(pair: tuple[Scheme, Example]) -> None:
    """Each example comes out as its table says."""
    scheme, example = pair
    assert romanize(shown(example), scheme.id) == example.latin


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda s: s.id)
def test_every_rule_fires_in_an_example(scheme: Scheme) -> None:
    """No rule stands in a table that no example shows, and each example shows what it says."""
    fired: set[str] = set()
    for example in scheme.examples:
        here = {step.rule for step in romanize(shown(example), scheme.id, detail=True).steps}
        assert set(example.rules) <= here, example.latin
        fired |= here
    assert [rule.id for rule in scheme.rules if rule.id not in fired] == []


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda s: s.id)
def test_examples_keep_to_the_inventory(scheme: Scheme) -> None:
    """No example has a letter that its standard does not list."""
    for example in scheme.examples:
        assert letters_outside(scheme, example.latin) == (), example.latin


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda s: s.id)
def test_the_inventory_is_no_larger_than_the_rules(scheme: Scheme) -> None:
    """Every letter of the inventory is written by some rule."""
    written = unicodedata.normalize("NFC", "".join(r.output for r in scheme.rules).lower())
    assert [letter for letter in scheme.inventory if letter not in written] == []


@pytest.mark.parametrize(
    ("scheme", "written"),
    [
        ("ala-lc", "ʻAbd al-Raḥmān"),
        ("bgn-pcgn-1956", "‘Abd ar Raḩmān"),
        ("un-2017", "‘Abd Ar Raẖmān"),
        ("din-31635", "ʿAbd ar-Raḥmān"),
        ("ei-three", "ʿAbd al-Raḥmān"),
        ("ijmes", "ʿAbd al-Rahman"),
        ("odni-2015", "’Abd-al-Rahman"),
        ("iso-233-2", "ʿAbd al-Raḥmān"),
    ],
)
def test_one_name_in_all_standards(scheme: str, written: str) -> None:
    """Article, sun letter and hyphen tell the standards apart."""
    name = "\u0639\u0628\u062f \u0627\u0644\u0631\u062d\u0645\u0646"  # عبد الرحمن
    assert romanize(name, scheme) == written


@pytest.mark.parametrize("scheme", [s for s in SCHEMES if s.language == "ara"], ids=lambda s: s.id)
def test_every_sound_can_be_written(scheme: Scheme) -> None:
    """Each consonant and vowel of the hidden form has a rule that holds in any place."""
    anywhere = {rule.units for rule in scheme.rules if not rule.context}
    asked = [*CONSONANTS, *VOWELS, "ẗ", "al+", "wa+", "bi+", "li+", "ka+", "fa+", "sa+", "la+"]
    assert [unit for unit in asked if (unit,) not in anywhere] == []
