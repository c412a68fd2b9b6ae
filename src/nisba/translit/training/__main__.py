"""`python -m nisba.translit.training --data DIR`: count the transliteration tables again.

Reproducible bit for bit. Run it after the training of the sound model, whose channel it asks.
"""

import argparse
import hashlib
import sys
from pathlib import Path

from nisba._data import curated
from nisba._pipes import reader_may_leave
from nisba.sounds.training.regions import read_regions
from nisba.translit.remembered import TABLES, write_remembered
from nisba.translit.styles import write_styles
from nisba.translit.training.counting import count, spellings_of
from nisba.translit.training.styling import fit_styles

_INPUTS = ("name_units.tsv", "full_names.tsv", "lc_words.tsv")


def main() -> None:
    """Count, write the tables, print what was read."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the training tables")
    data = parser.parse_args().data
    missing = [name for name in _INPUTS if not (data / name).is_file()]
    if missing:
        sys.exit(f"nisba: {data}: no {', '.join(missing)}: name the folder with --data")
    train(data)


def train(data: Path) -> None:
    """Write all tables of this stage."""
    TABLES.mkdir(exist_ok=True)
    regions = read_regions(curated("regions.tsv"))
    table = spellings_of(count(data))
    write_remembered(TABLES / "remembered.tsv", table)
    print(f"remembered: {len(table)} words, {sum(map(len, table.values()))} spellings")
    write_styles(TABLES / "styles.tsv", fit_styles(data, regions))
    _write_provenance(data)


def _write_provenance(data: Path) -> None:
    lines = ["what\tvalue", "command\tmake train"]
    files = [data / name for name in _INPUTS] + [curated("regions.tsv")]
    lines += [
        f"{path.name}\tsha256:{hashlib.sha256(path.read_bytes()).hexdigest()}" for path in files
    ]
    (TABLES / "PROVENANCE.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    with reader_may_leave():
        main()
