"""New ids for new identities: minted once from the label, and never changed afterwards."""

import re
import unicodedata
from collections.abc import Container

# Signs of ayn, hamza and apostrophe vanish, so that Sa'd gives "sad" and not "sa-d".
_APOSTROPHES = re.compile("['`\u2018\u2019\u02bb-\u02bf]")
_OTHER = re.compile("[^a-z0-9]+")
_LONGEST = 80


def mint(label: str, taken: Container[str]) -> str:
    """Return an id for a label: its words in plain ASCII, with a number if that id is taken.

    `taken` must hold the retired ids too: an id is never used twice.
    Raises `ValueError` for a label without a letter or digit.

    >>> mint("Mu\u1e63\u1e6daf\u00e1 al-K\u0101\u1e93im\u012b", {"mustafa-al-kazimi"})
    'mustafa-al-kazimi-2'
    """
    from unidecode import unidecode

    letters = unicodedata.normalize("NFKC", _APOSTROPHES.sub("", label))
    plain = _APOSTROPHES.sub("", unidecode(letters)).lower()
    base = _OTHER.sub("-", plain)[:_LONGEST].strip("-")
    if not base:
        raise ValueError(f"no id can be made from the label {label!r}: give one with letters")
    minted, number = base, 1
    while minted in taken:
        number += 1
        minted = f"{base}-{number}"
    return minted
