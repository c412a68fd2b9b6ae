"""Learns the words of running text from readings of a library catalogue.

`python -m nisba.translit.prose_training --data DIR` reads `lc_words.tsv` (an Arabic word as titles
write it, its ALA-LC reading, its frequency) and writes `tables/prose.tsv`: one row a stem, without
article and prefixes, with how often it occurs and five shares: with a capital; with a capital
inside a title (what stands behind a prefix counts most, since it opens none); in the construct
state, for a stem on tāʾ marbūṭa; with the article; and with a capital inside a title behind the
article, as far as anything tells. Names that the sound model's lexicon lists, and
that the catalogue always capitalises, are left out. Then it learns what the letters of a word
write (`nisba.translit.letter_training`), and last which words are read otherwise by both
(`nisba.translit.memory_training`). The same input gives the same tables, byte for byte.
"""

import argparse
import csv
import math
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from nisba._data import learned
from nisba._pipes import reader_may_leave
from nisba.sounds.tables import read_lexicon
from nisba.sounds.units import AYN, HAMZA, Form, units_of
from nisba.translit.letter_training import examples, learn_letters
from nisba.translit.memory_training import exceptions_of
from nisba.translit.prose import base_of, likely_capital

_PREFIX = re.compile("(?:wa|fa|bi|lil|li|ka|la|sa|al)-(?=.)")
# Behind these prefixes no word opens a title, nor names a publisher as li- with the article does.
_INNER = re.compile("(?:wa|fa|bi|li|ka|la)-(?!li)")
_DEFINITE = re.compile("(?:al|lil)-")
_INNER_WEIGHT = 200  # a title's first word has a capital, whatever it is: inner ones tell more
# What the capital of a word tells of it inside of titles: much where it cannot open one, little
# where publishers have their names (wa-al-, li-), next to nothing where it may open a title. An
# adjective with the article opens none. A small letter always tells half as much as the best
# capital. Of a grid of 432 these weights foretell the capitals of inner words best (.88; by the
# share above .87).
_BEHIND = re.compile("(?:wa-(?!al-)|bi-|fa-|ka-)")
_PUBLISHERS = re.compile("(?:wa-al-|li-|lil-)")
_AT_PUBLISHERS, _OPENING, _SMALL = 0.1, 0.05, 0.5
_MARBUTA = "\u0629"  # ة
_LONGEST = 20


class Seen(NamedTuple):
    """What one row of the word list shows of a stem.

    `inner` says that the word does not open a title, `tells` how much its first letter tells.
    """

    form: Form
    capital: bool
    construct: bool
    inner: bool
    definite: bool
    tells: float
    frequency: int


def stems(path: Path) -> Iterator[Seen]:
    """What each row of the word list shows."""
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            stem = row["ala_lc"]
            whole = stem
            inner = _INNER.match(stem) is not None
            definite = _DEFINITE.search(stem) is not None
            while found := _PREFIX.match(stem):
                stem = stem[found.end() :]
            form = units_of(stem)
            if not form or not 1 < len(form) <= _LONGEST:
                continue
            capital = stem.lstrip(HAMZA + AYN)[:1].isupper()
            construct = row["arabic"].endswith(_MARBUTA) and form[-1] == "t"
            yield Seen(
                absolute(form) if construct else form,
                capital,
                construct,
                inner,
                definite,
                _weight(whole, form) if capital else _SMALL,
                int(row["freq"]),
            )


def _weight(word: str, form: Form) -> float:
    """What the capital of a word with its prefixes tells of it inside of titles."""
    if _BEHIND.match(word) or (word.startswith("al-") and base_of(form)):
        return 1.0
    return _AT_PUBLISHERS if _PUBLISHERS.match(word) else _OPENING


def absolute(form: Form) -> Form:
    """The form in pause of one in the construct state: jāmiʻat is jāmiʻaẗ.

    >>> absolute(("s", "a", "n", "a", "t")), absolute(("ḥ", "a", "y", "ā", "t"))
    (('s', 'a', 'n', 'aẗ'), ('ḥ', 'a', 'y', 'ā', 'h'))
    """
    if form[-2:] == ("a", "t"):
        return (*form[:-2], "aẗ")
    return (*form[:-1], "h")


def learn(data: Path, known: frozenset[str]) -> list[str]:
    """Rows of the table, the commonest stem first."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0, 0, 0, 0])
    told: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    for seen in stems(data / "lc_words.tsv"):
        found = counts[" ".join(seen.form)]
        found[0] += seen.frequency
        found[1] += seen.frequency * seen.capital
        found[2] += seen.frequency * seen.construct
        found[3] += seen.frequency * seen.inner
        found[4] += seen.frequency * (seen.inner and seen.capital)
        found[5] += seen.frequency * seen.definite
        tells = seen.tells * math.log2(1.0 + seen.frequency)
        told[" ".join(seen.form)][0] += tells
        told[" ".join(seen.form)][1] += tells * seen.capital
    even = {units: (capitals + 0.5) / (whole + 1.0) for units, (whole, capitals) in told.items()}
    rows = []
    ordered = sorted(counts.items(), key=lambda item: (-item[1][0], item[0]))
    for units, (whole, capital, construct, inner, inner_capital, definite) in ordered:
        if units in known and capital == whole and not construct:
            continue
        prior = likely_capital(tuple(units.split(" ")), even, otherwise=0.5)
        shares = (
            _share(capital, whole),
            _share(capital + _INNER_WEIGHT * inner_capital, whole + _INNER_WEIGHT * inner),
            _share(construct, whole),
            _share(definite, whole),
            _share(told[units][1] + prior, told[units][0] + 1.0),
        )
        rows.append("\t".join((units, str(whole), *shares)))
    return rows


def _share(part: float, whole: float) -> str:
    return f"{part / whole:.2g}" if part else "0"


def main() -> None:
    """Write the tables."""
    parser = argparse.ArgumentParser(description="Learn the words of running text.")
    parser.add_argument("--data", type=Path, required=True, help="folder with lc_words.tsv")
    folder = parser.parse_args().data
    known = frozenset(entry.units for entry in read_lexicon(learned("lexicon.tsv")))
    rows = learn(folder, known)
    _write("prose.tsv", "form\toccurrences\tcapital\tinner\tconstruct\tdefinite\ttold", rows)
    _write("letters.tsv", "context\troles", learn_letters(examples(folder / "lc_words.tsv")))
    header = "word\tbefore\tform\trest"
    _write("exceptions.tsv", header, [])  # none is known while they are sought
    _write("exceptions.tsv", header, exceptions_of(folder / "lc_words.tsv"))


def _write(name: str, header: str, rows: list[str]) -> None:
    """Write a table beside this module."""
    path = Path(__file__).parent / "tables" / name
    path.write_text("\n".join([header, *rows]) + "\n", encoding="utf-8")
    print(f"{name}: {len(rows)} rows")


if __name__ == "__main__":
    with reader_may_leave():
        main()
