"""`nisba spellings`: the Latin spellings of a name that people use, by region."""

import click

from nisba.cli.arguments import TEXT
from nisba.cli.output import could_not_run
from nisba.cli.ranked import line_of, page_of, ranked_work
from nisba.cli.texts import Texts, answer, text_options


@click.command(short_help="Show the Latin spellings of names that people use.")
@click.option(
    "--region", type=TEXT, help="Whose habits: a region such as maghreb, or a country's code."
)
@click.option(
    "--limit",
    type=click.IntRange(1, 1000),
    default=5,
    show_default=True,
    help="The most spellings of each name.",
)
@text_options
def spellings(texts: Texts, region: str | None, limit: int) -> None:
    """Show how names are spelled: each TEXT, else each line of standard input, else a --column.

    A name may stand in Arabic or in Latin letters. Each spelling has its probability, in the region
    if one is given, else anywhere.

    A line of standard input gives one line, its answers parted by tabs. A CSV file gets the columns
    nisba_spelling, nisba_probability and nisba_others.

    \b
    Example:
      nisba spellings "مصطفى الكاظمي" --region iraq
      nisba spellings people.csv --column name --region MA -o out.csv
    """
    from nisba.translit.spellings import spellings as spelled

    try:
        spelled("", region, limit)
    except ValueError as fault:  # a region that nobody knows
        could_not_run(fault)
    answer(
        texts,
        ranked_work("spelling", "spelling", lambda text: spelled(text, region, limit)),
        lambda text: line_of(spelled(text, region, limit)),
        lambda text: page_of(spelled(text, region, limit)),
    )
