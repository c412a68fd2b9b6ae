"""The engine of the standards that write one sign for each Arabic sign, and its way back.

It stands beside the engine of sounds: `romanize` sends it the schemes of kind `letters`. No vowel
is supplied and no word is understood, unless the scheme asks for it (`vowels`, for
Persian and Urdu); what the table does not know passes through with a note. The rules come from
`gazetteers/schemes/`; `nisba.translit.sign_contexts` knows the terms of their contexts.
"""

import functools
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nisba.translit.name_seams import parted
from nisba.translit.scheme_types import Rule, Scheme
from nisba.translit.sign_contexts import ONE_WAY, holds
from nisba.translit.signs import ARTICLE, JOINED, Sign, is_mark, normal, signs_of
from nisba.translit.supplied import Pointed, supply
from nisba.translit.types import Note, Romanization, Step

_AGAIN = "{}"


class Irreversible(ValueError):
    """A scheme whose signs do not tell the Arabic letters."""


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
    found = _read(text, scheme)
    signs = found.signs
    steps: list[Step] = []
    out: list[str] = []
    strange: list[Sign] = []
    capitals = scheme.features.get("capitals") == "every"
    under = ""  # what the letter under a shadda gave
    due = capitals
    i = 0
    while i < len(signs):
        rule = _rule_at(table, signs, i)
        if rule is None or (not under and rule.output == _AGAIN and is_mark(rule.units[-1])):
            out.append(signs[i].char)
            if not signs[i].char.isspace():
                strange.append(signs[i])
            under, due = "", capitals and _opens(signs[i].char)
            i += 1
            continue
        end = i + len(rule.units)
        written = under = _written(rule, table, signs, end, under)
        if is_mark(rule.units[-1]):
            under = ""
        if due and signs[i].role not in (ARTICLE, JOINED):
            written, due = _capitalised(written)
        elif written:
            due = capitals and _opens(written[-1])
        steps.append(Step(rule.id, signs[i].start, signs[end - 1].end, written))
        out.append(written)
        i = end
    whole = normal("NFC", "".join(out))
    notes = sorted((*found.notes, *_unknown(text, strange)), key=lambda n: (n.start, n.end))
    return Romanization(whole, tuple(steps), found.supplied, tuple(notes))


def _read(text: str, scheme: Scheme) -> Pointed:
    apart = scheme.features.get("compounds") == "apart"
    if vowels := scheme.features.get("vowels"):
        return supply(text, vowels == "listed", apart)
    signs = tuple(signs_of(text))
    if apart:
        signs = parted(text, signs)
    return Pointed(signs, (), ())


def _written(
    rule: Rule, table: dict[str, tuple[Rule, ...]], signs: Sequence[Sign], end: int, under: str
) -> str:
    """The output of a rule; its slot holds what the letter under a mark, or behind it, gives."""
    if _AGAIN not in rule.output:
        return rule.output
    if is_mark(rule.units[-1]):
        return rule.output.replace(_AGAIN, under)
    after = _rule_at(table, signs, end) if end < len(signs) else None
    return rule.output.replace(_AGAIN, after.output if after else "")


def _capitalised(written: str) -> tuple[str, bool]:
    """The output with its first cased letter as a capital, and whether one is still due."""
    for at, char in enumerate(written):
        if char.lower() != char.upper():
            return written[:at] + char.upper() + written[at + 1 :], False
    return written, True


def _opens(char: str) -> bool:
    """Whether the letter behind a character begins a word."""
    return char.isspace() or char in "-("


def decode(latin: str, scheme: Scheme) -> str:
    """The Arabic text whose signs these are, in NFC; what is no sign stays as it is.

    Exact for a reversible scheme: `decode(encode(s, scheme).text, scheme)` is `s` in NFC for every
    string of the scheme's alphabet (`alphabet_of`). Raises `Irreversible` for other schemes.

    >>> from nisba.translit.schemes import load_scheme
    >>> decode("mHmd", load_scheme("buckwalter")) == "\u0645\u062d\u0645\u062f"  # محمد
    True
    """
    letters, longest = _way_back(scheme)
    text = normal("NFD", latin)
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
    return normal("NFC", "".join(out))


def alphabet_of(scheme: Scheme) -> tuple[str, ...]:
    """The Arabic characters that come back exactly, in the order of the rules.

    >>> from nisba.translit.schemes import load_scheme
    >>> len(alphabet_of(load_scheme("buckwalter")))
    51
    """
    return tuple(letters for rule in scheme.rules for letters in _returning(rule))


def _returning(rule: Rule) -> Iterator[str]:
    if rule.output and rule.output != _AGAIN and ONE_WAY not in rule.context:
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
        if all(holds(term, signs, i, end) for term in rule.context):
            return rule
    return None


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
