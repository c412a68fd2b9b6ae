"""`nisba resolve`: a file of names in, the same file with identities out."""

from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from nisba.cli.arguments import TEXT
from nisba.cli.files import Files, file_options, say_resumable, size_of, target_of
from nisba.cli.output import CouldNotRun, could_not_run
from nisba.cli.progress import Bar
from nisba.cli.rejects import Rejects, told_aside

if TYPE_CHECKING:
    from nisba.batch import Fault, Summary
    from nisba.batch.chunks import Input
    from nisba.batch.resolving import Resolves
    from nisba.facts import FactColumns


@dataclass(frozen=True, slots=True)
class Against:
    """What the command line says of the identities: a folder, an index, a list, or nothing.

    It opens the same resolver in any process.
    """

    path: Path | None
    name_column: str
    id_column: str
    separator: str | None
    facts: "FactColumns"
    format_: str | None
    max_error: float

    def resolver(
        self,
        on_unread: Callable[["Fault"], None] = lambda _: None,
        jobs: int = 1,
        on_progress: Callable[[int], None] = lambda _: None,
    ) -> "Resolves":
        """Open the resolver; `on_unread` hears of facts that cannot be read.

        At most `jobs` processes index a list, and `on_progress` is told how much is done, of 100.
        """
        from nisba.resolve import Resolver

        if self.is_index:
            self._check_no_columns("an index file")
            return Resolver.open(str(self.path), self.max_error)
        gazetteer = self._gazetteer(on_unread)
        return Resolver(gazetteer, self.max_error, jobs=jobs, on_progress=on_progress)

    @property
    def is_index(self) -> bool:
        """Whether the identities are in an index file; its first bytes say so, not its name."""
        from nisba.index.files import is_index

        return self.path is not None and is_index(self.path)

    def _check_no_columns(self, what: str) -> None:
        own = (("name_column", "name"), ("id_column", "id"), ("separator", None))
        told = [getattr(self, field) for field, usual in own if getattr(self, field) != usual]
        for word in (*told, *self.facts.names):
            wrong = f"'{word}': {what} has no columns: name a file of ids and names"
            raise CouldNotRun(f"{self.path or '--against'}: {wrong}")

    def _gazetteer(self, on_unread: Callable[["Fault"], None]) -> Any:
        from nisba.gazetteer import Gazetteer

        if self.path is None or self.path.is_dir():
            self._check_no_columns("a gazetteer folder")
            return Gazetteer.load(self.path)
        from nisba.batch.formats import shape_of_word
        from nisba.batch.listing import ListColumns, read_list

        columns = ListColumns(self.id_column, self.name_column, self.facts, self.separator)
        shape = None if self.format_ is None else shape_of_word(self.format_)
        return read_list(self.path, columns, shape=shape, on_unread=on_unread)

    def options(self) -> dict[str, Any]:
        """What answers depend on: a run that is resumed must have the same."""
        from nisba._data import curated
        from nisba.batch.sources import fingerprint_of

        return {
            "nisba": version("nisba"),
            "--against": fingerprint_of(self.path or curated()),
            "columns of --against": repr((self.name_column, self.id_column, self.facts)),
            "--against-separator": self.separator,
            "--max-error": self.max_error,
        }


@click.command(short_help="Resolve a column of names in a file.")
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--column", required=True, type=TEXT, help="The column that holds the names.")
@click.option("--birth-year-column", type=TEXT, help="The column that holds years of birth.")
@click.option("--country-column", type=TEXT, help="The column that holds countries.")
@click.option("--gender-column", type=TEXT, help="The column that holds genders.")
@click.option("-o", "--output", help="The file to write; - is standard output.")
@click.option(
    "--against",
    type=click.Path(path_type=Path),
    help="A gazetteer folder, an index file (gazetteer build), or a file of ids and names; "
    "else the curated gazetteer.",
)
@click.option(
    "--against-column", default="name", type=TEXT, show_default=True, help="Its column of names."
)
@click.option("--id-column", default="id", type=TEXT, show_default=True, help="Its column of ids.")
@click.option("--against-separator", type=TEXT, help="What parts several names in one cell, as |.")
@click.option("--against-format", help="Its format, if its name does not say.")
@click.option("--against-birth-year-column", type=TEXT, help="Its column of years of birth.")
@click.option("--against-country-column", type=TEXT, help="Its column of countries.")
@click.option("--against-gender-column", type=TEXT, help="Its column of genders.")
@click.option(
    "--one-to-one/--many-to-one",
    default=False,
    help="Let each identity answer one row at most, or any number of rows (as it is).",
)
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
    help="The most candidates of each name, with --json or --one-to-one.",
)
@click.option("--json", "json_", is_flag=True, help="Write JSON lines with the evidence.")
@click.option(
    "--dry-run",
    is_flag=True,
    help="Resolve the first 1,000 rows, write nothing, say what is to be.",
)
@file_options
def resolve(
    files: Files,
    file: Path,
    column: str,
    birth_year_column: str | None,
    country_column: str | None,
    gender_column: str | None,
    output: str | None,
    against: Path | None,
    against_column: str,
    id_column: str,
    against_separator: str | None,
    against_format: str | None,
    against_birth_year_column: str | None,
    against_country_column: str | None,
    against_gender_column: str | None,
    one_to_one: bool,
    max_error: float,
    limit: int,
    json_: bool,
    dry_run: bool,
) -> None:
    """Resolve the names in a column of FILE, and write every row with five columns more.

    The columns are nisba_decision (match, ambiguous, none), nisba_id, nisba_label,
    nisba_probability (of the best candidate) and nisba_reason. Rows keep their order, cells their
    text. Only a cell that a spreadsheet would run as a formula gets an apostrophe before it.

    FILE may be CSV, TSV, JSON lines or Parquet, plain or packed by gzip or zstd, and the output
    any of these: the names say which (out.parquet, out.jsonl.gz), or --format and --output-format
    do, in the same words. FILE - is standard input.

    CSV may be UTF-8, UTF-16, windows-1256 or ISO 8859-6, parted by comma, semicolon, tab or bar.
    It comes out parted as FILE is, in UTF-8 with a byte-order mark, by which spreadsheets know
    it; on standard output there is no mark.

    Columns of birth years, countries and genders decide between namesakes. A cell of these that
    cannot be read is told of and left out; its row is resolved by the rest.

    An index file that `nisba gazetteer build` made is opened at once, however many names it holds.
    Where what it was made from has changed since, it is refused: build it again.

    A name is matched when it is likely enough that of all matches no more than --max-error are
    wrong; else it is ambiguous between listed ones, or nobody's (none).

    Rows that cannot be read go to a file beside the output, OUT.rejects.csv for OUT.csv, with
    their line and the reason, and the exit status is 1. Blank lines are passed over.

    The output appears when it is whole. A run that was cut off goes on with --resume, and the
    result is the same.

    \b
    Example:
      nisba resolve people.csv --column name -o out.csv
      nisba resolve people.csv --column name --birth-year-column born -o out.csv
      nisba resolve a.csv --column name --against b.csv --id-column id -o out.csv
      nisba resolve a.csv --column name --against watchlist.nisba -o out.csv
      nisba resolve a.parquet --column name --against b.jsonl.gz --one-to-one -o out.parquet
    """
    from nisba.batch import FaultyFile, input_of, resolve_table
    from nisba.batch.outputs import check_target
    from nisba.batch.spooling import check_free
    from nisba.facts import FactColumns
    from nisba.gazetteer import FaultyGazetteer
    from nisba.index.files import UnreadableIndex

    if output is None and not dry_run:
        raise click.UsageError("Missing option '-o' / '--output'.")
    if file == against == Path("-"):
        raise click.UsageError("FILE and --against cannot both be standard input: name one of them")
    facts = FactColumns(birth_year_column, country_column, gender_column)
    listed = FactColumns(against_birth_year_column, against_country_column, against_gender_column)
    names = (against_column, id_column, against_separator)
    identities = Against(against, *names, listed, against_format, max_error)
    screen = output == "-"
    target = target_of("-" if output is None else output)
    unread, rejects = Rejects(at_once=screen), Rejects(at_once=screen)
    try:
        shape, written = files.shape, files.output_shape
        table = input_of(
            file,
            column,
            shape=shape,
            encoding=files.encoding,
            delimiter=files.delimiter,
            facts=facts,
        )
        if isinstance(target, Path) and not dry_run:
            for read in filter(None, (file, against)):
                check_target(target, read, files.overwrite, files.resume)
            check_free(target, files.overwrite, files.resume)
        with Bar("indexing", 100, hidden=screen) as bar:
            resolver = _resolver(identities, unread.add, files.workers, bar.move)
        is_list = against is not None and against.is_file() and not identities.is_index
        if is_list and facts.birth_year and not listed.birth_year:
            unmet = "no --against-birth-year-column: years of birth meet nothing there"
            click.echo(f"nisba: {against}: {unmet}", err=True)
        if dry_run:
            _try(table, resolver, limit, files.workers)
            return
        with Bar("resolving", size_of(file), hidden=screen) as bar:
            summary = resolve_table(
                table,
                target,
                resolver,
                opener=identities.resolver,
                shape=written,
                as_json=json_,
                limit=limit,
                one_to_one=_enough(max_error) if one_to_one else None,
                overwrite=files.overwrite,
                resume=files.resume,
                jobs=files.workers,
                options=identities.options(),
                on_reject=rejects.add,
                on_unread=unread.add,
                on_progress=bar.move,
            )
    except KeyboardInterrupt:
        say_resumable(target)
        raise click.Abort from None
    except (FaultyFile, FaultyGazetteer, UnreadableIndex, OSError) as fault:
        could_not_run(fault)
    rejects.show()
    unread.show()
    _say(table, summary)
    if summary.rejected:
        raise click.exceptions.Exit(1)


def _resolver(
    against: Against,
    on_unread: Callable[["Fault"], None],
    jobs: int,
    on_progress: Callable[[int], None],
) -> "Resolves":
    return against.resolver(on_unread, jobs, on_progress)


def _enough(max_error: float) -> float:
    from nisba.resolve.thresholds import threshold

    return threshold(max_error)


def _try(table: "Input", resolver: "Resolves", limit: int, jobs: int) -> None:
    """Say what the first rows give, and what is to be expected of all."""
    from nisba.batch.answering import Resolving
    from nisba.batch.trial import trial

    found = trial(table, Resolving(resolver, limit))
    _say(table, found.summary, "the first ")
    path = table.source.path
    if not found.rows:
        click.echo(f"nisba: {path}: nothing was written", err=True)
        return
    rest = f"{found.rows:,} rows in all, about {found.rejected:,} rejected"
    took = f"about {_lasting(found.seconds / jobs)} with --jobs {jobs}"
    click.echo(f"nisba: {path}: {rest}, {took}; nothing was written", err=True)


def _lasting(seconds: float) -> str:
    """Say how long something lasts.

    >>> _lasting(7.4), _lasting(190), _lasting(7300)
    ('7 s', '3 min 10 s', '2 h 1 min')
    """
    whole = max(round(seconds), 1)
    if whole < 60:
        return f"{whole} s"
    if whole < 3600:
        return f"{whole // 60} min {whole % 60} s"
    return f"{whole // 3600} h {whole % 3600 // 60} min"


def _say(table: "Input", summary: "Summary", which: str = "") -> None:
    """Print what was done; how the file was read is worth a word where it was guessed."""
    read = f", {table.remark}" if table.remark else ""
    aside = told_aside(summary.rejected, summary.rejects, summary.unread)
    click.echo(
        f"nisba: {table.source.path}: {which}{summary.rows:,} rows{read}: "
        f"{summary.matched:,} matched, {summary.ambiguous:,} ambiguous, "
        f"{summary.nobody:,} nobody, {aside}",
        err=True,
    )
