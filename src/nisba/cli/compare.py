"""`nisba compare`: are two names the same person's, and why."""

from typing import Any

import click

from nisba.cli.arguments import TEXT
from nisba.cli.output import as_json, could_not_run

_BOTH: Any = {"nargs": 2, "type": TEXT, "default": ("", ""), "metavar": "A B"}


@click.command(short_help="Compare two names, with the evidence in bits.")
@click.argument("a", type=TEXT)
@click.argument("b", type=TEXT)
@click.option("--birth-year", **_BOTH, help="Their years of birth.")
@click.option("--country", **_BOTH, help="Their countries.")
@click.option("--gender", **_BOTH, help="Their genders.")
@click.option("--json", "json_", is_flag=True, help="Print JSON.")
def compare(
    a: str,
    b: str,
    birth_year: tuple[str, str],
    country: tuple[str, str],
    gender: tuple[str, str],
    json_: bool,
) -> None:
    """Compare the names A and B, in any two scripts, and say which part answers which.

    What is known of the bearers besides is given for both, with - for what is not known. A birth
    year is a year, "c. 1967", "1960s", "1965-1968", a date or "1387 AH"; a country a code, a name
    or an adjective, in English or Arabic, several parted by ;. A gender is male or female.

    \b
    Example:
      nisba compare "Mustafa Al-Kazemi" "Moustafa al-Kadhimi"
      nisba compare "Mohamed Abdelaziz" "Mohamed Ould Abdel Aziz" --birth-year 1948 1956
    """
    from nisba.facts import facts_of
    from nisba.match import compare as compared

    try:
        known = [
            facts_of(birth_year=year, country=land, gender=sex)
            for year, land, sex in zip(birth_year, country, gender, strict=True)
        ]
    except ValueError as fault:
        could_not_run(fault)
    comparison = compared(a, b, left_facts=known[0], right_facts=known[1])
    click.echo(as_json(comparison.as_dict()) if json_ else comparison.explain())
