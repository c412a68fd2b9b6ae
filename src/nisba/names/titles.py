"""Titles of honour and office, by spelling and position, from `gazetteers/titles.tsv`.

Reach for it where a rule must know whether a word is rank or name. A spelling that is also a name
(Sheikh, Sayed) counts as a title only where the reader of parts finds a given name behind it; one
that is mostly a name (Sharif, Malik) never does.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from nisba.names.lexicon import rows, spellings
from nisba.names.words import read

_ARTICLE_AR = "\u0627\u0644"  # ال
# Words such as Sharif and Malik are listed for their meaning; those who bear them are the most.
_MOSTLY = "mostly"
_WORDS = re.compile(r"[^\s./-]+")


@dataclass(frozen=True, slots=True)
class Title:
    """One title; `before` says on which side of the name it stands."""

    id: str
    before: bool
    may_be_name: bool


@lru_cache(maxsize=1)
def titles() -> dict[tuple[str, ...], Title]:
    """Titles by the bare letters of their words.

    >>> titles()["cheikh",].id, titles()["h", "e"].id
    ('shaykh', 'excellency')
    """
    table: dict[tuple[str, ...], Title] = {}
    for row in rows("titles.tsv"):
        if row["may_be_name"] == _MOSTLY:
            continue
        title = Title(row["id"], row["position"] == "before", row["may_be_name"] == "yes")
        arabic = spellings(row["arabic"])
        arabic += [_ARTICLE_AR + word for word in arabic if not word.startswith(_ARTICLE_AR)]
        for spelling in arabic + spellings(row["latin"]):
            key = tuple(read(word).bare for word in _WORDS.findall(spelling))
            table.setdefault(key, title)
    return table


@lru_cache(maxsize=1)
def _longest() -> dict[str, int]:
    """Words of the longest title that begins with a word, so that most words are one look-up."""
    longest: dict[str, int] = {}
    for key in titles():
        longest[key[0]] = max(len(key), longest.get(key[0], 0))
    return longest


def begins_title(bare: str) -> bool:
    """Whether a title begins with a word."""
    return bare in _longest()


def title_at(bares: list[str], at: int) -> tuple[Title, int] | None:
    """The longest title that starts at a word, and how many words it takes.

    >>> title, width = title_at(["prime", "minister", "mustafa"], 0)
    >>> title.id, width
    ('prime-minister', 2)
    """
    width = _longest().get(bares[at], 0)
    while width:
        title = titles().get(tuple(bares[at : at + width]))
        if title:
            return title, width
        width -= 1
    return None
