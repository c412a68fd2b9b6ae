"""`nisba resolve`: a CSV file of names in, the same file with identities out."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from nisba.cli.arguments import TEXT
from nisba.cli.output import CouldNotRun, could_not_run
from nisba.cli.progress import Bar
from nisba.cli.rejects import Rejects

if TYPE_CHECKING:
    from nisba.batch import Fault, Summary, Table
    from nisba.batch.resolving import Resolves
    from nisba.facts import FactColumns
    from nisba.gazetteer import Finding


@click.command(short_help="Resolve a column of names in a CSV file.")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--column", required=True, type=TEXT, help="The column that holds the names.")
@click.option("--birth-year-column", type=TEXT, help="The column that holds years of birth.")
@click.option("--country-column", type=TEXT, help="The column that holds countries.")
@click.option("--gender-column", type=TEXT, help="The column that holds genders.")
@click.option("-o", "--output", required=True, help="The file to write; - is standard output.")
@click.option(
    "--against",
    type=click.Path(path_type=Path),
    help="A gazetteer folder, or a CSV file of ids and names; else the curated gazetteer.",
)
@click.option(
    "--against-column", default="name", type=TEXT, show_default=True, help="Its column of names."
)
@click.option("--id-column", default="id", type=TEXT, show_default=True, help="Its column of ids.")
@click.option("--against-birth-year-column", type=TEXT, help="Its column of years of birth.")
@click.option("--against-country-column", type=TEXT, help="Its column of countries.")
@click.option("--against-gender-column", type=TEXT, help="Its column of genders.")
@click.option(
    "--max-error",
    type=click.FloatRange(0, 1, min_open=True, max_open=True),
    default=0.01,
    show_default=True,
    help="The share of matches that may be wrong; a smaller one matches less.",
)
@click.option(
    "--limit",
    type=click.IntRange(1, 1000),
    default=5,
    show_default=True,
    help="The most candidates of each name, with --json.",
)
@click.option("--json", "json_", is_flag=True, help="Write JSON lines with the evidence, not CSV.")
@click.option("--encoding", help="The encoding of FILE, if the guess is wrong.")
@click.option("--delimiter", help="What parts the fields of FILE, a character or 'tab'.")
@click.option("--overwrite", is_flag=True, help="Replace the output if it exists.")
def resolve(
    file: Path,
    column: str,
    birth_year_column: str | None,
    country_column: str | None,
    gender_column: str | None,
    output: str,
    against: Path | None,
    against_column: str,
    id_column: str,
    against_birth_year_column: str | None,
    against_country_column: str | None,
    against_gender_column: str | None,
    max_error: float,
    limit: int,
    json_: bool,
    encoding: str | None,
    delimiter: str | None,
    overwrite: bool,
) -> None:
    """Resolve the names in a column of FILE, and write every row with five columns more.

    The columns are nisba_decision (match, ambiguous, none), nisba_id, nisba_label,
    nisba_probability (of the best candidate) and nisba_reason. Rows keep their order, cells their
    text. Only a cell that a spreadsheet would run as a formula gets an apostrophe before it.

    FILE may be UTF-8, UTF-16, windows-1256 or ISO 8859-6, parted by comma, semicolon, tab or bar.
    The output is parted as FILE is, and is UTF-8 with a byte-order mark, by which spreadsheets
    know it; on standard output there is no mark.

    Columns of birth years, countries and genders decide between namesakes. A cell of these that
    cannot be read is told of and left out; its row is resolved by the rest.

    A name is matched when it is likely enough that of all matches no more than --max-error are
    wrong; else it is ambiguous between listed ones, or nobody's (none).

    Rows that cannot be read go to a file beside the output, OUT.rejects.csv for OUT.csv, with
    their line and the reason, and the exit status is 1. Blank lines are passed over.

    \b
    Example:
      nisba resolve people.csv --column name -o out.csv
      nisba resolve people.csv --column name --birth-year-column born -o out.csv
      nisba resolve a.csv --column name --against b.csv --id-column id -o out.csv
    """
    from nisba.batch import FaultyFile, resolve_table, survey
    from nisba.batch.outputs import check_target
    from nisba.facts import FactColumns
    from nisba.gazetteer import FaultyGazetteer

    facts = FactColumns(birth_year_column, country_column, gender_column)
    listed = FactColumns(against_birth_year_column, against_country_column, against_gender_column)
    target = sys.stdout if output == "-" else Path(output)
    try:
        table = survey(file, column, encoding, delimiter, facts)
        if isinstance(target, Path):
            check_target(target, file, overwrite)
        unread = Rejects(at_once=output == "-")
        resolver = _resolver(against, against_column, id_column, listed, max_error, unread.add)
        if against is not None and against.is_file() and facts.birth_year and not listed.birth_year:
            unmet = "no --against-birth-year-column: years of birth meet nothing there"
            click.echo(f"nisba: {against}: {unmet}", err=True)
        rejects = Rejects(at_once=output == "-")
        with Bar("resolving", file.stat().st_size, hidden=output == "-") as bar:
            summary = resolve_table(
                table,
                target,
                resolver,
                overwrite=overwrite,
                as_json=json_,
                limit=limit,
                on_reject=rejects.add,
                on_unread=unread.add,
                on_progress=bar.move,
            )
    except BrokenPipeError:
        raise
    except (FaultyFile, FaultyGazetteer, OSError) as fault:
        could_not_run(fault)
    rejects.show()
    unread.show()
    _say(table, summary)
    if summary.rejected:
        raise click.exceptions.Exit(1)


def _resolver(
    against: Path | None,
    name_column: str,
    id_column: str,
    facts: "FactColumns",
    max_error: float,
    on_unread: Callable[["Fault"], None],
) -> "Resolves":
    from nisba.gazetteer import Gazetteer
    from nisba.resolve import Resolver

    if against is None or against.is_dir():
        if facts.names:
            wrong = f"'{facts.names[0]}': a gazetteer folder has no columns: name a CSV file"
            raise CouldNotRun(f"{against or '--against'}: {wrong}")
        return Resolver(Gazetteer.load(against), max_error)
    from nisba.batch.encodings import encoding_of
    from nisba.batch.faults import Fault

    def tell(found: "Finding") -> None:
        on_unread(Fault(found.path, found.line, found.value, f"{found.code}: {found.message}"))

    encoding = encoding_of(against)
    gazetteer = Gazetteer.read_csv(
        against, id_column, name_column, encoding, facts=facts, on_unread=tell
    )
    return Resolver(gazetteer, max_error)


def _say(table: "Table", summary: "Summary") -> None:
    """Print what was done; how the file was read is worth a word where it was guessed."""
    read = "" if table.encoding.startswith("utf-8") else f", read as {table.encoding}"
    aside = f" (see {summary.rejects})" if summary.rejects else ""
    facts = "1 fact" if summary.unread == 1 else f"{summary.unread:,} facts"
    unread = f"; {facts} not read, and left out" if summary.unread else ""
    click.echo(
        f"nisba: {table.path}: {summary.rows:,} rows{read}: {summary.matched:,} matched, "
        f"{summary.ambiguous:,} ambiguous, {summary.nobody:,} nobody, "
        f"{summary.rejected:,} rejected{aside}{unread}",
        err=True,
    )
