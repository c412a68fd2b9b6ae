"""`convert`: a name in Latin letters, brought into the letters of another standard.

Last module of the transliteration stage. Everything goes through Arabic with its vowels: what a
standard says exactly is read back exactly, and a spelling of the press is read as the likeliest
Arabic name, whose vowels the spelling chooses among the readings of that name.
"""

import functools
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, overload

from nisba.names.lexicon import rows
from nisba.sounds.units import Form
from nisba.text.scripts import Script
from nisba.translit.arabize import arabize
from nisba.translit.hearing import busy_model, forms_of
from nisba.translit.latin_tokens import Token, tokens_of
from nisba.translit.letters import decode
from nisba.translit.pointing import pointed, written
from nisba.translit.prose import grammar_words
from nisba.translit.read_back import read_back
from nisba.translit.readings import readings
from nisba.translit.romanize import romanize
from nisba.translit.scheme_types import Scheme
from nisba.translit.schemes import load_scheme
from nisba.translit.scholarly import scholarly_forms
from nisba.translit.types import Note, Romanization, Step, Supplied

_AL = "\u0627\u0644"  # ال
_IBN, _SHORT_IBN = "\u0627\u0628\u0646", "\u0628\u0646"  # ابن بن
_SHORT = re.compile(r"(?<=\s)b(t)?\.(?=\s)")


@dataclass(frozen=True, slots=True)
class Conversion:
    """A converted text, the Arabic that it went through, and how sure that is, in 0-1.

    The places of `steps`, `supplied` and `notes` are those of `arabic`.
    """

    text: str
    arabic: str
    probability: float
    steps: tuple[Step, ...] = ()
    supplied: tuple[Supplied, ...] = ()
    notes: tuple[Note, ...] = ()

    def __str__(self) -> str:
        """The text."""
        return self.text


@overload
def convert(
    latin: str, to: str = ..., source: str | None = ..., detail: Literal[False] = ...
) -> str: ...
@overload
def convert(
    latin: str, to: str = ..., source: str | None = ..., *, detail: Literal[True]
) -> Conversion: ...
@overload
def convert(latin: str, to: str, source: str | None, detail: Literal[True]) -> Conversion: ...
def convert(
    latin: str, to: str = "ala-lc", source: str | None = None, detail: bool = False
) -> str | Conversion:
    """A Latin name in the letters of the scheme `to`; `detail` tells the Arabic between.

    With `source`, the letters are taken at their word: exactly for a reversible scheme, by its
    rules for a scheme of sounds. Without, the name is a spelling of the press or of a library, and
    the likeliest Arabic name is meant. An article is written where the spelling has one, or where
    Arabic is likelier to have it (Kadhimi, al-Kāẓimī).

    A word that is likelier no Arabic name is read as one all the same; `detail` has a note of it
    with the code "foreign".

    Raises `UnknownScheme`, and `Irreversible` for a source of signs that cannot be read back.

    >>> convert("Moustafa Kadhimi")
    'Muṣṭafá al-Kāẓimī'
    >>> convert("Muṣṭafā al-Kāẓimī", "bgn-pcgn-1956", "din-31635")
    'Muşţafá al Kāz̧imī'
    """
    target = load_scheme(to)
    if not latin.strip():
        return Conversion(latin, latin, 1.0) if detail else latin
    arabic, sure, notes = _arabic_of(latin, load_scheme(source) if source else None, target)
    done: Romanization = romanize(arabic, to, detail=True)
    if not detail:
        return done.text
    return Conversion(done.text, arabic, sure, done.steps, done.supplied, (*notes, *done.notes))


def _arabic_of(
    latin: str, source: Scheme | None, target: Scheme
) -> tuple[str, float, tuple[Note, ...]]:
    if source is None:
        latin = _written_out(latin)
        found = arabize(latin, 1)
        if not found or found[0].origin == "unread":
            return latin, 1.0, (Note(0, len(latin), "unread", "no name that could be read"),)
        tokens = tokens_of(latin)
        arabic = _of_press(tokens, found[0].text, target)
        return arabic, found[0].probability, tuple(_foreign(tokens, len(arabic)))
    if source.kind == "letters":
        return decode(latin, source), 1.0, ()
    back = read_back(latin, source)
    note = Note(0, len(back.arabic), "inexact", f"{source.id} would write this name otherwise")
    return back.arabic, 1.0, () if back.exact else (note,)


def _written_out(latin: str) -> str:
    """The name with the `b.` and `bt.` of library headings as the words that they stand for."""
    return _SHORT.sub(lambda found: "bint" if found[1] else "ibn", latin)


def _foreign(tokens: list[Token], end: int) -> Iterator[Note]:
    """A note for each word that is likelier no Arabic name at all."""
    model = busy_model()
    share = model.foreign.share
    for token in tokens:
        # The model knows parts of names: neither ibn nor what is glued is one.
        whole = token.split is None and token.letters not in _latin_particles()
        if token.letters and whole and not token.scholarly:
            heard = model.hear(token.letters, Script.LATIN)
            if share * heard.foreign > heard.arabic:
                yield Note(0, end, "foreign", token.text)


def _of_press(tokens: list[Token], arabic: str, target: Scheme) -> str:
    """The Arabic name with the vowels that its spelling has, and the article of its nisba."""
    words = _with_articles(arabic.split(" "), tokens)
    if words[0] == _SHORT_IBN and tokens and tokens[0].letters == "ibn":
        words[0] = _IBN  # a name that begins with it
    if target.kind == "letters" and "vowels" not in target.features:
        return " ".join(words)  # nobody wrote vowels, and a scheme of signs supplies none
    return " ".join(_vowelled(word, tokens) for word in words)


def _with_articles(words: list[str], tokens: list[Token]) -> list[str]:
    """The words with the articles that the spelling has: of the last, and of all if they answer."""
    last = len(words) - 1
    answer = len(words) == len(tokens)
    return [
        _AL + word
        if (tokens[i].article if answer else i == last and tokens and tokens[-1].article)
        and not word.startswith(_AL)
        else word
        for i, word in enumerate(words)
    ]


def _vowelled(word: str, tokens: list[Token]) -> str:
    """An Arabic word with the marks of the reading that some word of the spelling fits best."""
    article = _AL if word.startswith(_AL) and len(word) > 4 else ""
    core = word.removeprefix(article)
    if (
        word in grammar_words()
        or word in _particles()
        or any(unicodedata.combining(char) for char in word)
    ):
        return word
    form = _form_of(core, tuple(token for token in tokens if token.letters))
    marked = pointed(form, core) if form else None
    return word if marked is None else article + marked


def _form_of(core: str, tokens: tuple[Token, ...]) -> Form | None:
    best: tuple[float, Form] | None = None
    for token in tokens:
        if token.scholarly:
            for form in scholarly_forms(token.form):
                if written(form, core) > 0.0:
                    return form
        heard = forms_of(token.letters)
        for form, chance in heard.items():
            weight = chance * written(form, core)
            if weight > 0.0 and (best is None or weight > best[0]):
                best = weight, form
    if best is not None:
        return best[1]
    found = readings(core, 1)
    return found[0].form if found else None


@functools.cache
def _particles() -> frozenset[str]:
    """Abd, Abu, ibn and their like, which have no spelling of their own to choose a reading by."""
    cells = [r["arabic"] for r in rows("particles.tsv") if r["role"] in ("head", "filiation")]
    return frozenset(word for cell in cells for word in cell.split(" | "))


@functools.cache
def _latin_particles() -> frozenset[str]:
    cells = [row["latin"] for row in rows("particles.tsv")]
    return frozenset(word for cell in cells for word in cell.split(" | "))
