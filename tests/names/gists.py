"""A short notation for parts, for tests that read many names."""

from nisba.names import Part, parse


def gist(part: Part) -> str:
    """One part as `kind:filiation+head+al-core+tail`, without what is empty."""
    before = "".join(f"{mark}+" for mark in (part.filiation, part.head) if mark)
    article = "al-" if part.article else ""
    tail = f"+{part.tail}" if part.tail else ""
    return f"{part.kind.value}:{before}{article}{part.core}{tail}"


def gists(text: str) -> list[str]:
    """The parts of a name in preferred order, in short notation."""
    return [gist(part) for part in parse(text).parts]


def structure(text: str) -> list[tuple[str, str, str, str, bool]]:
    """What a name's parts are made of, whatever script and spelling their cores have."""
    return [
        (part.kind.value, part.filiation, part.head, part.tail, part.article)
        for part in parse(text).parts
    ]
