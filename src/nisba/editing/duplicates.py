"""Records that may be of one person: suggested with the names and facts that say so.

The resolver's index finds for each record the others whose names sound like its own. What the
records say besides (birth years, countries, gender) speaks for or against. A pair that is linked
as namesakes has been looked at, and is not suggested again.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from nisba.editing.hearing import Hearing
from nisba.editing.progress import Percent, counted, silent
from nisba.gazetteer.faults import Finding, question
from nisba.gazetteer.folding import folded
from nisba.gazetteer.records import Record
from nisba.gazetteer.types import Identity, IdentityType
from nisba.match.compare import Comparison
from nisba.match.facts_told import told
from nisba.text.scripts import Script

LIKELY = 0.95
"""Probability of one name, facts included, from which two records are suggested to be one."""
_NEAREST = 12
"""Names of the index that are looked at for one name of a record."""
_REACH = 0.6
"""Share of a name's own evidence that the parts of another must reach to be looked at."""
_FEWEST_PARTS = 2
"""Parts that answer each other in names that suggest a duplicate: a given name alone is shared."""


@dataclass(frozen=True, slots=True)
class Duplicate:
    """Two records that may be one, by the pair of names that says most."""

    left: Record
    right: Record
    evidence: Comparison

    @property
    def line(self) -> int:
        """Line of the left record's name."""
        identity = self.left.identity
        texts = [] if identity is None else [name.text for name in identity.names]
        return self.left.name_lines[texts.index(self.evidence.left.original)]


def near_identities(
    records: Iterable[Record], hearing: Hearing, on_progress: Percent = silent
) -> Iterator[Finding]:
    """Suggest pairs of records that may be of one person, each pair once."""
    for found in duplicates(records, hearing, on_progress):
        other = found.right.identity
        if other is None:
            continue
        evidence = found.evidence
        facts = told(evidence)
        # No probability is 1, and none is shown so.
        chance = f"{evidence.probability:.2f}" if evidence.probability < 0.995 else "over 0.99"
        advice = (
            f"are they one? {other.id} has the name {evidence.right.original}, one name with a "
            f"probability of {chance}{'; ' if facts else ''}{facts.rstrip('.')}: "
            "merge the two, or link them as namesakes"
        )
        yield question(
            found.left.path, found.line, "near-duplicate", evidence.left.original, advice
        )


def duplicates(
    records: Iterable[Record], hearing: Hearing, on_progress: Percent = silent
) -> list[Duplicate]:
    """Pairs of records of persons that may be one, likeliest first; a shared name is left out.

    What two records share letter by letter, `nisba.gazetteer.check` warns of.
    """
    people = {
        record.identity.id: record
        for record in records
        if record.identity is not None and record.identity.type is IdentityType.PERSON
    }
    index = hearing.index(
        (id, name.text)
        for id, record in people.items()
        for name in (record.identity.names if record.identity else ())
        if name.kind == "name"
    )
    linked = {
        frozenset((id, other))
        for id, record in people.items()
        for other in (record.identity.namesakes if record.identity else ())
    }
    best: dict[frozenset[str], Duplicate] = {}
    for id, record in counted(list(people.items()), on_progress):
        for text in _speaking(record.identity):
            enough = _REACH * hearing.worth(text)
            for other, its_text, reach in hearing.nearest(index, text, _NEAREST):
                if reach < enough:
                    break
                pair = frozenset((id, other))
                if len(pair) < 2 or pair in linked:
                    continue
                found = _held(record, text, people[other], its_text, hearing)
                if found is not None and (
                    pair not in best or found.evidence.probability > best[pair].evidence.probability
                ):
                    best[pair] = found
    return sorted(best.values(), key=lambda d: (-d.evidence.probability, d.left.path))


def _speaking(identity: Identity | None) -> Sequence[str]:
    """The names of a record that are asked about: the first in each script."""
    if identity is None:
        return ()
    first: dict[Script, str] = {}
    for name in identity.names:
        if name.kind == "name":
            first.setdefault(name.script, name.text)
    return tuple(first.values())


def _held(left: Record, text: str, right: Record, other: str, hearing: Hearing) -> Duplicate | None:
    if left.identity is None or right.identity is None or folded(text) == folded(other):
        return None
    known = left.identity.facts, right.identity.facts
    evidence = hearing.compare(text, other, known)
    if evidence.probability < LIKELY or len(evidence.answered) < _FEWEST_PARTS:
        return None
    return Duplicate(left, right, evidence)
