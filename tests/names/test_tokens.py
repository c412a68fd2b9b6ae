"""Facts about the words of a name: which of them name nobody."""

import pytest

from names.gists import gists
from nisba.names.lexicon import lexicon
from nisba.names.tokens import fields_of


def bares(text: str) -> list[str]:
    """The words of a name that are kept, field by field."""
    fields = fields_of(text, lexicon())
    return [t.reading.bare for field in fields for segment in field for t in segment]


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Hilarion del Rosario", ["hilarion", "rosario"]),
        ("Juan de la Cruz", ["juan", "cruz"]),
        ("Alexander van der Bellen", ["alexander", "bellen"]),
        ("Ludwig von Beethoven", ["ludwig", "beethoven"]),
        ("Abd al-Rahman of Riyadh", ["abd", "al", "rahman", "riyadh"]),
    ],
)
def test_a_linker_between_two_names_is_no_part(name: str, kept: list[str]) -> None:
    """Del, de la and von der name nobody."""
    assert bares(name) == kept


@pytest.mark.parametrize("name", ["De Gaulle", "Del Rosario", "Da Silva", "The Weeknd"])
def test_a_name_that_begins_with_a_linker_keeps_it(name: str) -> None:
    """De Gaulle may be a man called De."""
    assert len(bares(name)) == 2


@pytest.mark.parametrize("name", ["Da", "Du", "Ahmad De", "Rosario Del"])
def test_a_linker_that_links_nothing_is_a_name(name: str) -> None:
    """At the end, or alone, De is what somebody is called."""
    assert len(bares(name)) == len(name.split())


def test_a_family_in_front_of_the_comma_keeps_its_linker() -> None:
    """Each field begins anew: de Gaulle, Charles."""
    assert bares("de Gaulle, Charles") == ["de", "gaulle", "charles"]


def test_an_initial_is_no_linker() -> None:
    """With its full stop La. is short for a name."""
    assert bares("Muhammad La. Hasan") == ["muhammad", "la", "hasan"]


@pytest.mark.parametrize("name", ["Karim ibn Hasan", "Karim ben Hasan", "Nasr el Din Hasan"])
def test_particles_of_arabic_are_no_linkers(name: str) -> None:
    """Ibn, ben and the article belong to the part behind them."""
    assert len(bares(name)) == len(name.split())


def test_linkers_are_of_one_role() -> None:
    """A linker is no article, no son of and no head, or it would be lost to Arabic names."""
    lex = lexicon()
    others = set(lex.article) | set(lex.filiation) | set(lex.head) | set(lex.tail)
    assert lex.linker
    assert not lex.linker & others


def test_nothing_is_lost_of_the_original() -> None:
    """The kept parts stand where they stood, with the linker in the gap."""
    text = "Hilarion del Rosario"
    assert gists(text) == ["ism:hilarion", "name:rosario"]
    (field,) = fields_of(text, lexicon())
    assert [text[t.start : t.end] for t in field[0]] == ["Hilarion", "Rosario"]
