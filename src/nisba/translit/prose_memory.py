"""Words of running text that the catalogue reads in its own way: a memory of exceptions.

Beside `nisba.translit.prose`. Lists of stems, and what the letters of a word suggest, give most
words the reading that the catalogue gives them. Those where they do not, and that it has more than
once, stand in `tables/exceptions.tsv`: the word, its prefixes and article, and its form. Written by
`nisba.translit.prose_training`, behind its other tables.
"""

import csv
import functools
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from nisba.sounds.units import Form
from nisba.translit.letter_roles import read_roles, roles_of
from nisba.translit.orthography import letters_of

_OFTEN = 2
_PRONOUN = "h"


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
    found: dict[str, Remembered] = {}
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        word, before, form, rest = line.split("\t")
        article = before.endswith("al")
        prefixes = tuple(before.removesuffix("al").split())
        found[word] = Remembered(prefixes, article, tuple(form.split(" ")), rest)
    return found


def readings_of(path: Path) -> Iterator[tuple[str, Remembered]]:
    """The words of a word list with their readings, where these agree with the letters."""
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            word = row["arabic"]
            roles = roles_of(word, row["ala_lc"]) if int(row["freq"]) >= _OFTEN else None
            if roles is None or len(word) != len(letters_of(word)):
                continue
            prefixes, article, form = read_roles([c.char for c in letters_of(word)], roles)
            start = next((i for i in range(len(roles), 0, -1) if roles[i - 1].endswith("-")), 0)
            yield word, Remembered(prefixes, article, form, word[start:])


def exceptions_of(path: Path) -> list[str]:
    """Rows of the table: the words that are read otherwise without it."""
    from nisba.translit.stems import stem_of

    rows = []
    for word, found in readings_of(path):
        stem = stem_of(word, prose=True)
        if stem is None or not _agree(stem.units, stem.prefixes, stem.article, found):
            before = " ".join((*found.prefixes, *(("al",) if found.article else ())))
            rows.append(f"{word}\t{before}\t{' '.join(found.form)}\t{found.rest}")
    return sorted(rows)


def _agree(units: Form, prefixes: tuple[str, ...], article: bool, found: Remembered) -> bool:
    """Whether two readings are one, but for the case that a pronoun shows, and endings in pause."""
    if (prefixes, article) != (found.prefixes, found.article):
        return False
    return _without_case(units) == _without_case(found.form)


def _without_case(form: Form) -> Form:
    """The form with one sign for a case vowel before a pronoun, and without what pause takes."""
    if form[-2:] == ("a", "n"):
        form = form[:-2]
    form = tuple({"á": "ā", "ẗ": "t", "aẗ": "at"}.get(unit, unit) for unit in form)
    at = len(form) - 1 - form[::-1].index(_PRONOUN) if _PRONOUN in form[2:] else 0
    if at > 2 and at >= len(form) - 3 and form[at - 1] in ("u", "i"):
        form = (*form[: at - 1], "-", "h", *(u.replace("i", "u") for u in form[at + 1 :]))
    return form[:-1] if form[-1] in ("u", "i") and form[-2:-1] == ("h",) else form
