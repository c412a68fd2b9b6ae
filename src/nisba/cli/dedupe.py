"""`nisba dedupe`: a file of names in, the same file with the rows of one bearer put together."""

from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

import click

from nisba.cli.arguments import TEXT
from nisba.cli.files import Files, file_options, say_resumable, size_of, target_of
from nisba.cli.output import CouldNotRun, could_not_run
from nisba.cli.progress import Bar
from nisba.cli.rejects import Rejects, told_aside

if TYPE_CHECKING:
    from nisba.batch.chunks import Input
    from nisba.batch.clustering import Clustered, Summary


@click.command(short_help="Put the rows of one bearer in a file together.")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--column", required=True, type=TEXT, help="The column that holds the names.")
@click.option("--birth-year-column", type=TEXT, help="The column that holds years of birth.")
@click.option("--country-column", type=TEXT, help="The column that holds countries.")
@click.option("--gender-column", type=TEXT, help="The column that holds genders.")
@click.option("-o", "--output", required=True, help="The file to write; - is standard output.")
@click.option(
    "--max-error",
    type=click.FloatRange(0, 1, min_open=True, max_open=True),
    default=0.1,
    show_default=True,
    help="The share of rows that may be misplaced; a smaller one puts less together.",
)
@click.option("--json", "json_", is_flag=True, help="Write JSON lines with the evidence.")
@click.option(
    "--report", type=click.Path(path_type=Path), help="Write a page on the clusters, in Markdown."
)
@file_options
def dedupe(
    files: Files,
    file: Path,
    column: str,
    birth_year_column: str | None,
    country_column: str | None,
    gender_column: str | None,
    output: str,
    max_error: float,
    json_: bool,
    report: Path | None,
) -> None:
    """Put the rows of FILE that name one bearer into clusters, without a gazetteer.

    Every row comes out in its order, with five columns more: nisba_cluster (an id that the rows of
    one bearer share), nisba_cluster_size (its rows), nisba_representative (the name that stands
    for it), nisba_probability (that the row belongs where it is) and nisba_reason.

    An id depends on the names in the cluster, and on what is known beside them, alone: another
    order of the rows, or more rows elsewhere, leave it as it is.

    Rows are put together only if all names of a cluster speak for it. A name that two clusters
    claim alike is given to neither. Where many rows bear a name that is common, nothing tells
    whether they are one: each stands for itself. Columns of birth years, countries and genders
    tell namesakes apart, and join what is the same. The longer the list, the more a name has to
    say.

    --report shows the largest clusters, the least certain ones, and what was kept apart, each with
    its evidence. Formats, packing and rejects are as for nisba resolve. FILE is read twice, so it
    cannot be standard input.

    \b
    Example:
      nisba dedupe people.csv --column name -o clusters.csv
      nisba dedupe people.csv --column name --birth-year-column born -o clusters.csv
      nisba dedupe people.parquet --column name -o clusters.parquet --report clusters.md
    """
    from nisba.batch import FaultyFile, input_of
    from nisba.batch.clustering import COLUMNS
    from nisba.batch.deduping import collect, dedupe_table
    from nisba.batch.outputs import check_target
    from nisba.batch.spooling import check_free
    from nisba.facts import FactColumns

    facts = FactColumns(birth_year_column, country_column, gender_column)
    screen = output == "-"
    target = target_of(output)
    unread, rejects = Rejects(at_once=screen), Rejects(at_once=screen)
    try:
        table = input_of(
            file,
            column,
            shape=files.shape,
            encoding=files.encoding,
            delimiter=files.delimiter,
            facts=facts,
            added=COLUMNS,
        )
        if isinstance(target, Path):
            check_target(target, file, files.overwrite, files.resume)
            check_free(target, files.overwrite, files.resume)
        if report is not None:
            _check_report(report, (file, Path(output)), files.overwrite)
        with Bar("reading", size_of(file), hidden=screen) as bar:
            collected, lines = collect(table, bar.move)
        with Bar("indexing", 100, hidden=screen) as bar:
            indexed = collected.indexed(files.workers, bar.move)
        with Bar("comparing", 100, hidden=screen) as bar:
            clustered = indexed.clustered(max_error, bar.move)
        with Bar("writing", size_of(file), hidden=screen) as bar:
            summary = dedupe_table(
                table,
                target,
                clustered,
                lines,
                shape=files.output_shape,
                as_json=json_,
                overwrite=files.overwrite,
                resume=files.resume,
                jobs=files.workers,
                options={"nisba": version("nisba"), "--max-error": max_error},
                on_reject=rejects.add,
                on_unread=unread.add,
                on_progress=bar.move,
            )
        if report is not None:
            _write_report(report, clustered, summary, file)
    except KeyboardInterrupt:
        say_resumable(target)
        raise click.Abort from None
    except (FaultyFile, OSError) as fault:
        could_not_run(fault)
    rejects.show()
    unread.show()
    _say(table, summary)
    if summary.rejected:
        raise click.exceptions.Exit(1)


def _check_report(report: Path, others: tuple[Path, ...], overwrite: bool) -> None:
    """Refuse a report that would replace what is not to be replaced."""
    if not report.parent.is_dir():
        raise CouldNotRun(f"{report}: cannot write: there is no folder {report.parent}")
    if any(report.resolve() == other.resolve() for other in others):
        raise CouldNotRun(f"{report}: cannot write: the report needs a file of its own")
    if report.exists() and not (overwrite and report.is_file()):
        raise CouldNotRun(f"{report}: cannot write: the file exists; --overwrite replaces it")


def _write_report(report: Path, clustered: "Clustered", summary: "Summary", file: Path) -> None:
    from nisba.batch.deduping_report import report_of
    from nisba.batch.outputs import replacing

    with replacing(report, "utf-8") as out:
        out.write(report_of(clustered, summary, file.name))


def _say(table: "Input", summary: "Summary") -> None:
    """Print what was done."""
    read = f", {table.remark}" if table.remark else ""
    aside = told_aside(summary.rejected, summary.rejects, summary.unread)
    click.echo(
        f"nisba: {table.source.path}: {summary.rows:,} rows{read}: {summary.together:,} in "
        f"{summary.clusters:,} clusters, {summary.common:,} too common to tell, "
        f"{summary.torn:,} claimed by two, {aside}",
        err=True,
    )
