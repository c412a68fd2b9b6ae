"""The ranked readings of one written Arabic word: the vocalised forms that it may render."""

import functools

from nisba.sounds.model import load_model
from nisba.text.scripts import Script
from nisba.translit.types import Reading


@functools.lru_cache(maxsize=1 << 16)
def readings(word: str, limit: int = 5) -> tuple[Reading, ...]:
    """Forms that an Arabic word may render, likeliest first; none for what is no Arabic word.

    The word has no article, prefix or space; vowel marks that it has are respected. Probabilities
    are over all readings, so that those given sum to 1 at most.

    >>> readings("\u0645\u0635\u0637\u0641\u0649")[0].form  # مصطفى
    ('m', 'u', 'ṣ', 'ṭ', 'a', 'f', 'á')
    """
    model = load_model()
    heard = model.hear(word, Script.ARABIC)
    weight = {f: p * model.lexicon.prior[f] for f, p in heard.forms.items()}
    whole = sum(weight.values())
    ranked = sorted(weight, key=lambda f: (-weight[f], model.lexicon.entries[f].units))
    entries = model.lexicon.entries
    return tuple(
        Reading(entries[f].form, weight[f] / whole, entries[f].origin) for f in ranked[:limit]
    )
