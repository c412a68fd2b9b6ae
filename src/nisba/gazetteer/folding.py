"""Equal names: two that differ in what writers leave to taste alone.

Below the checks and edits of the gazetteer, which both ask whether somebody has a name already.
"""

import functools
import unicodedata

from nisba.text.fold import fold

_DROPPED = ("Mn", "Lm", "Sk")
_APOSTROPHES = str.maketrans("", "", "'\u2018\u2019")


@functools.lru_cache(maxsize=1 << 17)
def folded(name: str) -> str:
    """Return a name without what writers leave to taste, to find equal ones.

    Letter case, marks, apostrophes, hyphens, seats of hamza, and which ya or kaf is typed.

    >>> folded("Mu\u1e63\u1e6daf\u00e1 al-K\u0101\u1e93im\u012b")
    'mustafa al kazimi'
    """
    bare = unicodedata.normalize("NFKD", name.casefold().translate(_APOSTROPHES))
    kept = (c if c.isalnum() else " " for c in bare if unicodedata.category(c) not in _DROPPED)
    return " ".join(fold("".join(kept)).split())
