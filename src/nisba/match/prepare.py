"""Make a name ready for comparison: parse it, find the given name, hear each part once."""

import functools
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from nisba._data import learned
from nisba.match.homes import homes_of
from nisba.match.nisbas import masculine
from nisba.match.types import Content, Heard, Prepared
from nisba.match.weights import value
from nisba.names import parse
from nisba.names.titles import title_at
from nisba.names.types import Kind, Name, Part
from nisba.names.words import bare_of
from nisba.sounds.compounds import Compounds, read_compounds, shift
from nisba.sounds.lexicon import Lexicon
from nisba.sounds.model import SoundModel
from nisba.sounds.pairs import Spelling

_MUHAMMAD = "m u ḥ a mm a d"
_NEVER_GIVEN = (Kind.KUNYA, Kind.NISBA, Kind.NASAB, Kind.LAQAB)
_MOST_PARTS = 500_000
LONGEST_NAME = 24
"""Parts of a name that are compared; a real name has fewer, a text pasted by mistake more."""


def _compounds() -> Compounds:
    return read_compounds(learned("compounds.tsv"))


@dataclass(frozen=True, slots=True, eq=False)
class Ear:
    """Hears names for one sound model, and knows again what it heard before."""

    model: SoundModel
    _compounds: Compounds = field(default_factory=_compounds)
    _known: dict[Content, Heard] = field(default_factory=dict)

    def prepare(self, text: str) -> Prepared:
        """A name as its content parts; titles are left aside unless nothing else stands."""
        name = parse(text)
        written = [p for p in name.parts if p.core]
        named = [p for p in written if p.kind is not Kind.TITLE]
        parts = tuple((named or written)[:LONGEST_NAME])
        if len(parts) > 1 and all(p.kind is Kind.INITIAL for p in parts):
            parts = (_abbreviation(text, parts),)
        promoted = _with_titles(name, parts)
        return self._prepared(name, parts, self._prepared(name, promoted) if promoted else None)

    def _prepared(
        self, name: Name, parts: tuple[Part, ...], promoted: Prepared | None = None
    ) -> Prepared:
        ranks = [] if parts == name.parts else [p for p in name.parts if p not in parts]
        return Prepared(name, parts, _given(parts, name.inverted), _titles(ranks), promoted, self)

    def content(self, part: Part, in_name: bool = True) -> Content:
        """What one part holds; `in_name` tells that others stand beside it.

        A feminine nisba alone keeps its ending: Al-Arabiya is a broadcaster.
        """
        core = masculine(part.core, part.script) if _bends(part) and in_name else ""
        return Content(
            core or part.core,
            part.script,
            part.head,
            part.tail,
            part.article,
            "f" if part.filiation == "bint" else "m" if part.filiation else "",
            part.kind is Kind.INITIAL,
            bool(core),
            part.kind is Kind.TITLE,
        )

    def hear(self, content: Content) -> Heard:
        """How a content is heard; equal ones give one object, as long as it is remembered.

        A title among the parts says no more than the same title beside them.
        """
        found = self._known.get(content)
        if found is None:
            if len(self._known) > _MOST_PARTS:
                self._known.clear()
            sound = self.model.hear(content.core, content.script)
            best = self.model.bits(sound, sound)
            if content.rank:
                best = min(best, value("title_same") / value("sound"))
            more = shift(self.model, self._compounds, content.head, content.tail, sound)
            found = self._known[content] = Heard(
                content,
                sound,
                best,
                more + self._embedded(content, best),
                not (content.head or content.tail) and self._is_muhammad(sound.spelling),
                homes_of(self.model.lexicon).of(self.model, sound),
            )
        return found

    def forget(self) -> None:
        """Forget the parts that were heard: names are as quick to hear as at first."""
        self._known.clear()
        self.model.forget()

    def _embedded(self, content: Content, best: float) -> float:
        """Bits by which a compound behind a head says less than its letters (Abu Abdullah)."""
        inner = parse(content.core).parts if content.head in ("abu", "umm") else ()
        if len(inner) != 1 or not (inner[0].head or inner[0].tail):
            return 0.0
        compound = self.hear(self.content(inner[0]))
        return min(compound.best + compound.shift - best, 0.0)

    def _is_muhammad(self, spelling: Spelling) -> bool:
        """Whether a spelling is most likely one of the Prophet's name."""
        lexicon = self.model.lexicon
        if not len(spelling.forms):
            return False
        likeliest = (spelling.chances * lexicon.shares[spelling.forms]).argmax()
        return int(spelling.forms[likeliest]) in _muhammad(lexicon)


@functools.cache
def _muhammad(lexicon: Lexicon) -> frozenset[int]:
    """The entries of the Prophet's name: one, or none in a lexicon of others."""
    return frozenset(i for i, entry in enumerate(lexicon.entries) if entry.units == _MUHAMMAD)


def _abbreviation(text: str, parts: tuple[Part, ...]) -> Part:
    """Initials and nothing else (U.N.) are one word."""
    first, last = min(parts, key=lambda p: p.start), max(parts, key=lambda p: p.end)
    core = "".join(p.core for p in sorted(parts, key=lambda p: p.start))
    span = text[first.start : last.end]
    return replace(first, text=span, end=last.end, kind=Kind.NAME, core=core)


def _with_titles(name: Name, parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """The parts with the titles that may be names, or nothing where there are none."""
    more = {p for p in name.parts if p.kind is Kind.TITLE and p not in parts and _may_be_name(p)}
    return tuple(p for p in name.parts if p in more or p in parts)[:LONGEST_NAME] if more else ()


def _may_be_name(title: Part) -> bool:
    found = title_at([bare_of(title.core)], 0)
    return found is not None and found[0].may_be_name


def _bends(part: Part) -> bool:
    """Whether a part may be a nisba that agrees with the gender of its bearer."""
    return part.kind is Kind.NISBA and part.article and not part.head


def _given(parts: tuple[Part, ...], inverted: bool) -> int:
    """Index of the given name: the first part that can be one, or -1; one part may be any.

    What stands first behind the comma of `FAMILY, Given` is given, with an article too.
    """
    if len(parts) < 2:
        return -1
    if inverted and parts[0].kind is Kind.NISBA:
        return 0
    for i, part in enumerate(parts):
        if part.kind not in _NEVER_GIVEN:
            return i
        if part.kind is not Kind.KUNYA:
            return -1
    return -1


def _titles(parts: Sequence[Part]) -> frozenset[str]:
    """Ids of the titles among the parts, so that Haji and Hadji are one."""
    ids = set()
    for part in parts:
        if part.kind is Kind.TITLE:
            found = title_at([bare_of(part.core)], 0)
            ids.add(found[0].id if found else part.core)
    return frozenset(ids)
