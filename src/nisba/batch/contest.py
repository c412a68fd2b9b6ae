"""Who gets whom, where each identity answers one row at most.

Rows are served from the likeliest match down. Who finds an identity taken is left with the other
candidates and nobody, whose probabilities grow by what is gone: so a row may lose its match, fall
back on another one, or learn which of two namesakes it is.
"""

import heapq
from array import array
from collections.abc import Mapping
from typing import Any, NamedTuple

from nisba.text.columns import legible

_FEW, _LONGEST_ID = 3, 40


class _Left(NamedTuple):
    """What a row is left with: its best candidate that is free, and its share of what is left."""

    candidate: int
    probability: float


class Contest:
    """Rows that want identities: who gets whom is settled from the surest on.

    Only rows that match or are ambiguous take part; all others stay as they are. Memory is
    bounded by rows: a number and a probability for each candidate.
    """

    def __init__(self, enough: float) -> None:
        """Begin without rows; `enough` is the probability that makes a match."""
        self._enough = enough
        self._identities: dict[str, int] = {}
        self._wanted, self._chances = array("i"), array("d")
        self._starts, self._nobody, self._lines = array("q", [0]), array("d"), array("q")
        self._row_of: dict[int, int] = {}

    def __len__(self) -> int:
        """Return the number of rows."""
        return len(self._lines)

    def add(self, line: int, said: Mapping[str, Any]) -> None:
        """Add a row by its line and its answer."""
        if said["decision"] != "none":
            for candidate in said["candidates"]:
                numbers = self._identities
                self._wanted.append(numbers.setdefault(candidate["identity"], len(numbers)))
                self._chances.append(candidate["probability"])
        self._starts.append(len(self._wanted))
        self._nobody.append(said["nobody"])
        self._lines.append(line)

    def settle(self) -> None:
        """Give identities to rows, the likeliest match first; of equals the first row is served."""
        import numpy as np

        wanted = np.frombuffer(self._wanted, np.int32) if self._wanted else np.zeros(0, np.int32)
        order = np.argsort(wanted, kind="stable")
        bounds = np.searchsorted(wanted[order], np.arange(len(self._identities) + 1))
        rows_of = np.searchsorted(np.frombuffer(self._starts, np.int64), order, side="right") - 1
        heap: list[tuple[float, int, int]] = []
        for row in range(len(self)):
            self._want(row, heap)
        served: set[int] = set()
        while heap:
            chance, row, identity = heapq.heappop(heap)
            if row in served or identity in self._row_of or self._stale(row, -chance):
                continue
            served.add(row)
            self._row_of[identity] = row
            for other in rows_of[bounds[identity] : bounds[identity + 1]].tolist():
                if other not in served:
                    self._want(other, heap)

    def outcome(self, number: int, said: dict[str, Any]) -> dict[str, Any]:
        """Return the answer of a row as the contest leaves it."""
        taken = self._taken(number)
        if not taken:
            return said
        left = self._left(number)
        gone = sum(self._chances[at] for at, _ in taken)
        nobody = self._nobody[number] / max(1.0 - gone, 1e-300)
        best = said["candidates"][left.candidate] if left else None
        if left and left.probability >= self._enough:
            decision = "match"
        else:
            decision = "ambiguous" if left and 1.0 - nobody >= self._enough else "none"
        first = self._starts[number]
        told = [
            f"{legible(said['candidates'][at - first]['identity'], _LONGEST_ID)} went to line "
            f"{self._lines[row]}"
            for at, row in taken[:_FEW]
        ]
        found = best if decision == "match" else None
        return {
            **said,
            "decision": decision,
            "identity": found and found["identity"],
            "label": found and found["label"],
            "nobody": min(nobody, 1.0),
            "reason": f"{said['reason']} One to one: {', '.join(told)}.",
            "left": left.probability if left else None,
        }

    def _want(self, row: int, heap: list[tuple[float, int, int]]) -> None:
        """Let a row ask for the best that it is left with, if that is likely enough."""
        left = self._left(row)
        if left and left.probability >= self._enough:
            wanted = self._wanted[self._starts[row] + left.candidate]
            heapq.heappush(heap, (-left.probability, row, wanted))

    def _stale(self, row: int, chance: float) -> bool:
        left = self._left(row)
        return left is None or left.probability != chance

    def _left(self, row: int) -> _Left | None:
        """The best candidate that is free for a row, with its share of all that is left."""
        first, end = self._starts[row], self._starts[row + 1]
        gone, best = 0.0, -1
        for at in range(first, end):
            if self._row_of.get(self._wanted[at], row) != row:
                gone += self._chances[at]
            elif best < 0 or self._chances[at] > self._chances[best]:
                best = at
        if best < 0:
            return None
        chance = self._chances[best] / (1.0 - gone) if gone < 1.0 else 0.0
        return _Left(best - first, chance)

    def _taken(self, row: int) -> list[tuple[int, int]]:
        """Places of the candidates of a row that another row got, each with that row."""
        places = range(self._starts[row], self._starts[row + 1])
        found = ((at, self._row_of.get(self._wanted[at], row)) for at in places)
        return [(at, other) for at, other in found if other != row]
