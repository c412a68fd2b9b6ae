"""`nisba gazetteer split`: a record that speaks of two identities becomes two."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from nisba.cli.arguments import TEXT
from nisba.cli.gazetteer.editing import carry_out, facts_of_identity, where_and_how

if TYPE_CHECKING:
    from nisba.gazetteer import Details


@click.command(short_help="Move names of a record to a new identity.")
@click.argument("id_", metavar="ID", type=TEXT)
@click.option("--into", required=True, type=TEXT, metavar="LABEL", help="Label of the new one.")
@click.option(
    "--name",
    "names",
    multiple=True,
    type=TEXT,
    metavar="TEXT",
    help="A name that is the new one's; several times for several.",
)
@click.option(
    "--shared",
    multiple=True,
    type=TEXT,
    metavar="TEXT",
    help="A name that both have: it stays, and is copied.",
)
@facts_of_identity
@where_and_how
def split(
    id_: str,
    into: str,
    names: tuple[str, ...],
    shared: tuple[str, ...],
    known: "Details",
    namesakes: tuple[str, ...],
    folder: Path | None,
    dry_run: bool,
) -> None:
    """Move names of ID to a new identity with the label LABEL, and print the diff.

    Of the facts of ID nothing goes along: say what is known of the new one.

    \b
    Example:
      nisba gazetteer split iraq --into "Iraq al-Arabi" --shared Iraq --dry-run
    """
    from nisba.gazetteer import split as parted

    carry_out(
        lambda root: parted(
            root,
            id_,
            into,
            names,
            known,
            shared=shared,
            namesakes=namesakes,
            dry_run=dry_run,
        ),
        folder,
        dry_run,
    )
