"""Law: cells that go from one format to another, and on to any other, are what they were.

Licensed: in CSV what a spreadsheet would run gets an apostrophe, and a missing value is empty.
"""

import csv
import io
import json
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from nisba.batch import input_of
from nisba.batch.cells import harmless
from nisba.batch.deriving import Derived, Work, derive_table

NAMES = ("in.csv", "a.jsonl", "b.parquet", "c.tsv", "d.csv.gz", "e.jsonl.zst")
LETTERS = st.characters(exclude_categories=("Cs", "Cc"))
CELLS = st.text(st.one_of(LETTERS, st.sampled_from('",;\t\n\r=-+ |{}')), max_size=12)
NAME = st.sampled_from(("al-Kadhemi", "علي", "=1", "a, b", 'Abu "the lion"'))


def nothing(step: int) -> Work:
    """A work that adds a column, and knows nothing."""
    return Work("adding", {f"new{step}": str}, lambda text: Derived((f"{step}",), {}))


@given(
    st.lists(st.tuples(NAME, CELLS), min_size=1, max_size=4),
    st.permutations(NAMES[1:]),
)
@settings(max_examples=20)
def test_formats_keep_cells(rows: list[tuple[str, str]], path: list[str]) -> None:
    """A file goes through all formats in any order, and comes out with its cells."""
    with TemporaryDirectory() as place:
        source = Path(place, "in.csv")
        with source.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([("name", "x"), *rows])
        expected = [list(row) for row in rows]
        for step, name in enumerate([*path, "last.jsonl"]):
            target = Path(place, name)
            table = input_of(source, "name", added=(f"new{step}",))
            derive_table(table, target, nothing(step))
            if {".csv", ".tsv"} & set(target.suffixes):
                expected = [[harmless(cell) for cell in row] for row in expected]
            source = target
        lines = io.StringIO(source.read_text(encoding="utf-8"), newline="\n").readlines()
        assert [[row["name"], row["x"]] for row in map(json.loads, lines)] == expected
