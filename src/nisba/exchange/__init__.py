"""The exchange stage: other people's records into a gazetteer, and a gazetteer into their formats.

Reach for `compile_index` to make an index file, for `import_entries` or `import_index` with one of
the readers (`read_ftm`, `read_wikidata`, `read_table`, `read_ofac`, `read_un`), for a writer
(`write_ftm`, `write_table`, `write_skos`, `write_parquet`, `write_spacy`), or for `export_file`,
which writes a file whole or not at all. It stands behind `batch`, whose readers of rows and writers
of files it uses.
"""

from nisba.exchange.compiling import Compiled, compile_index
from nisba.exchange.entries import Entry, ForeignName, Found, PassedOver, Rejected
from nisba.exchange.exporting import EXPORTS, export_file
from nisba.exchange.ftm import read_ftm, write_ftm
from nisba.exchange.importing import Imported, Source, import_entries
from nisba.exchange.indexing import import_index
from nisba.exchange.ofac import read_ofac
from nisba.exchange.parquet import write_parquet
from nisba.exchange.skos import write_skos
from nisba.exchange.spacy import write_spacy
from nisba.exchange.table import NameColumns, read_table, write_table
from nisba.exchange.un import read_un
from nisba.exchange.wikidata import read_wikidata

__all__ = [
    "EXPORTS",
    "Compiled",
    "Entry",
    "ForeignName",
    "Found",
    "Imported",
    "NameColumns",
    "PassedOver",
    "Rejected",
    "Source",
    "compile_index",
    "export_file",
    "import_entries",
    "import_index",
    "read_ftm",
    "read_ofac",
    "read_table",
    "read_un",
    "read_wikidata",
    "write_ftm",
    "write_parquet",
    "write_skos",
    "write_spacy",
    "write_table",
]
