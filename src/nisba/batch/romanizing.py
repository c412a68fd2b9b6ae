"""Romanizing as a work on files and frames: what `nisba romanize` and `df.nisba.romanize` share."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from nisba.batch.deriving import Derived, Work

if TYPE_CHECKING:
    from nisba.translit.convert import Conversion
    from nisba.translit.types import Romanization


def romanizing_work(column: str, romanized: Callable[[str], Any]) -> Work:
    """The work of a column: the text in the scheme's letters, and what is to be said of it.

    `romanized` gives a `Romanization` or a `Conversion` of a text.

    >>> from nisba.translit.romanize import romanize
    >>> work = romanizing_work("romanized", lambda text: romanize(text, "din-31635", detail=True))
    >>> work.derive("الشمس").cells
    ('aš-Šams', '')
    """

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
