"""The editors' name elements in Arabic letters, as the rules of this stage ask for them.

Read from `gazetteers/elements`, one table a kind.
"""

import functools

from nisba._data import curated
from nisba.names.lexicon import rows


@functools.cache
def arabic_elements(table: str) -> frozenset[str]:
    """The elements of one table (`given`, `nisba`, …), without vowel marks.

    >>> "\u0645\u062d\u0645\u062f" in arabic_elements("given")  # محمد
    True
    """
    return frozenset(row["arabic"] for row in rows(f"elements/{table}.tsv"))


@functools.cache
def all_elements() -> frozenset[str]:
    """The elements of all tables, without vowel marks."""
    tables = (path.stem for path in sorted(curated("elements").glob("*.tsv")))
    return frozenset().union(*(arabic_elements(table) for table in tables))
