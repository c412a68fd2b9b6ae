"""The words of a Latin name as `arabize` reads them: letters, article, place, scholarly letters."""

import re
from typing import NamedTuple

from nisba.names.glued import split_of
from nisba.names.lexicon import lexicon
from nisba.names.split import Split
from nisba.names.words import Reading, read
from nisba.sounds.letters import latin_letters
from nisba.text.clean import clean
from nisba.text.scripts import Script
from nisba.translit.scholarly import is_scholarly

_BETWEEN = re.compile(r"[\s\-\u2013\u2014_./]+")
_SUN = re.compile(r"^[aeiou](sh|th|dh|ch|dj|[tdrzsnj])$")
_REGNAL = re.compile("(?=..)X{0,3}(?:IX|IV|V?I{0,3})")  # II to XXXIX; alone I, V, X are initials
_EDGE = "\"'`.,;:!?()[]{}\u201c\u201d\u00ab\u00bb"


class Token(NamedTuple):
    """One word: as it came, its form (lower case, one sign for ʿayn and hamza), its letters.

    `article` says that an article stands before it; `split` how it is glued, where it is.
    """

    text: str
    form: str
    letters: str
    article: bool
    split: Split | None
    scholarly: bool

    @property
    def foreign(self) -> bool:
        """Whether it has no Latin letters to read."""
        return not self.letters


def tokens_of(name: str) -> list[Token]:
    """Words of a Latin name; an article goes with the word behind it.

    A ruler's number behind a name (Mohammed VI) has no letters to read.

    >>> [(token.letters, token.article) for token in tokens_of("Moustafa al-Kadhimi")]
    [('moustafa', False), ('kadhimi', True)]
    """
    found: list[Token] = []
    article = ""
    words = [word for word in _BETWEEN.split(clean(name)) if word]
    for i, word in enumerate(words):
        reading = read(word)
        bare = reading.bare
        after = read(words[i + 1]).bare if i + 1 < len(words) else ""
        if after and not article and _is_article(bare, after, word):
            article = word
            continue
        if found and not article and _REGNAL.fullmatch(word):
            found.append(Token(word, reading.form, "", False, None, False))
            continue
        found.append(_token(word, reading, bool(article)))
        article = ""
    return found


def _is_article(bare: str, after: str, word: str) -> bool:
    if bare in lexicon().article and not set(word) & set(
        "\u0101\u00e2\u0100\u00c2"
    ):  # āâ: the house
        return True
    sun = _SUN.match(bare)
    return bool(sun and after.startswith(sun[1]))


def _token(word: str, reading: Reading, article: bool) -> Token:
    latin = reading.script is Script.LATIN and any(map(str.isalpha, reading.bare))
    letters = latin_letters(reading.form) if latin else ""
    split = split_of(reading) if latin and not article else None
    return Token(word, reading.form, letters, article, split, latin and is_scholarly(word))
