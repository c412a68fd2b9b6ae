"""`nisba arabize`: from Latin letters to the Arabic spelling, the likeliest first."""

from collections.abc import Sequence

import click

from nisba.cli.arguments import TEXT
from nisba.cli.output import could_not_run
from nisba.cli.ranked import line_of, page_of, ranked_work
from nisba.cli.texts import Texts, answer, text_options


@click.command(short_help="Write names of Latin letters in Arabic ones.")
@click.option("--from", "source", type=TEXT, help="Read TEXT exactly as this reversible scheme.")
@click.option(
    "--limit",
    type=click.IntRange(1, 100),
    default=5,
    show_default=True,
    help="The most spellings of each name.",
)
@text_options
def arabize(texts: Texts, source: str | None, limit: int) -> None:
    """Write Latin names in Arabic: each TEXT, else each line of standard input, else a --column.

    Any romanization will do, of a library, a newspaper or a chat. Each answer has its probability.
    With --from, the letters are those of a reversible scheme, and the one answer is exact.

    A line of standard input gives one line, its answers parted by tabs. A CSV file gets the columns
    nisba_arabic, nisba_probability and nisba_others.

    \b
    Example:
      nisba arabize "Moustafa Kadhimi" 7asan
      nisba arabize --from buckwalter "mSTfY AlkAZmy"
      nisba arabize people.csv --column name -o out.csv
    """
    from nisba.translit.letters import decode
    from nisba.translit.schemes import load_scheme
    from nisba.translit.types import Candidate

    if source is None:
        from nisba.translit.arabize import arabize as arabized

        def rank(text: str) -> Sequence[Candidate]:
            return arabized(text, limit)

    else:
        try:
            scheme = load_scheme(source)
            decode("", scheme)
        except ValueError as fault:  # unknown, faulty, or not to be read back
            could_not_run(fault)

        def rank(text: str) -> Sequence[Candidate]:
            return (Candidate(decode(text, scheme), 1.0, scheme.id),)

    answer(
        texts,
        ranked_work("arabizing", "arabic", rank),
        lambda text: line_of(rank(text)),
        lambda text: page_of(rank(text)),
    )
