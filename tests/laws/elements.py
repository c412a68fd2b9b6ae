"""Names made of the editors' name elements, whose vowels and frequencies are known."""

import functools
from dataclasses import dataclass

from hypothesis import strategies as st
from pyarabic import araby

from nisba._data import curated
from nisba.gazetteer.tables import read_elements

TABLES = ("compound", "family", "given", "kunya", "laqab", "nisba")
_ARTICLE = "\u0627\u0644"  # ال
_DAGGER_ALIF = "\u0670"
_MARKS = frozenset((*araby.TASHKEEL, _DAGGER_ALIF))


@dataclass(frozen=True, slots=True)
class Element:
    """One row of `gazetteers/elements`."""

    arabic: str
    vocalised: str
    romanized: str


@functools.cache
def elements(table: str) -> tuple[Element, ...]:
    """All elements of one table, in the order of the file."""
    rows = read_elements(curated("elements", f"{table}.tsv")).rows
    return tuple(Element(row["arabic"], row["vocalised"], row["romanized"]) for row in rows)


def with_article(element: Element) -> Element:
    """The element behind the article, as a nisba stands in a name."""
    return Element(
        _ARTICLE + element.arabic, _ARTICLE + element.vocalised, f"al-{element.romanized}"
    )


def side_by_side(first: Element, second: Element) -> Element:
    """Two elements as one name."""
    return Element(
        f"{first.arabic} {second.arabic}",
        f"{first.vocalised} {second.vocalised}",
        f"{first.romanized} {second.romanized}",
    )


@functools.cache
def vowels_of_words() -> dict[str, str]:
    """Unvocalised words with their vocalised form, of the words that have one form only."""
    found: dict[str, set[str]] = {}
    for element in (element for table in TABLES for element in elements(table)):
        pairs = zip(element.arabic.split(), element.vocalised.split(), strict=True)
        for bare, vocalised in pairs:
            found.setdefault(bare, set()).add(vocalised)
    return {bare: next(iter(forms)) for bare, forms in found.items() if len(forms) == 1}


def vocalised(name: str) -> str:
    """An Arabic name with the vowels of those of its words that have one form only."""
    known = vowels_of_words()
    words = []
    for word in name.split():
        stem = word.removeprefix(_ARTICLE)
        if word not in known and stem in known:
            word = _ARTICLE + known[stem]
        words.append(known.get(word, word))
    return " ".join(words)


@st.composite
def partly_vocalised(draw: st.DrawFn, text: str) -> str:
    """The text with all its vowel marks, or with some of them."""
    places = [at for at, char in enumerate(text) if char in _MARKS]
    if not places or draw(st.booleans()):
        return text
    gone = draw(st.sets(st.sampled_from(places)))
    return "".join(char for at, char in enumerate(text) if at not in gone)
