"""From the results of `nisba resolve` to names in the records: what was not found is reviewed.

`proposals_of` reads the results and proposes, `accept` puts what an editor marked into the
records. Nothing resolves before a person has accepted it.
"""

import datetime
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import replace
from os import PathLike
from pathlib import Path

from nisba.batch.columns import columns_told
from nisba.batch.faults import Fault, FaultyFile
from nisba.batch.reading import opened, survey
from nisba.batch.rows import Reject
from nisba.editing.groups import grouped_by_sound
from nisba.editing.progress import Percent, share, silent
from nisba.editing.proposals import FaultyProposals, Proposal
from nisba.editing.resolving import resolved
from nisba.gazetteer import Answer, Edit, Gazetteer, NewName, add_names
from nisba.gazetteer.answers import REVIEW, UNANSWERED, Answers
from nisba.gazetteer.folding import folded
from nisba.gazetteer.lines import lines_of
from nisba.resolve import Resolver
from nisba.resolve.types import Resolution
from nisba.text.clean import clean

PROPOSED = "proposed"
_DECISION = "nisba_decision"
_OPEN = ("ambiguous", "none")
_BY_RESOLVING = 60
"""Percent of the work of proposing that resolving makes, about."""


def unresolved(
    path: Path, column: str, encoding: str | None = None
) -> tuple[Counter[str], list[Fault]]:
    """Names that the results of `nisba resolve` call ambiguous or nobody's, with their number.

    Raises `FaultyFile` for a file that has no such results.
    """
    table = survey(path, column, encoding, added=())
    if _DECISION not in table.header:
        there = columns_told(table.header)
        wrong = f"no such column: give a file that nisba resolve wrote; the columns are {there}"
        raise FaultyFile(path, 1, _DECISION, wrong)
    place, decided = table.header.index(column), table.header.index(_DECISION)
    names: Counter[str] = Counter()
    faults = []
    with opened(path, table.encoding) as file:
        for row in table.rows(file):
            if isinstance(row, Reject):
                faults.append(Fault(path, row.line, row.value, row.reason))
            elif row.cells[decided] in _OPEN and (name := " ".join(row.cells[place].split())):
                names[name] += 1
    return names, faults


def proposals_of(
    names: Mapping[str, int],
    gazetteer: Gazetteer,
    answers: Answers = UNANSWERED,
    *,
    on_refused: Callable[[str], None] = lambda name: None,
    on_progress: Percent = silent,
) -> list[Proposal]:
    """Propose for each name the identity that answers it best, grouped by sound.

    The group that comes most often stands first. A name that the gazetteer finds by now is left
    out. So is one that an editor has refused for this identity, or at all where nobody is left to
    ask about; `on_refused` hears of each. `on_progress` is told the percent that is done.

    >>> gazetteer = Gazetteer.from_names([("k", "Mustafa al-Kadhimi"), ("s", "Salim Idris")])
    >>> found = proposals_of({"Mustafa Kadum": 1, "Salim Idris": 9}, gazetteer)
    >>> [(p.name, p.id, p.status) for p in found]
    [('Mustafa Kadum', 'k', 'proposed')]
    """
    found = resolved(Resolver(gazetteer), list(names), share(on_progress, 0, _BY_RESOLVING))
    left: dict[str, int] = {}
    for name, times in names.items():
        if found[name].decision not in _OPEN:
            continue
        if answers.refuses(name, _best(found[name])):
            on_refused(name)
        else:
            left[name] = times
    groups = grouped_by_sound(left, share(on_progress, _BY_RESOLVING, 100))
    return [
        _proposal(number, name, times, found[name], gazetteer)
        for number, group in enumerate(groups, 1)
        for name, times in group.names
    ]


def _best(answer: Resolution) -> str:
    return answer.candidates[0].identity if answer.candidates else ""


def _proposal(
    group: int, name: str, times: int, answer: Resolution, gazetteer: Gazetteer
) -> Proposal:
    best = answer.candidates[0] if answer.candidates else None
    return Proposal(
        "",
        PROPOSED,
        group,
        times,
        name,
        str(answer.decision),
        best.identity if best else "",
        gazetteer.label(best.identity) if best else "",
        f"{best.probability:.3f}" if best else "",
        best.name if best else "",
        answer.reason,
    )


def accept(
    folder: str | PathLike[str],
    proposals: list[Proposal],
    source: str,
    *,
    path: Path,
    date: datetime.date | None = None,
    dry_run: bool = False,
) -> tuple[Edit | None, list[Proposal]]:
    """Add the names that are marked x to their records, and remember those marked n, in one edit.

    Returns the edit, or `None` if nothing is marked so, and the proposals with their status of now:
    `accepted`, `refused` or `unsure`, each with the date. What had a status of these before is
    not looked at again. `path` is the proposals file, for messages. Raises `FaultyProposals` for
    marked rows without an id, and what `nisba.gazetteer.add_names` raises; then nothing is added.
    """
    day = (date or datetime.date.today()).isoformat()
    fresh = [p for p in proposals if p.status == PROPOSED]
    faults = [
        Fault(path, p.line, p.name, "marked x, and has no id: write the id of its record")
        for p in fresh
        if p.mark == "x" and not p.id
    ]
    if faults:
        raise FaultyProposals(faults)
    names: dict[str, list[NewName]] = {}
    for proposal in fresh:
        if proposal.mark == "x":
            new = NewName(proposal.name, source, comment=f"# accepted in a review, {day}")
            names.setdefault(proposal.id, []).append(new)
    refused = [answer for p in fresh if p.mark == "n" and (answer := _refusal(p, source, date))]
    edit = None
    if names or refused:
        edit = add_names(folder, names, answers=refused, dry_run=dry_run)
    said = {"x": f"accepted {day}", "n": f"refused {day}", "u": f"unsure {day}"}
    told = [
        replace(p, status=said.get(p.mark, p.status)) if p.status == PROPOSED else p
        for p in proposals
    ]
    return edit, told


def _refusal(proposal: Proposal, source: str, date: datetime.date | None) -> Answer | None:
    """What is remembered of a refusal; nothing of a name without a letter or a digit.

    A name that no file may hold as it stands is written without what makes it so.
    """
    name = clean(proposal.name)
    _, faults = lines_of(Path("name"), f"{name}\n".encode(), tabs=True)
    if faults:
        name = folded(name)
    return Answer(REVIEW, name, proposal.id, source, date=date) if folded(name) else None
