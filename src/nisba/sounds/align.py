"""Which letters of two spellings answer each other, through which unit, with how many bits.

For people who ask why. `align` names the likeliest hidden form behind two spellings and cuts both
along its units. The bits of a unit compare the two chunks as renderings of that unit with the two
as strangers; what the form as a whole adds or takes (a rare form, a form the lexicon knows) stands
in `Alignment.form_bits`, so that all bits add up to the evidence.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from nisba.sounds.joint import Strongest
from nisba.sounds.kernels import LONGEST, Floats, pair, viterbi
from nisba.sounds.model import Sounded, SoundModel
from nisba.sounds.tables import Channel, chunk_ids
from nisba.sounds.units import UNITS, Form
from nisba.text.scripts import Script

_START = 2
_TINY = 1e-300


@dataclass(frozen=True, slots=True)
class Aligned:
    """One unit of the hidden form, the letters that render it on both sides, and its bits."""

    unit: str
    left: str
    right: str
    bits: float


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two spellings cut along one hidden form; `known` tells whether the lexicon lists the form."""

    form: Form
    known: bool
    units: tuple[Aligned, ...]
    form_bits: float

    @property
    def bits(self) -> float:
        """The evidence of the two spellings: its units and its form together."""
        return self.form_bits + sum(unit.bits for unit in self.units)


def align(model: SoundModel, x: Sounded, y: Sounded) -> Alignment | None:
    """The likeliest alignment of two spellings, or None when either has no letters.

    >>> from nisba.sounds.model import load_model
    >>> from nisba.text.scripts import Script
    >>> m = load_model()
    >>> a = align(m, m.hear("kazemi", Script.LATIN), m.hear("kadhimi", Script.LATIN))
    >>> [(u.unit, u.left, u.right) for u in a.units][2]
    ('ẓ', 'z', 'dh')
    """
    if not x.letters or not y.letters:
        return None
    here, there = model.channel(x.script), model.channel(y.script)
    form, known = _listed_form(model, x, y), True
    if form is None:
        table = model.strongest(x.script, y.script)
        form, known = likeliest_form(table, x, y, model.loop(viterbi)), False
    if form is None:
        return None
    left, right = _cut(here, form, x.letters), _cut(there, form, y.letters)
    if left is None or right is None:
        return None
    units = tuple(
        Aligned(unit, a, b, _unit_bits(model, x, y, place, a, b))
        for unit, place, a, b in zip(form, _places(form), left, right, strict=True)
    )
    rest = model.bits(x, y) - sum(u.bits for u in units)
    return Alignment(form, known, units, rest)


def _listed_form(model: SoundModel, x: Sounded, y: Sounded) -> Form | None:
    """The lexicon's form that explains both best, if it explains them no worse than n-grams do."""
    prior = model.lexicon.prior
    shared = [(p * y.forms[f] * prior[f], f) for f, p in x.forms.items() if f in y.forms]
    if not shared:
        return None
    probability, entry = max(shared, key=lambda s: (s[0], -s[1]))
    unlisted = model.loop(pair)(model.table(x.script, y.script), x.chunks, y.chunks, 0.0)
    share = model.prior.lexicon
    if share * probability < (1 - share) * unlisted:
        return None
    return model.lexicon.entries[entry].form


def likeliest_form(
    table: Strongest, x: Sounded, y: Sounded, walk: Callable[..., int]
) -> Form | None:
    """The units of the best path behind two spellings under the n-gram prior."""
    rows, columns = len(x.letters), len(y.letters)
    back = np.full((rows + 1, columns + 1, 2, 3), -1, dtype=np.int32)
    best = table.best
    packed = int(walk(best.initial, best.medial, best.final, x.chunks, y.chunks, back))
    if packed < 0:
        return None
    state = packed % 2
    up, along = divmod(packed // 2, LONGEST + 1)
    p, q = x.chunks[rows - up, up], y.chunks[columns - along, along]
    units = [UNITS[table.final[state, p, q]]]
    i, j = rows - up, columns - along
    for _ in range(2 * (rows + columns) + 4):
        up, along, before = (int(v) for v in back[i, j, state])
        p, q = x.chunks[i - up, up], y.chunks[j - along, along]
        if before == _START:
            units.append(UNITS[table.initial[state, p, q]])
            return tuple(reversed(units))
        units.append(UNITS[table.medial[before, state, p, q]])
        i, j, state = i - up, j - along, before
    return None


def _cut(channel: Channel, form: Form, letters: str) -> list[str] | None:
    """The chunk of each unit on the best path through one spelling; extra letters join left."""
    table, slips = channel.with_errors(), channel.slips()
    x = chunk_ids(letters, channel.number)
    rows, n, length = channel.rows(form), len(form), len(letters)
    best = np.zeros((n + 1, length + 1))
    best[0, 0] = 1.0
    step: dict[tuple[int, int], int] = {}
    for j in range(n + 1):
        for i in range(length + 1):
            if i and best[j, i - 1] * channel.extra * slips[x[i - 1, 1]] > best[j, i]:
                best[j, i] = best[j, i - 1] * channel.extra * slips[x[i - 1, 1]]
                step[j, i] = -1
            if j == n or best[j, i] == 0.0:
                continue
            for size in range(min(LONGEST, length - i) + 1):
                chunk = x[i, size]
                value = best[j, i] * table[rows[j], chunk] if chunk >= 0 else 0.0
                if value > best[j + 1, i + size]:
                    best[j + 1, i + size] = value
                    step[j + 1, i + size] = size
    if best[n, length] == 0.0:
        return None
    chunks = [""] * n
    j, i, stray = n, length, ""
    while (j, i) != (0, 0):
        size = step[j, i]
        if size < 0:
            stray = letters[i - 1] + stray
            i -= 1
        else:
            j, i = j - 1, i - size
            chunks[j] = letters[i : i + size] + stray
            stray = ""
    chunks[0] = stray + chunks[0]
    return chunks


def _places(form: Form) -> list[int]:
    return [0 if i == 0 else 2 if i == len(form) - 1 else 1 for i in range(len(form))]


@lru_cache(maxsize=32)
def _chunks(model: SoundModel, here: Script, there: Script, place: int) -> tuple[Floats, float]:
    """P(chunk here, chunk there) of one unit at its place, and the sum of all."""
    together = model.together(here, there)
    joint = (together.initial, together.medial[0] + together.medial[1], together.final)[place]
    table: Floats = joint.sum(axis=0)
    return table, float(table.sum())


def _unit_bits(
    model: SoundModel, x: Sounded, y: Sounded, place: int, left: str, right: str
) -> float:
    """log2 of the two chunks as renderings of one unit, against two strangers."""
    a = model.channel(x.script).number.get(left)
    b = model.channel(y.script).number.get(right)
    if a is None or b is None:
        return 0.0
    table, whole = _chunks(model, x.script, y.script, place)
    same = table[a, b] / whole
    apart = table[a].sum() / whole * table[:, b].sum() / whole
    return math.log2(max(same, _TINY) / max(apart, _TINY))
