"""Where the texts of a command come from, and where its answers go: one way for five commands.

Texts stand on the command line, come line by line on stdin, or fill a column of a file. Each
is answered as soon as it is read, so a pipe can be as long as it likes.
"""

import json
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from nisba.cli.arguments import TEXT
from nisba.cli.files import Files, file_options, say_resumable, size_of, target_of
from nisba.cli.output import CouldNotRun, as_json, could_not_run, spelled_out
from nisba.cli.progress import Bar
from nisba.cli.rejects import Rejects

if TYPE_CHECKING:
    from nisba.batch.chunks import Input
    from nisba.batch.deriving import Outcome, Work

_STDIN = Path("<stdin>")
#: Words of the command line on which no answer depends.
_NO_MATTER = frozenset(("jobs", "resume", "overwrite", "output", "words"))


@dataclass(frozen=True, slots=True)
class Texts:
    """What the command line says about texts and answers."""

    words: tuple[str, ...]
    column: str | None
    output: str | None
    json_: bool
    files: Files


def text_options(command: Callable[..., None]) -> Callable[..., None]:
    """Add the arguments and options of `Texts` to a command, which gets them as `texts`."""

    def gathered(
        files: Files,
        words: tuple[str, ...],
        column: str | None,
        output: str | None,
        json_: bool,
        **own: Any,
    ) -> None:
        command(texts=Texts(words, column, output, json_, files), **own)

    gathered.__doc__ = command.__doc__
    gathered.__name__ = command.__name__
    whole = file_options(gathered)
    for add in reversed(_OPTIONS):
        add(whole)
    return whole


_OPTIONS: tuple[Callable[..., Any], ...] = (
    click.argument("words", nargs=-1, type=TEXT, metavar="[TEXT...]"),
    click.option("--column", type=TEXT, help="Read TEXT as a file, and this column of it."),
    click.option("-o", "--output", help="The file to write, with --column; - is standard output."),
    click.option("--json", "json_", is_flag=True, help="Print JSON, with the reasons."),
)


def answer(
    texts: Texts, work: "Work", line_of: Callable[[str], str], page_of: Callable[[str], str]
) -> None:
    """Answer all texts. `page_of` prints one on a screen, `line_of` one line for one of stdin.

    Ends the command with status 1 if a row or line could not be read.
    """
    if texts.column is not None:
        _answer_file(texts, work)
    elif texts.output is not None:
        raise CouldNotRun("--output is for a CSV file: name its --column too")
    elif texts.words:
        if texts.json_:
            found = [{"text": word, **work.derive(word).details} for word in texts.words]
            click.echo(as_json(found))
        else:
            _print_pages(texts.words, page_of)
    else:
        _answer_lines(texts, work, line_of)


def safe(text: str) -> str:
    """Return a text as it is for a file or pipe, and without controls for a terminal."""
    return spelled_out(text) if sys.stdout.isatty() else text


def _print_pages(words: tuple[str, ...], page_of: Callable[[str], str]) -> None:
    pages = [page_of(word) for word in words]
    apart = "\n\n" if any("\n" in page for page in pages) else "\n"
    click.echo(apart.join(pages))


def _answer_lines(texts: Texts, work: "Work", line_of: Callable[[str], str]) -> None:
    """Answer stdin line by line; a line that is no text gives an empty one, and a word on it."""
    if sys.stdin.isatty():
        raise click.UsageError("give a text, or texts on standard input, or a file and --column")
    from nisba.batch.faults import Fault

    rejects = Rejects(at_once=True)
    faulty = 0
    for number, (line, why) in enumerate(_lines(), 1):
        if why:
            faulty += 1
            rejects.add(Fault(_STDIN, number, line[:100], why))
        if texts.json_:
            details = {"error": why} if why else dict(work.derive(line).details)
            said = json.dumps({"line": number, "text": line, **details}, ensure_ascii=False)
            click.echo(spelled_out(said))
        else:
            click.echo(safe(line_of(line)) if line and not why else "")
    if faulty:
        raise click.exceptions.Exit(1)


def _lines() -> Iterator[tuple[str, str]]:
    """Each line of stdin without its end, and why it is no text, if so."""
    from nisba.batch.cells import fault_of_text
    from nisba.batch.rows import LONGEST_ROW

    stream = sys.stdin.buffer
    while raw := stream.readline(LONGEST_ROW):
        if len(raw) == LONGEST_ROW and not raw.endswith(b"\n"):
            while raw and not raw.endswith(b"\n"):
                raw = stream.readline(LONGEST_ROW)
            yield "", f"a line longer than {LONGEST_ROW:,} bytes"
            continue
        line = raw.decode("utf-8", "surrogateescape").removesuffix("\n").removesuffix("\r")
        why = fault_of_text(line)
        yield line.encode("utf-8", "surrogateescape").decode("utf-8", "replace"), why


def _answer_file(texts: Texts, work: "Work") -> None:
    from nisba.batch import FaultyFile, input_of
    from nisba.batch.deriving import derive_table

    if len(texts.words) != 1 or texts.column is None:
        raise click.UsageError("--column reads one file: name it")
    if texts.output is None:
        raise CouldNotRun("--column needs --output: a file to write, or - for standard output")
    path, screen, files = Path(texts.words[0]), texts.output == "-", texts.files
    target = target_of(texts.output)
    rejects = Rejects(at_once=screen)
    try:
        table = input_of(
            path,
            texts.column,
            shape=files.shape,
            encoding=files.encoding,
            delimiter=files.delimiter,
            added=work.added,
        )
        with Bar(work.doing, size_of(path), hidden=screen) as bar:
            done = derive_table(
                table,
                target,
                work,
                shape=files.output_shape,
                as_json=texts.json_,
                overwrite=files.overwrite,
                resume=files.resume,
                jobs=files.workers,
                options=_options(),
                on_reject=rejects.add,
                on_progress=bar.move,
            )
    except KeyboardInterrupt:
        say_resumable(target)
        raise click.Abort from None
    except (FaultyFile, OSError) as fault:
        could_not_run(fault)
    rejects.show()
    _say(table, done)
    if done.rejected:
        raise click.exceptions.Exit(1)


def _options() -> dict[str, Any]:
    """What answers depend on besides the file: options as they are written, and the version."""
    context = click.get_current_context()
    words = {param.name: max(param.opts, key=len) for param in context.command.params}
    said = {words[name]: repr(v) for name, v in context.params.items() if name not in _NO_MATTER}
    return {**said, "nisba": version("nisba")}


def _say(table: "Input", done: "Outcome") -> None:
    """Print what was done; how the file was read is worth a word where it was guessed."""
    read = f", {table.remark}" if table.remark else ""
    aside = f" (see {done.rejects})" if done.rejects else ""
    click.echo(
        f"nisba: {table.source.path}: {done.rows:,} rows{read}: "
        f"{done.rows - done.rejected:,} written, {done.rejected:,} rejected{aside}",
        err=True,
    )
