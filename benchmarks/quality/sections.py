"""What is told of the answers: a section for each list, with its columns; one for the pairs."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from benchmarks.quality.figures import Figure, among_ten, among_ten_of, first, first_of, sure
from benchmarks.quality.tasks import Task, aliases, arabic_names, headings


@dataclass(frozen=True, slots=True)
class About:
    """A title, and a text in which the counts of each kind are still to be filled in."""

    title: str
    about: str


@dataclass(frozen=True, slots=True)
class Section(About):
    """A list that is searched, and what is counted there.

    `halves` says whether weights were fitted on half of the persons who ask here, known by
    `nisba.resolve.tasks.held_out`: the other half is then told apart.
    """

    task: Callable[[Path, int], Task]
    columns: Mapping[str, Figure]
    halves: bool


SECTIONS = (
    Section(
        "Sanctions aliases",
        "{asked:,} aliases of persons on the OFAC list are looked for among {names:,} names: the "
        "primary names of the list, and people from Wikidata. {shares none:,} of the aliases share "
        "no word with the primary name. {nobody:,} names of nobody there ask as well.",
        aliases,
        {
            "first": first,
            "among ten": among_ten,
            "first, no word shared": first_of("shares none"),
            "sure, 1 in 100": sure(0.01),
            "sure, 5 in 100": sure(0.05),
        },
        halves=True,
    ),
    Section(
        "Library headings",
        "{asked:,} headings of authors, from the libraries of the world, are looked for among "
        "{names:,} names: one Latin heading of each author, and people from Wikidata. {Latn:,} are "
        "in Latin script, {Arab:,} in Arabic script.",
        headings,
        {
            "Latin, first": first_of("Latn"),
            "Latin, among ten": among_ten_of("Latn"),
            "Arabic, first": first_of("Arab"),
            "Arabic, among ten": among_ten_of("Arab"),
        },
        halves=True,
    ),
    Section(
        "Arabic for Latin",
        "{asked:,} full names in Arabic script are looked for among {names:,} in Latin script.",
        arabic_names,
        {"first": first, "among ten": among_ten},
        halves=False,
    ),
)
PAIRS = About(
    "Single names",
    "{one name:,} pairs are Latin spellings of one Arabic name. {look-alikes:,} are spellings of "
    "two that look most alike by Jaro-Winkler similarity, {chance:,} of two drawn by chance.",
)
"""Names that the sound model never heard in training."""
