"""The way into the name stage: a raw string becomes a `Name` of typed parts with spans.

Reach for `parse` wherever a name comes in; every later stage takes its `Name`. It never fails:
a string without a name in it gives a `Name` without parts.
"""

from nisba.names.assemble import assemble
from nisba.names.drafts import Draft, Marks
from nisba.names.kinds import set_kinds
from nisba.names.known import known_parts
from nisba.names.lexicon import Lexicon, lexicon
from nisba.names.order import Field, in_order
from nisba.names.tokens import Segment, fields_of
from nisba.names.types import Kind, Name, Part


def parse(text: str) -> Name:
    """Read a name into its parts; the original stays, and every part says where it stood.

    >>> [(part.text, part.kind.value) for part in parse("AL-KADHIMI, Mustafa").parts]
    [('Mustafa', 'ism'), ('AL-KADHIMI', 'nisba')]
    >>> part, = parse("Abdulrahman").parts
    >>> part.head, part.article, part.core
    ('abd', True, 'rahman')
    """
    known = known_parts(text)
    if known is not None:
        return Name(text, known, False)
    lex = lexicon()
    written = fields_of(text, lex)
    if not written:
        return Name(text, (), False)
    fields = [_read_field(segments, lex) for segments in written]
    if len(fields) > 1 and _only_titles(fields[0]) and not _only_titles(fields[1]):
        # What stands before the comma is a family name: SHEIKH, Ahmed Omar.
        fields[0] = _read_field(written[0], lex, ranked=False)
    drafts, inverted = in_order(fields, lex)
    drafts = [draft for draft in drafts if draft.core]
    set_kinds(drafts)
    return Name(text, tuple(_part(draft, text) for draft in drafts), inverted)


def _only_titles(field: Field) -> bool:
    """Whether a field holds titles and nothing else, none of them an abbreviation with a stop."""
    drafts, marks = field
    titles = [draft.kind is Kind.TITLE and len(draft.bare) > 2 for draft in drafts]
    return bool(titles) and all(titles) and marks.empty


def _read_field(segments: list[Segment], lex: Lexicon, ranked: bool = True) -> Field:
    """Parts of one field; marks left over count only at its very end.

    A field that is not `ranked` has no titles.
    """
    drafts: list[Draft] = []
    marks = Marks()
    for segment in segments:
        found, marks = assemble(segment, lex, ranked)
        drafts += found
    return drafts, marks


def _part(draft: Draft, text: str) -> Part:
    return Part(
        text[draft.start : draft.end],
        draft.start,
        draft.end,
        draft.kind or Kind.NAME,
        draft.core,
        draft.head,
        draft.tail,
        draft.article,
        draft.filiation,
        draft.script,
    )
