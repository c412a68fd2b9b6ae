"""Which Arabic words a Latin spelling may be: a distribution over Arabic letters.

Two voices are mixed: the registers, which remember the words that a spelling was used for, and the
sound model with its lexicon and the shapes of unlisted names. Arabic letters are folded here, as
the registers fold them; `usual_spelling` gives them their hamza seats and endings.
"""

import functools
from collections.abc import Mapping, Sequence

from nisba.names.lexicon import rows
from nisba.sounds.letters import latin_letters
from nisba.sounds.units import Form
from nisba.translit.backwards import load_backwards
from nisba.translit.hearing import forms_of
from nisba.translit.latin_tokens import Token
from nisba.translit.orthography import HEH, MARBUTA
from nisba.translit.pointing import reseated, spelled
from nisba.translit.readings import listed_reading
from nisba.translit.remembered import ARTICLE, key_of
from nisba.translit.scholarly import scholarly_forms

_REMEMBERED = 0.9
_MOST = 16
_EXACT = 50.0  # a form that scholarly letters spell out, against one that only sounds so
# P(Arabic has an article | Latin has none), by place in the name and ending in ya: counted on the
# names of Arab countries in `full_names.tsv` that are not kept aside.
_UNSEEN_ARTICLE = {
    ("first", True): 0.034,
    ("first", False): 0.013,
    ("inner", True): 0.122,
    ("inner", False): 0.113,
    ("last", True): 0.327,
    ("last", False): 0.087,
    ("servant", True): 0.97,
    ("servant", False): 0.97,
}
_LOST_ARTICLE = 0.35  # P(Latin has none | Arabic has an article), in the same names
_USUAL = 5.0  # bearers that weigh as much as what is usual in the place
_SEEN_ARTICLE = 0.96  # P(Arabic has an article | Latin has one)
_YA = "\u064a"  # ي
_ALLAH = "\u0627\u0644\u0644\u0647"  # الله
Chances = Mapping[str, float]
"""P(Latin spelling, Arabic word), by the folded letters of the word."""


def arabic_of_word(token: Token, place: str) -> dict[str, float]:
    """Arabic words behind one Latin word, in a place: first, inner, last, or servant (after ʿAbd).

    >>> from nisba.translit.latin_tokens import tokens_of
    >>> chances = arabic_of_word(tokens_of("Moustafa")[0], "first")
    >>> max(chances, key=chances.get) == "\u0645\u0635\u0637\u0641\u064a"  # مصطفي
    True
    """
    found: dict[str, float] = {}
    core = _cores(token.form if token.scholarly else token.letters, token.scholarly)
    for key, chance in core.items():
        seen = _article_share(token, key, place)
        if seen < 1.0:
            found[key] = found.get(key, 0.0) + (1.0 - seen) * chance
        if seen > 0.0:
            longer = ARTICLE + key
            found[longer] = found.get(longer, 0.0) + seen * chance
    letters = token.letters
    back = load_backwards()
    for lead in ("al", "el", "") if token.article else ("",):
        for key, n in back.words.get(lead + letters, {}).items():
            if token.article and not lead:
                n *= 0.5 if key.startswith(ARTICLE) else 1.0 - _SEEN_ARTICLE
            found[key] = found.get(key, 0.0) + _REMEMBERED * n / back.bearers
    if place == "servant" and token.split is None and letters in _divine():
        found[_ALLAH] = found.get(_ALLAH, 0.0) + sum(found.values())
    return _top(found)


def _article_share(token: Token, key: str, place: str) -> float:
    if key.startswith(ARTICLE) and len(key) > 4:
        return 0.0
    if token.article:
        return _SEEN_ARTICLE
    usual = _UNSEEN_ARTICLE[place, key.endswith(_YA)]
    if place in ("servant", "first"):
        return usual
    with_article, without = load_backwards().articles.get(key, (0.0, 0.0))
    lost = with_article * _LOST_ARTICLE
    return (lost + _USUAL * usual) / (lost + without + _USUAL)


@functools.lru_cache(maxsize=1 << 15)
def _cores(spelling: str, scholarly: bool) -> Mapping[str, float]:
    """Words without article behind a spelling without article."""
    letters = latin_letters(spelling)
    back = load_backwards()
    found: dict[str, float] = {}
    for key, n in back.cores.get(letters, {}).items():
        found[key] = (1.0 - _REMEMBERED) * n / back.bearers
    for form, chance in forms_of(letters).items():
        key = key_of(spelled(form))
        found[key] = found.get(key, 0.0) + (1.0 - _REMEMBERED) * chance
    if scholarly:
        most = max(found.values(), default=1e-9)
        for rank, form in enumerate(scholarly_forms(spelling)):
            key = key_of(spelled(form))
            found[key] = found.get(key, 0.0) * _EXACT + most * _EXACT / 4**rank
    return _top(found)


def _top(found: Mapping[str, float]) -> dict[str, float]:
    ranked = sorted(found.items(), key=lambda item: (-item[1], item[0]))[:_MOST]
    return dict(ranked)


@functools.cache
def _divine() -> frozenset[str]:
    """Spellings of Allāh as the second half of a compound."""
    cell = next(row["latin"] for row in rows("particles.tsv") if row["id"] == "allah")
    return frozenset(latin_letters(word) for word in cell.split(" | "))


@functools.lru_cache(maxsize=1 << 14)
def _heard_as(letters: str) -> Mapping[str, tuple[float, Form]]:
    """By folded word the likeliest form behind Latin letters, with its chance."""
    found: dict[str, tuple[float, Form]] = {}
    for form, chance in forms_of(letters).items():
        key = key_of(spelled(form))
        found[key] = max(found.get(key, (0.0, form)), (chance, form))
    return found


def usual_spelling(key: str, heard: Sequence[str] = ()) -> str:
    """A folded word in its usual spelling: seats of hamza, tāʾ marbūṭa, alif maqṣūra.

    `heard` are Latin letters that it may render: they tell Muʼmin from Mūmin.

    >>> usual_spelling("\u0627\u062d\u0645\u062f"), usual_spelling("\u0641\u0627\u0637\u0645\u0647")
    ('أحمد', 'فاطمة')
    """
    core = key.removeprefix(ARTICLE) if len(key) > 4 else key
    fitting = [found for letters in heard if (found := _heard_as(letters).get(core))]
    form = max(fitting)[1] if fitting else listed_reading(core)
    if form is None:
        # Nobody knows its form. Most words that end in ه are feminine.
        return key[:-1] + MARBUTA if key.endswith(HEH) and len(core) > 3 else key
    return key.removesuffix(core) + reseated(form, core)
