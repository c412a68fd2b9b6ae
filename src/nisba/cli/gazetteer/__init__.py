"""`nisba gazetteer`: the commands of the editors, who keep the files of the gazetteer.

One file each, as the other commands.
"""

import click

from nisba.cli.gazetteer.check import check
from nisba.cli.gazetteer.format import format_


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
):
    gazetteer.add_command(_command)
