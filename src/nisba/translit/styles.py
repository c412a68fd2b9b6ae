"""Styles of spelling: who writes ou for a long u seldom writes ee for a long i.

A style is a set of habits that go together within a name. Each habit is a trait: what stands in
Latin letters where the Arabic word has a certain letter. `tables/styles.tsv` has the share of each
style in each region, and how often it shows each trait; `coherence` tells by how much the words of
a name, taken together, are likelier in some style than each by itself.
"""

import functools
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from nisba.translit.remembered import TABLES

ANY = "*"


class Trait(NamedTuple):
    """A trait by its name: the Arabic words that show it, and the Latin shapes to look for.

    The first shape found counts; `otherwise` where none is.
    """

    name: str
    arabic: re.Pattern[str]
    shapes: tuple[tuple[str, re.Pattern[str]], ...]
    otherwise: str


def _trait(name: str, arabic: str, shapes: Iterable[str], otherwise: str = "-") -> Trait:
    pairs = tuple((s.split("=")[0], re.compile(s.split("=")[-1])) for s in shapes)
    return Trait(name, re.compile(arabic), pairs, otherwise)


_AL = "^\u0627\u0644(?=..)"  # ال
TRAITS = (
    _trait("article", _AL + "..", ("al=^al", "el=^el", "ul=^[uoi]l", "assimilated=^[aeu](.)\\1")),
    _trait("shin", "\u0634", ("ch", "sh")),  # ش
    _trait("jim", "\u062c", ("dj", "j", "g")),  # ج
    _trait("qaf", "\u0642", ("q", "k", "g", "c")),  # ق
    _trait("waw", "(?<=.)\u0648", ("ou", "oo", "u", "w", "o")),  # و
    _trait("last-ya", "..\u064a$", ("ee$", "y$", "i$")),  # ي
    _trait("ya", "(?<=.)\u064a(?=.)", ("ee", "ei", "ai", "ay", "i", "e")),  # ي
    _trait("last-ha", "..\u0647$", ("ah$", "eh$", "a$", "e$")),  # ه
    _trait("thal", "\u0630", ("dh", "th", "z", "d")),  # ذ
    _trait("dad", "\u0636", ("dh", "d", "z")),  # ض
    _trait("za", "\u0638", ("dh", "z", "d", "th")),  # ظ
    _trait("tha", "\u062b", ("th", "s", "t")),  # ث
    _trait("e", ".", ("e=(?<!^)e(?!$)(?<!ee)(?!e)",)),
    _trait("o", ".", ("o=(?<!o)o(?![ou])",)),
    _trait("double", ".", ("double=([b-df-hj-np-tv-z])\\1",)),
    _trait("aa", ".", ("aa",)),
)


def traits_of(key: str, letters: str) -> tuple[tuple[str, str], ...]:
    """Traits that a Latin spelling shows of an Arabic word (folded letters), with their values.

    >>> traits_of("\u0647\u0634\u0627\u0645", "hichem")[:1]  # هشام
    (('shin', 'ch'),)
    """
    return tuple(
        (trait.name, next((n for n, shape in trait.shapes if shape.search(letters)), "-"))
        for trait in _shown(key)
    )


@functools.lru_cache(maxsize=1 << 15)
def _shown(key: str) -> tuple[Trait, ...]:
    return tuple(trait for trait in TRAITS if trait.arabic.search(key))


Values = Mapping[tuple[str, str], tuple[float, ...]]


class Styles(NamedTuple):
    """Share of each style by region, and P(value | style) of each trait."""

    shares: Mapping[str, tuple[float, ...]]
    values: Values

    def of(self, region: str) -> tuple[float, ...]:
        """Shares of the styles in a region, or in all."""
        return self.shares.get(region, self.shares[ANY])

    def lean(self, key: str, letters: str, region: str) -> tuple[float, ...]:
        """For each style, how much likelier a word's traits are in it than in the region."""
        shares = self.of(region)
        lean = [1.0] * len(shares)
        for trait in traits_of(key, letters):
            chances = self.values.get(trait)
            if chances:
                usual = sum(s * c for s, c in zip(shares, chances, strict=True))
                lean = [x * c / usual for x, c in zip(lean, chances, strict=True)]
        return tuple(lean)


def custom(styles: Styles, key: str, letters: str, region: str) -> float:
    """How much likelier a word's traits are in a region than in all regions together."""
    here, everywhere = styles.of(region), styles.shares[ANY]
    ratio = 1.0
    for trait in traits_of(key, letters):
        if chances := styles.values.get(trait):
            usual = sum(s * c for s, c in zip(everywhere, chances, strict=True))
            ratio *= sum(s * c for s, c in zip(here, chances, strict=True)) / usual
    return ratio


def coherence(shares: tuple[float, ...], lean: tuple[float, ...]) -> float:
    """How much likelier words are together than each alone; `lean` is their product."""
    return sum(s * x for s, x in zip(shares, lean, strict=True))


def write_styles(path: Path, styles: Styles) -> None:
    """Rows: style (a number), trait, value or region, probability."""
    lines = ["style\ttrait\tvalue\tprobability"]
    for number in range(len(styles.shares[ANY])):
        for region, shares in sorted(styles.shares.items()):
            lines.append(f"{number + 1}\tshare\t{region}\t{shares[number]:.6g}")
        for (trait, value), chances in sorted(styles.values.items()):
            lines.append(f"{number + 1}\t{trait}\t{value}\t{chances[number]:.6g}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


@functools.cache
def read_styles(path: Path = TABLES / "styles.tsv") -> Styles:
    """Read the styles."""
    shares: dict[str, list[float]] = {}
    values: dict[tuple[str, str], list[float]] = {}
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        _, trait, value, probability = line.split("\t")
        row = (
            shares.setdefault(value, [])
            if trait == "share"
            else values.setdefault((trait, value), [])
        )
        row.append(float(probability))
    return Styles(
        {region: tuple(row) for region, row in shares.items()},
        {trait: tuple(row) for trait, row in values.items()},
    )
