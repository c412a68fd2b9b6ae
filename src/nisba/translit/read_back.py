"""A text in the letters of a standard of sounds, read back into Arabic with its vowels.

Beside the engine of sounds, for `convert`: the same rules, read from their output. A romanization
says which sounds a word has, not always how it is spelled, so the usual spelling of the form is
taken; of several forms the one that names have, and that the engine writes in the same letters.
"""

import functools
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from nisba._data import curated
from nisba.names.lexicon import rows
from nisba.sounds.model import load_model
from nisba.sounds.units import CONSONANTS, HAMZA, UNITS, VOWELS, Form, units_of
from nisba.translit.marked import read_marked
from nisba.translit.pointing import pointed, spelled
from nisba.translit.readings import readings
from nisba.translit.romanize import romanize
from nisba.translit.scheme_types import Rule, Scheme
from nisba.translit.shapes import load_shapes

_AL = "\u0627\u0644"  # ال
_MARBUTA_AFTER_LONG = "ẗ"
_PREFIXES = {
    "wa+": "\u0648\u064e",  # وَ
    "fa+": "\u0641\u064e",  # فَ
    "bi+": "\u0628\u0650",  # بِ
    "li+": "\u0644\u0650",  # لِ
    "la+": "\u0644\u064e",  # لَ
    "ka+": "\u0643\u064e",  # كَ
    "sa+": "\u0633\u064e",  # سَ
    "al+": _AL,
}
_WORDS = {
    "<ibn>": "\u0627\u0628\u0646",  # ابن
    "<bint>": "\u0628\u0646\u062a",  # بنت
    "<abd>": "\u0639\u0628\u062f",  # عبد
    "<allāh>": "\u0627\u0644\u0644\u0647",  # الله
}
_SHORT_IBN = "\u0628\u0646"  # بن
_ELEMENTS = ("given.tsv", "nisba.tsv", "family.tsv", "laqab.tsv")
_SPLIT = re.compile(r"([\s-]+)")
_SLOT = "{}"
_BEAM = 64
_LONGEST = 60
_TRIED = 12


class ReadBack(NamedTuple):
    """Arabic with its vowels, and whether the standard writes it in the letters that were given."""

    arabic: str
    exact: bool


@dataclass(frozen=True, slots=True)
class _Outputs:
    """The rules of a standard by what they write, in small letters."""

    sounds: Mapping[str, tuple[Form, ...]]
    words: Mapping[str, str]
    joined: Mapping[str, str]
    """Prefixes and articles with the sign that joins them, such as `wa-`."""
    sun: tuple[tuple[str, str, str], ...]
    """Articles that take over the next letter: what stands before it, behind it, the Arabic."""
    longest: int


def read_back(text: str, scheme: Scheme) -> ReadBack:
    """The Arabic of a text in a standard of sounds; words that no sounds explain stay as they are.

    >>> from nisba.translit.schemes import load_scheme
    >>> found = read_back("aš-Šams", load_scheme("din-31635"))
    >>> found.arabic == "\u0627\u0644\u0634\u064e\u0645\u0633", found.exact  # الشَمس
    (True, True)
    """
    out = _outputs(scheme)
    given = unicodedata.normalize("NFC", text)
    pieces = _SPLIT.split(given)
    arabic: list[str] = []
    words: list[tuple[str, str]] = []
    at = 0
    while at < len(pieces):
        word, between = pieces[at], pieces[at + 1] if at + 1 < len(pieces) else ""
        after = pieces[at + 2] if at + 2 < len(pieces) else ""
        joined = _joined(word, between, after, out)
        if joined is None and at and out.words.get(_small(word)) == _WORDS["<ibn>"]:
            joined = _SHORT_IBN + between  # between two names it has no alif
        if joined is None:
            before_allah = out.words.get(_small(after)) == _WORDS["<allāh>"]
            words.append((_word(word, scheme, out, before_allah), word))
            arabic += (words[-1][0], between)
        else:
            arabic.append(joined)
        at += 2
    whole = "".join(arabic)
    read = all(word != piece or not any(map(str.isalpha, piece)) for word, piece in words)
    return ReadBack(whole, read and romanize(whole, scheme.id) == given)


def _joined(word: str, between: str, after: str, out: _Outputs) -> str | None:
    """The Arabic of a prefix or article that is written apart, or None for a word of its own."""
    if not after:
        return None
    token = _small(word) + between
    if token in out.joined:
        return out.joined[token]
    for before, behind, arabic in out.sun:
        if token.startswith(before) and token.endswith(behind):
            letter = token[len(before) : len(token) - len(behind)]
            if letter and _small(after).startswith(letter):
                return arabic
    return None


def _word(word: str, scheme: Scheme, out: _Outputs, before_allah: bool) -> str:
    small = _small(word)
    if small in out.words:
        return out.words[small]
    tried: list[str] = []
    for form in _forms(small, out)[:_TRIED]:
        arabic = _pointed(form)
        if arabic is None:
            continue
        if before_allah and form[-1] == "aẗ":  # Hibat Allāh: in construct, tāʾ marbūṭa is a t
            together = _small(romanize(f"{arabic} {_WORDS['<allāh>']}", scheme.id))
            if together.split()[0] == small:
                return arabic
        doubtful = before_allah and form[-1] == "t"
        if not doubtful and _small(romanize(arabic, scheme.id)) == small:
            return arabic
        tried.append(arabic)
    return tried[0] if tried else word


def _small(text: str) -> str:
    """Small letters, composed again: some capitals have no composed form of their own."""
    return unicodedata.normalize("NFC", text.lower())


def _pointed(form: Form) -> str | None:
    """The usual spelling of a form with its vowel marks; that of the editors, if they list it."""
    if form in _listed():
        return _listed()[form]
    plain = tuple("aẗ" if unit == _MARBUTA_AFTER_LONG else unit for unit in form)
    if plain == form:
        return pointed(form, spelled(form))
    bare = pointed(form[:-1], spelled(form[:-1]))
    return None if bare is None else bare + "\u0629"  # ة


def _forms(word: str, out: _Outputs) -> list[Form]:
    """Forms that the letters of a word may stand for, those of known names first."""
    if not 0 < len(word) <= _LONGEST:
        return []
    beams: list[list[Form]] = [[] for _ in range(len(word) + 1)]
    beams[0] = [()]
    for at in range(len(word)):
        for units in beams[at][:_BEAM]:
            for size in range(min(out.longest, len(word) - at), 0, -1):
                for more in out.sounds.get(word[at : at + size], ()):
                    grown = _grown(units, more)
                    if grown:
                        beams[at + size].append(grown)
                    twice = at + 2 * size
                    if more[0] not in CONSONANTS or word[at + size : twice] != word[at : at + size]:
                        continue
                    if doubled := _grown(units, (more[0] * 2,)):
                        beams[twice].append(doubled)
    known = _known()
    found = [form for form in dict.fromkeys(beams[-1]) if len(form) > 1]
    by_editors = _listed()
    listed = [form for form in found if form in known or form in by_editors]
    listed.sort(key=lambda form: -known.get(form, 0.0))
    others = [form for form in found if form not in known and form not in by_editors]
    if len(others) > 1:
        shapes = load_shapes()
        others.sort(key=shapes.of)
    return [*listed, *others]


def _grown(units: Form, more: Form) -> Form:
    """The units with more behind them, or nothing where two vowels would meet."""
    if more[0] in VOWELS:
        if not units:
            return (HAMZA, *more)
        if units[-1] in VOWELS:
            return ()
    if units and units[-1] in ("aẗ", "á", _MARBUTA_AFTER_LONG):
        return ()  # these end a word
    if more[0] == _MARBUTA_AFTER_LONG and units[-1:] != ("ā",):
        return ()
    return (*units, *more)


@functools.cache
def _listed() -> Mapping[Form, str]:
    """Spellings of the editors' lists by their form: names, and second halves such as Raḥmān."""
    found: dict[Form, str] = {}
    for row in rows("particles.tsv"):
        if row["role"] == "tail":
            core = row["arabic"].split(" | ")[0].removeprefix(_AL)
            reading = readings(core, 1)
            marked = pointed(reading[0].form, core) if reading else None
            if marked:
                found[reading[0].form] = marked
    for table in _ELEMENTS:
        lines = curated("elements", table).read_text(encoding="utf-8").splitlines()
        columns = lines[0].split("\t")
        vocalised, romanized = columns.index("vocalised"), columns.index("romanized")
        for line in lines[1:]:
            cells = line.split("\t")
            form, word = units_of(cells[romanized]), cells[vocalised]
            said = None if " " in word else read_marked(word)
            # Marks that say another sound (one waw for wū, as in Dāwūd) would not come back.
            if form and " " not in word and (said is None or said.units == form):
                found.setdefault(form, word)
    return found


@functools.cache
def _known() -> Mapping[Form, float]:
    return {entry.form: entry.bearers for entry in load_model().lexicon.entries}


@functools.cache
def _outputs(scheme: Scheme) -> _Outputs:
    sounds: dict[str, list[Form]] = {}
    words: dict[str, str] = {}
    joined: dict[str, str] = {}
    sun: list[tuple[str, str, str]] = []
    for rule in scheme.rules:
        written = _small(rule.output)
        if rule.units[-1] in _PREFIXES:
            arabic = "".join(_PREFIXES.get(unit, "") for unit in rule.units)
            if _SLOT in written:
                before, _, behind = written.partition(_SLOT)
                sun.append((before, behind, arabic))
            elif written:
                joined[written] = arabic
        elif (arabic := _whole_word(rule)) and written:
            words.setdefault(written, arabic)
        elif written and _SLOT not in written and _is_sound(rule):
            sounds.setdefault(written, []).append(rule.units)
    return _Outputs(
        {letters: tuple(sorted(set(forms), key=_plainness)) for letters, forms in sounds.items()},
        words,
        joined,
        tuple(sun),
        max(map(len, sounds), default=1),
    )


def _plainness(form: Form) -> tuple[int, Form]:
    return len(form), form


def _whole_word(rule: Rule) -> str:
    unit = rule.units[-1]
    if len(rule.units) == 1 and unit[0] == "=":
        return unit[1:]
    if unit == "<ibn>" and "short" in rule.context:
        return _SHORT_IBN
    return _WORDS.get(unit, "")


def _is_sound(rule: Rule) -> bool:
    return all(unit in UNITS or unit == _MARBUTA_AFTER_LONG for unit in rule.units)
