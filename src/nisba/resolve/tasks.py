"""Lists to search and names to ask, made of the training tables: for fitting and for reports.

Persons are split in two halves by the hash of their id: one half fits, the other half reports.
Names of nobody are real names of people who are not listed: people whose Arabic name no other
name of the list spells, and whose words are those of no person of the tables, so that another
spelling of a listed name is no stranger.
"""

import csv
import hashlib
import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np

FILES = ("ofac_persons.tsv", "viaf_variants.tsv", "full_names.tsv")
_SHORT_LIST = 400
_OTHERS = 15_000
_STRANGERS = 1500
_MORE_STRANGERS = 2500
"""People that only fit, those in the half that fits: the highest few of the strangers decide how
sure an answer must be, and many are needed to know these few."""
_WORDS = re.compile(r"\w+")

Query = tuple[str, str | None]
"""A name, and the identity it belongs to (or None: nobody)."""


@dataclass(frozen=True, slots=True)
class Task:
    """Names to search by identity, and queries."""

    title: str
    corpus: list[tuple[str, str]]
    queries: list[Query]


def held_out(name: str, owner: str | None) -> bool:
    """Whether a query is in the half that fits no weight; all names of a person go together."""
    return bool(hashlib.sha256((owner or name).encode()).digest()[0] & 1)


def rows(path: Path) -> list[dict[str, str]]:
    """Rows of a tab-separated file without quoting."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def tasks(data: Path, seed: int) -> Iterator[Task]:
    """Sanctioned persons and their aliases, library headings, names in two scripts."""
    random = np.random.default_rng(seed)
    full = rows(data / "full_names.tsv")
    persons = rows(data / "ofac_persons.tsv")
    variants = rows(data / "viaf_variants.tsv")
    others, people = _people(full, random)
    listed = {_bag(r["name"]) for r in (*persons, *variants)}
    strangers = [(name, owner) for name, owner in people if _bag(name) not in listed]
    nobody, more = strangers[:_STRANGERS], strangers[_STRANGERS:]
    more = [(name, owner) for name, owner in more if not held_out(name, owner)]

    arab = {r["entity_id"] for r in persons if r["arabic_named_guess"]}
    corpus = [(r["entity_id"], _turned(r["name"])) for r in persons if r["kind"] == "primary"]
    aliases: list[Query] = [
        (_turned(r["name"]), r["entity_id"])
        for r in persons
        if r["kind"] == "strong_aka" and r["entity_id"] in arab
    ]
    yield Task("sanctions aliases", corpus + others, _some(aliases, 2000, random) + nobody + more)
    yield _small(corpus, aliases, nobody, random)

    headings, queries = _headings(variants, random)
    asked = _some(queries, 2000, random) + nobody[: _STRANGERS // 2]
    yield Task("library headings", headings + others, asked)
    yield _small(headings, queries, nobody, random)
    yield _two_scripts(full, random)


def _people(
    full: list[dict[str, str]], random: np.random.Generator
) -> tuple[list[tuple[str, str]], list[Query]]:
    """Other people to list, one spelling an Arabic name, and strangers to ask for."""
    by_key = {r["arabic_key"]: r["latin"] for r in full if len(r["latin"].split()) > 1}
    keys = sorted(by_key)
    random.shuffle(keys)
    most = _OTHERS + _STRANGERS + _MORE_STRANGERS
    listed, strangers = keys[:_OTHERS], keys[_OTHERS:most]
    nobody: list[Query] = [(by_key[key], None) for key in strangers]
    return [(f"w{i}", by_key[key]) for i, key in enumerate(listed)], nobody


def _headings(
    variants: list[dict[str, str]], random: np.random.Generator
) -> tuple[list[tuple[str, str]], list[Query]]:
    """The main heading of each author, and other forms of it, up to eight a script."""
    variants = [r for r in variants if r["arab_person_guess"] == "1"]
    headings: dict[str, str] = {}
    by_script: dict[tuple[str, str], list[Query]] = defaultdict(list)
    for r in variants:
        if r["kind"] == "main" and r["script"] == "Latn":
            headings.setdefault(r["viaf_id"], r["name"])
    for r in variants:
        if r["viaf_id"] in headings and r["script"] in ("Latn", "Arab"):
            by_script[r["viaf_id"], r["script"]].append((r["name"], r["viaf_id"]))
    return sorted(headings.items()), [
        q for found in by_script.values() for q in _some(found, 8, random)
    ]


def _two_scripts(full: list[dict[str, str]], random: np.random.Generator) -> Task:
    """Names in Latin letters, asked for in Arabic."""
    pairs = sorted({(r["arabic_key"], r["latin"]) for r in full if " " in r["arabic_key"]})
    random.shuffle(pairs)
    first: dict[str, str] = {}
    for key, latin in pairs:
        first.setdefault(key, latin)
    keys = list(first)
    listed, strangers = keys[:9000], keys[9000:9500]
    owned: list[Query] = [(key, f"p{i}") for i, key in enumerate(listed)]
    nobody: list[Query] = [(key, None) for key in strangers]
    corpus = [(f"p{i}", first[key]) for i, key in enumerate(listed)]
    return Task("Arabic for Latin", corpus, _some(owned, 1000, random) + nobody)


def _small(
    corpus: list[tuple[str, str]],
    queries: list[Query],
    nobody: list[Query],
    random: np.random.Generator,
) -> Task:
    """A short list, of which most names are not: a shared given name proves nothing there."""
    chosen = {corpus[i][0] for i in random.permutation(len(corpus))[:_SHORT_LIST]}
    listed = [(identity, name) for identity, name in corpus if identity in chosen]
    owned = [(name, owner) for name, owner in queries if owner in chosen]
    return Task("short list", listed, _some(owned, 400, random) + nobody)


def _bag(name: str) -> tuple[str, ...]:
    """The words of a name in alphabetical order, without case and diacritics."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(c for c in letters if not unicodedata.combining(c))
    return tuple(sorted(_WORDS.findall(plain)))


def _turned(name: str) -> str:
    """FAMILY, Given as Given FAMILY."""
    return " ".join(reversed([x.strip() for x in name.split(",")])) if "," in name else name


def _some(items: Iterable[Query], most: int, random: np.random.Generator) -> list[Query]:
    """A random choice of distinct items."""
    distinct = sorted(set(items), key=str)
    chosen = random.permutation(len(distinct))[:most]
    return [distinct[i] for i in sorted(chosen)]
