"""The batch stage: a file or frame of names in, the same with identities out.

`resolve_frame` is for programs that have a DataFrame. `input_of` and `resolve_table` are for files
(CSV, TSV, JSON lines, Parquet), and the command `nisba resolve` is a thin skin over them; `survey`
reads CSV alone. pandas, pyarrow, clevercsv and charset-normalizer are imported when a function
first needs them.
"""

from nisba.batch.columns import COLUMNS
from nisba.batch.faults import Fault, FaultyFile
from nisba.batch.frame import resolve_frame
from nisba.batch.inputs import input_of
from nisba.batch.reading import Table, survey
from nisba.batch.table import Summary, resolve_table

__all__ = [
    "COLUMNS",
    "Fault",
    "FaultyFile",
    "Summary",
    "Table",
    "input_of",
    "resolve_frame",
    "resolve_table",
    "survey",
]
