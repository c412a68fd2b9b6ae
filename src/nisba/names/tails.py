"""Second halves of compounds: Nur al-Din, Nasr Allah, Mujibur Rahman, Fatima Zohra, Hossein Zadeh.

Reach for `tail_at` behind a core. The halves stand in `gazetteers/particles.tsv` under "tail"; with
an article before them they join any word, without one only words that the rules here name.
"""

import re

from nisba.names.drafts import Draft
from nisba.names.lexicon import Lexicon, joins
from nisba.names.particles import is_article
from nisba.names.tokens import Segment
from nisba.text.scripts import Script

# An article written in one with the half that follows: Uddin, Eddine, El-Islam, Ezzaman, Urrahman.
_GLUED = re.compile(r"(?:[aeiou]{1,2}(?:l|(?P<sun>[drzsn])(?=(?P=sun)))|ou|[eu])(?P<tail>.{3,})")
# South Asian spelling leaves the article with the first half: Mujibur Rahman, Anisul Haque.
_LINKED = re.compile(r"(?P<core>.{3,})(?:u[lrdszn])")
_WITHOUT_ARTICLE = ("allah", "zade")


def tail_at(segment: Segment, at: int, draft: Draft, lex: Lexicon) -> tuple[str, int, int]:
    """Tail that stands at a place: its name, words taken, and letters of the core to give up.

    The name is empty where there is none.
    """
    none = ("", 0, 0)
    if at >= len(segment):
        return none
    token = segment[at]
    bare = token.reading.bare
    if token.reading.script is Script.ARABIC:
        tail = lex.tail.get(bare, "")
        return (tail, 1, 0) if tail and _fits(tail, draft) else none
    if at + 1 < len(segment) and is_article(segment, at, False):
        tail = lex.tail.get(segment[at + 1].reading.bare, "")
        if tail and tail != "zade" and _fits(tail, draft):
            return tail, 2, 0
        return none
    tail = lex.tail.get(bare, "")
    if tail:
        return _bare_tail(tail, bare, draft, none)
    found = _GLUED.fullmatch(bare) if len(bare) < 16 else None
    tail = lex.tail.get(found["tail"], "") if found else ""
    return (tail, 1, 0) if tail and tail not in _WITHOUT_ARTICLE and _fits(tail, draft) else none


def may_be_tail(bare: str, lex: Lexicon) -> bool:
    """Whether a word is a second half behind some core, or one with its article."""
    found = _GLUED.fullmatch(bare)
    return bare in lex.tail or bool(found and found["tail"] in lex.tail)


def lone_tail(bare: str, lex: Lexicon) -> str:
    """Tail that a word with its article is: Uddin, Ullah, Ulhaq; empty for other words.

    >>> from nisba.names.lexicon import lexicon
    >>> lone_tail("uddin", lexicon()), lone_tail("rahman", lexicon())
    ('din', '')
    """
    if lex.tail.get(bare) == "allah" and bare[0] in "uo":
        return "allah"
    found = _GLUED.fullmatch(bare) if len(bare) < 16 else None
    tail = lex.tail.get(found["tail"], "") if found else ""
    return "" if tail in _WITHOUT_ARTICLE else tail


def _bare_tail(
    tail: str, bare: str, draft: Draft, none: tuple[str, int, int]
) -> tuple[str, int, int]:
    """A tail that has no article before it."""
    if tail in _WITHOUT_ARTICLE:
        return (tail, 1, 0) if len(draft.bare) > 1 else none
    if tail == "din" and joins(draft.bare, "din", draft.script):
        return tail, 1, 0
    if tail == "zahra" and _fits(tail, draft):
        return tail, 1, 0
    linked = _LINKED.fullmatch(draft.bare)
    if linked and tail != "zahra" and not joins(draft.bare, "given", draft.script):
        return tail, 1, len(draft.bare) - linked.end("core")
    return none


def _fits(tail: str, draft: Draft) -> bool:
    """Zahra is the second half of Fatima alone; the other halves join any word."""
    return tail != "zahra" or joins(draft.bare, "zahra", draft.script)
