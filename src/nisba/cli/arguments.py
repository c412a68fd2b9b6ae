"""What comes in on the command line: words in UTF-8, whatever the locale says."""

import os

import click


class Text(click.ParamType[str]):
    """A word of text: a name, or the name of a column.

    In a locale that knows ASCII alone, Python hands over Arabic as lone surrogates.
    """

    name = "text"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the word with its letters, wherever its bytes are UTF-8."""
        return os.fsencode(value).decode("utf-8", "surrogateescape")


TEXT = Text()
