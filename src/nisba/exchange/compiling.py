"""A gazetteer, or a list, compiled into an index file that a resolver opens at once."""

from pathlib import Path
from typing import NamedTuple

from nisba.batch.encodings import encoding_of
from nisba.batch.outputs import check_target
from nisba.editing.progress import Percent, silent
from nisba.facts import FactColumns
from nisba.gazetteer import Gazetteer
from nisba.resolve import Resolver

_NO_FACTS = FactColumns()


class Compiled(NamedTuple):
    """What an index holds: how many identities, and how many names of them."""

    identities: int
    names: int


def compile_index(
    source: Path,
    output: Path,
    *,
    id_column: str = "id",
    name_column: str = "name",
    facts: FactColumns = _NO_FACTS,
    overwrite: bool = False,
    jobs: int = 1,
    on_progress: Percent = silent,
) -> Compiled:
    """Compile a gazetteer's folder, or a CSV file of ids and names, into a new file.

    The index knows the content that it was made from: `Resolver.open` notices when that has
    changed. At most `jobs` processes share the work, and `on_progress` is told how much of it is
    done. Raises `FaultyGazetteer`, and `FaultyFile` for a list that cannot be read or an output
    that exists and is not to be replaced.
    """
    check_target(output, source, overwrite)
    if source.is_dir():
        gazetteer = Gazetteer.load(source)
    else:
        encoding = encoding_of(source)
        gazetteer = Gazetteer.read_csv(source, id_column, name_column, encoding, facts=facts)
    Resolver(gazetteer, jobs=jobs, on_progress=on_progress).save(output, source)
    return Compiled(len(gazetteer), sum(1 for _ in gazetteer.names()))
