"""The types of the match stage: names made ready, what was seen between them, a comparison."""

import operator
from collections.abc import Sequence
from dataclasses import dataclass, field, fields
from enum import StrEnum
from functools import cached_property
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

from nisba.match.homes import Shares
from nisba.names.types import Kind, Name, Part
from nisba.sounds.kernels import Floats, Ints, Longs
from nisba.sounds.listening import Sounds
from nisba.text.scripts import Script


class Verdict(StrEnum):
    """Whether two names are one, as far as the names alone can tell."""

    SAME = "same"
    UNSURE = "unsure"
    DIFFERENT = "different"


class Content(NamedTuple):
    """What a part holds: parts of equal contents are heard alike, and are one row of the columns.

    `sex` is that of a son or daughter of; `feminine` marks a nisba in its feminine form
    (al-Miṣrīyah), of which `core` is the masculine; `rank` a title.
    """

    core: str
    script: Script
    head: str = ""
    tail: str = ""
    article: bool = False
    sex: str = ""
    initial: bool = False
    feminine: bool = False
    rank: bool = False


class Heard(NamedTuple):
    """Contents of parts as the sound model hears them, a row each.

    `best` is the evidence of the core beside itself, in bits: no other spelling can say more.
    `shift` is what the compound says more than its core. `prophet` tells that the core is the
    Prophet's name, in any of its spellings, with nothing before or behind it. The other columns are
    those of `nisba.match.columns.Parts`.
    """

    sounds: Sounds
    first_forms: Ints
    tally: Longs
    best: Floats
    shift: Floats
    prophet: NDArray[np.bool_]
    homes: Shares


class Hears(Protocol):
    """What hears the parts of a name (`nisba.match.prepare.Ear`)."""

    def content(self, part: Part, in_name: bool = True) -> Content:
        """Return what one part holds; `in_name` tells that others stand beside it."""
        ...

    def hear(self, contents: Sequence[Content]) -> Heard:
        """Return how contents are heard."""
        ...


@dataclass(frozen=True, eq=False)
class Prepared:
    """A name ready for comparison: its parts without titles; `given`: index or -1; `titles`: the
    ids of its titles (see gazetteers/titles.tsv).

    The parts are heard when somebody asks (`nisba.match.columns.Store`): to tell a reason takes no
    hearing.
    """

    name: Name
    parts: tuple[Part, ...]
    given: int
    titles: frozenset[str]
    promoted: "Prepared | None"
    """The same name with its titles that may be names among the parts (Ḥāfiẓ Ibrāhīm)."""
    ear: Hears = field(repr=False)

    @cached_property
    def contents(self) -> tuple[Content, ...]:
        """What the parts hold."""
        return tuple([self.ear.content(part, len(self.parts) > 1) for part in self.parts])

    @property
    def second(self) -> int:
        """Index of a name behind the given one by which the bearer goes if that is a Muḥammad
        only set in front (Muḥammad Ḥusnī Mubārak); -1 where there is none."""
        after = self.given + 1
        if after == 0 or after >= len(self.parts) - 1 or self.parts[after].kind is not Kind.ISM:
            return -1
        return after


class Link(NamedTuple):
    """Parts that answer each other: first and last index on both sides (a glued compound answers
    two parts), the bits of their sound, and how far below identity they stay (never positive)."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    bits: float
    deficit: float
    head: float


@dataclass(frozen=True, slots=True)
class Seen:
    """What was seen between two names: the quantities that the fitted weights multiply.

    Each is a count unless it says otherwise; see weights.tsv for the names that motivate each.
    """

    sound: float = 0.0
    """Bits of the parts that answer each other."""
    complete: int = 0
    """Every part of both names is answered."""
    exact: int = 0
    """Every part is answered by the same letters: a spelling that is listed as it is."""
    given_same: int = 0
    """The given names answer each other."""
    given_clash: int = 0
    """Both have a given name, and neither is answered anywhere."""
    given_moved: int = 0
    """A given name answers a part that is no given name."""
    clash: int = 0
    """Parts unanswered on both sides, beyond the given names: a contradiction in the chain."""
    family_missing: int = 0
    """A last part with an article, or of a house, is not answered."""
    role_differs: int = 0
    """The last part of one name answers a middle part of the other."""
    order: int = 0
    """Answered parts that stand in another order."""
    turned: int = 0
    """Every part is answered, and the given name stands elsewhere (Abdelaziz Bouteflika)."""
    head_differs: int = 0
    """Answered parts of which one has a head or second half that the other lacks (Abd, al-Din)."""
    article_differs: int = 0
    """Answered parts of which one has the article (al-Ali, Ali); a nisba may have it or not."""
    ibn_same: int = 0
    """Answered parts that are called son of on both sides (Ibn Khaldun)."""
    ibn_differs: int = 0
    """Answered parts that are called son of on one side."""
    title_same: int = 0
    """Titles that both names bear (Haji, Mullah)."""
    gender_differs: int = 0
    """Answered nisbas of which one is masculine and one feminine."""
    sound_clash: float = 0.0
    """Bits of the parts that answer each other, where the given names clash: a family has them."""
    last_clash: int = 0
    """The last parts of both names are unanswered, where others answer: another family."""
    chain_turned: int = 0
    """Every part is answered in a chain of fathers that runs the other way."""
    near: float = 0.0
    """Contradicting parts that look alike, letter by letter (Ghasemi, Ghaeemi): 0 to 1 each."""
    near_bones: float = 0.0
    """Contradicting parts with like consonants (Droukdel, Durikdal): 0 to 1 each."""
    apart: float = 0.0
    """Where no part answers another: how far apart the nearest two are, in bits (0 to -30)."""
    alone: int = 0
    """One answered part only, beside others that are not answered."""
    given_alone: int = 0
    """That one part is the given name, and the others contradict each other."""
    far: float = 0.0
    """How far the parts that answer each other stay below identity, in bits (0 or more)."""
    company: float = 0.0
    """How much less answered parts say together than one by one, since they are at home in the same
    countries (0 or more, in bits)."""
    given_more: int = 0
    """The given name of one answers a part behind the other's own given name, to which nothing
    answers: a son bears his father's name behind his own."""

    def vector(self) -> tuple[float, ...]:
        """The quantities in the order of the fields."""
        return _quantities(self)


SEEN = tuple(f.name for f in fields(Seen))
COUNTED = tuple(f.name for f in fields(Seen) if f.type is int)
"""The quantities that are counts."""
_quantities = operator.attrgetter(*SEEN)
