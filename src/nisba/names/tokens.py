"""The words of a name with their places, and the fields that commas make of them.

Reach for `fields_of` to see where the words of a raw string stand. Spans count code points of
the original; what lies between words is gap: spaces, punctuation, digits, bracketed notes.
"""

import re
from typing import NamedTuple

from nisba.names.lexicon import Lexicon
from nisba.names.words import Reading, read

# Marks that stand among letters: combining, vowel and cantillation marks.
_MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc"
    "\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u08ca-\u08ff\u1dc0-\u1dff\ufe20-\ufe2f"
)
# What cleaning takes away, so that it parts no word.
_INVISIBLE = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u0640\u180e\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\ud800-\udfff"
)
_SIGNS = (
    "'`\u00b4\u2018\u2019\u201b\u2032\u2035\u02b9-\u02cc\u02d2\u02d3\u0374\u0384\u055a\u055b\u05f3"
    "\u1fbd\u1fbf\u1fef\u1ffe\uff07\uff40"
)
# The ligatures that stand for whole phrases of blessing are no words of a name.
_LETTER = "[^\\W_\ufdf0\ufdf1\ufdf3\ufdf5-\ufdfd]"
_WORD = re.compile(
    f"[{_SIGNS}{_INVISIBLE}]{{0,8}}{_LETTER}(?:{_LETTER}|[{_MARKS}{_INVISIBLE}{_SIGNS}])*"
)
_EDGE = re.compile(f"[{_INVISIBLE}]*")
_UNSEEN = re.compile(f"[{_INVISIBLE}]+")
_FIELD = re.compile("[,;\u060c\u061b\uff0c\u3001]")
_OPEN = re.compile("[(\\[{\uff08]")
_CLOSE = re.compile("[)\\]}\uff09]")
_HYPHENS = "-\u2010\u2011\u2012\u2013"
_BEFORE_YEARS = frozenset(
    ("b", "d", "c", "ca", "fl", "m", "born", "died", "active", "approximately")
)
_EZAFE = frozenset(("e", "i", "ye", "yi"))
_RELATIONS = {"s": "ibn", "d": "bint"}
_PERHAPS_NO_NAME = _BEFORE_YEARS | _EZAFE | {"o"}


class Token(NamedTuple):
    """A word in its place; `dotted` when a full stop follows, `hyphen` when a hyphen does."""

    start: int
    end: int
    reading: Reading
    dotted: bool
    hyphen: bool


Segment = list[Token]
"""Words that may belong together: a field of a name, or what stands in its brackets."""


def fields_of(text: str, lex: Lexicon) -> list[list[Segment]]:
    """Words by field, and in each field by segment; what is empty is left out.

    >>> from nisba.names.lexicon import lexicon
    >>> fields = fields_of("AL-KADHIMI, Mustafa (archive)", lexicon())
    >>> [[[token.reading.bare for token in part] for part in field] for field in fields]
    [[['al', 'kadhimi']], [['mustafa']]]
    """
    span = _trimmed if _UNSEEN.search(text) else re.Match.span
    spans = [span(found) for found in _WORD.finditer(text)]
    fields: list[list[Segment]] = []
    segments: list[Segment] = [[]]
    bracketed = False
    for at, (start, end) in enumerate(spans):
        before = text[spans[at - 1][1] : start] if at else text[:start]
        after = text[end : spans[at + 1][0]] if at + 1 < len(spans) else text[end:]
        if not before.isspace() and before != "-":
            if bracketed and _CLOSE.search(before):
                _close(segments, lex)
                bracketed = False
            if _OPEN.search(before):
                segments.append([])
                bracketed = True
            if not bracketed and _FIELD.search(before):
                fields.append(segments)
                segments = [[]]
        segments[-1].append(_token(text, start, end, after))
    if bracketed:
        _close(segments, lex)
    fields.append(segments)
    kept = [[_names_only(part, lex) for part in field] for field in fields]
    kept = [[part for part in field if part] for field in kept]
    return [field for field in kept if field]


def lone_word(text: str) -> Token | None:
    """The word that a text is, where it is one word and nothing else."""
    if _WORD.fullmatch(text) and not _UNSEEN.search(text):
        return Token(0, len(text), read(text), False, False)
    return None


def _trimmed(found: re.Match[str]) -> tuple[int, int]:
    """Span of a word without the invisible characters at its ends."""
    word = found[0]
    lead = _EDGE.match(word)
    start = found.start() + (lead.end() if lead else 0)
    end = found.end()
    if not word[-1].isalnum():
        tail = _EDGE.match(word[::-1])
        end -= tail.end() if tail else 0
    return start, end


def _token(text: str, start: int, end: int, after: str) -> Token:
    if not after.isascii():
        after = _UNSEEN.sub("", after)
    return Token(
        start, end, read(text[start:end]), after[:1] == ".", after[:1] in _HYPHENS and after != ""
    )


def _close(segments: list[Segment], lex: Lexicon) -> None:
    """End a bracket: a note such as (archive) or (1967) goes, a name stays."""
    if any(token.reading.bare in lex.trailer for token in segments[-1]):
        segments.pop()
    segments.append([])


def _names_only(segment: Segment, lex: Lexicon) -> Segment:
    """A segment without numbers, years, fillers, foreign linkers and the Persian linking vowel."""
    kept: Segment = []
    for at, token in enumerate(segment):
        bare = token.reading.bare
        if is_kept(bare, lex):
            kept.append(token)
            continue
        following = segment[at + 1] if at + 1 < len(segment) else None
        if not any(map(str.isalpha, bare)) or bare[0].isdecimal() or bare in lex.filler:
            continue
        if bare in lex.linker and following and kept and not token.dotted:
            continue
        if bare in _BEFORE_YEARS and following and following.reading.bare[:1].isdecimal():
            continue
        if bare in _EZAFE and token.hyphen and at and segment[at - 1].hyphen:
            continue
        if bare == "o" and kept and kept[-1].end + 1 == token.start:
            earlier = kept[-1]
            if earlier.reading.bare in _RELATIONS and not earlier.hyphen and not earlier.dotted:
                mark = read(_RELATIONS[earlier.reading.bare])
                kept[-1] = Token(earlier.start, token.end, mark, False, False)
                continue
        kept.append(token)
    return kept


def is_kept(bare: str, lex: Lexicon) -> bool:
    """Whether a word belongs to a name wherever it stands."""
    return bare.isalpha() and not (
        bare in lex.filler or bare in lex.linker or bare in _PERHAPS_NO_NAME
    )
