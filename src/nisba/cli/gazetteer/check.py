"""`nisba gazetteer check`: what is wrong with the files, and where."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from nisba.cli.output import as_json, could_not_run
from nisba.cli.progress import Bar


@click.command(short_help="Check every file of a gazetteer.")
@click.argument("folder", metavar="[DIR]", required=False, type=click.Path(path_type=Path))
@click.option("--json", "json_", is_flag=True, help="Print JSON: a list of findings.")
def check(folder: Path | None, json_: bool) -> None:
    """Check the gazetteer in DIR, or the curated one, and print what is wrong and where.

    Its romanization standards, in the folder schemes, are checked too. The sound model asks about
    names far from all others of their record, records that may be of one person, and elements
    whose vowels and romanization differ: these are questions, and may be nothing.

    Each finding is a line `path:line: value: message`. Exit status 1 if one of them is an error,
    0 if there are none, or warnings and questions alone.

    \b
    Example:
      nisba gazetteer check gazetteers
    """
    from nisba._data import curated
    from nisba.editing import examine
    from nisba.gazetteer.faults import Severity

    try:
        with Bar("checking", 100) as bar, _uncollected():
            findings = examine(curated() if folder is None else folder, on_progress=bar.move)
    except OSError as fault:
        could_not_run(fault)
    errors, warnings, questions = (sum(f.severity is s for f in findings) for s in Severity)
    if json_:
        click.echo(
            as_json(
                [
                    {
                        "path": f.path.as_posix(),
                        "line": f.line,
                        "severity": f.severity,
                        "code": f.code,
                        "value": f.value,
                        "message": f.message,
                    }
                    for f in findings
                ]
            )
        )
    else:
        for f in findings:
            note = "" if f.severity is Severity.ERROR else f" ({f.severity})"
            click.echo(f"{f.path.as_posix()}:{f.line}: {f.value}: {f.message}{note}")
    counts = [_count(errors, "error"), _count(warnings, "warning")]
    counts += [_count(questions, "question")] if questions else []
    click.echo(f"nisba: {', '.join(counts)}", err=True)
    if errors:
        raise click.exceptions.Exit(1)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Search for no cycles meanwhile: records and tables make none, and it costs a tenth more."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
