"""The gazetteer stage: the editors' files, read strictly, checked and written in one layout.

Reach for `Gazetteer` to resolve names against records, for `check` to see what is wrong with a
folder of them. `create`, `add_name`, `merge`, `split`, `retire`, `rename_label`, `link_namesakes`
and `answer` edit it, each as one change, whole or not at all. YAML and pandas are imported when a
function first needs them.
"""

from nisba.gazetteer.answers import Answer
from nisba.gazetteer.changes import Change, Edit
from nisba.gazetteer.check import check
from nisba.gazetteer.counts import Counts, counts_of
from nisba.gazetteer.edits import (
    add_name,
    add_names,
    answer,
    create,
    link_namesakes,
    merge,
    rename_label,
    retire,
    split,
)
from nisba.gazetteer.faults import FaultyGazetteer, Finding, Severity
from nisba.gazetteer.gazetteer import Gazetteer
from nisba.gazetteer.layout import canonical, formatted
from nisba.gazetteer.minting import mint
from nisba.gazetteer.new_names import Details, NewName
from nisba.gazetteer.types import Identity, IdentityType, NameRecord, Office

__all__ = [
    "Answer",
    "Change",
    "Counts",
    "Details",
    "Edit",
    "FaultyGazetteer",
    "Finding",
    "Gazetteer",
    "Identity",
    "IdentityType",
    "NameRecord",
    "NewName",
    "Office",
    "Severity",
    "add_name",
    "add_names",
    "answer",
    "canonical",
    "check",
    "counts_of",
    "create",
    "formatted",
    "link_namesakes",
    "merge",
    "mint",
    "rename_label",
    "retire",
    "split",
]
