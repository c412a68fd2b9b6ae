"""Full names that no table has seen: their attested spelling, from either side.

The names of several words of persons of the Arab countries whose Arabic letters are kept aside
(`nisba.translit.training.split`); what these persons add to the counts of name parts is taken out
of the tables as well. What may still leak: the forms of the lexicon were learned from all persons.
"""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from nisba.names.lexicon import lexicon
from nisba.sounds.training.sources import rows
from nisba.text.fold import Folding, fold
from nisba.translit import latin_words, spellings
from nisba.translit.arabize import arabize
from nisba.translit.regions import region_of_country
from nisba.translit.remembered import ARTICLE, Spelling, remembered
from nisba.translit.training.split import kept_aside

_NOT_ARAB = {"IR", "PK", "AF"}


class Kept(NamedTuple):
    """One attested pair: folded Arabic, Latin, the country's code."""

    arabic: str
    latin: str
    country: str


class Shares(NamedTuple):
    """Right first, and right among five."""

    first: float
    five: float


def kept_names(data: Path) -> list[Kept]:
    """The names that are asked."""
    return [
        Kept(row["arabic_key"], row["latin"], row["country"])
        for row in rows(data / "full_names.tsv")
        if " " in row["arabic_key"].strip()
        and row["country"] in region_of_country()
        and row["country"] not in _NOT_ARAB
        and kept_aside(row["arabic_key"])
    ]


def latin_only(text: str) -> str:
    """Letters compared: case, marks, spaces and punctuation aside."""
    return "".join(c for c in fold(text) if c.isascii() and c.isalpha())


def arabic_only(text: str) -> str:
    """Hamza seats, ة/ه and ى/ي folded, spaces aside."""
    return fold(text, Folding.ARABIC).replace(" ", "")


def spelling_shares(names: list[Kept], by_country: bool) -> Shares:
    """Attested Latin spelling among the proposed; the place is the country or its region."""

    def answers() -> Iterator[tuple[str, list[str]]]:
        for name in names:
            place = name.country if by_country else region_of_country()[name.country]
            found = spellings.spellings(name.arabic, place, 5)
            yield latin_only(name.latin), [latin_only(c.text) for c in found]

    return _shares(answers())


def arabic_shares(names: list[Kept], plain: Callable[[str], str] = arabic_only) -> Shares:
    """Attested Arabic spelling among the proposed."""
    return _shares(
        (plain(name.arabic), [plain(c.text) for c in arabize(name.latin, 5)]) for name in names
    )


def without_memory(names: list[Kept]) -> Shares:
    """Spellings by region when no word but the particles is remembered."""
    lex = lexicon()
    kept = {ARTICLE, *lex.filiation, *lex.head, *lex.tail}

    def forgetful(key: str) -> tuple[Spelling, ...]:
        return remembered(key) if key in kept else ()

    _forget()
    with (
        patch.object(latin_words, "remembered", forgetful),
        patch.object(spellings, "remembered", forgetful),
    ):
        shares = spelling_shares(names, by_country=False)
    _forget()
    return shares


def _forget() -> None:
    latin_words.latin_of_word.cache_clear()
    spellings._options.cache_clear()


def _shares(answers: Iterator[tuple[str, list[str]]]) -> Shares:
    first = five = whole = 0
    for right, found in answers:
        whole += 1
        first += found[:1] == [right]
        five += right in found
    return Shares(first / whole, five / whole)
