"""`nisba gazetteer diff`: what an edit does to the resolution of a list of names."""

from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import click

from nisba.cli.arguments import TEXT
from nisba.cli.gazetteer.revisions import gazetteer_at
from nisba.cli.output import aligned, as_json, could_not_run
from nisba.cli.progress import Bar

if TYPE_CHECKING:
    from nisba.editing.effects import Answer, Effect


@click.command(short_help="Show which answers an edit changes.")
@click.argument("old", type=TEXT)
@click.argument("new", type=TEXT)
@click.argument("names", type=click.Path(path_type=Path))
@click.option("--encoding", help="The encoding of NAMES, if the guess is wrong.")
@click.option("--column", type=TEXT, help="The column of NAMES that holds the names.")
@click.option("--json", "json_", is_flag=True, help="Print JSON: a list of changes.")
def diff(
    old: str, new: str, names: Path, encoding: str | None, column: str | None, json_: bool
) -> None:
    """Resolve NAMES against two gazetteers, OLD and NEW, and show the answers that differ.

    OLD and NEW are folders, or revisions of git: HEAD:gazetteers. NAMES has one name a line, or
    --column names the column of a CSV file.

    Shown are changes of the decision, of the identity, and of the probability of the best
    candidate by more than a bit of its odds; changed decisions stand first.

    \b
    Example:
      nisba gazetteer diff HEAD:gazetteers gazetteers seeds/mentions.csv --column name
    """
    from nisba.batch import FaultyFile
    from nisba.editing.effects import effects_of
    from nisba.editing.listed_names import read_names
    from nisba.gazetteer import FaultyGazetteer, Gazetteer

    try:
        with ExitStack() as stack:
            listed, faults = read_names(names, column, encoding=encoding)
            loaded = [Gazetteer.load(stack.enter_context(gazetteer_at(p))) for p in (old, new)]
            with Bar("comparing", 100) as bar:
                effects = effects_of(loaded[0], loaded[1], listed, bar.move)
    except (FaultyFile, FaultyGazetteer, OSError) as fault:
        could_not_run(fault)
    for left_out in faults:
        click.echo(f"nisba: {left_out}", err=True)
    if json_:
        click.echo(as_json([_data(effect) for effect in effects]))
    elif effects:
        rows = [["times", "name", "old", "new", "bits"]]
        rows += [
            [str(e.times), e.name, _told(e.old), _told(e.new), f"{e.bits:+.1f}"] for e in effects
        ]
        click.echo(aligned(rows))
    times = sum(effect.times for effect in effects)
    click.echo(
        f"nisba: {len(listed):,} names, of which {len(effects):,} are answered otherwise "
        f"({times:,} of {listed.total():,} occurrences)",
        err=True,
    )
    if faults:
        raise click.exceptions.Exit(1)


def _told(answer: "Answer") -> str:
    if not answer.best:
        return answer.decision
    # No probability is 1, and none is shown so.
    chance = ">0.999" if answer.probability >= 0.9995 else f"{answer.probability:.3f}"
    return f"{answer.decision} {answer.best} {chance}"


def _data(effect: "Effect") -> dict[str, object]:
    return {
        "name": effect.name,
        "times": effect.times,
        "change": effect.kind,
        "bits": effect.bits,
        "old": effect.old.as_dict(),
        "new": effect.new.as_dict(),
    }
