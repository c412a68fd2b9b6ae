"""`nisba evaluate`: how well nisba tells your own labelled pairs of names apart."""

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import click

from nisba.cli.arguments import TEXT
from nisba.cli.output import CouldNotRun, as_json, could_not_run
from nisba.cli.progress import Bar
from nisba.cli.rejects import Rejects
from nisba.cli.scorecard import on_screen

if TYPE_CHECKING:
    from nisba.evaluation import Labelled


@click.command(short_help="Measure nisba on your own labelled pairs of names.")
@click.argument("file", metavar="PAIRS", type=click.Path(path_type=Path))
@click.option("--left", default="name1", type=TEXT, show_default=True, help="Column of one name.")
@click.option(
    "--right", default="name2", type=TEXT, show_default=True, help="Column of the other name."
)
@click.option(
    "--same", default="same", type=TEXT, show_default=True, help="Column of the truth: 1 or 0."
)
@click.option(
    "--max-error",
    type=click.FloatRange(0, 1, min_open=True, max_open=True),
    default=0.01,
    show_default=True,
    help="The share of wrong pairs to find a threshold for.",
)
@click.option(
    "--worst",
    type=click.IntRange(0, 1000),
    default=10,
    show_default=True,
    help="The most errors of each kind to show.",
)
@click.option("--json", "json_", is_flag=True, help="Print JSON.")
@click.option(
    "--report", type=click.Path(path_type=Path), help="Write a page with curves, an HTML file."
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="Write every pair, a CSV file."
)
@click.option("--encoding", help="The encoding of PAIRS, if the guess is wrong.")
@click.option("--delimiter", help="What parts the fields of PAIRS, a character or 'tab'.")
@click.option("--overwrite", is_flag=True, help="Replace the files to write if they exist.")
def evaluate(
    file: Path,
    left: str,
    right: str,
    same: str,
    max_error: float,
    worst: int,
    json_: bool,
    report: Path | None,
    output: Path | None,
    encoding: str | None,
    delimiter: str | None,
    overwrite: bool,
) -> None:
    """Compare the two names of each row of PAIRS, and measure the answers against the truth.

    The truth is 1 or 0, yes or no, true or false, same or different, match or nomatch, y or n,
    x or n, in capitals or not. Printed are average precision and the best F1, beside those of
    Jaro-Winkler similarity; precision and recall of the verdict "same"; how the probabilities
    come true; the probability from which at most --max-error of the pairs are wrong; and the worst
    errors, each with its reason.

    PAIRS may be UTF-8, UTF-16, windows-1256 or ISO 8859-6, parted by comma, semicolon, tab or bar.
    Rows that cannot be used go to PAIRS.rejects.csv (with -o OUT.csv to OUT.rejects.csv), with
    their line and the reason, and the exit status is 1.

    \b
    Example:
      nisba evaluate pairs.tsv
      nisba evaluate pairs.csv --left alias --right name --same label --report pairs.html
    """
    from nisba.batch import FaultyFile
    from nisba.evaluation import evaluate as evaluated
    from nisba.evaluation import fault_of_pairs, read_pairs, write_report
    from nisba.evaluation.outputs import check_targets, write_judged, write_rejects

    if report and not find_spec("matplotlib"):
        raise CouldNotRun("--report draws with matplotlib: pip install 'nisba[report]'")
    try:
        labelled = read_pairs(file, left, right, same, encoding, delimiter)
        aside = check_targets(file, output, report, overwrite)
        _tell_rejects(labelled)
        if why := fault_of_pairs(labelled.pairs):
            raise FaultyFile(file, 0, "", why)
        write_rejects(aside, labelled.rejects)
        with Bar("comparing", len(labelled.pairs)) as bar:
            found = evaluated(
                labelled.pairs, max_error=max_error, worst=worst, on_progress=bar.move
            )
        if output:
            write_judged(output, found, labelled.table.delimiter)
        if report:
            write_report(report, found, file.name)
    except (FaultyFile, OSError) as fault:
        could_not_run(fault)
    click.echo(as_json(found.as_dict()) if json_ else on_screen(found))
    _say(labelled, aside)
    if labelled.rejects:
        raise click.exceptions.Exit(1)


def _tell_rejects(labelled: "Labelled") -> None:
    from nisba.batch import Fault

    rejects = Rejects(at_once=False)
    for reject in labelled.rejects:
        rejects.add(Fault(labelled.table.path, reject.line, reject.value, reject.reason))
    rejects.show()


def _say(labelled: "Labelled", aside: Path) -> None:
    """Print what became of the rows; how the file was read is worth a word where it was guessed."""
    table, rejected = labelled.table, len(labelled.rejects)
    read = "" if table.encoding.startswith("utf-8") else f", read as {table.encoding}"
    see = f" (see {aside})" if rejected else ""
    click.echo(
        f"nisba: {table.path}: {len(labelled.pairs) + rejected:,} rows{read}: "
        f"{len(labelled.pairs):,} compared, {rejected:,} rejected{see}",
        err=True,
    )
