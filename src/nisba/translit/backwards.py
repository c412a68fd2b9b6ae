"""The remembered spellings read backwards: which Arabic words a Latin spelling was used for."""

import functools
import re
from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from nisba.sounds.letters import latin_letters
from nisba.translit.remembered import ARTICLE, article_of, key_of, read_remembered, spellings_in

# Halves that registers sometimes write in one with the other half: عبدالله, نصرالله, نورالدين.
_GLUED_HEAD = re.compile("^(\u0639\u0628\u062f)(?=\u0627\u0644..)")
_GLUED_TAIL = re.compile("(?<=[^ ]{2})(\u0627\u0644\u0644\u0647|\u0627\u0644\u062f\u064a\u0646)$")


_NO_ARTICLES = ("IR", "PK", "AF")  # their names of Arabic origin have lost the article


class Backwards(NamedTuple):
    """Bearers by Latin letters and Arabic key; `bearers` is their sum.

    `cores` counts words with an article by what is left without it. `articles` has the bearers of
    a word in Arab countries, with an article and without: al-Kāẓimī in Iraq is Kāẓimī in Iran.
    """

    words: Mapping[str, Mapping[str, float]]
    cores: Mapping[str, Mapping[str, float]]
    articles: Mapping[str, tuple[float, float]]
    bearers: float


def apart(key: str) -> str:
    """A folded word with its two halves apart, as they are usually written.

    >>> apart("\u0639\u0628\u062f\u0627\u0644\u0644\u0647")  # عبدالله
    'عبد الله'
    """
    return _GLUED_TAIL.sub(r" \1", _GLUED_HEAD.sub(r"\1 ", key))


@functools.cache
def load_backwards() -> Backwards:
    """The table that comes with the package, read backwards."""
    words: dict[str, dict[str, float]] = defaultdict(dict)
    cores: dict[str, dict[str, float]] = defaultdict(dict)
    articles: dict[str, tuple[float, float]] = {}
    whole = 0.0
    for stored, cell in read_remembered().items():
        if stored == ARTICLE:
            continue
        key = apart(key_of(stored))
        core = key.removeprefix(ARTICLE) if len(key) > 4 else key
        for text, bearers in spellings_in(cell):
            n = float(sum(bearers.values()))
            letters = latin_letters(text)
            if not letters:
                continue
            words[letters][key] = words[letters].get(key, 0.0) + n
            whole += n
            if " " not in key:
                arab = float(sum(m for code, m in bearers.items() if code not in _NO_ARTICLES))
                seen, bare = articles.get(core, (0.0, 0.0))
                articles[core] = (seen, bare + arab) if core == key else (seen + arab, bare)
                rest = latin_letters(article_of(text, core)[1] if core != key else text)
                cores[rest][core] = cores[rest].get(core, 0.0) + n
    return Backwards(dict(words), dict(cores), articles, whole)
