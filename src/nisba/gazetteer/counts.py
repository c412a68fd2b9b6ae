"""What a gazetteer holds, in counts: identities, names, scripts, sources, and what is missing.

Reach for it to see the work that is left. It reads the files alone; how much of a list of names
they cover is the matter of `nisba.editing.coverage`, which asks the sound model.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from os import PathLike
from pathlib import Path

from nisba.gazetteer.element_links import read_confusables, read_kunyas
from nisba.gazetteer.folder import Folder, read_folder
from nisba.gazetteer.tables import Row, Table, read_elements
from nisba.gazetteer.types import Identity, IdentityType
from nisba.text.scripts import Script

UNSOURCED = "general"
"""The key that cites no document: what any reader of the press can confirm."""
FEWEST_LATIN = 3
"""Latin spellings that a record should have, where the press has them."""


@dataclass(frozen=True, slots=True)
class Counts:
    """A gazetteer in counts; `faulty` records have errors and are in none of the others.

    `types`, `kinds`, `scripts` and `sources` count identities and names by these; `elements`,
    `element_frequencies` (5 very common, 1 rare, empty not counted) and `element_sources` the rows
    of the elements.
    """

    types: Mapping[str, int]
    kinds: Mapping[str, int]
    scripts: Mapping[str, int]
    sources: Mapping[str, int]
    elements: Mapping[str, int]
    element_frequencies: Mapping[str, int]
    element_sources: Mapping[str, int]
    confusable: int
    """Pairs of elements that are taken for each other."""
    kunyas: int
    """Kunyas with a name or person that they stand for."""
    proposed: int
    retired: int
    faulty: int
    without_birth_year: tuple[str, ...]
    """Ids of persons."""
    without_countries: tuple[str, ...]
    few_latin: tuple[str, ...]
    """Ids of identities with fewer than three Latin spellings."""

    @property
    def names(self) -> int:
        """All names."""
        return sum(self.kinds.values())

    @property
    def unsourced(self) -> int:
        """Names for which no document is cited."""
        return self.sources.get(UNSOURCED, 0) + self.sources.get("", 0)

    def as_dict(self) -> dict[str, object]:
        """The counts as plain data, for JSON."""
        return {**asdict(self), "names": self.names, "unsourced": self.unsourced}


def counts_of(folder: str | PathLike[str]) -> Counts:
    """Count what a gazetteer folder holds; raises `NotADirectoryError` for a path that is none.

    >>> from nisba._data import curated
    >>> counts_of(curated()).types["person"] > 250
    True
    """
    read = read_folder(Path(folder))
    identities = [r.identity for r in read.records if r.identity is not None]
    names = [name for identity in identities for name in identity.names]
    elements = _elements(read)
    frequencies = Counter(row["frequency"] for row in elements)
    people = [i for i in identities if i.type is IdentityType.PERSON]
    return Counts(
        types=_ranked(str(i.type) for i in identities),
        kinds=_ranked(name.kind for name in names),
        scripts=_ranked(str(name.script) for name in names),
        sources=_ranked(name.source for name in names),
        elements=_ranked(row["kind"] for row in elements),
        element_frequencies=dict(sorted(frequencies.items(), reverse=True)),
        element_sources=_ranked(row["source"] for row in elements),
        confusable=_rows(read.root / "confusable.tsv", read_confusables),
        kunyas=_rows(read.root / "kunyas.tsv", read_kunyas),
        proposed=sum(name.status == "proposed" for name in names),
        retired=len(read.retired),
        faulty=len(read.records) - len(identities),
        without_birth_year=tuple(i.id for i in people if i.birth_year is None),
        without_countries=tuple(i.id for i in identities if not i.countries),
        few_latin=tuple(i.id for i in identities if _latin(i) < FEWEST_LATIN),
    )


def _elements(read: Folder) -> list[Row]:
    folder = read.root / "elements"
    paths = sorted(folder.glob("*.tsv")) if folder.is_dir() else []
    return [row for path in paths for row in read_elements(path).rows]


def _rows(path: Path, reader: Callable[[Path], Table]) -> int:
    return len(reader(path).rows) if path.is_file() else 0


def _latin(identity: Identity) -> int:
    return sum(name.script is Script.LATIN for name in identity.names)


def _ranked(values: Iterable[str]) -> Mapping[str, int]:
    """Counts, the greatest first, equals by the alphabet."""
    counts = Counter(values)
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))
