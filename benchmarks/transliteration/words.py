"""Vocalised words of the catalogue: asked as they are, and with their own entries hidden.

A word counts when the catalogue capitalises it, a register has it as part of a name, and the
catalogue has it five times or more. The answer is right when its units are those of the
catalogue's most frequent reading. Hidden means: all curated and catalogued forms that are written
like the word are taken out of the lexicon and of the shapes of names, in ten folds by its letters.
"""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from nisba.sounds.letters import arabic_letters
from nisba.sounds.model import load_model
from nisba.sounds.training.sources import rows
from nisba.sounds.units import Form, units_of
from nisba.translit.listed import key_of, keys_of, load_index
from nisba.translit.readings import ranked, readings, weigh
from nisba.translit.shapes import Shapes
from nisba.translit.types import Reading

_ARTICLE = "\u0627\u0644"  # ال
_FEWEST = 5
_FOLDS = 10
_LONGEST = 16
Words = Mapping[str, Counter[Form]]
Answer = Callable[[str], tuple[Reading, ...]]


class Score(NamedTuple):
    """Shares of right answers: by word, by frequency, and among five by word."""

    by_word: float
    by_frequency: float
    among_five: float


def catalogue_words(data: Path) -> Words:
    """The words with their readings and frequencies."""
    keys = set()
    for row in rows(data / "name_units.tsv"):
        keys.add(arabic_letters(row["arabic_key"]))
        keys.add(arabic_letters(row["arabic_key"].removeprefix(_ARTICLE)))
    found: dict[str, Counter[Form]] = defaultdict(Counter)
    for row in rows(data / "lc_words.tsv"):
        word, latin = row["arabic"], row["ala_lc"]
        if latin.startswith("al-"):
            word, latin = word.removeprefix(_ARTICLE), latin[3:]
        if "-" in latin or not latin.lstrip("\u02bb\u02bc")[:1].isupper():
            continue
        form = units_of(latin)
        if form and 1 < len(form) <= _LONGEST and arabic_letters(word) in keys:
            found[word][form] += int(row["freq"])
    return {word: forms for word, forms in found.items() if forms.total() >= _FEWEST}


def score(words: Words, answer: Answer) -> Score:
    """How often the answers are the most frequent reading."""
    right = frequent = five = 0.0
    for word, forms in words.items():
        usual = forms.most_common(1)[0][0]
        found = [reading.form for reading in answer(word)]
        five += usual in found
        if found[:1] == [usual]:
            right += 1
            frequent += forms.total()
    whole = sum(forms.total() for forms in words.values())
    return Score(right / len(words), frequent / whole, five / len(words))


def listed_score(words: Words) -> Score:
    """With the lexicon as it is."""
    return score(words, lambda word: readings(word, 5))


def hidden_score(words: Words) -> Score:
    """With the words' own entries hidden."""
    lexicon, index = load_model().lexicon, load_index()
    answers: dict[str, tuple[Reading, ...]] = {}
    for fold in sorted({_fold(key_of(word)) for word in words}):
        hidden = {
            number
            for number, entry in enumerate(lexicon.entries)
            if entry.origin != "derived" and any(_fold(k) == fold for k in keys_of(entry.units))
        }
        shapes = Shapes(e for n, e in enumerate(lexicon.entries) if n not in hidden)
        kept = {key: tuple(n for n in ns if n not in hidden) for key, ns in index.items()}
        for word in words:
            if _fold(key_of(word)) == fold:
                weighed = weigh(word, lexicon, kept, lambda shapes=shapes: shapes)  # type: ignore[misc] # bound now
                answers[word] = ranked(weighed, word, 5)
    return score(words, answers.__getitem__)


def _fold(key: str) -> int:
    return hashlib.sha256(key.encode()).digest()[1] % _FOLDS
