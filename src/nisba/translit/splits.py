"""Ways to part a word from its prefixes and article, and the evidence for each.

Below `nisba.translit.stems`. Whether a first letter is a prefix (wa-, bi-, li-, ka-, fa-, sa-) or
belongs to the stem is decided by the stems that texts and names are known to hold, how often, and
how usual the prefix is.
"""

import math
import re
from typing import NamedTuple

from nisba.sounds.letters import MARKS
from nisba.translit.inflected import INFLECTED, accusative, with_pronoun
from nisba.translit.marked import read_marked
from nisba.translit.orthography import ALEF, SHADDA, WASLA, YEH, Letter, letters_of
from nisba.translit.pointing import written
from nisba.translit.prose import Word, grammar_words, listed
from nisba.translit.weighing import RUMOUR, Listed, in_prose

_OPENING = ("institution", "statement", "genre", "state")
_LAM = "\u0644"  # ل
_PREFIXES = {
    "\u0648": ("wa", "a", 0.08),  # و
    "\u0641": ("fa", "a", 0.002),  # ف
    "\u0628": ("bi", "i", 0.02),  # ب
    "\u0644": ("li", "i", 0.02),  # ل
    "\u0643": ("ka", "a", 0.001),  # ك
    "\u0633": ("sa", "a", 0.0005),  # س
}
_CONJUNCTIONS = ("wa", "fa")
_ARTICLE_CHANCE = 0.35
_NO_EVIDENCE = 1e-9
_UNLISTED_NAME = 8e-9  # chance of one name that nobody has listed, بوتو for one
_UNLISTED_ARTICLE = 1e-6  # al- before a stem that nobody has listed is still an article
_BEFORE_SEAT = 3e-6  # inside a word an alif seldom bears a hamza behind one letter
_SEATED = ("\u0623", "\u0625", "\u0622")  # أ إ آ
_SHORT_VOWELS = "\u064e\u064f\u0650\u0651"
_GRAMMAR = 2e-3
_FUTURE = 1e-5
_IMPERFECT = "\u064a\u062a\u0646\u0623"  # ي ت ن أ
TANWIN_AN = "\u064b"
_MARKED = re.compile(f"[{MARKS}\u064b\u064c\u064d]")
_MARKS = MARKS + "\u064b\u064c\u064d\u0652\u0653\u0654\u0655\u0656\u0657\u06e1"
_BARE = str.maketrans({**dict.fromkeys(_MARKS, ""), WASLA: ALEF})


class Split(NamedTuple):
    """A word parted from its prefixes: what is left, and how usual such prefixes are (0-1)."""

    prefixes: tuple[str, ...]
    article: bool
    rest: str
    chance: float


def best_split(word: str, letters: tuple[Letter, ...], prose: bool = False) -> Split:
    """The likeliest way to part a word from its prefixes.

    Outside of running text (`prose`) a word that nobody has listed may be a name as it stands; but
    vowel marks tell where it parts.
    """
    splits = _splits(word, letters)
    if len(splits) == 1:
        return splits[0]
    scored = [(evidence(split, prose), -i) for i, split in enumerate(splits)]
    name = not prose and not is_marked(word)
    if name:
        scored[0] = max(scored[0], (math.log(_UNLISTED_NAME), 0))
    best, place = max(scored)
    unknown = math.log(_UNLISTED_NAME if name else _NO_EVIDENCE)
    return _likeliest(splits) if best <= unknown else splits[-place]


def grammar_of(bare: str) -> Word | None:
    """The word that grammar lists; nouns listed for what they open are read as others are."""
    word = grammar_words().get(bare)
    return None if word is None or word.kind in _OPENING else word


def bare_of(word: str) -> str:
    """The word without vowel marks; hamza and madda stay."""
    return word.translate(_BARE)


def _splits(word: str, letters: tuple[Letter, ...]) -> list[Split]:
    """Ways to part the word from its prefixes, the whole word first."""
    found = [Split((), False, word, 1.0)]
    stack: list[tuple[tuple[str, ...], int, float]] = [((), 0, 1.0)]
    while stack:
        prefixes, at, chance = stack.pop()
        left = letters[at:]
        if len(left) > 3 and _is_article(word, left):
            found.append(Split(prefixes, True, _tail(word, left[2]), chance * _ARTICLE_CHANCE))
        glued = "li" in prefixes[-1:] and left[0].char == _LAM and not left[0].vowel
        if len(left) > 3 and glued:
            found.append(Split(prefixes, True, _tail(word, left[1]), chance * _ARTICLE_CHANCE))
        if len(left) < 3:
            continue
        name, vowel, usual = _PREFIXES.get(left[0].char, ("", "", 0.0))
        follows = prefixes[-1:] in ((), ("wa",), ("fa",))
        if not name or not follows or (prefixes and name in _CONJUNCTIONS):
            continue
        if left[0].vowel not in ("", vowel) or SHADDA in left[0].marks:
            continue
        deeper = (*prefixes, name)
        rest = _tail(word, left[1])
        found.append(Split(deeper, False, rest, chance * usual))
        stack.append((deeper, at + 1, chance * usual))
    return found


def _is_article(word: str, left: tuple[Letter, ...]) -> bool:
    return (
        left[0].char == ALEF
        and left[0].vowel in ("", "a")
        and SHADDA not in left[0].marks
        and left[1].char == _LAM
        and not left[1].vowel
        and SHADDA not in left[1].marks
        and left[0].start < left[0].end
    )


def _tail(word: str, first: Letter) -> str:
    """The word from a letter on; a shadda on its first letter is the article's."""
    rest = word[first.start :]
    width = first.end - first.start
    return rest[:width].replace(SHADDA, "") + rest[width:]


def evidence(split: Split, prose: bool) -> float:
    """Logarithm of the chance of a split, by what is listed of its stem."""
    bare = bare_of(split.rest)
    word = grammar_of(bare)
    rare = prose or bool(split.prefixes)
    weight = 0.0
    if word and not split.article and fits(word, split.rest) and _takes(word, split.prefixes):
        weight = _GRAMMAR
    stems = listed(split.rest, split.article)
    stems = in_prose(stems) if prose else stems
    weight = max(weight, sum(_weight(each, rare and not prose) for each in stems))
    if not split.article and (found := with_pronoun(bare)):
        weight += INFLECTED * found.weight
    if not split.article and (found := accusative(split.rest)):
        weight += INFLECTED * found.weight
    if split.prefixes[-1:] == ("sa",) and bare[:1] in _IMPERFECT and _is_imperfect(split.rest):
        weight += _FUTURE
    if split.article:
        weight += _UNLISTED_ARTICLE
    elif split.prefixes and split.rest[:1] in _SEATED:
        weight += _BEFORE_SEAT
    return math.log(weight * split.chance + _NO_EVIDENCE * split.chance)


def _weight(each: Listed, rare: bool) -> float:
    """The chance of a stem; what only registers of names suggest is `rare` behind prefixes."""
    return each.weight * (RUMOUR if rare and each.origin == "derived" else 1.0)


def _is_imperfect(word: str) -> bool:
    """Whether the marks of a word make it an imperfect: yakūn, yuktab."""
    marked = read_marked(word) if is_marked(word) else None
    return marked is not None and len(marked.units) > 3 and marked.units[1] in ("a", "u")


def _takes(word: Word, prefixes: tuple[str, ...]) -> bool:
    """Whether a word that grammar lists can stand behind prefixes."""
    if not prefixes:
        return True
    if word.kind in ("head", "filiation", "credit"):
        return prefixes[-1] == "wa" and word.kind == "credit"
    return prefixes[-1] in _CONJUNCTIONS or (
        not word.prefixes and word.kind in ("noun", "name", "demonstrative", "relative")
    )


def _likeliest(splits: list[Split]) -> Split:
    """The split of a word that nobody has listed: an article is an article, else the whole."""
    return next((split for split in splits if split.article and not split.prefixes), splits[0])


def fits(word: Word, text: str) -> bool:
    """Whether the marks of a text do not contradict a word that grammar lists."""
    if not any(c in MARKS for c in text):
        return True
    form = word.form
    if word.prefixes:
        spoken = tuple("".join(word.prefixes).replace("al", "")) if word.prefixes else ()
        form = (*spoken, *form)
    if written(form, text) > 0.0:
        return True
    marked = read_marked(text)
    if marked is None:
        return False
    ending = marked.ending[:1]
    spoken = (*marked.units, ending) if ending and word.kind != "noun" else marked.units
    return tuple(u.replace("ā", "a") for u in spoken) == tuple(u.replace("ā", "a") for u in form)


def is_marked(text: str) -> bool:
    """Whether a text has a vowel mark or tanwin."""
    return _MARKED.search(text) is not None


def without_last_shadda(word: str) -> str:
    """The word with a final ـيّ as a plain ya, which is how the lexicon has the nisba."""
    letters = letters_of(word)
    last = letters[-1]
    if len(letters) < 3 or last.char != YEH or SHADDA not in last.marks or letters[-2].vowel == "a":
        return word
    return word[: last.start] + word[last.start :].replace(SHADDA, "")


def without_case(word: str) -> str:
    """The word without a short vowel on its last letter."""
    end = len(word)
    while end and word[end - 1] in _SHORT_VOWELS:
        end -= 1
    shadda = SHADDA if SHADDA in word[end:] else ""
    return word[:end] + shadda
