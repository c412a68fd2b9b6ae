"""First stage: which script a letter and a run of text is written in."""

from enum import StrEnum


class Script(StrEnum):
    """Scripts that names come in, by their ISO 15924 codes; `OTHER` is everything else."""

    LATIN = "Latn"
    ARABIC = "Arab"
    CYRILLIC = "Cyrl"
    HEBREW = "Hebr"
    GREEK = "Grek"
    OTHER = "Zyyy"
