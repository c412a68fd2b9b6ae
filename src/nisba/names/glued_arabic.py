"""Arabic words written in one with their marks, by the rules of `nisba.names.glued`.

A word is cut on its folded letters; the article is found on letters that still have their hamza
seats, since it never has one.
"""

import re

from nisba.names.lexicon import joins, lexicon
from nisba.names.split import Split
from nisba.text.scripts import Script

_AR = "\u0627\u0644"  # ال
_ARABIC_HEADS = (
    (
        re.compile("(?:\u0627\u0644)?\u0639\u0628\u062f(\u0627\u0644(?!.$))?(?P<core>.{2,})"),
        "abd",
    ),  # عبد
    (re.compile("\u0627\u0628\u0648(\u0627\u0644)?(?P<core>.{2,})"), "abu"),  # ابو
    (re.compile("\u0630\u0648(\u0627\u0644)(?P<core>.{2,})"), "dhu"),  # ذو
    (re.compile("\u063a\u0644\u0627\u0645()(?P<core>.{2,})"), "ghulam"),  # غلام
)
_ALLAH_AR = "\u0627\u0644\u0644\u0647"  # الله
_L_AR = "\u0644"  # ل
_ALIF = "\u0627"  # ا
_AKHDAR = "\u0627\u062e\u0636\u0631"  # اخضر
_BEN_AR = "\u0628\u0646"  # بن
_BEL_AR = "\u0628\u0644"  # بل
_BOU_AR = "\u0628\u0648"  # بو
_QASIM_AR = "\u0642\u0627\u0633\u0645"  # قاسم
# Letters before which a glued bin is the filiation in the registers.
_AFTER_BEN = "\u0639\u062d\u0634\u0635\u0633\u062e\u0642\u0645\u063a\u0637"


def split_arabic(bare: str, seated: str) -> Split | None:
    """How an Arabic word is glued; `seated` is the word with its hamza seats."""
    for pattern, head in _ARABIC_HEADS:
        found = pattern.fullmatch(bare)
        split = _arabic_head(bare, head, found) if found else None
        if split:
            return split
    for ending, tail in lexicon().endings:
        if bare.endswith(ending) and len(bare) >= len(ending) + 2:
            return Split(0, len(bare) - len(ending), tail=tail)
    for prefix, join, head in ((_BEN_AR, "ben", ""), (_BOU_AR, "bou", "abu"), (_BEL_AR, "ben", "")):
        core = bare[2:]
        if bare.startswith(prefix) and _joins_arabic(prefix, core, join):
            if prefix == _BEL_AR:
                head = "abu" if core == _QASIM_AR else ""
            mark = "" if head else "ibn"
            return Split(2, len(bare), head=head, article=prefix == _BEL_AR, filiation=mark)
    if bare[0] == _L_AR and (joins(bare[1:], "l", Script.ARABIC) or _ALIF + bare[1:] == _AKHDAR):
        return Split(1, len(bare), article=True)
    if bare.startswith(_AR) and seated[:1] in "\u0627\u0671" and len(bare) > 3:
        return Split(2, len(bare), article=True)
    return None


def _joins_arabic(prefix: str, core: str, join: str) -> bool:
    if joins(core, join, Script.ARABIC):
        return True
    if prefix == _BEL_AR:
        return joins(core, "bel", Script.ARABIC)
    return prefix == _BEN_AR and len(core) > 2 and core[0] in _AFTER_BEN


def _arabic_head(bare: str, head: str, found: re.Match[str]) -> Split | None:
    core, start, article = found["core"], found.start("core"), bool(found[1])
    if head == "abd" and core == _ALLAH_AR[2:] and article:
        return Split(start - 2, len(bare), head="abd")
    if not article and head in ("abd", "ghulam", "abu"):
        known = joins(core, "abd" if head == "abd" else head, Script.ARABIC)
        if not known and (head != "abu" or len(core) < 3):
            return None
    return Split(start, len(bare), head=head, article=article)
