"""What a glued word is made of: the type that the rules for glued compounds give on."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Split:
    """Marks of a glued word; its core is `bare[start:end]` of its reading."""

    start: int
    end: int
    head: str = ""
    tail: str = ""
    article: bool = False
    filiation: str = ""
