"""The name stage: tokens, particles, compounds, titles and orders; gives on a `Name` of `Part`s."""

from nisba.names.parse import parse
from nisba.names.types import Kind, Name, Part

__all__ = ["Kind", "Name", "Part", "parse"]
