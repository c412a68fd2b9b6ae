"""The text stage: scripts, cleaning, the signs of ʿayn and hamza, and named foldings.

First stage of the pipeline; it knows letters and nothing of names.
"""

from nisba.text.clean import clean
from nisba.text.fold import Folding, fold, latin_of
from nisba.text.marks import letters_of_digits, one_sign
from nisba.text.scripts import Run, Script, dominant_script, script_of, script_runs

__all__ = [
    "Folding",
    "Run",
    "Script",
    "clean",
    "dominant_script",
    "fold",
    "latin_of",
    "letters_of_digits",
    "one_sign",
    "script_of",
    "script_runs",
]
