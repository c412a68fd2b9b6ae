"""What the training reads: attested spellings, and the readings of unvocalised words.

`lc_words.tsv` gives the vocalised reading of an Arabic word (Library of Congress catalogue),
`name_units.tsv` its Latin spellings (Wikidata and Algerian registers), the curated elements both
a reading and their exceptional spellings. The unvocalised Arabic key joins them.
"""

import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from nisba.sounds.letters import arabic_letters, latin_letters
from nisba.sounds.training.split import held_out
from nisba.sounds.units import Form, units_of

ARTICLE = "\u0627\u0644"  # ال
# A Latin article before a hyphen or space, or glued; a sun letter is doubled after it.
_LATIN_ARTICLE = re.compile(r"^(?:[aeou]l[- ']?|[ae](sh|th|dh|[tdrzsn])[- ](?=\1))", re.IGNORECASE)
_ELEMENT_WEIGHT = 200.0  # a curated reading outweighs a catalogue's


@dataclass(frozen=True, slots=True)
class Attested:
    """One Latin spelling of one Arabic key, with the number of bearers and their country's code.

    The country is empty where the bearers of several are counted together.
    """

    key: str
    latin: str
    count: int
    country: str = ""


@dataclass(frozen=True, slots=True)
class Sources:
    """Readings by Arabic key (form -> weight), attested spellings, and catalogue frequencies."""

    readings: dict[str, dict[Form, float]]
    attested: tuple[Attested, ...]
    catalogue: tuple[tuple[str, Form, int], ...]
    elements: tuple[tuple[str, Form], ...]


def rows(path: Path) -> Iterator[dict[str, str]]:
    """Rows of a tab-separated file without quoting."""
    with path.open(encoding="utf-8", newline="") as lines:
        yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def read(data: Path, elements: Path) -> Sources:
    """Join the three sources."""
    catalogue = tuple(_catalogue(data / "lc_words.tsv"))
    curated = tuple(dict.fromkeys(_elements(elements)))
    readings: dict[str, dict[Form, float]] = defaultdict(lambda: defaultdict(float))
    for key, form, frequency in catalogue:
        readings[key][form] += frequency
    for key, form in curated:
        readings[key][form] += _ELEMENT_WEIGHT
    keyed = {key: dict(forms) for key, forms in sorted(readings.items())}
    heard = (a for a in attested(data / "name_units.tsv") if not held_out(a.key))
    return Sources(keyed, tuple(heard), catalogue, curated)


def _catalogue(path: Path) -> Iterator[tuple[str, Form, int]]:
    """Words that the catalogue capitalises: names and the nisbas, not common words."""
    for row in rows(path):
        word, romanized = row["arabic"], row["ala_lc"]
        if romanized.startswith("al-"):
            romanized = romanized[3:]
            word = word.removeprefix(ARTICLE)
        if "-" in romanized or not romanized.lstrip("\u02bb\u02bc")[:1].isupper():
            continue
        form = units_of(romanized)
        if form and 1 < len(form) <= 16:
            yield arabic_letters(word), form, int(row["freq"])


def _elements(folder: Path) -> Iterator[tuple[str, Form]]:
    """Words of the curated elements, the article aside; of a compound each of its words."""
    for path in sorted(folder.glob("*.tsv")):
        for row in rows(path):
            words, romanized = row["arabic"].split(), row["romanized"].split()
            if len(words) != len(romanized):
                continue
            for word, latin in zip(words, romanized, strict=True):
                if latin.startswith("al-"):
                    word, latin = word.removeprefix(ARTICLE), latin[3:]
                form = units_of(latin)
                if form and len(form) > 1:
                    yield arabic_letters(word), form


def attested(path: Path) -> Iterator[Attested]:
    """Single-word spellings, article aside; `read` keeps a tenth of the keys for reports."""
    for row in rows(path):
        arabic, latin = row["arabic_key"], row["latin"]
        if " " in arabic:
            continue
        if arabic.startswith(ARTICLE) and len(arabic) > 4:
            arabic = arabic.removeprefix(ARTICLE)
            found = _LATIN_ARTICLE.match(latin)
            latin = latin[found.end() :] if found else latin
        key, letters = arabic_letters(arabic), latin_letters(latin)
        if 1 < len(letters) <= 20:
            yield Attested(key, letters, int(row["count"]), row["country"])
