"""The engine of the standards that write one sign for each Arabic sign, and its way back.

It stands beside the engine of sounds: `romanize` sends it the schemes of kind `letters`. No vowel
is supplied and no word is understood; what the table does not know passes through with a note.
The rules come from `gazetteers/schemes/`, the terms of their contexts are those of `_HOLDS`.
"""

import functools
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from nisba.text.clean import clean
from nisba.text.scripts import Script, script_of
from nisba.translit.scheme_types import Rule, Scheme
from nisba.translit.types import Note, Romanization, Step

SHADDA = "\u0651"
_TATWEEL = "\u0640"
_VOWELS = frozenset("\u064b\u064c\u064d\u064e\u064f\u0650\u0670")  # tanwin, short vowels, dagger
_AGAIN = "{}"
_ONE_WAY = "one-way"
_LONG_CLUSTER = 8  # marks on one letter; the places of more than these are not told apart
_PRESENTATION = (("\ufb50", "\ufdff"), ("\ufe70", "\ufefc"))


class Irreversible(ValueError):
    """A scheme whose signs do not tell the Arabic letters."""


class Sign(NamedTuple):
    """One character of the text, normalised, with its place in the text as it came."""

    char: str
    start: int
    end: int


def encode(text: str, scheme: Scheme) -> Romanization:
    """Arabic text in the signs of a scheme of kind `letters`, with the rules that fired.

    Spans count code points of `text`. Either order of shadda and vowel, composed and decomposed
    hamza, and presentation forms give the same signs. Characters that the scheme does not have
    stay as they are, and are told in `notes` with the code "unknown".

    >>> from nisba.translit.schemes import load_scheme
    >>> encode("\u0645\u062d\u0645\u062f", load_scheme("buckwalter")).text  # محمد
    'mHmd'
    """
    table = _table(scheme)
    signs = tuple(_signs(text))
    steps: list[Step] = []
    out: list[str] = []
    strange: list[Sign] = []
    under = ""  # what the letter under a shadda gave
    i = 0
    while i < len(signs):
        rule = _rule_at(table, signs, i)
        if rule is None or (rule.output == _AGAIN and not under):
            out.append(signs[i].char)
            if not signs[i].char.isspace():
                strange.append(signs[i])
            under = ""
            i += 1
            continue
        end = i + len(rule.units)
        written = under if rule.output == _AGAIN else rule.output
        steps.append(Step(rule.id, signs[i].start, signs[end - 1].end, written))
        out.append(written)
        under = "" if _is_mark(rule.units[-1]) else written
        i = end
    whole = unicodedata.normalize("NFC", "".join(out))
    return Romanization(whole, tuple(steps), (), tuple(_unknown(text, strange)))


def decode(latin: str, scheme: Scheme) -> str:
    """The Arabic text whose signs these are, in NFC; what is no sign stays as it is.

    Exact for a reversible scheme: `decode(encode(s, scheme).text, scheme)` is `s` in NFC for every
    string of the scheme's alphabet (`alphabet_of`). Raises `Irreversible` for other schemes.

    >>> from nisba.translit.schemes import load_scheme
    >>> decode("mHmd", load_scheme("buckwalter")) == "\u0645\u062d\u0645\u062f"  # محمد
    True
    """
    letters, longest = _way_back(scheme)
    text = unicodedata.normalize("NFD", latin)
    out: list[str] = []
    i = 0
    while i < len(text):
        for size in range(min(longest, len(text) - i), 0, -1):
            found = letters.get(text[i : i + size])
            if found is not None:
                out.append(found)
                i += size
                break
        else:
            out.append(text[i])
            i += 1
    return unicodedata.normalize("NFC", "".join(out))


def alphabet_of(scheme: Scheme) -> tuple[str, ...]:
    """The Arabic characters that come back exactly, in the order of the rules.

    >>> from nisba.translit.schemes import load_scheme
    >>> len(alphabet_of(load_scheme("buckwalter")))
    51
    """
    return tuple(letters for rule in scheme.rules for letters in _returning(rule))


def _returning(rule: Rule) -> Iterator[str]:
    if rule.output and rule.output != _AGAIN and _ONE_WAY not in rule.context:
        yield "".join(rule.units)


@functools.cache
def _way_back(scheme: Scheme) -> tuple[dict[str, str], int]:
    """Letters by their sign, decomposed, and the length of the longest sign."""
    if not scheme.reversible:
        raise Irreversible(f"scheme '{scheme.id}' cannot be read back: it is not reversible")
    letters: dict[str, str] = {}
    for rule in scheme.rules:
        for units in _returning(rule):
            sign = unicodedata.normalize("NFD", rule.output)
            if letters.setdefault(sign, units) != units:
                raise Irreversible(f"scheme '{scheme.id}': {rule.output} stands for two letters")
    return letters, max(map(len, letters), default=1)


@functools.cache
def _table(scheme: Scheme) -> dict[str, tuple[Rule, ...]]:
    """Rules by the first character that they read, the most particular first."""
    first: dict[str, list[Rule]] = {}
    for rule in scheme.rules:
        first.setdefault(rule.units[0], []).append(rule)
    return {
        char: tuple(sorted(rules, key=lambda r: (-len(r.units), -len(r.context))))
        for char, rules in first.items()
    }


def _rule_at(table: dict[str, tuple[Rule, ...]], signs: Sequence[Sign], i: int) -> Rule | None:
    for rule in table.get(signs[i].char, ()):
        end = i + len(rule.units)
        if len(rule.units) > 1 and tuple(s.char for s in signs[i:end]) != rule.units:
            continue
        if all(_HOLDS[term](signs, i, end) for term in rule.context):
            return rule
    return None


def _is_initial(signs: Sequence[Sign], start: int, end: int) -> bool:
    return start == 0 or not _joins(signs[start - 1].char)


def _is_final(signs: Sequence[Sign], start: int, end: int) -> bool:
    while end < len(signs) and _is_mark(signs[end].char):
        end += 1
    return end == len(signs) or not _joins(signs[end].char)


def _is_vowelled(signs: Sequence[Sign], start: int, end: int) -> bool:
    if end < len(signs) and signs[end].char == SHADDA:
        end += 1
    return end < len(signs) and signs[end].char in _VOWELS


def _is_bare(signs: Sequence[Sign], start: int, end: int) -> bool:
    return end == len(signs) or signs[end].char not in (*_VOWELS, SHADDA)


#: The terms of a rule's context: each asks about the signs from `start` up to `end`.
_HOLDS: dict[str, Callable[[Sequence[Sign], int, int], bool]] = {
    "initial": _is_initial,
    "final": _is_final,
    "medial": lambda signs, start, end: (
        not _is_initial(signs, start, end) and not _is_final(signs, start, end)
    ),
    "vowelled": _is_vowelled,
    "bare": _is_bare,
    _ONE_WAY: lambda signs, start, end: True,
}
TERMS = tuple(_HOLDS)


def _is_mark(char: str) -> bool:
    return unicodedata.combining(char) != 0


def _joins(char: str) -> bool:
    """Whether a character belongs to an Arabic word: a letter, a mark or a tatweel."""
    return char == _TATWEEL or script_of(char) is Script.ARABIC or _is_mark(char)


def _signs(text: str) -> Iterator[Sign]:
    """The characters of a text in NFC, each shadda before the vowel of its letter."""
    start = 0
    while start < len(text):
        end = start + 1
        while end < len(text) and _is_mark(text[end]):
            end += 1
        yield from _cluster(text, start, end)
        start = end


def _cluster(text: str, start: int, end: int) -> Iterator[Sign]:
    """One character with its marks."""
    written = text[start:end]
    if len(written) == 1 and not _is_presentation(written):
        yield Sign(written, start, end)
        return
    spelled = "".join(clean(c) if _is_presentation(c) else c for c in written)
    whole = unicodedata.normalize("NFC", spelled)
    for char in _shadda_first(whole):
        # A mark that stands where it stood keeps its own place; others have that of the cluster.
        few = len(written) <= _LONG_CLUSTER
        at = written.find(char) if few and written.count(char) == 1 else -1
        yield Sign(char, start + at, start + at + 1) if at >= 0 else Sign(char, start, end)


def _shadda_first(cluster: str) -> Iterator[str]:
    """NFC sorts a vowel before the shadda; every standard writes the doubled letter first."""
    marks: list[str] = []
    for char in cluster:
        if _is_mark(char):
            marks.append(char)
        else:
            yield from sorted(marks, key=lambda c: c != SHADDA)
            marks = []
            yield char
    yield from sorted(marks, key=lambda c: c != SHADDA)


def _is_presentation(char: str) -> bool:
    return any(first <= char <= last for first, last in _PRESENTATION)


@dataclass(slots=True)
class _Stretch:
    start: int
    end: int


def _unknown(text: str, strange: Sequence[Sign]) -> Iterator[Note]:
    """A note for each stretch of characters that the scheme does not have."""
    stretches: list[_Stretch] = []
    for sign in strange:
        if stretches and sign.start <= stretches[-1].end:
            stretches[-1].end = max(stretches[-1].end, sign.end)
        else:
            stretches.append(_Stretch(sign.start, sign.end))
    for stretch in stretches:
        yield Note(stretch.start, stretch.end, "unknown", text[stretch.start : stretch.end])
