"""Single names side by side: two spellings of one Arabic name, or of two that look alike.

Only names that the sound model never heard in training ask (`held_out`), on both sides of a pair.
"""

import random
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations, product
from pathlib import Path
from typing import Literal

import jellyfish

from benchmarks.quality.tables import folded, rows
from nisba.sounds.letters import arabic_letters
from nisba.sounds.training.split import held_out

_ARTICLE = "\u0627\u0644"  # ال
_LATIN_ARTICLE = re.compile(r"(?:[aeou]l|[ae](?:[tdrzsn]|sh|th|dh))[- ]", re.IGNORECASE)
_ATTESTED = 2
"""Bearers from which a spelling is no slip of one writer."""
_PAIRS = 6
"""Pairs of one Arabic name: Muhammad has hundreds of spellings, and is one name."""
_LOOK_ALIKES = 2

Kind = Literal["one name", "look-alikes", "chance"]
"""Spellings of one Arabic name; of two that look most alike; of two drawn by chance."""
Spellings = Mapping[str, Mapping[str, str]]
"""Arabic key -> folded spelling -> the spelling as it is most often written."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two Latin spellings, and what they are to each other."""

    left: str
    right: str
    kind: Kind


def pairs(data: Path, seed: int) -> list[Pair]:
    """The pairs that ask: for each of one name two look-alikes and one other name, none twice.

    The look-alikes of a name are the pairs of greatest Jaro-Winkler similarity. Two Arabic keys
    that share a spelling may be one name, and are never set against each other.
    """
    everything, own = _spellings(data / "name_units.tsv")
    asked = {key: found for key, found in sorted(own.items()) if held_out(key)}
    chance = random.Random(seed)
    out = []
    for key, found in asked.items():
        both = list(combinations(sorted(found.values()), 2))
        one = chance.sample(both, min(_PAIRS, len(both)))
        if not one:
            continue
        others = {
            spelling
            for other, latin in asked.items()
            if everything[key].isdisjoint(everything[other])
            for spelling in latin.values()
        }
        out += [Pair(left, right, "one name") for left, right in one]
        out += _against(found.values(), others, len(one), chance)
    return _once(out)


def _once(given: Iterable[Pair]) -> list[Pair]:
    """Each pair once, whichever name stands first; one that is ever one name is one name."""
    known: dict[frozenset[str], Pair] = {}
    for pair in sorted(given, key=lambda pair: pair.kind != "one name"):
        known.setdefault(frozenset((pair.left, pair.right)), pair)
    return list(known.values())


def _against(
    names: Iterable[str], others: Iterable[str], count: int, chance: random.Random
) -> Iterator[Pair]:
    """Pairs of two names: look-alikes first, then as many as `count` drawn by chance."""
    likeness = {
        (left, right): jellyfish.jaro_winkler_similarity(left, right)
        for left, right in product(sorted(names), sorted(others))
    }
    nearest = sorted(likeness, key=lambda both: -likeness[both])
    alike = count * _LOOK_ALIKES
    yield from (Pair(left, right, "look-alikes") for left, right in nearest[:alike])
    drawn = chance.sample(nearest[alike:], count)
    yield from (Pair(left, right, "chance") for left, right in drawn)


def _spellings(path: Path) -> tuple[Mapping[str, set[str]], Spellings]:
    """Every folded spelling of each Arabic key, and those that are its own.

    A spelling belongs to the key that it spells for the most people: the table was aligned by a
    program, and has a few for whom Khan spells Bijankhan. Articles are left aside in both scripts.
    """
    counted: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for row in rows(path):
        arabic, latin = row["arabic_key"], _LATIN_ARTICLE.sub("", row["latin"], count=1)
        if " " in arabic or len(folded(latin.replace("'", "")).split()) != 1:
            continue
        if arabic.startswith(_ARTICLE) and len(arabic) > len(_ARTICLE) + 2:
            arabic = arabic.removeprefix(_ARTICLE)
        plain = folded(latin).replace(" ", "")
        if len(plain) > 1:
            counted[plain][arabic_letters(arabic)][latin] += int(row["count"])
    everything: dict[str, set[str]] = defaultdict(set)
    own: dict[str, dict[str, str]] = defaultdict(dict)
    for plain, keys in counted.items():
        for key in keys:
            everything[key].add(plain)
        most = max(keys, key=lambda key: (keys[key].total(), key))
        if keys[most].total() >= _ATTESTED:
            written = keys[most]
            own[most][plain] = max(written, key=lambda latin: (written[latin], latin))
    return everything, own
