"""A few labelled pairs, and an evaluation made by hand, for the tests that need no comparison."""

from nisba.evaluation import AtVerdict, Evaluation, Judged, Pair, Ranking, Threshold
from nisba.match import Verdict
from nisba.match.measures import Band, Cut, Top

KADHIMI = "\u0627\u0644\u0643\u0627\u0638\u0645\u064a"  # الكاظمي

PAIRS = (
    Pair("Gaddafi", "al-Qadhdhafi", same=True, line=2),
    Pair("al-Kazemi", KADHIMI, same=True, line=3),
    Pair("Salim", "Salam", same=False, line=4),
    Pair("Hassan", "Hussein", same=False, line=5),
)

_WIDE = Ranking(0.875, Cut(threshold=0.4, precision=0.75, recall=1.0, f1=6 / 7))


def judged(left: str, right: str, same: bool, probability: float, line: int = 0) -> Judged:
    """A pair as if it had been judged."""
    verdict = Verdict.SAME if probability >= 0.9 else Verdict.DIFFERENT
    pair = Pair(left, right, same, line)
    return Judged(pair, 1.23456, probability, verdict, "a < b & they differ.", 0.5)


def evaluation(*pairs: Judged) -> Evaluation:
    """An evaluation of these pairs: rankings and figures are made up, lists and counts are not."""
    return Evaluation(
        judged=pairs,
        same=sum(one.pair.same for one in pairs),
        nisba=_WIDE,
        jaro_winkler=_WIDE,
        at_same=AtVerdict(pairs=0, precision=None, recall=0.0, f1=0.0),
        calibration_error=0.04,
        brier=0.05,
        bands=(Band(0.0, 0.1, 2, 0.05, 0.0), Band(0.9, 1.0, 1_000, 0.9996, 1.0)),
        threshold=Threshold(0.01, Top(0.95, 40, 0, 0.5), 0.072, None, 299),
        false_matches=tuple(one for one in pairs if not one.pair.same),
        misses=tuple(one for one in pairs if one.pair.same),
    )
