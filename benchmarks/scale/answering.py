"""`python -m benchmarks.scale.answering TOOL FOLDER OUT`: one tool answers, in this process.

Writes `answers.csv` and `marks.json` to OUT. The harness starts it; it needs the tool's library
and nothing of nisba.
"""

import argparse
import json
from collections.abc import Callable
from pathlib import Path

from benchmarks.scale.tools import floors, fuzzy, grouping, recordlinking, splinking
from benchmarks.scale.tools.job import Job

WORKS: dict[str, Callable[[Job], None]] = {
    "rapidfuzz-wratio": fuzzy.one_by_one("WRatio"),
    "rapidfuzz-token-sort": fuzzy.one_by_one("token_sort_ratio"),
    "rapidfuzz-cdist": fuzzy.all_at_once,
    "splink": splinking.resolve,
    "splink-dedupe": splinking.dedupe,
    "string-grouper": grouping.resolve,
    "string-grouper-dedupe": grouping.dedupe,
    "recordlinkage": recordlinking.resolve,
    "duckdb-join": floors.exact_join,
    "read-write": floors.copied,
    "duckdb-copy": floors.copied_by_duckdb,
}
"""What the harness can ask for, by name."""


def main() -> None:
    """Answer, and note when each stage was done."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tool", choices=WORKS)
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--some", type=int)
    parser.add_argument("--knob", default="")
    options = parser.parse_args()
    job = Job(options.folder, options.out, options.some, options.knob)
    WORKS[options.tool](job)
    job.mark("end")
    (options.out / "marks.json").write_text(json.dumps(job.marks))


if __name__ == "__main__":
    main()
