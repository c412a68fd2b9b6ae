"""Latin words that begin with a mark: Abdulrahman, Aboubakr, Benali, Boubacar, Alkazemi, Lahcen.

Rules of `nisba.names.glued`. Abd, Abu, Ben and the article before a consonant are cut from any
word; before a vowel, and for Bou, Bel, Zul, Ghulam and Umm, the stems decide.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from nisba.names.glued_tails import allah_name, din_name
from nisba.names.lexicon import joins, lexicon, skeleton_of
from nisba.names.split import Split
from nisba.text.scripts import Script

_ABD_ARTICLE = re.compile(
    r"aa?bd[aeiou]*(?:l|sh(?=sh)|ch(?=ch)|(?P<sun>[tdrzsn])(?=(?P=sun)))(?P<core>.{3,})"
)
_ABD_BARE = re.compile(r"aa?bd(?P<link>[aeiou]{0,2})(?P<core>.{3,})")
_DIVINE_ALLAH = re.compile(r"abd[aeiou]*l+[aoe]+(?:h|kh|ye|yeh)?$|abd[ui]l+ahi$|abdul+[oa]h?$")
_ABU = re.compile(r"(?:ab(?:ou|oo|u|o)|ebo?u)(?P<article>(?:e|a)?l)?(?P<core>.{2,})")
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
_OPEN = re.compile(
    r"a[bdfghjknqrstxz].{3,}|a[bdfghjknqrstxz].i"
    r"|o[bdmqrst].{3,}|wa[abdhjklqrstz].{2,}|y[aeo].{3,}"
)
_VOWELS = "aeiou"
_L_VOWEL = frozenset("l" + vowel for vowel in _VOWELS)
# Abdellaoui and Abdollahi are family names made from Abd Allah, not names of a servant.
_NISBA_OF_ALLAH = ("laou", "lahi")
_QASIM = frozenset(("ksm", "gsm"))


def abd_name(bare: str) -> Split | None:
    """A servant's name: Abdulrahman, Abderrahmane, Abdoulaye, Somali Abdinasir.

    >>> abd_name("abdelkader")
    Split(start=5, end=10, head='abd', tail='', article=True, filiation='')
    """
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


def abu_name(bare: str) -> Split | None:
    """A kunya that begins with Abu or Abou: Aboubakr, Abulwalid."""
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


def umm_name(bare: str) -> Split | None:
    """A kunya of a mother, with its article: Oumelkheir."""
    found = _UMM_AL.fullmatch(bare)
    if not found or len(skeleton_of(found["core"])) < 2:
        return None
    return Split(found.start("core"), len(bare), head="umm", article=True)


def ben_name(bare: str) -> Split | None:
    """A son's name: Benali, Binladin, Ouldali; with the article, Belhadj."""
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
    inner = abd_name(core) or allah_name(core) or din_name(core) or _known_bel(core)
    if inner:
        return replace(inner, start=inner.start + start, end=inner.end + start, filiation="ibn")
    consonants = len(skeleton_of(core)) > 1 and core[0] not in _VOWELS and core[:2] != "nn"
    if known or (consonants and bare.startswith(("ben", "ould")) and len(core) > 3):
        return Split(start, len(bare), filiation="ibn")
    return None


def _known_bel(core: str) -> Split | None:
    return ben_name(core) if core.startswith("bel") else None


def bou_name(bare: str) -> Split | None:
    """A kunya in its Maghreb form before a known stem: Boubacar."""
    found = _BOU.fullmatch(bare)
    if not found:
        return None
    core, start = found["core"], found.start("core")
    if abd_name(core):
        return Split(start, len(bare), head="abu")
    if joins(core, "bou", Script.LATIN):
        return Split(start, len(bare), head="abu", article=bool(found["article"]))
    return None


def with_article(bare: str) -> Split | None:
    """A word with its article: Alkazemi, Elarbi, Ennaceur, Lahcen."""
    found = _AL.fullmatch(bare)
    if found:
        core = found["core"]
        inner = abd_name(core)
        if inner:
            return replace(inner, start=inner.start + 2, end=inner.end + 2)
        if core[0] == "i":
            known = core in lexicon().exact["al"]
            return Split(2, len(bare), article=True) if known else None
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
    """Whether al- before an unknown word is an article.

    Before a consonant it is, as a rule; before a vowel, w and y only in the shapes that stems
    which begin with al- (Alami, Alavi, Alex, Alonso, Alwan, Alya) do not have.
    """
    if core[0] in "aowy":
        return _OPEN.fullmatch(core) is not None
    return len(core) > 3 and core[0] not in "eiul" and any(c in "aeiouy" for c in core[1:])


HEAD_RULES = (abd_name, abu_name, ben_name, bou_name)
STEM_RULES = (
    _known_head(_DHU, "dhu", "dhu", True),
    _known_head(_GHULAM, "ghulam", "ghulam", False),
    _known_head(_UMM, "umm", "umm", False),
    umm_name,
)
