"""`nisba gazetteer`: the commands of the editors, who keep the files of the gazetteer.

One file each, as the other commands.
"""

import click

from nisba.cli.gazetteer.add_name import add_name
from nisba.cli.gazetteer.answer import answer
from nisba.cli.gazetteer.build import build
from nisba.cli.gazetteer.check import check
from nisba.cli.gazetteer.diff import diff
from nisba.cli.gazetteer.exports import export
from nisba.cli.gazetteer.format import format_
from nisba.cli.gazetteer.imports import import_
from nisba.cli.gazetteer.merge import merge
from nisba.cli.gazetteer.new import new
from nisba.cli.gazetteer.rename_label import rename_label
from nisba.cli.gazetteer.retire import retire
from nisba.cli.gazetteer.review import review
from nisba.cli.gazetteer.split import split
from nisba.cli.gazetteer.stats import stats


@click.group(short_help="Work on the editors' files.")
def gazetteer() -> None:
    """Work on the files of a gazetteer.

    \b
    Example:
      nisba gazetteer check
    """


for _command in (
    check,
    format_,
    stats,
    diff,
    review,
    new,
    add_name,
    merge,
    split,
    retire,
    rename_label,
    answer,
    import_,
    export,
    build,
):
    gazetteer.add_command(_command)
