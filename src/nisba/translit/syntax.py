"""What the words of running text tell of each other: noun or verb, agreement, the mood of a verb.

Part of the second step of romanization, asked by `nisba.translit.words`. A few rules of Arabic
syntax that neighbours alone decide; sentences are not parsed.
"""

from dataclasses import replace

from nisba.sounds.units import HAMZA
from nisba.translit.capitals import FUNCTION, MOSTLY
from nisba.translit.stems import Stem, stem_of
from nisba.translit.vocabulary import governs
from nisba.translit.weighing import ANYWHERE, Place

_LAM, _LAN, _AN, _KAY, _LA = (
    "\u0644\u0645",  # لم
    "\u0644\u0646",  # لن
    "\u0623\u0646",  # أن
    "\u0643\u064a",  # كي
    "\u0644\u0627",  # لا
)
# قد لقد سوف عندما كلما بينما حينما ربما لكي
_BEFORE_VERBS = frozenset(
    ["قد", "لقد", "سوف", "عندما", "كلما", "بينما", "حينما", "ربما", "لكي"]
) | {_LAM, _LAN, _AN, _KAY, _LA}
_SUBJUNCTIVE = frozenset({_LAN, _AN, _KAY, "\u0644\u0643\u064a"})  # لكي
_IMPERFECT = ("y", "t", "n", HAMZA)
# How prepositions begin, alone and with a pronoun, and how `governs` of the vocabulary writes them.
_PREPOSITIONS = {
    "ʻal": "\u0639\u0644\u0649",  # على
    "ʼil": "\u0625\u0644\u0649",  # إلى
    "ʻan": "\u0639\u0646",  # عن
    "fī": "\u0641\u064a",  # في
    "min": "\u0645\u0646",  # من
    "maʻ": "\u0645\u0639",  # مع
    "bayn": "\u0628\u064a\u0646",  # بين
}
_PREFIXED = {"bi": "\u0628", "li": "\u0644", "la": "\u0644"}  # ب ل
_ARABS = "\u0639\u0631\u0628"  # عرب
_PLURAL_ENDS = (("ū", "n"), ("ī", "n"), ("ā", "t"), ("ay", "n"), ("ā", "n"))


def placed(words: list[str], names: frozenset[int]) -> list[Stem | None]:
    """The stems of the words of running text, each read with its neighbours; `names` are read
    as names, by their number.
    """
    first = [stem_of(word, n not in names) for n, word in enumerate(words)]
    found: list[Stem | None] = []
    for n, word in enumerate(words):
        before = found[-1] if found else None
        after = first[n + 1] if n + 1 < len(first) else None
        place = _place_of(first[n], before, after)
        usual = place == ANYWHERE or n in names
        stem = first[n] if usual else stem_of(word, True, place) or first[n]
        found.append(_with_article(stem, after))
    return found


def _with_article(stem: Stem | None, after: Stem | None) -> Stem | None:
    """The stem with the article that the letters of lil- hide before a lam (lil-lughah), where a
    definite adjective follows.
    """
    if stem is None or after is None or stem.article or stem.prefixes[-1:] != ("li",):
        return stem
    agrees = after.article and not after.prefixes and _agreement(replace(stem, article=True), after)
    return replace(stem, article=True) if agrees and stem.units[0] == "l" else stem


def _place_of(stem: Stem | None, before: Stem | None, after: Stem | None) -> Place:
    """What the neighbours of a word tell of it."""
    if stem is None:
        return ANYWHERE
    governed = _governed(after)
    if stem.kind:  # ʻannī, but ʻuniya bi-nashrihi
        return Place(governed=governed) if governs(stem.bare, governed) else ANYWHERE
    noun = verb = adjective = False
    owner = after is not None and not (stem.article or after.prefixes or after.kind in FUNCTION)
    owner = owner and after is not None and (after.article or after.capital >= MOSTLY)
    if before is not None:
        noun = before.kind == "preposition"
        verb = not stem.article and (before.kind == "relative" or before.bare in _BEFORE_VERBS)
        adjective = stem.article and not stem.prefixes and before.article and not before.kind
    return Place(noun, verb, adjective, _agreement(stem, after), owner, governed)


def _governed(after: Stem | None) -> str:
    """The preposition that a word is or begins with, as `governs` of the vocabulary names it."""
    if after is None:
        return ""
    if after.prefixes:
        return _PREFIXED.get(after.prefixes[0], "")
    if after.kind != "preposition":
        return ""
    sound = "".join(after.units)
    return next((word for start, word in _PREPOSITIONS.items() if sound.startswith(start)), "")


def _agreement(stem: Stem, after: Stem | None) -> str:
    """The gender of the adjective behind a noun, "m" or "f", or "p" for persons; or nothing."""
    if after is None or after.prefixes or after.article != stem.article or after.kind:
        return ""
    if stem.article and (after.bare == _ARABS or after.units[-2:] in (("ū", "n"), ("ī", "n"))):
        return "p"  # al-kuttāb al-ʻArab
    nisba = after.units[-1:] == ("ī",) or after.units[-2:] == ("yy", "aẗ")
    if not (after.sense == "adjective" or (stem.article and nisba)):
        return ""
    if after.units[-1] == "aẗ":
        return "f"
    return "" if after.units[-2:] in _PLURAL_ENDS or after.units[-1] in ("á", "ʼ") else "m"


def in_mood(line: list[Stem], n: int, before: int | None, paused: bool) -> Stem:
    """The stem of a verb in the mood that its place asks for.

    The jussive behind lam, and behind a lā that opens the text and forbids; the subjunctive behind
    lan, an and kay. A short vowel at the end is dropped in pause.
    """
    stem = line[n]
    if stem.sense != "verb" or stem.reading.origin == "written" or stem.suffix:
        return stem
    units = stem.units
    if before is not None and units[0] in _IMPERFECT and units[-1] == "u":
        earlier = line[before].bare
        forbids = earlier == _LA and before == 0 and units[0] == "t"
        if (earlier == _LAM or forbids) and not line[before].prefixes:
            units = units[:-1]
        elif earlier in _SUBJUNCTIVE:
            units = (*units[:-1], "a")
    if paused and n and units[-1] in ("a", "u"):
        units = units[:-1]
    return stem if units == stem.units else replace(stem, units=units)
