"""`spellings`: how people write a name in Latin letters, ranked, by region."""

import functools
from typing import NamedTuple

from nisba.sounds.letters import latin_letters
from nisba.translit.latin_words import Written, counted, latin_of_word
from nisba.translit.latin_words import _mixed, _ranked  # noqa
from nisba.translit.regions import Place, place_of
from nisba.translit.remembered import key_of, remembered
from nisba.translit.styles import coherence, read_styles
from nisba.translit.types import Candidate

_LONGEST_KEY = 3
_BEAM = 100
_OPTIONS = 24
COH = 0.5


class Line(NamedTuple):
    letters: str
    text: str
    probability: float
    lean: tuple[float, ...]
    score: float


@functools.lru_cache(maxsize=1 << 14)
def unit_options(words: tuple[str, ...], place: Place):
    styles = read_styles()
    if len(words) == 1:
        w = latin_of_word(words[0], place)
        key = key_of(words[0])
        return leaned(w, key, place)
    beam = _start(place)
    for word in words:
        beam = _joined(beam, unit_options((word,), place), 24, place)
    composed = {l.letters: (l.text.strip(), l.score) for l in beam}
    key = " ".join(key_of(w) for w in words)
    counts = counted([(s.text, s.bearers, 1.0) for s in remembered(key)], place)
    return leaned(_ranked(_mixed(counts, composed)), key, place)


def leaned(options, key, place):
    styles = read_styles()
    leans = [styles.lean(key, o.letters, place.narrowest) for o in options]
    whole = sum(o.probability for o in options)
    if not whole:
        return ()
    norm = [
        sum(o.probability * l[z] for o, l in zip(options, leans)) / whole
        for z in range(len(leans[0]))
    ]
    return tuple((o, tuple(x / n for x, n in zip(l, norm))) for o, l in zip(options, leans))


def _start(place):
    shares = read_styles().of(place.narrowest)
    return [Line("", "", 1.0, (1.0,) * len(shares), 1.0)]


def _joined(beam, options, width, place):
    found: dict[str, Line] = {}
    shares = read_styles().of(place.narrowest)
    for line in beam:
        for o, lean in options:
            l = line.letters + o.letters
            t = f"{line.text} {o.text}".strip() if o.text else line.text
            p = line.probability * o.probability
            le = tuple(a * b for a, b in zip(line.lean, lean))
            score = p * coherence(shares, le) ** COH
            old = found.get(l)
            if old is None or score > old.score:
                found[l] = Line(l, t, p, le, score)
    return sorted(found.values(), key=lambda x: (-x.score, x.letters))[:width]


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
    place = place_of(region)
    beam = _start(place)
    for unit in segments(name.split()):
        beam = _joined(beam, unit_options(unit, place), _BEAM, place)
    return tuple(Candidate(l.text, l.score) for l in beam[:limit])
