"""What each part of a name is, in the terms of Arabic onomastics.

Last but one step of the name stage: it reads the parts in preferred order, given name first. What
form shows decides; a list of common given names is asked only for unmarked parts.
"""

from nisba.names.drafts import Draft
from nisba.names.lexicon import joins
from nisba.names.types import Kind

_BY_HEAD = {
    "abu": Kind.KUNYA,
    "umm": Kind.KUNYA,
    "abd": Kind.ISM,
    "ghulam": Kind.ISM,
    "amat": Kind.ISM,
    "dhu": Kind.LAQAB,
    "al": Kind.NISBA,
}
_BY_TAIL = {"allah": Kind.ISM, "rahman": Kind.ISM, "zahra": Kind.ISM, "zade": Kind.NAME}


def set_kinds(drafts: list[Draft]) -> None:
    """Give every part its kind, in place.

    An unmarked part that opens a name of several parts is the ism; any other unmarked part is an
    ism (of the father, in the chain) only if it is a known given name, and a name otherwise.
    """
    named = [draft for draft in drafts if draft.kind is not Kind.TITLE]
    for at, draft in enumerate(named):
        draft.kind = kind_of(draft, first=at == 0 and len(named) > 1)


def kind_of(draft: Draft, first: bool) -> Kind:
    """The kind of a part, which is the `first` of several or not."""
    if draft.kind is not None:
        return draft.kind
    if draft.filiation:
        return Kind.NASAB
    if draft.head:
        return _BY_HEAD[draft.head]
    if draft.tail:
        return _BY_TAIL.get(draft.tail, Kind.LAQAB)
    if draft.article:
        return Kind.NISBA if draft.nisba else Kind.LAQAB
    if first or joins(draft.bare, "given", draft.script):
        return Kind.ISM
    return Kind.NAME
