"""`python -m benchmarks.transliteration.prose --data DIR`: words of running text, half hidden.

The word list of the catalogue is cut in two by the letters of its words. The tables of running text
are learned from one half, and what the sound model's lexicon has from the catalogue alone is taken
out where that half does not show it. Then each word of the other half is read as in running text,
alone. It is right when it has the letters of the catalogue's reading; capitals, and whether a final
tāʾ marbūṭa is in construct, are left aside. Words of the learned half are asked as well, every
fourth of each. `lists` leaves out the model of letters and the memory of exceptions.
"""

import argparse
import csv
import hashlib
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from nisba._data import learned
from nisba._pipes import reader_may_leave
from nisba.sounds.model import load_model
from nisba.sounds.tables import Entry, read_lexicon
from nisba.translit import inflected, letter_model, prose, readings, stems
from nisba.translit.letter_model import LetterModel, model_of
from nisba.translit.letter_training import examples, learn_letters
from nisba.translit.listed import index_of, load_index
from nisba.translit.memory_training import exceptions_of
from nisba.translit.prose import Prose
from nisba.translit.prose_memory import Remembered, memory_of
from nisba.translit.prose_training import learn
from nisba.translit.prose_training import stems as stems_seen
from nisba.translit.schemes import load_scheme
from nisba.translit.shapes import Shapes
from nisba.translit.sounding import engine_of
from nisba.translit.stems import stem_of

_EVERY = 4
_PAUSE = frozenset({"pause"})
_CACHED = (
    *(prose.listed, prose.inner_shares, prose._occurrences),
    *(inflected.guess_prose, inflected.with_pronoun, inflected.accusative),
    *(readings.readings, letter_model.analyses, stems.stem_of),
)


class Row(NamedTuple):
    """A word of the catalogue with its reading, as often as it occurs."""

    arabic: str
    latin: str
    frequency: int


class Tables(NamedTuple):
    """What one half of the words teaches."""

    prose: Prose
    letters: LetterModel
    gone: frozenset[int]
    """Numbers of the lexicon's entries that only the other half shows."""


def main() -> None:
    """Learn from one half, and print the shares of right words."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with lc_words.tsv")
    found = rows(parser.parse_args().data / "lc_words.tsv")
    halves = [[row for row in found if _half(row.arabic) == half] for half in (0, 1)]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "lc_words.tsv"
        write(path, halves[0])
        tables = tables_of(path.parent)
        print(f"{'':10}{'words':>14}{'by word':>10}{'by frequency':>15}")
        with learned_half(tables, LetterModel({}, {}), {}):
            show("lists", halves)
        with learned_half(tables, tables.letters, {}):
            memory = memory_of(exceptions_of(path))
        with learned_half(tables, tables.letters, memory):
            show("all", halves)


def rows(path: Path) -> list[Row]:
    """The rows of a word list."""
    with path.open(encoding="utf-8", newline="") as lines:
        table = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [Row(row["arabic"], row["ala_lc"], int(row["freq"])) for row in table]


def write(path: Path, kept: Sequence[Row]) -> None:
    """Write a word list."""
    lines = ["arabic\tala_lc\tfreq", *(f"{r.arabic}\t{r.latin}\t{r.frequency}" for r in kept)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def tables_of(folder: Path) -> Tables:
    """Learn the tables from the word list of a folder."""
    known = frozenset(entry.units for entry in read_lexicon(learned("lexicon.tsv")))
    table = [row.split("\t") for row in learn(folder, known)]
    entries = tuple(Entry(row[0], float(row[1]), "catalogue") for row in table)
    shares = tuple(
        (float(a), float(b), float(c), float(d), float(e)) for _, _, a, b, c, d, e in table
    )
    seen = {" ".join(each.form) for each in stems_seen(folder / "lc_words.tsv")}
    gone = frozenset(
        number
        for number, entry in enumerate(load_model().lexicon.entries)
        if entry.origin == "catalogue" and entry.units not in seen
    )
    half = Prose(
        entries,
        shares,
        index_of([e.units for e in entries]),
        sum(entry.bearers for entry in entries),
    )
    letters = model_of(learn_letters(examples(folder / "lc_words.tsv")))
    return Tables(half, letters, gone)


@contextmanager
def learned_half(
    tables: Tables, letters: LetterModel, memory: Mapping[str, Remembered]
) -> Iterator[None]:
    """The package as if only one half of the words had been learned."""
    index = {key: tuple(n for n in ns if n not in tables.gone) for key, ns in load_index().items()}
    entries = load_model().lexicon.entries
    shapes = Shapes(entry for n, entry in enumerate(entries) if n not in tables.gone)
    forget()
    with (
        patch.object(prose, "load_prose", lambda: tables.prose),
        patch.object(prose, "load_index", lambda: index),
        patch.object(readings, "load_index", lambda: index),
        patch.object(readings, "load_shapes", lambda: shapes),
        patch.object(inflected, "load_shapes", lambda: shapes),
        patch.object(letter_model, "load_letters", lambda: letters),
        patch.object(stems, "remembered_words", lambda: memory),
    ):
        yield
    forget()


def forget() -> None:
    """Forget what was read with other tables."""
    for cached in _CACHED:
        cached.cache_clear()


def show(title: str, halves: Sequence[Sequence[Row]]) -> None:
    """Print one line for each half."""
    for name, half in zip(("learned", "hidden"), halves, strict=True):
        asked = half[::_EVERY]
        right = [row for row in asked if read(row.arabic) == plain(row.latin)]
        by_word = len(right) / len(asked)
        by_frequency = sum(r.frequency for r in right) / sum(r.frequency for r in asked)
        print(f"{title:10}{name:>8}{len(asked):6,}{by_word:10.3f}{by_frequency:15.3f}")


def read(word: str) -> str:
    """A word alone as in running text, in the letters of ALA-LC."""
    stem = stem_of(word, prose=True)
    if stem is None:
        return ""
    return plain(engine_of(load_scheme("ala-lc")).write(stem, _PAUSE, "", False).text)


def plain(latin: str) -> str:
    """Small letters, without signs between them, in the absolute state."""
    text = latin.lower().strip(" .,-").replace("\u02b9", "")  # ʹ
    return text[:-1] + "h" if text.endswith("at") else text


def _half(word: str) -> int:
    return hashlib.sha256(f"running text {word}".encode()).digest()[0] % 2


if __name__ == "__main__":
    with reader_may_leave():
        main()
