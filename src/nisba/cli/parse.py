"""`nisba parse`: the parts of a name, as the name stage sees them."""

from typing import TYPE_CHECKING, Any

import click

from nisba.cli.arguments import TEXT
from nisba.cli.output import aligned, as_json

if TYPE_CHECKING:
    from nisba.names.types import Name, Part

_HEADER = ("text", "kind", "core", "head", "tail", "filiation", "span")


@click.command(short_help="Show the parts of a name: ism, kunya, nasab, laqab, nisba.")
@click.argument("names", nargs=-1, required=True, type=TEXT, metavar="NAME...")
@click.option("--json", "json_", is_flag=True, help="Print JSON: a list with one object a name.")
def parse(names: tuple[str, ...], json_: bool) -> None:
    """Show the parts of each NAME, given name first, with the span of each in the original.

    Spans count code points from 0; the second number is the first that is no longer part.

    \b
    Example:
      nisba parse "Sheikh Abu Bakr Muhammad ibn Zakariyya al-Razi"
    """
    from nisba.names import parse as parsed

    found = [parsed(name) for name in names]
    if json_:
        click.echo(as_json([_as_dict(name) for name in found]))
        return
    for number, name in enumerate(found):
        if number:
            click.echo()
        click.echo(aligned([_HEADER, *(_cells(part) for part in name.parts)]))


def _cells(part: "Part") -> tuple[str, ...]:
    core = f"(al-) {part.core}" if part.article else part.core
    span = f"{part.start}-{part.end}"
    return (part.text, part.kind, core, part.head, part.tail, part.filiation, span)


def _as_dict(name: "Name") -> dict[str, Any]:
    from dataclasses import asdict

    return asdict(name)
