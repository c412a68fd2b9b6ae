"""Fit the weights of whole-name evidence: `python -m nisba.resolve.fitting --data DIR`.

Two fits over the candidates that the index finds for real aliases and for strangers. Who: the
aliases belong to their persons. Whether: aliases belong to somebody, strangers to nobody. Half of
the persons fit, the other half report, and set the thresholds for a wanted share of errors. Signs
are fixed beforehand (a contradiction never speaks for a match), so that the laws of tests/laws hold
for any data.
"""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from nisba._pipes import reader_may_leave
from nisba.gazetteer import Gazetteer
from nisba.match.measures import sure_top_within
from nisba.match.types import SEEN
from nisba.match.weights import rewrite
from nisba.resolve.fits import FIXED, Case, Fitted, answers, fit_listed, fit_who
from nisba.resolve.resolver import Resolver
from nisba.resolve.tasks import FILES, Task, held_out, tasks
from nisba.resolve.thresholds import NAMES

_CONFIDENCE = 0.9
"""How sure a threshold is to keep its share of errors: on nine of ten other samples of names."""


def cases(task: Task, resolver: Resolver) -> Iterator[Case]:
    """What the resolver sees between each query and its candidates; none found is no case."""
    for name, owner in task.queries:
        found = resolver.evidence(name)
        if not found:
            continue
        ids = [identity for identity, _ in found]
        seen = np.array([s.vector() for _, s in found]).reshape(len(found), len(SEEN))
        right = ids.index(owner) if owner in ids else -1
        yield Case(seen, right, owner is None, len(resolver.gazetteer), held_out(name, owner))


def main() -> None:
    """Fit, report on the held-out half, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the name tables")
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    missing = [name for name in FILES if not (options.data / name).is_file()]
    if missing:
        sys.exit(f"nisba: {options.data}: no {', '.join(missing)}: name the folder with --data")
    given = [
        case
        for task in tasks(options.data, options.seed)
        for case in cases(task, Resolver(Gazetteer.from_names(task.corpus)))
    ]
    fitting, reporting = [c for c in given if not c.held_out], [c for c in given if c.held_out]
    who = fit_who(fitting)
    listed = fit_listed(fitting, who.values)
    print("weight                  bits   error")
    for found in (who, listed):
        for name, weight, error in zip(found.names, found.values, found.errors, strict=True):
            print(f"{name:22} {weight:+7.3f} {_told(name, weight, error)}")
        print(f"loss {found.loss:.3f} bits a case")
    for what, some in (("fitted on", fitting), ("held out", reporting)):
        p, right, owned = answers(some, who.values, listed)
        print(
            f"{what}: {len(some)} queries, owner first {right[owned].mean():.3f} of {owned.sum()}"
        )
        for least in (0.9, 0.98):
            sure = p >= least
            print(f"  above {least}: {(sure & ~right).sum()} of {sure.sum()} answers are wrong")
    p, right, _ = answers(reporting, who.values, listed)
    thresholds = {}
    for rate, name in NAMES.items():
        top = sure_top_within(rate, p, right.astype(float), _CONFIDENCE)
        if top is None:
            sys.exit(f"nisba: {name}: no threshold keeps it on so few names")
        thresholds[name] = top.threshold
        print(f"{name}: from {top.threshold:.6f}, {top.wrong} of {top.pairs} are wrong")
    rewrite(_weights(who) | _weights(listed) | thresholds)


def _told(name: str, weight: float, error: float) -> str:
    if name in FIXED:
        return "    set"
    return "  bound" if weight == 0.0 else f"{error:7.3f}"


def _weights(found: Fitted) -> dict[str, float]:
    return dict(zip(found.names, found.values.tolist(), strict=True))


if __name__ == "__main__":
    with reader_may_leave():
        main()
