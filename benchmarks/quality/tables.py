"""Reading the name tables, and the plain form of a name that the peers compare.

The tables are those that `make train` reads.
"""

import csv
import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

_Item = TypeVar("_Item")

FILES = ("ofac_persons.tsv", "viaf_variants.tsv", "full_names.tsv", "name_units.tsv")


def rows(path: Path) -> list[dict[str, str]]:
    """Rows of a tab-separated table, by the names of its columns."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t"))


def folded(name: str) -> str:
    """A name in small letters, without diacritics and punctuation, of any script.

    >>> folded("al-QAḎḎĀFĪ, Mu'ammar")
    'al qaddafi mu ammar'
    """
    letters = unicodedata.normalize("NFKD", name.casefold())
    return " ".join(re.findall(r"\w+", "".join(c for c in letters if not unicodedata.combining(c))))


def bag(name: str) -> tuple[str, ...]:
    """The words of a folded name, sorted: names with one bag are spelled alike."""
    return tuple(sorted(folded(name).split()))


def evenly(items: Sequence[_Item], most: int) -> list[_Item]:
    """At most so many items, from all over the sequence and in its order.

    >>> evenly("abcdefg", 3)
    ['a', 'c', 'e']
    """
    step = max(1.0, len(items) / most)
    return [items[int(i * step)] for i in range(min(most, len(items)))]
