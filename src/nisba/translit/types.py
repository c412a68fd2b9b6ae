"""The types that the transliteration stage gives on: readings, candidates, romanizations."""

from dataclasses import dataclass

from nisba.sounds.units import Form


@dataclass(frozen=True, slots=True)
class Reading:
    """One vocalised form that a written word may have, with its probability among all readings.

    `origin` says who vouches for it: "curated", "catalogue" or "derived" (from the lexicon),
    "model" (the n-grams of unlisted names) or "written" (the word came with its vowels).
    """

    form: Form
    probability: float
    origin: str


@dataclass(frozen=True, slots=True)
class Candidate:
    """One proposed text with its probability; `origin` says where it comes from, where known."""

    text: str
    probability: float
    origin: str = ""
