"""Where the data files stand: below every stage of the pipeline, imported by any of them.

The curated files are edited in the `gazetteers/` folder of a checkout. A built wheel carries a
copy inside the package, so both an editable install and an installed wheel find them.
"""

from pathlib import Path

_PACKAGE = Path(__file__).parent
_INSTALLED = _PACKAGE / "_gazetteers"
_CHECKOUT = _PACKAGE.parents[1] / "gazetteers"


def curated(*parts: str) -> Path:
    """Path of a file or folder of the curated gazetteer.

    >>> curated("titles.tsv").name
    'titles.tsv'
    """
    root = _INSTALLED if _INSTALLED.is_dir() else _CHECKOUT
    return root.joinpath(*parts)


def learned(name: str) -> Path:
    """Path of a learned table, committed with the package.

    >>> learned("latin.tsv").parent.name
    'tables'
    """
    return _PACKAGE / "sounds" / "tables" / name
