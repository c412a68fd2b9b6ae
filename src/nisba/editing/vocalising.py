"""Elements whose vowels say one thing and whose romanization another.

`vocalised` and `romanized` of an element are written by hand, side by side. The ALA-LC rules make
the one of the other, so a difference is a slip in one of them, or a word that the rules misread.
"""

from collections.abc import Iterable, Iterator

from nisba.gazetteer.faults import Finding, question
from nisba.gazetteer.tables import Table
from nisba.translit.romanize import romanize


def misread_elements(tables: Iterable[Table]) -> Iterator[Finding]:
    """Ask about every element whose romanization is not what its vowels spell."""
    for table in tables:
        for row in table.rows:
            vocalised, romanized = row["vocalised"], row["romanized"]
            if not vocalised or not romanized:
                continue
            spelled = romanize(vocalised)
            if _plain(spelled) != _plain(romanized):
                advice = f"its vowels spell {spelled}: correct vocalised or romanized"
                yield question(table.path, row.line, "vowels", romanized, advice)


def _plain(romanized: str) -> str:
    """Capitals and hyphens are the matter of the style, not of the vowels."""
    return romanized.casefold().replace("-", " ")
