"""The words of running text: how often a stem occurs, as a name or not, and in the construct state.

Beside the sound model's lexicon, which knows names alone. The table is learned from the readings
of a library catalogue (`nisba.translit.prose_training`); the words that grammar lists (fī, alladhī)
and names of odd spelling stand in `gazetteers/words.tsv`, which editors keep.
"""

import functools
import re
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from nisba._data import curated
from nisba.gazetteer.faults import FaultyGazetteer, errors_of
from nisba.gazetteer.tables import read_table
from nisba.sounds.model import load_model
from nisba.sounds.tables import Entry
from nisba.sounds.units import Form, units_of
from nisba.translit.listed import Index, index_of, key_of, load_index
from nisba.translit.pointing import written

WORD_COLUMNS = ("arabic", "romanized", "kind", "note")
WORD_KINDS = (
    *("preposition", "conjunction", "particle", "verb", "pronoun", "demonstrative", "relative"),
    *("noun", "adverb", "name", "head", "filiation"),
)
_PREFIX = re.compile("(wa|fa|bi|li|ka|la|sa|al)-(?=.)")
_TRUST = {"curated": 1.0, "catalogue": 0.7, "derived": 0.2}


class Listed(NamedTuple):
    """A listed stem that a word may be: `weight` is the chance of stem and letters together.

    `capital` and `construct` are shares in 0-1; `construct` is -1 where no text showed it.
    """

    form: Form
    weight: float
    origin: str
    capital: float
    construct: float


@dataclass(frozen=True, slots=True)
class Word:
    """A word that grammar lists: its prefixes, its form without them, and what it is."""

    prefixes: tuple[str, ...]
    form: Form
    kind: str


@dataclass(frozen=True, slots=True, eq=False)
class Prose:
    """The learned stems, ready to be looked up."""

    entries: tuple[Entry, ...]
    capital: tuple[float, ...]
    construct: tuple[float, ...]
    index: Index
    whole: float


@functools.cache
def load_prose() -> Prose:
    """The table of stems that comes with the package."""
    path = Path(__file__).parent / "tables" / "prose.tsv"
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()[1:]]
    entries = tuple(Entry(row[0], float(row[1]), "catalogue") for row in rows)
    return Prose(
        entries,
        tuple(float(row[2]) for row in rows),
        tuple(float(row[3]) for row in rows),
        index_of(entries),
        sum(entry.bearers for entry in entries),
    )


@functools.cache
def grammar_words() -> dict[str, Word]:
    """The words that grammar lists, by their Arabic spelling without marks.

    Raises `FaultyGazetteer` with every fault of the table.

    >>> grammar_words()["\u0641\u064a"].form  # في
    ('f', 'ī')
    """
    table = read_table(curated("words.tsv"), WORD_COLUMNS, WORD_COLUMNS[:3])
    if faults := errors_of(table.findings):
        raise FaultyGazetteer(faults)
    found: dict[str, Word] = {}
    for row in table.rows:
        prefixes, stem = [], row["romanized"]
        while match := _PREFIX.match(stem):
            prefixes.append(match[1])
            stem = stem[match.end() :]
        if form := units_of(stem):
            found[row["arabic"]] = Word(tuple(prefixes), form, row["kind"])
    return found


@functools.lru_cache(maxsize=1 << 16)
def listed(word: str) -> tuple[Listed, ...]:
    """Listed stems that a word may be, likeliest first; vowel marks of the word are respected.

    Text and names count alike: a stem's chance is the mean of its shares in both.

    >>> listed("\u0648\u0632\u0627\u0631\u0629")[0].form  # وزارة
    ('w', 'i', 'z', 'ā', 'r', 'aẗ')
    """
    found: dict[Form, Listed] = {}
    key = key_of(word)
    prose = load_prose()
    for number in prose.index.get(key, ()):
        entry = prose.entries[number]
        if fit := written(entry.form, word):
            weight = 0.5 * fit * entry.bearers / prose.whole
            shares = prose.capital[number], prose.construct[number]
            found[entry.form] = Listed(entry.form, weight, entry.origin, *shares)
    lexicon = load_model().lexicon
    for number in load_index().get(key, ()):
        entry = lexicon.entries[number]
        if fit := written(entry.form, word):
            weight = 0.5 * fit * _TRUST[entry.origin] * lexicon.prior[number]
            known = found.get(entry.form)
            if known is None:
                found[entry.form] = Listed(entry.form, weight, entry.origin, 1.0, -1.0)
            else:
                both = known.weight + weight
                capital = (known.weight * known.capital + weight) / both
                found[entry.form] = Listed(
                    entry.form, both, entry.origin, capital, known.construct
                )
    return tuple(sorted(found.values(), key=lambda each: (-each.weight, each.form)))
