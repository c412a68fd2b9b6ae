"""Who comes first: `python -m benchmarks.retrieval --data DIR`, with rapidfuzz in the same run.

Aliases of sanctioned persons, headings of libraries, Arabic names for Latin ones; only the half of
the persons that fitted no weight asks. `first` and `among ten` are shares of the queries with an
owner; `sure` is the share whose owner comes first and scores above all but 1 in 100 of the queries
about nobody. The tables are those that `make train` reads.
"""

import argparse
from collections.abc import Callable
from pathlib import Path

import numpy as np

from nisba.gazetteer import Gazetteer
from nisba.resolve.fitting import Task, held_out, tasks
from nisba.resolve.resolver import Resolver
from nisba.text.scripts import dominant_script

Ranked = list[tuple[str, float]]
Search = Callable[[str], Ranked]


def nisba_search(task: Task) -> Search:
    """nisba through its public face."""
    resolver = Resolver(Gazetteer.from_names(task.corpus))
    return lambda name: [
        (c.identity, c.probability) for c in resolver.resolve(name, limit=10).candidates
    ]


def rapidfuzz_search(scorer: str) -> Callable[[Task], Search]:
    """A scorer of rapidfuzz over the same list."""

    def search(task: Task) -> Search:
        from rapidfuzz import fuzz, process, utils

        texts = [utils.default_process(name) for _, name in task.corpus]
        score = getattr(fuzz, scorer)

        def ask(name: str) -> Ranked:
            query = utils.default_process(name)
            found = process.extract(query, texts, scorer=score, limit=10)
            return [(task.corpus[i][0], s) for _, s, i in found]

        return ask

    return search


def measure(task: Task, search: Search) -> dict[str, float]:
    """Shares over the held-out queries of one task; headings by script."""
    asked = [(name, owner) for name, owner in task.queries if held_out(name, owner)]
    found = [(name, owner, search(name)) for name, owner in asked]
    owned = [(name, owner, top) for name, owner, top in found if owner is not None]
    first = np.array([bool(top) and top[0][0] == owner for _, owner, top in owned])
    rows = {"first": first.mean()}
    rows["among ten"] = np.mean([owner in [e for e, _ in top] for _, owner, top in owned])
    scripts = np.array([str(dominant_script(name)) for name, _, _ in owned])
    if len(set(scripts)) > 1:
        rows |= {f"first, {s}": first[scripts == s].mean() for s in sorted(set(scripts))}
    strangers = [top[0][1] if top else 0.0 for _, owner, top in found if owner is None]
    if strangers:
        level = np.quantile(strangers, 0.99)
        rows["sure"] = np.mean(
            [f and top[0][1] > level for f, (_, _, top) in zip(first, owned, strict=True)]
        )
    return {name: float(share) for name, share in rows.items()}


def main() -> None:
    """Print a table a task."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the name tables")
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    systems = {
        "nisba": nisba_search,
        "rapidfuzz WRatio": rapidfuzz_search("WRatio"),
        "rapidfuzz token_set_ratio": rapidfuzz_search("token_set_ratio"),
    }
    for task in tasks(options.data, options.seed):
        if task.title == "short list":
            continue
        print(f"\n{task.title}: {len(task.corpus):,} names")
        for system, prepare in systems.items():
            shares = measure(task, prepare(task))
            print(f"  {system:26}" + "  ".join(f"{k} {v:.3f}" for k, v in shares.items()))


if __name__ == "__main__":
    main()
