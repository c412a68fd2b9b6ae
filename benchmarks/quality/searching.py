"""How a scorer of pairs searches a list: it looks at a short list for each query.

The short list is a favour to the peers, for whom a whole list would take hours: the names nearest
by character trigrams, and the right one in any case. nisba must find its own candidates.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from benchmarks.quality.peers import Scorer
from benchmarks.quality.tables import folded
from benchmarks.quality.tasks import Task

SHORT = 100
"""Names of a short list, the right one aside."""
TOP = 10
"""Answers of a system that are looked at."""
Ranked = Sequence[tuple[str, float]]
"""Identities with their scores, best first."""


def by_scorer(task: Task, score: Scorer, short_lists: Sequence[Sequence[int]]) -> Iterator[Ranked]:
    """What a scorer of pairs puts first among the short list of each query."""
    for query, short in zip(task.queries, short_lists, strict=True):
        scored = [(task.corpus[i][0], score(query.name, task.corpus[i][1])) for i in short]
        # Of equal scores the name nearer by trigrams comes first: the order of the short list.
        yield sorted(scored, key=lambda found: -found[1])[:TOP]


def short_lists(task: Task) -> Iterator[Sequence[int]]:
    """For each query the places in the list that a scorer looks at, nearest first.

    Nearness is the cosine of character bigrams and trigrams, weighted by rarity, of the names in
    ASCII: an Arabic name is near its Latin spelling too.
    """
    from anyascii import anyascii
    from sklearn.feature_extraction.text import TfidfVectorizer

    grams = TfidfVectorizer(analyzer="char_wb", ngram_range=(2, 3), preprocessor=folded)
    listed = grams.fit_transform([anyascii(name) for _, name in task.corpus])
    asked = grams.transform([anyascii(query.name) for query in task.queries])
    places = {identity: i for i, (identity, _) in enumerate(task.corpus)}

    def nearest(row: int, owner: str | None) -> list[int]:
        nearness = (listed @ asked[row].T).toarray().ravel()
        short: list[int] = np.argsort(-nearness, kind="stable")[:SHORT].tolist()
        if owner in places and places[owner] not in short:
            short.append(places[owner])
        return short

    return (nearest(row, query.owner) for row, query in enumerate(task.queries))
