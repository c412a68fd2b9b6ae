"""Preferred order, given name first, from the fields that commas make.

`FAMILY, Given` and catalogue headings of several fields put the family or best-known part first; a
mark left over at the end of a later field belongs to that first part (`REHMAN, Abdul`,
`Jabartī, ʿAbd al-Raḥmān al-`, `LADIN, Usama bin`).
"""

from nisba.names.drafts import Draft, Marks
from nisba.names.lexicon import Lexicon, joins
from nisba.names.tails import lone_tail
from nisba.names.titles import title_at
from nisba.names.types import Kind

Field = tuple[list[Draft], Marks]


def in_order(fields: list[Field], lex: Lexicon) -> tuple[list[Draft], bool]:
    """Parts given name first, and whether the comma had turned them round."""
    if len(fields) == 1:
        drafts, marks = fields[0]
        return drafts + _alone(marks, bool(drafts)), False
    first, first_marks = fields[0]
    first = first + _alone(first_marks, bool(first))
    full = sum(draft.kind is not Kind.TITLE for draft in first) > 1
    later: list[Draft] = []
    for drafts, marks in fields[1:]:
        if full and len(drafts) == 1 and title_at([drafts[0].bare], 0):
            drafts[0].kind = Kind.TITLE
        later += drafts
        if not _attach(marks, first):
            later += _alone(marks, bool(drafts))
    if _second_half(first, later, lex):
        first = []
    named = any(draft.kind is not Kind.TITLE for draft in later)
    if not later or not named:
        # A title after the comma stands with the name: "Khalid bin Hamad, Sheikh".
        return later + first, bool(fields[1][1].words)
    if _only_nisbas(later) and not any(draft.article for draft in first):
        return first + later, False
    return later + first, True


def _only_nisbas(drafts: list[Draft]) -> bool:
    return all(draft.article and draft.nisba and not draft.filiation for draft in drafts)


def _attach(marks: Marks, first: list[Draft]) -> bool:
    """Give dangling marks to the part that opens the name; False if they do not fit it."""
    target = next((draft for draft in first if draft.kind is not Kind.TITLE), None)
    if marks.empty or target is None:
        return marks.empty
    if marks.head and (target.head or target.tail):
        return False
    if marks.head == "abd" and not (target.article or joins(target.bare, "abd", target.script)):
        return False
    target.head = target.head or marks.head
    target.filiation = target.filiation or marks.filiation
    target.article = target.article or (marks.article and target.head != "al")
    return True


def _alone(marks: Marks, others: bool) -> list[Draft]:
    """A head that found no core is a name by itself; a lone article only if no part is there."""
    if marks.empty or (others and not marks.head):
        return []
    first, last = marks.words[0], marks.words[-1]
    head = next((word for word in marks.words if word.reading.bare), last)
    reading = head.reading
    return [Draft(first.start, last.end, reading.form, reading.bare, reading.script)]


def _second_half(first: list[Draft], later: list[Draft], lex: Lexicon) -> bool:
    """Whether the opening field is only the second half of a compound: `UDDIN, Jalal`."""
    if len(first) != 1 or not later:
        return False
    lone, target = first[0], later[-1]
    if lone.head or lone.tail or lone.filiation or target.kind or target.head or target.tail:
        return False
    tail = lone_tail(lone.bare, lex)
    if not tail and lone.article:
        tail = lex.tail.get(lone.bare, "")
    if not tail or tail in ("zahra", "zade"):
        return False
    target.tail = tail
    return True
