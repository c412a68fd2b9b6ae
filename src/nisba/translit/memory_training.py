"""Finds the words that lists and letters read otherwise than the catalogue does.

Called last by `python -m nisba.translit.prose_training`, since it asks the tables that this writes;
what it finds is the table of `nisba.translit.prose_memory`.
"""

import csv
from collections.abc import Iterator
from pathlib import Path

from nisba.sounds.units import Form
from nisba.translit.letter_roles import read_roles, roles_of
from nisba.translit.orthography import letters_of
from nisba.translit.prose import listed
from nisba.translit.prose_memory import Remembered
from nisba.translit.stems import Stem, stem_of

_OFTEN = 2
_PRONOUN = "h"


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
    rows = []
    for word, found in readings_of(path):
        stem = stem_of(word, prose=True)
        if stem is None or not (_agree(stem, found) or _is_told(stem, found)):
            before = " ".join((*found.prefixes, *(("al",) if found.article else ())))
            rows.append(f"{word}\t{before}\t{' '.join(found.form)}\t{found.rest}")
    return sorted(rows)


def _agree(stem: Stem, found: Remembered) -> bool:
    """Whether two readings are one, but for the case that a pronoun shows, and endings in pause."""
    if (stem.prefixes, stem.article) != (found.prefixes, found.article):
        return False
    return _without_case(stem.units) == _without_case(found.form)


def _is_told(stem: Stem, found: Remembered) -> bool:
    """Whether the editors' vocabulary has the word, and not as the catalogue reads it."""
    if stem.sense in ("", "verb") or stem.prefixes != found.prefixes:
        return False
    known = listed(found.rest, found.article)
    return not any(each.sense and each.form == found.form for each in known)


def _without_case(form: Form) -> Form:
    """The form with one sign for a case vowel before a pronoun, and without what pause takes."""
    if form[-2:] == ("a", "n"):
        form = form[:-2]
    form = tuple({"á": "ā", "ẗ": "t", "aẗ": "at"}.get(unit, unit) for unit in form)
    at = len(form) - 1 - form[::-1].index(_PRONOUN) if _PRONOUN in form[2:] else 0
    if at > 2 and at >= len(form) - 3 and form[at - 1] in ("u", "i"):
        form = (*form[: at - 1], "-", "h", *(u.replace("i", "u") for u in form[at + 1 :]))
    return form[:-1] if form[-1] in ("u", "i") and form[-2:-1] == ("h",) else form
