"""Law: writing the vowels that a name has never turns a match into another decision.

The vowels are those of the editors' elements, written wholly or in part. Licensed exceptions:
only the vowels of the person who is meant are written (Arabic letters without vowels may match
one name, and the vowels say that it is another), and in the curated gazetteer only those of words
that the editors vocalise in one way.
"""

import functools

from hypothesis import assume, given
from hypothesis import strategies as st

from laws.elements import (
    Element,
    elements,
    partly_vocalised,
    side_by_side,
    vocalised,
    with_article,
)
from nisba import Gazetteer, Resolver
from nisba.resolve import Decision


@functools.cache
def people() -> dict[str, Element]:
    """Every given name and compound once, each with a family, a nisba, a laqab or a kunya."""
    first = [*elements("given"), *elements("compound")]
    last = [*map(with_article, elements("nisba")), *elements("family"), *elements("kunya")]
    last += map(with_article, elements("laqab"))
    pairs = ((given, last[n * 7 % len(last)]) for n, given in enumerate(first))
    return {f"person-{n}": side_by_side(*pair) for n, pair in enumerate(pairs)}


@functools.cache
def made() -> Resolver:
    """The resolver of these people, listed in both scripts without vowels."""
    listed = ((i, text) for i, name in people().items() for text in (name.arabic, name.romanized))
    return Resolver(Gazetteer.from_names(listed))


@functools.cache
def curated() -> Resolver:
    """The resolver of the curated gazetteer."""
    return Resolver(Gazetteer.load())


@functools.cache
def arabic_names() -> tuple[tuple[str, str], ...]:
    """The curated names whose vowels are known, each with its vocalised form."""
    listed = sorted({n.text for _, n in Gazetteer.load().names() if n.script == "Arab"})
    pairs = ((text, vocalised(text)) for text in listed)
    return tuple((text, written) for text, written in pairs if written != text)


_CLEAR = 0.99


def _check(resolver: Resolver, bare: str, written: str) -> None:
    plain, found = resolver.resolve(bare), resolver.resolve(written)
    assert plain.decision is Decision.MATCH
    assert (found.decision, found.identity) == (plain.decision, plain.identity)


@given(st.data(), st.sampled_from(sorted(people())))
def test_vowels_keep_the_match_of_a_made_name(data: st.DataObject, identity: str) -> None:
    """People whose names are made of elements are found by vocalised spellings too."""
    name = people()[identity]
    assume(made().resolve(name.arabic).identity == identity)
    _check(made(), name.arabic, data.draw(partly_vocalised(name.vocalised)))


@given(st.data(), st.sampled_from(arabic_names()))
def test_vowels_keep_the_match_of_a_curated_name(
    data: st.DataObject, pair: tuple[str, str]
) -> None:
    """The curated Arabic names match with their vowels as without, where no rival is near.

    Vowels are evidence: beside Ouyahia, Yaḥyá with its vowels says a little less than without.
    """
    bare, written = pair
    plain = curated().resolve(bare)
    assume(plain.decision is Decision.MATCH and plain.candidates[0].probability > _CLEAR)
    _check(curated(), bare, data.draw(partly_vocalised(written)))
