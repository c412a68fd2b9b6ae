"""`arabize`: the Arabic spellings that a name in Latin letters may have, ranked.

A noisy channel read from the Arabic side: the name is cut into words and compounds in every way,
each piece gives the Arabic words that it may render with their joint probability, and a beam puts
them together.
"""

import functools
import math
from typing import NamedTuple

from nisba.names.lexicon import lexicon, rows
from nisba.sounds.letters import latin_letters
from nisba.translit.arabic_words import arabic_of_word, usual_spelling
from nisba.translit.backwards import load_backwards
from nisba.translit.latin_tokens import Token, tokens_of
from nisba.translit.name_seams import seam_of
from nisba.translit.remembered import key_of
from nisba.translit.types import Candidate

_WIDEST = 4  # words of a compound
_BEAM = 16
_LONGEST = 64  # words of a name; what is longer is text
_ABD = "\u0639\u0628\u062f"  # عبد
_BU = "\u0628\u0648"  # بو, which the Maghreb writes in one with its word
_KEEP = 8


class Line(NamedTuple):
    """A beginning of the Arabic name, folded, and its log-probability."""

    words: tuple[str, ...]
    score: float


def arabize(latin: str, limit: int = 5) -> tuple[Candidate, ...]:
    """Arabic spellings of a Latin name, likeliest first, with their share among all found.

    Press and chat spellings and library headings are read; scholarly letters are taken at their
    word. Words in other scripts, numbers and signs stay as they are; a text without a word of
    letters, or of more than 64 words, comes back as the only candidate. An empty string gives none.

    >>> [c.text for c in arabize("Moustafa al-Kadhimi", 1)]
    ['مصطفى الكاظمي']
    """
    tokens = tokens_of(latin)
    if not tokens:
        return (Candidate(latin, 1.0, "unread"),) if latin.strip() else ()
    if len(tokens) > _LONGEST:
        return (Candidate(latin, 1.0, "unread"),)
    lines = _lines(tokens)
    letters = tuple(token.letters for token in tokens if token.letters)
    top = lines[0].score
    whole = sum(2.0 ** (line.score - top) for line in lines)
    found: dict[str, float] = {}
    for line in lines[: 2 * limit]:
        text = _written(line.words, letters)
        found[text] = found.get(text, 0.0) + 2.0 ** (line.score - top) / whole
    ranked = sorted(found.items(), key=lambda item: (-item[1], item[0]))[:limit]
    return tuple(Candidate(text, p, "model") for text, p in ranked)


def _written(words: tuple[str, ...], heard: tuple[str, ...]) -> str:
    parts = (usual_spelling(part, heard) for word in words for part in word.split(" "))
    return " ".join(_apart(part) for part in parts)


def _apart(word: str) -> str:
    """A compound as it is usually written: عبد الله, نور الدين, but بوعلام in one."""
    cut = 0 if word.startswith(_BU) else seam_of(word)
    return f"{word[:cut]} {word[cut:]}" if cut else word


def _lines(tokens: list[Token]) -> list[Line]:
    """The best ways to cut and read the words, best first."""
    beams: list[dict[tuple[str, ...], float]] = [{} for _ in range(len(tokens) + 1)]
    beams[0][()] = 0.0
    for at in range(len(tokens)):
        front = _best(beams[at])
        for width in range(1, min(_WIDEST, len(tokens) - at) + 1):
            piece = tuple(tokens[at : at + width])
            last = at + width == len(tokens)
            for words, score in front:
                after = words[-1].split(" ")[-1] if words else ""
                place = _place(at, last, after, len(tokens))
                for key, chance in _options(piece, place):
                    grown = (*words, key)
                    total = score + math.log2(chance)
                    target = beams[at + width]
                    if total > target.get(grown, -math.inf):
                        target[grown] = total
    ends: dict[str, tuple[tuple[str, ...], float]] = {}
    for words, score in beams[-1].items():
        text = " ".join(words)
        old = ends.get(text)
        weight = 2.0**score + (2.0 ** old[1] if old else 0.0)
        ends[text] = (words, math.log2(weight) if weight else score)
    return [Line(words, score) for words, score in sorted(ends.values(), key=_order)[:_BEAM]]


def _order(item: tuple[tuple[str, ...], float]) -> tuple[float, tuple[str, ...]]:
    return (-item[1], item[0])


def _best(beam: dict[tuple[str, ...], float]) -> list[tuple[tuple[str, ...], float]]:
    return sorted(beam.items(), key=_order)[:_BEAM]


def _place(at: int, last: bool, after: str, words: int) -> str:
    if after == _ABD:
        return "servant"
    if at == 0:
        return "first"
    return "last" if last else "inner"


@functools.lru_cache(maxsize=1 << 15)
def _options(piece: tuple[Token, ...], place: str) -> tuple[tuple[str, float], ...]:
    """Arabic words or compounds behind neighbouring words, with joint probabilities."""
    found: dict[str, float] = {}
    if len(piece) == 1:
        token = piece[0]
        if token.foreign:
            return ((token.text, 1.0),)
        found = dict(arabic_of_word(token, place))
        mark = lexicon().filiation.get(token.letters)
        if mark and token.letters not in load_backwards().words:
            key = key_of(_halves()["filiation", mark])
            found[key] = max(found.get(key, 0.0), _GLUED)
        if token.split:
            for key, chance in _composed(token).items():
                found[key] = found.get(key, 0.0) + chance
        if not found:
            return ((token.text, 1e-12),)
    elif not any(token.foreign for token in piece):
        found = _compounds(piece)
    ranked = sorted(found.items(), key=lambda item: (-item[1], item[0]))[:_KEEP]
    return tuple((key, chance) for key, chance in ranked if chance > 0.0)


def _compounds(piece: tuple[Token, ...]) -> dict[str, float]:
    """Remembered compounds that are written as these words."""
    back = load_backwards()
    found: dict[str, float] = {}
    for article in ("al", "el", "ul"):
        letters = "".join((article if t.article else "") + t.letters for t in piece)
        for key, n in back.words.get(letters, {}).items():
            found[key] = max(found.get(key, 0.0), n / back.bearers)
        if not any(t.article for t in piece):
            break
    return found


@functools.cache
def _halves() -> dict[tuple[str, str], str]:
    """Arabic of heads and tails, by role and id; the first spelling of each."""
    found = {}
    for row in rows("particles.tsv"):
        if row["arabic"]:
            found[row["role"], row["id"]] = row["arabic"].split(" | ")[0]
    found["filiation", "ibn"] = "\u0628\u0646"  # بن, as it is written within a name
    return found


def _composed(token: Token) -> dict[str, float]:
    """A glued word taken apart: Abdelmouhaymin is عبد المهيمن."""
    split = token.split
    if split is None:
        return {}
    core = token.form[_place_of(token, split.start) : _place_of(token, split.end)]
    letters = latin_letters(core)
    inner = Token(core, core, letters, split.article, None, token.scholarly)
    head = _halves().get(("head", split.head)) or _halves().get(("filiation", split.filiation), "")
    tail = _halves().get(("tail", split.tail), "")
    found: dict[str, float] = {}
    if not letters or not (head or tail or split.article):
        return found
    place = "servant" if split.head == "abd" else "first"
    glued = _GLUED if head or tail else _ARTICLE_GLUED
    for key, chance in arabic_of_word(inner, place).items():
        text = " ".join(part for part in (head, key, tail) if part)
        found[text] = chance * glued
    return found


_ARTICLE_GLUED = 0.2  # share of the articles that are written in one with their word
_GLUED = 0.02  # share of a head or tail among the words of names


def _place_of(token: Token, bare_at: int) -> int:
    """The place in the form of the letter with a number in its bare letters."""
    seen = 0
    for i, char in enumerate(token.form):
        if seen == bare_at:
            return i
        seen += char.isalnum()
    return len(token.form)
