"""From words to parts: marks, cores and tails of one segment put together.

Reach for `assemble` with the words of a segment. A part takes, in this order: filiation mark, head
(Abd, Abu), article, core, tail (al-Din, Allah); all but the core may be missing. Marks left over at
the end of a segment (`Jabartī, ʿAbd al-Raḥmān al-`) are given back.
"""

from nisba.names.drafts import Draft, Marks
from nisba.names.glued import split_of
from nisba.names.lexicon import Lexicon, joins
from nisba.names.particles import is_article, read_marks
from nisba.names.tails import lone_tail, tail_at
from nisba.names.titles import Title, title_at
from nisba.names.tokens import Segment, Token
from nisba.names.types import Kind
from nisba.names.words import Reading, cut
from nisba.text.scripts import Script

_SHADDA = "\u0651"
_ALLAH_AR = "\u0627\u0644\u0644\u0647"  # الله
_YA = ("\u064a", "\u064a\u0629")  # ي ية
_LATIN_NISBA = ("i", "y", "iyya", "iyyah", "iya", "iyah", "iyye")
_NOT_NISBA = ("ay", "ey", "oy")
# Abbreviations that are words or names when no full stop follows: Gen, Lt, Col, Sen.
_NEED_STOP = 3
_NEED_NO_STOP = frozenset(
    ("dr", "mr", "mrs", "ms", "mme", "haj", "dra", "shk", "mst", "bey", "bek")
)


def assemble(segment: Segment, lex: Lexicon, ranked: bool = True) -> tuple[list[Draft], Marks]:
    """Parts of a segment in the order written, and the marks that found no core.

    Titles are looked for where a segment is `ranked`.
    """
    drafts: list[Draft] = []
    bares = [token.reading.bare for token in segment]
    at = 0
    named = False
    while at < len(segment):
        width = _title_width(segment, bares, at, named, lex) if ranked else 0
        if width:
            drafts.append(_title(segment[at : at + width]))
            at += width
            continue
        named = True
        marks, place = read_marks(segment, at, lex)
        if place == len(segment):
            return drafts, marks
        draft, at = _part(segment, place, marks, lex)
        drafts.append(draft)
    return drafts, Marks()


def _title(words: Segment) -> Draft:
    first, last = words[0], words[-1]
    forms = " ".join(token.reading.form for token in words)
    return Draft(
        first.start, last.end, forms, last.reading.bare, first.reading.script, kind=Kind.TITLE
    )


def _title_width(segment: Segment, bares: list[str], at: int, named: bool, lex: Lexicon) -> int:
    """Words of the title that begins here, its article included; 0 if none does.

    `named` says whether a part that is no title stands before it.
    """
    found = title_at(bares, at)
    lead = 0
    if found is None and at + 1 < len(segment) and is_article(segment, at, False):
        found = title_at(bares, at + 1)
        lead = 1
    if found is None:
        return 0
    title, width = found
    end = at + lead + width
    if not _is_title(title, segment, bares, at + lead, end, named, lex):
        return 0
    return end - at


def _is_title(
    title: Title,
    segment: Segment,
    bares: list[str],
    start: int,
    end: int,
    named: bool,
    lex: Lexicon,
) -> bool:
    if not title.before:
        return named
    short = end - start == 1 and len(bares[start]) <= _NEED_STOP and bares[start].isascii()
    if short and not segment[start].dotted and bares[start] not in _NEED_NO_STOP:
        return title.may_be_name and not named and _given_follows(segment, bares, end, lex)
    if title.may_be_name:
        return not named and _given_follows(segment, bares, end, lex)
    return end < len(segment) or not named


def _given_follows(segment: Segment, bares: list[str], at: int, lex: Lexicon) -> bool:
    """Whether a given name stands at a place: a known one, a compound, or one with more behind."""
    if at >= len(segment) or bares[at] in lex.filiation or is_article(segment, at, False):
        return False
    reading = segment[at].reading
    if lone_tail(reading.bare, lex):
        return False
    if at + 1 < len(segment):
        return True
    if joins(reading.bare, "given", reading.script) or title_at(bares, at):
        return True
    split = split_of(reading)
    return bool(split and (split.head or split.tail))


def _part(segment: Segment, at: int, marks: Marks, lex: Lexicon) -> tuple[Draft, int]:
    """The part whose core stands at a place, and the place behind it."""
    token = segment[at]
    reading = token.reading
    start = marks.words[0].start if marks.words else token.start
    draft = Draft(start, token.end, reading.form, reading.bare, reading.script)
    draft.filiation, draft.head, draft.article = marks.filiation, marks.head, marks.article
    if marks.empty and len(reading.bare) == 1:
        draft.kind = Kind.INITIAL
        return draft, at + 1
    more = at + 1 < len(segment)
    if marks.empty and more and reading.bare in lex.given_prefix:
        draft.core = draft.bare = lex.given_prefix[reading.bare]
        draft.kind = Kind.ISM
        return draft, at + 1
    _unglue(draft, token, lex, marks.inner)
    _embed(draft, marks.inner)
    at = _take_tail(draft, segment, at + 1, lex)
    if at < len(segment) and not draft.filiation and draft.head != "al":
        after = lex.filiation_after.get(segment[at].reading.bare)
        if after:
            draft.filiation, draft.end = after, segment[at].end
            at += 1
    draft.nisba = _ends_as_nisba(draft, token, lex)
    return draft, at


# What a second head puts before the core in Arabic script; in the others it is the head's own name.
_INNER_ARABIC = {
    "abd": "\u0639\u0628\u062f",  # عبد
    "abu": "\u0627\u0628\u0648",  # ابو
    "umm": "\u0627\u0645",  # ام
}


def _embed(draft: Draft, inner: str) -> None:
    """Put a second head before the core: Abu Abd al-Rahman has the core abdrahman.

    The same core comes from every spelling, Abu Abdulrahman and Abu Abderrahman too.
    """
    if not inner and draft.head in ("abu", "umm"):
        split = split_of(Reading(draft.core, draft.bare, draft.script, draft.bare))
        if split and split.head == "abd":
            reading = Reading(draft.core, draft.bare, draft.script)
            draft.core = cut(reading, split.start, split.end)
            draft.bare = draft.bare[split.start : split.end]
            if not split.article and _is_divine(draft.bare):
                draft.core = _allah(draft.script)
            inner = "abd"
    if inner:
        prefix = _INNER_ARABIC.get(inner, "") if draft.script is Script.ARABIC else inner
        draft.core, draft.bare = prefix + draft.core, prefix + draft.bare


def _unglue(draft: Draft, token: Token, lex: Lexicon, inner: str) -> None:
    """Cut a core that is written in one with its marks."""
    reading = token.reading
    if "abd" in (draft.head, inner) and _is_allah(reading.bare, lex):
        draft.core = draft.bare = _allah(reading.script)
        draft.article = draft.article and draft.head != "abd"
        return
    split = split_of(reading)
    if split is None or (draft.head and (split.head or split.filiation)):
        return
    if draft.article and split.article and not split.head:
        return
    draft.core = cut(reading, split.start, split.end)
    draft.bare = reading.bare[split.start : split.end]
    draft.head = draft.head or split.head
    draft.tail = split.tail
    draft.filiation = draft.filiation or split.filiation
    draft.article = draft.article or (split.article and not inner)
    if split.head == "abd" and not split.article and _is_divine(draft.bare):
        draft.core = draft.bare = _allah(reading.script)
        draft.article = False
    if split.article and _SHADDA in draft.core[1:3]:
        # The doubling of a sun letter belongs to the article.
        draft.core = draft.core[0] + draft.core[1:3].replace(_SHADDA, "") + draft.core[3:]


def _is_allah(bare: str, lex: Lexicon) -> bool:
    return lex.tail.get(bare) == "allah"


def _is_divine(bare: str) -> bool:
    return bare == _ALLAH_AR or ("l" in bare[:3] and bare.lstrip("aeiou")[:1] == "l")


def _allah(script: Script) -> str:
    return _ALLAH_AR if script is Script.ARABIC else "allah"


def _take_tail(draft: Draft, segment: Segment, at: int, lex: Lexicon) -> int:
    """Join a second half to a core; gives the place behind it."""
    if draft.tail or draft.head == "abd":
        return at
    tail, width, letters = tail_at(segment, at, draft, lex)
    if not tail:
        return at
    if letters:
        reading = Reading(draft.core, draft.bare, draft.script)
        draft.core = cut(reading, 0, len(draft.bare) - letters)
        draft.bare = draft.bare[:-letters]
    draft.tail = tail
    draft.end = segment[at + width - 1].end
    return at + width


def _ends_as_nisba(draft: Draft, token: Token, lex: Lexicon) -> bool:
    if draft.bare in lex.not_nisba:
        return False
    if draft.script is Script.ARABIC:
        return token.reading.seated.endswith(_YA) and len(draft.bare) > 2
    return draft.bare.endswith(_LATIN_NISBA) and not draft.bare.endswith(_NOT_NISBA)
