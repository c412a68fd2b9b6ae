"""Fit the weights of whole-name evidence: `python -m nisba.resolve.fitting --data DIR`.

The weights are those under which the resolver's own posterior gives real aliases to their persons
and strangers to nobody: a multinomial logit over the candidates that the index finds, and nobody.
Half of the persons fit, the other half report. Signs are fixed beforehand (a contradiction never
speaks for a match), so that the laws of tests/laws hold for any data.
"""

import argparse
import csv
import hashlib
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from nisba.gazetteer import Gazetteer
from nisba.match.types import SEEN
from nisba.match.weights import rewrite, value
from nisba.resolve.resolver import Resolver

_POSITIVE = frozenset({"sound", "complete", "exact", "given_same"})
_FIXED = {"exact": 1.5, "family_missing": -3.0}
"""Weights that lists of aliases cannot tell: they seldom repeat a listed spelling, and they call
one man by his family name here and without it there."""
_SHORT_LIST = 400
_PENALTY = 0.002  # pull of a weight towards 0, per squared bit
_FILES = ("ofac_persons.tsv", "viaf_variants.tsv", "full_names.tsv")

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Task:
    """Names to search, and queries with the identity they belong to (or None: nobody)."""

    title: str
    corpus: list[tuple[str, str]]
    queries: list[tuple[str, str | None]]


@dataclass(frozen=True, slots=True)
class Case:
    """One query's candidates as quantities (candidates, len(SEEN)), and the right one or -1."""

    seen: Array
    right: int
    identities: int
    held_out: bool


def rows(path: Path) -> list[dict[str, str]]:
    """Rows of a tab-separated file without quoting."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def tasks(data: Path, seed: int) -> Iterator[Task]:
    """Sanctioned persons and their aliases, library headings, names in two scripts."""
    random = np.random.default_rng(seed)
    full = rows(data / "full_names.tsv")
    # One spelling an Arabic name: another spelling of a listed name would be no stranger.
    by_key = {r["arabic_key"]: r["latin"] for r in full if len(r["latin"].split()) > 1}
    people = sorted(set(by_key.values()))
    random.shuffle(people)
    strangers, others = people[:1500], people[1500:9000]
    extra = [(f"w{i}", name) for i, name in enumerate(others)]

    persons = rows(data / "ofac_persons.tsv")
    arab = {r["entity_id"] for r in persons if r["arabic_named_guess"]}
    corpus = [(r["entity_id"], _turned(r["name"])) for r in persons if r["kind"] == "primary"]
    aliases: list[tuple[str, str | None]] = [
        (_turned(r["name"]), r["entity_id"])
        for r in persons
        if r["kind"] == "strong_aka" and r["entity_id"] in arab
    ]
    nobody: list[tuple[str, str | None]] = [(name, None) for name in strangers]
    yield Task("sanctions aliases", corpus + extra, _some(aliases, 1500, random) + nobody)
    yield _small(corpus, aliases, nobody, random)

    variants = [r for r in rows(data / "viaf_variants.tsv") if r["arab_person_guess"] == "1"]
    headings: dict[str, str] = {}
    by_script: dict[tuple[str, str], list[tuple[str, str | None]]] = defaultdict(list)
    for r in variants:
        if r["kind"] == "main" and r["script"] == "Latn":
            headings.setdefault(r["viaf_id"], r["name"])
    for r in variants:
        if r["viaf_id"] in headings and r["script"] in ("Latn", "Arab"):
            by_script[r["viaf_id"], r["script"]].append((r["name"], r["viaf_id"]))
    queries = [q for found in by_script.values() for q in _some(found, 8, random)]
    asked = _some(queries, 1500, random) + nobody[:500]
    yield Task("library headings", sorted(headings.items()) + extra, asked)
    yield _small(sorted(headings.items()), queries, nobody, random)

    pairs = sorted({(r["arabic_key"], r["latin"]) for r in full if " " in r["arabic_key"]})
    random.shuffle(pairs)
    first: dict[str, str] = {}
    for key, latin in pairs[:9000]:
        first.setdefault(key, latin)
    scripts: list[tuple[str, str | None]] = [(key, f"p{i}") for i, key in enumerate(first)]
    listed = [(f"p{i}", x) for i, x in enumerate(first.values())]
    yield Task("Arabic for Latin", listed, _some(scripts, 1000, random))


def _small(
    corpus: list[tuple[str, str]],
    queries: list[tuple[str, str | None]],
    nobody: list[tuple[str, str | None]],
    random: np.random.Generator,
) -> Task:
    """A short list, of which most names are not: a shared given name proves nothing there."""
    chosen = {corpus[i][0] for i in random.permutation(len(corpus))[:_SHORT_LIST]}
    listed = [(identity, name) for identity, name in corpus if identity in chosen]
    owned = [(name, owner) for name, owner in queries if owner in chosen]
    return Task("short list", listed, _some(owned, 400, random) + nobody)


def _turned(name: str) -> str:
    """FAMILY, Given as Given FAMILY."""
    return " ".join(reversed([x.strip() for x in name.split(",")])) if "," in name else name


def _some(
    items: Iterable[tuple[str, str | None]], most: int, random: np.random.Generator
) -> list[tuple[str, str | None]]:
    """A random choice of distinct items."""
    distinct = sorted(set(items), key=str)
    chosen = random.permutation(len(distinct))[:most]
    return [distinct[i] for i in sorted(chosen)]


def cases(task: Task, resolver: Resolver) -> Iterator[Case]:
    """What the resolver sees between each query and its candidates."""
    for name, owner in task.queries:
        found = resolver.evidence(name)
        ids = [identity for identity, _ in found]
        if owner is not None and owner not in ids:
            continue  # the index did not find it: no weight can
        seen = np.array([s.vector() for _, s in found]).reshape(len(found), len(SEEN))
        right = -1 if owner is None else ids.index(owner)
        yield Case(seen, right, len(resolver.gazetteer), held_out(name, owner))


def held_out(name: str, owner: str | None) -> bool:
    """Whether a query is in the half that fits no weight; all names of a person go together."""
    return bool(hashlib.sha256((owner or name).encode()).digest()[0] & 1)


def loss(theta: Array, given: Sequence[Case]) -> tuple[float, Array]:
    """Mean -log2 probability of the right answers, and its gradient; theta ends in the prior."""
    total, gradient = 0.0, np.zeros_like(theta)
    for case in given:
        bits = case.seen @ theta[:-1] + theta[-1] - np.log2(case.identities)
        top = max(float(bits.max(initial=0.0)), 0.0)
        powers = np.exp2(bits - top)
        whole = powers.sum() + 2.0**-top
        share = powers / whole
        total += np.log2(whole) + top - (bits[case.right] if case.right >= 0 else 0.0)
        gradient[:-1] += share @ case.seen
        gradient[-1] += share.sum()
        if case.right >= 0:
            gradient[:-1] -= case.seen[case.right]
            gradient[-1] -= 1.0
    n = len(given)
    penalty = _PENALTY * float(theta[:-1] @ theta[:-1])
    gradient[:-1] += 2 * _PENALTY * theta[:-1] * n
    return total / n + penalty, gradient / n


def fit(given: Sequence[Case]) -> Array:
    """The weights of least loss, with their signs kept."""
    from scipy.optimize import minimize

    signs = [(0.0, None) if name in _POSITIVE else (None, 0.0) for name in SEEN]
    bounds = [
        (_FIXED[name],) * 2 if name in _FIXED else sign
        for name, sign in zip(SEEN, signs, strict=True)
    ]
    start = np.array([*(value(name) for name in SEEN), value("resolve_prior")])
    result = minimize(loss, start, (given,), jac=True, bounds=[*bounds, (None, None)])
    return np.asarray(result.x, dtype=float)


def first_share(theta: Array, given: Sequence[Case]) -> float:
    """Share of the queries with an owner whose owner comes first."""
    owned = [c for c in given if c.right >= 0]
    return float(np.mean([int(np.argmax(c.seen @ theta[:-1])) == c.right for c in owned]))


def trusted(theta: Array, given: Sequence[Case], least: float) -> tuple[int, int]:
    """How many answers have at least a probability, and how many of these are wrong."""
    sure = wrong = 0
    for case in given:
        bits = case.seen @ theta[:-1] + theta[-1] - np.log2(case.identities)
        if not len(bits):
            continue
        odds = np.exp2(np.minimum(bits, 1000.0))
        best = int(np.argmax(odds))
        if odds[best] / (1.0 + odds.sum()) >= least:
            sure += 1
            wrong += best != case.right
    return sure, wrong


def main() -> None:
    """Fit, report on the held-out half, write the weights."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the name tables")
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    missing = [name for name in _FILES if not (options.data / name).is_file()]
    if missing:
        sys.exit(f"nisba: {options.data}: no {', '.join(missing)}: name the folder with --data")
    given = [
        case
        for task in tasks(options.data, options.seed)
        for case in cases(task, Resolver(Gazetteer.from_names(task.corpus)))
    ]
    fitting, reporting = [c for c in given if not c.held_out], [c for c in given if c.held_out]
    theta = fit(fitting)
    for name, weight in zip([*SEEN, "resolve_prior"], theta, strict=True):
        print(f"{name:14} {weight:+8.3f}")
    for what, some in (("fitted on", fitting), ("held out", reporting)):
        print(
            f"{what}: {len(some)} queries, {loss(theta, some)[0]:.3f} bits a query, "
            f"owner first {first_share(theta, some):.3f}"
        )
    for least in (0.9, 0.98):
        sure, wrong = trusted(theta, given, least)
        print(f"above {least}: {wrong} of {sure} answers are wrong")
    rewrite(dict(zip([*SEEN, "resolve_prior"], theta.tolist(), strict=True)))


if __name__ == "__main__":
    main()
