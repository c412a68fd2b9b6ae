"""`nisba gazetteer retire`: a record that should not stand is taken away, and its id kept."""

from datetime import datetime
from pathlib import Path

import click

from nisba.cli.arguments import TEXT
from nisba.cli.gazetteer.editing import carry_out, date_option, where_and_how


@click.command(short_help="Take a record away, and keep its id.")
@click.argument("id_", metavar="ID", type=TEXT)
@click.option("--reason", required=True, type=TEXT, metavar="TEXT", help="For retired.tsv.")
@click.option(
    "--replaced-by", default="", type=TEXT, metavar="ID", help="The record that answers for it."
)
@date_option
@where_and_how
def retire(
    id_: str,
    reason: str,
    replaced_by: str,
    date: datetime | None,
    folder: Path | None,
    dry_run: bool,
) -> None:
    """Take the record of ID away, and print the diff.

    The id is listed in retired.tsv, and is never used again. To join two records, use merge.

    \b
    Example:
      nisba gazetteer retire iraq --reason "an example" --dry-run
    """
    from nisba.gazetteer import retire as retired

    day = None if date is None else date.date()
    carry_out(
        lambda root: retired(root, id_, reason, replaced_by=replaced_by, date=day, dry_run=dry_run),
        folder,
        dry_run,
    )
