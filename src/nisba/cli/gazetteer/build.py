"""`nisba gazetteer build`: compile a gazetteer into an index file that opens at once."""

from pathlib import Path

import click

from nisba.cli.arguments import TEXT
from nisba.cli.output import could_not_run
from nisba.cli.progress import Bar


@click.command(short_help="Compile a gazetteer into an index file.")
@click.argument("source", required=False, type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", required=True, type=click.Path(path_type=Path), help="The file to write."
)
@click.option("--id-column", default="id", type=TEXT, show_default=True, help="CSV: ids.")
@click.option("--name-column", default="name", type=TEXT, show_default=True, help="CSV: names.")
@click.option("--birth-year-column", type=TEXT, help="CSV: years of birth.")
@click.option("--country-column", type=TEXT, help="CSV: countries.")
@click.option("--gender-column", type=TEXT, help="CSV: genders.")
@click.option("--overwrite", is_flag=True, help="Replace the output if it exists.")
def build(
    source: Path | None,
    output: Path,
    id_column: str,
    name_column: str,
    birth_year_column: str | None,
    country_column: str | None,
    gender_column: str | None,
    overwrite: bool,
) -> None:
    """Compile SOURCE, a gazetteer folder or a CSV file of ids and names, or the curated gazetteer.

    The file holds all that resolving needs. `nisba resolve --against FILE` and `Resolver.open` map
    it into memory and begin at once, however long the list is; several processes share it.

    An index knows the content that it was made from. Where SOURCE has changed since, it is stale,
    and whoever opens it is told to build it again.

    \b
    Example:
      nisba gazetteer build -o curated.nisba
      nisba gazetteer build watchlist.csv -o watchlist.nisba
      nisba resolve people.csv --column name --against watchlist.nisba -o out.csv
    """
    from nisba._data import curated
    from nisba.batch.faults import FaultyFile
    from nisba.batch.working import cores
    from nisba.exchange import compile_index
    from nisba.facts import FactColumns
    from nisba.gazetteer import FaultyGazetteer

    try:
        with Bar("indexing", 100) as bar:
            built = compile_index(
                source or curated(),
                output,
                id_column=id_column,
                name_column=name_column,
                facts=FactColumns(birth_year_column, country_column, gender_column),
                overwrite=overwrite,
                jobs=cores(),
                on_progress=bar.move,
            )
    except (FaultyFile, FaultyGazetteer, OSError) as fault:
        could_not_run(fault)
    size = output.stat().st_size / 1e6
    click.echo(
        f"nisba: {output}: {built.identities:,} identities, {built.names:,} names, {size:.1f} MB",
        err=True,
    )
