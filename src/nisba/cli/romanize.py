"""`nisba romanize`: Arabic text in the Latin letters of a standard."""

from typing import TYPE_CHECKING, Any

import click

from nisba.cli.arguments import TEXT
from nisba.cli.output import aligned, could_not_run
from nisba.cli.texts import Texts, answer, safe, text_options

if TYPE_CHECKING:
    from nisba.batch.deriving import Work
    from nisba.translit.convert import Conversion
    from nisba.translit.types import Romanization


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
@click.option("--detail", is_flag=True, help="Show the rules that fired and the vowels supplied.")
@text_options
def romanize(texts: Texts, scheme: str, detail: bool) -> None:
    """Romanize Arabic text: each TEXT, else each line of standard input, else a --column.

    Vowels that are not written are supplied, from known names first. A CSV file gets the columns
    nisba_romanized and nisba_note; the note names what passed through unchanged.

    \b
    Example:
      nisba romanize "مصطفى الكاظمي"
      nisba romanize --to bgn-pcgn-1956 --detail "عبد الرحمن"
      nisba romanize people.csv --column name --to ala-lc -o out.csv
    """
    from nisba.translit.romanize import romanize as romanized
    from nisba.translit.schemes import load_scheme

    try:
        load_scheme(scheme)
    except ValueError as fault:  # unknown or faulty
        could_not_run(fault)

    def page_of(text: str) -> str:
        done = romanized(text, scheme, detail=True)
        return f"{safe(done.text)}\n{detail_of(text, done)}" if detail else safe(done.text)

    answer(
        texts,
        romanizing_work("romanized", lambda text: romanized(text, scheme, detail=True)),
        lambda text: str(romanized(text, scheme)),
        page_of,
    )


def romanizing_work(column: str, romanized: Any) -> "Work":
    """The work of a column: the text in the scheme's letters, and what is to be said of it."""
    from nisba.batch.deriving import Derived, Work

    def derive(text: str) -> Derived:
        done = romanized(text)
        said = "; ".join(f"{note.code}: {note.text}" for note in done.notes)
        return Derived((done.text, said), as_details(done))

    return Work("romanizing", {f"nisba_{column}": str, "nisba_note": str}, derive)


def as_details(done: "Romanization | Conversion") -> dict[str, Any]:
    """A romanization as plain values: text, rules that fired, vowels supplied, notes.

    A conversion has the Arabic that it went through besides, whose places the spans are.
    """
    arabic = getattr(done, "arabic", None)
    between = {} if arabic is None else {"arabic": arabic}
    return {
        **between,
        "romanized": done.text,
        "steps": [
            {"rule": s.rule, "start": s.start, "end": s.end, "output": s.output} for s in done.steps
        ],
        "supplied": [
            {
                "start": s.start,
                "end": s.end,
                "form": list(s.reading.form),
                "probability": s.reading.probability,
                "origin": s.reading.origin,
            }
            for s in done.supplied
        ],
        "notes": [
            {"start": n.start, "end": n.end, "code": n.code, "text": n.text} for n in done.notes
        ],
    }


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
