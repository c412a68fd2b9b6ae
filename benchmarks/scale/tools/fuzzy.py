"""rapidfuzz: every row beside every name, by one core (extractOne) or by all (cdist)."""

from collections.abc import Callable

import numpy as np

from benchmarks.scale.tools.job import Answer, Job, folded

_AT_ONCE = 100
"""Rows of one matrix of similarities."""


def one_by_one(scorer: str) -> Callable[[Job], None]:
    """`process.extractOne` with one of the ratios."""

    def work(job: Job) -> None:
        from rapidfuzz import fuzz, process

        listed, rows = job.identities(), job.rows()
        names = [folded(name) for _, name in listed]
        ratio = getattr(fuzz, scorer)
        job.mark("build")
        answers = []
        for row, name in rows:
            found = process.extractOne(folded(name), names, scorer=ratio)
            if found:
                answers.append(Answer(row, listed[found[2]][0], found[1]))
        job.give(answers)

    return work


def all_at_once(job: Job) -> None:
    """`process.cdist` with WRatio and as many threads as there are cores, a block at a time."""
    from rapidfuzz import fuzz, process

    listed, rows = job.identities(), job.rows()
    names = [folded(name) for _, name in listed]
    job.mark("build")
    answers = []
    for start in range(0, len(rows), _AT_ONCE):
        block = rows[start : start + _AT_ONCE]
        asked = [folded(name) for _, name in block]
        alike = process.cdist(asked, names, scorer=fuzz.WRatio, workers=-1, dtype=np.float32)
        for (row, _), best, score in zip(block, alike.argmax(1), alike.max(1), strict=True):
            answers.append(Answer(row, listed[int(best)][0], float(score)))
    job.give(answers)
