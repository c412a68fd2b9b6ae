"""Cells that have types, as JSON lines and Parquet do, and the same as text.

A number, a date or a list that comes from a typed file is text where text is asked for: as a
name, as a fact, in a cell of CSV.
"""

import base64
import json
import math
from collections.abc import Iterable
from typing import Any

_EXACT = 1 << 53
_LONG = 1 << 63
#: The types that a column of JSON may have, with the kinds of values that each holds.
_HOLDS = {
    "text": {"text"},
    "bool": {"bool"},
    "int": {"int", "long"},
    "float": {"int", "float"},
}


def text_of(value: object) -> str:
    """Return a value as the text of a cell: nothing for what is missing, JSON for lists.

    >>> [text_of(value) for value in ("a", None, True, 3, 0.5, ["x", None])]
    ['a', '', 'true', '3', '0.5', '["x", null]']
    """
    if isinstance(value, str):
        return value
    if value is None:
        return ""
    if isinstance(value, bool | list | tuple | dict):
        return json_of(value)
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    if hasattr(value, "isoformat"):
        return str(value.isoformat())
    return repr(value) if isinstance(value, float) else str(value)


def json_of(value: object) -> str:
    """Return a value as JSON, every script as its own letters; what JSON has no word for is text.

    >>> json_of({"a": float("nan"), "b": b"x"})
    '{"a": null, "b": "eA=="}'
    """
    try:
        return json.dumps(value, ensure_ascii=False, allow_nan=False, default=text_of)
    except ValueError:
        return json.dumps(_without_nan(value), ensure_ascii=False, default=text_of)


def spelled(text: str) -> str:
    """Return a text that can be written: lone surrogates stand as escapes.

    >>> spelled("a\\ud800")
    'a\\\\ud800'
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-8", "backslashreplace").decode()
    return text


def kind_of(value: object) -> str:
    """Return the kind of a JSON value, an empty string for null.

    >>> [kind_of(value) for value in ("a", True, 1, 1 << 60, 1 << 70, 0.5, [], None)]
    ['text', 'bool', 'int', 'long', 'other', 'float', 'other', '']
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return "text"
    if isinstance(value, bool):
        return "bool"
    if isinstance(value, int):
        return "int" if abs(value) <= _EXACT else "long" if -_LONG <= value < _LONG else "other"
    return "float" if isinstance(value, float) else "other"


def type_of(kinds: Iterable[str]) -> str:
    """Return the type of a column that holds such values; one of many kinds is JSON text.

    >>> type_of({"int", "float"}), type_of({"int", "text"}), type_of(set())
    ('float', 'json', 'text')
    """
    found = set(kinds) - {""}
    return next((name for name, held in _HOLDS.items() if found <= held), "json")


def holds(name: str, value: object) -> bool:
    """Tell whether a column of this type can hold a value.

    >>> holds("int", 3), holds("int", 0.5), holds("json", 0.5), holds("int", None)
    (True, False, True, True)
    """
    return name == "json" or kind_of(value) in _HOLDS[name] | {""}


def _without_nan(value: Any) -> Any:
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, list | tuple):
        return [_without_nan(part) for part in value]
    if isinstance(value, dict):
        return {key: _without_nan(part) for key, part in value.items()}
    return value
