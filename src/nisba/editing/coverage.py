"""How much of a list of names the gazetteer's elements know, and how much the lexicon besides.

The words of the names are counted as often as they come, their article aside. Particles (ibn,
ould) are known words too, since the gazetteer lists them; titles and initials are not counted.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from nisba.editing.progress import Percent, counted, share, silent
from nisba.gazetteer.tables import read_elements, read_word_table
from nisba.names import parse
from nisba.names.types import Kind, Part
from nisba.sounds.letters import arabic_letters, latin_letters
from nisba.sounds.model import Sounded, SoundModel, load_model
from nisba.sounds.units import units_of
from nisba.text.scripts import Script
from nisba.translit.listed import key_of, load_index
from nisba.translit.pointing import written

_ARTICLE = "\u0627\u0644"  # ال
_LONGEST_ARTICLED = 4
"""Letters up to which a word that begins like the article is taken as it stands (الله)."""
_LIKELY = 0.5
_MANY = 500
_BY_PARSING = 30
"""Percent of the work that taking the names apart makes, about."""
Word = tuple[str, Script]


@dataclass(frozen=True, slots=True)
class Uncovered:
    """A word that no element covers: how often it comes, and whether the lexicon has it."""

    word: str
    times: int
    derived: bool


@dataclass(frozen=True, slots=True)
class Coverage:
    """Words of a list of names, by occurrence: all, and those that are known.

    `elements` are those that the elements and particles have, `lexicon` those that the sound
    model's lexicon has besides. `uncovered` is sorted by how often a word comes.
    """

    names: int
    words: int
    elements: int
    lexicon: int
    uncovered: tuple[Uncovered, ...]

    @property
    def by_elements(self) -> float:
        """Share of the words that the elements cover, 0 to 1."""
        return self.elements / self.words if self.words else 0.0

    @property
    def by_both(self) -> float:
        """Share of the words that elements and lexicon cover together, 0 to 1."""
        return (self.elements + self.lexicon) / self.words if self.words else 0.0


@dataclass(frozen=True, slots=True, eq=False)
class _Elements:
    """Words of the elements: Arabic letters, Latin letters, and the forms of the sound model."""

    arabic: frozenset[str]
    latin: frozenset[str]
    forms: frozenset[str]


def coverage_of(names: Mapping[str, int], root: Path, on_progress: Percent = silent) -> Coverage:
    """Measure the coverage of names, each with its number of occurrences.

    `on_progress` is told the percent that is done.

    >>> from nisba._data import curated
    >>> found = coverage_of({"Muhammad Zzyzx": 3}, curated())
    >>> found.words, found.elements, [gone.word for gone in found.uncovered]
    (6, 3, ['zzyzx'])
    """
    elements = _elements(root)
    counts: Counter[Word] = Counter()
    for name in counted(list(names), share(on_progress, 0, _BY_PARSING)):
        for found in _words(name):
            counts[found] += names[name]
    model = load_model(fast=len(counts) > _MANY)
    by_elements = by_lexicon = 0
    uncovered = []
    for word, script in counted(list(counts), share(on_progress, _BY_PARSING, 100)):
        times = counts[word, script]
        listed, derived = _known(word, script, elements, model)
        by_elements += times if listed else 0
        by_lexicon += times if derived and not listed else 0
        if not listed:
            uncovered.append(Uncovered(word, times, derived))
    uncovered.sort(key=lambda gone: (-gone.times, gone.word))
    total = sum(names.values())
    return Coverage(total, counts.total(), by_elements, by_lexicon, tuple(uncovered))


def _words(name: str) -> list[Word]:
    """The words of a name, without article, title and initial."""
    parts = (p for p in parse(name).parts if p.kind not in (Kind.TITLE, Kind.INITIAL))
    return [word for part in parts for word in _words_of(part)]


def _words_of(part: Part) -> list[Word]:
    if part.script is Script.ARABIC:
        return [(_bare(word), part.script) for word in part.text.split()]
    words = (part.filiation, part.head, *part.core.split(), part.tail)
    return [(word, part.script) for word in words if word]


def _bare(word: str) -> str:
    letters = arabic_letters(word)
    return letters.removeprefix(_ARTICLE) if len(letters) > _LONGEST_ARTICLED else letters


def _elements(root: Path) -> _Elements:
    arabic: set[str] = set()
    latin: set[str] = set()
    forms: set[str] = set()
    folder = root / "elements"
    for path in sorted(folder.glob("*.tsv")) if folder.is_dir() else ():
        for row in read_elements(path).rows:
            # One word where people write the compound in one.
            words = [*row["arabic"].split(), row["arabic"].replace(" ", "")]
            arabic |= {form(word) for word in words for form in (_bare, arabic_letters)}
            for word in row["romanized"].split():
                found = units_of(word.removeprefix("al-"))
                forms |= {" ".join(found)} if found else set()
            latin |= {latin_letters(s) for s in row["spellings"].split(" | ") if s}
    particles = root / "particles.tsv"
    for row in read_word_table(particles).rows if particles.is_file() else ():
        arabic |= {arabic_letters(word) for word in row.cells.get("arabic", "").split(" | ")}
        latin |= {latin_letters(word) for word in row.cells.get("latin", "").split(" | ")}
    return _Elements(frozenset(arabic - {""}), frozenset(latin - {""}), frozenset(forms))


def _known(word: str, script: Script, elements: _Elements, model: SoundModel) -> tuple[bool, bool]:
    """Whether the elements have a word, and whether the lexicon has it."""
    entries = model.lexicon.entries
    if script is Script.ARABIC:
        letters = arabic_letters(word)
        # A short word that begins like the article may have it all the same (المر).
        if {letters, letters.removeprefix(_ARTICLE)} & elements.arabic:
            return True, True
        return False, any(
            written(entries[i].form, word) > 0 for i in load_index().get(key_of(word), ())
        )
    if latin_letters(word) in elements.latin:
        return True, True
    sound = model.hear(word, script)
    prior = model.lexicon.prior
    chances = {entries[i].units: p * prior[i] for i, p in sound.forms.items()}
    whole = _whole(sound, model)
    by_elements = sum(p for units, p in chances.items() if units in elements.forms)
    listed, any_listed = by_elements, sum(chances.values())
    return bool(listed > _LIKELY * whole), bool(any_listed > _LIKELY * whole)


def _whole(sound: Sounded, model: SoundModel) -> float:
    """Chance of a spelling from whatever source, in the measure of the lexicon's forms."""
    share = model.foreign.share
    return (sound.arabic + share / (1 - share) * sound.foreign) / model.prior.lexicon
