"""The resolver: a name comes in, a decision with its candidates goes out.

Many names go the same way as one: they are heard, and the loops of `nisba.resolve.ranking` compare
them with their candidates.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import islice
from os import PathLike
from pathlib import Path

import numpy as np

from nisba.facts import Facts, facts_of
from nisba.facts.reading import Country, Year
from nisba.facts.types import NOTHING_KNOWN
from nisba.gazetteer import Gazetteer
from nisba.index.catalogue import Catalogue, text_of
from nisba.index.files import Origin, StaleIndex, content_hash, open_index, save
from nisba.index.finding import Finder
from nisba.index.index import Index, build
from nisba.index.walk import Filed, Found, Scratch
from nisba.match.balance import Balance
from nisba.match.columns import Longs, Names
from nisba.match.desk import desk, sight
from nisba.match.evidence import seen_of
from nisba.match.prepare import Ear
from nisba.match.types import Prepared, Seen
from nisba.match.viewing import View, views
from nisba.match.weights import value
from nisba.resolve import ranking
from nisba.resolve.knowing import Knowing
from nisba.resolve.ranking import Answers, Listing
from nisba.resolve.telling import Teller
from nisba.resolve.thresholds import MAX_ERROR, threshold
from nisba.resolve.types import Resolution
from nisba.sounds.kernels import Floats
from nisba.sounds.model import load_model

_MANY = 500
"""Names from which compiling the sound model's loops pays."""
_AT_ONCE = 2_000
"""Names that are heard before they are compared together."""


class Resolver:
    """Resolves names against one gazetteer.

    >>> g = Gazetteer.from_names([("k", "Mustafa al-Kadhimi"), ("s", "Muqtada al-Sadr")])
    >>> Resolver(g).resolve("Moustafa Kazemi").identity
    'k'
    """

    def __init__(
        self,
        gazetteer: Gazetteer,
        max_error: float = MAX_ERROR,
        *,
        jobs: int = 1,
        on_progress: Callable[[int], None] = lambda _: None,
    ) -> None:
        """Index a gazetteer. Of all matches at most the share `max_error` is to be wrong.

        At most `jobs` processes share the work; `on_progress` is told how much is done, of 100.
        Raises `ValueError` for what is no share between 0 and 1.
        """
        enough = threshold(max_error)
        names = sum(1 for _ in gazetteer.names())
        ear = Ear(load_model(fast=names > _MANY))
        index = build(gazetteer, ear, jobs, on_progress)
        if ear.model.fast:
            # Of a long list the columns are kept, as in an index file, and not what made them.
            index.store.close()
        self._open(index, ear, enough, gazetteer)

    @classmethod
    def open(cls, path: str | PathLike[str], max_error: float = MAX_ERROR) -> "Resolver":
        """Open an index file (`nisba gazetteer build`), at once and whatever its size.

        Raises `UnreadableIndex` for a file that is none, is damaged or of another version, and
        `StaleIndex` where the gazetteer that it was made from is there and has changed since.
        """
        enough = threshold(max_error)
        index, origin = open_index(path)
        if origin.is_stale():
            raise StaleIndex(f"{path}: {origin.path} has changed since: build it again")
        resolver = cls.__new__(cls)
        resolver._open(index, Ear(load_model(fast=len(index) > _MANY)), enough, index.catalogue)
        return resolver

    def save(self, path: str | PathLike[str], origin: str | PathLike[str] | None = None) -> None:
        """Write the index to a file that `open` reads; `origin` is what it was made from.

        With an origin, an opened index notices when that has changed.
        """
        told = Origin("", "")
        if origin is not None:
            where = Path(origin).resolve()
            told = Origin(str(where), content_hash(where))
        self._finder.forget_all()
        save(self._index, path, told)

    def _open(
        self, index: Index, ear: Ear, enough: float, gazetteer: Gazetteer | Catalogue
    ) -> None:
        self.gazetteer = gazetteer
        self._index, self._ear = index, ear
        self._finder = Finder(index, ear.model)
        self._listing = Listing(
            index.owner,
            index.short,
            len(index.catalogue),
            ranking.listed_weights(),
            value("short_form"),
        )
        self._knowing = Knowing(index, ear)
        self._teller = Teller(self._knowing, enough)
        self._room = ranking.room()

    def resolve(
        self,
        name: str,
        limit: int = 5,
        *,
        birth_year: Year = None,
        country: Country = None,
        gender: str | None = None,
    ) -> Resolution:
        """The decision for one name, with up to `limit` candidates, best first.

        What is known of the bearer besides decides between namesakes; `nisba.facts_of` says what
        may stand in these fields, and raises `ValueError` for what cannot be read.

        >>> pairs = [("a", "Muhammad Ali"), ("b", "Muhammad Ali")]
        >>> known = {"a": facts_of(birth_year=1931), "b": facts_of(birth_year=1942)}
        >>> r = Resolver(Gazetteer.from_names(pairs, facts=known))
        >>> r.resolve("Mohamed Aly").namesakes, r.resolve("Mohamed Aly", birth_year=1942).identity
        (('a', 'b'), 'b')
        """
        facts = facts_of(birth_year=birth_year, country=country, gender=gender)
        return self.resolve_many([name], limit, [facts])[0]

    def resolve_many(
        self, names: Iterable[str], limit: int = 5, facts: Sequence[Facts | None] | None = None
    ) -> list[Resolution]:
        """The decisions for many names, in their order; what is repeated is resolved once.

        `facts` says for each name what is known of its bearer; raises `ValueError` if there are
        more or fewer of them than names.
        """
        asked = list(names)
        known = [NOTHING_KNOWN] * len(asked) if facts is None else list(facts)
        if len(known) != len(asked):
            raise ValueError(f"{len(asked)} names, but facts of {len(known)}: give one for each")
        keys = [(name, fact or NOTHING_KNOWN) for name, fact in zip(asked, known, strict=True)]
        distinct = iter(dict.fromkeys(keys))
        found: dict[tuple[str, Facts], Resolution] = {}
        while some := list(islice(distinct, _AT_ONCE)):
            found.update(zip(some, self._resolve(some, limit), strict=True))
        return [found[key] for key in keys]

    def evidence(self, name: str) -> list[tuple[str, Seen]]:
        """What is seen between a name and its candidates, best first; the fitting reads it."""
        queries = self._index.store.names([self._ear.prepare(name)])
        self._finder.ready(queries.parts)
        looked, ranked = self._room
        count = self._compared(queries, 0, np.zeros(0))
        told = np.zeros(ranking.LOOKED_AT)
        rank = self._ear.model.loop(ranking.rank)
        best, _ = rank(self._listing, looked, count, told, ranked)
        return [
            (self._id(looked.numbers[row]), seen_of(looked.seen[row]))
            for row in ranked.rows[:best].tolist()
        ]

    def _resolve(self, asked: Sequence[tuple[str, Facts]], limit: int) -> Iterator[Resolution]:
        """The decisions for some distinct names."""
        self._finder.forget()
        prepared = [self._ear.prepare(name) for name, _ in asked]
        queries = self._index.store.names(prepared)
        self._finder.ready(queries.parts)
        answers, view = ranking.room_for(len(asked)), views(len(asked))
        bare = [row for row, (_, facts) in enumerate(asked) if not facts]
        self._rank_all(queries, np.array(bare, dtype=np.int64), answers, view)
        for row, (_, facts) in enumerate(asked):
            if facts:
                self._rank_known(queries, row, prepared[row], facts, answers, view)
        known = [(query, facts) for query, (_, facts) in zip(prepared, asked, strict=True)]
        return self._teller.tell(known, answers, view, limit)

    def _rank_all(self, queries: Names, rows: Longs, answers: Answers, view: View) -> None:
        self._ear.model.loop(ranking.rank_all)(
            *self._tables(),
            queries,
            rows,
            *self._room,
            answers,
            view,
        )

    def _rank_known(
        self, queries: Names, row: int, query: Prepared, facts: Facts, answers: Answers, view: View
    ) -> None:
        """Rank the candidates of a name of whose bearer more is known."""
        looked, ranked = self._room
        count = self._compared(queries, row, self._knowing.bits(facts))
        told = self._knowing.told(query, row, facts, looked, count)
        model = self._ear.model
        best, nobody = model.loop(ranking.rank)(self._listing, looked, count, told, ranked)
        model.loop(ranking.keep)(looked, ranked, best, nobody, row, answers)
        if best:
            self._finder.weigher.view(
                queries, row, self._index.filed.names, answers.names[row, 0], view, row
            )

    def _compared(self, queries: Names, row: int, more: Floats) -> int:
        """Compare one query with its candidates; how many were compared."""
        count = self._ear.model.loop(ranking.compare_all)(
            *self._tables(),
            queries,
            row,
            more,
            self._room[0],
            sight(),
            desk(len(self._ear.model.lexicon.entries)),
        )
        return int(count)

    def _tables(self) -> tuple[Balance, Filed, Listing, Scratch, Found]:
        """What the loops of the ranking read, as it is now."""
        finder = self._finder
        balance = finder.weigher.balance()
        return balance, self._index.filed, self._listing, finder.scratch, finder.found

    def _id(self, number: int) -> str:
        return text_of(self._index.catalogue.ids, int(self._index.owner[number]))
