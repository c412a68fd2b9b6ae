"""The short way through the name stage: parts that are the same whatever stands beside them.

Most names are such parts between single spaces: a word that no rule ties to its neighbours, or one
behind its marks (al-Kadhimi, Bin Ali). The rules read each of them once, and it is kept.
"""

from functools import lru_cache
from typing import NamedTuple

from nisba.names.assemble import assemble
from nisba.names.kinds import kind_of
from nisba.names.lexicon import Lexicon, lexicon
from nisba.names.particles import is_article, may_be_mark
from nisba.names.tails import may_be_tail
from nisba.names.titles import begins_title
from nisba.names.tokens import Segment, fields_of, is_kept, lone_word
from nisba.names.types import Kind, Part
from nisba.names.words import read
from nisba.text.scripts import Script

_LONGEST = 64
"""Letters of a part that is kept; what is longer is no name."""


class _Known(NamedTuple):
    """A part without its place; `first` is its kind where it opens a name of several parts."""

    first: Kind
    kind: Kind
    core: str
    head: str
    tail: str
    article: bool
    filiation: str
    script: Script


def known_parts(text: str) -> tuple[Part, ...] | None:
    """The parts of a name none of which depends on the others, or None for any other text.

    >>> [part.core for part in known_parts("Mustafa al-Kadhimi") or ()]
    ['mustafa', 'kadhimi']
    >>> known_parts("Nur al-Din") is None
    True
    """
    parts: list[Part] = []
    start, waiting = 0, ""
    for word in text.split(" "):
        piece = waiting + word
        known = _known(piece) if len(piece) <= _LONGEST else None
        if known is not None:
            end = start + len(piece)
            opens = start == 0 and end < len(text)
            kind = known.first if opens else known.kind
            parts.append(Part(piece, start, end, kind, *known[2:]))
            start, waiting = end + 1, ""
        elif waiting or len(word) > _LONGEST or not may_be_mark(read(word), lexicon()):
            return None
        else:
            waiting = f"{word} "
    return None if waiting else tuple(parts)


@lru_cache(maxsize=1 << 17)
def _known(piece: str) -> _Known | None:
    """The part that is written so, if it is one and the same beside any other such part."""
    lex = lexicon()
    segment = _words(piece, lex)
    if not segment or not _stands_alone(segment, lex):
        return None
    drafts, marks = assemble(segment, lex)
    if len(drafts) != 1 or not marks.empty or not drafts[0].core:
        return None
    (draft,) = drafts
    return _Known(
        kind_of(draft, first=True),
        kind_of(draft, first=False),
        draft.core,
        draft.head,
        draft.tail,
        draft.article,
        draft.filiation,
        draft.script,
    )


def _words(piece: str, lex: Lexicon) -> Segment:
    """The words that a piece begins and ends with; nothing if they are of several segments."""
    if word := lone_word(piece):
        return [word]
    fields = fields_of(piece, lex)
    segments = fields[0] if len(fields) == 1 else []
    segment = segments[0] if len(segments) == 1 else []
    return segment if segment and segment[0].start == 0 and segment[-1].end == len(piece) else []


def _stands_alone(segment: Segment, lex: Lexicon) -> bool:
    """Whether no rule ties words to others before or behind them that stand alone too.

    No title begins with any, the first is no second half, and the last takes nothing to it.
    """
    bares = [token.reading.bare for token in segment]
    if not all(is_kept(bare, lex) and not begins_title(bare) for bare in bares):
        return False
    halves = bares[:2] if len(segment) > 1 and is_article(segment, 0, False) else bares[:1]
    if bares[0] in lex.filiation_after or any(may_be_tail(bare, lex) for bare in halves):
        return False
    return bares[-1] not in lex.given_prefix and not may_be_mark(segment[-1].reading, lex)
