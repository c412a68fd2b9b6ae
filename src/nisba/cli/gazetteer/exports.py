"""`nisba gazetteer export`: a gazetteer in the formats of others."""

from pathlib import Path

import click

from nisba.cli.arguments import TEXT
from nisba.cli.output import CouldNotRun, could_not_run

_FORMATS = ("ftm", "csv", "skos", "parquet", "spacy")


@click.command("export", short_help="Write a gazetteer in another format.")
@click.argument("format_", metavar="FORMAT", type=click.Choice(_FORMATS))
@click.argument("folder", metavar="[DIR]", required=False, type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", required=True, type=click.Path(path_type=Path), help="The file to write."
)
@click.option("--base-iri", type=TEXT, help="skos: what the ids are relative to.")
@click.option("--overwrite", is_flag=True, help="Replace the output if it exists.")
def export(
    format_: str, folder: Path | None, output: Path, base_iri: str | None, overwrite: bool
) -> None:
    """Write the gazetteer in DIR, or the curated one, to a file in another format.

    FORMAT is ftm (FollowTheMoney JSON lines), csv (one name a row), skos (JSON-LD), parquet (needs
    pyarrow) or spacy (a pair of files for a knowledge base: OUT.entities.jsonl and
    OUT.aliases.jsonl for OUT.jsonl). Proposed names are weak aliases in ftm, have their status in
    csv and parquet, and are left out of skos and spacy.

    \b
    Example:
      nisba gazetteer export ftm -o gazetteer.ftm.json
      nisba gazetteer export spacy -o kb.jsonl gazetteers
    """
    from nisba.batch.faults import FaultyFile
    from nisba.exchange import export_file
    from nisba.gazetteer import FaultyGazetteer, Gazetteer

    if base_iri and format_ != "skos":
        raise CouldNotRun(f"--base-iri is for skos: leave it out for {format_}")
    try:
        gazetteer = Gazetteer.load(folder)
        paths = export_file(
            format_, gazetteer.identities, output, base=base_iri, overwrite=overwrite
        )
    except ModuleNotFoundError as fault:
        if fault.name != "pyarrow":
            raise
        raise CouldNotRun("parquet needs pyarrow: pip install 'nisba[parquet]'") from fault
    except (FaultyFile, FaultyGazetteer, OSError) as fault:
        could_not_run(fault)
    names = sum(len(identity.names) for identity in gazetteer.identities)
    where = " and ".join(map(str, paths))
    click.echo(f"nisba: {where}: {len(gazetteer):,} identities, {names:,} names", err=True)
