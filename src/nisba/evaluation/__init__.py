"""The evaluation stage: how well nisba tells your own pairs of names apart, beside Jaro-Winkler.

`evaluate` takes pairs of which somebody knows whether they are one name; `read_pairs` reads them
from a CSV file, `write_report` draws the result on one page. `nisba evaluate` is a thin skin over
the three.
"""

from nisba.evaluation.evaluating import evaluate, fault_of_pairs
from nisba.evaluation.pairs import Labelled, read_pairs
from nisba.evaluation.report import write_report
from nisba.evaluation.types import AtVerdict, Evaluation, Judged, Pair, Ranking, Threshold

__all__ = [
    "AtVerdict",
    "Evaluation",
    "Judged",
    "Labelled",
    "Pair",
    "Ranking",
    "Threshold",
    "evaluate",
    "fault_of_pairs",
    "read_pairs",
    "write_report",
]
