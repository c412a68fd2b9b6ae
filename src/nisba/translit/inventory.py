"""Whether a text keeps to the letters that a scheme may write.

Beside the engines of the transliteration stage: laws and checks ask it, no rule does.
"""

import functools
import unicodedata
from collections.abc import Iterable

from nisba.translit.scheme_types import Scheme


def letters_outside(scheme: Scheme, text: str) -> tuple[str, ...]:
    """Letters of a text that the scheme's inventory does not have, in their order.

    A letter is a base character with its combining marks. Capitals count as their small letters in
    a scheme of sounds; one of signs may use both. Spaces are in every inventory.

    >>> from nisba.translit.schemes import load_scheme
    >>> letters_outside(load_scheme("ala-lc"), "Mu\u1e25ammad \u00e9")
    ('é',)
    """
    inventory = _inventory(scheme)
    left = [*_clusters(_folded(scheme, text))]
    out: list[str] = []
    i = 0
    longest = max((len(letter) for letter in inventory), default=1)
    while i < len(left):
        for size in range(longest, 0, -1):
            if tuple(left[i : i + size]) in inventory:
                i += size
                break
        else:
            if not left[i].isspace():
                out.append(unicodedata.normalize("NFC", left[i]))
            i += 1
    return tuple(out)


@functools.cache
def _inventory(scheme: Scheme) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(_clusters(_folded(scheme, letter))) for letter in scheme.inventory)


def _clusters(text: str) -> Iterable[str]:
    """Base characters with the combining marks that follow them."""
    cluster = ""
    for char in text:
        if cluster and not unicodedata.combining(char):
            yield cluster
            cluster = ""
        cluster += char
    if cluster:
        yield cluster


def _folded(scheme: Scheme, text: str) -> str:
    return unicodedata.normalize("NFD", text.casefold() if scheme.kind == "sounds" else text)
