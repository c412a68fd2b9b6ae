"""Lists of persons with several names each, clustered without a gazetteer: `nisba dedupe` measured.

Run `python -m benchmarks.dedupe --data DIR`; DIR is the folder of name tables that `make train`
reads. Three lists: sanctioned persons with their aliases, authors with the headings of the world's
libraries, people of Wikidata in both scripts (one Arabic name is one person there: namesakes are
not told apart). Each is split by the hash of the person's id, and each half is a list of its own.
The weights of the evidence were fitted on persons of the first half; the few constants of
`nisba.resolve.clusters*` were chosen while looking at both.

Printed are precision, recall and F1 of the pairs put together, those of B-cubed, the share of rows
in clusters of two and more that are not with the most of their cluster, and the calibration error
of the certainty; beside them two plain ways on the same links: names that are equal letter for
letter, and everything that a link holds together.
"""

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from pathlib import Path

import numpy as np

from benchmarks.quality.tables import evenly, folded, rows
from nisba._pipes import reader_may_leave
from nisba.facts import Facts
from nisba.match.measures import calibration_error
from nisba.resolve.clusters_bearers import Bearers, bearers_of
from nisba.resolve.clusters_links import Distinct, Entries, Evidence
from nisba.resolve.tasks import held_out

FILES = ("ofac_persons.tsv", "viaf_variants.tsv", "full_names.tsv")
RATES = (0.2, 0.1, 0.05, 0.01)
_PEOPLE = 5_000
"""People of Wikidata in the list, of some 35,000."""

Row = tuple[str, str]
"""A name, and whose it is."""
HEADER = (
    "list", "names", "persons", "way", "precision", "recall", "F1",
    "B³ precision", "B³ recall", "B³ F1", "rows misplaced", "calibration error",
)  # fmt: skip


def main() -> None:
    """Cluster each half of each list, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the name tables")
    options = parser.parse_args()
    missing = [name for name in FILES if not (options.data / name).is_file()]
    if missing:
        sys.exit(f"nisba: {options.data}: no {', '.join(missing)}: name the folder with --data")
    print("| " + " | ".join(HEADER) + " |")
    print("|" + "---|" * len(HEADER))
    for title, listed in lists(options.data):
        for half in (False, True):
            some = [row for row in listed if held_out(*row) == half]
            _report(f"{title}, {'held out' if half else 'fitted on'}", some)


def lists(data: Path) -> Iterator[tuple[str, list[Row]]]:
    """The three lists, with their titles."""
    persons = rows(data / "ofac_persons.tsv")
    named = {(r["name"], r["entity_id"]) for r in persons if r["arabic_named_guess"]}
    yield "sanctions", sorted(named)
    headings = rows(data / "viaf_variants.tsv")
    yield (
        "library",
        sorted(
            {
                (r["name"], r["viaf_id"])
                for r in headings
                if r["arab_person_guess"] == "1" and r["script"] in ("Latn", "Arab")
            }
        ),
    )
    people: dict[str, set[str]] = defaultdict(set)
    for r in rows(data / "full_names.tsv"):
        if " " in r["arabic_key"] and " " in r["latin"]:
            people[r["arabic_key"]] |= {r["arabic_key"], r["latin"]}
    chosen = evenly(sorted(people), _PEOPLE)
    yield "Wikidata", sorted((name, key) for key in chosen for name in people[key])


def _entries(listed: Sequence[Row]) -> tuple[Entries, list[int]]:
    """The entries of a list, and the entry of each row."""
    found = Distinct()
    came = [found.add(name, Facts())[0] for name, _ in listed]
    entries, place = found.entries()
    return entries, place[came].tolist()


def _labels(bearers: Bearers, entries: Sequence[int]) -> list[Hashable]:
    return [
        int(bearers.cluster[entry]) if bearers.alike[entry] else f"row {row}"
        for row, entry in enumerate(entries)
    ]


def _report(title: str, listed: Sequence[Row]) -> None:
    owners = [owner for _, owner in listed]
    known = [title, f"{len(listed):,}", f"{len(set(owners)):,}"]
    plain: list[Hashable] = [folded(name) for name, _ in listed]
    _print(known, "equal letters", plain, owners)
    entries, of_row = _entries(listed)
    evidence = Evidence(entries)
    for rate in RATES:
        bearers = bearers_of(entries, rate, evidence=evidence)
        if rate == RATES[0]:
            _print(known, "linked", _linked(bearers, of_row), owners)
        certainty = bearers.certainty[of_row].tolist()
        _print(known, f"nisba, {rate:g}", _labels(bearers, of_row), owners, certainty)


def _linked(bearers: Bearers, entries: Sequence[int]) -> list[Hashable]:
    """Everything that even odds and more hold together."""
    parent = list(range(len(bearers.cluster)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = at = parent[parent[at]]
        return at

    links = bearers.links.some(bearers.links.odds > 0.0)
    for a, b in zip(links.left.tolist(), links.right.tolist(), strict=True):
        parent[root(a)] = root(b)
    return [root(entry) for entry in entries]


def _print(
    known: Sequence[str],
    way: str,
    labels: Sequence[Hashable],
    owners: Sequence[str],
    certainty: Sequence[float] | None = None,
) -> None:
    figures = [f"{figure:.3f}" for figure in scores(labels, owners)]
    right = [placed for placed in with_most(labels, owners) if placed is not None]
    figures.append(f"{1.0 - sum(right) / max(len(right), 1):.4f}")
    if certainty is None:
        figures.append("")
    else:
        told = zip(certainty, with_most(labels, owners), strict=True)
        said = [(p, placed) for p, placed in told if placed is not None]
        p, y = np.array(said, dtype=float).reshape(-1, 2).T
        figures.append(f"{calibration_error(p, y):.3f}")
    print("| " + " | ".join([*known, way, *figures]) + " |", flush=True)


def scores(labels: Sequence[Hashable], owners: Sequence[str]) -> tuple[float, ...]:
    """Precision, recall and F1 of the pairs of rows, then those of B-cubed (0 to 1).

    Three rows of one person, two of them together: one pair of three is found, and no wrong one.

    >>> [round(x, 3) for x in scores(["c", "c", "d"], ["p", "p", "p"])]
    [1.0, 0.333, 0.5, 1.0, 0.556, 0.714]
    """
    clusters, people = Counter(labels), Counter(owners)
    both = Counter(zip(labels, owners, strict=True))
    right, put, there = (
        sum(n * (n - 1) // 2 for n in c.values()) for c in (both, clusters, people)
    )
    pairs = _f1(right / put if put else 1.0, right / there if there else 1.0)
    cubed = (
        sum(n * n / clusters[label] for (label, _), n in both.items()) / len(owners),
        sum(n * n / people[owner] for (_, owner), n in both.items()) / len(owners),
    )
    return (*pairs, *_f1(*cubed))


def _f1(precision: float, recall: float) -> tuple[float, float, float]:
    both = precision + recall
    return precision, recall, 2.0 * precision * recall / both if both else 0.0


def with_most(labels: Sequence[Hashable], owners: Sequence[str]) -> list[bool | None]:
    """For each row whether most of the others in its cluster are its owner's; None: it is alone.

    >>> with_most(["c", "c", "c", "d"], ["p", "p", "q", "q"])
    [True, True, False, None]
    """
    inside: dict[Hashable, Counter[str]] = defaultdict(Counter)
    for label, owner in zip(labels, owners, strict=True):
        inside[label][owner] += 1
    found: list[bool | None] = []
    for label, owner in zip(labels, owners, strict=True):
        counts = inside[label]
        if counts.total() == 1:
            found.append(None)
            continue
        others = counts - Counter({owner: 1})
        found.append(others[owner] == max(others.values()))
    return found


if __name__ == "__main__":
    with reader_may_leave():
        main()
