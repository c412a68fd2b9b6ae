"""`nisba gazetteer import`: records of other registers into a gazetteer's folder, or an index."""

from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from nisba.cli.arguments import TEXT
from nisba.cli.output import CouldNotRun, as_json, could_not_run
from nisba.cli.progress import Bar
from nisba.cli.rejects import Rejects

if TYPE_CHECKING:
    from nisba.exchange import Found, Imported, Rejected

_FORMATS = ("ftm", "wikidata", "csv", "ofac", "un")
#: Options that one format knows, and the others cannot heed.
_ONLY = {
    "name_column": ("csv",),
    "separator": ("csv",),
    "label_column": ("csv",),
    "birth_year_column": ("csv",),
    "country_column": ("csv",),
    "gender_column": ("csv",),
    "type_column": ("csv",),
    "kind_column": ("csv",),
    "status_column": ("csv",),
    "type_": ("csv",),
    "delimiter": ("csv",),
    "encoding": ("csv", "ofac"),
    "language": ("wikidata",),
}

_TYPES = ("person", "organisation", "place")

Tell = Callable[[int], None]


@click.command("import", short_help="Add the records of another register.")
@click.argument("format_", metavar="FORMAT", type=click.Choice(_FORMATS))
@click.argument(
    "files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path)
)
@click.option(
    "--into",
    required=True,
    type=click.Path(path_type=Path),
    help="The folder of the gazetteer, made if it is not there; or an index file, NAME.nisba.",
)
@click.option(
    "--source", default="", type=TEXT, help="The key that every name will cite; a folder needs it."
)
@click.option("--source-title", default="", type=TEXT, help="Its title, if the key is new.")
@click.option("--licence", default="", type=TEXT, help="Its licence, if the key is new.")
@click.option(
    "--source-kind", default="register", type=TEXT, show_default=True, help="Its kind, likewise."
)
@click.option("--source-note", default="", type=TEXT, help="A note on it, likewise.")
@click.option("--limit", type=click.IntRange(min=1), help="The most identities to add.")
@click.option("--id-column", default="id", type=TEXT, show_default=True, help="csv: ids.")
@click.option(
    "--name-column", multiple=True, type=TEXT, help="csv: names; several times.  [default: name]"
)
@click.option("--separator", type=TEXT, help="csv: what parts several names in one cell.")
@click.option("--label-column", type=TEXT, help="csv: the name to show.")
@click.option("--birth-year-column", type=TEXT, help="csv: years or dates of birth.")
@click.option("--country-column", type=TEXT, help="csv: countries.")
@click.option("--gender-column", type=TEXT, help="csv: genders.")
@click.option("--type-column", type=TEXT, help="csv: person, organisation or place.")
@click.option("--kind-column", type=TEXT, help="csv: kinds of names, as name or kunya.")
@click.option("--status-column", type=TEXT, help="csv: accepted or proposed.")
@click.option(
    "--type", "type_", type=click.Choice(_TYPES), help="csv: what all are.  [default: person]"
)
@click.option("--delimiter", type=TEXT, help="csv: what parts the fields, a character or 'tab'.")
@click.option(
    "--encoding", type=TEXT, help="csv, ofac: the encoding of the files, if the guess is wrong."
)
@click.option(
    "--language", multiple=True, type=TEXT, help="wikidata: a language of labels; several times."
)
@click.option("--overwrite", is_flag=True, help="Replace the index file if it exists.")
@click.option("--json", "json_", is_flag=True, help="Print JSON: the counts.")
def import_(
    format_: str,
    files: tuple[Path, ...],
    into: Path,
    source: str,
    source_title: str,
    licence: str,
    source_kind: str,
    source_note: str,
    limit: int | None,
    overwrite: bool,
    json_: bool,
    **options: Any,
) -> None:
    """Add the people, organisations and places of FILEs to the gazetteer in a folder.

    FORMAT is ftm (FollowTheMoney JSON lines, as of OpenSanctions), wikidata (JSON lines), csv
    (with columns that options name), ofac (SDN.CSV, ALT.CSV and perhaps SDN_COMMENTS.CSV, in this
    order) or un (the consolidated list, XML). FILEs may be packed by gzip.

    Ids are minted from the names, and imports.tsv remembers whose they are: importing a file again
    changes nothing. Existing records are never touched. Names that a source calls weak come in as
    proposed, and resolve once a person accepts them.

    An index file, --into NAME.nisba, is what nisba gazetteer build would make of such a folder. It
    is written at one go, its identities have the ids of FILEs, and it keeps no sources.

    What cannot be used goes to a file beside the folder, DIR.rejects.csv for DIR or DIR.nisba, with
    file, line and reason, and the exit status is 1. Single facts and names that are left out are
    counted.

    \b
    Example:
      nisba gazetteer import ftm entities.ftm.json --into mine --source opensanctions \\
        --source-title "OpenSanctions" --licence "CC BY-NC 4.0"
      nisba gazetteer import csv people.csv --into mine --source list --name-column name
      nisba gazetteer import csv people.csv --into people.nisba
      nisba gazetteer import ofac SDN.CSV ALT.CSV --into mine --source ofac-sdn
    """
    from nisba.batch.faults import FaultyFile
    from nisba.batch.outputs import check_target, rejects_path
    from nisba.exchange import Source, import_entries, import_index
    from nisba.exchange.rejecting import Aside
    from nisba.gazetteer import FaultyGazetteer
    from nisba.index.files import SUFFIX

    for option, formats in _ONLY.items():
        if options[option] and format_ not in formats:
            word = "--" + option.strip("_").replace("_", "-")
            raise CouldNotRun(f"{word} is for {' and '.join(formats)}: leave it out for {format_}")
    if format_ == "ofac" and len(files) not in (2, 3):
        raise CouldNotRun(
            "ofac needs SDN.CSV and ALT.CSV, and SDN_COMMENTS.CSV if you have it, in this order"
        )
    is_index = into.suffix == SUFFIX
    if not is_index and not source:
        raise click.UsageError("Missing option '--source'.")
    if not is_index and overwrite:
        raise CouldNotRun(f"{into}: --overwrite is for index files: a folder is added to")
    if is_index and source:
        click.echo(f"nisba: {into}: an index keeps no sources: --source is not heeded", err=True)
    rejects, unread = Rejects(at_once=False), Rejects(at_once=False)
    target = rejects_path(into.resolve())
    total = sum(file.stat().st_size for file in files if file.is_file())
    try:
        for file in files if is_index else ():
            check_target(into, file, overwrite)
        with Aside(target) as aside, Bar("importing", total) as bar:

            def set_aside(rejected: "Rejected") -> None:
                aside.add(rejected)
                rejects.add(rejected.fault)

            entries = _entries(format_, files, options, bar.move)
            heard: dict[str, Any] = {"on_reject": set_aside, "on_left_out": unread.add}
            if is_index:
                imported = import_index(entries, into, limit=limit, **heard)
            else:
                cited = Source(source, source_title, licence, source_kind, source_note)
                imported = import_entries(entries, into, cited, limit=limit, **heard)
    except (FaultyFile, FaultyGazetteer, OSError) as fault:
        could_not_run(fault)
    rejects.show()
    unread.show()
    _say(into, imported, target, json_)
    if imported.rejected:
        raise click.exceptions.Exit(1)


def _entries(
    format_: str, files: tuple[Path, ...], options: dict[str, Any], tell: Tell
) -> Iterator["Found"]:
    """Yield what all files hold, one after the other, and tell of the bytes that are read."""
    from nisba.exchange import read_ofac

    if format_ == "ofac":
        encoding = options["encoding"] or "utf-8"
        yield from read_ofac(files[0], files[1], tell, encoding, *files[2:])
        return
    done = 0
    for file in files:
        yield from _of_file(format_, file, options, _behind(done, tell))
        done += file.stat().st_size


def _behind(done: int, tell: Tell) -> Tell:
    """Count from where the file before ended."""
    return lambda read: tell(done + read)


def _of_file(format_: str, file: Path, options: dict[str, Any], tell: Tell) -> Iterator["Found"]:
    from nisba.exchange import NameColumns, read_ftm, read_table, read_un, read_wikidata
    from nisba.exchange.wikidata import LANGUAGES
    from nisba.gazetteer.types import IdentityType

    if format_ == "ftm":
        return read_ftm(file, tell)
    if format_ == "wikidata":
        return read_wikidata(file, tell, options["language"] or LANGUAGES)
    if format_ == "un":
        return read_un(file, tell)
    columns = NameColumns(
        id=options["id_column"],
        names=options["name_column"] or ("name",),
        separator=options["separator"],
        label=options["label_column"],
        birth_year=options["birth_year_column"],
        country=options["country_column"],
        gender=options["gender_column"],
        type=IdentityType(options["type_"] or "person"),
        type_column=options["type_column"],
        kind_column=options["kind_column"],
        status_column=options["status_column"],
    )
    return read_table(file, columns, tell, options["encoding"], options["delimiter"])


def _say(into: Path, imported: "Imported", rejects: Path, json_: bool) -> None:
    if json_:
        click.echo(as_json(asdict(imported)))
    aside = f" (see {rejects.name})" if imported.rejected else ""
    more = [
        f"{count:,} {what if count == 1 else what + 's'} left out"
        for count, what in (
            (imported.names_left_out, "name"),
            (imported.facts_left_out, "fact"),
        )
        if count
    ]
    click.echo(
        f"nisba: {into}: {imported.added:,} added, {imported.known:,} already there, "
        f"{imported.passed_over:,} passed over, {imported.rejected:,} rejected{aside}"
        + "".join(f"; {text}" for text in more),
        err=True,
    )
