"""One Arabic word taken apart: prefixes, article, and the stem with its vowels.

The word stage of romanization. Whether a first letter is a prefix (wa-, bi-, li-, ka-, fa-) or
belongs to the stem is decided by evidence: the stems that texts and names are known to hold, how
often, and how usual the prefix is. Vowels that are written are kept; those that are not come from
the grammar's words, from listed stems, or from the ranked readings, in this order.
"""

import functools
import math
import unicodedata
from dataclasses import dataclass, replace
from typing import NamedTuple

from nisba.sounds.letters import MARKS
from nisba.sounds.units import HAMZA, VOWELS, Form
from nisba.translit.marked import MARBUTA_AFTER_LONG, Marked, read_marked
from nisba.translit.orthography import (
    ALEF,
    HEH,
    MAKSURA,
    MARBUTA,
    SHADDA,
    WASLA,
    YEH,
    Letter,
    is_double,
    letters_of,
)
from nisba.translit.pointing import written
from nisba.translit.prose import (
    Listed,
    Word,
    accusative,
    grammar_words,
    guess_prose,
    listed,
    with_pronoun,
)
from nisba.translit.readings import readings
from nisba.translit.types import Reading

_LAM = "\u0644"  # ل
_ALLAH = "\u0644\u0644\u0647"  # لله, whose marks every writer sets in his own way
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
_UNLISTED_ARTICLE = 1e-6  # al- before a stem that nobody has listed is still an article
_GRAMMAR = 2e-3
_INFLECTED = 0.05  # of a stem's occurrences, with any one pronoun or in the accusative
_FUTURE = 1e-5
_IMPERFECT_LETTERS = "\u064a\u062a\u0646\u0623"  # ي ت ن أ
_NAME = 0.5
_CLEAR = 0.9  # no second opinion is asked where one listed form has this share
_TANWIN_AN = "\u064b"
_OLD_END, _NEW_END = "\u0622\u0621", "\u0627\u0621"  # آء اء: the madda only says that it is long
_POOR = 1e-6  # listed forms that explain a word no better compete with guesses
_LONGEST = 60
_TANWIN_AND_MARKS = MARKS + "\u064b\u064c\u064d\u0652\u0653\u0654\u0655\u0656\u0657\u06e1"


@dataclass(frozen=True, slots=True)
class Stem:
    """A word taken apart.

    `units` is the form in pause, with `ẗ` for a tāʾ marbūṭa after a long vowel; `ending` is a case
    or verb ending that the input writes, `suffix` the vowel of a pronoun, spoken but in pause.
    `capital` is the share of its occurrences that are a name, `inner` that inside of titles,
    `construct` the share in the construct state (-1: not known); `kind` is the grammar's, or empty.
    """

    bare: str
    prefixes: tuple[str, ...]
    article: bool
    units: Form
    reading: Reading
    ending: str = ""
    defective: bool = False
    suffix: str = ""
    capital: float = 1.0
    inner: float = -1.0
    construct: float = -1.0
    kind: str = ""
    known: bool = True


class _Split(NamedTuple):
    prefixes: tuple[str, ...]
    article: bool
    rest: str
    chance: float


@functools.lru_cache(maxsize=1 << 16)
def stem_of(word: str, prose: bool = False) -> Stem | None:
    """The word taken apart; None for what has no reading as an Arabic word.

    The word is clean (`nisba.text.clean`) and holds Arabic letters and marks alone. `prose` says
    that it stands in running text, where an unlisted word is seldom a name.

    >>> s = stem_of("\u0648\u0627\u0644\u0642\u0627\u0646\u0648\u0646")  # والقانون
    >>> s.prefixes, s.article, "".join(s.units)
    (('wa',), True, 'qānūn')
    """
    word = word.removesuffix(_OLD_END) + _NEW_END if word.endswith(_OLD_END) else word
    letters = letters_of(word)
    bare = bare_of(word)
    if not 0 < len(letters) <= _LONGEST:
        return None
    found = _grammar(bare)
    if found and (_ALLAH in bare or _fits(found, word)):
        return _of_grammar(found, word, bare, ())
    splits = _splits(word, letters)
    scored = [(_evidence(split), split) for split in splits]
    best = max((score, -i) for i, (score, _) in enumerate(scored))
    split = splits[-best[1]]
    if best[0] <= math.log(_NO_EVIDENCE):
        split = _likeliest(splits)
    return _stem(split, prose)


def _grammar(bare: str) -> Word | None:
    """The word that grammar lists; a noun that opens names of bodies is read as other nouns are."""
    word = grammar_words().get(bare)
    return None if word is None or word.kind == "institution" else word


def bare_of(word: str) -> str:
    """The word without vowel marks; hamza and madda stay."""
    return "".join(c for c in word if c not in _TANWIN_AND_MARKS).replace(WASLA, ALEF)


def _splits(word: str, letters: tuple[Letter, ...]) -> list[_Split]:
    """Ways to part the word from its prefixes, the whole word first."""
    found = [_Split((), False, word, 1.0)]
    stack: list[tuple[tuple[str, ...], int, float]] = [((), 0, 1.0)]
    while stack:
        prefixes, at, chance = stack.pop()
        left = letters[at:]
        if len(left) > 3 and _is_article(word, left):
            found.append(_Split(prefixes, True, _tail(word, left[2]), chance * _ARTICLE_CHANCE))
        glued = "li" in prefixes[-1:] and left[0].char == _LAM and not left[0].vowel
        if len(left) > 3 and glued:
            found.append(_Split(prefixes, True, _tail(word, left[1]), chance * _ARTICLE_CHANCE))
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
        found.append(_Split(deeper, False, rest, chance * usual))
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


def _evidence(split: _Split) -> float:
    """Logarithm of the chance of a split."""
    bare = bare_of(split.rest)
    word = _grammar(bare)
    weight = 0.0
    if word and not split.article and _fits(word, split.rest) and _takes(word, split.prefixes):
        weight = _GRAMMAR
    weight = max(weight, sum(each.weight for each in listed(split.rest, split.article)))
    if not split.article and (found := with_pronoun(bare)):
        weight += _INFLECTED * found.weight
    if not split.article and (found := accusative(split.rest)):
        weight += _INFLECTED * found.weight
    if split.prefixes[-1:] == ("sa",) and bare[:1] in _IMPERFECT_LETTERS and _is_marked(split.rest):
        weight += _FUTURE
    if split.article:
        weight += _UNLISTED_ARTICLE
    return math.log(weight * split.chance + _NO_EVIDENCE * split.chance)


def _takes(word: Word, prefixes: tuple[str, ...]) -> bool:
    """Whether a word that grammar lists can stand behind prefixes."""
    if not prefixes:
        return True
    if word.kind in ("head", "filiation", "credit"):
        return prefixes[-1] == "wa" and word.kind == "credit"
    return prefixes[-1] in _CONJUNCTIONS or (
        not word.prefixes and word.kind in ("noun", "name", "demonstrative", "relative")
    )


def _likeliest(splits: list[_Split]) -> _Split:
    """The split of a word that nobody has listed: an article is an article, else the whole."""
    return next((split for split in splits if split.article and not split.prefixes), splits[0])


def _fits(word: Word, text: str) -> bool:
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
    spoken = (*marked.units, ending) if ending else marked.units
    return tuple(u.replace("ā", "a") for u in spoken) == tuple(u.replace("ā", "a") for u in form)


def _of_grammar(word: Word, text: str, bare: str, before: tuple[str, ...]) -> Stem:
    article = word.prefixes[-1:] == ("al",)
    prefixes = word.prefixes[:-1] if article else word.prefixes
    origin = "written" if _is_marked(text) else "curated"
    return Stem(
        bare,
        (*before, *prefixes),
        article,
        word.form,
        Reading(word.form, 1.0, origin),
        capital=1.0 if word.kind in ("name", "head") else 0.0,
        construct=0.0,
        kind=word.kind,
    )


def _is_marked(text: str) -> bool:
    return any(c in MARKS or c in "\u064b\u064c\u064d" for c in text)


def _stem(split: _Split, prose: bool) -> Stem:
    """The stem behind a split, with its vowels."""
    bare = bare_of(split.rest)
    word = _grammar(bare)
    if word and not split.article and _fits(word, split.rest):
        return _of_grammar(word, split.rest, bare, split.prefixes)
    if letter := _initial(bare):
        alone = (letter,)
        return Stem(bare, split.prefixes, split.article, alone, Reading(alone, 1.0, "letters"))
    marked = read_marked(split.rest) if _is_marked(split.rest) else None
    if marked:
        return _of_marks(split, bare, marked, prose)
    if _TANWIN_AN in split.rest:
        return _in_accusative(split, bare, prose)
    known = listed(split.rest, split.article) or listed(_without_last_shadda(split.rest))
    if not known and not split.article:
        if pronoun := with_pronoun(split.rest):
            known = (pronoun,)
        elif prose and accusative(split.rest):
            return _in_accusative(split, bare, prose)
    if known and not (prose and sum(each.weight for each in known) < _POOR):
        return _of_list(split, bare, known, prose)
    guessed = guess_prose(split.rest) if prose else readings(split.rest, 1)
    if guessed:
        units, reading, sure = guessed[0].form, guessed[0], True
    else:
        units = _bare_units(split.rest)
        reading, sure = Reading(units, 0.0, "letters"), False
    capital = next((each.capital for each in known if each.form == units), 0.4 if prose else 1.0)
    stem = Stem(bare, split.prefixes, split.article, units, reading, capital=capital, known=sure)
    return _with_ending(stem)


def _of_list(split: _Split, bare: str, known: tuple[Listed, ...], prose: bool) -> Stem:
    """The stem of a listed word; the vowels of a name are those that the readings rank first."""
    first = known[0]
    share = first.weight / sum(each.weight for each in known)
    reading = Reading(first.form, share, first.origin)
    doubted = share < _CLEAR
    if not prose and doubted and first.capital >= _NAME and (ranked := readings(split.rest, 1)):
        reading = ranked[0]
        first = next((each for each in known if each.form == reading.form), first)
    return _with_ending(
        Stem(
            bare,
            split.prefixes,
            split.article,
            reading.form,
            reading,
            capital=_capital(first, prose, split.article),
            inner=first.inner,
            construct=first.construct,
        )
    )


def _initial(bare: str) -> str:
    """The consonant of a letter that stands alone, as in an abbreviation."""
    return _LETTER_UNIT.get(bare, "") if len(bare) == 1 else ""


def _without_last_shadda(word: str) -> str:
    """The word with a final ـيّ as a plain ya, which is how the lexicon has the nisba."""
    letters = letters_of(word)
    last = letters[-1]
    if len(letters) < 3 or last.char != YEH or SHADDA not in last.marks or letters[-2].vowel == "a":
        return word
    return word[: last.start] + word[last.start :].replace(SHADDA, "")


def _in_accusative(split: _Split, bare: str, prose: bool) -> Stem:
    """The stem of a word in the indefinite accusative, whose final alif is silent."""
    rest = split.rest.replace(_TANWIN_AN, "")
    rest = rest[:-1] if rest.endswith(ALEF) else rest
    noun = accusative(bare if bare.endswith(ALEF) else bare + ALEF)
    stem = _stem(_Split(split.prefixes, split.article, rest, split.chance), prose)
    units = noun.form if noun else stem.units
    if units[-1:] in (("a",), ("i",), ("u",)):
        units = units[:-1]
    if units[-1:] == ("aẗ",):
        units = (*units[:-1], "a", "t")
    return replace(stem, bare=bare, units=units, ending="an", capital=0.0)


def _capital(found: Listed, prose: bool, article: bool) -> float:
    """The share of a stem's occurrences that are a name; given names bear no article."""
    if not prose or not article:
        return found.capital
    if found.inner >= 0.0:
        return found.inner
    # What the catalogue always capitalises has no share of its own; an adjective that only
    # registers of names know is a common word here (al-bahīyah).
    return 0.4 if found.form[-2:] == ("yy", "aẗ") and found.origin != "catalogue" else 1.0


def _of_marks(split: _Split, bare: str, marked: Marked, prose: bool) -> Stem:
    """The stem of a word whose marks tell its vowels, with what is known of that very form."""
    units, ending = marked.units, marked.ending
    plain = _plain_form(units)
    full = (*units, ending) if ending in ("a", "i", "u") else ()
    capital, construct = (0.4 if prose else 1.0), -1.0
    for each in (*listed(split.rest), *listed(bare)):
        if each.form in (plain, full):
            capital, construct = _capital(each, prose, split.article), each.construct
            break
    else:
        if ending and not split.article:
            capital = 0.0
    if ending in ("a", "i", "u") and not split.article and _keeps_ending(units, ending, full, bare):
        units, ending = full, ""
    stem = Stem(
        bare,
        split.prefixes,
        split.article,
        units,
        Reading(units, 1.0, "written"),
        ending=ending,
        defective=marked.defective,
        capital=capital,
        construct=construct,
    )
    return _with_ending(stem)


def _plain_form(units: Form) -> Form:
    """Units as the lexicon lists them: a final iyy is ī, āẗ is āh."""
    if units[-2:] == ("i", "yy"):
        return (*units[:-2], "ī")
    return (*units[:-1], "h") if units[-1] == MARBUTA_AFTER_LONG else units


_IMPERFECT = ("y", "t", "n", HAMZA)


def _keeps_ending(units: Form, ending: str, full: Form, bare: str) -> bool:
    """Whether a final short vowel is a verb's or a pronoun's, and no case of a noun.

    A form that texts list with the vowel keeps it. So do the patterns of the verb: CaCaCa, CaCiCa,
    CaCuCa with their derived stems, and the imperfect in -u.
    """
    if any(each.form == full for each in listed(bare)):
        return True
    if units[-1] in ("h", "k") and units[-2] in ("u", "i", "a", "ā", "ay", "ī") and len(units) > 3:
        return True  # the pronoun of a possessor
    vowels = [unit for unit in units if unit in VOWELS]
    if ending == "u":
        return units[0] in _IMPERFECT and len(vowels) == 2 and units[-2] in ("i", "u", "a")
    if ending == "a":
        short = all(v in ("a", "i", "u") for v in vowels[1:])
        return short and vowels[0] in ("a", "u", "ā", "i") and len(vowels) in (2, 3)
    return False


def _with_ending(stem: Stem) -> Stem:
    """Fit the end of the form to the letters that write it: ة after ā, ى, and the pronoun -hu."""
    units, last = stem.units, stem.bare[-1:]
    if not units:
        return stem
    if last == MARBUTA and units[-2:] == ("ā", "h"):
        units = (*units[:-1], MARBUTA_AFTER_LONG)
    elif last == MARBUTA and units[-2:] == ("a", "t") and not stem.ending:
        units = (*units[:-2], "aẗ")
    elif last == MARBUTA and units[-2:] == ("ā", "t"):
        units = (*units[:-1], MARBUTA_AFTER_LONG)
    elif last == MAKSURA and units[-1] == "ā":
        units = (*units[:-1], "á")
    elif last == HEH and len(units) > 4:
        if units[-2:] in (("h", "u"), ("h", "i")):
            return replace(stem, units=units[:-1], suffix=units[-1])
        if units[-1] == "h" and units[-2] in ("u", "i", "ī", "ū", "ā", "ay") and stem.capital < 0.5:
            vowel = "i" if units[-2] in ("i", "ī", "ay") else "u"
            return replace(stem, units=units, suffix=vowel)
    return stem if units == stem.units else replace(stem, units=units)


def _bare_units(word: str) -> Form:
    """The letters alone, where no reading is known: consonants, and long vowels as written."""
    units: list[str] = []
    for letter in letters_of(unicodedata.normalize("NFC", word)):
        if letter.char == ALEF and units and units[-1] not in VOWELS:
            units.append("ā")
        elif letter.char in _LETTER_UNIT:
            units.append(_LETTER_UNIT[letter.char])
    return tuple(units)


def _letter_units() -> dict[str, str]:
    from nisba.translit.orthography import CONSONANT

    table = {letter: unit for unit, found in CONSONANT.items() for letter in list(found)[:1]}
    table |= dict.fromkeys("\u0621\u0623\u0625\u0624\u0626\u0627", HAMZA)  # ء أ إ ؤ ئ ا
    return table | {MARBUTA: "aẗ", MAKSURA: "á"}


_LETTER_UNIT = _letter_units()


def single_of(unit: str) -> str:
    """The single consonant of a doubled one; any other unit as it is.

    >>> single_of("shsh"), single_of("sh"), single_of("ī")
    ('sh', 'sh', 'ī')
    """
    return unit[: len(unit) // 2] if unit not in VOWELS and is_double(unit) else unit
