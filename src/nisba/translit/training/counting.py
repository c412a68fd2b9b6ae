"""How often a spelling renders an Arabic word by country: counted from two registers of names.

`name_units.tsv` counts the parts of names. The persons whose full names are kept aside are counted
in it as well, so their parts are taken out again: a spelling that only they have is not learned.
`full_names.tsv`, without the names kept aside, shows how particles are written between names.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from nisba.names.lexicon import lexicon
from nisba.sounds.letters import latin_letters
from nisba.sounds.skeleton import skeleton
from nisba.sounds.training.sources import rows
from nisba.text.scripts import Script
from nisba.translit.remembered import ANYWHERE, ARTICLE, Spelling, article_of
from nisba.translit.training.split import kept_aside

Counts = Counter[tuple[str, str, str]]
"""Bearers by Arabic key, country and Latin spelling as it stands."""

_BETWEEN = re.compile(r"[\s\-]+")
_LONGEST_KEY = 4
_RARE = 8  # of a key with more bearers, spellings that one alone uses are left out


def count(data: Path) -> Counts:
    """Bearers of each spelling, those kept aside taken out; particles from whole names too."""
    names = [row for row in rows(data / "full_names.tsv") if " " in row["arabic_key"]]
    counts = _parts(data / "name_units.tsv")
    _take_out(counts, [row for row in names if kept_aside(row["arabic_key"])])
    found: Counts = Counter()
    for (key, country, latin), n in counts.items():
        if n > 0 and 0 < len(latin_letters(latin)) <= 40:
            found[key, country or ANYWHERE, latin] += n
    whole = [
        (row["arabic_key"], row["latin"], row["country"] or ANYWHERE, int(row["count"]))
        for row in names
        if not kept_aside(row["arabic_key"])
    ]
    parts = [(key, latin, country, n) for (key, country, latin), n in found.items() if " " in key]
    found.update(_particles([*whole, *parts]))
    return found


def _parts(path: Path) -> Counts:
    counts: Counts = Counter()
    for row in rows(path):
        counts[row["arabic_key"], row["country"], row["latin"]] += int(row["count"])
    return counts


def _take_out(counts: Counts, aside: Iterable[Mapping[str, str]]) -> None:
    """Take the parts of the names kept aside out of the counts, each as often as it is borne."""
    spellings: dict[tuple[str, str], list[str]] = defaultdict(list)
    for key, country, latin in counts:
        spellings[key, country].append(latin)
    for row in aside:
        borne = set(_pieces(_plain(row["latin"]).split()))
        for key in set(_pieces(row["arabic_key"].split())):
            for latin in spellings.get((key, row["country"]), ()):
                if _plain(latin) in borne:
                    left = counts[key, row["country"], latin] - int(row["count"])
                    counts[key, row["country"], latin] = max(left, 0)


def _plain(latin: str) -> str:
    return _BETWEEN.sub(" ", latin).strip().casefold()


def _pieces(words: list[str]) -> Iterator[str]:
    """All runs of up to four words."""
    for i in range(len(words)):
        for j in range(i + 1, min(len(words), i + _LONGEST_KEY) + 1):
            yield " ".join(words[i:j])


def _particles(names: Iterable[tuple[str, str, str, int]]) -> Counts:
    """How particles are written, and the article, where both scripts have as many words.

    A mark of filiation that the Latin name lacks is counted as written by nothing.
    """
    lex = lexicon()
    marks = {bare for bare in lex.filiation if not bare.isascii()}
    particles = marks | {bare for bare in lex.head if not bare.isascii()}
    counts: Counts = Counter()
    for key, latin, country, n in names:
        arabic, words = key.split(), words_of(latin)
        if len(arabic) == len(words) + sum(word in marks for word in arabic):
            counts.update({(word, country, ""): n for word in arabic if word in marks})
            arabic = [word for word in arabic if word not in marks]
        if len(arabic) != len(words):
            continue
        for word, spelling in zip(arabic, words, strict=True):
            if word in particles and _may_be(word, spelling):
                counts[word, country, spelling] += n
            elif word.startswith(ARTICLE) and len(word) > 4:
                counts[ARTICLE, country, article_of(spelling, word[2:])[0]] += n
    return counts


def _may_be(particle: str, spelling: str) -> bool:
    """Whether a word has the consonants of a particle: words of a name are not always in order."""
    letters = latin_letters(spelling)
    consonants = skeleton(particle, Script.ARABIC)
    return len(letters) < 7 and skeleton(letters, Script.LATIN).startswith(consonants)


def words_of(latin: str) -> list[str]:
    """Words of a Latin name, an article with the word behind it.

    >>> words_of("Mohamed El Sharqawy")
    ['Mohamed', 'El Sharqawy']
    """
    found: list[str] = []
    article = ""
    for word in re.split(r"(?<=[\s\-])", latin.strip()):
        if word.strip(" -").casefold() in lexicon().article:
            article += word
        elif word.strip(" -"):
            found.append((article + word).strip())
            article = ""
    return [*found, article] if article else found


def spellings_of(counts: Counts) -> dict[str, list[Spelling]]:
    """The table: spellings by key, those of the same letters together under their usual writing."""
    grouped: dict[str, dict[str, Counter[tuple[str, str]]]] = defaultdict(
        lambda: defaultdict(Counter)
    )
    for (key, country, latin), n in counts.items():
        grouped[key][latin_letters(latin)][latin, country] += n
    table: dict[str, list[Spelling]] = {}
    for key in sorted(grouped):
        bearers = sum(n for found in grouped[key].values() for n in found.values())
        entries = []
        for found in grouped[key].values():
            by_text, by_country = Counter[str](), Counter[str]()
            for (latin, country), n in found.items():
                by_text[latin] += n
                by_country[country] += n
            text = min(by_text, key=lambda t: (-by_text[t], t))
            if sum(by_text.values()) > 1 or bearers <= _RARE:
                entries.append(Spelling(text, dict(sorted(by_country.items()))))
        if entries:
            table[key] = sorted(entries, key=lambda e: (-sum(e.bearers.values()), e.text))
    return table
