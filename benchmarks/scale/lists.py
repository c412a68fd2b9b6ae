"""The files of one size: identities, rows that ask about them, and a list with doubles.

`identities.csv` has id and name, one line a name; `rows.csv` row, name, and what is true of it:
owner (nothing for a stranger), errors, script, and whether the sound model spelled a part of it;
`people.csv` row, name and true cluster. `about.json` counts what is in them. One seed and one
size give one set of files.
"""

import csv
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from benchmarks.scale.elements import Elements
from benchmarks.scale.people import Ints, People, people, strangers, together
from benchmarks.scale.spelled import Made
from benchmarks.scale.writing import Writer, Written

_ARABIC = 0.15  # share of rows in Arabic script
_ARABIC_TOO = 0.3  # share of identities with their name in Arabic script besides
_SPELLED_TOO = 0.15  # share of identities with another Latin spelling besides
_STRANGERS = 0.2
_COPIES = (0.55, 0.25, 0.12, 0.05, 0.03)
"""Shares of people who are 1 to 5 times in the list with doubles."""
_LEAST_DISTINCT = 0.5


@dataclass(frozen=True, slots=True)
class About:
    """What is in the files: sizes, and shares (0 to 1) of rows.

    `alone` is the share of owned rows whose owner has no namesake in the list.
    """

    rows: int
    identities: int
    names: int
    seed: int
    spelled_by: str
    made_by_model: float
    distinct_rows: float
    distinct_identities: float
    alone: float
    arabic: float
    strangers: float
    errors: tuple[float, ...]
    people: int
    distinct_people: float


def write_lists(
    folder: Path, told: Elements, made: Made, rows: int, identities: int, seed: int
) -> About:
    """Draw and write the files of one size; the list with doubles has as many rows as ask.

    Raises `ValueError` where half of the rows would be alike: such a list measures a cache.
    """
    folder.mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng(seed)
    writer = Writer(told, made, seed)
    listed = people(told, identities, rng)
    names = _listed(folder / "identities.csv", writer, listed, rng)
    _, namesake, sizes = np.unique(listed.keys, return_inverse=True, return_counts=True)
    unknown = rows // int(1 / _STRANGERS)
    owner = np.concatenate([rng.integers(0, identities, rows - unknown), np.full(unknown, -1)])
    nobody = strangers(told, unknown, listed, rng)
    who = together([listed.some(owner[owner >= 0]), nobody])
    written = writer.write(who, _ARABIC, errors=True)
    distinct = len(set(written.names)) / rows
    if distinct < _LEAST_DISTINCT:
        raise ValueError(
            f"{rows:,} rows against {identities:,} identities: {distinct:.2f} are distinct; "
            f"at least {_LEAST_DISTINCT} must be: take more identities or fewer rows"
        )
    order = rng.permutation(rows)
    _rows(folder / "rows.csv", written, owner, order)
    doubles, clusters = _doubles(told, rows, rng)
    double = writer.write(doubles, _ARABIC, errors=True)
    _people(folder / "people.csv", double, clusters, rng.permutation(rows))
    about = About(
        rows=rows,
        identities=identities,
        names=names,
        seed=seed,
        spelled_by=told.source,
        made_by_model=float(written.made.mean()),
        distinct_rows=distinct,
        distinct_identities=len(sizes) / identities,
        alone=float((sizes[namesake[owner[owner >= 0]]] == 1).mean()),
        arabic=float(written.arabic.mean()),
        strangers=float((owner < 0).mean()),
        errors=tuple((np.bincount(written.errors, minlength=4) / rows).tolist()),
        people=int(clusters.max()) + 1,
        distinct_people=len(set(double.names)) / rows,
    )
    made.save()
    (folder / "about.json").write_text(json.dumps(asdict(about), indent=1), encoding="utf-8")
    return about


def _listed(path: Path, writer: Writer, who: People, rng: np.random.Generator) -> int:
    """Write the identities, one to three names each; returns how many names there are."""
    count = len(who.region)
    groups = [(np.arange(count), writer.write(who, 0.05, errors=False).names)]
    for share, arabic in ((_ARABIC_TOO, 1.0), (_SPELLED_TOO, 0.0)):
        which = np.flatnonzero(rng.random(count) < share)
        groups.append((which, writer.write(who.some(which), arabic, errors=False).names))
    lines = sorted(
        {
            (int(i), name): None
            for which, names in groups
            for i, name in zip(which, names, strict=True)
        }
    )
    _write(path, ("id", "name"), ((f"p{i}", name) for i, name in lines))
    return len(lines)


def _rows(path: Path, written: Written, owner: Ints, order: Ints) -> None:
    header = ("row", "name", "owner", "errors", "script", "spelled")
    _write(
        path,
        header,
        (
            (
                n,
                written.names[i],
                f"p{owner[i]}" if owner[i] >= 0 else "",
                int(written.errors[i]),
                "Arab" if written.arabic[i] else "Latn",
                "model" if written.made[i] else "attested",
            )
            for n, i in enumerate(order.tolist())
        ),
    )


def _doubles(told: Elements, rows: int, rng: np.random.Generator) -> tuple[People, Ints]:
    """People of whom some are several times in the list, and the number of each row's person."""
    copies = rng.choice(len(_COPIES), rows, p=_COPIES) + 1
    clusters = np.repeat(np.arange(rows), copies)[:rows]
    return people(told, int(clusters[-1]) + 1, rng).some(clusters), clusters


def _people(path: Path, written: Written, clusters: Ints, order: Ints) -> None:
    lines = ((n, written.names[i], f"c{clusters[i]}") for n, i in enumerate(order.tolist()))
    _write(path, ("row", "name", "person"), lines)


def _write(path: Path, header: Sequence[str], lines: Iterable[Sequence[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(header)
        table.writerows(lines)
