"""Keys of a part: two spellings of one name share at least one of them.

Three grains: the forms of the lexicon that a spelling may render, the letters as they are, and a
consonant skeleton in which the known confusions are one class (q k g gh kh j sh; z dh d t s th;
b f p v). A skeleton is filed as it is and with each one of its consonants left out, so that a
slip of the pen does not lose a name.
"""

from collections.abc import Iterator, Sequence

from nisba.match.types import Heard
from nisba.sounds.model import Sounded
from nisba.sounds.skeleton import skeleton

FORMS = 6
"""Forms of the lexicon that a spelling is filed under, the likeliest first."""
_FEWEST_BONES = 4
"""Consonants from which two parts written as one are filed."""


def keys_of(sound: Sounded) -> Iterator[str]:
    """All keys of one spelling, each once."""
    if not sound.letters:
        return
    yield sound.letters
    for form in list(sound.forms)[:FORMS]:
        yield f"#{form}"
    bones = skeleton(sound.letters, sound.script)
    if len(bones) > 1:
        yield f"={bones}"
    if len(bones) > 3:
        shorter = {bones[:i] + bones[i + 1 :] for i in range(len(bones))}
        yield from sorted(f"={s}" for s in shorter - {bones})


def bones_of(parts: Sequence[Heard]) -> str:
    """Skeleton of neighbouring parts written as one; empty where it would say too little.

    Initials, compounds and parts in two scripts are not written as one.
    """
    scripts = {part.sound.script for part in parts}
    if len(scripts) > 1 or any(part.initial or part.head or part.tail for part in parts):
        return ""
    bones = skeleton("".join(part.sound.letters for part in parts), *scripts)
    return bones if len(bones) >= _FEWEST_BONES else ""
