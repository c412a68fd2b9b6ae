"""`nisba gazetteer rename-label`: what an identity is called on a screen."""

from pathlib import Path

import click

from nisba.cli.arguments import TEXT
from nisba.cli.gazetteer.editing import carry_out, where_and_how


@click.command("rename-label", short_help="Give a record another label.")
@click.argument("id_", metavar="ID", type=TEXT)
@click.argument("label", type=TEXT)
@where_and_how
def rename_label(id_: str, label: str, folder: Path | None, dry_run: bool) -> None:
    """Give the record of ID another label, and print the diff. The id stays.

    \b
    Example:
      nisba gazetteer rename-label iraq "Republic of Iraq" --dry-run
    """
    from nisba.gazetteer import rename_label as renamed

    carry_out(lambda root: renamed(root, id_, label, dry_run=dry_run), folder, dry_run)
