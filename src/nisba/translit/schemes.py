"""Romanization standards as data: which there are, and one of them by its id.

First step of the transliteration stage. A standard is a folder of `gazetteers/schemes/` with
three files: what it is (`scheme.yaml`), its rules (`rules.tsv`), and examples of them
(`examples.tsv`). Nothing about a particular standard stands in code; the columns are explained in
`gazetteers/README.md`.
"""

import functools
from pathlib import Path

from nisba._data import curated
from nisba.gazetteer.faults import FaultyGazetteer, Finding, errors_of, shown
from nisba.translit.scheme_files import read_scheme
from nisba.translit.scheme_types import Example, Rule, Scheme

__all__ = [
    "Example",
    "Rule",
    "Scheme",
    "UnknownScheme",
    "load_scheme",
    "scheme_findings",
    "scheme_ids",
]


class UnknownScheme(ValueError):
    """A scheme that does not exist; the message names the nearest, and all that do."""

    def __init__(self, asked: str, known: tuple[str, ...]) -> None:
        """Keep what was asked and what there is."""
        self.asked = asked
        self.known = known
        near = _nearest(asked, known)
        hint = f"did you mean {near}? " if near else ""
        super().__init__(
            f"unknown scheme '{shown(asked)}': {hint}the schemes are {', '.join(known)}"
        )


def _nearest(asked: str, known: tuple[str, ...]) -> str:
    """The known id that is most like what was asked, if one is like it at all."""
    from jellyfish import jaro_winkler_similarity

    said = asked.casefold().strip().replace("_", "-").replace(" ", "-")[:100]
    scored = [(jaro_winkler_similarity(said, each), each) for each in known]
    best = max(scored, default=(0.0, ""))
    return best[1] if best[0] > 0.6 else ""


def scheme_ids(root: Path | None = None) -> tuple[str, ...]:
    """Ids of all schemes, sorted.

    >>> "ala-lc" in scheme_ids()
    True
    """
    folder = curated("schemes") if root is None else root
    if not folder.is_dir():
        return ()
    return tuple(sorted(p.name for p in folder.iterdir() if (p / "scheme.yaml").is_file()))


@functools.cache
def load_scheme(ident: str) -> Scheme:
    """The scheme of an id; raises `UnknownScheme`, or `FaultyGazetteer` with every fault.

    >>> load_scheme("ala-lc").year
    '2012'
    """
    known = scheme_ids()
    if ident not in known:
        raise UnknownScheme(ident, known)
    scheme, findings = read_scheme(curated("schemes", ident))
    if scheme is None:
        raise FaultyGazetteer(errors_of(findings))
    return scheme


def scheme_findings(root: Path | None = None) -> tuple[Finding, ...]:
    """Every fault of every scheme's folder, in the order of the ids.

    >>> scheme_findings()
    ()
    """
    folder = curated("schemes") if root is None else root
    return tuple(f for ident in scheme_ids(folder) for f in read_scheme(folder / ident)[1])
