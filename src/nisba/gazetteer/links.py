"""Namesakes in step: whoever shares a name with another identity links to it, both ways.

The edits call this on their drafts.
"""

from collections.abc import Iterable
from dataclasses import replace

from nisba.gazetteer.drafts import Draft
from nisba.gazetteer.types import Identity


def full_names(identity: Identity) -> list[str]:
    """Return the names that two identities do not share by chance: no short ones, no kunyas."""
    return [name.text for name in identity.names if name.kind == "name"]


def link(draft: Draft, ident: str, others: Iterable[str]) -> None:
    """Link identities as namesakes, both ways."""
    for other in dict.fromkeys(others):
        if other == ident:
            continue
        for here, there in ((ident, other), (other, ident)):
            identity = draft.find(here)
            if identity is not None and there not in identity.namesakes:
                draft.put(replace(identity, namesakes=(*identity.namesakes, there)))


def relink(draft: Draft, gone: str, now: str) -> None:
    """Let all links to an id lead to another, both ways, or vanish if that is empty."""
    for identity in draft.linking(gone):
        draft.put(replace(identity, namesakes=without(identity.namesakes, gone)))
        if now:
            link(draft, now, [identity.id])


def without(ids: Iterable[str], *gone: str) -> tuple[str, ...]:
    """Return distinct ids, and none of some."""
    return tuple(ident for ident in dict.fromkeys(ids) if ident not in gone)


def refuse_shared(draft: Draft, ident: str, names: Iterable[str]) -> None:
    """Refuse names that make namesakes of two records that do not know of each other."""
    identity = draft.find(ident)
    if identity is None:
        return
    full = set(full_names(identity)).intersection(names)
    unlinked: dict[str, str] = {}
    for there in draft.bearers(sorted(full)).values():
        for other, text in there.items():
            if other != ident and other not in identity.namesakes:
                unlinked.setdefault(other, text)
    for other, text in unlinked.items():
        advice = (
            f"{other} has this name too: is it the same one? If not, name it as a namesake "
            f"(--namesake {other})"
        )
        draft.refuse("shared-name", text, advice, draft.path_of(identity))
