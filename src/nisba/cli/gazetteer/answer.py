"""`nisba gazetteer answer`: a question of `check` or `review` is answered for good."""

from datetime import datetime
from pathlib import Path

import click

from nisba.cli.arguments import TEXT
from nisba.cli.gazetteer.editing import carry_out, date_option, where_and_how
from nisba.cli.output import CouldNotRun

_DUPLICATE = "near-duplicate"


@click.command(short_help="Answer a question for good.")
@click.argument(
    "question", type=click.Choice(["far-name", _DUPLICATE, "review", "vowels"]), metavar="QUESTION"
)
@click.argument("id_", metavar="ID", type=TEXT)
@click.argument("name", metavar="NAME", type=TEXT)
@click.option("--source", metavar="KEY", help="Key of sources.tsv: who says so.")
@click.option("--note", default="", type=TEXT, metavar="TEXT", help="Why, for whoever reads it.")
@date_option
@where_and_how
def answer(
    question: str,
    id_: str,
    name: str,
    source: str | None,
    note: str,
    date: datetime | None,
    folder: Path | None,
    dry_run: bool,
) -> None:
    """Answer QUESTION about NAME and ID for good, and print the diff.

    far-name: NAME is a name of ID, though the others sound otherwise. review: NAME is not ID's.
    vowels: the element ID is romanized NAME, as it stands. These go to answers.tsv.
    near-duplicate: ID and NAME, an id as well, are two: they are linked as namesakes.

    \b
    Example:
      nisba gazetteer answer near-duplicate iraq kuwait --dry-run
    """
    from nisba.gazetteer import Answer, link_namesakes
    from nisba.gazetteer import answer as answered

    if question == _DUPLICATE:
        if source is not None or note:
            raise CouldNotRun("near-duplicate links two records: leave out --source and --note")
        carry_out(lambda root: link_namesakes(root, id_, name, dry_run=dry_run), folder, dry_run)
        return
    if source is None:
        raise CouldNotRun(f"{question} needs --source KEY: a key of sources.tsv")
    given = Answer(question, name, id_, source, note, None if date is None else date.date())
    carry_out(lambda root: answered(root, [given], dry_run=dry_run), folder, dry_run)
