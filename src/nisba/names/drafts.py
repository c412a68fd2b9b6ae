"""Parts in the making, and the marks that wait for the word they belong to.

Between words and the frozen types that the name stage gives on. Reach for it only inside the stage.
"""

from dataclasses import dataclass, field

from nisba.names.tokens import Token
from nisba.names.types import Kind
from nisba.text.scripts import Script


@dataclass(slots=True)
class Draft:
    """A part in the making; `bare` is its core in plain letters, for look-ups."""

    start: int
    end: int
    core: str
    bare: str
    script: Script
    head: str = ""
    tail: str = ""
    article: bool = False
    filiation: str = ""
    kind: Kind | None = None
    nisba: bool = False
    """Whether the core ends as a nisba does."""

    @property
    def marked(self) -> bool:
        """Whether anything but the core is there."""
        return bool(self.head or self.tail or self.article or self.filiation)


@dataclass(slots=True)
class Marks:
    """Filiation mark, head and article, in this order, before their core is read."""

    words: list[Token] = field(default_factory=list)
    filiation: str = ""
    head: str = ""
    article: bool = False
    inner: str = ""
    """A second head: the Abd of Abu Abd al-Rahman, which belongs to the core."""

    @property
    def empty(self) -> bool:
        """Whether no mark has been read."""
        return not self.words
