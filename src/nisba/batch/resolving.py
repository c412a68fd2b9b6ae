"""What the batch stage needs of a resolver: the shape of it, so that any engine can stand in.

`nisba.resolve.Resolver` has this shape. A test passes a small one of its own.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from nisba.batch.cells import fault_of_name, is_blank


class Evidence(Protocol):
    """Why a candidate is one, in a form that JSON can hold."""

    def as_dict(self) -> Mapping[str, Any]:
        """Return the evidence as plain values."""
        ...


class Ranked(Protocol):
    """One candidate of an answer, see `nisba.resolve.Candidate`."""

    @property
    def identity(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def bits(self) -> float: ...
    @property
    def probability(self) -> float: ...
    @property
    def evidence(self) -> Evidence: ...


class Answer(Protocol):
    """What a resolver says about one name, see `nisba.resolve.Resolution`."""

    @property
    def decision(self) -> str: ...
    @property
    def identity(self) -> str | None: ...
    @property
    def candidates(self) -> Sequence[Ranked]: ...
    @property
    def nobody(self) -> float: ...
    @property
    def reason(self) -> str: ...


class Labels(Protocol):
    """A gazetteer, as far as the label of an identity goes."""

    def label(self, id: str, /) -> str:
        """Return the label of an id."""
        ...


class Resolves(Protocol):
    """A resolver: many names in, as many answers out, in the order given.

    A name that comes twice in one call is best resolved once: it does so, not the batch stage.
    """

    @property
    def gazetteer(self) -> Labels:
        """The gazetteer that it resolves against."""
        ...

    def resolve_many(self, names: list[str], /, *, limit: int) -> Sequence[Answer]:
        """Resolve names; `limit` is the most candidates of each answer."""
        ...


@dataclass(frozen=True, slots=True)
class Unasked:
    """The answer for a cell that no resolver need see: nobody, for a reason."""

    reason: str
    decision: str = "none"
    identity: str | None = None
    candidates: tuple[Ranked, ...] = ()
    nobody: float = 1.0


def answers_for(cells: list[str], resolver: Resolves, limit: int) -> list[Answer]:
    """Return the answer for each cell, in order; what can be no name is not asked about."""
    answers: list[Answer | None] = [_unasked(cell) for cell in cells]
    asked = [cell for cell, answer in zip(cells, answers, strict=True) if answer is None]
    found = iter(resolver.resolve_many(asked, limit=limit) if asked else ())
    return [next(found) if answer is None else answer for answer in answers]


def _unasked(cell: str) -> Unasked | None:
    why = "empty cell" if is_blank(cell) else fault_of_name(cell)
    return Unasked(why) if why else None
