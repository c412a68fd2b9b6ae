from pathlib import Path

import pytest

from gazetteer.folders import sound, write
from nisba.gazetteer import Severity, check

HEADER = "source\tforeign_id\tid\n"


def findings(tmp_path: Path, rows: str) -> list[tuple[int, str, Severity]]:
    """Check a sound gazetteer with these rows of imports.tsv."""
    folder = sound(tmp_path)
    write(folder / "imports.tsv", HEADER + rows)
    return [(f.line, f.code, f.severity) for f in check(folder) if f.path.name == "imports.tsv"]


def test_rows_of_records_that_stand_are_accepted(tmp_path: Path) -> None:
    """Sorted rows with known sources and ids give no finding."""
    assert findings(tmp_path, "general\tQ1\tkadhimi\nnews\t7\tsadr\n") == []


def test_one_record_of_a_source_is_one_identity(tmp_path: Path) -> None:
    """A foreign id that stands twice under one source is an error; under two sources it is none."""
    rows = "general\tQ1\tkadhimi\ngeneral\tQ1\tsadr\nnews\tQ1\tsadr\n"
    assert findings(tmp_path, rows) == [(3, "duplicate", Severity.ERROR)]


def test_a_row_of_an_id_that_never_was_is_a_warning(tmp_path: Path) -> None:
    """Importing again adds the record, so that nothing is broken."""
    assert findings(tmp_path, "news\t7\tnobody\n") == [(2, "no-record", Severity.WARNING)]


def test_a_row_of_a_retired_id_is_no_fault(tmp_path: Path) -> None:
    """Whoever was merged stays in the table, and does not come in again."""
    folder = sound(tmp_path)
    write(folder / "retired.tsv", "old_id\tnew_id\treason\tdate\nold\tsadr\tone\t2021-01-01\n")
    write(folder / "imports.tsv", HEADER + "news\t7\told\n")
    assert check(folder) == []


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("nobody\t7\tsadr", "source"),
        ("news\t7\t../sadr", "id"),
        ("news\t\tsadr", "empty"),
        ("news\t7", "fields"),
        (f"news\t{'7' * 201}\tsadr", "foreign-id"),
    ],
)
def test_a_faulty_row_is_an_error(tmp_path: Path, row: str, code: str) -> None:
    """Unknown sources, ids that are none, empty and missing fields are told with their line."""
    assert (2, code, Severity.ERROR) in findings(tmp_path, f"{row}\n")
