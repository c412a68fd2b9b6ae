"""What files alone cost: read, cut, taken apart and written, with a resolver that says one thing.

`python -m benchmarks.files` prints rows a second for each format, of all the work in one process,
and of the process that reads and writes where others do the rest: that one bounds any number of
jobs. Processor time is counted, so that other work on the machine matters less.
"""

import argparse
import random
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from nisba._pipes import reader_may_leave
from nisba.batch import input_of, resolve_table
from nisba.batch.resolving import Labels
from nisba.facts import Facts

_FORMATS = ("csv", "csv.gz", "csv.zst", "jsonl", "parquet")
_NAMES = ("Mustafa al-Kadhimi", '"al-Kazimi, Mustafa"', "مصطفى الكاظمي", "Hadi al-Amiri")


@dataclass(frozen=True)
class Says:
    """An answer that is always the same."""

    decision: str = "none"
    identity: str | None = None
    candidates: tuple[()] = ()
    nobody: float = 1.0
    reason: str = "no listed name shares a part with it."
    namesakes: tuple[str, ...] = ()


class Quick:
    """A resolver that does not look, and its own gazetteer."""

    @property
    def gazetteer(self) -> Labels:
        """Itself: an id is its own label."""
        return self

    def label(self, id: str, /) -> str:
        """Return the id."""
        return id

    def resolve_many(
        self, names: list[str], /, *, limit: int, facts: list[Facts] | None = None
    ) -> Sequence[Says]:
        """Say the same of all names."""
        return [Says()] * len(names)


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description="What reading and writing alone cost.")
    parser.add_argument("--rows", type=int, default=200_000, help="rows of each file")
    rows = parser.parse_args().rows
    print(f"{rows:,} rows, thousands a second     all the work   reading and writing, --jobs 2")
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        source = _written(folder, rows)
        for name in _FORMATS:
            target = folder / f"out.{name}"
            alone, shared = (_pace(source, target, jobs) for jobs in (1, 2))
            print(f"csv to {name:<24}  {alone:15,.0f}  {shared:30,.0f}")
        for name in _FORMATS[1:]:
            # The answers of before are the user's columns now.
            renamed = folder / f"in.{name}"
            (folder / f"out.{name}").rename(renamed)
            alone, shared = (_pace(renamed, folder / f"back.{j}.csv", j) for j in (1, 2))
            print(f"{name + ' to csv':<31}  {alone:15,.0f}  {shared:30,.0f}")


def _written(folder: Path, rows: int) -> Path:
    """A CSV file of rows, a quarter of them quoted."""
    chance = random.Random(1)
    path = folder / "people.csv"
    with path.open("w", encoding="utf-8") as file:
        file.write("id,name,note\n")
        file.writelines(f"{i},{chance.choice(_NAMES)},note {i}\n" for i in range(rows))
    return path


def _pace(source: Path, target: Path, jobs: int) -> float:
    """Thousands of rows a second of this process's time on the processor."""
    before = time.process_time()
    table = input_of(source, "name", added=())
    done = resolve_table(table, target, Quick(), jobs=jobs, overwrite=True)
    return done.rows / (time.process_time() - before) / 1_000


if __name__ == "__main__":
    with reader_may_leave():
        main()
