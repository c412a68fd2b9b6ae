"""Entries of a source straight into an index file, without a folder of records between.

Use `import_index` for a register that nobody edits here, and `nisba.exchange.importing` for one
that somebody does. The same entries and names come in, by the same strict reader. One thing is
different: an index has no table that remembers whose a minted id is, so that identities keep the
ids that they have in their register.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from os import PathLike

from nisba.batch.faults import Fault
from nisba.exchange.entries import Entry, Found, Rejected
from nisba.exchange.importing import Imported, Taking, fitted
from nisba.gazetteer import Gazetteer
from nisba.gazetteer.types import Identity

_STANDS_FOR_ALL = "record"
"""An id, and the key of a source, for the strict reader alone: neither comes into the index."""


def import_index(
    found: Iterable[Found],
    into: str | PathLike[str],
    *,
    limit: int | None = None,
    on_reject: Callable[[Rejected], None] = lambda rejected: None,
    on_left_out: Callable[[Fault], None] = lambda fault: None,
) -> Imported:
    """Write an index file of identities, which `Resolver.open` opens; whole or not at all.

    A file that is there is replaced; where no identity is added, none is written. Memory holds
    all identities. `limit`, `on_reject` and `on_left_out` are those of `import_entries`. Raises
    what reading and writing raise.
    """
    from nisba.resolve import Resolver

    shelf = _Shelf()
    taking = Taking(shelf, _STANDS_FOR_ALL, on_reject, on_left_out)
    taking.take_all(found, limit)
    if shelf.identities:
        Resolver(Gazetteer(tuple(shelf.identities))).save(into)
    return taking.imported()


@dataclass(frozen=True, slots=True)
class _Shelf:
    """The identities that an index is to hold; it begins empty."""

    identities: list[Identity] = field(default_factory=list)

    def has(self, foreign: str) -> bool:
        return False

    def put(self, entry: Entry, identity: Identity, left_out: list[Fault]) -> bool:
        fitting = fitted(entry, replace(identity, id=_STANDS_FOR_ALL), left_out)
        if fitting is not None:
            self.identities.append(replace(fitting, id=entry.id))
        return fitting is not None
