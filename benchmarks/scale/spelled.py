"""How the elements are written in Latin letters, by region: a distribution each, made once.

Third stage of the generator. A spelling is drawn from the registers with a chance that grows with
the bearers they count; else the sound model's channel makes it. What the model made is marked, so
that nobody is judged on it unawares.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from benchmarks.scale.elements import Attested, Elements, Floats
from benchmarks.scale.people import NOTHING, Ints
from nisba.translit.latin_words import article_custom
from nisba.translit.readings import spoken
from nisba.translit.regions import Place
from nisba.translit.remembered import ARTICLE
from nisba.translit.rendering import load_renderer

_ELSEWHERE = 0.15  # weight of a bearer in another region
_MODEL = 2.0  # bearers that weigh as much as the model
_MADE = 8  # spellings of a word that the model makes
_READINGS = 3


class Spelling(NamedTuple):
    """A Latin spelling, whether the sound model made it, and its weight."""

    text: str
    made: bool
    weight: float


@dataclass(frozen=True, slots=True, eq=False)
class Spellings:
    """Spellings of many elements in many regions, laid end to end.

    `upto` are the probabilities added up within each distribution, n higher in the n-th; `number`
    finds a distribution by element * regions + region, and is sorted.
    """

    texts: tuple[str, ...]
    made: npt.NDArray[np.bool_]
    upto: Floats
    number: Ints
    regions: int

    def draw(self, parts: Ints, region: Ints, rng: np.random.Generator) -> Ints:
        """A spelling for each part, shape of `parts`; -1 where there is none."""
        there = parts != NOTHING
        wanted = (parts * self.regions + region[:, None])[there]
        at = np.searchsorted(self.number, wanted)
        drawn = np.searchsorted(self.upto, at + rng.random(len(at)), side="right")
        found = np.full(parts.shape, NOTHING)
        found[there] = np.minimum(drawn, len(self.texts) - 1)
        return found


def spellings(told: Elements, parts: Ints, region: Ints, made: "Made") -> Spellings:
    """The distributions of these parts (people, slots) in these regions (people,)."""
    regions = len(told.regions)
    number = np.unique((parts * regions + region[:, None])[parts != NOTHING])
    texts: list[str] = []
    flags: list[bool] = []
    upto: list[Floats] = []
    for n, key in enumerate(number.tolist()):
        element, where = divmod(int(key), regions)
        found = _distribution(told, element, where, made)
        weights = np.cumsum([s.weight for s in found])
        texts += [s.text for s in found]
        flags += [s.made for s in found]
        upto.append(n + weights / weights[-1])
    ends = np.concatenate([np.zeros(0), *upto])
    return Spellings(tuple(texts), np.array(flags, dtype=bool), ends, number, regions)


class Made:
    """What the sound model makes of a word in a region; kept in a file, for it takes minutes."""

    def __init__(self, path: Path | None = None) -> None:
        """Read what an earlier run kept at the path."""
        self._path = path
        self._kept: dict[str, list[tuple[str, float]]] = {}
        if path and path.exists():
            self._kept = json.loads(path.read_text(encoding="utf-8"))
        self._known = len(self._kept)

    def save(self) -> None:
        """Keep what is new."""
        if self._path and len(self._kept) > self._known:
            text = json.dumps(self._kept, ensure_ascii=False)
            self._path.write_text(text, encoding="utf-8")

    def of(self, key: str, region: str) -> list[tuple[str, float]]:
        """Spellings of an element of several words, the likeliest of each put together."""
        whole = [("", 1.0)]
        for word in key.split():
            whole = [
                (f"{text} {part}".strip(), p * q)
                for text, p in whole
                for part, q in self._word(word, region)
            ]
            whole = sorted(whole, key=lambda s: (-s[1], s[0]))[:_MADE]
        return whole

    def _word(self, word: str, region: str) -> list[tuple[str, float]]:
        slot = f"{word}|{region}"
        if slot not in self._kept:
            self._kept[slot] = list(islice(_made(word, region), _MADE))
        return self._kept[slot]


def _made(word: str, region: str) -> Iterator[tuple[str, float]]:
    """The channel's spellings of one word, likeliest first; an article is written by custom."""
    core, articles = word, [("", 1.0)]
    if word.startswith(ARTICLE) and len(word) > 4:
        core = word.removeprefix(ARTICLE)
        articles = list(article_custom(Place("", region)))
    found: dict[str, float] = defaultdict(float)
    for reading in spoken(core, _READINGS):
        likely = load_renderer().spellings(reading.form, region, _MADE)
        for text, p in likely.items():
            for article, q in articles:
                found[article + text.capitalize()] += reading.probability * p * q
    return iter(sorted(found.items(), key=lambda s: (-s[1], s[0])))


def _distribution(told: Elements, element: int, region: int, made: Made) -> list[Spelling]:
    attested = _weighed(told.attested[element], region)
    heard = sum(attested.values())
    modelled = made.of(told.keys[element], told.regions[region])
    whole = sum(p for _, p in modelled)
    found = [Spelling(text, False, n) for text, n in attested.items()]
    if whole and heard:
        found += [Spelling(t, True, _MODEL * p / whole) for t, p in modelled if t not in attested]
    elif whole:
        found += [Spelling(text, True, p) for text, p in modelled]
    return found or [Spelling(told.keys[element], False, 1.0)]


def _weighed(spelled: Sequence[Attested], region: int) -> dict[str, float]:
    found: dict[str, float] = defaultdict(float)
    for s in spelled:
        found[_shown(s.text)] += s.bearers * (1.0 if s.region == region else _ELSEWHERE)
    return found


def _shown(text: str) -> str:
    """A spelling with capitals, where the register has small letters alone."""
    return text if text != text.lower() else text.title()
