"""The floors: an exact join, and reading, parsing and writing the file alone."""

import csv

from benchmarks.scale.tools.job import Job


def exact_join(job: Job) -> None:
    """DuckDB joins the rows to the names that are spelled the same; of several ids, to the least.

    Nothing that reads both files and answers by name can be quicker by much.
    """
    import duckdb

    base = duckdb.connect()
    base.execute(
        "COPY (SELECT r.row, n.id AS found, 1.0 AS score FROM read_csv(?, all_varchar = true) r "
        "JOIN (SELECT name, min(id) AS id FROM read_csv(?, all_varchar = true) GROUP BY name) n "
        "USING (name)) TO '" + str(job.out / "answers.csv").replace("'", "''") + "' (HEADER)",
        [str(job.folder / "rows.csv"), str(job.folder / "identities.csv")],
    )


def copied(job: Job) -> None:
    """Python's csv module reads every row and writes it again."""
    source, copy = job.folder / "rows.csv", job.out / "copy.csv"
    with source.open(encoding="utf-8", newline="") as lines, copy.open("w", newline="") as file:
        csv.writer(file).writerows(csv.reader(lines))
    copy.unlink()


def copied_by_duckdb(job: Job) -> None:
    """DuckDB reads every row and writes it again."""
    import duckdb

    copy = job.out / "copy.csv"
    duckdb.connect().execute(
        "COPY (SELECT * FROM read_csv(?, all_varchar = true)) TO '"
        + str(copy).replace("'", "''")
        + "' (HEADER)",
        [str(job.folder / "rows.csv")],
    )
    copy.unlink()
