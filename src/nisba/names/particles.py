"""The marks before a core: filiation, heads (Abd, Abu, Umm, Dhu, Āl), the article in all its forms.

Reach for `read_marks` at the place where a part begins. Whether a word is a mark depends on what
follows it: a lone Abu is a name, `b` is a mark only between names, as- the article only before s.
"""

import re

from nisba.names.drafts import Marks
from nisba.names.glued import split_of
from nisba.names.lexicon import Lexicon, joins
from nisba.names.tokens import Segment
from nisba.names.words import Reading, joined
from nisba.text.scripts import Script

_ABD = re.compile(r"a{1,2}bd[aeiou]*(?P<article>l|[tdrzsn]|sh|ch|th|dh)")
_ABU = re.compile(r"[ae]b(?:ou|oo|u|o|i|a)(?P<article>e?l)")
_UMM = re.compile(r"(?:oum+|um+|om)[aeiou]+l")
_SUN = re.compile(r"(?P<vowel>[aeiou]{0,2})(?P<sun>[tdrzsnl]|[tds]h|s?ch)")
_AR_ARTICLE = "\u0627\u0644"  # ال
_ARTICLES = frozenset(("al", "el", "ul", "il", "ol"))


def is_article(segment: Segment, at: int, after_mark: bool) -> bool:
    """Whether the word is the article of the next one, sun forms included."""
    token = segment[at]
    bare = token.reading.bare
    if len(bare) > 4 or token.dotted:
        return False
    if token.reading.script is Script.ARABIC:
        return bare == _AR_ARTICLE
    if bare == "l":
        return after_mark or token.hyphen or token.reading.form != bare
    if bare in _ARTICLES:
        return True
    found = _SUN.fullmatch(bare)
    if not found or not (found["vowel"] or after_mark):
        return False
    if at + 1 == len(segment):
        # Left over behind a comma: "Dinawari, Abd Allah ad-".
        return token.hyphen and found["vowel"] != ""
    return segment[at + 1].reading.bare.startswith(found["sun"][0])


def read_marks(segment: Segment, at: int, lex: Lexicon) -> tuple[Marks, int]:
    """Marks from a word on, and the place of the core behind them (the end, if none is left)."""
    marks = Marks()
    while at < len(segment):
        token = segment[at]
        if bel := _bel(marks, segment, at):
            marks.head, marks.filiation, marks.article = bel
        elif mark := _filiation(marks, segment, at, lex):
            marks.filiation = mark
        elif found := _head(marks, segment, at, lex):
            if marks.head:
                marks.inner = found[0]
            else:
                marks.head, marks.article = found
        elif is_article(segment, at, not marks.empty) and (marks.inner or not marks.article):
            marks.article = marks.article or not marks.inner
        else:
            break
        marks.words.append(token)
        at += 1
    return marks, at


def may_be_mark(reading: Reading, lex: Lexicon) -> bool:
    """Whether a word is a mark in some place, before a core or behind it."""
    bare = reading.bare
    article = bare in _ARTICLES or bare in ("l", _AR_ARTICLE) or _SUN.fullmatch(bare)
    house = reading.form in lex.house_of or reading.seated in lex.house_of
    head = bare == "bel" or _head_word(bare, "", lex)[0]
    return bool(article or house or head or bare in lex.filiation or bare in lex.filiation_after)


def _bel(marks: Marks, segment: Segment, at: int) -> tuple[str, str, bool] | None:
    """Head, filiation and article that a free-standing Maghreb Bel stands for."""
    if segment[at].reading.bare != "bel" or not marks.empty or at + 1 == len(segment):
        return None
    split = split_of(joined(segment[at].reading, segment[at + 1].reading))
    return (split.head, split.filiation, True) if split and split.article else None


def _filiation(marks: Marks, segment: Segment, at: int, lex: Lexicon) -> str:
    """The filiation mark that a word is here, or nothing."""
    bare = segment[at].reading.bare
    mark = lex.filiation.get(bare, "")
    if not mark or marks.head or marks.article:
        return ""
    alone = at == 0 and len(segment) == 1
    initial = bare == "b" and (at == 0 or at + 1 == len(segment))
    return "" if alone or initial else mark


def _head(marks: Marks, segment: Segment, at: int, lex: Lexicon) -> tuple[str, bool] | None:
    """The head that a word is here and whether it carries an article, or None."""
    if marks.inner or (marks.article and not marks.head):
        return None
    reading = segment[at].reading
    last = at + 1 == len(segment)
    following = None if last else segment[at + 1].reading
    if reading.form in lex.house_of or reading.seated in lex.house_of:
        return ("al", False) if following and not marks.head else None
    if following and following.bare in lex.house and is_article(segment, at, False):
        return None if marks.head else ("al", False)
    head, article = _head_word(reading.bare, following.bare if following else "", lex)
    if not head:
        return None
    if following is None:
        # At the end of a field it waits for the family name: "REHMAN, Abdul".
        return (head, article) if head in ("abd", "abu", "umm") and marks.empty else None
    if following.bare in lex.filiation and following.bare != "b":
        return None
    return (head, article) if _has_core(head, article, segment, at + 1) else None


def _head_word(bare: str, following: str, lex: Lexicon) -> tuple[str, bool]:
    head = lex.head.get(bare, "")
    if head:
        return head, bare[-1] == "l" or (head == "amat" and bare != "amat")
    if bare[:1] not in "aeou" or len(bare) > 8:
        return "", False
    if _UMM.fullmatch(bare):
        return "umm", True
    found = _ABD.fullmatch(bare)
    if found:
        fits = found["article"] == "l" or following[:1] in ("", found["article"][0])
        return ("abd", True) if fits else ("", False)
    return ("abu", True) if _ABU.fullmatch(bare) else ("", False)


def _has_core(head: str, article: bool, segment: Segment, at: int) -> bool:
    """Whether the word behind a head can be its core."""
    reading = segment[at].reading
    with_article = at + 1 < len(segment) and is_article(segment, at, True)
    if reading.script is Script.ARABIC:
        with_article = reading.bare.startswith(_AR_ARTICLE)
    if head == "dhu":
        return with_article or joins(reading.bare, "dhu", reading.script)
    if head == "ghulam":
        join = ("ghulam", "given", "abd")
        return with_article or any(joins(reading.bare, kind, reading.script) for kind in join)
    if head == "amat":
        return with_article or article
    return True
