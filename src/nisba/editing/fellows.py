"""Names that are far from all their fellows: likely slips of the pen, or of the record.

A person's names render one spoken name, whatever their spelling. One that no other name of the
record answers was mistyped, or belongs to somebody else. Names of organisations and places are
translated (Egypt), and kunyas and pen names are other names by their nature: they are not asked.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from nisba.editing.hearing import Hearing
from nisba.gazetteer.answers import FAR_NAME, UNANSWERED, Answers
from nisba.gazetteer.faults import Finding, question
from nisba.gazetteer.folding import folded
from nisba.gazetteer.records import Record
from nisba.gazetteer.types import IdentityType, NameRecord

FAR = 0.15
"""Probability of one name under which two are far apart; `benchmarks.questions` weighs what is
found against what is asked for nothing."""
_SPELLED = ("name", "misspelling")
"""Kinds of names that are spellings of one another."""
_MOST = 100
"""Fellows that a name is held against; a record of more is asked about its nearest lines."""


def far_names(
    records: Iterable[Record], hearing: Hearing, answers: Answers = UNANSWERED
) -> Iterator[Finding]:
    """Ask about every name that no other name of its record answers, once answered never again."""
    for record in records:
        identity = record.identity
        if identity is None or identity.type is not IdentityType.PERSON:
            continue
        for at, fellow, probability in _far(identity.names, hearing):
            text = identity.names[at].text
            if answers.has(FAR_NAME, text, identity.id):
                continue
            advice = (
                f"is it a slip? The nearest of its fellows is {fellow}, one name with a "
                f"probability of {probability:.2f}: correct it, give it its kind, or "
                "answer that it is meant"
            )
            yield question(record.path, record.name_lines[at], "far-name", text, advice)


def _far(names: Sequence[NameRecord], hearing: Hearing) -> Iterator[tuple[int, str, float]]:
    """The names that are far from all others: place, nearest fellow, probability of one name."""
    words = [folded(name.text).split() for name in names]
    near = _spelled_within(words)
    for at, name in enumerate(names):
        if name.kind not in _SPELLED or at in near:
            continue
        fellows = _around(at, len(names))
        # To look which parts answer costs less than a comparison, and settles most names.
        for other in sorted(fellows, key=lambda other: len(words[other]) < len(words[at])):
            mine, its = hearing.answered(name.text, names[other].text)
            if mine:  # its spelling, or a shorter form of it: a family name alone
                near |= {at, other} if its else {at}
                break
        if at in near:
            continue
        best: tuple[str, float] | None = None
        for other in fellows:
            found = hearing.compare(name.text, names[other].text)
            if found.probability >= FAR:
                near |= {at, other}
                break
            if found.answered and not found.unanswered_left:  # in other words: Ali Reza, Alireza
                near.add(at)
                break
            if best is None or found.probability > best[1]:
                best = names[other].text, found.probability
        if at not in near and best is not None:
            yield at, *best


def _spelled_within(names: Sequence[Sequence[str]]) -> set[int]:
    """Places of the names whose letters or words all stand in another: nobody need hear them."""
    letters = Counter(map("".join, names))
    places: dict[str, set[int]] = {}
    for at, words in enumerate(names):
        for word in words:
            places.setdefault(word, set()).add(at)
    within = {at for at, words in enumerate(names) if letters["".join(words)] > 1}
    for at, words in enumerate(names):
        rarest = sorted((places[word] for word in words), key=len)
        if rarest and len(rarest[0]) > 1 and len(rarest[0].intersection(*rarest[1:])) > 1:
            within.add(at)
    return within


def _around(at: int, count: int) -> list[int]:
    """Places of the fellows of a name, the nearest first: most lists of names put like to like."""
    there = range(max(0, at - _MOST), min(count, at + _MOST + 1))
    return sorted((i for i in there if i != at), key=lambda i: (abs(i - at), i))[:_MOST]
