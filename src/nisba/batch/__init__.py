"""The batch stage: a file or frame of names in, the same with identities out.

`resolve_frame` is for programs that have a DataFrame. `survey` and `resolve_table` are for CSV
files, and the command `nisba resolve` is a thin skin over them. pandas, clevercsv and
charset-normalizer are imported when a function first needs them.
"""

from nisba.batch.faults import Fault, FaultyFile
from nisba.batch.frame import COLUMNS, resolve_frame
from nisba.batch.reading import Table, survey
from nisba.batch.table import Summary, resolve_table

__all__ = [
    "COLUMNS",
    "Fault",
    "FaultyFile",
    "Summary",
    "Table",
    "resolve_frame",
    "resolve_table",
    "survey",
]
