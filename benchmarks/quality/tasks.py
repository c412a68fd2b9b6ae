"""Lists to search, and who is looked for in them: three tasks.

A list holds one name a person. A query is another name of one of them, or the name of nobody in
the list. Names of real people who have nothing to do with the queries fill the lists up.
"""

import random
from collections import defaultdict
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from benchmarks.quality.tables import bag, evenly, folded, rows

_FILLERS = 15_000
_ALIASES = 1_500
_STRANGERS = 1_500
_VARIANTS = 12
"""Headings of one person in one script that ask."""
_SCRIPT_PAIRS = 9_000
_ARABIC_QUERIES = 1_000


@dataclass(frozen=True, slots=True)
class Query:
    """A name that asks, the identity it belongs to (None: nobody), and what kind of query it is."""

    name: str
    owner: str | None
    kind: str


@dataclass(frozen=True, slots=True)
class Task:
    """A list of (identity, name), and the queries; those about nobody come last."""

    corpus: list[tuple[str, str]]
    queries: list[Query]

    def some(self, most: int) -> "Task":
        """The same list, asked by at most so many queries with an owner, and so many without."""
        owned = [q for q in self.queries if q.owner is not None]
        strangers = [q for q in self.queries if q.owner is None]
        return Task(self.corpus, [*evenly(owned, most), *evenly(strangers, most)])


def aliases(data: Path, seed: int) -> Task:
    """Sanctioned persons by their primary name; strong aliases and strangers ask.

    An alias that is spelled like some primary name is no question, one of a single word no full
    name; both are left out. `kind` says whether the alias shares a word with the primary name.
    """
    chance = random.Random(seed)
    persons = rows(data / "ofac_persons.tsv")
    arab = {r["entity_id"] for r in persons if r["arabic_named_guess"]}
    primary = [(r["entity_id"], _turned(r["name"])) for r in persons if r["kind"] == "primary"]
    words = {identity: set(bag(name)) for identity, name in primary}
    listed = {bag(name) for _, name in primary}
    asked = []
    for r in persons:
        owner, name = r["entity_id"], _turned(r["name"])
        if r["kind"] != "strong_aka" or owner not in arab or bag(name) in listed:
            continue
        if len(bag(name)) > 1:
            kind = "shares a word" if words[owner] & set(bag(name)) else "shares none"
            asked.append(Query(name, owner, kind))
    chance.shuffle(asked)
    people = [name for name in _people(data, chance) if bag(name) not in listed]
    strangers, fillers = people[:_STRANGERS], people[_STRANGERS : _STRANGERS + _FILLERS]
    return Task(
        primary + _numbered(fillers),
        asked[:_ALIASES] + [Query(name, None, "nobody") for name in strangers],
    )


def headings(data: Path, seed: int) -> Task:
    """Authors by one Latin heading; the other headings of the world's libraries ask.

    `kind` is the script of the query, Latn or Arab. Nobody is a stranger here.
    """
    chance = random.Random(seed)
    authors = [
        r
        for r in rows(data / "viaf_variants.tsv")
        if r["arab_person_guess"] == "1" and r["script"] in ("Latn", "Arab")
    ]
    listed: dict[str, str] = {}
    for r in authors:
        if r["kind"] == "main" and r["script"] == "Latn":
            listed.setdefault(r["viaf_id"], r["name"])
    variants = defaultdict(list)
    for r in authors:
        owner, name = r["viaf_id"], r["name"]
        if owner in listed and len(bag(name)) > 1 and bag(name) != bag(listed[owner]):
            variants[owner, r["script"]].append(name)
    asked = []
    for (owner, script), names in sorted(variants.items()):
        chance.shuffle(names)
        asked += [Query(name, owner, script) for name in names[:_VARIANTS]]
    fillers = _people(data, chance)[:_FILLERS]
    return Task(sorted(listed.items()) + _numbered(fillers), asked)


def arabic_names(data: Path, seed: int) -> Task:
    """People by their Latin name; the Arabic spelling of it asks.

    One Latin spelling an Arabic name and one Arabic name a Latin spelling, so that one answer alone
    is right.
    """
    chance = random.Random(seed)
    full = rows(data / "full_names.tsv")
    pairs = sorted({(r["arabic_key"], r["latin"]) for r in full if " " in r["arabic_key"]})
    chance.shuffle(pairs)
    by_arabic, spelled = {}, set()
    for arabic, latin in pairs[:_SCRIPT_PAIRS]:
        if arabic not in by_arabic and folded(latin) not in spelled:
            by_arabic[arabic] = latin
            spelled.add(folded(latin))
    corpus = [(f"p{i}", latin) for i, latin in enumerate(by_arabic.values())]
    asked = (Query(arabic, f"p{i}", "Arab") for i, arabic in enumerate(by_arabic))
    return Task(corpus, list(islice(asked, _ARABIC_QUERIES)))


def _people(data: Path, chance: random.Random) -> list[str]:
    """Names of real people in English spelling, shuffled."""
    names = {r["latin"] for r in rows(data / "full_names.tsv") if r["lang"] == "en"}
    people = sorted(name for name in names if len(name.split()) > 1)
    chance.shuffle(people)
    return people


def _numbered(names: list[str]) -> list[tuple[str, str]]:
    return [(f"w{i}", name) for i, name in enumerate(names)]


def _turned(name: str) -> str:
    """FAMILY, Given as Given FAMILY: sanctions lists print the family first."""
    if name.count(",") != 1:
        return name
    family, given = (part.strip() for part in name.split(","))
    return f"{given} {family}"
