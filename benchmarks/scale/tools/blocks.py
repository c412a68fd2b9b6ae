"""What a tool that compares columns gets of a name: given and family name, codes of the words.

splink and recordlinkage compare columns of records. A name is cut by its words: first, last, all.
"""

import functools
from itertools import combinations
from typing import NamedTuple

from benchmarks.scale.tools.job import folded

_ASIDE = frozenset(("al", "el", "bin", "ibn", "ben", "\u0628\u0646"))  # بن
_MOST = 6
"""Words of a name that are coded in pairs."""


class Columns(NamedTuple):
    """The columns of one record.

    `codes` are Metaphone codes of the words, `pairs` those of any two words, both sorted, `key` all
    codes in one; an Arabic word is its own code.
    """

    whole: str
    given: str
    family: str
    codes: list[str]
    pairs: list[str]
    key: str


def columns(name: str) -> Columns:
    """The columns of a name; article and mark of filiation are left out where they stand alone.

    >>> columns("Ahmad bin Khalid Al Thani")[:4]
    ('ahmad khalid thani', 'ahmad', 'thani', ['0N', 'AMT', 'KHLT'])
    """
    words = folded(name).split()
    words = [word for word in words if word not in _ASIDE] or words or [""]
    codes = sorted({_code(word) for word in words})[:_MOST]
    pairs = [" ".join(pair) for pair in combinations(codes, 2)] or codes
    return Columns(" ".join(sorted(words)), words[0], words[-1], codes, pairs, " ".join(codes))


@functools.lru_cache(maxsize=1 << 18)
def _code(word: str) -> str:
    from jellyfish import metaphone

    return (metaphone(word) if word.isascii() else word) or word
