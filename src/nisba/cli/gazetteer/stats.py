"""`nisba gazetteer stats`: what a gazetteer holds, and how much of a list of names it covers."""

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from nisba.cli.arguments import TEXT
from nisba.cli.output import CouldNotRun, aligned, as_json, could_not_run, spelled_out
from nisba.cli.progress import Bar

if TYPE_CHECKING:
    from nisba.batch import Fault
    from nisba.editing.coverage import Coverage
    from nisba.gazetteer.counts import Counts

_LISTED = 5


@click.command(short_help="Count what a gazetteer holds and covers.")
@click.argument("paths", metavar="[DIR] [FILE]", nargs=-1, type=click.Path(path_type=Path))
@click.option("--encoding", help="The encoding of FILE, if the guess is wrong.")
@click.option("--column", type=TEXT, help="The column of FILE that holds the names.")
@click.option("--count-column", type=TEXT, help="The column that says how often a name came.")
@click.option(
    "--limit",
    type=click.IntRange(0, 100_000),
    default=20,
    show_default=True,
    help="The most words shown that no element covers.",
)
@click.option("--json", "json_", is_flag=True, help="Print JSON.")
def stats(
    paths: tuple[Path, ...],
    encoding: str | None,
    column: str | None,
    count_column: str | None,
    limit: int,
    json_: bool,
) -> None:
    """Count what the gazetteer in DIR holds, or the curated one.

    Identities by type, names by kind, script and source, elements by kind, frequency class and
    source, and what is missing: birth years, countries, Latin spellings. A name that cites the
    source `general` has no document behind it.

    With FILE, a list of names, how many of their words the elements cover, by occurrence and the
    article aside; how many with the lexicon that the sound model has derived besides; and the
    commonest words that no element covers, which are the next elements to write. FILE has one name
    a line, or --column names the column of a CSV file.

    \b
    Example:
      nisba gazetteer stats
      nisba gazetteer stats people.csv --column name
    """
    from nisba._data import curated
    from nisba.batch import FaultyFile
    from nisba.editing.coverage import coverage_of
    from nisba.editing.listed_names import read_names
    from nisba.gazetteer.counts import counts_of

    folders = [path for path in paths if path.is_dir()]
    files = [path for path in paths if not path.is_dir()]
    if len(folders) > 1 or len(files) > 1:
        raise CouldNotRun(f"{paths[1]}: give one folder and one file of names at most")
    root = folders[0] if folders else curated()
    try:
        counts = counts_of(root)
        coverage = None
        faults: list[Fault] = []
        if files:
            names, faults = read_names(files[0], column, count_column, encoding)
            for fault in faults[:_LISTED]:
                click.echo(f"nisba: {fault}", err=True)
            if len(faults) > _LISTED:
                click.echo(f"nisba: ... and {len(faults) - _LISTED:,} more left out", err=True)
            with Bar("counting", 100) as bar:
                coverage = coverage_of(names, root, bar.move)
    except (FaultyFile, OSError) as fault:
        could_not_run(fault)
    if json_:
        click.echo(as_json({**counts.as_dict(), "coverage": _coverage_data(coverage, limit)}))
    elif coverage is None:
        _show_counts(counts)
    else:
        _show_coverage(coverage, limit)
    if faults:
        raise click.exceptions.Exit(1)


def _coverage_data(coverage: "Coverage | None", limit: int) -> dict[str, object] | None:
    if coverage is None:
        return None
    return {
        "names": coverage.names,
        "words": coverage.words,
        "by_elements": coverage.by_elements,
        "by_elements_and_lexicon": coverage.by_both,
        "uncovered": [
            {"word": u.word, "times": u.times, "derived": u.derived}
            for u in coverage.uncovered[:limit]
        ],
    }


def _show_counts(counts: "Counts") -> None:
    for title, table in (
        ("identities", counts.types),
        ("names by kind", counts.kinds),
        ("names by script", counts.scripts),
        ("names by source", counts.sources),
        ("elements by kind", counts.elements),
        ("elements by frequency class", counts.element_frequencies),
        ("elements by source", counts.element_sources),
    ):
        _table(title, table)
    people = counts.types.get("person", 0)
    total = sum(counts.types.values())
    click.echo("to do")
    rows = [
        (f"{counts.unsourced:,} of {counts.names:,}", "names without a document behind them", ()),
        (f"{counts.proposed:,} of {counts.names:,}", "names proposed, not yet accepted", ()),
        (
            f"{len(counts.without_birth_year):,} of {people:,}",
            "persons without a birth year",
            counts.without_birth_year,
        ),
        (
            f"{len(counts.without_countries):,} of {total:,}",
            "identities without a country",
            counts.without_countries,
        ),
        (
            f"{len(counts.few_latin):,} of {total:,}",
            "identities with fewer than three Latin spellings",
            counts.few_latin,
        ),
        (f"{counts.faulty:,}", "records with errors, not counted above", ()),
    ]
    width = max(len(number) for number, _, _ in rows)
    for number, what, ids in rows:
        more = ", ..." if len(ids) > _LISTED else ""
        shown = f": {', '.join(ids[:_LISTED])}{more}" if ids else ""
        click.echo(f"  {number:>{width}}  {what}{shown}")


def _table(title: str, table: Mapping[str, int]) -> None:
    click.echo(f"{title}: {sum(table.values()):,}")
    width = max((len(f"{number:,}") for number in table.values()), default=0)
    for key, number in table.items():
        click.echo(f"  {number:>{width},}  {spelled_out(key) or '-'}")
    click.echo()


def _show_coverage(coverage: "Coverage", limit: int) -> None:
    click.echo(f"{coverage.names:,} names, {coverage.words:,} words without the article")
    click.echo(f"  {coverage.by_elements:.1%}  by elements")
    click.echo(f"  {coverage.by_both:.1%}  by elements and the derived lexicon")
    if shown := coverage.uncovered[:limit]:
        click.echo(
            f"\nThe commonest of {len(coverage.uncovered):,} words that no element covers:\n"
        )
        rows = [["times", "word", "lexicon"]]
        rows += [[f"{u.times:,}", u.word, "derived" if u.derived else ""] for u in shown]
        click.echo(aligned(rows))
