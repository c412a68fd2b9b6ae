"""Make a name ready for comparison: parse it, hear each part once, find the given name."""

from dataclasses import dataclass, field

from nisba.match.types import Heard, Prepared
from nisba.names import parse
from nisba.names.types import Kind, Part
from nisba.sounds.model import SoundModel

_NEVER_GIVEN = (Kind.KUNYA, Kind.NISBA, Kind.NASAB, Kind.LAQAB)
_LONGEST_NAME = 24
"""Parts of a name that are compared; a real name has fewer, a text pasted by mistake more."""


@dataclass(frozen=True, slots=True, eq=False)
class Ear:
    """Hears names for one sound model, and knows again what it heard before."""

    model: SoundModel
    _known: dict[tuple[str, str, str, str, bool, str, bool], Heard] = field(default_factory=dict)

    def prepare(self, text: str) -> Prepared:
        """A name with its content parts heard; titles are left aside unless nothing else stands."""
        name = parse(text)
        parts = tuple(p for p in name.parts if p.kind is not Kind.TITLE and p.core)[:_LONGEST_NAME]
        if not parts:
            parts = tuple(p for p in name.parts if p.core)[:_LONGEST_NAME]
        return Prepared(name, parts, tuple(self.hear(p) for p in parts), _given(parts))

    def hear(self, part: Part) -> Heard:
        """The content of one part."""
        initial = part.kind is Kind.INITIAL
        sex = "f" if part.filiation == "bint" else "m" if part.filiation else ""
        key = (part.core, part.script, part.head, part.tail, part.article, sex, initial)
        found = self._known.get(key)
        if found is None:
            sound = self.model.hear(part.core, part.script)
            best = self.model.bits(sound, sound)
            found = Heard(
                len(self._known), sound, part.head, part.tail, part.article, sex, initial, best
            )
            self._known[key] = found
        return found


def _given(parts: tuple[Part, ...]) -> int:
    """Index of the given name: the first part that can be one, or -1."""
    for i, part in enumerate(parts):
        if part.kind not in _NEVER_GIVEN:
            return i
        if part.kind is not Kind.KUNYA:
            return -1
    return -1
