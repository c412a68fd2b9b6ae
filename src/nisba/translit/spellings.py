"""`spellings`: how people write a name in Latin letters, ranked, by region."""

import functools

from nisba._data import curated
from nisba.sounds.letters import latin_letters
from nisba.translit.latin_words import Written, counted, latin_of_word, remembered
from nisba.translit.latin_words import _mixed, _ranked  # noqa
from nisba.translit.remembered import key_of
from nisba.translit.types import Candidate

_LONGEST_KEY = 3
_BEAM = 60


@functools.lru_cache(maxsize=1 << 14)
def unit_options(words: tuple[str, ...], region: str) -> tuple[Written, ...]:
    if len(words) == 1:
        return latin_of_word(words[0], region)
    beam = [("", "", 1.0)]
    for word in words:
        beam = _joined(beam, latin_of_word(word, region), 24)
    composed = {l: (t.strip(), p) for l, t, p in beam}
    key = " ".join(key_of(w) for w in words)
    counts = counted([(s.text, s.bearers, 1.0) for s in remembered(key)], region)
    return _ranked(_mixed(counts, composed))


def _joined(beam, options, width):
    found = {}
    for letters, text, p in beam:
        for o in options:
            l = letters + o.letters
            t = f"{text} {o.text}".strip() if o.text else text
            old = found.get(l)
            found[l] = (old[0] if old and old[2] > p * o.probability else t, (old[1] if old else 0.0) + p * o.probability, max(p * o.probability, old[2] if old else 0))
    ranked = sorted(found.items(), key=lambda i: (-i[1][1], i[0]))[:width]
    return [(l, t, p) for l, (t, p, _) in ranked]


def segments(words: list[str]) -> list[tuple[str, ...]]:
    keys = [key_of(w) for w in words]
    out = []
    i = 0
    while i < len(words):
        for width in range(min(_LONGEST_KEY, len(words) - i), 0, -1):
            if width == 1 or remembered(" ".join(keys[i : i + width])):
                out.append(tuple(words[i : i + width]))
                i += width
                break
    return out


def spellings(name: str, region: str | None = None, limit: int = 5) -> tuple[Candidate, ...]:
    beam = [("", "", 1.0)]
    for unit in segments(name.split()):
        beam = _joined(beam, unit_options(unit, region or ""), _BEAM)
    return tuple(Candidate(t, p) for _, t, p in beam[:limit])
