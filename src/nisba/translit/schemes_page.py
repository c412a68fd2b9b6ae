"""The page that shows names through all standards: `docs/schemes.md`, made from the data.

`python -m nisba.translit.schemes_page docs/schemes.md` writes it (`make docs`), and a test asks
whether it is current. It stands beside the transliteration stage; nothing imports it.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from nisba.translit.romanize import romanize
from nisba.translit.scheme_types import Scheme
from nisba.translit.schemes import load_scheme, scheme_ids

NAMES = (
    "\u0645\u0635\u0637\u0641\u0649 \u0627\u0644\u0643\u0627\u0638\u0645\u064a",  # مصطفى الكاظمي
    # عبد الرحمن بن خلدون
    "\u0639\u0628\u062f \u0627\u0644\u0631\u062d\u0645\u0646 \u0628\u0646 "
    "\u062e\u0644\u062f\u0648\u0646",
    "\u0641\u0627\u0637\u0645\u0629 \u0627\u0644\u0632\u0647\u0631\u0627\u0621",  # فاطمة الزهراء
)
_LANGUAGES = {"ara": "Arabic", "fas": "Persian", "urd": "Urdu"}
_KINDS = {"sounds": "the sounds", "letters": "the letters"}


def page() -> str:
    """The whole page, in Markdown.

    >>> "| `ala-lc` | `Mu\u1e63\u1e6daf\u00e1 al-K\u0101\u1e93im\u012b` |" in page()
    True
    """
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    schemes = [load_scheme(ident) for ident in scheme_ids()]
    yield "# Names through all standards"
    yield ""
    yield "`make docs` makes this page from `gazetteers/schemes/`: edit the data, not the page."
    yield "[Choosing a scheme](choosing-a-scheme.md) says which one fits what."
    yield ""
    yield "The Arabic names have no vowels; nisba supplies them where a standard wants them."
    for name in NAMES:
        yield from ("", f"## {name}", "", "| scheme | romanized |", "|---|---|")
        for scheme in schemes:
            yield f"| `{scheme.id}` | {_code(romanize(name, scheme.id))} |"
    yield from ("", "## The standards", "")
    yield "| scheme | language | year | writes | reversible | rules | examples, published |"
    yield "|---|---|---|---|---|---|---|"
    for scheme in schemes:
        yield _row(scheme)
    yield from ("", "## What is in doubt, and what was chosen")
    for scheme in schemes:
        yield from ("", f"### {scheme.id}", "")
        yield f"{scheme.title}. {scheme.authority}, {_year(scheme)}."
        if scheme.notes:
            yield ""
        yield from (f"* {note}" for note in scheme.notes)


def _row(scheme: Scheme) -> str:
    published = sum(example.published for example in scheme.examples)
    cells = (
        f"[`{scheme.id}`](#{scheme.id})",
        _LANGUAGES.get(scheme.language, scheme.language),
        _year(scheme),
        _KINDS[scheme.kind],
        "yes" if scheme.reversible else "no",
        str(len(scheme.rules)),
        f"{len(scheme.examples)}, {published}",
    )
    return f"| {' | '.join(cells)} |"


def _year(scheme: Scheme) -> str:
    return "year not known" if scheme.year == "?" else scheme.year


def _code(text: str) -> str:
    """The text as code in a cell of a table."""
    fence = "``" if "`" in text else "`"
    return f"{fence}{text.replace('|', chr(92) + '|')}{fence}"


def main(arguments: list[str]) -> int:
    """Write the page to the path that is given; 2 without one."""
    if len(arguments) != 1:
        print("usage: python -m nisba.translit.schemes_page docs/schemes.md", file=sys.stderr)
        return 2
    Path(arguments[0]).write_text(page(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
