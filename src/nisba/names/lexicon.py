"""The particles and stems that the rules of the name stage read, from the editors' files.

`gazetteers/particles.tsv` lists marks (article, filiation, heads, tails, fillers) with their
spellings, `gazetteers/stems.tsv` the words that are written in one with them. Both are read on
first use and kept. Reach for `lexicon()`; what a spelling not listed here means is for the rules
in `nisba.names.glued`.
"""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from nisba.names.words import bare_of, read, small
from nisba.text.clean import clean
from nisba.text.marks import one_sign
from nisba.text.scripts import Script

_BETWEEN = " | "


@dataclass(slots=True)
class Lexicon:
    """Spellings by role, each as the bare letters of a reading."""

    article: frozenset[str] = frozenset()
    filiation: dict[str, str] = field(default_factory=dict)
    filiation_after: dict[str, str] = field(default_factory=dict)
    head: dict[str, str] = field(default_factory=dict)
    house_of: frozenset[str] = frozenset()
    tail: dict[str, str] = field(default_factory=dict)
    endings: tuple[tuple[str, str], ...] = ()
    """Tails in Arabic script, longest first, as they end a word that is written in one."""
    house: frozenset[str] = frozenset()
    given_prefix: dict[str, str] = field(default_factory=dict)
    filler: frozenset[str] = frozenset()
    linker: frozenset[str] = frozenset()
    trailer: frozenset[str] = frozenset()
    whole: frozenset[str] = frozenset()
    not_nisba: frozenset[str] = frozenset()
    exact: dict[str, frozenset[str]] = field(default_factory=dict)
    skeletons: dict[str, frozenset[str]] = field(default_factory=dict)


def rows(name: str) -> list[dict[str, str]]:
    """Rows of one curated TSV file as mappings from column to cell.

    >>> rows("particles.tsv")[0]["role"]
    'article'
    """
    # Imported here, since paths cost more to import than the rest of this stage.
    from nisba._data import curated

    lines = curated(name).read_text(encoding="utf-8").splitlines()
    header = lines[0].split("\t")
    return [dict(zip(header, line.split("\t"), strict=True)) for line in lines[1:] if line]


def spellings(cell: str) -> list[str]:
    """The spellings of one cell.

    >>> spellings("ibn | bin")
    ['ibn', 'bin']
    """
    return [part.strip() for part in cell.split(_BETWEEN) if part.strip()]


def _bares(row: dict[str, str]) -> list[str]:
    return [read(word).bare for word in spellings(row["arabic"]) + spellings(row["latin"])]


_DIGRAPHS = [
    (re.compile(pattern), to)
    for pattern, to in (
        ("kh", "x"),
        ("sch|sh|ch", "$"),
        ("[dt]h", lambda found: found[0][0]),
        ("gh", "g"),
        ("dj", "j"),
        ("ph", "f"),
        ("ck", "k"),
        ("c(?=[eiy])", "s"),
        ("[qc]", "k"),
        ("v", "w"),
        ("h$", ""),
        ("^[aeiou]+(?=.)", "A"),
        # A last i is kept: Hashemi is not Hashim.
        ("(?<=.)[iy]+$", "I"),
        ("(?<=.)[aeiouyw]+", ""),
        (r"(.)\1+", r"\1"),
    )
]


@lru_cache(maxsize=1 << 16)
def skeleton_of(bare: str) -> str:
    """Consonants of a plain Latin spelling, as rough as a look-up of known stems needs.

    >>> skeleton_of("rehmane") == skeleton_of("rahman")
    True
    """
    for pattern, to in _DIGRAPHS:
        bare = pattern.sub(to, bare)
    return bare


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """The particles and stems, read once.

    >>> lexicon().filiation["ould"]
    'ibn'
    """
    lex = Lexicon()
    by_role: dict[str, dict[str, str]] = {}
    for row in rows("particles.tsv"):
        if (row["role"], row["id"]) == ("head", "al"):
            lex.house_of = frozenset(_long_forms(row))
            continue
        table = by_role.setdefault(row["role"], {})
        for bare in _bares(row):
            table.setdefault(bare, row["id"])
    lex.article = frozenset(by_role["article"])
    lex.filiation = by_role["filiation"]
    lex.filiation_after = by_role["filiation-after"]
    lex.head = by_role["head"]
    lex.tail = by_role["tail"]
    endings = [(bare, tail) for bare, tail in lex.tail.items() if _ends_arabic(bare, tail)]
    lex.endings = tuple(sorted(endings, key=lambda pair: -len(pair[0])))
    lex.house = frozenset(by_role["house"])
    lex.given_prefix = by_role["given-prefix"]
    lex.filler = frozenset(by_role["filler"])
    lex.linker = frozenset(by_role["linker"])
    lex.trailer = frozenset(by_role["trailer"])
    lex.whole = frozenset(by_role["whole"])
    lex.not_nisba = frozenset(by_role["not-nisba"])
    lex.exact, lex.skeletons = _stems()
    return lex


def _ends_arabic(bare: str, tail: str) -> bool:
    return not bare.isascii() and tail != "zahra"


def _long_forms(row: dict[str, str]) -> list[str]:
    """Spellings of the house-of word with their long vowel, which tells it from the article."""
    latin = [small(one_sign(clean(word))) for word in spellings(row["latin"])]
    return latin + spellings(row["arabic"])


def _stems() -> tuple[dict[str, frozenset[str]], dict[str, frozenset[str]]]:
    exact: dict[str, set[str]] = {}
    rough: dict[str, set[str]] = {}
    for row in rows("stems.tsv"):
        for join in row["joins"].split():
            arabic = [read(word).bare for word in spellings(row["arabic"])]
            latin = [bare_of(word) for word in spellings(row["latin"])]
            exact.setdefault(join, set()).update(arabic, latin)
            # A skeleton of two consonants is shared by too many words to mean anything.
            rough.setdefault(join, set()).update(
                skeleton for word in latin if len(skeleton := skeleton_of(word)) > 2
            )
    return (
        {join: frozenset(words) for join, words in exact.items()},
        {join: frozenset(words) for join, words in rough.items()},
    )


_NONE: frozenset[str] = frozenset()
_LONGEST_STEM = 24


def joins(bare: str, join: str, script: Script) -> bool:
    """Whether a word is a stem of the given join, in any spelling of the same consonants.

    >>> joins("rehmaan", "abd", Script.LATIN)
    True
    """
    lex = lexicon()
    if bare in lex.exact.get(join, _NONE):
        return True
    if script is Script.ARABIC or len(bare) > _LONGEST_STEM:
        return False
    return skeleton_of(bare) in lex.skeletons.get(join, _NONE)
