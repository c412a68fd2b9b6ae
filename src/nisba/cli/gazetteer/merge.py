"""`nisba gazetteer merge`: two records of one identity become one."""

from datetime import datetime
from pathlib import Path

import click

from nisba.cli.arguments import TEXT
from nisba.cli.gazetteer.editing import carry_out, date_option, where_and_how


@click.command(short_help="Put one record into another.")
@click.argument("keep", metavar="ID", type=TEXT)
@click.argument("gone", metavar="OTHER", type=TEXT)
@click.option("--reason", default="merged", type=TEXT, metavar="TEXT", help="For retired.tsv.")
@date_option
@where_and_how
def merge(
    keep: str,
    gone: str,
    reason: str,
    date: datetime | None,
    folder: Path | None,
    dry_run: bool,
) -> None:
    """Put the record of OTHER into that of ID, and print the diff.

    OTHER leads to ID from then on. Two records that contradict each other, in their year of birth
    say, are refused: correct one of them first.

    \b
    Example:
      nisba gazetteer merge mustafa-al-kadhimi mustafa-kazimi --dry-run
    """
    from nisba.gazetteer import merge as merged

    day = None if date is None else date.date()
    carry_out(
        lambda root: merged(root, keep, gone, reason=reason, date=day, dry_run=dry_run),
        folder,
        dry_run,
    )
