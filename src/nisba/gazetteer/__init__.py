"""The gazetteer stage: the editors' files, read strictly, checked and written in one layout.

Reach for `Gazetteer` to resolve names against records, for `check` to see what is wrong with a
folder of them. YAML and pandas are imported when a function first needs them.
"""

from nisba.gazetteer.check import check
from nisba.gazetteer.faults import FaultyGazetteer, Finding, Severity
from nisba.gazetteer.gazetteer import Gazetteer
from nisba.gazetteer.layout import canonical, formatted
from nisba.gazetteer.minting import mint
from nisba.gazetteer.types import Identity, IdentityType, NameRecord, Office

__all__ = [
    "FaultyGazetteer",
    "Finding",
    "Gazetteer",
    "Identity",
    "IdentityType",
    "NameRecord",
    "Office",
    "Severity",
    "canonical",
    "check",
    "formatted",
    "mint",
]
