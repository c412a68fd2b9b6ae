"""`nisba gazetteer add-name`: one more spelling, or several, for a record."""

from pathlib import Path

import click

from nisba.cli.arguments import TEXT
from nisba.cli.gazetteer.editing import (
    carry_out,
    names_and_source,
    namesakes_option,
    new_names,
    where_and_how,
)


@click.command("add-name", short_help="Add names to a record.")
@click.argument("id_", metavar="ID", type=TEXT)
@click.argument("texts", metavar="NAME...", nargs=-1, required=True, type=TEXT)
@click.option("--kind", default="name", metavar="KIND", help="kunya, pen-name, former, short ...")
@names_and_source
@namesakes_option
@where_and_how
def add_name(
    id_: str,
    texts: tuple[str, ...],
    kind: str,
    source: str,
    script: str | None,
    namesakes: tuple[str, ...],
    folder: Path | None,
    dry_run: bool,
) -> None:
    """Add each NAME to the record of ID, and print the diff.

    A name that the record has, letter case, marks and hyphens aside, is not added again.

    \b
    Example:
      nisba gazetteer add-name iraq "al-Iraq al-Arabi" --source general --dry-run
    """
    from nisba.gazetteer import add_names

    given = new_names(texts, source, script, kind)
    carry_out(
        lambda root: add_names(root, {id_: given}, namesakes=namesakes, dry_run=dry_run),
        folder,
        dry_run,
    )
