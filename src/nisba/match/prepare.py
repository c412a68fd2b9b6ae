"""Make a name ready for comparison: parse it, hear each part once, find the given name."""

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from nisba._data import learned
from nisba.match.types import Heard, Prepared
from nisba.names import parse
from nisba.names.types import Kind, Part
from nisba.sounds.compounds import Compound, read_compounds, shift
from nisba.sounds.model import SoundModel

_NEVER_GIVEN = (Kind.KUNYA, Kind.NISBA, Kind.NASAB, Kind.LAQAB)
_MOST_PARTS = 500_000
_LONGEST_NAME = 24
"""Parts of a name that are compared; a real name has fewer, a text pasted by mistake more."""


def _compounds() -> Mapping[Compound, float]:
    return read_compounds(learned("compounds.tsv"))


@dataclass(frozen=True, slots=True, eq=False)
class Ear:
    """Hears names for one sound model, and knows again what it heard before."""

    model: SoundModel
    _compounds: Mapping[Compound, float] = field(default_factory=_compounds)
    _known: dict[tuple[str, str, str, str, bool, str, bool], Heard] = field(default_factory=dict)
    # A content that was forgotten gets a new number: no number ever stands for two contents.
    _numbers: Iterator[int] = field(default_factory=itertools.count)

    def prepare(self, text: str) -> Prepared:
        """A name with its content parts heard; titles are left aside unless nothing else stands."""
        name = parse(text)
        parts = tuple(p for p in name.parts if p.kind is not Kind.TITLE and p.core)[:_LONGEST_NAME]
        if not parts:
            parts = tuple(p for p in name.parts if p.core)[:_LONGEST_NAME]
        if len(parts) > 1 and all(p.kind is Kind.INITIAL for p in parts):
            parts = (_abbreviation(text, parts),)
        return Prepared(name, parts, tuple(self.hear(p) for p in parts), _given(parts))

    def hear(self, part: Part) -> Heard:
        """The content of one part."""
        initial = part.kind is Kind.INITIAL
        sex = "f" if part.filiation == "bint" else "m" if part.filiation else ""
        key = (part.core, part.script, part.head, part.tail, part.article, sex, initial)
        found = self._known.get(key)
        if found is None:
            if len(self._known) > _MOST_PARTS:
                self._known.clear()
            sound = self.model.hear(part.core, part.script)
            best = self.model.bits(sound, sound)
            more = shift(self.model, self._compounds, part.head, part.tail, sound)
            found = Heard(
                next(self._numbers),
                sound,
                part.head,
                part.tail,
                part.article,
                sex,
                initial,
                best,
                more,
            )
            self._known[key] = found
        return found


def _abbreviation(text: str, parts: tuple[Part, ...]) -> Part:
    """Initials and nothing else (U.N.) are one word."""
    first, last = min(parts, key=lambda p: p.start), max(parts, key=lambda p: p.end)
    core = "".join(p.core for p in sorted(parts, key=lambda p: p.start))
    span = text[first.start : last.end]
    return replace(first, text=span, end=last.end, kind=Kind.NAME, core=core)


def _given(parts: tuple[Part, ...]) -> int:
    """Index of the given name: the first part that can be one, or -1; one part may be any."""
    if len(parts) < 2:
        return -1
    for i, part in enumerate(parts):
        if part.kind not in _NEVER_GIVEN:
            return i
        if part.kind is not Kind.KUNYA:
            return -1
    return -1
