"""`nisba gazetteer review`: what was not found, for an editor to judge, and what came of it."""

from collections import Counter
from pathlib import Path

import click

from nisba.cli.arguments import TEXT
from nisba.cli.output import CouldNotRun, could_not_run
from nisba.cli.progress import Bar

_LISTED = 5


@click.command(short_help="Review names that were not found.")
@click.argument("results", required=False, type=click.Path(path_type=Path))
@click.option("--encoding", help="The encoding of RESULTS, if the guess is wrong.")
@click.option("--column", default="name", type=TEXT, show_default=True, help="Column of names.")
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Proposals file to write.")
@click.option("--overwrite", is_flag=True, help="Replace the proposals file if it exists.")
@click.option(
    "--accept",
    "proposals",
    type=click.Path(path_type=Path),
    help="Proposals file whose marked names are added to the records.",
)
@click.option("--source", metavar="KEY", help="Source of the accepted names, of sources.tsv.")
@click.option(
    "--dir",
    "folder",
    metavar="DIR",
    type=click.Path(path_type=Path),
    help="Folder of the gazetteer; the curated one if not given.",
)
@click.option("--dry-run", is_flag=True, help="Print the diff alone, and write nothing.")
def review(
    results: Path | None,
    encoding: str | None,
    column: str,
    output: Path | None,
    overwrite: bool,
    proposals: Path | None,
    source: str | None,
    folder: Path | None,
    dry_run: bool,
) -> None:
    """Review what `nisba resolve` called ambiguous or nobody's in RESULTS.

    The names go to a proposals file, grouped by sound, the commonest group first, each with the
    identity that answers it best. The file opens in a spreadsheet. Mark its lines in the column
    `mark`: x match, n no match, u unsure. Another id may be written in the column `id`.

    With --accept the names marked x are added to their records, and those marked n to answers.tsv,
    which keeps them from being proposed again: all in one edit whose diff is printed. The file says
    what became of each line. Lines judged before are passed over.

    \b
    Example:
      nisba gazetteer review out.csv --column name -o proposals.tsv
      nisba gazetteer review --accept proposals.tsv --source general
    """
    if proposals is not None:
        if results is not None or output is not None:
            raise CouldNotRun("--accept reads the proposals file alone: leave out RESULTS and -o")
        if source is None:
            raise CouldNotRun("--accept needs --source KEY: where the names were seen")
        _accept(proposals, source, folder, dry_run)
    elif results is None or output is None:
        raise CouldNotRun("give RESULTS and -o FILE to propose, or --accept FILE to accept")
    else:
        _propose(results, encoding, column, output, overwrite, folder)


def _propose(
    results: Path,
    encoding: str | None,
    column: str,
    output: Path,
    overwrite: bool,
    folder: Path | None,
) -> None:
    from nisba._data import curated
    from nisba.batch import FaultyFile
    from nisba.editing.proposals import check_place, write_proposals
    from nisba.editing.review import proposals_of, unresolved
    from nisba.gazetteer import FaultyGazetteer, Gazetteer
    from nisba.gazetteer.answers import sound_answers

    refused: list[str] = []
    try:
        check_place(output, overwrite)
        names, faults = unresolved(results, column, encoding)
        gazetteer = Gazetteer.load(folder)
        answers = sound_answers(curated() if folder is None else folder, gazetteer.retired)
        with Bar("reviewing", 100) as bar:
            found = proposals_of(
                names, gazetteer, answers, on_refused=refused.append, on_progress=bar.move
            )
        write_proposals(output, found, overwrite=overwrite)
    except (FaultyFile, FaultyGazetteer, OSError) as fault:
        could_not_run(fault)
    for left_out in faults[:_LISTED]:
        click.echo(f"nisba: {left_out}", err=True)
    if len(faults) > _LISTED:
        click.echo(f"nisba: ... and {len(faults) - _LISTED:,} more rows left out", err=True)
    groups = len({proposal.group for proposal in found})
    by = Counter(proposal.decision for proposal in found)
    click.echo(
        f"nisba: {output}: {len(found):,} names in {groups:,} groups: "
        f"{by['ambiguous']:,} ambiguous, {by['none']:,} nobody"
        + (f"; {len(refused):,} refused before" if refused else ""),
        err=True,
    )
    if faults:
        raise click.exceptions.Exit(1)


def _accept(path: Path, source: str, folder: Path | None, dry_run: bool) -> None:
    from nisba._data import curated
    from nisba.batch import FaultyFile
    from nisba.editing.proposals import FaultyProposals, read_proposals, write_proposals
    from nisba.editing.review import accept
    from nisba.gazetteer.faults import FaultyGazetteer, shown

    root = curated() if folder is None else folder
    try:
        read = read_proposals(path)
        edit, told = accept(root, read, source, path=path, dry_run=dry_run)
        if not dry_run:
            write_proposals(path, told, overwrite=True)
    except (FaultyFile, FaultyGazetteer, FaultyProposals, OSError) as fault:
        could_not_run(fault)
    if edit is not None:
        for name in edit.already:
            click.echo(f"nisba: has this name already: '{shown(name)}'", err=True)
        click.echo(edit.diff(), nl=False)
    now = Counter(
        new.status.partition(" ")[0]
        for old, new in zip(read, told, strict=True)
        if old.status != new.status
    )
    left = sum(new.status == "proposed" for new in told)
    would = "would be " if dry_run else ""
    click.echo(
        f"nisba: {path}: {would}{now['accepted']:,} accepted, {now['refused']:,} refused, "
        f"{now['unsure']:,} unsure, {left:,} still proposed",
        err=True,
    )
