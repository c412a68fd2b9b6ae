"""The gazetteer that the index reads: identities with their names, from files, pairs or a CSV.

`Gazetteer.load` reads the editors' folder, `Gazetteer.from_names` takes pairs from a program, and
`Gazetteer.read_csv` a table that an analyst has. None of them guesses: a fault is an error with
its place.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from os import PathLike
from pathlib import Path

from nisba._data import curated
from nisba.facts.columns import FactColumns
from nisba.facts.types import NOTHING_KNOWN, Facts
from nisba.gazetteer.faults import FaultyGazetteer, Finding, errors_of
from nisba.gazetteer.folder import follow, read_folder
from nisba.gazetteer.types import Identity, IdentityType, NameRecord
from nisba.text.scripts import dominant_script


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Identities, the retired ids that still answer for them, and facts that come from elsewhere.

    `known` holds what a caller knows of some identities; for the others the record speaks.

    >>> g = Gazetteer.from_names([("q1", "Mustafa al-Kadhimi"), ("q1", "al-Kazimi")])
    >>> g.label("q1"), len(g), [name.text for _, name in g.names()]
    ('Mustafa al-Kadhimi', 1, ['Mustafa al-Kadhimi', 'al-Kazimi'])
    """

    identities: tuple[Identity, ...]
    retired: Mapping[str, str] = field(default_factory=dict, hash=False)
    known: Mapping[str, Facts] = field(default_factory=dict, hash=False)
    _by_id: dict[str, Identity] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index the identities by id; raises `ValueError` for an id that stands twice."""
        by_id = {identity.id: identity for identity in self.identities}
        if len(by_id) < len(self.identities):
            counts = Counter(identity.id for identity in self.identities)
            twice = counts.most_common(1)[0][0]
            raise ValueError(f"id {twice!r} stands for several identities: make each id unique")
        object.__setattr__(self, "_by_id", by_id)

    def __repr__(self) -> str:
        """Say how much is in it: the identities themselves would fill pages."""
        return f"Gazetteer({len(self.identities)} identities, {len(self.retired)} retired ids)"

    def __len__(self) -> int:
        """Return the number of identities."""
        return len(self.identities)

    @classmethod
    def load(cls, path: str | PathLike[str] | None = None) -> "Gazetteer":
        """Load a gazetteer folder, the curated one if no path is given.

        Raises `FaultyGazetteer` with every error of the folder, and `NotADirectoryError`.
        """
        folder = read_folder(curated() if path is None else Path(path))
        if faults := errors_of(folder.findings):
            raise FaultyGazetteer(sorted(faults))
        found = tuple(r.identity for r in folder.records if r.identity is not None)
        return cls(found, folder.retired)

    @classmethod
    def from_names(
        cls, pairs: Iterable[tuple[str, str]], *, facts: Mapping[str, Facts] | None = None
    ) -> "Gazetteer":
        """Make a gazetteer of (id, name) pairs; an id may come several times, anywhere.

        Ids are any non-empty text, and keep the order of their first pair. The first name of an
        id is its label. `facts` says by id what is known of its bearer. Raises `ValueError` for
        an empty id or name and for facts of an id without a name, `TypeError` for what is no
        text, each with the number of the pair, from 1, or the id.

        >>> from nisba.facts import facts_of
        >>> pairs = [("a", "Muhammad Ali"), ("b", "Muhammad Ali")]
        >>> g = Gazetteer.from_names(pairs, facts={"b": facts_of(birth_year=1942)})
        >>> bool(g.facts("a")), str(g.facts("b").born)
        (False, '1942')
        """
        grouped: dict[str, dict[str, None]] = {}
        for number, (ident, name) in enumerate(pairs, 1):
            for value, what in ((ident, "id"), (name, "name")):
                if not isinstance(value, str):
                    raise TypeError(f"pair {number}: the {what} {value!r} is not text: make it str")
                if not value.strip():
                    raise ValueError(f"pair {number}: the {what} is empty: {(ident, name)!r}")
            grouped.setdefault(ident, {})[name] = None
        for ident in facts or ():
            if ident not in grouped:
                raise ValueError(f"facts of {ident!r}: no pair has this id")
        made = tuple(_identity(ident, tuple(names)) for ident, names in grouped.items())
        return cls(made, known=dict(facts or {}))

    @classmethod
    def read_csv(
        cls,
        path: str | PathLike[str],
        id_column: str = "id",
        name_column: str = "name",
        encoding: str | None = None,
        *,
        facts: FactColumns | None = None,
        on_unread: Callable[[Finding], None] | None = None,
    ) -> "Gazetteer":
        """Make a gazetteer of a CSV file with one name a row, as `from_names` does.

        `facts` names columns of birth year, country and gender; what the rows of one id say is
        joined. A cell of these that cannot be read is left out where `on_unread` is there to
        hear of it, and a fault otherwise. Raises `FaultyGazetteer` with the line and value of
        every faulty row, for a missing column too. Without `encoding` the file must be UTF-8 (or
        UTF-16 with its mark): a guess that is wrong would make other names.
        """
        from nisba.gazetteer.columns import read_known

        columns = facts or FactColumns()
        pairs, known, unread = read_known(Path(path), id_column, name_column, columns, encoding)
        if unread and on_unread is None:
            raise FaultyGazetteer(unread)
        for finding in unread:
            if on_unread is not None:
                on_unread(finding)
        return cls.from_names(pairs, facts=known)

    def get(self, id: str) -> Identity | None:
        """Return the identity of an id, a retired one's replacement, or `None`."""
        now = self.current(id)
        return None if now is None else self._by_id[now]

    def label(self, id: str) -> str:
        """Return the label of an id, for display; raises `KeyError` for an unknown one."""
        identity = self.get(id)
        if identity is None:
            raise KeyError(f"no identity has the id {id!r}")
        return identity.label

    def facts(self, id: str) -> Facts:
        """Return what is known of an identity beside its names; nothing of an unknown id.

        >>> str(Gazetteer.load().facts("mustafa-al-kadhimi").born)
        '1967'
        """
        identity = self.get(id)
        if identity is None:
            return NOTHING_KNOWN
        return self.known.get(identity.id) or identity.facts

    def current(self, id: str) -> str | None:
        """Return the id that stands for this one: itself, or what replaced it, or `None`."""
        now = id if id in self._by_id else follow(id, self.retired)
        return now if now in self._by_id else None

    def names(self) -> Iterator[tuple[Identity, NameRecord]]:
        """Iterate over the accepted names, each with its identity; proposed ones do not resolve."""
        for identity in self.identities:
            for name in identity.names:
                if name.status == "accepted":
                    yield identity, name


def _identity(ident: str, names: tuple[str, ...]) -> Identity:
    records = tuple(NameRecord(name, dominant_script(name), "name", "") for name in names)
    return Identity(ident, IdentityType.PERSON, names[0], records)
