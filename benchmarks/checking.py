"""How long `nisba gazetteer check` takes, beside what reading its YAML files alone costs elsewhere.

Run `python -m benchmarks.checking [FOLDER]`. In one run, one after the other: PyYAML reads every
record as `yaml.safe_load` does, and as it does with its C parser; nisba reads and checks the files;
the sound model asks its questions. The collector of cycles is off for all, as in the command.
Printed is the processor time of each, and its ratio to `yaml.safe_load`: on another machine the
seconds are others, the ratio is about the same.
"""

import gc
import sys
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from nisba._data import curated
from nisba._pipes import reader_may_leave
from nisba.editing.questions import questions_of
from nisba.gazetteer.check import element_tables, findings_of
from nisba.gazetteer.folder import FOLDERS, read_folder
from nisba.sounds.model import load_model


def main(root: Path) -> None:
    """Measure, and print a table."""
    gc.disable()
    paths = [path for folder in FOLDERS for path in sorted((root / folder).glob("*.yaml"))]
    load_model(fast=True)  # compiles the loops, where that has not been done before
    peer = _seconds(lambda: [yaml.safe_load(path.read_text("utf-8")) for path in paths])
    quick = _seconds(lambda: [yaml.load(path.read_text("utf-8"), _safe()) for path in paths])
    read = read_folder(root)
    elements = element_tables(root)
    files = _seconds(lambda: findings_of(read_folder(root), element_tables(root)))
    asked = _seconds(lambda: questions_of(read, elements))
    names = sum(len(r.identity.names) for r in read.records if r.identity is not None)
    rows = sum(len(table.rows) for table in elements)
    print(f"{len(paths):,} records with {names:,} names, {rows:,} elements\n")
    print("seconds   ratio")
    for what, seconds in (
        ("PyYAML, yaml.safe_load: the records alone", peer),
        ("PyYAML with its C parser: the records alone", quick),
        ("nisba, what the files show: records and tables", files),
        ("nisba, what the sound model asks", asked),
        ("nisba gazetteer check, all", files + asked),
    ):
        print(f"{seconds:7.2f}  {seconds / peer:6.2f}  {what}")


def _safe() -> type[yaml.SafeLoader]:
    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _seconds(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


if __name__ == "__main__":
    with reader_may_leave():
        main(Path(sys.argv[1]) if len(sys.argv) > 1 else curated())
