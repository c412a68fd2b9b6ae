"""How common each name element is: the column `frequency` of the elements' tables.

`python -m nisba.editing.frequencies --data DIR` counts bearers in `name_units.tsv` and writes the
column; people leave it alone. A spelling that several readings of one Arabic word may have is
shared among them by the sound model's likelihood, so that Hassan counts for حسّان more than for
حسن. The same data give the same column.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path

from nisba._data import curated, learned
from nisba._pipes import reader_may_leave
from nisba.gazetteer.tables import ELEMENT_COLUMNS, Row, read_elements
from nisba.sounds.letters import LATIN, arabic_letters
from nisba.sounds.tables import read_channel
from nisba.sounds.training.channels import shares
from nisba.sounds.training.sources import ARTICLE, attested, read, rows
from nisba.sounds.units import Form, units_of

#: Parts of names among which one bearer makes the class: one of 1,000 is very common, and each
#: class below takes a name that is four times as rare.
CLASSES = (("5", 1_000), ("4", 4_000), ("3", 16_000), ("2", 64_000))
_RAREST = "1"


def class_of(bearers: float, among: float) -> str:
    """The class of an element that so many of all parts of names are: 5 very common, 1 rare.

    >>> [class_of(n, 100_000) for n in (500, 50, 10, 2, 0)]
    ['5', '4', '3', '2', '1']
    """
    return next((name for name, parts in CLASSES if bearers * parts >= among), _RAREST)


def bearers_of(elements: Iterable[Row], data: Path, folder: Path) -> tuple[dict[str, float], float]:
    """Bearers of each element by its id, and of all parts of names together.

    `data` holds `name_units.tsv` and `lc_words.tsv`, `folder` the tables of elements. An element
    of several words is counted where just these words stand.
    """
    by_form = _by_form(data, folder)
    by_words: Counter[str] = Counter()
    among = 0
    for row in rows(data / "name_units.tsv"):
        among += int(row["count"])
        if " " in row["arabic_key"]:
            by_words[_words(row["arabic_key"])] += int(row["count"])
    found: dict[str, float] = {}
    for element in elements:
        if " " in element["arabic"]:
            found[element["id"]] = by_words[_words(element["arabic"])]
        else:
            key = arabic_letters(element["arabic"])
            found[element["id"]] = by_form.get((key, units_of(element["romanized"]) or ()), 0.0)
    return found, float(among)


def _by_form(data: Path, folder: Path) -> Mapping[tuple[str, Form], float]:
    """Bearers by Arabic word and reading."""
    readings = read(data, folder).readings
    latin = read_channel(learned("latin.tsv"), LATIN)
    found: dict[tuple[str, Form], float] = defaultdict(float)
    for item in attested(data / "name_units.tsv"):
        for form, share in shares(readings.get(item.key, {}), item.latin, latin).items():
            found[item.key, form] += item.count * share
    return found


def _words(text: str) -> str:
    """The words of a name without what spellings differ in, the article of each aside."""
    return " ".join(arabic_letters(w.removeprefix(ARTICLE)) for w in text.split())


def write_classes(path: Path, classes: Mapping[str, str]) -> int:
    """Write the classes into one table of elements; returns how many rows it changed.

    Raises `ValueError` for a table with findings: it is not read well enough to be written.
    """
    table = read_elements(path)
    if table.findings:
        raise ValueError(f"{path}: run 'nisba gazetteer check' first: {table.findings[0]}")
    changed = 0
    lines = ["\t".join(ELEMENT_COLUMNS)]
    for row in table.rows:
        now = classes.get(row["id"], row["frequency"])
        changed += now != row["frequency"]
        lines.append("\t".join({**row.cells, "frequency": now}[name] for name in ELEMENT_COLUMNS))
    if changed:
        path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
    return changed


def main() -> None:
    """Count, write the column and print how many elements each class has."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--data", type=Path, required=True, help="folder of name_units.tsv")
    data = parser.parse_args().data
    folder = curated("elements")
    paths = sorted(folder.glob("*.tsv"))
    elements = [row for path in paths for row in read_elements(path).rows]
    found, among = bearers_of(elements, data, folder)
    classes = {ident: class_of(bearers, among) for ident, bearers in found.items()}
    changed = sum(write_classes(path, classes) for path in paths)
    for name, times in sorted(Counter(classes.values()).items(), reverse=True):
        print(f"{times:6,}  elements of class {name}")
    print(f"{changed:6,}  changed; counted among {among:,.0f} parts of names")


if __name__ == "__main__":
    with reader_may_leave():
        main()
