"""How an Arabic word is written in Latin letters in a region: a distribution over spellings.

Three voices, each behind the one before: what the registers of the region remember of the word,
what those of all regions do, and what the sound model's channel expects of its readings. An
article is written by the custom of the region, or of the word where it has one of its own.
"""

import functools
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from nisba.sounds.letters import latin_letters
from nisba.translit.readings import readings
from nisba.translit.remembered import (
    ARTICLE,
    Spelling,
    article_of,
    key_of,
    read_remembered,
    spellings_in,
)
from nisba.translit.rendering import load_renderer

_READINGS = 4
_SPELLINGS = 24
_REGION = 4.0  # bearers in the region that weigh as much as all other regions together
_CHANNEL = 2.0  # bearers that weigh as much as the channel
_COMPOSED = 2.0  # bearers of a word with article that weigh as much as article and core apart
_BARE = 0.5  # weight of a bearer of the word with article for the word without, and vice versa
_CUSTOM = 5.0


class Written(NamedTuple):
    """One Latin spelling: its letters, the text that shows it, its probability."""

    letters: str
    text: str
    probability: float


class Counted(NamedTuple):
    """Bearers of spellings by letters, in a region and everywhere, with a text for each."""

    here: dict[str, float]
    everywhere: dict[str, float]
    texts: dict[str, str]


def counted(spellings: Iterable[tuple[str, Mapping[str, int], float]], region: str) -> Counted:
    """Add up spellings with their bearers by region and a weight."""
    found = Counted({}, {}, {})
    for text, bearers, weight in spellings:
        letters = latin_letters(text)
        here = bearers.get(region, 0) if region else sum(bearers.values())
        if here:
            found.here[letters] = found.here.get(letters, 0.0) + weight * here
        whole = sum(bearers.values())
        found.everywhere[letters] = found.everywhere.get(letters, 0.0) + weight * whole
        found.texts.setdefault(letters, text)
    return found


@functools.lru_cache(maxsize=1 << 15)
def latin_of_word(word: str, region: str) -> tuple[Written, ...]:
    """Latin spellings of one Arabic word, likeliest first; an empty region means all of them."""
    key = key_of(word)
    if key.startswith(ARTICLE) and len(key) > 4 and word.startswith(ARTICLE):
        return _with_article(key, word.removeprefix(ARTICLE), region)
    return _ranked(_core(key, word, region))


def remembered(key: str) -> tuple[Spelling, ...]:
    """Remembered spellings of a key."""
    cell = read_remembered().get(key)
    return spellings_in(cell) if cell else ()


def _core(key: str, word: str, region: str) -> dict[str, tuple[str, float]]:
    """P(spelling | word without article), with texts, by letters."""
    seen = [(s.text, s.bearers, 1.0) for s in remembered(key)]
    for s in remembered(ARTICLE + key):
        seen.append((article_of(s.text, key)[1], s.bearers, _BARE))
    counts = counted(seen, region)
    expected = _expected(word, region)
    return _mixed(counts, expected)


def _mixed(
    counts: Counted, expected: Mapping[str, tuple[str, float]], strength: float = _CHANNEL
) -> dict[str, tuple[str, float]]:
    """The counts of the region over those of all, over what is expected."""
    many = sum(counts.everywhere.values())
    near = sum(counts.here.values())
    found: dict[str, tuple[str, float]] = {}
    for letters in {**counts.everywhere, **expected}:
        text, chance = expected.get(letters, ("", 0.0))
        wide = (counts.everywhere.get(letters, 0.0) + strength * chance) / (many + strength)
        weight = min(_REGION, many + strength)
        p = (counts.here.get(letters, 0.0) + weight * wide) / (near + weight)
        found[letters] = (counts.texts.get(letters, text), p)
    return found


def _expected(word: str, region: str) -> dict[str, tuple[str, float]]:
    """What the channel expects of the readings of a word."""
    renderer = load_renderer()
    found: dict[str, float] = {}
    for reading in readings(word, _READINGS):
        for text, p in renderer.spellings(reading.form, region, _SPELLINGS).items():
            found[text] = found.get(text, 0.0) + reading.probability * p
    whole = sum(found.values())
    return {text: (text, p / whole) for text, p in found.items()}


@functools.lru_cache(maxsize=1 << 8)
def article_custom(region: str) -> tuple[tuple[str, float], ...]:
    """How the article is written in a region, with probabilities."""
    counts = counted([(s.text, s.bearers, 1.0) for s in remembered(ARTICLE)], region)
    many, near = sum(counts.everywhere.values()), sum(counts.here.values())
    found = {}
    for letters, n in counts.everywhere.items():
        here = counts.here.get(letters, 0.0) + _CUSTOM * n / many
        found[counts.texts[letters]] = here / (near + _CUSTOM)
    return tuple(sorted(found.items(), key=lambda item: (-item[1], item[0])))[:6]


def _with_article(key: str, core: str, region: str) -> tuple[Written, ...]:
    bare = _ranked(_core(key.removeprefix(ARTICLE), core, region))
    composed: dict[str, tuple[str, float]] = {}
    for article, share in article_custom(region):
        for w in bare[:_SPELLINGS]:
            text = article + w.text
            letters = latin_letters(text)
            old = composed.get(letters, (text, 0.0))
            composed[letters] = (old[0], old[1] + share * w.probability)
    counts = counted([(s.text, s.bearers, 1.0) for s in remembered(key)], region)
    return _ranked(_mixed(counts, composed, _COMPOSED))


def _ranked(found: Mapping[str, tuple[str, float]]) -> tuple[Written, ...]:
    ranked = sorted(found.items(), key=lambda item: (-item[1][1], item[0]))[:_SPELLINGS]
    return tuple(Written(letters, text, p) for letters, (text, p) in ranked)
