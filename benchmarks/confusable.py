"""How well nisba keeps apart the names that the editors say are taken for each other.

Run `python -m benchmarks.confusable [--list]`. Every pair of `gazetteers/confusable.tsv` is
compared in Arabic letters, as a scholar romanizes it, and in plain Latin letters without signs.
Pairs that are written alike in a way of writing are counted apart: nobody can tell them there.
Beside each count stands what Jaro-Winkler similarity says of the same pairs: how many it finds at
least as near as half of the exceptional spellings that the elements list are to their name.
"""

import argparse
import statistics
from collections import Counter
from collections.abc import Callable, Iterable

import jellyfish

import nisba
from nisba._data import curated
from nisba._pipes import reader_may_leave
from nisba.gazetteer.element_links import read_confusables
from nisba.gazetteer.tables import Row, read_elements
from nisba.sounds.units import plain, units_of


def main() -> None:
    """Print one line a way of writing; with `--list` the pairs that are called the same."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--list", action="store_true", help="list the pairs called the same")
    listed = parser.parse_args().list
    paths = sorted(curated("elements").glob("*.tsv"))
    elements = {row["id"]: row for path in paths for row in read_elements(path).rows}
    rows = read_confusables(curated("confusable.tsv")).rows
    pairs = [(elements[row["element"]], elements[row["other"]]) for row in rows]
    near = _nearness_of_one_name(elements.values())
    print(f"{len(pairs)} pairs; half of the listed spellings of one name are as near as {near:.3f}")
    for what, write in _WAYS.items():
        told: Counter[str] = Counter()
        jaro_winkler = 0
        for left, right in pairs:
            one, other = write(left), write(right)
            verdict = "alike" if one == other else str(nisba.compare(one, other).verdict)
            told[verdict] += 1
            jaro_winkler += one != other and jellyfish.jaro_winkler_similarity(one, other) >= near
            if listed and verdict == "same":
                print(f"  {one}  {other}")
        print(
            f"{what:>10}: {told['different']} different, {told['unsure']} unsure, "
            f"{told['same']} same, {told['alike']} alike; Jaro-Winkler: {jaro_winkler} near"
        )


def _plain(row: Row) -> str:
    """The name as one writes it without signs: ʻAmr is Amr, Ḥasan is Hasan."""
    return "".join(map(plain, units_of(row["romanized"]) or ())).replace("'", "").title()


_WAYS: dict[str, Callable[[Row], str]] = {
    "Arabic": lambda row: row["arabic"],
    "scholarly": lambda row: row["romanized"],
    "plain": _plain,
}


def _nearness_of_one_name(elements: Iterable[Row]) -> float:
    """The median similarity of a plain name and the spellings that the editors list for it."""
    return statistics.median(
        jellyfish.jaro_winkler_similarity(_plain(row), spelling)
        for row in elements
        for spelling in row["spellings"].split(" | ")
        if spelling and row["kind"] == "given"
    )


if __name__ == "__main__":
    with reader_may_leave():
        main()
