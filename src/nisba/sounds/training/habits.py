"""Habits of spelling that the attested names show too seldom: Dschamal, Mukhammed, Hafidz, Xasan.

The registers that the channel learns from are Arab, Persian and South Asian. How Germans, Russians,
Somalis or Malays write an Arabic unit stands in the editors' table `gazetteers/habits.tsv`, one
habit a row with a region and an example. A habit may be used like any rendering, and is never less
likely than `LEAST`; in its own region it is far likelier (`nisba.sounds.training.regions`).
"""

from dataclasses import dataclass
from pathlib import Path

from nisba.sounds.contexts import PLACES, UNIT_NUMBER
from nisba.sounds.kernels import Floats
from nisba.sounds.letters import latin_letters
from nisba.sounds.tables import EMPTY
from nisba.sounds.training.sources import rows

LEAST = 0.005
"""P(chunk | unit) of a habit that no register shows: about as often as the rarest that one does."""


@dataclass(frozen=True, slots=True)
class Habit:
    """A Latin chunk that renders a unit in a region, in one of the places of a form or in `any`."""

    unit: str
    place: str
    chunk: str
    region: str

    def rows(self) -> list[int]:
        """Base rows of the channel in which the habit holds."""
        places = PLACES if self.place == "any" else (self.place,)
        return [UNIT_NUMBER[self.unit] * len(PLACES) + PLACES.index(p) for p in places]


def read_habits(path: Path) -> tuple[Habit, ...]:
    """The editors' habits; the chunk as the channel writes it."""
    return tuple(
        Habit(
            row["unit"],
            row["place"],
            "" if row["latin"] == EMPTY else latin_letters(row["latin"]),
            row["region"],
        )
        for row in rows(path)
    )


def allow(allowed: Floats, chunks: list[str], habits: tuple[Habit, ...]) -> None:
    """Let the fit use the habits."""
    for habit in habits:
        allowed[habit.rows(), chunks.index(habit.chunk)] = 1.0


def raised(table: Floats, chunks: list[str], habits: tuple[Habit, ...]) -> Floats:
    """The table with each habit at least as likely as `LEAST`."""
    result = table.copy()
    for habit in habits:
        column = chunks.index(habit.chunk)
        for row in habit.rows():
            result[row, column] = max(result[row, column], LEAST)
    whole: Floats = result / result.sum(axis=1, keepdims=True)
    return whole


def chunks_of(habits: tuple[Habit, ...]) -> set[str]:
    """All chunks that a habit writes."""
    return {habit.chunk for habit in habits} - {""}
