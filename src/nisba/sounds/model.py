"""The sound model: how likely two spellings render the same hidden vocalised form, in bits.

`listen` hears the cores of many parts: what the model knows of each spelling alone. `hear` gives
one of them as a `Sounded`, and `bits` compares two: log2 P(x, y) / (P(x) P(y)), where P(x, y) sums
over the forms of the lexicon, over all forms of the n-gram prior, and over the chance that the part
is no Arabic name. A rare shared form gives more bits than a common one. What `hear` and `bits` were
asked is remembered: names are Zipfian.
"""

import functools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from nisba import _loops
from nisba._data import learned
from nisba.sounds.exceptions import read_exceptions
from nisba.sounds.foreign import Foreign, read_foreign
from nisba.sounds.joint import Strongest, Tables, joint, marginal, packed, strongest
from nisba.sounds.kernels import Ints, Table
from nisba.sounds.letters import ARABIC, LATIN, arabic_letters, latin_letters
from nisba.sounds.lexicon import Lexicon, lexicon_of, trie_of
from nisba.sounds.listening import (
    Sounds,
    Writing,
    filled,
    inventory_of,
    listen,
    own_of,
    room_for,
    sound_of,
)
from nisba.sounds.pairs import ARABIC_LETTERS, LATIN_LETTERS, Beliefs, Spelling, evidence
from nisba.sounds.tables import Channel, Prior, read_channel, read_lexicon, read_prior
from nisba.text.scripts import Script

LONGEST_PART = 40
"""Letters of a part that the model reads; what follows in a longer one is left out."""

_CACHE = 100_000
_NO_PAIRS = np.zeros((0, 0, 8))
_NO_TABLE = np.zeros((0, 8))
_NO_BIGRAMS = np.zeros((0, 0))
_CODES = {ord(letter): i for alphabet in (LATIN, ARABIC) for i, letter in enumerate(alphabet)}
_Loop = TypeVar("_Loop", bound=Callable[..., Any])


@dataclass(frozen=True, slots=True, eq=False)
class Sounded:
    """One spelling as the model hears it.

    `ranked` are places of the forms in `spelling`, the likeliest first, `arabic` is P(spelling) as
    an Arabic name, `foreign` as none, and `surprise` is -log2 P(spelling) in bits.
    """

    letters: str
    script: Script
    ranked: NDArray[np.uint8]
    arabic: float
    foreign: float
    surprise: float
    spelling: Spelling
    """The same for the loops."""

    @property
    def forms(self) -> dict[int, float]:
        """Entries of the lexicon with P(spelling | form), the likeliest first."""
        forms, chances = self.spelling.forms[self.ranked], self.spelling.chances[self.ranked]
        return dict(zip(forms.tolist(), chances.tolist(), strict=True))

    @property
    def chunks(self) -> Ints:
        """Numbers of its chunks, shape (letters + 1, LONGEST + 1)."""
        return self.spelling.chunks


def sounded(sounds: Sounds, row: int) -> Sounded:
    """One of the spellings that were heard."""
    spelling = sound_of(sounds, row)
    script = Script.ARABIC if spelling.script == ARABIC_LETTERS else Script.LATIN
    alphabet = ARABIC if script is Script.ARABIC else LATIN
    return Sounded(
        "".join([alphabet[code] for code in spelling.letters.tolist()]),
        script,
        sounds.ranked[sounds.form_at[row] : sounds.form_at[row + 1]],
        float(sounds.arabic[row]),
        float(spelling.foreign),
        float(spelling.surprise),
        spelling,
    )


@dataclass(frozen=True, slots=True, eq=False)
class SoundModel:
    """The learned tables, ready to compare spellings; make one with `load_model`."""

    latin: Channel
    arabic: Channel
    prior: Prior
    lexicon: Lexicon
    foreign: Foreign
    exceptions: Mapping[str, Sequence[tuple[int, float]]] = field(default_factory=dict)
    """Entries of the lexicon that a spelling renders in its own way, with P(spelling | form)."""
    fast: bool = False
    """Whether its loops are compiled."""
    _alone: dict[Script, Table] = field(default_factory=dict)
    _writing: dict[Script, Writing] = field(default_factory=dict)
    _together: dict[tuple[Script, Script], Tables] = field(default_factory=dict)
    _packed: dict[tuple[Script, Script], Table] = field(default_factory=dict)
    _strongest: dict[tuple[Script, Script], Strongest] = field(default_factory=dict)
    _heard: dict[tuple[str, Script], Sounded] = field(default_factory=dict)
    _bits: dict[tuple[str, str], float] = field(default_factory=dict)
    _beliefs: dict[tuple[Script, ...], Beliefs] = field(default_factory=dict)

    def loop(self, function: _Loop) -> _Loop:
        """A loop in the state in which this model runs its own."""
        return _loops.compiled(function) if self.fast else function

    def beliefs(self) -> Beliefs:
        """The tables for the loops; of a script that no spelling was heard in, they are empty."""
        latin, arabic = Script.LATIN, Script.ARABIC
        heard = (latin, arabic) if self.fast else tuple(self._alone)
        if heard not in self._beliefs:
            both = ((latin, latin), (latin, arabic), (arabic, arabic))
            arrays: list[NDArray[Any]] = [
                self.table(*two) if {*two} <= {*heard} else _NO_PAIRS for two in both
            ]
            arrays += [self.alone(s) if s in heard else _NO_TABLE for s in (latin, arabic)]
            foreign = self.foreign
            rates = foreign.share, self.prior.lexicon, foreign.most, self.latin.swap
            arrays.append(self.lexicon.shares)
            arrays += map(np.array, (foreign.floors, foreign.bits, rates))
            self._beliefs[heard] = Beliefs(*arrays)
        return self._beliefs[heard]

    def hear(self, core: str, script: Script) -> Sounded:
        """What the model knows of one spelling: a part's core, in Latin or Arabic letters.

        >>> round(load_model().hear("muhammad", Script.LATIN).surprise) < 12
        True
        """
        key = (core, script)
        found = self._heard.get(key)
        if found is None:
            if len(self._heard) > _CACHE:
                self._heard.clear()
            found = self._heard[key] = sounded(self.listen([key]), 0)
        return found

    def listen(self, cores: Sequence[tuple[str, Script]]) -> Sounds:
        """What the model knows of many spellings, in their order.

        >>> sounds = load_model().listen([("muhammad", Script.LATIN), ("", Script.LATIN)])
        >>> sounds.letter_at.tolist(), len(sounds.forms) > 0
        ([0, 8, 8], True)
        """
        arabic = [script is Script.ARABIC for _, script in cores]
        letters = [
            (arabic_letters if written else latin_letters)(core)[:LONGEST_PART]
            for (core, _), written in zip(cores, arabic, strict=True)
        ]
        codes = "".join(letters).translate(_CODES).encode("latin-1")
        own = own_of([self.exceptions.get(some, ()) for some in letters])
        room = room_for(
            [ARABIC_LETTERS if written else LATIN_LETTERS for written in arabic],
            letters,
            np.frombuffer(bytearray(codes), np.uint8),
            len(own.forms),
        )
        tables = (
            self._writing_of(Script.LATIN if not all(arabic) else Script.ARABIC),
            self._writing_of(Script.ARABIC if any(arabic) else Script.LATIN),
        )
        self.loop(listen)(*tables, own, room)
        return filled(room)

    def bits(self, x: Sounded, y: Sounded) -> float:
        """Evidence that two spellings are one name, in bits; 0 where they tell nothing.

        >>> m = load_model()
        >>> a, b, c = (m.hear(s, Script.LATIN) for s in ("kazemi", "kadhimi", "karimi"))
        >>> m.bits(a, b) > 5 > 0 > m.bits(b, c)
        True
        """
        if x is y:
            return float(self.loop(evidence)(self.beliefs(), x.spelling, x.spelling))
        if x.letters > y.letters:
            x, y = y, x
        key = (x.letters, y.letters)
        value = self._bits.get(key)
        if value is None:
            if len(self._bits) > _CACHE:
                self._bits.clear()
            compare = self.loop(evidence)
            value = self._bits[key] = float(compare(self.beliefs(), x.spelling, y.spelling))
        return value

    def channel(self, script: Script) -> Channel:
        """The channel that writes a script."""
        return self.arabic if script is Script.ARABIC else self.latin

    def alone(self, script: Script) -> Table:
        """The table of one script, made at first use."""
        if script not in self._alone:
            self._alone[script] = packed(marginal(self.prior, self.channel(script)))
        return self._alone[script]

    def together(self, here: Script, there: Script) -> Tables:
        """Joint tables of two scripts, made at first use."""
        key = (here, there)
        if key not in self._together:
            self._together[key] = joint(self.prior, self.channel(here), self.channel(there))
        return self._together[key]

    def table(self, here: Script, there: Script) -> Table:
        """The same for the loops."""
        key = (here, there)
        if key not in self._packed:
            self._packed[key] = packed(self.together(here, there))
        return self._packed[key]

    def strongest(self, here: Script, there: Script) -> Strongest:
        """The likeliest unit behind each pair of chunks of two scripts, made at first use."""
        key = (here, there)
        if key not in self._strongest:
            self._strongest[key] = strongest(self.prior, self.channel(here), self.channel(there))
        return self._strongest[key]

    def _writing_of(self, script: Script) -> Writing:
        """What the loop that hears a spelling reads of its script, made at first use."""
        if script not in self._writing:
            channel, foreign = self.channel(script), self.foreign
            self._writing[script] = Writing(
                inventory_of(channel.chunks, ARABIC if script is Script.ARABIC else LATIN),
                self.alone(script),
                np.ascontiguousarray(channel.with_errors().T),
                trie_of(self.lexicon, channel),
                self.lexicon.shares,
                _NO_BIGRAMS if script is Script.ARABIC else foreign.bigrams,
                channel.extra / len(channel.chunks),
                self.prior.lexicon,
                foreign.share,
            )
        return self._writing[script]


@functools.cache
def load_lexicon() -> Lexicon:
    """The lexicon that comes with the package, which is enough for who asks for forms alone."""
    return lexicon_of(read_lexicon(learned("lexicon.tsv")))


def load_model(fast: bool = False) -> SoundModel:
    """The model with the tables that come with the package; `fast` compiles its loops."""
    return _compiled() if fast else _plain()


@functools.cache
def _plain() -> SoundModel:
    lexicon = load_lexicon()
    return SoundModel(
        read_channel(learned("latin.tsv"), LATIN),
        read_channel(learned("arabic.tsv"), ARABIC),
        read_prior(learned("prior.tsv")),
        lexicon,
        read_foreign(learned("foreign.tsv")),
        _by_entry(lexicon),
    )


@functools.cache
def _compiled() -> SoundModel:
    model = _plain()
    return SoundModel(
        model.latin,
        model.arabic,
        model.prior,
        model.lexicon,
        model.foreign,
        model.exceptions,
        fast=True,
    )


def _by_entry(lexicon: Lexicon) -> dict[str, list[tuple[int, float]]]:
    """The exceptional spellings with the numbers of their forms in the lexicon."""
    exceptions = read_exceptions(learned("exceptions.tsv"))
    asked = {e.units for found in exceptions.values() for e in found}
    number = {e.units: i for i, e in enumerate(lexicon.entries) if e.units in asked}
    return {
        letters: [(number[e.units], e.probability) for e in found if e.units in number]
        for letters, found in exceptions.items()
    }
