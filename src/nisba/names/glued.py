"""Compounds that are written as one word: Abdulrahman, Nasrallah, Noureddine, Benali, Alkazemi.

Reach for `split_of` with the reading of one word. Rules come first, since spellings are without
number; the list of stems decides only where the letters alone leave doubt. Two doubts are settled
so: Bou- is cut only before a known stem (Bouteflika stays whole), and Belkacem, after the Prophet's
kunya Abu al-Qasim, has the head "abu", while any other Bel- before a known stem is "ibn".
"""

from functools import lru_cache

from nisba.names.glued_arabic import split_arabic
from nisba.names.glued_heads import HEAD_RULES, STEM_RULES, with_article
from nisba.names.glued_tails import allah_name, din_name, second_half_name
from nisba.names.lexicon import lexicon
from nisba.names.split import Split
from nisba.names.words import Reading
from nisba.text.scripts import Script

# Beyond this a word is no name, and regular expressions need not look at it.
_LONGEST = 40

# In this order: Benabdallah is a son before it is an X Allah, Badreddine no article before -din.
_RULES = (
    *HEAD_RULES,
    *STEM_RULES,
    din_name,
    allah_name,
    second_half_name,
    with_article,
)


@lru_cache(maxsize=1 << 15)
def split_of(reading: Reading) -> Split | None:
    """How one word is glued, or None when it is not.

    >>> from nisba.names.words import read
    >>> split_of(read("Abdulrahman"))
    Split(start=5, end=11, head='abd', tail='', article=True, filiation='')
    >>> split_of(read("Bouteflika")) is None
    True
    """
    bare = reading.bare
    if not 4 <= len(bare) <= _LONGEST or bare in lexicon().whole:
        return None
    if reading.script is Script.ARABIC:
        return split_arabic(bare, reading.seated)
    for rule in _RULES:
        found = rule(bare)
        if found:
            return found
    return None
