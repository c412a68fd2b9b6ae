"""recordlinkage: blocks of pairs, and the mean Jaro-Winkler similarity of three columns."""

from benchmarks.scale.tools.blocks import columns
from benchmarks.scale.tools.job import Answer, Job, Named

_WINDOW = 9
"""Neighbours in alphabetical order that are compared."""


def resolve(job: Job) -> None:
    """The name most like each row among those of its blocks."""
    import pandas as pd
    import recordlinkage

    def frame(names: list[Named]) -> pd.DataFrame:
        return pd.DataFrame([columns(name) for _, name in names])

    listed, rows = job.identities(), job.rows()
    names, asked = frame(listed), frame(rows)
    indexer = recordlinkage.Index()
    indexer.block("key")
    indexer.block(["family"])
    indexer.sortedneighbourhood("whole", window=_WINDOW)
    pairs = indexer.index(asked, names)
    job.mark("build")
    compare = recordlinkage.Compare(n_jobs=-1)
    for column in ("whole", "given", "family"):
        compare.string(column, column, method="jarowinkler", label=column)
    alike = compare.compute(pairs, asked, names).mean(axis=1)
    best = alike.groupby(level=0).idxmax()
    job.give(Answer(rows[r][0], listed[n][0], float(alike[r, n])) for r, n in best)
