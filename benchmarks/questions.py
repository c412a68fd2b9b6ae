"""What the questions of `nisba gazetteer check` find, and how often they are asked for nothing.

Run `python -m benchmarks.questions [FOLDER]`. Into a copy in memory of the curated records it
plants faults of three kinds, by a fixed seed, and counts those that are asked about: a consonant
of one name replaced by another, a name of somebody else in a record, a record whose names were
dealt out to two. Last it counts the questions about the records as they are.
"""

import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from nisba._data import curated
from nisba._pipes import reader_may_leave
from nisba.editing.duplicates import duplicates
from nisba.editing.fellows import far_names
from nisba.editing.hearing import hearing_of
from nisba.gazetteer.folder import read_folder
from nisba.gazetteer.records import Record
from nisba.gazetteer.types import Identity, IdentityType, NameRecord
from nisba.text.scripts import Script

_SEED = 7
_CONSONANTS = {
    Script.LATIN: "bdfghjklmnqrstwyz",
    # ب د ف ق ك ل م ن ر س ت ط ع ح ج ش ص
    Script.ARABIC: "".join(
        map(chr, (0x628, 0x62F, 0x641, 0x642, 0x643, 0x644, 0x645, 0x646, 0x631, 0x633))
    )
    + "".join(map(chr, (0x62A, 0x637, 0x639, 0x62D, 0x62C, 0x634, 0x635))),
}
_FEWEST = 4
"""Names of kind `name` from which a record is used."""


def main(folder: Path) -> None:
    """Plant, ask, and print the counts."""
    records = [r for r in read_folder(folder).records if r.identity is not None]
    people = [r for r in records if _names(r) and _identity(r).type is IdentityType.PERSON]
    rich = [r for r in people if len(_names(r)) >= _FEWEST]
    hearing = hearing_of(n.text for r in people for n in _identity(r).names)
    chance = random.Random(_SEED)
    rows = []
    for what, planted in (
        ("a consonant replaced", [_slipped(r, chance) for r in rich]),
        ("a name of somebody else", [_strange(r, chance.choice(rich)) for r in rich]),
    ):
        asked = {(f.path, f.value) for f in far_names([p for p, _ in planted], hearing)}
        hit = sum((record.path, text) in asked for record, text in planted)
        rows.append((what, hit, len(planted)))
    halves = [half for r in rich for half in _dealt(r)]
    pairs = {frozenset((d.left.path.stem, d.right.path.stem)) for d in duplicates(halves, hearing)}
    whole = [frozenset((r.path.stem, f"{r.path.stem}-b")) for r in rich]
    rows.append(("one record made two", sum(pair in pairs for pair in whole), len(whole)))
    for what, hit, total in rows:
        print(f"{hit:6,} of {total:6,}  {hit / total:6.1%}  {what}: asked about")
    names = sum(len(_names(r)) for r in people)
    far = len(list(far_names(people, hearing)))
    near = len(duplicates(people, hearing))
    print(f"{far:6,} of {names:6,}  {far / names:6.1%}  names as they are: asked about")
    print(
        f"{near:6,} of {len(people):6,}  {near / len(people):6.1%}  records as they are: in pairs"
    )


def _identity(record: Record) -> Identity:
    assert record.identity is not None
    return record.identity


def _names(record: Record) -> Sequence[NameRecord]:
    return [name for name in _identity(record).names if name.kind == "name"]


def _with(record: Record, names: Sequence[NameRecord], ident: str) -> Record:
    identity = replace(_identity(record), id=ident, names=tuple(names), namesakes=())
    path = record.path.with_name(f"{ident}.yaml")
    return Record(path, record.lines, identity, name_lines=list(range(1, len(names) + 1)))


def _slipped(record: Record, chance: random.Random) -> tuple[Record, str]:
    """The record with a consonant of one name replaced, and that name."""
    names = list(_names(record))
    at = chance.randrange(len(names))
    text = names[at].text
    letters = _CONSONANTS.get(names[at].script, "")
    places = [i for i, c in enumerate(text) if c.casefold() in letters]
    if places:
        i = chance.choice(places)
        other = chance.choice([c for c in letters if c != text[i].casefold()])
        text = text[:i] + (other.upper() if text[i].isupper() else other) + text[i + 1 :]
    names[at] = replace(names[at], text=text)
    return _with(record, names, record.path.stem), text


def _strange(record: Record, other: Record) -> tuple[Record, str]:
    """The record with a name of another one at its end."""
    stranger = _names(other)[0]
    return _with(record, [*_names(record), stranger], record.path.stem), stranger.text


def _dealt(record: Record) -> Iterator[Record]:
    """Two records with every other name of one."""
    names = _names(record)
    yield _with(record, names[::2], record.path.stem)
    yield _with(record, names[1::2], f"{record.path.stem}-b")


if __name__ == "__main__":
    with reader_may_leave():
        main(Path(sys.argv[1]) if len(sys.argv) > 1 else curated())
