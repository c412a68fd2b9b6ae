"""Arabic text, with or without vowels, into the Latin letters of a standard.

Last step of romanization. What is no Arabic word passes through, with a note where it is neither
space nor plain punctuation. A word's vowels are taken from the input where it has them; `detail`
says who supplied the others, and which rules fired.
"""

import unicodedata
from typing import Literal, overload

from nisba.translit.pieces import Piece
from nisba.translit.schemes import load_scheme
from nisba.translit.sounding import Engine, Written, engine_of
from nisba.translit.types import KINDS, Kind, Note, Romanization, Step, Supplied
from nisba.translit.words import Sentence, Word, sentence_of

# Tanwin, short vowels, shadda, sukun, madda, hamza above and below, dagger alif. Signs of
# recitation over a word have no Latin counterpart.
_READ = frozenset(map(chr, (*range(0x064B, 0x0656), 0x0670)))


@overload
def romanize(
    text: str, scheme: str = ..., detail: Literal[False] = ..., *, kind: Kind = ...
) -> str: ...
@overload
def romanize(
    text: str, scheme: str = ..., *, detail: Literal[True], kind: Kind = ...
) -> Romanization: ...
@overload
def romanize(
    text: str, scheme: str, detail: Literal[True], *, kind: Kind = ...
) -> Romanization: ...
def romanize(
    text: str, scheme: str = "ala-lc", detail: bool = False, *, kind: Kind = "any"
) -> str | Romanization:
    """A name or running text in the letters of a standard.

    `kind` says what the text is, which decides on capitals, and on the vowels of words that are
    names as well: a `name`, a `title`, whose first word has a capital, or running `text` from the
    middle of a sentence. If nobody says, the words themselves tell a name from running text, and
    a noun that opens running text is taken for the beginning of a title.
    Raises `UnknownScheme`, which names the known ones, and ValueError for an unknown kind.

    >>> romanize("\u0645\u0635\u0637\u0641\u0649 \u0627\u0644\u0643\u0627\u0638\u0645\u064a")
    'Muṣṭafá al-Kāẓimī'
    >>> romanize("\u0639\u0628\u062f \u0627\u0644\u0631\u062d\u0645\u0646", "bgn-pcgn-1956")
    '‘Abd ar Raḩmān'
    >>> romanize("\u0645\u0646 \u0627\u0644\u062d\u064a\u0627\u0629", kind="title")  # من الحياة
    'Min al-ḥayāh'
    """
    if kind not in KINDS:
        raise ValueError(f"unknown kind of text: {kind!r}; known are {', '.join(KINDS)}")
    standard = load_scheme(scheme)
    if standard.kind == "letters":
        from nisba.translit.letters import encode

        found = encode(text, standard)
        return found if detail else found.text
    engine = engine_of(standard)
    sentence = sentence_of(text, kind)
    if detail:
        return _told(sentence, engine)
    return "".join([text for text, _ in _written(sentence, engine)])


def _written(sentence: Sentence, engine: Engine) -> list[tuple[str, Written | None]]:
    """What each piece of a text becomes; words come with the rules that fired."""
    out: list[tuple[str, Written | None]] = []
    words = sentence.words
    first = min(words, default=-1) if sentence.title else -1
    for i, piece in enumerate(sentence.pieces):
        word = words.get(i)
        if word is None:
            out.append((_between(i, piece, sentence, engine), None))
            continue
        capital = _has_capital(word, engine)
        found = engine.write(word.stem, word.contexts, word.role, capital)
        if not found.text:  # a letter that only carries a vowel, and has none
            out.append((piece.word, None))
            continue
        text = "".join((found.text, *found.left)) if found.left else found.text
        if i == first and word.stem.prefixes and engine.capitals == "proper":
            text = text[:1].upper() + text[1:]
        if piece.glued:
            text = engine.space(word.contexts).output + text
        out.append((text, found))
    return out


def _has_capital(word: Word, engine: Engine) -> bool:
    """Whether the standard begins the word with a capital."""
    if engine.capitals == "every":
        return "apart" not in word.contexts and not (
            word.stem.kind == "pronoun" and word.stem.prefixes
        )
    return engine.capitals == "proper" and word.proper


def _between(i: int, piece: Piece, sentence: Sentence, engine: Engine) -> str:
    """What stands between words: a single space by the rules, all else as it came."""
    if piece.word:
        return piece.word
    after = sentence.words.get(i + 1)
    if piece.text == " " and after is not None and after.spaced:
        return engine.space(after.contexts).output
    return piece.text


def _told(sentence: Sentence, engine: Engine) -> Romanization:
    """The text with its steps, the vowels supplied, and the notes."""
    steps: list[Step] = []
    supplied: list[Supplied] = []
    notes: list[Note] = []
    out = _written(sentence, engine)
    for i, (piece, (_, found)) in enumerate(zip(sentence.pieces, out, strict=True)):
        word = sentence.words.get(i)
        if word is None or found is None:
            if piece.word:
                notes.append(Note(piece.start, piece.end, "unread", piece.word))
            elif piece.strange:
                notes.append(Note(piece.start, piece.end, "unknown", piece.text))
            continue
        if word.spaced or piece.glued:
            space = engine.space(word.contexts)
            if space.rule:
                steps.append(Step(space.rule, piece.start, piece.start, space.output))
        steps += (Step(f.rule, piece.start, piece.end, f.output) for f in found.fired)
        _tell_word(word, found, supplied, notes)
    return Romanization("".join(t for t, _ in out), tuple(steps), tuple(supplied), tuple(notes))


def _tell_word(word: Word, found: Written, supplied: list[Supplied], notes: list[Note]) -> None:
    reading = word.stem.reading
    if reading.origin != "written":
        supplied.append(Supplied(word.start, word.end, reading))
    if not word.stem.known:
        notes.append(Note(word.start, word.end, "unread", word.text))
    if left := "".join(c for c in word.text if unicodedata.combining(c) and c not in _READ):
        notes.append(Note(word.start, word.end, "left-out", left))
    for unit in found.left:
        notes.append(Note(word.start, word.end, "unwritten", unit))
