"""The way into the name stage: a raw string becomes a `Name` of typed parts with spans.

Reach for `parse` wherever a name comes in; every later stage takes its `Name`. It never fails:
a string without a name in it gives a `Name` without parts.
"""

from nisba.names.assemble import assemble
from nisba.names.drafts import Draft, Marks
from nisba.names.kinds import set_kinds
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
    lex = lexicon()
    fields = [_read_field(segments, lex) for segments in fields_of(text, lex)]
    if not fields:
        return Name(text, (), False)
    drafts, inverted = in_order(fields, lex)
    drafts = [draft for draft in drafts if draft.core]
    set_kinds(drafts)
    return Name(text, tuple(_part(draft, text) for draft in drafts), inverted)


def _read_field(segments: list[Segment], lex: Lexicon) -> Field:
    """Parts of one field; marks left over count only at its very end."""
    drafts: list[Draft] = []
    marks = Marks()
    for segment in segments:
        found, marks = assemble(segment, lex)
        drafts += found
    return drafts, marks


def _part(draft: Draft, text: str) -> Part:
    return Part(
        text=text[draft.start : draft.end],
        start=draft.start,
        end=draft.end,
        kind=draft.kind or Kind.NAME,
        core=draft.core,
        head=draft.head,
        tail=draft.tail,
        article=draft.article,
        filiation=draft.filiation,
        script=draft.script,
    )
