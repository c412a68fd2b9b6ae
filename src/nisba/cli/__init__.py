"""The last stage: the commands, one file each, every one a thin skin over a public function.

Only click is imported here. What a command needs besides, it imports when it runs, so that
`nisba compare` does not wait for pandas.
"""

import io
import sys

import click

from nisba._pipes import reader_may_leave
from nisba.cli.arabize import arabize
from nisba.cli.compare import compare
from nisba.cli.convert import convert
from nisba.cli.dedupe import dedupe
from nisba.cli.evaluate import evaluate
from nisba.cli.gazetteer import gazetteer
from nisba.cli.output import CouldNotRun, in_words
from nisba.cli.parse import parse
from nisba.cli.resolve import resolve
from nisba.cli.romanize import romanize
from nisba.cli.schemes import schemes
from nisba.cli.spellings import spellings
from nisba.cli.vocalize import vocalize

_INTERRUPTED = 130


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="nisba", message="%(prog)s %(version)s")
def cli() -> None:
    """Resolve the many spellings of an Arabic name to one identity, with evidence in bits.

    \b
    Example:
      nisba resolve people.csv --column name -o out.csv

    Exit status: 0 all went well, 1 some rows or checks failed, 2 the command could not run.
    """


for _command in (
    resolve,
    dedupe,
    compare,
    parse,
    romanize,
    arabize,
    vocalize,
    spellings,
    convert,
    schemes,
    evaluate,
    gazetteer,
):
    cli.add_command(_command)


def main() -> None:
    """Run the command line: the entry point `nisba`."""
    for stream in (sys.stdout, sys.stderr):
        # Names come in every script, whatever the locale says.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    with reader_may_leave():
        try:
            status = cli.main(prog_name="nisba", standalone_mode=False)
        except click.ClickException as fault:
            fault.show()
            status = fault.exit_code
        except BrokenPipeError:
            raise
        except OSError as fault:
            # A disk that is full, mostly: standard output may be a file.
            could_not = CouldNotRun(in_words(fault))
            could_not.show()
            status = could_not.exit_code
        except (click.Abort, KeyboardInterrupt):
            click.echo("nisba: interrupted", err=True)
            status = _INTERRUPTED
        sys.exit(status)
