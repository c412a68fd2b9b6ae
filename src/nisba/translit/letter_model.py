"""Readings of a whole word of running text that no list has: what each of its letters writes.

Beside the lists of `nisba.translit.prose`, for words that these do not know well. From left to
right each letter gets a role (`nisba.translit.letter_roles`): the contexts of the letter speak for
or against each role with a learned weight, which makes them probabilities (a maximum-entropy Markov
model). So prefixes, doubling and vowels are decided together, by the patterns of Arabic words that
the letters and the roles before show.

`tables/letters.tsv` has one context a row, and the weights of the roles there, in tenths of a nat.
The kinds of contexts:

| kind | what it looks at |
|---|---|
| `0` `-1..0` `0..2` and so on | letters around, from … to; `^` and `$` lie beyond the word |
| `at` | the letter and its place |
| `r` `r.0` `r.0..1` `r.-1..1` `rr` | roles of the letters before, with letters |
| `p.0..1` `p.0..2` `p.end` `p.rest` | all roles since prefixes and article; what is left |
| `weak` `affix` | the stem as a pattern of its weak letters, or of all that may be affixes; place |
| `root` | the consonants of the stem, and the place in it |
"""

import functools
import math
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from nisba.sounds.units import Form
from nisba.translit.letter_roles import Roles, may_follow, read_roles
from nisba.translit.orthography import letters_of

_WEAK = frozenset("\u0627\u0648\u064a\u0649\u0629\u0623\u0625\u0622\u0624\u0626\u0621")  # ا و ي …
_AFFIX = _WEAK | frozenset("\u062a\u0645\u0646\u0633\u0628\u0643\u0644\u0647\u0641")  # ت م ن س …
_BEAM = 16
_MARGIN = 7.0  # nats that a role may cost, and a beginning lie behind the best one
_LONGEST = 20
SCALE = 10


class Analysis(NamedTuple):
    """One reading of a word: what it costs in bits, its prefixes and article, and the form.

    `rest` are the letters behind prefixes and article.
    """

    cost: float
    prefixes: tuple[str, ...]
    article: bool
    form: Form
    rest: str


class LetterModel(NamedTuple):
    """The learned weights by context, and the roles that each letter may have."""

    weights: Mapping[str, Mapping[str, float]]
    roles: Mapping[str, Roles]


def contexts(letters: Sequence[str], at: int, roles: Sequence[str]) -> Iterator[str]:
    """The contexts of a letter, given the roles of all letters before it."""
    yield from _around(letters, at)
    yield from _behind(letters, at, roles)


_SPANS = ((-1, 0), (0, 1), (-1, 1), (0, 2), (-1, 2), (-2, 0))


def _around(letters: Sequence[str], at: int) -> list[str]:
    """The contexts that look at letters alone."""
    text = "^^" + "".join(letters) + "$$"
    own = letters[at]
    spans = [f"{a}..{b} {text[at + a + 2 : at + b + 3]}" for a, b in _SPANS]
    return [f"0 {own}", *spans, f"at {at} {own}"]


def _behind(letters: Sequence[str], at: int, roles: Sequence[str]) -> list[str]:
    """The contexts that look at the roles before as well."""
    text = "^" + "".join(letters) + "$$"
    own, two, three = text[at + 1], text[at + 1 : at + 3], text[at + 1 : at + 4]
    before = roles[-1] if roles else "^"
    start = at
    while start and not roles[start - 1].endswith("-"):
        start -= 1
    pattern = " ".join(roles[start:])
    weak, affix, root = _patterns(text[start + 1 : -2])
    behind = "" if not start else "l" if roles[start - 1] in ("l-", "al-") else "p"
    place = at - start
    return [
        f"r {before}",
        f"r.0 {before} {own}",
        f"r.0..1 {before} {two}",
        f"r.-1..1 {before} {text[at : at + 3]}",
        f"rr {roles[-2] if len(roles) > 1 else '^'} {before} {two}",
        f"p.0..1 {pattern} {two}",
        f"p.end {pattern} {min(len(letters) - at, 5)}",
        f"p.rest {pattern} {weak[place:]}",
        f"p.0..2 {pattern} {three} {weak[place + 1 :]}",
        f"weak {behind}{weak} {place}",
        f"affix {affix} {place}",
        f"root {root} {place}",
    ]


@functools.lru_cache(maxsize=1 << 10)
def _patterns(stem: str) -> tuple[str, str, str]:
    """A stem's weak letters, its letters that may be affixes, and its other consonants."""
    return (
        "".join(c if c in _WEAK else "C" for c in stem),
        "".join(c if c in _AFFIX else "C" for c in stem),
        "".join(c for c in stem if c not in _WEAK),
    )


@functools.lru_cache(maxsize=1 << 14)
def analyses(word: str, limit: int = 12) -> tuple[Analysis, ...]:
    """Readings of a word without vowel marks, cheapest first.

    A word of more than twenty letters, or with letters that are not Arabic, has none.

    >>> found = analyses("\u0648\u0645\u0643\u0627\u062a\u0628\u0646\u0627")[0]  # ومكاتبنا
    >>> found.prefixes, found.form[:6]
    (('wa',), ('m', 'a', 'k', 'ā', 't', 'i'))
    """
    return search(word, load_letters(), limit)


def search(word: str, model: LetterModel, limit: int) -> tuple[Analysis, ...]:
    """The cheapest readings by a beam search."""
    found = letters_of(word)
    letters = [letter.char for letter in found]
    if not 1 < len(letters) <= _LONGEST or any(letter.marks for letter in found):
        return ()
    beam: list[tuple[float, Roles]] = [(0.0, ())]
    for at, letter in enumerate(letters):
        around = dict.fromkeys(model.roles.get(letter, ()), 0.0)
        _add(around, model, _around(letters, at))
        ahead: list[tuple[float, Roles]] = []
        for cost, roles in beam:
            scores = around.copy()
            _add(scores, model, _behind(letters, at, roles))
            ahead += (
                (cost + bits, (*roles, role))
                for role, bits in _costs(scores)
                if may_follow(roles, role, letter, len(letters) - at - 1)
            )
        beam = sorted(ahead)[:_BEAM]
        beam = [path for path in beam if path[0] <= beam[0][0] + _MARGIN]
    return tuple(_analysis(cost, roles, word) for cost, roles in beam[:limit])


def _add(scores: dict[str, float], model: LetterModel, found: Sequence[str]) -> None:
    """Add what contexts say for or against each role of the letter."""
    for context in found:
        for role, weight in model.weights.get(context, {}).items():
            if role in scores:
                scores[role] += weight


def _costs(scores: Mapping[str, float]) -> list[tuple[str, float]]:
    """The likelier roles with their cost, -ln P."""
    most = max(scores.values(), default=0.0)
    whole = most + math.log(sum(math.exp(s - most) for s in scores.values()) or 1.0)
    return [(role, whole - score) for role, score in scores.items() if whole - score <= _MARGIN]


def _analysis(cost: float, roles: Roles, word: str) -> Analysis:
    letters = letters_of(word)
    prefixes, article, form = read_roles([letter.char for letter in letters], roles)
    start = next((i for i in range(len(roles), 0, -1) if roles[i - 1].endswith("-")), 0)
    rest = word[letters[start].start :]
    return Analysis(cost / math.log(2.0), prefixes, article, form, rest)


@functools.cache
def load_letters() -> LetterModel:
    """The table that comes with the package."""
    path = Path(__file__).parent / "tables" / "letters.tsv"
    return model_of(path.read_text(encoding="utf-8").splitlines()[1:])


def model_of(rows: Sequence[str]) -> LetterModel:
    """The model that the rows of a table make; a letter's own context names all its roles.

    >>> model_of(["0 م\\tC+u=12 C=0"]).roles
    {'م': ('C+u', 'C')}
    """
    weights: dict[str, dict[str, float]] = {}
    roles: dict[str, Roles] = {}
    for row in rows:
        context, cell = row.split("\t")
        found = weights[context] = {}
        for item in cell.split(" "):
            role, tenths = item.rsplit("=", 1)
            found[role] = int(tenths) / SCALE
        if context.startswith("0 "):
            roles[context[2:]] = tuple(found)
    return LetterModel(weights, roles)
