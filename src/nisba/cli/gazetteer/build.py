"""`nisba gazetteer build`: compile a gazetteer into an index file that opens at once."""

from pathlib import Path

import click

from nisba.cli.arguments import TEXT
from nisba.cli.output import could_not_run


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
    from nisba.batch.encodings import encoding_of
    from nisba.batch.faults import FaultyFile
    from nisba.batch.outputs import check_target
    from nisba.facts import FactColumns
    from nisba.gazetteer import FaultyGazetteer, Gazetteer
    from nisba.resolve import Resolver

    where = source or curated()
    try:
        check_target(output, where, overwrite)
        if where.is_dir():
            gazetteer = Gazetteer.load(where)
        else:
            facts = FactColumns(birth_year_column, country_column, gender_column)
            encoding = encoding_of(where)
            gazetteer = Gazetteer.read_csv(where, id_column, name_column, encoding, facts=facts)
        Resolver(gazetteer).save(output, where)
    except (FaultyFile, FaultyGazetteer, OSError) as fault:
        could_not_run(fault)
    names = sum(1 for _ in gazetteer.names())
    size = output.stat().st_size / 1e6
    click.echo(
        f"nisba: {output}: {len(gazetteer):,} identities, {names:,} names, {size:.1f} MB", err=True
    )
