"""Parquet, for analysts: the table of `nisba.exchange.table`, with types, one name a row.

pyarrow writes it. It is an extra: `pip install "nisba[parquet]"`.
"""

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from nisba.exchange.table import COLUMNS, rows_of
from nisba.gazetteer.types import Identity

_ROWS = 50_000


def write_parquet(identities: Iterable[Identity], path: Path) -> None:
    """Write one name a row: years as integers, countries as a list, all else as text.

    Raises `ModuleNotFoundError` where pyarrow is not installed.
    """
    import pyarrow as pa
    from pyarrow import parquet

    types = dict.fromkeys(COLUMNS, pa.string())
    types |= {"birth_year": pa.int16(), "death_year": pa.int16()}
    types["countries"] = pa.list_(pa.string())
    schema = pa.schema(list(types.items()))
    rows = _rows(identities)
    with parquet.ParquetWriter(path, schema) as writer:
        while chunk := list(islice(rows, _ROWS)):
            writer.write_table(pa.Table.from_pylist(chunk, schema))


def _rows(identities: Iterable[Identity]) -> Iterator[dict[str, Any]]:
    for identity, name in rows_of(identities):
        yield {
            "id": identity.id,
            "type": str(identity.type),
            "label": identity.label,
            "name": name.text,
            "script": str(name.script),
            "kind": name.kind,
            "status": name.status,
            "source": name.source,
            "gender": identity.gender or None,
            "birth_year": identity.birth_year,
            "death_year": identity.death_year,
            "countries": list(identity.countries),
        }
