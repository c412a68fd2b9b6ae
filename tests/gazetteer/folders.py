"""A small sound gazetteer folder to spoil, for the tests beside it."""

from collections.abc import Callable
from pathlib import Path

SOURCES = (
    "key\ttitle\tkind\tlicence\tnote\n"
    "general\tGeneral knowledge\tknowledge\tfacts\t\n"
    "news\tA newspaper\tpress\tfacts\t\n"
)
RETIRED = "old_id\tnew_id\treason\tdate\n"
KADHIMI = """\
id: kadhimi
type: person
label: Mustafa al-Kadhimi
gender: male
birth_year: 1967
countries:
  - IQ
offices:
  - title: Prime Minister of Iraq
    start: 2020
    end: 2022
names:
  - text: مصطفى الكاظمي
    script: Arab
    kind: name
    source: general
  - text: Mustafa al-Kadhimi
    script: Latn
    kind: name
    source: news
"""
SADR = """\
id: sadr
type: person
label: Muqtada al-Sadr
names:
  - text: Muqtada al-Sadr
    script: Latn
    kind: name
    source: general
"""
IRAQ = """\
id: iraq
type: place
label: Iraq
names:
  - text: Iraq
    script: Latn
    kind: name
    source: general
"""

Spoil = Callable[[str], str]


def write(path: Path, text: str | bytes) -> Path:
    """Write a file as it is given, without a change of line ends, and its folders."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
    return path


def sound(folder: Path) -> Path:
    """Write a gazetteer without a fault: two people and a place."""
    write(folder / "sources.tsv", SOURCES)
    write(folder / "retired.tsv", RETIRED)
    write(folder / "people" / "kadhimi.yaml", KADHIMI)
    write(folder / "people" / "sadr.yaml", SADR)
    write(folder / "places" / "iraq.yaml", IRAQ)
    return folder
