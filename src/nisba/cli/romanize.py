"""`nisba romanize`: Arabic text in the Latin letters of a standard."""

from typing import TYPE_CHECKING

import click

from nisba.cli.arguments import TEXT
from nisba.cli.output import aligned, could_not_run
from nisba.cli.texts import Texts, answer, safe, text_options
from nisba.translit.types import DOCUMENTS, KINDS

if TYPE_CHECKING:
    from nisba.translit.types import Document, Kind, Romanization


@click.command(short_help="Write Arabic text in the Latin letters of a standard.")
@click.option(
    "--to",
    "--scheme",
    "scheme",
    default="ala-lc",
    type=TEXT,
    show_default=True,
    help="The standard; nisba schemes lists them.",
)
@click.option(
    "--kind",
    type=click.Choice(KINDS),
    default="any",
    show_default=True,
    help="What the text is, which decides on capitals and on words that are names as well.",
)
@click.option(
    "--zone",
    type=click.Choice(DOCUMENTS),
    help="Write the name field of a machine-readable document instead: a card, a larger card, a "
    "passport. A comma stands behind the primary identifier.",
)
@click.option("--detail", is_flag=True, help="Show the rules that fired and the vowels supplied.")
@text_options
def romanize(
    texts: Texts, scheme: str, kind: "Kind", zone: "Document | None", detail: bool
) -> None:
    """Romanize Arabic text: each TEXT, else each line of standard input, else a --column.

    Vowels that are not written are supplied, from known names first. A CSV file gets the columns
    nisba_romanized and nisba_note; the note names what passed through unchanged.

    \b
    Example:
      nisba romanize "مصطفى الكاظمي"
      nisba romanize --to bgn-pcgn-1956 --detail "عبد الرحمن"
      nisba romanize --kind title "من الحياة"
      nisba romanize --zone td3 "الكاظمي، مصطفى"
      nisba romanize people.csv --column name --to ala-lc -o out.csv
    """
    from nisba.batch.romanizing import romanizing_work
    from nisba.translit.romanize import romanize as romanized
    from nisba.translit.schemes import load_scheme

    try:
        load_scheme(scheme)
    except ValueError as fault:  # unknown or faulty
        could_not_run(fault)
    if zone is not None:
        _answer_zone(texts, zone)
        return

    def page_of(text: str) -> str:
        done = romanized(text, scheme, detail=True, kind=kind)
        return f"{safe(done.text)}\n{detail_of(text, done)}" if detail else safe(done.text)

    answer(
        texts,
        romanizing_work("romanized", lambda text: romanized(text, scheme, detail=True, kind=kind)),
        lambda text: str(romanized(text, scheme, kind=kind)),
        page_of,
    )


def _answer_zone(texts: Texts, zone: "Document") -> None:
    """Answer with the name field of a document; a name that has none cannot be answered."""
    from nisba.batch.romanizing import romanizing_work
    from nisba.translit.zone import name_field_of, zone_of

    def field_of(text: str) -> str:
        try:
            return name_field_of(text, zone)
        except ValueError as fault:
            could_not_run(fault)

    answer(
        texts, romanizing_work("romanized", lambda text: zone_of(text, zone)), field_of, field_of
    )


def detail_of(text: str, done: "Romanization") -> str:
    """What fired where, as a table: rules, vowels with their origin, notes."""
    rows = [("what", "by", "span", "read", "written")]
    marked = [
        *((s.start, 0, ("rule", s.rule, s.start, s.end, s.output)) for s in done.steps),
        *(
            (
                s.start,
                1,
                (
                    "vowels",
                    f"{s.reading.origin} {s.reading.probability:.3f}",
                    s.start,
                    s.end,
                    "".join(s.reading.form),
                ),
            )
            for s in done.supplied
        ),
        *((n.start, 2, ("note", n.code, n.start, n.end, n.text)) for n in done.notes),
    ]
    for _, _, (what, by, start, end, written) in sorted(marked, key=lambda m: m[:2]):
        rows.append((what, by, f"{start}-{end}", text[start:end], written))
    return aligned(rows)
