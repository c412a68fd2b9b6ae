"""`nisba gazetteer new`: a record for somebody who has none."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from nisba.cli.arguments import TEXT
from nisba.cli.gazetteer.editing import (
    carry_out,
    facts_of_identity,
    names_and_source,
    new_names,
    where_and_how,
)

if TYPE_CHECKING:
    from nisba.gazetteer import Details


@click.command(short_help="Make the record of a new identity.")
@click.option(
    "--type",
    "type_",
    required=True,
    type=click.Choice(["person", "organisation", "place"]),
    help="What it is.",
)
@click.option("--label", required=True, type=TEXT, metavar="TEXT", help="Shown for the identity.")
@click.option(
    "--name",
    "names",
    multiple=True,
    type=TEXT,
    metavar="TEXT",
    help="A name of it; several times for several. The label, if not given.",
)
@names_and_source
@facts_of_identity
@where_and_how
def new(
    type_: str,
    label: str,
    names: tuple[str, ...],
    source: str,
    script: str | None,
    known: "Details",
    namesakes: tuple[str, ...],
    folder: Path | None,
    dry_run: bool,
) -> None:
    """Make a record, under an id that is minted from its label, and print the diff.

    A name that another identity has as well is refused, unless --namesake says who that is.

    \b
    Example:
      nisba gazetteer new --type person --label "Ghassan Kanafani" --source general --dry-run
    """
    from nisba.gazetteer import IdentityType, create

    given = new_names(names or (label,), source, script)
    carry_out(
        lambda root: create(
            root,
            IdentityType(type_),
            label,
            given,
            known,
            namesakes=namesakes,
            dry_run=dry_run,
        ),
        folder,
        dry_run,
    )
