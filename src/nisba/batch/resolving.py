"""What the batch stage needs of a resolver: the shape of it, so that any engine can stand in.

`nisba.resolve.Resolver` has this shape. A test passes a small one of its own.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from nisba.batch.cells import fault_of_name, is_blank
from nisba.facts import Facts, Unreadable

Known = tuple[Facts, tuple[Unreadable, ...]]
"""What a row says of the bearer beside the name, and the cells of it that cannot be read."""


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
    def namesakes(self) -> Sequence[str]: ...
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

    def resolve_many(
        self, names: list[str], /, *, limit: int, facts: list[Facts] | None
    ) -> Sequence[Answer]:
        """Resolve names, each with the facts at its place if there are any.

        `limit` is the most candidates of each answer.
        """
        ...


@dataclass(frozen=True, slots=True)
class Unasked:
    """The answer for a cell that no resolver need see: nobody, for a reason."""

    reason: str
    decision: str = "none"
    identity: str | None = None
    candidates: tuple[Ranked, ...] = ()
    nobody: float = 1.0
    namesakes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Remarked:
    """An answer with a remark behind its reason: a field of the row that was left out."""

    answer: Answer
    remark: str

    @property
    def decision(self) -> str:
        """The answer's own."""
        return self.answer.decision

    @property
    def identity(self) -> str | None:
        """The answer's own."""
        return self.answer.identity

    @property
    def candidates(self) -> Sequence[Ranked]:
        """The answer's own."""
        return self.answer.candidates

    @property
    def nobody(self) -> float:
        """The answer's own."""
        return self.answer.nobody

    @property
    def namesakes(self) -> Sequence[str]:
        """The answer's own."""
        return self.answer.namesakes

    @property
    def reason(self) -> str:
        """The answer's reason, and the remark."""
        return f"{self.answer.reason} {self.remark}"


def answers_for(
    cells: list[str], resolver: Resolves, limit: int, known: Sequence[Known] | None = None
) -> list[Answer]:
    """Return the answer for each cell, in order; what can be no name is not asked about.

    `known` holds what each row says beside the name. A row is resolved without the cells that
    could not be read, and its reason tells which they are.
    """
    answers: list[Answer | None] = [_unasked(cell) for cell in cells]
    asked = [number for number, answer in enumerate(answers) if answer is None]
    if asked:
        names = [cells[number] for number in asked]
        facts = None if known is None else [known[number][0] for number in asked]
        found = resolver.resolve_many(names, limit=limit, facts=facts)
        for number, answer in zip(asked, found, strict=True):
            remark = _remark(known[number][1]) if known else ""
            answers[number] = Remarked(answer, remark) if remark else answer
    return [answer for answer in answers if answer is not None]


def columns_of(answers: Sequence[Answer], labels: Labels) -> list[list[Any]]:
    """Return the cells of the five columns, a list for each; `None` where there is nothing."""
    found = [answer.identity for answer in answers]
    return [
        [str(answer.decision) for answer in answers],
        list(found),
        [None if id is None else labels.label(id) for id in found],
        [a.candidates[0].probability if a.candidates else None for a in answers],
        [answer.reason for answer in answers],
    ]


def _unasked(cell: str) -> Unasked | None:
    why = "empty cell" if is_blank(cell) else fault_of_name(cell)
    return Unasked(why) if why else None


def _remark(unread: Sequence[Unreadable]) -> str:
    """One sentence that names the cells that were left out.

    >>> _remark([Unreadable("birth year", "67", ""), Unreadable("gender", "x", "")])
    "Not read: birth year '67', gender 'x'."
    """
    if not unread:
        return ""
    return f"Not read: {', '.join(f'{fault.field} {fault.value!r}' for fault in unread)}."
