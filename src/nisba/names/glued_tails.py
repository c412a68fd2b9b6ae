"""Latin words that end in a second half: Noureddine, Nasrallah, Ziaulhaq, Hosseinzadeh.

Rules of `nisba.names.glued`. A double d before -in, and a double l before -ah, are clear by
themselves; weaker endings count only behind a first half that the stems list.
"""

import re

from nisba.names.lexicon import joins, lexicon, skeleton_of
from nisba.names.split import Split
from nisba.text.scripts import Script

_DIN = re.compile(r"(?P<core>.{2,}?)(?P<link>[aeiou]*)(?P<l>l?)(?P<d>d+|tt)(?:i|ee|ie|y)ne?$")
_ALLAH = re.compile(r"(?P<core>.{2,}?)(?P<link>[aeiou]*)(?P<l>l{1,3})(?P<end>[ae]+h|[oa]h|a)$")
_SECOND = re.compile(
    r"(?P<core>.{3,}?)(?:[aeou]+l|[eu]s|u)"
    r"(?P<tail>haqq?u?e?|hakk?|[ei]slam|mulk|molk|dawla|daula|zaman|h(?:u|ou|o)da)$"
)
_NISA = re.compile(r"(?P<core>.{3,}?)(?:unn?|enn)[ie]ss?a$")
_RAHMAN = re.compile(r"(?P<core>.{3,}?)(?:[aeu]r)?r[ae]hmane?$")
_ZADE = re.compile(r"(?P<core>.{3,}?)zad(?:e|eh|a|ah)$")


def din_name(bare: str) -> Split | None:
    """A laqab on al-Din: Noureddine, Salahuddin, Gamaleldin, Turkish Necmettin."""
    found = _DIN.fullmatch(bare)
    if not found:
        return None
    core, link, d = found["core"], found["link"], found["d"]
    whole = core + link + found["l"]
    for stem in (core, core + link[:1], whole, core + link):
        if joins(stem, "din", Script.LATIN):
            return Split(0, len(stem), tail="din")
    if d == "dd" and len(skeleton_of(core + link[:-1])) > 1:
        return Split(0, len(_with_own_vowels(core, link)), tail="din")
    if d == "d" and found["l"] and link[-1:] in ("e", "u") and len(core) > 2:
        return Split(0, len(core), tail="din")
    return None


def _with_own_vowels(core: str, link: str) -> str:
    """A first half with the vowels that are not the article's: the a of Shujauddin, of Aladdin."""
    if link in ("ou", "oo"):
        return core
    return core + (link[:-1] if len(core) > 2 else link[:1])


def allah_name(bare: str) -> Split | None:
    """A name on Allah: Nasrallah, Habibullah, Ruhollah."""
    found = _ALLAH.fullmatch(bare)
    if not found:
        return None
    core, link = found["core"], found["link"]
    if len(found["l"]) == 1 and found["end"] == "a" and link not in ("u", "o"):
        # Spanish Nasralá; what is shorter (Amala) may be any name.
        known = len(core) > 3 and joins(core, "allah", Script.LATIN)
        return Split(0, len(core), tail="allah") if known else None
    for stem in (core, core + link[:1], core + link):
        if joins(stem, "allah", Script.LATIN):
            return Split(0, len(stem), tail="allah")
    clear = len(found["l"]) > 1 and found["end"] in ("ah", "oh") and link != ""
    stem = _with_own_vowels(core, link)
    if clear and len(stem) > 2 and len(skeleton_of(stem)) > 1:
        return Split(0, len(stem), tail="allah")
    return None


def second_half_name(bare: str) -> Split | None:
    """A name on another second half: Ziaulhaq, Habiburrahman, Hosseinzadeh."""
    found = _SECOND.fullmatch(bare)
    if found and joins(found["core"], "given", Script.LATIN):
        tail = lexicon().tail.get(found["tail"])
        return Split(0, found.end("core"), tail=tail) if tail else None
    found = _RAHMAN.fullmatch(bare)
    if found and joins(found["core"], "given", Script.LATIN):
        return Split(0, found.end("core"), tail="rahman")
    found = _NISA.fullmatch(bare)
    if found and len(skeleton_of(found["core"])) > 1:
        return Split(0, found.end("core"), tail="nisa")
    found = _ZADE.fullmatch(bare)
    if found and len(skeleton_of(found["core"])) > 1:
        return Split(0, found.end("core"), tail="zade")
    return None
