"""What a romanization standard is made of: the scheme, its rules and its examples.

The frozen types that the readers of the standards hand to the engines, and the words in which a
rule says what it reads and where it holds. `gazetteers/README.md` explains each of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

KINDS = ("sounds", "letters")
STATUSES = ("published", "own")

#: What stands before or behind the units of a word, or for a word as a whole.
MARKS = (
    *("al+", "wa+", "fa+", "bi+", "li+", "la+", "ka+", "sa+"),
    *("+u", "+a", "+i", "+un", "+an", "+in"),
    *("~u", "~i"),
    "ẗ",
    *("C", "CC", "V"),
    *("<space>", "<ibn>", "<bint>", "<allāh>", "<abd>", "<abu>"),
)
#: Where a rule holds: terms of the column `context`, all of which must be true.
CONTEXTS = (
    "initial",
    "medial",
    "final",
    "digraph",
    "first",
    "last",
    "pause",
    "between",
    "short",
    "proper",
    "construct",
    "defective",
    "sun",
    "before-article",
    "before-allah",
    "after-prefix",
    "after-li",
    "after-vowel",
    "after-house",
    "after-ibn",
    "after-abu",
    "after-abd",
    "after-bism",
    "compound",
    "glued",
    "apart",
    "divine",
)


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: the units that it reads, where it holds, what it writes, and its number.

    For a scheme of kind `sounds` the units are those of the hidden form and `MARKS`; for one of
    kind `letters` they are Arabic characters. `output` is "" for what is not written.
    """

    id: str
    units: tuple[str, ...]
    context: frozenset[str]
    output: str
    number: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Example:
    """One worked example: the Arabic, with and without vowels, and what the standard writes."""

    arabic: str
    vocalised: str
    latin: str
    rules: tuple[str, ...]
    published: bool
    source: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Scheme:
    """A romanization standard, as its folder tells it.

    `inventory` holds the letters that it may write, small ones; a letter may be several code
    points. `features` are settings that an engine knows by name.
    """

    id: str
    title: str
    authority: str
    year: str
    language: str
    script: str
    kind: str
    reversible: bool
    inventory: tuple[str, ...]
    rules: tuple[Rule, ...]
    examples: tuple[Example, ...] = ()
    features: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    sources: tuple[Mapping[str, str], ...] = ()
    notes: tuple[str, ...] = ()
