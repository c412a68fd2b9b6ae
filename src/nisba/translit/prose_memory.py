"""Words of running text that the catalogue reads in its own way: a memory of exceptions.

Beside `nisba.translit.prose`. Lists of stems, and what the letters of a word suggest, give most
words the reading that the catalogue gives them. Those where they do not, and that it has more than
once, stand in `tables/exceptions.tsv`: the word, its prefixes and article, its form, and the
letters that write the form. `nisba.translit.memory_training` finds them.
"""

import functools
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from nisba.sounds.units import Form


class Remembered(NamedTuple):
    """How the catalogue reads a word: its prefixes, its article, and the form behind them."""

    prefixes: tuple[str, ...]
    article: bool
    form: Form
    rest: str


@functools.cache
def remembered_words() -> Mapping[str, Remembered]:
    """The exceptions by the word, in its letters without marks."""
    path = Path(__file__).parent / "tables" / "exceptions.tsv"
    return memory_of(path.read_text(encoding="utf-8").splitlines()[1:])


def memory_of(rows: Iterable[str]) -> dict[str, Remembered]:
    """The exceptions that the rows of a table tell.

    >>> list(memory_of(["word\\tli\\tʻ a l ī\\trest"]).values())[0].prefixes
    ('li',)
    """
    found: dict[str, Remembered] = {}
    for line in rows:
        word, before, form, rest = line.split("\t")
        article = before.endswith("al")
        prefixes = tuple(before.removesuffix("al").split())
        found[word] = Remembered(prefixes, article, tuple(form.split(" ")), rest)
    return found
