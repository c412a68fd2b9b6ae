"""string-grouper: the cosine of character trigrams, weighed by rarity, as sparse matrices."""

from benchmarks.scale.tools.job import Answer, Job, folded

_LEAST = 0.3
_NEIGHBOURS = 50
"""Like names of one name that may be grouped with it."""


def resolve(job: Job) -> None:
    """The name nearest to each row, from a cosine of .3."""
    import pandas as pd
    from string_grouper import match_strings

    listed, rows = job.identities(), job.rows()
    names = pd.Series([folded(name) for _, name in listed])
    asked = pd.Series([folded(name) for _, name in rows])
    job.mark("build")
    # The most matches are counted for each name of the first list: that is where the rows belong.
    found = match_strings(
        asked,
        names,
        master_id=pd.Series(range(len(rows))),
        duplicates_id=pd.Series(range(len(listed))),
        max_n_matches=1,
        min_similarity=_LEAST,
        ignore_index=True,
        normalize_to_ascii=False,
    )
    table = zip(found["left_id"], found["right_id"], found["similarity"], strict=True)
    job.give(Answer(rows[r][0], listed[n][0], float(s)) for r, n, s in table)


def dedupe(job: Job) -> None:
    """Groups of names linked by a cosine of at least the knob."""
    import pandas as pd
    from string_grouper import group_similar_strings

    rows = job.people()
    job.mark("build")
    found = group_similar_strings(
        pd.Series([folded(name) for _, name in rows]),
        string_ids=pd.Series(range(len(rows))),
        min_similarity=float(job.knob),
        max_n_matches=_NEIGHBOURS,
        ignore_index=True,
        normalize_to_ascii=False,
    )
    groups = found["group_rep_id"]
    job.give(Answer(row, str(g), 1.0) for (row, _), g in zip(rows, groups, strict=True))
