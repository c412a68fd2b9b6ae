"""The three decisions that a resolver may come to."""

from enum import StrEnum


class Decision(StrEnum):
    """A match, several that cannot be told apart, or nobody who is listed."""

    MATCH = "match"
    AMBIGUOUS = "ambiguous"
    NONE = "none"
