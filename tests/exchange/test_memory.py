"""However large the file, an import holds one record at a time: the readers, and what they feed."""

import gzip
import json
import tracemalloc
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest

from exchange.sources import KADHIMI_FTM, KADHIMI_WIKIDATA, SOURCE
from nisba.exchange import (
    Entry,
    ForeignName,
    Found,
    NameColumns,
    Rejected,
    import_entries,
    opening,
    read_ftm,
    read_ofac,
    read_table,
    read_un,
    read_wikidata,
)
from nisba.gazetteer import IdentityType

LARGE = "x" * 20_000
"""What makes a record large: no name, and nothing that is kept."""
COUNT = 1_000
MOST = 6_000_000
"""Bytes that may be held at once, of 20 million that go through."""


def filled(path: Path, head: str, record: Callable[[int], str], tail: str = "") -> Path:
    """Write a file of many large records, one after the other."""
    with path.open("w", encoding="utf-8") as file:
        file.write(head)
        for number in range(COUNT):
            file.write(record(number))
        file.write(tail)
    assert path.stat().st_size > 3 * MOST
    return path


def held(work: Callable[[], int]) -> int:
    """Return the most bytes that Python held during some work on all records."""
    tracemalloc.start()
    try:
        assert work() == COUNT
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()


def json_line(number: int, entity: Mapping[str, object]) -> str:
    """Return a large line of JSON."""
    return json.dumps({**entity, "id": f"Q{number}", "more": LARGE}, ensure_ascii=False) + ",\n"


def ofac(folder: Path) -> Iterator[Found]:
    """Read a large SDN.CSV."""
    cells = "-0- ," * 8
    sdn = filled(
        folder / "SDN.CSV",
        "",
        lambda n: f'{n},"AL-KADHIMI, Mustafa","individual",{cells}"{LARGE}"\n',
    )
    (folder / "ALT.CSV").touch()
    return read_ofac(sdn, folder / "ALT.CSV")


def un(folder: Path) -> Iterator[Found]:
    """Read a large list of the UN."""

    def record(number: int) -> str:
        inside = f"<DATAID>{number}</DATAID><FIRST_NAME>ALI</FIRST_NAME><COMMENTS1>{LARGE}"
        return f"<INDIVIDUAL>{inside}</COMMENTS1></INDIVIDUAL>\n"

    return read_un(filled(folder / "a.xml", "<LIST>", record, "</LIST>"))


READERS: dict[str, Callable[[Path], Iterator[Found]]] = {
    "ftm": lambda f: read_ftm(filled(f / "a", "", lambda n: json_line(n, KADHIMI_FTM))),
    "wikidata": lambda f: read_wikidata(
        filled(f / "a", "[\n", lambda n: json_line(n, KADHIMI_WIKIDATA), "]\n")
    ),
    "csv": lambda f: read_table(
        filled(f / "a", "id,name,more\n", lambda n: f"{n},Ali,{LARGE}\n"), NameColumns()
    ),
    "ofac": ofac,
    "un": un,
}


@pytest.mark.parametrize("format_", READERS)
def test_a_reader_holds_one_record(format_: str, tmp_path: Path) -> None:
    """Twenty million bytes of each format go through a few million of memory."""
    found = READERS[format_](tmp_path)
    assert held(lambda: sum(isinstance(f, Entry) for f in found)) < MOST


def test_an_endless_line_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A packed file that unpacks to one line without an end costs a reject, and no memory."""
    monkeypatch.setattr(opening, "LONGEST_LINE", 100_000)
    path = tmp_path / "a.json.gz"
    with gzip.open(path, "wb", compresslevel=1) as file:
        for _ in range(COUNT):
            file.write(b"x" * 20_000)
        file.write(b"\n" + json.dumps(KADHIMI_FTM).encode() + b"\n")
    tracemalloc.start()
    rejected, entry = read_ftm(path)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert isinstance(rejected, Rejected)
    assert "longer than" in rejected.fault.message
    assert isinstance(entry, Entry)
    assert entry.line == 2
    assert most < MOST


def test_an_import_holds_ids_alone(tmp_path: Path) -> None:
    """What came in, what was rejected and what came in before are not kept."""

    def entries() -> Iterator[Found]:
        for number in range(COUNT):
            name = (ForeignName("Ali" if number % 20 == 0 else "123"),)
            raw = f"{number}{LARGE}"
            yield Entry(Path("a"), number, str(number), IdentityType.PERSON, name, raw=raw)

    def work() -> int:
        done = import_entries(entries(), tmp_path / "new", SOURCE)
        assert done.added == COUNT // 20
        return done.added + done.rejected

    assert held(work) < MOST
