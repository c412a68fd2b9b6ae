"""`nisba gazetteer format`: every record in the one layout."""

from pathlib import Path

import click

from nisba.cli.output import could_not_run


@click.command("format", short_help="Put records in their one layout.")
@click.argument("folder", metavar="[DIR]", required=False, type=click.Path(path_type=Path))
def format_(folder: Path | None) -> None:
    """Put every record of the gazetteer in DIR, or the curated one, in the one layout.

    Prints the path of each record that it rewrites. A record with errors is left as it is, and
    the exit status is 1. Running it twice changes nothing more. The rows of retired.tsv
    and answers.tsv are sorted. An edit that was cut off is finished first.

    \b
    Example:
      nisba gazetteer format gazetteers
    """
    from nisba._data import curated
    from nisba.batch.outputs import replacing
    from nisba.gazetteer.answers import ANSWERS
    from nisba.gazetteer.folder import FOLDERS
    from nisba.gazetteer.journal import finish, locked
    from nisba.gazetteer.layout import formatted, rows_in_order

    root = curated() if folder is None else folder
    if not root.is_dir():
        could_not_run(NotADirectoryError(f"{root}: not a folder: give the folder of a gazetteer"))
    faulty = 0
    try:
        with locked(root):
            finish(root)
        paths = sorted(path for name in FOLDERS for path in (root / name).glob("*.yaml"))
        written = [(path, formatted(path)) for path in paths]
        for table in (root / "retired.tsv", root / ANSWERS):
            if table.is_file():
                written.append((table, rows_in_order(table)))
        for path, text in written:
            if text is None:
                faulty += 1
                click.echo(f"nisba: {path}: has errors: run 'nisba gazetteer check'", err=True)
            elif text.encode() != path.read_bytes():
                with replacing(path, encoding="utf-8") as file:
                    file.write(text)
                click.echo(path)
    except (OSError, ValueError) as fault:
        could_not_run(fault)
    if faulty:
        raise click.exceptions.Exit(1)
