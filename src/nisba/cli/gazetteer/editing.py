"""What the commands that edit have in common: their options, the diff, and how they refuse."""

import functools
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from nisba.cli.arguments import TEXT
from nisba.cli.output import could_not_run

if TYPE_CHECKING:
    from nisba.gazetteer import Details, Edit, NewName, Office

_F = TypeVar("_F", bound=Callable[..., Any])
_OFFICE = re.compile(r"(.*?)(?:, *([0-9]{3,4})?-([0-9]{3,4})?)?")
_BARE_YEAR = re.compile(r".*, *[0-9]{3,4}")


def where_and_how(command: _F) -> _F:
    """Give a command the options `--dir` and `--dry-run`."""
    for option in (
        click.option("--dry-run", is_flag=True, help="Print the diff alone, and write nothing."),
        click.option(
            "--dir",
            "folder",
            metavar="DIR",
            type=click.Path(path_type=Path),
            help="Folder of the gazetteer; the curated one if not given.",
        ),
    ):
        command = option(command)
    return command


def names_and_source(command: _F) -> _F:
    """Give a command the options of where a name was seen, and how it is written."""
    for option in (
        click.option("--script", metavar="CODE", help="ISO 15924 code; seen from the letters."),
        click.option("--source", required=True, metavar="KEY", help="Key of sources.tsv."),
    ):
        command = option(command)
    return command


def facts_of_identity(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of what is known of a new identity: `known` and `namesakes`."""

    @functools.wraps(command)
    def collected(
        *,
        birth_year: int | None,
        death_year: int | None,
        countries: tuple[str, ...],
        gender: str | None,
        offices: tuple[str, ...],
        **others: Any,
    ) -> None:
        known = _details(birth_year, death_year, countries, gender, offices)
        command(known=known, **others)

    for option in (
        namesakes_option,
        click.option(
            "--office",
            "offices",
            multiple=True,
            type=TEXT,
            metavar="TEXT",
            help="An office with its years: 'Prime Minister of Iraq, 2020-2022', or 'King, 1999-'.",
        ),
        click.option("--gender", type=TEXT, metavar="GENDER", help="male or female."),
        click.option(
            "--country",
            "countries",
            multiple=True,
            type=TEXT,
            metavar="COUNTRY",
            help="A country by its code or name, English or Arabic.",
        ),
        click.option("--death-year", type=int, metavar="YEAR", help="Year of death."),
        click.option("--birth-year", type=int, metavar="YEAR", help="Year of birth."),
    ):
        collected = option(collected)
    return collected


def namesakes_option(command: _F) -> _F:
    """Give a command the option that links namesakes."""
    return click.option(
        "--namesake",
        "namesakes",
        multiple=True,
        type=TEXT,
        metavar="ID",
        help="Somebody else who has this name: the two are linked.",
    )(command)


def date_option(command: _F) -> _F:
    """Give a command the option that names the day of a retirement."""
    return click.option(
        "--date",
        type=click.DateTime(["%Y-%m-%d"]),
        metavar="YEAR-MONTH-DAY",
        help="Day that the table names; today if not given.",
    )(command)


def _details(
    birth_year: int | None,
    death_year: int | None,
    countries: Iterable[str],
    gender: str | None,
    offices: Iterable[str],
) -> "Details":
    """Return the details that the options give; ends the command for one that cannot be read."""
    from nisba.facts import facts_of
    from nisba.gazetteer import Details

    try:
        known = facts_of(country=tuple(countries), gender=gender)
        return Details(
            known.gender or "",
            birth_year,
            death_year,
            tuple(sorted(known.countries)),
            tuple(map(_office, offices)),
        )
    except ValueError as fault:
        could_not_run(fault)


def _office(text: str) -> "Office":
    from nisba.gazetteer import Office

    if (found := _OFFICE.fullmatch(text)) is None or _BARE_YEAR.fullmatch(text):
        raise ValueError(
            f"office {text!r}: write its years as in 'King, 1999-2005' or 'King, 1999-'"
        )
    return Office(found[1], found[2] or "", found[3] or "")


def new_names(
    texts: Iterable[str], source: str, script: str | None, kind: str = "name"
) -> "list[NewName]":
    """Return the names that the options give; ends the command for a script that is none."""
    from nisba.gazetteer import NewName
    from nisba.text.scripts import Script

    if script is not None and script not in tuple(Script):
        there = ", ".join(Script)
        could_not_run(ValueError(f"script {script!r}: write one of {there}"))
    given = None if script is None else Script(script)
    return [NewName(text, source, kind, given) for text in texts]


def carry_out(edit: "Callable[[Path], Edit]", folder: Path | None, dry_run: bool) -> None:
    """Run an edit, print its diff, and say on stderr what became of it."""
    from nisba._data import curated
    from nisba.gazetteer.faults import shown

    try:
        done = edit(curated() if folder is None else folder)
    except (OSError, ValueError) as fault:
        could_not_run(fault)
    for name in done.already:
        click.echo(f"nisba: {done.id}: has this name already: '{shown(name)}'", err=True)
    click.echo(done.diff(), nl=False)
    files = "1 file" if len(done.changes) == 1 else f"{len(done.changes)} files"
    what = "would change" if dry_run else "changed"
    click.echo(f"nisba: {done.id}: {files} {what}", err=True)
