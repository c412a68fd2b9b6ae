"""`nisba compare`: are two names the same person's, and why."""

import click

from nisba.cli.arguments import TEXT
from nisba.cli.output import as_json


@click.command(short_help="Compare two names, with the evidence in bits.")
@click.argument("a", type=TEXT)
@click.argument("b", type=TEXT)
@click.option("--json", "json_", is_flag=True, help="Print JSON.")
def compare(a: str, b: str, json_: bool) -> None:
    """Compare the names A and B, in any two scripts, and say which part answers which.

    \b
    Example:
      nisba compare "Mustafa Al-Kazemi" "Moustafa al-Kadhimi"
    """
    from nisba.match import compare as compared

    comparison = compared(a, b)
    click.echo(as_json(comparison.as_dict()) if json_ else comparison.explain())
