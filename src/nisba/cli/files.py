"""Options of all commands that read a file of rows and write one: forms, processes, resuming."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from nisba.cli.output import CouldNotRun

if TYPE_CHECKING:
    from nisba.batch.formats import Shape


@dataclass(frozen=True, slots=True)
class Files:
    """What the command line says about files."""

    format_: str | None
    output_format: str | None
    encoding: str | None
    delimiter: str | None
    jobs: int | None
    resume: bool
    overwrite: bool

    @property
    def shape(self) -> "Shape | None":
        """The form of the input, if it is said."""
        return _shape(self.format_)

    @property
    def output_shape(self) -> "Shape | None":
        """The form of the output, if it is said."""
        return _shape(self.output_format)

    @property
    def workers(self) -> int:
        """The number of processes."""
        from nisba.batch.working import cores

        return self.jobs or cores()


_OPTIONS: tuple[Callable[..., Any], ...] = (
    click.option("--format", "format_", help="The format of FILE, if its name does not say."),
    click.option("--output-format", help="The format of the output, if its name does not say."),
    click.option("--encoding", help="The encoding of a CSV file, if the guess is wrong."),
    click.option("--delimiter", help="What parts its fields, a character or 'tab'."),
    click.option(
        "--jobs",
        type=click.IntRange(1, 256),
        help="Processes that share the work; all cores if you say nothing.",
    ),
    click.option("--resume", is_flag=True, help="Go on where a run that was cut off stopped."),
    click.option("--overwrite", is_flag=True, help="Replace the output if it exists."),
)


def file_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options of `Files` to a command, which gets them as `files`."""

    def gathered(
        format_: str | None,
        output_format: str | None,
        encoding: str | None,
        delimiter: str | None,
        jobs: int | None,
        resume: bool,
        overwrite: bool,
        **own: Any,
    ) -> None:
        said = (format_, output_format, encoding, delimiter, jobs, resume, overwrite)
        command(files=Files(*said), **own)

    gathered.__doc__ = command.__doc__
    gathered.__name__ = command.__name__
    for add in reversed(_OPTIONS):
        add(gathered)
    return gathered


def target_of(output: str) -> "Path | Any":
    """Return the path of an output, or standard output for `-`."""
    return sys.stdout if output == "-" else Path(output)


def say_resumable(target: Any) -> None:
    """Tell, after an interrupt, that what is done is kept, if something is."""
    from nisba.batch.spooling import parts_path

    if isinstance(target, Path) and parts_path(target).is_dir():
        click.echo(f"nisba: {target}: what is done is kept: --resume goes on with it", err=True)


def size_of(path: Path) -> int:
    """Return the size of a file in bytes, 0 for standard input."""
    return path.stat().st_size if path.is_file() else 0


def _shape(word: str | None) -> "Shape | None":
    if word is None:
        return None
    from nisba.batch.formats import shape_of_word

    try:
        return shape_of_word(word)
    except ValueError as fault:
        raise CouldNotRun(str(fault)) from None
