"""`nisba vocalize`: Arabic names with their vowel marks, the likeliest first."""

import click

from nisba.cli.ranked import line_of, page_of, ranked_work
from nisba.cli.texts import Texts, answer, text_options


@click.command(short_help="Write the vowel marks of Arabic names.")
@click.option(
    "--limit",
    type=click.IntRange(1, 100),
    default=5,
    show_default=True,
    help="The most vocalisations of each name.",
)
@text_options
def vocalize(texts: Texts, limit: int) -> None:
    """Vocalise Arabic names: each TEXT, else each line of standard input, else a --column.

    Each answer has its probability. A line of standard input gives one line, its answers parted by
    tabs. A CSV file gets the columns nisba_vocalised, nisba_probability and nisba_others.

    \b
    Example:
      nisba vocalize "مصطفى الكاظمي"
      nisba vocalize people.csv --column name -o out.csv
    """
    from nisba.translit.vocalize import vocalize as vocalized

    answer(
        texts,
        ranked_work("vocalising", "vocalised", lambda text: vocalized(text, limit)),
        lambda text: line_of(vocalized(text, limit)),
        lambda text: page_of(vocalized(text, limit)),
    )
