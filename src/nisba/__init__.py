"""nisba resolves the many spellings of an Arabic name to one identity, with evidence in bits.

>>> import nisba
>>> str(nisba.compare("Mustafa Al-Kazemi", "Moustafa Kadhimi").verdict)
'same'

The names below are the public face; each is imported when it is first used, so that importing the
package costs next to nothing.
"""

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from nisba.batch.frame import resolve_frame
    from nisba.facts import Facts, facts_of
    from nisba.gazetteer import Gazetteer
    from nisba.match import Comparison, Verdict
    from nisba.match.compare import compare
    from nisba.names import Kind, Name, Part, parse
    from nisba.resolve import Candidate, Decision, Resolution, Resolver
    from nisba.translit.arabize import arabize
    from nisba.translit.convert import convert
    from nisba.translit.romanize import romanize
    from nisba.translit.schemes import scheme_ids
    from nisba.translit.spellings import spellings
    from nisba.translit.types import Romanization
    from nisba.translit.vocalize import vocalize

__version__ = "0.1.0"

__all__ = [
    "Candidate",
    "Comparison",
    "Decision",
    "Facts",
    "Gazetteer",
    "Kind",
    "Name",
    "Part",
    "Resolution",
    "Resolver",
    "Romanization",
    "Verdict",
    "arabize",
    "compare",
    "convert",
    "facts_of",
    "parse",
    "resolve_frame",
    "romanize",
    "scheme_ids",
    "spellings",
    "vocalize",
]

_HOME = {
    "resolve_frame": "nisba.batch.frame",
    "Facts": "nisba.facts",
    "facts_of": "nisba.facts",
    "Gazetteer": "nisba.gazetteer",
    "Comparison": "nisba.match",
    "Verdict": "nisba.match",
    "compare": "nisba.match",
    "Kind": "nisba.names",
    "Name": "nisba.names",
    "Part": "nisba.names",
    "parse": "nisba.names",
    "Candidate": "nisba.resolve",
    "Decision": "nisba.resolve",
    "Resolution": "nisba.resolve",
    "Resolver": "nisba.resolve",
    "Romanization": "nisba.translit.types",
    "arabize": "nisba.translit.arabize",
    "convert": "nisba.translit.convert",
    "romanize": "nisba.translit.romanize",
    "scheme_ids": "nisba.translit.schemes",
    "spellings": "nisba.translit.spellings",
    "vocalize": "nisba.translit.vocalize",
}


def __getattr__(name: str) -> object:
    """Import a public name from its stage at its first use."""
    if name not in _HOME:
        raise AttributeError(f"module 'nisba' has no attribute {name!r}")
    found = getattr(importlib.import_module(_HOME[name]), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    """The public names, imported or not."""
    return [*__all__, "__version__"]
