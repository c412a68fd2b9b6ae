"""What an edit brings into a record: names, and the details of a new identity.

The edits judge it here, before a draft holds it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from nisba.gazetteer.drafts import Draft
from nisba.gazetteer.folder import unknown_source
from nisba.gazetteer.folding import folded
from nisba.gazetteer.records import scripts_of
from nisba.gazetteer.types import Identity, NameRecord, Office
from nisba.text.scripts import Script, dominant_script


@dataclass(frozen=True, slots=True)
class NewName:
    """A name to be added; its script is seen from its letters unless it is given.

    `comment` is a line above it in the record, begun with #: when and how it was accepted.
    """

    text: str
    source: str
    kind: str = "name"
    script: Script | None = None
    status: str = "accepted"
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Details:
    """What a new record says of its identity beside the names; empty is not known.

    `countries` holds ISO 3166 codes of two capitals.
    """

    gender: str = ""
    birth_year: int | None = None
    death_year: int | None = None
    countries: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()


UNKNOWN = Details()


def fitted(draft: Draft, name: NewName) -> NameRecord:
    """Return a name as a record may hold it; the draft refuses one that none may."""
    text = draft.fit("name", name.text)
    if name.source not in draft.folder.sources:
        place = draft.folder.root / "sources.tsv"
        draft.refused.append(unknown_source(place, 0, name.source, draft.folder.sources))
    script = name.script or next(iter(scripts_of(text)), None) or dominant_script(text)
    if name.script is None and len(scripts_of(text)) > 1:
        draft.refuse("script", text, "write each script as a name of its own", Path("name"))
    return NameRecord(text, script, name.kind, name.source, name.status)


def detailed(draft: Draft, identity: Identity, details: Details) -> Identity:
    """Return an identity with details in the place of its own."""
    return replace(
        identity,
        gender=details.gender,
        birth_year=details.birth_year,
        death_year=details.death_year,
        countries=tuple(dict.fromkeys(details.countries)),
        offices=tuple(
            replace(office, title=draft.fit("office", office.title)) for office in details.offices
        ),
    )


def joined(identity: Identity, new: Iterable[NameRecord]) -> tuple[Identity, tuple[str, ...]]:
    """Add names, each behind the last of its script and kind; and say which were there already."""
    names = list(identity.names)
    places = {folded(name.text): at for at, name in enumerate(names)}
    already = []
    for name in new:
        key = folded(name.text)
        if (at := places.get(key)) is None:
            at = _place(names, name)
            names.insert(at, name)
            places = {folded(there.text): at for at, there in enumerate(names)}
        elif names[at].status == "proposed" and name.status == "accepted":
            names[at] = replace(names[at], status="accepted", source=name.source)
        else:
            already.append(name.text)
    return replace(identity, names=tuple(names)), tuple(already)


def _place(names: Sequence[NameRecord], new: NameRecord) -> int:
    alike = [at for at, name in enumerate(names) if name.script == new.script]
    same = [at for at in alike if names[at].kind == new.kind]
    return (same or alike or [len(names) - 1])[-1] + 1


def own_names(draft: Draft, identity: Identity, texts: Iterable[str]) -> tuple[NameRecord, ...]:
    """Return the names of an identity that have these texts, or, of one alone, fold as them."""
    found = []
    for text in (draft.fit("name", text) for text in texts):
        exact = [name for name in identity.names if name.text == text]
        alike = [name for name in identity.names if folded(name.text) == folded(text)]
        if len(hit := exact or alike) == 1:
            found += hit
        else:
            there = ", ".join(repr(name.text) for name in (alike or identity.names)[:20])
            path = draft.path_of(identity)
            draft.refuse("name", text, f"write a name that the record has: {there}", path)
    return tuple(dict.fromkeys(found))
