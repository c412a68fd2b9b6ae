"""The edits of a gazetteer, each one whole or not at all: new, more names, merge, split, retire.

They change the editors' files, and give back what they changed. With `dry_run` they only say what
they would change. Each raises `FaultyGazetteer` with all that speaks against it, and changes
nothing then: an unknown id or source, a text that no file may hold, a name that another identity
has as well. A folder with errors is not edited at all.
"""

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from os import PathLike
from pathlib import Path

from nisba.gazetteer.answers import Answer
from nisba.gazetteer.changes import Edit
from nisba.gazetteer.drafts import Draft
from nisba.gazetteer.folder import read_folder
from nisba.gazetteer.journal import carry_out, finish, locked
from nisba.gazetteer.layout import Place, is_about, place_of
from nisba.gazetteer.links import full_names, link, refuse_shared, relink, without
from nisba.gazetteer.minting import mint
from nisba.gazetteer.new_names import (
    UNKNOWN,
    Details,
    NewName,
    detailed,
    fitted,
    joined,
    own_names,
)
from nisba.gazetteer.types import Identity, IdentityType, NameRecord

_ONE_VALUE = ("gender", "birth_year", "death_year")


def create(
    folder: str | PathLike[str],
    type: IdentityType,
    label: str,
    names: Sequence[NewName],
    details: Details = UNKNOWN,
    *,
    namesakes: Iterable[str] = (),
    dry_run: bool = False,
) -> Edit:
    """Make a record under an id that is minted from the label.

    `namesakes` are linked both ways: they may share a name with the new identity.
    """

    def plan(draft: Draft) -> tuple[str, tuple[str, ...]]:
        fit_label = draft.fit("label", label)
        fit_names = [fitted(draft, name) for name in names]
        if not names:
            draft.refuse("empty", "", "give at least one name")
        draft.settle()
        ident = _minted(draft, fit_label)
        identity = Identity(ident, type, fit_label, ())
        identity = detailed(draft, identity, details)
        identity, already = joined(identity, fit_names)
        draft.put(identity)
        link(draft, ident, namesakes)
        refuse_shared(draft, ident, [name.text for name in identity.names])
        return ident, already

    return _carried_out(folder, plan, dry_run)


def add_name(
    folder: str | PathLike[str],
    id: str,
    name: NewName,
    *,
    namesakes: Iterable[str] = (),
    dry_run: bool = False,
) -> Edit:
    """Add one name to a record; see `add_names`."""
    return add_names(folder, {id: [name]}, namesakes=namesakes, dry_run=dry_run)


def add_names(
    folder: str | PathLike[str],
    names: Mapping[str, Sequence[NewName]],
    *,
    namesakes: Iterable[str] = (),
    answers: Sequence[Answer] = (),
    dry_run: bool = False,
) -> Edit:
    """Add names to the records of some ids, and what else was answered, all in one edit.

    A name that a record has, letter case, marks and hyphens aside, is not added again; but if it
    was only proposed there, and is accepted here, it is accepted. The edit's `id` is the first id.
    """

    def plan(draft: Draft) -> tuple[str, tuple[str, ...]]:
        others = list(namesakes)
        skipped: list[str] = []
        for ident, new in names.items():
            identity = draft.find(ident)
            fit_names = [fitted(draft, name) for name in new]
            if identity is None:
                continue
            fuller, already = joined(identity, fit_names)
            skipped += already
            draft.put(fuller, _remarked(draft, ident, identity, fuller, new, fit_names))
            link(draft, ident, others)
            added = {name.text for name in fuller.names} - {name.text for name in identity.names}
            refuse_shared(draft, ident, sorted(added))
        for given in answers:
            draft.answer(given)
        if not names and not answers:
            draft.refuse("empty", "", "give at least one name")
        return next(iter([*names, *(given.id for given in answers)]), ""), tuple(skipped)

    return _carried_out(folder, plan, dry_run)


def answer(
    folder: str | PathLike[str], answers: Sequence[Answer], *, dry_run: bool = False
) -> Edit:
    """Write down answers, so that nobody is asked again; the edit's `id` is that of the first."""
    return add_names(folder, {}, answers=answers, dry_run=dry_run)


def link_namesakes(
    folder: str | PathLike[str], id: str, other: str, *, dry_run: bool = False
) -> Edit:
    """Link two records of one name, or nearly one, as two bearers of it."""

    def plan(draft: Draft) -> tuple[str, tuple[str, ...]]:
        if id == other:
            draft.refuse("id", id, "name two records: this is one")
        draft.find(id)
        draft.find(other)
        draft.settle()
        link(draft, id, [other])
        return id, ()

    return _carried_out(folder, plan, dry_run)


def _remarked(
    draft: Draft,
    ident: str,
    before: Identity,
    after: Identity,
    new: Sequence[NewName],
    fit_names: Sequence[NameRecord],
) -> dict[Place, list[str]]:
    """The comments of a record, with those of the names that it did not have."""
    comments = draft.comments_of(ident)
    for name, fit in zip(new, fit_names, strict=True):
        if draft.refused:
            break  # of a name that no record may hold there is no place either
        if name.comment and fit in after.names and fit not in before.names:
            comments.setdefault(place_of(fit), []).append(name.comment)
    return comments


def merge(
    folder: str | PathLike[str],
    keep: str,
    gone: str,
    *,
    reason: str = "merged",
    date: datetime.date | None = None,
    dry_run: bool = False,
) -> Edit:
    """Put the record of `gone` into that of `keep`, and let the id `gone` lead to `keep` for ever.

    Names, countries, offices, namesakes and comments are joined. What contradicts (two years of
    birth) is refused: an editor settles it first, in one of the records.
    """

    def plan(draft: Draft) -> tuple[str, tuple[str, ...]]:
        first, second = draft.find(keep), draft.find(gone)
        if first is not None and first == second:
            draft.refuse("id", gone, "name two records: this is one")
        draft.settle()
        assert first is not None
        assert second is not None
        _refuse_contradictions(draft, first, second)
        both, already = joined(first, second.names)
        both = replace(
            both,
            gender=first.gender or second.gender,
            birth_year=first.birth_year or second.birth_year,
            death_year=first.death_year or second.death_year,
            countries=tuple(dict.fromkeys(first.countries + second.countries)),
            offices=tuple(dict.fromkeys(first.offices + second.offices)),
            namesakes=without(first.namesakes + second.namesakes, keep, gone),
        )
        comments = draft.comments_of(keep)
        for place, lines in draft.comments_of(gone).items():
            comments[place] = [*comments.get(place, []), *lines]
        draft.put(both, comments)
        draft.retire(gone, keep, reason, date)
        relink(draft, gone, keep)
        return keep, already

    return _carried_out(folder, plan, dry_run)


def split(
    folder: str | PathLike[str],
    id: str,
    into: str,
    names: Sequence[str],
    details: Details = UNKNOWN,
    *,
    shared: Sequence[str] = (),
    namesakes: Iterable[str] = (),
    dry_run: bool = False,
) -> Edit:
    """Move names of a record to a new identity, whose label is `into`.

    Names in `shared` are of both: they stay, and are copied. Whoever shares a name with the new
    identity and was known to the old record, or is the old record, becomes its namesake. The
    edit's `id` is the new one.
    """

    def plan(draft: Draft) -> tuple[str, tuple[str, ...]]:
        label = draft.fit("label", into)
        identity = draft.get(id)
        moved = own_names(draft, identity, names)
        copied = own_names(draft, identity, shared)
        left = tuple(name for name in identity.names if name not in moved)
        if not left:
            draft.refuse("names", id, "leave it a name: to rename a record use rename-label")
        if not moved and not copied:
            draft.refuse("names", id, "name what goes to the new identity")
        draft.settle()
        ident = _minted(draft, label)
        comments = draft.comments_of(id)
        carried = {p: c for p, c in comments.items() if any(is_about(p, name) for name in moved)}
        kept = {place: lines for place, lines in comments.items() if place not in carried}
        draft.put(replace(identity, names=left), kept)
        new = Identity(ident, identity.type, label, tuple(dict.fromkeys((*moved, *copied))))
        draft.put(detailed(draft, new, details), carried)
        known = {id, *identity.namesakes}
        for there in draft.bearers(full_names(new)).values():
            link(draft, ident, sorted(known.intersection(there)))
        link(draft, ident, namesakes)
        refuse_shared(draft, ident, full_names(new))
        return ident, ()

    return _carried_out(folder, plan, dry_run)


def retire(
    folder: str | PathLike[str],
    id: str,
    reason: str,
    *,
    replaced_by: str = "",
    date: datetime.date | None = None,
    dry_run: bool = False,
) -> Edit:
    """Take a record away; its id leads to another one from then on, or to nothing.

    Namesakes of the record are linked to what replaces it, or lose the link.
    """

    def plan(draft: Draft) -> tuple[str, tuple[str, ...]]:
        draft.find(id)
        if replaced_by == id:
            draft.refuse("id", id, "name another record to replace it")
        elif replaced_by:
            draft.find(replaced_by)
        draft.settle()
        draft.retire(id, replaced_by, reason, date)
        relink(draft, id, replaced_by)
        return id, ()

    return _carried_out(folder, plan, dry_run)


def rename_label(
    folder: str | PathLike[str], id: str, label: str, *, dry_run: bool = False
) -> Edit:
    """Give a record another label; its id and its names stay."""

    def plan(draft: Draft) -> tuple[str, tuple[str, ...]]:
        fit_label = draft.fit("label", label)
        draft.put(replace(draft.get(id), label=fit_label))
        return id, ()

    return _carried_out(folder, plan, dry_run)


def _carried_out(
    folder: str | PathLike[str],
    plan: Callable[[Draft], tuple[str, tuple[str, ...]]],
    dry_run: bool,
) -> Edit:
    root = Path(folder)
    with locked(root):
        if not dry_run:
            finish(root)
        draft = Draft(read_folder(root))
        ident, already = plan(draft)
        edit = Edit(root, ident, draft.changes(), already)
        if edit.changes and not dry_run:
            carry_out(root, edit.changes)
    return edit


def _minted(draft: Draft, label: str) -> str:
    try:
        return mint(label, draft.taken)
    except ValueError as fault:
        draft.refuse("label", label, str(fault))
        draft.settle()
        raise


def _refuse_contradictions(draft: Draft, first: Identity, second: Identity) -> None:
    for key in ("type", *_ONE_VALUE):
        values = getattr(first, key), getattr(second, key)
        if all(values) and values[0] != values[1]:
            advice = f"correct it first in one of the two: it is {values[0]} in {first.id}"
            draft.refuse(key, f"{key}: {values[1]}", advice, draft.path_of(second))
