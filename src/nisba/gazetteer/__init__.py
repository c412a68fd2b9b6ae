"""The gazetteer stage: the editors' files, read strictly, checked and written in one layout.

Reach for `Gazetteer` to resolve names against records, for `check` to see what is wrong with a
folder of them. `create`, `add_name`, `merge`, `split`, `retire`, `rename_label`, `link_namesakes`
and `answer` edit it, each as one change, whole or not at all. YAML and pandas are imported when a
function first needs them.

All else that `nisba gazetteer` does is here by its name too: `examine` (every finding, those of the
sound model among them), `effects_of`, `coverage_of`, `unresolved`, `proposals_of`, `accept`,
`import_entries`, `import_index`, `export_file`, `compile_index`, the readers and the writers. They
are functions of later stages (`nisba.editing`, `nisba.exchange`), and come when they are asked for.
"""

from importlib import import_module
from typing import Any

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

_LATER = ("nisba.editing", "nisba.exchange")
"""Stages that stand on this one, and whose functions are the editors' tools as well."""


def __getattr__(name: str) -> Any:
    """A tool of a later stage, by its name."""
    if not name.startswith("_"):
        for stage in map(import_module, _LATER):
            if name in stage.__all__:
                return getattr(stage, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


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
