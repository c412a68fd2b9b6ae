"""The editing stage: what editors ask of the whole of nisba about their own files.

It stands behind `nisba.batch`, because its questions need the sound model, the resolver and files
of results: which names look like slips, which records may be one person's, what an edit does to
answers, what is missing. What the files alone can tell is the matter of `nisba.gazetteer`.
"""

from nisba.editing.coverage import Coverage, coverage_of
from nisba.editing.effects import Effect, effects_of
from nisba.editing.listed_names import read_names
from nisba.editing.proposals import Proposal, read_proposals, write_proposals
from nisba.editing.questions import examine
from nisba.editing.review import accept, proposals_of, unresolved

__all__ = [
    "Coverage",
    "Effect",
    "Proposal",
    "accept",
    "coverage_of",
    "effects_of",
    "examine",
    "proposals_of",
    "read_names",
    "read_proposals",
    "unresolved",
    "write_proposals",
]
