"""Compounds that are written as one word: Abdulrahman, Nasrallah, Noureddine, Benali, Alkazemi.

Reach for `split_of` with the reading of one word. Rules come first, since spellings are without
number; the list of stems decides only where the letters alone leave doubt. Two doubts are settled
so: Bou- is cut only before a known stem (Bouteflika stays whole), and Belkacem, after the Prophet's
kunya Abu al-Qasim, has the head "abu", while any other Bel- before a known stem is "ibn".
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

from nisba.names.lexicon import joins, lexicon, skeleton_of
from nisba.names.words import Reading
from nisba.text.scripts import Script


@dataclass(frozen=True, slots=True)
class Split:
    """What a glued word is made of; the core is `bare[start:end]` of its reading."""

    start: int
    end: int
    head: str = ""
    tail: str = ""
    article: bool = False
    filiation: str = ""


# Beyond this a word is no name, and regular expressions need not look at it.
_LONGEST = 40

_ABD_ARTICLE = re.compile(
    r"aa?bd[aeiou]*(?:l|sh(?=sh)|ch(?=ch)|(?P<sun>[tdrzsn])(?=(?P=sun)))(?P<core>.{3,})"
)
_ABD_BARE = re.compile(r"aa?bd(?P<link>[aeiou]{0,2})(?P<core>.{3,})")
_DIVINE_ALLAH = re.compile(r"abd[aeiou]*l+[aoe]+(?:h|kh|ye|yeh)?$|abd[ui]l+ahi$|abdul+[oa]h?$")
_ABU = re.compile(r"ab(?:ou|oo|u|o)(?P<article>(?:e|a)?l)?(?P<core>.{2,})")
_BOU = re.compile(r"b(?:ou|oo|u)(?P<article>(?:e|a)?l)?(?P<core>.{3,})")
_UMM = re.compile(r"(?:oum+|umm?)(?P<core>.{4,})")
_UMM_AL = re.compile(r"(?:oum+|umm|om)[eou]?(?:l|(?P<sun>s)(?=(?P=sun)))(?P<core>.{4,})")
_DHU = re.compile(r"(?:dh?|z|th)(?:ou|u|o|i)l(?P<core>.{3,})")
_GHULAM = re.compile(r"(?:gh?|q)[ou]la+m(?P<core>.{3,})")
_BEN = re.compile(r"b[ei]n(?P<core>.{3,})")
_BEL = re.compile(r"bel(?P<core>.{3,})")
_OULD = re.compile(r"ould(?P<core>.{3,})")
_AL = re.compile(r"[ae]l(?P<core>.{3,})")
_AL_SUN = re.compile(r"[ae](?:sh(?=sh)|ch(?=ch)|([tdrzsn])(?=\1))(?P<core>.{3,})")
_L = re.compile(r"(?:la(?=h)|l)(?P<core>.{3,})")
_DIN = re.compile(r"(?P<core>.{2,}?)(?P<link>[aeiou]*)(?P<l>l?)(?P<d>d+|tt)(?:i|ee|ie|y)ne?$")
_ALLAH = re.compile(r"(?P<core>.{2,}?)(?P<link>[aeiou]*)(?P<l>l{1,3})(?P<end>[ae]+h|[oa]h|a)$")
_SECOND = re.compile(
    r"(?P<core>.{3,}?)(?:[aeou]+l|[eu]s|u)"
    r"(?P<tail>haqq?u?e?|hakk?|[ei]slam|mulk|molk|dawla|daula|zaman|h(?:u|ou|o)da)$"
)
_NISA = re.compile(r"(?P<core>.{3,}?)(?:unn?|enn)[ie]ss?a$")
_RAHMAN = re.compile(r"(?P<core>.{3,}?)(?:[aeu]r)?r[ae]hmane?$")
_ZADE = re.compile(r"(?P<core>.{3,}?)zad(?:e|eh|a|ah)$")
_VOWELS = "aeiou"
_L_VOWEL = frozenset("l" + vowel for vowel in _VOWELS)
# Abdellaoui and Abdollahi are family names made from Abd Allah, not names of a servant.
_NISBA_OF_ALLAH = ("laou", "lahi")


@lru_cache(maxsize=1 << 15)
def split_of(reading: Reading) -> Split | None:
    """How one word is glued, or None when it is not.

    >>> from nisba.names.words import read
    >>> split_of(read("Abdulrahman"))
    Split(start=5, end=11, head='abd', tail='', article=True, filiation='')
    >>> split_of(read("Bouteflika")) is None
    True
    """
    bare = reading.bare
    if not 4 <= len(bare) <= _LONGEST:
        return None
    if reading.script is Script.ARABIC:
        return _split_arabic(bare, reading.seated)
    return _split_latin(bare)


def _split_latin(bare: str) -> Split | None:
    if bare in lexicon().whole:
        return None
    for rule in _LATIN_RULES:
        found = rule(bare)
        if found:
            return found
    return None


def _abd(bare: str) -> Split | None:
    if not bare.startswith(("abd", "aabd")):
        return None
    if _DIVINE_ALLAH.match(bare):
        return Split(bare.index("d") + 1, len(bare), head="abd")
    found = _ABD_ARTICLE.fullmatch(bare)
    if (
        found
        and len(skeleton_of(found["core"])) > 1
        and not found["core"].startswith(_NISBA_OF_ALLAH)
    ):
        start = found.start("core")
        # The l of Abdelatif is that of Latif too.
        shared = bare[start - 1 : start + 1] in _L_VOWEL and joins(
            "l" + found["core"], "abd", Script.LATIN
        )
        return Split(start - shared, len(bare), head="abd", article=True)
    found = _ABD_BARE.fullmatch(bare)
    if found and _after_abd(found["link"], found["core"]):
        return Split(found.start("core"), len(bare), head="abd", article=found["link"] != "")
    return None


def _after_abd(link: str, core: str) -> bool:
    """Whether a core joins Abd without the l of the article: Abdrabbo, Somali Abdinasir."""
    if core[0] in _VOWELS:
        return not link and core in lexicon().exact["abd"]
    somali = link == "i" and len(core) > 4 and len(skeleton_of(core)) > 2
    return somali or joins(core, "abd", Script.LATIN)


def _abu(bare: str) -> Split | None:
    found = _ABU.fullmatch(bare)
    if not found:
        return None
    with_l = found["article"]
    core = found["core"]
    if with_l and joins("l" + core, "given", Script.LATIN):
        return Split(found.start("core") - 1, len(bare), head="abu")
    if not with_l and not joins(core, "abu", Script.LATIN):
        if len(core) < 4 or core[0] in _VOWELS or len(skeleton_of(core)) < 3:
            return None
        if core[0] == core[1]:
            return Split(found.start("core") + 1, len(bare), head="abu", article=True)
    return Split(found.start("core"), len(bare), head="abu", article=bool(with_l))


def _known_head(
    pattern: re.Pattern[str], join: str, head: str, article: bool
) -> Callable[[str], Split | None]:
    """A rule that cuts a head only before a known stem."""

    def rule(bare: str) -> Split | None:
        found = pattern.fullmatch(bare)
        if not found or not joins(found["core"], join, Script.LATIN):
            return None
        return Split(found.start("core"), len(bare), head=head, article=article)

    return rule


def _umm_with_article(bare: str) -> Split | None:
    found = _UMM_AL.fullmatch(bare)
    if not found or len(skeleton_of(found["core"])) < 2:
        return None
    return Split(found.start("core"), len(bare), head="umm", article=True)


def _ben(bare: str) -> Split | None:
    found = _OULD.fullmatch(bare) or _BEN.fullmatch(bare) or _BEL.fullmatch(bare)
    if not found:
        return None
    core, start = found["core"], found.start("core")
    known = joins(core, "ben", Script.LATIN)
    if bare.startswith("bel"):
        if not known and not joins(core, "bel", Script.LATIN):
            return None
        if skeleton_of(core) in _QASIM:
            return Split(start, len(bare), head="abu", article=True)
        return Split(start, len(bare), article=True, filiation="ibn")
    inner = _abd(core) or _nasrallah(core) or _din(core) or _known_bel(core)
    if inner:
        return replace(inner, start=inner.start + start, end=inner.end + start, filiation="ibn")
    consonants = len(skeleton_of(core)) > 1 and core[0] not in _VOWELS and core[:2] != "nn"
    if known or (consonants and bare.startswith(("ben", "ould")) and len(core) > 3):
        return Split(start, len(bare), filiation="ibn")
    return None


_QASIM = frozenset(("ksm", "gsm"))


def _known_bel(core: str) -> Split | None:
    return _ben(core) if core.startswith("bel") else None


def _article(bare: str) -> Split | None:
    found = _AL.fullmatch(bare)
    if found:
        core = found["core"]
        inner = _abd(core)
        if inner:
            return replace(inner, start=inner.start + 2, end=inner.end + 2)
        if joins(core, "al", Script.LATIN) or _takes_article(core):
            return Split(2, len(bare), article=True)
        return None
    found = _AL_SUN.fullmatch(bare)
    if found and joins(found["core"], "al", Script.LATIN):
        return Split(found.start("core"), len(bare), article=True)
    found = _L.fullmatch(bare)
    if found and joins(found["core"], "l", Script.LATIN):
        return Split(found.start("core"), len(bare), article=True)
    return None


def _takes_article(core: str) -> bool:
    """Whether al- before an unknown word is an article: before a consonant, as a rule."""
    return len(core) > 3 and core[0] not in "aeioulwy" and any(c in "aeiouy" for c in core[1:])


def _din(bare: str) -> Split | None:
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


def _nasrallah(bare: str) -> Split | None:
    found = _ALLAH.fullmatch(bare)
    if not found:
        return None
    core, link = found["core"], found["link"]
    if len(found["l"]) == 1 and found["end"] == "a" and link not in ("u", "o"):
        return None
    for stem in (core, core + link[:1], core + link):
        if joins(stem, "allah", Script.LATIN):
            return Split(0, len(stem), tail="allah")
    clear = len(found["l"]) > 1 and found["end"] in ("ah", "oh") and link != ""
    stem = _with_own_vowels(core, link)
    if clear and len(stem) > 2 and len(skeleton_of(stem)) > 1:
        return Split(0, len(stem), tail="allah")
    return None


def _second_half(bare: str) -> Split | None:
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


def _bou(bare: str) -> Split | None:
    found = _BOU.fullmatch(bare)
    if not found:
        return None
    core, start = found["core"], found.start("core")
    if _abd(core):
        return Split(start, len(bare), head="abu")
    if joins(core, "bou", Script.LATIN):
        return Split(start, len(bare), head="abu", article=bool(found["article"]))
    return None


_LATIN_RULES = (
    _abd,
    _abu,
    _ben,
    _bou,
    _known_head(_DHU, "dhu", "dhu", True),
    _known_head(_GHULAM, "ghulam", "ghulam", False),
    _known_head(_UMM, "umm", "umm", False),
    _umm_with_article,
    _din,
    _nasrallah,
    _second_half,
    _article,
)

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
# Letters after which a glued بن is the filiation in the registers; before others it seldom is.
_AFTER_BEN = "\u0639\u062d\u0634\u0635\u0633\u062e\u0642\u0645\u063a\u0637"


def _split_arabic(bare: str, seated: str) -> Split | None:
    if bare in lexicon().whole:
        return None
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
