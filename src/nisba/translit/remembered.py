"""The remembered spellings: how registers write an Arabic word in Latin letters, by country.

A table beside the sound model's channel, for what is written by custom rather than by sound.
`tables/remembered.tsv` has one Arabic word or compound a row, its letters folded as the registers
fold them (seats of hamza, ة as ه, ى as ي); the article stands in it as a word of its own.
"""

import functools
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from nisba.sounds.letters import arabic_letters, latin_letters
from nisba.sounds.skeleton import skeleton
from nisba.text.scripts import Script

ANYWHERE = "*"
ARTICLE = "\u0627\u0644"  # ال
NOTHING = "∅"
TABLES = Path(__file__).parent / "tables"
# A Latin article before a hyphen, space or apostrophe, or glued; a sun letter is doubled after it.
_LATIN_ARTICLE = re.compile(
    r"^(?:[aeiou]l[-' ]+|l[-' ]|[aeiou](sh|th|dh|ch|[tdrzsnj])[- ](?=\1))",
    re.IGNORECASE,
)


class Spelling(NamedTuple):
    """A Latin spelling as it is usually written, and its bearers by country."""

    text: str
    bearers: Mapping[str, int]


_GLUED = re.compile(r"^[aeou]l(?=[a-z]{2})", re.IGNORECASE)


def article_of(spelling: str, core: str) -> tuple[str, str]:
    """The Latin spelling of an Arabic word with article, cut into article and rest.

    `core` are the Arabic letters without their article: they tell Alaoui (العلوي), which has none,
    from Alhariri, which has one.

    >>> article_of("El Sharqawy", "شرقاوي")  # شرقاوي
    ('El ', 'Sharqawy')
    >>> article_of("Alaoui", "علوي")  # علوي
    ('', 'Alaoui')
    """
    found = _LATIN_ARTICLE.match(spelling)
    if not found and (found := _GLUED.match(spelling)):
        consonants = skeleton(core, Script.ARABIC)
        rest = skeleton(latin_letters(spelling[found.end() :]), Script.LATIN)
        if rest != consonants and skeleton(latin_letters(spelling), Script.LATIN) == consonants:
            return "", spelling
    if not found or len(spelling) - found.end() < 2:
        return "", spelling
    return spelling[: found.end()], spelling[found.end() :]


def key_of(arabic: str) -> str:
    """What an Arabic word is remembered by: its letters, folded, without marks.

    >>> key_of("\u0645\u0635\u0637\u0641\u0649") == "\u0645\u0635\u0637\u0641\u064a"  # مصطفى
    True
    """
    letters = (arabic_letters(word) for word in arabic.split())
    return " ".join("".join(c for c in word if c.isalpha()) for word in letters)


def write_remembered(path: Path, table: Mapping[str, Sequence[Spelling]]) -> None:
    """Rows: key, spellings with their bearers by country, commonest first."""
    lines = ["key\tspellings"]
    for key, entries in table.items():
        cells = []
        for entry in entries:
            counts = " ".join(f"{country}:{n}" for country, n in entry.bearers.items())
            cells.append(f"{entry.text or NOTHING}={counts}")
        lines.append(f"{key}\t{'|'.join(cells)}")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


@functools.cache
def read_remembered(path: Path = TABLES / "remembered.tsv") -> Mapping[str, str]:
    """The rows by key; `spellings_in` reads one, since few of them are ever asked for."""
    found: dict[str, str] = {}
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        key, cell = line.split("\t")
        found[key] = cell
    return found


@functools.lru_cache(maxsize=1 << 14)
def spellings_in(cell: str) -> tuple[Spelling, ...]:
    """The spellings of one row.

    >>> spellings_in("Zaid=EG:2 KW:1|Zayd=IQ:1")[0]
    Spelling(text='Zaid', bearers={'EG': 2, 'KW': 1})
    """
    found: list[Spelling] = []
    for part in cell.split("|"):
        text, counts = part.rsplit("=", 1)
        bearers = {r: int(n) for r, n in (item.rsplit(":", 1) for item in counts.split())}
        found.append(Spelling("" if text == NOTHING else text, bearers))
    return tuple(found)


def remembered(key: str) -> tuple[Spelling, ...]:
    """The spellings of an Arabic word or compound in folded letters; none if it is not listed."""
    cell = read_remembered().get(key)
    return spellings_in(cell) if cell else ()


@functools.lru_cache(maxsize=1 << 14)
def usual_spellings(key: str, limit: int = 3) -> tuple[tuple[str, float], ...]:
    """The commonest Latin spellings of a word, with and without article, and their bearers.

    Letters as the channel writes them, without article; bearers with an article count half.
    """
    counts: dict[str, float] = {}
    for spelling in remembered(key):
        letters = latin_letters(spelling.text)
        counts[letters] = counts.get(letters, 0.0) + sum(spelling.bearers.values())
    for spelling in remembered(ARTICLE + key):
        letters = latin_letters(article_of(spelling.text, key)[1])
        counts[letters] = counts.get(letters, 0.0) + sum(spelling.bearers.values()) / 2
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple((letters, n) for letters, n in ranked if letters)[:limit]
