"""Resolving as a work on rows: what each chunk of a file goes through, in whichever process.

`nisba.batch.resolving` says what a resolver and its answers are; here the rows of a file are
asked about, and answers become cells.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from nisba.batch.chunks import Input
from nisba.batch.columns import COLUMNS
from nisba.batch.faults import Fault
from nisba.batch.resolving import Answer, Known, Labels, Resolves, answers_for, columns_of
from nisba.batch.rows import Row
from nisba.batch.values import text_of
from nisba.batch.work import Answers

Opener = Callable[[], Resolves]
"""Opens a resolver; in another process too, if pickle can send it."""


class Resolving:
    """The work of a resolver: five columns for each row, and for JSON the candidates."""

    added: Mapping[str, type] = COLUMNS

    def __init__(self, resolver: Resolves, limit: int) -> None:
        """Ask a resolver, for at most `limit` candidates of each name."""
        self._resolver, self._limit = resolver, limit

    @property
    def labels(self) -> Labels:
        """Labels of the identities."""
        return self._resolver.gazetteer

    def answers(self, table: Input, rows: list[Row], *, detail: bool) -> Answers:
        """Resolve the names of rows, with the facts beside them.

        The five columns tell of the best candidate alone, so the others are asked for at need.
        """
        found, unread = self.resolved(table, rows, None if detail else 1)
        labels = self.labels
        return Answers(
            columns_of(found, labels),
            Counter(str(answer.decision) for answer in found),
            [as_details(answer, labels) for answer in found] if detail else [],
            unread,
        )

    def resolved(
        self, table: Input, rows: list[Row], limit: int | None = None
    ) -> tuple[list[Answer], list[Fault]]:
        """Return the answers to rows, and the cells that could not be read.

        `limit` bounds the candidates of each further.
        """
        place = table.header.index(table.column)
        names = [text_of(row.cells[place]) for row in rows]
        unread: list[Fault] = []
        known = _known(table, rows, unread)
        most = self._limit if limit is None else min(limit, self._limit)
        return answers_for(names, self._resolver, most, known), unread


def work_of(resolver: Resolves, opener: Opener | None, limit: int) -> Callable[[], Resolving]:
    """Return what makes the work of a resolver, in this process or another."""
    if opener is not None:
        return _Ready(resolver, opener, limit)
    return partial(Resolving, resolver, limit)


class _Ready:
    """Makes the work of a resolver that is open; sent to another process, it opens it there."""

    def __init__(self, resolver: Resolves | None, opener: Opener, limit: int) -> None:
        self._resolver, self._opener, self._limit = resolver, opener, limit

    def __call__(self) -> Resolving:
        if self._resolver is None:
            self._resolver = self._opener()
        return Resolving(self._resolver, self._limit)

    def __getstate__(self) -> tuple[Opener, int]:
        return self._opener, self._limit

    def __setstate__(self, state: tuple[Opener, int]) -> None:
        self._resolver, (self._opener, self._limit) = None, state


def _known(table: Input, rows: list[Row], unread: list[Fault]) -> list[Known] | None:
    """What each row says beside the name; each cell that cannot be read is told of."""
    if not table.facts.names:
        return None
    places = {name: table.header.index(name) for name in table.facts.names}
    known = []
    for row in rows:
        known.append(table.facts.read({n: text_of(row.cells[at]) for n, at in places.items()}))
        for fault in known[-1][1]:
            said = f"{fault.field}: {fault.advice}"
            unread.append(Fault(table.source.path, row.line, fault.value, said))
    return known


def as_details(answer: Answer, labels: Labels, *, evidence: bool = True) -> dict[str, Any]:
    """Return an answer as plain values, its candidates with their evidence if that is wanted."""
    label = labels.label
    return {
        "decision": answer.decision,
        "identity": answer.identity,
        "label": None if answer.identity is None else label(answer.identity),
        "namesakes": list(answer.namesakes),
        "nobody": answer.nobody,
        "reason": answer.reason,
        "candidates": [
            {
                "identity": c.identity,
                "label": label(c.identity),
                "name": c.name,
                "bits": c.bits,
                "probability": c.probability,
                **({"evidence": c.evidence.as_dict()} if evidence else {}),
            }
            for c in answer.candidates
        ],
    }
