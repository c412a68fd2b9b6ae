"""`nisba convert`: a name in Latin letters, from a press spelling or a scheme to another scheme."""

import click

from nisba.cli.arguments import TEXT
from nisba.cli.output import could_not_run
from nisba.cli.texts import Texts, answer, safe, text_options


@click.command(short_help="Write Latin names in the letters of another standard.")
@click.option(
    "--to",
    "scheme",
    default="ala-lc",
    type=TEXT,
    show_default=True,
    help="The standard to write; nisba schemes lists them.",
)
@click.option("--from", "source", type=TEXT, help="The standard that TEXT is in, if it is in one.")
@text_options
def convert(texts: Texts, scheme: str, source: str | None) -> None:
    """Convert Latin names: each TEXT, else each line of standard input, else a --column.

    A spelling of the press is read as the likeliest Arabic name. With --from, the letters are those
    of a standard, and are taken at their word. A CSV file gets the columns nisba_converted and
    nisba_note.

    \b
    Example:
      nisba convert "Moustafa Kadhimi"
      nisba convert --from din-31635 --to ala-lc "Muṣṭafā al-Kāẓimī"
      nisba convert people.csv --column name --to din-31635 -o out.csv
    """
    from nisba.batch.romanizing import romanizing_work
    from nisba.translit.convert import convert as converted
    from nisba.translit.schemes import load_scheme

    try:
        converted("", scheme, source)
        if source:
            load_scheme(source)
    except ValueError as fault:  # unknown or faulty
        could_not_run(fault)
    answer(
        texts,
        romanizing_work("converted", lambda text: converted(text, scheme, source, detail=True)),
        lambda text: str(converted(text, scheme, source)),
        lambda text: safe(str(converted(text, scheme, source))),
    )
