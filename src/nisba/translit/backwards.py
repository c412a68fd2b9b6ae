"""The remembered spellings read backwards: which Arabic words a Latin spelling was used for."""

import functools
from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from nisba.sounds.letters import latin_letters
from nisba.translit.remembered import ARTICLE, article_of, read_remembered, spellings_in


class Backwards(NamedTuple):
    """Bearers by Latin letters and Arabic key; `bearers` is their sum.

    `cores` counts words with an article by what is left without it.
    """

    words: Mapping[str, Mapping[str, float]]
    cores: Mapping[str, Mapping[str, float]]
    bearers: float


@functools.cache
def load_backwards() -> Backwards:
    """The table that comes with the package, read backwards."""
    words: dict[str, dict[str, float]] = defaultdict(dict)
    cores: dict[str, dict[str, float]] = defaultdict(dict)
    whole = 0.0
    for key, cell in read_remembered().items():
        if key == ARTICLE:
            continue
        core = key.removeprefix(ARTICLE) if len(key) > 4 else key
        for text, bearers in spellings_in(cell):
            n = float(sum(bearers.values()))
            letters = latin_letters(text)
            if not letters:
                continue
            words[letters][key] = words[letters].get(key, 0.0) + n
            whole += n
            if " " not in key:
                rest = latin_letters(article_of(text, core)[1] if core != key else text)
                cores[rest][core] = cores[rest].get(core, 0.0) + n
    return Backwards(dict(words), dict(cores), whole)
