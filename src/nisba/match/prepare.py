"""Make a name ready for comparison: parse it, find the given name, hear the parts."""

import functools
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from nisba._data import learned
from nisba._loops import loop
from nisba.match.columns import FIRST_FORMS, TALLIED
from nisba.match.homes import COUNTRIES, Rows, Shares, at_home, homes_of
from nisba.match.nisbas import masculine
from nisba.match.types import Content, Heard, Prepared
from nisba.match.weights import value
from nisba.names import parse
from nisba.names.titles import title_at
from nisba.names.types import Kind, Name, Part
from nisba.names.words import bare_of
from nisba.sounds.compounds import Compounds, read_compounds, shift
from nisba.sounds.lexicon import Lexicon
from nisba.sounds.listening import sound_of
from nisba.sounds.model import SoundModel, sounded
from nisba.sounds.pairs import Beliefs, evidence

_MUHAMMAD = "m u ḥ a mm a d"
_NEVER_GIVEN = (Kind.KUNYA, Kind.NISBA, Kind.NASAB, Kind.LAQAB)
LONGEST_NAME = 24
"""Parts of a name that are compared; a real name has fewer, a text pasted by mistake more."""


def _compounds() -> Compounds:
    return read_compounds(learned("compounds.tsv"))


@dataclass(frozen=True, slots=True, eq=False)
class Ear:
    """Makes names ready and hears their parts, for one sound model."""

    model: SoundModel
    _compounds: Compounds = field(default_factory=_compounds)

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

    def hear(self, contents: Sequence[Content]) -> Heard:
        """How contents are heard, all of them in one go.

        A title among the parts says no more than the same title beside them.
        """
        model, count = self.model, len(contents)
        homes = homes_of(model.lexicon)
        heard = Heard(
            model.listen([(content.core, content.script) for content in contents]),
            np.full((count, FIRST_FORMS), -1, np.int32),
            np.zeros(count, np.int64),
            np.empty(count),
            np.zeros(count),
            np.zeros(count, np.bool_),
            np.empty((count, len(COUNTRIES)), np.float32),
        )
        tables = model.beliefs(), homes.row, homes.shares, _muhammad(model.lexicon)
        model.loop(_hear)(*tables, heard)
        for row, content in enumerate(contents):
            if content.rank:
                most = value("title_same") / value("sound")
                heard.best[row] = min(float(heard.best[row]), most)
            if content.head or content.tail:
                heard.prophet[row] = False
        self._shift(contents, heard)
        return heard

    def _shift(self, contents: Sequence[Content], heard: Heard) -> None:
        """Fill in what compounds say more than their cores.

        One behind a head (Abu Abdullah) says less than its letters.
        """
        inner: dict[int, Content] = {}
        for row, content in enumerate(contents):
            head, tail = content.head, content.tail
            if head or tail:
                sound = sounded(heard.sounds, row)
                heard.shift[row] = shift(self.model, self._compounds, head, tail, sound)
                parts = parse(content.core).parts if head in ("abu", "umm") else ()
                if len(parts) == 1 and (parts[0].head or parts[0].tail):
                    inner[row] = self.content(parts[0])
        if inner:
            rows, its = [*inner], self.hear([*inner.values()])
            heard.shift[rows] += np.minimum(its.best + its.shift - heard.best[rows], 0.0)


@loop
def _hear(beliefs: Beliefs, row_of: Rows, shares: Shares, muhammad: int, heard: Heard) -> None:
    """Fill columns with what each sound says by itself, whatever stands before or behind it."""
    sums = np.empty(heard.homes.shape[1])
    sounds = heard.sounds
    for row in range(len(heard.best)):
        own = sound_of(sounds, row)
        heard.best[row] = evidence(beliefs, own, own)
        likeliest, most = -1, -1.0
        for i in range(len(own.forms)):
            weight = own.chances[i] * beliefs.prior[own.forms[i]]
            if weight > most:
                likeliest, most = own.forms[i], weight
        heard.prophet[row] = likeliest == muhammad
        at_home(row_of, shares, beliefs.prior, own, sums, heard.homes[row])
        first = sounds.form_at[row]
        for place in range(min(len(own.forms), FIRST_FORMS)):
            heard.first_forms[row, place] = own.forms[sounds.ranked[first + place]]
        for bone in sounds.bones[sounds.bone_at[row] : sounds.bone_at[row + 1]]:
            heard.tally[row] += np.int64(1) << (TALLIED * bone)


@functools.cache
def _muhammad(lexicon: Lexicon) -> int:
    """The entry of the Prophet's name; in a lexicon of others none, and no number of a form."""
    numbers = (i for i, entry in enumerate(lexicon.entries) if entry.units == _MUHAMMAD)
    return next(numbers, -2)


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
