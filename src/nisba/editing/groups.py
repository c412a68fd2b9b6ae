"""Names grouped by sound: the spellings of one name side by side, so that it is judged once.

The commonest spelling leads a group, and each further name joins the group whose leader it sounds
like. Leaders are found by the index, so a hundred thousand names take no square of time.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from nisba.editing.hearing import Hearing, hearing_of
from nisba.editing.progress import Percent, counted, silent
from nisba.match.types import Verdict

_NEAREST = 30
"""Names of the index that are looked at for one name."""


@dataclass(frozen=True, slots=True)
class Group:
    """Names that sound alike with how often each comes, the commonest first."""

    names: tuple[tuple[str, int], ...]

    @property
    def times(self) -> int:
        """How often the names come, all together."""
        return sum(times for _, times in self.names)


def grouped_by_sound(names: Mapping[str, int], on_progress: Percent = silent) -> list[Group]:
    """Group names by sound, the commonest group first.

    >>> groups = grouped_by_sound({"Adel Mahdi": 2, "Salim Idris": 3, "Adil al-Mahdi": 2})
    >>> [[name for name, _ in group.names] for group in groups]
    [['Adel Mahdi', 'Adil al-Mahdi'], ['Salim Idris']]
    """
    hearing = hearing_of(names)
    ranked = sorted(names, key=lambda name: (-names[name], name))
    leader = _leaders(ranked, hearing, on_progress)
    members: dict[str, list[str]] = {}
    for name in ranked:
        members.setdefault(leader[name], []).append(name)
    groups = [Group(tuple((name, names[name]) for name in found)) for found in members.values()]
    return sorted(groups, key=lambda group: (-group.times, group.names[0][0]))


def _leaders(ranked: list[str], hearing: Hearing, on_progress: Percent) -> dict[str, str]:
    """The leader of each name; names come the commonest first."""
    index = hearing.index((name, name) for name in ranked if name.strip())
    leader: dict[str, str] = {}
    for name in counted(ranked, on_progress):
        best = 0.0
        for _, other, _ in hearing.nearest(index, name, _NEAREST):
            # Only leaders are asked: who sounds like a follower may be far from the leader.
            if leader.get(other) != other:
                continue
            found = hearing.compare(name, other)
            if found.verdict is Verdict.SAME and found.probability > best:
                best, leader[name] = found.probability, other
        leader.setdefault(name, name)
    return leader
