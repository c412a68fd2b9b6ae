"""The files beside an evaluation: every pair as it was judged, and the rows set aside."""

import csv
from collections.abc import Sequence
from pathlib import Path

from nisba.batch import FaultyFile
from nisba.batch.cells import harmless
from nisba.batch.outputs import check_target, rejects_path, replacing
from nisba.batch.rows import Reject
from nisba.evaluation.types import Evaluation


def check_targets(source: Path, output: Path | None, report: Path | None, overwrite: bool) -> Path:
    """Return where the rejects go: beside the output, or beside the source if there is none.

    Raises `FaultyFile` if one of the files cannot, or should not, be written.
    """
    aside = rejects_path(output or source)
    targets = [path for path in (output or aside, report) if path]
    for target in targets:
        check_target(target, source, overwrite)
    if report and report.resolve() in (targets[0].resolve(), aside.resolve()):
        raise FaultyFile(report, 0, "", "cannot write: another output has this name")
    return aside


def write_judged(target: Path, evaluation: Evaluation, delimiter: str = ",") -> None:
    """Write a row for each pair, in their order; the columns are the keys of `Judged.as_dict`.

    Cells that a spreadsheet would run as formulas get an apostrophe.
    """
    with replacing(target) as file:
        rows = csv.writer(file, delimiter=delimiter)
        for number, judged in enumerate(evaluation.judged):
            cells = judged.as_dict()
            if not number:
                rows.writerow(cells)
            cells["same"] = int(judged.pair.same)
            rows.writerow([harmless(c) if isinstance(c, str) else c for c in cells.values()])


def write_rejects(target: Path, rejects: Sequence[Reject]) -> None:
    """Write the rows that were set aside as the batch stage does: line, reason, the row as it was.

    Without rejects the file goes: those of an earlier run would say what is no longer so.
    """
    if not rejects:
        target.unlink(missing_ok=True)
        return
    with replacing(target) as file:
        rows = csv.writer(file)
        rows.writerow(["line", "reason", "row"])
        for reject in rejects:
            raw = reject.raw.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
            rows.writerow([reject.line, reject.reason, harmless(raw)])
