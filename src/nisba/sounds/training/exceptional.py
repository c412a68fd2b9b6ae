"""Which attested spellings the channel does not explain, and how many bearers of a form use them.

Two sources: what the editors list beside a name element, and what the registers show far more
often than the channel expects.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from nisba.sounds.exceptions import Exceptional
from nisba.sounds.letters import MARKS, arabic_letters, latin_letters
from nisba.sounds.tables import Channel
from nisba.sounds.training.channels import likelihood, shares
from nisba.sounds.training.priors import grouped
from nisba.sounds.training.sources import Sources, rows
from nisba.sounds.units import Form, units_of
from nisba.text.scripts import Script, dominant_script

_FEWEST = 4
_LEAST_SHARE = 0.01
_UNEXPECTED = 30.0  # times as often as the channel expects
_CURATED_SHARE = 0.02  # of a spelling that editors list and few registers show
_ARABIC_SHARE = 0.5  # of an Arabic spelling that leaves out what is spoken, beside others
_ARABIC_FREQUENCY = 20


def exceptional(
    sources: Sources, elements: Path, channel: Channel, arabic: Channel
) -> list[Exceptional]:
    """The exceptional spellings in both scripts, one row a form and spelling."""
    found: dict[tuple[str, str], float] = {}
    bearers = Counter[str]()
    for item in sources.attested:
        bearers[item.key] += item.count
    for key, form, letters, count in _attested(sources, channel):
        share = count / bearers[key]
        expected = likelihood(channel, form, letters)
        if share >= _LEAST_SHARE and share > _UNEXPECTED * expected:
            found[" ".join(form), letters] = share - expected
    for form, letters in _listed(elements):
        if likelihood(channel, form, letters) < _CURATED_SHARE:
            found.setdefault((" ".join(form), letters), _CURATED_SHARE)
    for key, form in _written(sources):
        if likelihood(arabic, form, key) * _UNEXPECTED < _ARABIC_SHARE:
            found[" ".join(form), key] = _ARABIC_SHARE
    return [Exceptional(units, letters, p) for (units, letters), p in found.items()]


def _attested(sources: Sources, channel: Channel) -> Iterator[tuple[str, Form, str, int]]:
    """Spellings of keys with a reading, under the one key where most of their bearers are."""
    usual: dict[str, tuple[int, str]] = defaultdict(lambda: (0, ""))
    by_key = grouped(sources.attested)
    for key, spellings in by_key.items():
        for item in spellings:
            usual[item.latin] = max(usual[item.latin], (item.count, key))
    for key, spellings in by_key.items():
        readings = sources.readings.get(key)
        if not readings or len(key) < 2:
            continue
        for item in spellings:
            if item.count < _FEWEST or usual[item.latin][1] != key:
                continue
            by_share = shares(readings, item.latin, channel) or readings
            form = max(by_share, key=lambda f: (by_share[f], f))
            yield key, form, item.latin, item.count


def _written(sources: Sources) -> Iterator[tuple[str, Form]]:
    """Arabic spellings of forms, without marks, by editors or often in the catalogue (طه)."""
    written = [*sources.elements]
    written += [(key, form) for key, form, n in sources.catalogue if n >= _ARABIC_FREQUENCY]
    for key, form in dict.fromkeys(written):
        if len(key) > 1 and not set(key) & set(MARKS):
            yield key, form


def _listed(elements: Path) -> Iterator[tuple[Form, str]]:
    """Single words that the editors list beside an element of a single word."""
    for path in sorted(elements.glob("*.tsv")):
        for row in rows(path):
            form = units_of(row["romanized"].removeprefix("al-"))
            if form is None or len(form) < 2 or " " in arabic_letters(row["arabic"]):
                continue
            for spelling in row["spellings"].split("|"):
                text = spelling.strip()
                if text and " " not in text and dominant_script(text) is Script.LATIN:
                    yield form, latin_letters(text)
