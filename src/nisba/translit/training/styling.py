"""The styles of spelling, fitted by expectation-maximisation on the names that are not kept aside.

A mixture: each name has one style; its words show their traits independently, given the style.
The start is drawn from a seed, so that the fit is the same each time.
"""

import random
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from nisba.sounds.letters import latin_letters
from nisba.sounds.training.sources import rows
from nisba.translit.remembered import key_of
from nisba.translit.styles import ANY, Styles, traits_of
from nisba.translit.training.counting import words_of
from nisba.translit.training.split import kept_aside

_STYLES = 6
_ROUNDS = 40
_SEED = 7
_SMOOTH = 2.0
Seen = tuple[str, str, tuple[tuple[str, str], ...]]


def fit_styles(data: Path, regions: Mapping[str, str], styles: int = _STYLES) -> Styles:
    """The styles of the full names that have as many words in both scripts."""
    seen = [s for s in _names(data / "full_names.tsv", regions) if s[2]]
    draw = random.Random(_SEED)
    belief = [[draw.random() + 0.5 for _ in range(styles)] for _ in seen]
    found = _maximised(seen, [_normed(b) for b in belief], styles)
    for _ in range(_ROUNDS):
        belief = []
        for country, _, traits in seen:
            row = list(found.of(country))
            for trait in traits:
                row = [x * c for x, c in zip(row, found.values[trait], strict=True)]
            belief.append(_normed(row))
        found = _maximised(seen, belief, styles)
    return found


def _names(path: Path, regions: Mapping[str, str]) -> list[Seen]:
    found = []
    for row in rows(path):
        arabic, latin = row["arabic_key"].split(), words_of(row["latin"])
        if row["country"] not in regions or kept_aside(row["arabic_key"]):
            continue
        if len(arabic) == len(latin) > 1:
            traits = [
                trait
                for word, spelling in zip(arabic, latin, strict=True)
                for trait in traits_of(key_of(word), latin_letters(spelling))
            ]
            found.append((row["country"], regions[row["country"]], tuple(traits)))
    return found


def _normed(row: list[float]) -> list[float]:
    whole = sum(row)
    return [x / whole for x in row]


def _maximised(seen: list[Seen], belief: list[list[float]], styles: int) -> Styles:
    shares: dict[str, list[float]] = defaultdict(lambda: [_SMOOTH] * styles)
    counts: dict[str, dict[str, list[float]]] = defaultdict(dict)
    for (country, region, traits), row in zip(seen, belief, strict=True):
        for name in (country, region, ANY):
            shares[name] = [s + x for s, x in zip(shares[name], row, strict=True)]
        for trait, value in traits:
            old = counts[trait].get(value, [_SMOOTH] * styles)
            counts[trait][value] = [s + x for s, x in zip(old, row, strict=True)]
    values = {}
    for trait, by_value in counts.items():
        whole = [sum(column) for column in zip(*by_value.values(), strict=True)]
        for value, row in by_value.items():
            values[trait, value] = tuple(x / w for x, w in zip(row, whole, strict=True))
    return Styles({name: tuple(_normed(row)) for name, row in shares.items()}, values)
