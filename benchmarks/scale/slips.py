"""What goes wrong when names are written down: 0 to 3 errors a row.

Part of the last stage of the generator, `writing`. An error works on the parts of one name, in
either script. None of them asks what nisba would make of the result.
"""

import random
from collections.abc import Callable

Parts = list[str]
"""The parts of one name, a mark of filiation standing before its part."""

_KEYS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_BESIDE = {
    row[i]: row[max(0, i - 1) : i] + row[i + 1 : i + 2] for row in _KEYS for i in range(len(row))
}
_SHORTEST = 4
"""Letters of a part in which somebody slips: shorter ones would be other names."""


def typed(parts: Parts, chance: random.Random) -> Parts:
    """One letter left out, doubled, changed with its neighbour, or hit beside."""
    long = [i for i, part in enumerate(parts) if len(part) >= _SHORTEST]
    if not long:
        return parts
    i = chance.choice(long)
    part = parts[i]
    at = chance.randrange(1, len(part) - 1)
    here, after = part[at], part[at + 1]
    beside = _BESIDE.get(here.lower(), "")
    written = [part[:at] + part[at + 1 :], part[:at] + here + part[at:]]
    if here.isalpha() and after.isalpha():
        written.append(part[:at] + after + here + part[at + 2 :])
    if beside:
        written.append(part[:at] + chance.choice(beside) + part[at + 1 :])
    return [*parts[:i], chance.choice(written), *parts[i + 1 :]]


def dropped(parts: Parts, chance: random.Random) -> Parts:
    """A part left out of three or more, not the given name."""
    if len(parts) < 3:
        return parts
    i = chance.randrange(1, len(parts))
    return parts[:i] + parts[i + 1 :]


def swapped(parts: Parts, chance: random.Random) -> Parts:
    """The last part put first, with a comma or without."""
    if len(parts) < 2:
        return parts
    comma = "," if chance.random() < 0.6 else ""
    return [parts[-1] + comma, *parts[:-1]]


def glued(parts: Parts, chance: random.Random) -> Parts:
    """A compound or article written in one word, or, where there is none, two parts."""
    compounds = [i for i, part in enumerate(parts) if " " in part or "-" in part]
    if compounds:
        i = chance.choice(compounds)
        whole = "".join(part.lower() for part in parts[i].replace("-", " ").split())
        return [*parts[:i], whole[:1].upper() + whole[1:], *parts[i + 1 :]]
    if len(parts) < 3:
        return parts
    i = chance.randrange(len(parts) - 1)
    return [*parts[:i], parts[i] + parts[i + 1].lower(), *parts[i + 2 :]]


def shortened(parts: Parts, chance: random.Random) -> Parts:
    """A given name as an initial: the first, or one of the middle."""
    i = chance.randrange(len(parts) - 1) if len(parts) > 1 else 0
    if len(parts) < 2 or len(parts[i]) < _SHORTEST or not parts[i][0].isascii():
        return parts
    dot = "." if chance.random() < 0.7 else ""
    return [*parts[:i], parts[i][0].upper() + dot, *parts[i + 1 :]]


_ERRORS: tuple[Callable[[Parts, random.Random], Parts], ...] = (
    typed,
    dropped,
    swapped,
    glued,
    shortened,
)
_WEIGHTS = (45, 20, 15, 12, 8)


def slipped(parts: Parts, count: int, chance: random.Random) -> tuple[Parts, int]:
    """The parts after so many errors, and how many of them could be made."""
    made = 0
    for error in chance.choices(_ERRORS, _WEIGHTS, k=count):
        after = error(parts, chance)
        made += after != parts
        parts = after
    return parts, made
