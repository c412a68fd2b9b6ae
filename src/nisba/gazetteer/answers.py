"""`answers.tsv`: what an editor has answered for good, so that nobody is asked a second time.

`review` asks whether a name is somebody's, and the sound model asks about names that it finds odd.
A refusal, and a "yes, it is meant", stand here, one a row. Two records that are two are linked as
namesakes instead: that answer belongs into the records. `nisba.gazetteer.edits` writes the rows.
"""

import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from nisba.gazetteer.faults import FaultyGazetteer, Finding, error, errors_of, warning
from nisba.gazetteer.folder import Folder, follow, unknown_source
from nisba.gazetteer.folding import folded
from nisba.gazetteer.records import is_id
from nisba.gazetteer.tables import Row, Table, read_elements, read_table
from nisba.text.clean import clean

ANSWERS = "answers.tsv"
ANSWER_COLUMNS = ("name", "question", "id", "note", "source", "date")
REVIEW, FAR_NAME, VOWELS = "review", "far-name", "vowels"
QUESTIONS = (FAR_NAME, REVIEW, VOWELS)
_MOST_BYTES = 20_000_000


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to a question about a name and an id.

    `review`: the name is not this identity's; without an id, nobody's who shall have a record.
    `far-name`: the name is this record's, though the others sound otherwise. `vowels`: the element
    of this id is romanized as it stands. Without a date it is today's.
    """

    question: str
    name: str
    id: str
    source: str
    note: str = ""
    date: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Answers:
    """What has been answered: by question and name, as it is looked up, the ids of now.

    >>> given = Answers({"review": {"mustafa kamil": frozenset({"mustafa-al-kadhimi"})}})
    >>> given.refuses("Mustafa Kamil", "mustafa-al-kadhimi"), given.refuses("Mustafa Kamil", "sadr")
    (True, False)
    """

    _ids: Mapping[str, Mapping[str, frozenset[str]]] = field(default_factory=dict)

    def has(self, question: str, name: str, id: str) -> bool:
        """Tell whether a question has been answered for a name and an id."""
        return id in self._ids.get(question, {}).get(_key(question, name), ())

    def refuses(self, name: str, id: str) -> bool:
        """Tell whether a review has refused a name for an identity.

        Without an id: whether it has refused the name at all, so that nobody is left to ask about.
        """
        refused = self._ids.get(REVIEW, {}).get(_key(REVIEW, name), frozenset())
        return id in refused if id else bool(refused)


UNANSWERED = Answers()


def _key(question: str, name: str) -> str:
    """A name as it is looked up; where its vowels are asked about, every mark counts."""
    return name if question == VOWELS else folded(clean(name))


def read_answers(root: Path) -> Table:
    """Read the table of a folder; it is empty where there is none."""
    path = root / ANSWERS
    if not path.is_file():
        return Table(path, (), ())
    needed = ("name", "question", "source", "date")
    return read_table(path, ANSWER_COLUMNS, needed, _row_faults, ANSWER_COLUMNS[:3], _MOST_BYTES)


def answers_of(table: Table, retired: Mapping[str, str]) -> Answers:
    """Return what the rows answer; an id that was retired means what replaced it."""
    ids: dict[str, dict[str, set[str]]] = {}
    for row in table.rows:
        now = row["id"] if row["question"] == VOWELS else follow(row["id"], retired)
        key = _key(row["question"], row["name"])
        ids.setdefault(row["question"], {}).setdefault(key, set()).add(now or "")
    return Answers(
        {question: {n: frozenset(i) for n, i in names.items()} for question, names in ids.items()}
    )


def sound_answers(root: Path, retired: Mapping[str, str]) -> Answers:
    """Return what a folder's table answers; raises `FaultyGazetteer` if it has errors."""
    table = read_answers(root)
    if faults := errors_of(table.findings):
        raise FaultyGazetteer(faults)
    return answers_of(table, retired)


def answer_findings(read: Folder) -> Iterator[Finding]:
    """Report what is wrong with the table: faults of rows, and answers to what nobody asks."""
    table = read_answers(read.root)
    yield from table.findings
    names = {
        record.identity.id: {folded(name.text) for name in record.identity.names}
        for record in read.records
        if record.identity is not None
    }
    standing = {record.path.stem for record in read.records}
    romanized = (
        romanized_elements(read.root) if any(r["question"] == VOWELS for r in table.rows) else {}
    )
    for row in table.rows:
        if read.sources and row["source"] and row["source"] not in read.sources:
            yield unknown_source(table.path, row.line, row["source"], read.sources)
        if row["question"] == VOWELS:
            if romanized.get(row["id"]) != row["name"]:
                advice = f"delete the row: no element {row['id']} is romanized so any more"
                yield warning(table.path, row.line, "unasked", row["name"], advice)
        elif row["id"] and row["id"] not in standing and row["id"] not in read.retired:
            advice = "write the id of a record: this one never was"
            yield error(table.path, row.line, "no-record", row["id"], advice)
        else:
            now = follow(row["id"], read.retired) or ""
            yield from _unasked(table.path, row, now, names)


def _unasked(path: Path, row: Row, now: str, names: Mapping[str, set[str]]) -> Iterator[Finding]:
    """Warn of an answer that the record itself has overtaken."""
    if now not in names:
        return
    there = folded(row["name"]) in names[now]
    if row["question"] == REVIEW and there:
        advice = f"delete the row, or the name: it was refused, and {now} has it"
        yield warning(path, row.line, "unasked", row["name"], advice)
    elif row["question"] == FAR_NAME and not there:
        advice = f"delete the row: {now} has no such name any more"
        yield warning(path, row.line, "unasked", row["name"], advice)


def romanized_elements(root: Path) -> dict[str, str]:
    """Return how each element of a folder is romanized, by its id."""
    paths = sorted((root / "elements").glob("*.tsv"))
    return {row["id"]: row["romanized"] for path in paths for row in read_elements(path).rows}


def _row_faults(row: Row) -> Iterator[tuple[str, str, str]]:
    if row["question"] and row["question"] not in QUESTIONS:
        yield "question", row["question"], f"write one of {', '.join(QUESTIONS)}"
    if row["id"] and not is_id(row["id"]):
        yield "id", row["id"], "write an id: lower-case ASCII letters, digits and hyphens"
    if not row["id"] and row["question"] != REVIEW:
        yield "id", row["name"], "write the id of the record or element that has this name"
    if row["date"] and not _is_date(row["date"]):
        yield "date", row["date"], "write the date as year-month-day, like 2021-07-26"


def _is_date(text: str) -> bool:
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
