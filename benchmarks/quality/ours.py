"""nisba among the peers: the resolver on a list, the comparison on pairs."""

from collections.abc import Iterator, Sequence

from benchmarks.quality.searching import TOP, Ranked
from benchmarks.quality.tasks import Task
from nisba import Gazetteer, Resolver
from nisba.match.compare import Comparison, comparison
from nisba.match.evidence import Weigher
from nisba.match.prepare import Ear
from nisba.sounds.model import load_model

_AT_ONCE = 50


def resolved(task: Task) -> Iterator[Ranked]:
    """What the resolver answers to each query; its index is built before the first is asked for."""
    resolver = Resolver(Gazetteer.from_names(task.corpus))
    names = [query.name for query in task.queries]
    return (
        [(c.identity, c.probability) for c in resolution.candidates]
        for start in range(0, len(names), _AT_ONCE)
        for resolution in resolver.resolve_many(names[start : start + _AT_ONCE], limit=TOP)
    )


def compared(pairs: Sequence[tuple[str, str]]) -> Iterator[Comparison]:
    """What `nisba.compare` says of each pair, with the loops compiled."""
    model = load_model(fast=True)
    ear, weigher = Ear(model), Weigher(model)
    return (comparison(weigher, ear.prepare(left), ear.prepare(right)) for left, right in pairs)
