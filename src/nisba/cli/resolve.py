"""`nisba resolve`: a CSV file of names in, the same file with identities out."""

import sys
import time
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

import click

from nisba.cli.arguments import TEXT
from nisba.cli.output import could_not_run

if TYPE_CHECKING:
    from rich.progress import Progress

    from nisba.batch import Fault, Summary, Table
    from nisba.batch.resolving import Resolves

_SHOWN_REJECTS = 20
_PATIENCE = 2.0


@click.command(short_help="Resolve a column of names in a CSV file.")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--column", required=True, type=TEXT, help="The column that holds the names.")
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
    output: str,
    against: Path | None,
    against_column: str,
    id_column: str,
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

    Rows that cannot be read go to a file beside the output, OUT.rejects.csv for OUT.csv, with
    their line and the reason, and the exit status is 1. Blank lines are passed over.

    \b
    Example:
      nisba resolve people.csv --column name -o out.csv
      nisba resolve a.csv --column name --against b.csv --id-column id -o out.csv
    """
    from nisba.batch import FaultyFile, resolve_table, survey
    from nisba.batch.outputs import check_target
    from nisba.gazetteer import FaultyGazetteer

    target = sys.stdout if output == "-" else Path(output)
    try:
        table = survey(file, column, encoding, delimiter)
        if isinstance(target, Path):
            check_target(target, file, overwrite)
        resolver = _resolver(against, against_column, id_column)
        rejects = _Rejects(at_once=output == "-")
        with _Bar(file, hidden=output == "-") as bar:
            summary = resolve_table(
                table,
                target,
                resolver,
                overwrite=overwrite,
                as_json=json_,
                limit=limit,
                on_reject=rejects.add,
                on_progress=bar.move,
            )
    except BrokenPipeError:
        raise
    except (FaultyFile, FaultyGazetteer, OSError) as fault:
        could_not_run(fault)
    rejects.show()
    _say(table, summary)
    if summary.rejected:
        raise click.exceptions.Exit(1)


def _resolver(against: Path | None, name_column: str, id_column: str) -> "Resolves":
    from nisba.gazetteer import Gazetteer
    from nisba.resolve import Resolver

    if against is None or against.is_dir():
        return Resolver(Gazetteer.load(against))
    from nisba.batch.encodings import encoding_of

    encoding = encoding_of(against)
    return Resolver(Gazetteer.read_csv(against, id_column, name_column, encoding))


def _say(table: "Table", summary: "Summary") -> None:
    """Print what was done; how the file was read is worth a word where it was guessed."""
    read = "" if table.encoding.startswith("utf-8") else f", read as {table.encoding}"
    aside = f" (see {summary.rejects})" if summary.rejects else ""
    click.echo(
        f"nisba: {table.path}: {summary.rows:,} rows{read}: {summary.matched:,} matched, "
        f"{summary.ambiguous:,} ambiguous, {summary.nobody:,} nobody, "
        f"{summary.rejected:,} rejected{aside}",
        err=True,
    )


class _Rejects:
    """Tells of the rows that are set aside: all of them at once, or the first of them later."""

    def __init__(self, at_once: bool) -> None:
        self._at_once = at_once
        self._kept: list[Fault] = []
        self._more = 0

    def add(self, fault: "Fault") -> None:
        if self._at_once:
            click.echo(f"nisba: {fault}", err=True)
        elif len(self._kept) < _SHOWN_REJECTS:
            self._kept.append(fault)
        else:
            self._more += 1

    def show(self) -> None:
        for fault in self._kept:
            click.echo(f"nisba: {fault}", err=True)
        if self._more:
            click.echo(f"nisba: ... and {self._more:,} more rows", err=True)


class _Bar:
    """A progress bar on stderr, for work over two seconds, if somebody sits there to see it."""

    def __init__(self, file: Path, hidden: bool) -> None:
        self._total = file.stat().st_size if file.is_file() else 0
        self._hidden = hidden or not sys.stderr.isatty()
        self._began = time.monotonic()
        self._bar: Progress | None = None

    def __enter__(self) -> "_Bar":
        return self

    def move(self, read: int) -> None:
        """Show how far the work is, in bytes read."""
        if self._hidden or time.monotonic() - self._began < _PATIENCE:
            return
        if self._bar is None:
            from rich.console import Console
            from rich.progress import Progress

            self._bar = Progress(console=Console(stderr=True), transient=True)
            self._bar.add_task("resolving", total=self._total)
            self._bar.start()
        self._bar.update(self._bar.task_ids[0], completed=read)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._bar is not None:
            self._bar.stop()
