"""The proposals file: what a review asks an editor, and how the editor answers.

A table that opens in a spreadsheet, fields parted by tabs. The editor writes into the column
`mark`: x match, n no match, u unsure. `nisba.editing.review` writes it, `accept` reads it.
"""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from nisba.batch.cells import harmless
from nisba.batch.columns import columns_told
from nisba.batch.faults import Fault, FaultyFile
from nisba.batch.outputs import replacing
from nisba.batch.reading import opened, survey
from nisba.batch.rows import Reject

COLUMNS = (
    "mark",
    "status",
    "group",
    "times",
    "name",
    "decision",
    "id",
    "label",
    "probability",
    "listed_name",
    "reason",
)
MARKS = ("", "x", "n", "u")


@dataclass(frozen=True, slots=True)
class Proposal:
    """One name for one identity, and what an editor says of it.

    `group` numbers the names that sound alike, `id`, `label` and `listed_name` are those of the
    best candidate and may be empty. `line` is that of the file it was read from, or 0.
    """

    mark: str
    status: str
    group: int
    times: int
    name: str
    decision: str
    id: str
    label: str
    probability: str
    listed_name: str
    reason: str
    line: int = 0

    def cells(self) -> list[str]:
        """The row of the proposal."""
        cells = [str(getattr(self, column)) for column in COLUMNS]
        return [harmless(" ".join(cell.split())) for cell in cells]


def check_place(path: Path, overwrite: bool) -> None:
    """Raise `FaultyFile` if a proposals file cannot, or should not, be written here."""
    if not path.parent.is_dir():
        raise FaultyFile(path, 0, "", f"cannot write: there is no folder {path.parent}")
    if path.exists() and not path.is_file():
        raise FaultyFile(path, 0, "", "cannot write: not a regular file")
    if path.exists() and not overwrite:
        raise FaultyFile(
            path,
            0,
            "",
            "cannot write: the file exists, with marks perhaps; --overwrite replaces it",
        )


def write_proposals(path: Path, proposals: Iterable[Proposal], *, overwrite: bool = False) -> int:
    """Write a proposals file, whole or not at all, and return the number of its rows.

    Raises `FaultyFile` for a path that cannot, or should not, be written.
    """
    check_place(path, overwrite)
    count = 0
    with replacing(path) as file:
        writer = csv.writer(file, delimiter="\t", lineterminator="\n")
        writer.writerow(COLUMNS)
        for proposal in proposals:
            writer.writerow(proposal.cells())
            count += 1
    return count


def read_proposals(path: Path) -> list[Proposal]:
    """Read a proposals file as a spreadsheet may have saved it.

    Commas or semicolons may part the fields, columns may have moved or come anew, any encoding
    that spreadsheets write is read. Raises `FaultyProposals` with all faults at once, and
    `FaultyFile` for a file that cannot be read at all.
    """
    table = survey(path, "name", added=())
    missing = [column for column in ("mark", "status", "id") if column not in table.header]
    if missing:
        raise FaultyFile(
            path, 1, missing[0], f"no such column; the columns are {columns_told(table.header)}"
        )
    proposals: list[Proposal] = []
    faults: list[Fault] = []
    with opened(path, table.encoding) as file:
        for row in table.rows(file):
            if isinstance(row, Reject):
                faults.append(Fault(path, row.line, row.value, row.reason))
                continue
            cells = dict(zip(table.header, map(_as_written, row.cells), strict=True))
            mark = cells["mark"].casefold()
            if mark not in MARKS:
                advice = "write x (match), n (no match) or u (unsure), or nothing, in mark"
                faults.append(Fault(path, row.line, cells["mark"], advice))
                continue
            cells["mark"] = mark
            proposals.append(_proposal(cells, row.line))
    if faults:
        raise FaultyProposals(faults)
    return proposals


class FaultyProposals(ValueError):
    """A proposals file with faults; `faults` holds them all, the message a line for each."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        """Keep the faults."""
        self.faults = tuple(faults)
        super().__init__("\n".join(map(str, self.faults)))

    def __reduce__(self) -> tuple[type["FaultyProposals"], tuple[tuple[Fault, ...]]]:
        """Let the exception cross a process boundary with its faults."""
        return type(self), (self.faults,)


def _as_written(cell: str) -> str:
    """A cell without the apostrophe that keeps a spreadsheet from running it."""
    cell = cell.strip()
    return cell[1:] if cell[:1] == "'" and harmless(cell[1:]) == cell else cell


def _proposal(cells: dict[str, str], line: int) -> Proposal:
    def number(column: str) -> int:
        text = cells.get(column, "")
        return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else 0

    return Proposal(
        cells["mark"],
        cells["status"],
        number("group"),
        number("times"),
        cells["name"],
        cells.get("decision", ""),
        cells["id"],
        cells.get("label", ""),
        cells.get("probability", ""),
        cells.get("listed_name", ""),
        cells.get("reason", ""),
        line,
    )
