"""How an Arabic word is written in Latin letters in a region: a distribution over spellings.

Three voices, each behind the one before: what the registers of the region remember of the word,
what those of all regions do, and what the sound model's channel expects of its readings. An
article is written by the custom of the region, or of the word where it has one of its own.
"""

import functools
import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from nisba.sounds.letters import latin_letters
from nisba.translit.readings import spoken
from nisba.translit.regions import Place, region_of_country
from nisba.translit.remembered import ARTICLE, article_of, key_of, remembered
from nisba.translit.rendering import load_renderer
from nisba.translit.styles import custom, read_styles

_READINGS = 4
_SPELLINGS = 24
_REGION = 4.0  # bearers in the region that weigh as much as all regions together
_COUNTRY = 6.0  # bearers in the country that weigh as much as all of the region
_CHANNEL = 2.0  # bearers that weigh as much as the channel
_COMPOSED = 2.0  # bearers of a word with article that weigh as much as article and core apart
_ABROAD = 20.0  # times that the channel of a region without registers outweighs other registers
_CUSTOM = 0.4  # weight of a region's customs on what all regions write; of 0, .4 and .8 the best
_BARE = 0.5  # weight of a bearer of the word with article for the word without, and vice versa


class Written(NamedTuple):
    """One Latin spelling: its letters, the text that shows it, its probability."""

    letters: str
    text: str
    probability: float


class Counted(NamedTuple):
    """Bearers of spellings by letters, in the country, the region and everywhere, with texts."""

    levels: tuple[dict[str, float], dict[str, float], dict[str, float]]
    texts: dict[str, str]


_SMALL = frozenset(("al", "el", "bin", "ibn", "ben", "bint"))


def shown(text: str) -> str:
    """A spelling with capitals, where the registers have small letters alone.

    >>> shown("el medhat"), shown("al-kadhimi"), shown("bin"), shown("al-Masri")
    ('el Medhat', 'al-Kadhimi', 'bin', 'al-Masri')
    """
    if text != text.lower():
        return text
    words = re.split("([ -])", text)
    return "".join(word if word in _SMALL else word.capitalize() for word in words)


def counted(spellings: Iterable[tuple[str, Mapping[str, int], float]], place: Place) -> Counted:
    """Add up spellings with their bearers by country and a weight."""
    found = Counted(({}, {}, {}), {})
    country, region, everywhere = found.levels
    member = region_of_country()
    for text, bearers, weight in spellings:
        letters = latin_letters(text)
        for code, n in bearers.items():
            everywhere[letters] = everywhere.get(letters, 0.0) + weight * n
            if place.region and member.get(code) == place.region:
                region[letters] = region.get(letters, 0.0) + weight * n
                if code == place.country:
                    country[letters] = country.get(letters, 0.0) + weight * n
        found.texts.setdefault(letters, shown(text))
    return found


@functools.lru_cache(maxsize=1 << 15)
def latin_of_word(word: str, place: Place) -> tuple[Written, ...]:
    """Latin spellings of one Arabic word, likeliest first; an empty place means all of them."""
    key = key_of(word)
    if key.startswith(ARTICLE) and len(key) > 4 and word.startswith(ARTICLE):
        return _with_article(key, word.removeprefix(ARTICLE), place)
    return _ranked(_core(key, word, place))


def latin_of_compound(
    key: str, composed: Mapping[str, tuple[str, float]], place: Place
) -> tuple[Written, ...]:
    """Latin spellings of a compound; `composed` are those of its words put together, by letters."""
    counts = counted([(s.text, s.bearers, 1.0) for s in remembered(key)], place)
    return _ranked(_mixed(counts, composed, place=place, key=key))


def _core(key: str, word: str, place: Place) -> dict[str, tuple[str, float]]:
    """P(spelling | word without article), with texts, by letters."""
    seen = [(s.text, s.bearers, 1.0) for s in remembered(key)]
    for s in remembered(ARTICLE + key):
        seen.append((article_of(s.text, key)[1], s.bearers, _BARE))
    counts = counted(seen, place)
    expected = _expected(word, place)
    return _mixed(counts, expected, place=place, key=key)


def _is_abroad(place: Place) -> bool:
    """Whether no register shows the region: only the editors' habits do."""
    return bool(place.region) and place.region not in region_of_country().values()


def _mixed(
    counts: Counted,
    expected: Mapping[str, tuple[str, float]],
    strength: float = _CHANNEL,
    place: Place | None = None,
    key: str = "",
) -> dict[str, tuple[str, float]]:
    """The counts of the country over those of the region, of all, and over what is expected."""
    chances = {letters: p for letters, (_, p) in expected.items()}
    abroad = place is not None and _is_abroad(place)
    texts = {letters: text for letters, (text, _) in expected.items()} | counts.texts
    for level, weight in zip(reversed(counts.levels), (strength, _REGION, _COUNTRY), strict=True):
        many = sum(level.values())
        if level is counts.levels[1] and key and place and place.region:
            chances = _accommodated(chances, key, place)
        if many and abroad:
            weight = many * _ABROAD
        if many:
            chances = {
                letters: (level.get(letters, 0.0) + weight * chances.get(letters, 0.0))
                / (many + weight)
                for letters in {**level, **chances}
            }
    return {letters: (texts[letters], p) for letters, p in chances.items()}


def _accommodated(chances: Mapping[str, float], key: str, place: Place) -> dict[str, float]:
    """What all regions write, as far as the customs of this one allow: Hisham is Hicham in Fez."""
    styles = read_styles()
    found = {
        letters: p * custom(styles, key, letters, place.region) ** _CUSTOM
        for letters, p in chances.items()
    }
    whole = sum(found.values())
    return {letters: p / whole for letters, p in found.items()} if whole else dict(chances)


def _expected(word: str, place: Place) -> dict[str, tuple[str, float]]:
    """What the channel expects of the readings of a word."""
    renderer = load_renderer()
    found: dict[str, float] = {}
    for reading in spoken(word, _READINGS):
        for text, p in renderer.spellings(reading.form, place.region, _SPELLINGS).items():
            found[text] = found.get(text, 0.0) + reading.probability * p
    whole = sum(found.values())
    return {text: (text.capitalize(), p / whole) for text, p in found.items()}


@functools.lru_cache(maxsize=1 << 8)
def article_custom(place: Place) -> tuple[tuple[str, float], ...]:
    """How the article is written in a place, with probabilities."""
    counts = counted([(s.text, s.bearers, 1.0) for s in remembered(ARTICLE)], place)
    found = _mixed(counts, {}, 1.0)
    return tuple(sorted(found.values(), key=lambda item: (-item[1], item[0])))[:6]


def _with_article(key: str, core: str, place: Place) -> tuple[Written, ...]:
    bare = _ranked(_core(key.removeprefix(ARTICLE), core, place))
    composed: dict[str, tuple[str, float]] = {}
    for article, share in article_custom(place):
        for w in bare[:_SPELLINGS]:
            text = article + w.text
            letters = latin_letters(text)
            old = composed.get(letters, (text, 0.0))
            composed[letters] = (old[0], old[1] + share * w.probability)
    counts = counted([(s.text, s.bearers, 1.0) for s in remembered(key)], place)
    return _ranked(_mixed(counts, composed, _COMPOSED, place, key))


def _ranked(found: Mapping[str, tuple[str, float]]) -> tuple[Written, ...]:
    ranked = sorted(found.items(), key=lambda item: (-item[1][1], item[0]))[:_SPELLINGS]
    return tuple(Written(letters, text, p) for letters, (text, p) in ranked)
