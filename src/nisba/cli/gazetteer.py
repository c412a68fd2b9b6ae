"""`nisba gazetteer`: the commands of the editors, who keep the files of the gazetteer."""

from pathlib import Path

import click

from nisba.cli.output import as_json, could_not_run


@click.group(short_help="Work on the editors' files.")
def gazetteer() -> None:
    """Work on the files of a gazetteer.

    \b
    Example:
      nisba gazetteer check
    """


@gazetteer.command(short_help="Check every file of a gazetteer.")
@click.argument("folder", metavar="[DIR]", required=False, type=click.Path(path_type=Path))
@click.option("--json", "json_", is_flag=True, help="Print JSON: a list of findings.")
def check(folder: Path | None, json_: bool) -> None:
    """Check the gazetteer in DIR, or the curated one, and print what is wrong and where.

    Its romanization standards, in the folder schemes, are checked too.

    Each finding is a line `path:line: value: message`. Exit status 1 if one of them is an error,
    0 if there are none, or warnings alone.

    \b
    Example:
      nisba gazetteer check gazetteers
    """
    from nisba._data import curated
    from nisba.gazetteer.check import check as checked
    from nisba.gazetteer.faults import Severity
    from nisba.translit.schemes import scheme_findings

    root = curated() if folder is None else folder
    try:
        findings = [*checked(root), *scheme_findings(root / "schemes")]
    except OSError as fault:
        could_not_run(fault)
    errors = sum(f.severity is Severity.ERROR for f in findings)
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
            note = "" if f.severity is Severity.ERROR else " (warning)"
            click.echo(f"{f.path.as_posix()}:{f.line}: {f.value}: {f.message}{note}")
    counts = [_count(errors, "error"), _count(len(findings) - errors, "warning")]
    click.echo(f"nisba: {', '.join(counts)}", err=True)
    if errors:
        raise click.exceptions.Exit(1)


def _count(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"


@gazetteer.command("format", short_help="Put records in their one layout.")
@click.argument("folder", metavar="[DIR]", required=False, type=click.Path(path_type=Path))
def format_(folder: Path | None) -> None:
    """Put every record of the gazetteer in DIR, or the curated one, in the one layout.

    Prints the path of each record that it rewrites. A record with errors is left as it is, and
    the exit status is 1. Running it twice changes nothing more.

    \b
    Example:
      nisba gazetteer format gazetteers
    """
    from nisba._data import curated
    from nisba.batch.outputs import replacing
    from nisba.gazetteer.folder import FOLDERS
    from nisba.gazetteer.layout import formatted

    root = curated() if folder is None else folder
    if not root.is_dir():
        could_not_run(NotADirectoryError(f"{root}: not a folder: give the folder of a gazetteer"))
    faulty = 0
    try:
        for path in sorted(path for name in FOLDERS for path in (root / name).glob("*.yaml")):
            text = formatted(path)
            if text is None:
                faulty += 1
                click.echo(f"nisba: {path}: has errors: run 'nisba gazetteer check'", err=True)
            elif text.encode() != path.read_bytes():
                with replacing(path, encoding="utf-8") as file:
                    file.write(text)
                click.echo(path)
    except OSError as fault:
        could_not_run(fault)
    if faulty:
        raise click.exceptions.Exit(1)
