"""The two channels, fitted: form to Latin chunks, form to Arabic letters.

What a unit may be written with at all is stated here (consonants by consonant letters, vowels by
vowel letters, weak letters by nothing); how often, the data says.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

import numpy as np

from nisba.sounds.contexts import PLACES, base_rows, codes_of, numbers_of
from nisba.sounds.kernels import LONGEST, Floats
from nisba.sounds.letters import ARABIC, LATIN, MARKS
from nisba.sounds.tables import Channel, chunk_ids
from nisba.sounds.training.em import Fit, Pair, compiled_expect, fit
from nisba.sounds.training.habits import Habit, allow, chunks_of, raised
from nisba.sounds.training.neighbours import with_neighbours
from nisba.sounds.training.sources import Attested, Sources
from nisba.sounds.units import AYN, GEMINATES, HAMZA, UNITS, VOWELS, Form, is_vowel, plain

_CONSONANTAL = re.compile(r"[bcdfghjklmnpqrstvwxyz]{1,4}|[qkg]u")
_SILENT_E = re.compile(r"[bcdfghjklmnpqrstvwxyz]{1,3}e")  # Houcine, Slimane: at the end only
_EPENTHETIC = re.compile(r"[aeiou][bcdfghjklmnpqrstvwxyz]{1,2}")  # Fahad, Bakir: at the end only
_VOCALIC = re.compile(r"[aeiouyw]{0,3}h?")
_WEAK = {
    HAMZA: re.compile(r"'?|a"),  # Raafat
    AYN: re.compile(r"'?|a"),  # Saad, Jaafar: the second a is the ayn
    HAMZA * 2: re.compile(r"'?"),
    AYN * 2: re.compile(r"'{0,2}"),
    "h": re.compile(r"h?"),
    "w": re.compile(r"w|u|ou|o|v|ww|uw|w?"),
    "y": re.compile(r"y|i|j|yy|iy|ij|y?"),
    "yy": re.compile(r"y|yy|i|ii|iy|yi|j|jj"),
    "ww": re.compile(r"w|ww|u|ou|v|vv|uw|ow"),
}
_T_ENDING = re.compile(r"[aeiou]?(?:h|t|th)?")

_LETTERS = {
    HAMZA: ["\u0627", "\u0621", "\u0648", "\u064a", ""],  # ا ء و ي
    "b": ["\u0628"],
    "t": ["\u062a", "\u0637"],
    "th": ["\u062b"],
    "j": ["\u062c"],
    "ḥ": ["\u062d"],
    "kh": ["\u062e"],
    "d": ["\u062f"],
    "dh": ["\u0630"],
    "r": ["\u0631"],
    "z": ["\u0632"],
    "s": ["\u0633"],
    "sh": ["\u0634"],
    "ṣ": ["\u0635"],
    "ḍ": ["\u0636"],
    "ṭ": ["\u0637"],
    "ẓ": ["\u0638"],
    AYN: ["\u0639"],
    "gh": ["\u063a"],
    "f": ["\u0641"],
    "q": ["\u0642"],
    "k": ["\u0643"],
    "l": ["\u0644"],
    "m": ["\u0645"],
    "n": ["\u0646"],
    "h": ["\u0647"],
    "w": ["\u0648"],
    "y": ["\u064a"],
    "p": ["\u067e", "\u0628"],
    "ch": ["\u0686", "\u062a\u0634", "\u0634"],  # چ تش ش
    "zh": ["\u0698", "\u062c"],
    "v": ["\u06a4", "\u0641", "\u0648"],
    "g": ["\u06af", "\u062c", "\u063a", "\u0642", "\u0643"],
    "a": ["", "\u0627"],
    "i": ["", "\u064a"],
    "u": ["", "\u0648"],
    "ā": ["\u0627", "", "\u064a"],
    "ī": ["\u064a", ""],
    "ū": ["\u0648", ""],
    "aw": ["\u0648"],
    "ay": ["\u064a"],
    "aẗ": ["\u0647", "\u0627", "\u062a"],
    "á": ["\u064a", "\u0627"],
}
_FATHA, _DAMMA, _KASRA, _SHADDA, _DAGGER = MARKS
_TWO_LAMS = "\u0644\u0644"  # in the word Allah
_MARK_OF = dict.fromkeys(("a", "ā", "aw", "ay", "aẗ", "á"), _FATHA)
_MARK_OF |= {"i": _KASRA, "ī": _KASRA, "u": _DAMMA, "ū": _DAMMA}
_MARKED = 0.05  # share of a mark being written where it may be; cancels out of all evidence
_PSEUDO = 3.0
_NO_READING = 0.05  # a reading with a smaller share of a spelling is not what it spells
_RARE = 0.002  # a spelling of so few of a key's bearers is rather another name than a rendering


def renders_latin(unit: str, chunk: str, final: bool = False) -> bool:
    """Whether a Latin chunk may render a unit at all, errors aside.

    >>> renders_latin("ẓ", "dh"), renders_latin("ẓ", "a"), renders_latin("ū", "ou")
    (True, False, True)
    """
    if (
        final
        and not is_vowel(unit)
        and (_SILENT_E.fullmatch(chunk) or _EPENTHETIC.fullmatch(chunk))
    ):
        return True
    if unit in _WEAK:
        return _WEAK[unit].fullmatch(chunk) is not None
    if unit == "aẗ":
        return _T_ENDING.fullmatch(chunk) is not None
    pattern = _VOCALIC if is_vowel(unit) else _CONSONANTAL
    return pattern.fullmatch(chunk) is not None


def fit_latin(
    sources: Sources,
    before: Channel | None = None,
    habits: tuple[Habit, ...] = (),
    passes: int = 8,
) -> tuple[Channel, Fit]:
    """The channel from forms to Latin, from attested spellings of words with a known reading.

    A word with several readings counts for each by its share; given a channel fitted `before`,
    by how well each reading explains the spelling.
    """
    known = [a for a in sources.attested if a.key in sources.readings]
    chunks = _inventory((a.latin for a in known), LATIN, chunks_of(habits))
    allowed = np.array(
        [[renders_latin(u, c, place == 2) for c in chunks] for u in UNITS for place in range(3)],
        dtype=float,
    )
    allow(allowed, chunks, habits)
    pseudo = np.zeros((len(UNITS), len(chunks)))
    for u, unit in enumerate(UNITS):
        single = plain(unit)[: len(plain(unit)) // 2] if unit in GEMINATES else plain(unit)
        for text in (plain(unit), single):
            if text in chunks:
                pseudo[u, chunks.index(text)] += _PSEUDO / 2
    written = [(item.latin, form, weight) for item, form, weight in rendered(sources, before)]
    return _fitted(written, chunks, allowed, pseudo, passes, habits)


def rendered(sources: Sources, channel: Channel | None) -> Iterator[tuple[Attested, Form, float]]:
    """Attested spellings of words with a known reading, each with a form and its weight.

    A spelling with more bearers weighs more, but not in proportion: it is still one spelling.
    """
    known = [a for a in sources.attested if a.key in sources.readings]
    bearers = Counter[str]()
    for item in known:
        bearers[item.key] += item.count
    for item in known:
        if item.count < _RARE * bearers[item.key]:
            continue
        for form, share in shares(sources.readings[item.key], item.latin, channel).items():
            if share > _NO_READING:
                yield item, form, share * (1.0 + math.log2(item.count))


def fit_arabic(sources: Sources, passes: int = 6) -> tuple[Channel, Fit]:
    """The channel from forms to Arabic letters, from the catalogue's and the elements' readings."""
    written = [(key, form, 1.0 + math.log2(n)) for key, form, n in sources.catalogue]
    written += [(key, form, 5.0) for key, form in sources.elements]
    written = [w for w in written if w[0] and not set(w[0]) & set(MARKS)]
    letters = {u: _LETTERS[u] for u in _LETTERS}
    letters |= {u: letters[u[: len(u) // 2]] for u in GEMINATES}
    letters["ll"] = [*letters["ll"], _TWO_LAMS]
    chunks = ["", *sorted(set(ARABIC) - set(MARKS)), "\u062a\u0634", _TWO_LAMS]
    allowed = np.array([[c in letters[u] for c in chunks] for u in UNITS], dtype=float)
    allowed = np.repeat(allowed, len(PLACES), axis=0)
    pseudo = np.zeros((len(UNITS), len(chunks)))
    for u, unit in enumerate(UNITS):
        pseudo[u, chunks.index(letters[unit][0])] = _PSEUDO
    channel, result = _fitted(written, chunks, allowed, pseudo, passes)
    return _with_marks(channel), result


def _inventory(spellings: Iterable[str], alphabet: str, more: set[str]) -> list[str]:
    """Empty, every letter, and every substring of up to `LONGEST` letters that renders a unit."""
    seen: set[str] = set()
    for text in spellings:
        for i in range(len(text)):
            for size in range(1, min(LONGEST, len(text) - i) + 1):
                seen.add(text[i : i + size])
    usable = {c for c in seen if any(renders_latin(u, c, final=True) for u in UNITS)}
    return ["", *sorted(usable | set(alphabet) | {plain(u) for u in UNITS} | more)]


def _fitted(
    written: Sequence[tuple[str, Form, float]],
    chunks: list[str],
    allowed: Floats,
    pseudo: Floats,
    passes: int,
    habits: tuple[Habit, ...] = (),
) -> tuple[Channel, Fit]:
    """Fit (spelling, form, weight), keep the chunks that are still used, add neighbourhoods."""
    shape = np.array([0.3 ** max(len(c) - 1, 0) for c in chunks])
    start = allowed * shape + 10.0 * np.repeat(pseudo > 0, len(PLACES), axis=0)
    start = start / start.sum(axis=1, keepdims=True)
    letters = {c for c in chunks if len(c) == 1}
    slips = np.array([1.0 if c in letters else 0.0 for c in chunks])
    slips[0] = len(letters) / 2  # a letter is left out half as often as one is mistaken
    pairs = _pairs(written, chunks)
    result = fit(pairs, start, pseudo, slips / slips.sum(), passes)
    raised_table = raised(result.table, chunks, habits)
    asked = chunks_of(habits)
    kept = [
        i
        for i, c in enumerate(chunks)
        if len(c) <= 1 or c in asked or raised_table[:, i].max() > 0.002
    ]
    table = raised_table[:, kept]
    table = table / table.sum(axis=1, keepdims=True)
    names = tuple(chunks[i] for i in kept)
    channel = Channel(names, table, result.slip, result.extra)
    codes = [codes_of(numbers_of(form)[None, :])[0].tolist() for _, form, _ in written]
    return with_neighbours(channel, _pairs(written, names), codes, habits), result


def _pairs(written: Sequence[tuple[str, Form, float]], chunks: Sequence[str]) -> list[Pair]:
    """Spellings and forms as the fit reads them, by an inventory of chunks."""
    number = {chunk: i for i, chunk in enumerate(chunks)}
    return [Pair(base_rows(form), chunk_ids(text, number), w) for text, form, w in written]


def _with_marks(channel: Channel) -> Channel:
    """Add what vocalised Arabic writes: a vowel's mark before its letter, shadda after a double."""
    chunks = list(channel.chunks)
    columns = [channel.table[:, i].copy() for i in range(len(chunks))]
    for i, chunk in enumerate(channel.chunks):
        for unit in (*VOWELS, *GEMINATES):
            here = channel.rows_of(unit)
            marked = _MARK_OF[unit] + chunk if unit in VOWELS else chunk + _SHADDA
            if not channel.table[here, i].any() or len(marked) > 3:
                continue
            if marked not in chunks:
                chunks.append(marked)
                columns.append(np.zeros(len(channel.table)))
            columns[chunks.index(marked)][here] += _MARKED * channel.table[here, i]
            columns[i][here] -= _MARKED * channel.table[here, i]
    # A dagger alif stands where no alif is written: Rahman, Ilah.
    long_a = channel.rows_of("ā")
    for dagger in (_DAGGER, _FATHA + _DAGGER):
        chunks.append(dagger)
        column = np.zeros(len(channel.table))
        column[long_a] = _MARKED * columns[0][long_a]
        columns.append(column)
    for mark in MARKS:
        if mark not in chunks:
            chunks.append(mark)
            columns.append(np.zeros(len(channel.table)))
    table = np.stack(columns, axis=1)
    table /= table.sum(axis=1, keepdims=True)
    return replace(channel, chunks=tuple(chunks), table=table)


def shares(readings: dict[Form, float], letters: str, channel: Channel | None) -> dict[Form, float]:
    """How much of a spelling each reading may claim; nothing if none explains it."""
    weights = readings
    if channel and len(readings) > 1:
        weights = {f: w * likelihood(channel, f, letters) for f, w in readings.items()}
    total = sum(weights.values())
    return {f: w / total for f, w in weights.items()} if total > 0 else {}


def likelihood(channel: Channel, form: Form, letters: str) -> float:
    """P(letters | form), errors included."""
    x = chunk_ids(letters, channel.number)
    nothing = np.zeros_like(channel.table)
    whole, _, _ = compiled_expect()(
        channel.table,
        channel.slips(),
        channel.slip,
        channel.extra,
        channel.rows(form),
        x,
        nothing,
        0.0,
        99.0,
    )
    return float(whole)
