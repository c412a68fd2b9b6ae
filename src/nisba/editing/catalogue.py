"""Elements that the Library of Congress catalogue reads with other vowels than the editors do.

`python -m nisba.editing.catalogue --words FILE` lists them. FILE is the catalogue's list of words
(`lc_words.tsv`: arabic, ala_lc, freq). Each disagreement is mended, or the element's note says why
it stands: most often the catalogue's one reading is another name of the same letters.
"""

import argparse
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from nisba._data import curated
from nisba._pipes import reader_may_leave
from nisba.gazetteer.tables import Row, read_elements
from nisba.sounds.letters import arabic_letters
from nisba.sounds.training.sources import ARTICLE, rows
from nisba.sounds.units import Form, units_of
from nisba.translit.pointing import written

_SHOWN = 3


class Reading(NamedTuple):
    """How the catalogue romanizes a word, and how often the word occurs in it."""

    romanized: str
    form: Form
    times: int


class Disagreement(NamedTuple):
    """A word of an element that the catalogue knows, and reads otherwise, commonest first."""

    element: Row
    word: str
    readings: tuple[Reading, ...]

    def __str__(self) -> str:
        """The word, the catalogue's readings and the element's note."""
        told = ", ".join(f"{r.romanized} ({r.times})" for r in self.readings[:_SHOWN])
        note = self.element["note"] or "no note says why"
        return f"{self.element['romanized']}: {self.word}: the catalogue reads {told}: {note}"


def readings_of(words: Path) -> Mapping[str, list[Reading]]:
    """The catalogue's readings by the letters of the word, articles aside."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows(words):
        arabic, latin = _bare(row["arabic"], row["ala_lc"])
        found[arabic_letters(arabic)][latin] += int(row["freq"])
    return {
        key: [Reading(x, form, n) for x, n in told.most_common() if (form := _form(x))]
        for key, told in found.items()
    }


def disagreements(
    elements: Iterable[Row], readings: Mapping[str, list[Reading]]
) -> Iterator[Disagreement]:
    """Yield every word of the elements that the catalogue has, and never reads so.

    A reading that the word's letters cannot write is of another word: the catalogue's list has
    lost the seats of hamza. A tāʾ marbūṭa is the same before another word (Raḥmat Allāh).
    """
    for element in elements:
        for word, latin in zip(
            element["arabic"].split(), element["romanized"].split(), strict=False
        ):
            arabic, sound = _bare(word, latin)
            form = _form(sound)
            told = [r for r in readings.get(arabic_letters(arabic), ()) if written(r.form, arabic)]
            if form and told and _paused(form) not in {_paused(r.form) for r in told}:
                yield Disagreement(element, sound, tuple(told))


def _bare(arabic: str, latin: str) -> tuple[str, str]:
    """A word in both scripts without its article."""
    if latin.startswith("al-"):
        return arabic.removeprefix(ARTICLE), latin.removeprefix("al-")
    return arabic, latin


def _form(latin: str) -> Form | None:
    form = None if "-" in latin else units_of(unicodedata.normalize("NFC", latin))
    return form if form and len(form) > 1 else None


def _paused(form: Form) -> Form:
    return (*form[:-2], "aẗ") if form[-2:] == ("a", "t") else form


def main() -> None:
    """List the disagreements; exit 1 if one has no note that says why."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--words", type=Path, required=True, help="the catalogue's list of words")
    parser.add_argument("--all", action="store_true", help="list those with a note too")
    args = parser.parse_args()
    readings = readings_of(args.words)
    noted = open_ = 0
    for path in sorted(curated("elements").glob("*.tsv")):
        for found in disagreements(read_elements(path).rows, readings):
            note = bool(found.element["note"])
            noted += note
            open_ += not note
            if args.all or not note:
                print(f"{path.name}:{found.element.line}: {found}")
    print(f"{noted} differ and say why, {open_} differ and do not")
    sys.exit(1 if open_ else 0)


if __name__ == "__main__":
    with reader_may_leave():
        main()
