"""Files of each format and packing, in and out."""

import io
import json
import sys
import tracemalloc
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from pyarrow import parquet

from batch.standin import ARABIC, Said, StandIn
from nisba.batch import COLUMNS, Fault, FaultyFile, Summary, input_of, resolve_table
from nisba.batch.formats import Format, Packing, Shape
from nisba.batch.packing import pack
from nisba.batch.sources import STDIN
from nisba.facts import Facts

ROWS: list[dict[str, Any]] = [
    {"id": 1, "name": "al-Kadhemi", "score": 0.5, "tags": ["a", "b"], "known": True},
    {"id": 2, "name": None, "score": None, "tags": [], "known": None},
    {"id": 3, "name": ARABIC, "score": -1.0, "tags": None, "known": False},
]


def json_lines(rows: list[dict[str, Any]]) -> str:
    """Return rows as JSON lines."""
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)


def resolved(source: Path, target: Path, **more: Any) -> Summary:
    """Resolve a file with a resolver that stands in."""
    return resolve_table(input_of(source, "name"), target, StandIn(), **more)


def objects(path: Path) -> list[dict[str, Any]]:
    """Return the objects of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    """A file of JSON lines."""
    path = tmp_path / "people.jsonl"
    path.write_text(json_lines(ROWS), encoding="utf-8")
    return path


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A Parquet file."""
    path = tmp_path / "people.parquet"
    parquet.write_table(pa.Table.from_pylist(ROWS), path)
    return path


@pytest.mark.parametrize("name", ["out.jsonl", "out.ndjson", "OUT.JSONL"])
def test_json_lines_keep_their_types(tmp_path: Path, lines: Path, name: str) -> None:
    """Numbers, lists and null come out as they are, with the five columns behind."""
    resolved(lines, tmp_path / name)
    out = objects(tmp_path / name)
    assert [list(row) for row in out] == [[*ROWS[0], *COLUMNS]] * 3
    assert [{key: row[key] for key in ROWS[0]} for row in out] == ROWS
    assert out[0]["nisba_probability"] == 0.9999999991
    assert out[1]["nisba_probability"] is None
    assert not (tmp_path / name).read_bytes().startswith(b"\xef\xbb\xbf")


def test_a_very_long_first_line_costs_its_row_alone(tmp_path: Path) -> None:
    """Columns are told from the lines behind it, whatever its length."""
    source = tmp_path / "a.jsonl"
    source.write_text(json_lines([{"name": "a" * 5_000_000}, *ROWS]), encoding="utf-8")
    done = resolved(source, tmp_path / "out.csv")
    assert (done.rows, done.rejected) == (4, 1)
    source.write_text("[1]\n" * 1_000 + json_lines(ROWS), encoding="utf-8")
    with pytest.raises(FaultyFile, match="no JSON object in a line of the first 1,000 lines"):
        resolved(source, tmp_path / "other.csv")


def test_an_object_stays_as_it_was_written(tmp_path: Path) -> None:
    """Digits, spaces, escapes and keys that come twice: nothing of the user's is written anew."""
    source, target = tmp_path / "a.jsonl", tmp_path / "b.jsonl"
    written = '{ "name" :"al-Kadhemi","n":1.10, "n":12345678901234567890, "e":"\\u0041"  }'
    source.write_text(f'\ufeff{written}\r\n\n{{"name": 5}}', encoding="utf-8")
    resolved(source, target)
    first, second = target.read_text(encoding="utf-8").splitlines()
    assert first.startswith(written[:-3] + ', "nisba_decision": "match"')
    assert json.loads(second)["nisba_decision"] == "none"


def test_parquet_keeps_its_types(tmp_path: Path, table: Path) -> None:
    """The schema is that of the input with five fields more, lists and dictionaries too."""
    named = parquet.read_table(table)
    named = named.set_column(1, "name", named["name"].dictionary_encode())
    parquet.write_table(named, table)
    resolved(table, tmp_path / "out.parquet")
    out = parquet.read_table(tmp_path / "out.parquet")
    before = parquet.read_schema(table)
    assert out.schema.names == [*before.names, *COLUMNS]
    assert list(out.schema)[:5] == list(before)
    assert out.schema.field("nisba_probability").type == pa.float64()
    assert out.select(list(ROWS[0])).to_pylist() == ROWS
    assert out["nisba_decision"].to_pylist() == ["match", "none", "match"]


def test_json_lines_make_typed_parquet(tmp_path: Path, lines: Path) -> None:
    """Integers, floats and booleans have their types; what is of many kinds is JSON text."""
    resolved(lines, tmp_path / "out.parquet")
    out = parquet.read_table(tmp_path / "out.parquet")
    types = dict(zip(out.schema.names, out.schema.types, strict=True))
    assert types["id"] == pa.int64()
    assert types["score"] == pa.float64()
    assert types["known"] == pa.bool_()
    assert out["tags"].to_pylist() == ['["a", "b"]', "[]", None]


def test_a_column_of_many_kinds_is_json_text(tmp_path: Path) -> None:
    """A key that holds a number here and a text there keeps both apart."""
    source = tmp_path / "a.jsonl"
    source.write_text(json_lines([{"name": "x", "k": 1}, {"name": "y", "k": "1"}]))
    resolved(source, tmp_path / "out.parquet")
    assert parquet.read_table(tmp_path / "out.parquet")["k"].to_pylist() == ["1", '"1"']


@pytest.mark.parametrize("name", ["lines", "table"])
def test_types_become_text_in_csv(
    tmp_path: Path, name: str, request: pytest.FixtureRequest
) -> None:
    """Numbers stand as they are, missing values are empty, lists are JSON."""
    resolved(request.getfixturevalue(name), tmp_path / "out.csv")
    first, second, third = (tmp_path / "out.csv").read_text(encoding="utf-8-sig").splitlines()[1:]
    assert first.startswith('1,al-Kadhemi,0.5,"[""a"", ""b""]",true,match,')
    assert second.startswith("2,,,[],,none,")
    assert third.startswith(f"3,{ARABIC},-1.0,,false,match,")


def test_keys_that_come_late_have_their_column(tmp_path: Path) -> None:
    """A file is looked through for its keys before CSV is written: none is dropped."""
    source = tmp_path / "a.jsonl"
    rows = [{"name": "x"}] * 3_000 + [{"late": 1, "name": "al-Kadhemi"}]
    source.write_text(json_lines(rows))
    assert resolved(source, tmp_path / "out.csv").rejected == 0
    out = (tmp_path / "out.csv").read_text(encoding="utf-8-sig").splitlines()
    assert out[0].startswith("name,late,nisba_decision")
    assert out[-1].startswith("al-Kadhemi,1,match")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"name": "x"', "not JSON, or cut off: Expecting ',' delimiter at column 13"),
        ("[1]", "not a JSON object"),
        ("{" + '"a":{' * 100_000, "JSON that is nested too deep"),
        ('{"name": "a\\u0000"}', "a NUL character"),
        ('{"name": "\\ud800"}', "bytes that the encoding does not know"),
        ('{"name": ["x"]}', "a list or an object, where a name should be"),
        ('{"name": NaN}', "not JSON: NaN is no JSON"),
        (f'{{"name": "{"x" * 10_001}"}}', "a name longer than 10,000 characters"),
        (f'{{"name": "{"x" * 5_000_000}"}}', "a row longer than 4,000,000 characters"),
    ],
)
def test_a_line_that_is_no_row_is_set_aside(tmp_path: Path, line: str, reason: str) -> None:
    """The others go on; line, reason and text are told."""
    source = tmp_path / "a.jsonl"
    source.write_text(f'{{"name": "Smith"}}\n{line}\n{{"name": "al-Kadhemi"}}\n')
    told: list[Fault] = []
    summary = resolved(source, tmp_path / "out.jsonl", on_reject=told.append)
    assert (summary.rows, summary.rejected, summary.matched) == (3, 1, 1)
    assert told[0].line == 2
    assert told[0].message.startswith(reason)


@pytest.mark.parametrize("packing", [Packing.GZIP, Packing.ZSTD])
def test_packed_files_are_read_whatever_their_name(tmp_path: Path, packing: Packing) -> None:
    """The first bytes say how a file is packed; several packages behind each other are one file."""
    source = tmp_path / "people.csv"
    source.write_bytes(pack(b"name\nal-Kadhemi\n", packing) + pack(b"Smith\n", packing))
    assert resolved(source, tmp_path / "out.csv").rows == 2


@pytest.mark.parametrize("name", ["out.csv.gz", "out.csv.zst"])
def test_packed_output_can_be_read_again(tmp_path: Path, name: str) -> None:
    """What is written packed has the rows of the plain file, and resolves as it does."""
    source = tmp_path / "people.csv"
    source.write_text("name\n" + "al-Kadhemi\n" * 3_000)
    resolved(source, tmp_path / "plain.csv")
    resolved(source, tmp_path / name)
    assert (tmp_path / name).stat().st_size < (tmp_path / "plain.csv").stat().st_size / 10
    with input_of(tmp_path / name, "name", added=()).source.opened() as stream:
        assert stream.read() == (tmp_path / "plain.csv").read_bytes()


@pytest.mark.parametrize("packing", [Packing.GZIP, Packing.ZSTD])
@pytest.mark.parametrize("damage", ["cut", "changed"])
def test_a_damaged_archive_is_one_fault(tmp_path: Path, packing: Packing, damage: str) -> None:
    """An archive that is cut off or not one gives a word with its path, and no output."""
    source = tmp_path / f"people.csv.{packing}"
    whole = pack("".join(f"n{i * 7919 % 10_007}\n" for i in range(9_000)).encode(), packing)
    whole = pack(b"name\n", packing) + whole
    half = len(whole) // 2
    changed = whole[:half] + bytes(byte ^ 255 for byte in whole[half:])
    source.write_bytes(whole[:-20] if damage == "cut" else changed)
    with pytest.raises(FaultyFile, match=rf"people\.csv\.{packing}: a damaged .* archive"):
        resolved(source, tmp_path / "out.csv")
    assert list(tmp_path.iterdir()) == [source]


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (lambda data: data[:-1] + b"X", "a damaged Parquet file"),
        (lambda data: data[:-8] + b"\xff\xff\xff\x7f" + data[-4:], "a damaged Parquet file"),
        (lambda data: data[:100], "a damaged Parquet file"),
        (lambda data: b"PAR1" + b"\0" * 60 + data[64:], "a damaged Parquet file"),
    ],
)
def test_a_damaged_parquet_file_is_one_fault(
    tmp_path: Path, table: Path, damage: Callable[[bytes], bytes], said: str
) -> None:
    """A wrong footer, an end that is missing, pages that are none: a word with the path."""
    table.write_bytes(damage(table.read_bytes()))
    with pytest.raises(FaultyFile, match=rf"people\.parquet: {said}"):
        resolved(table, tmp_path / "out.csv")
    assert not (tmp_path / "out.csv").exists()


def test_names_of_parquet_are_text(tmp_path: Path) -> None:
    """A column of numbers is told of, with its type, before anything is resolved."""
    source = tmp_path / "a.parquet"
    parquet.write_table(pa.table({"name": [1, 2]}), source)
    with pytest.raises(FaultyFile, match="'name': a column of int64: names are text"):
        resolved(source, tmp_path / "out.csv")


def test_a_parquet_row_that_is_no_name_is_set_aside(tmp_path: Path) -> None:
    """Its number stands for a line, and the others keep their types."""
    source = tmp_path / "a.parquet"
    parquet.write_table(pa.table({"n": [1, 2, 3], "name": ["Smith", "\x01\x02", "x"]}), source)
    summary = resolved(source, tmp_path / "out.parquet")
    assert (summary.rows, summary.rejected) == (3, 1)
    assert parquet.read_table(tmp_path / "out.parquet")["n"].to_pylist() == [1, 3]
    aside = (tmp_path / "out.rejects.csv").read_text(encoding="utf-8-sig").splitlines()[1]
    assert aside.startswith("2,only control characters,")


def test_parquet_of_no_rows_has_its_columns(tmp_path: Path) -> None:
    """An empty table comes out as one."""
    source = tmp_path / "a.csv"
    source.write_text("name,n\n")
    resolved(source, tmp_path / "out.parquet")
    out = parquet.read_table(tmp_path / "out.parquet")
    assert (out.num_rows, out.schema.names) == (0, ["name", "n", *COLUMNS])


def test_row_groups_are_large(tmp_path: Path) -> None:
    """Chunks are put together, so that other programs read the file quickly."""
    source = tmp_path / "a.csv"
    source.write_text("name\n" + "Smith\n" * 30_000)
    resolved(source, tmp_path / "out.parquet")
    assert parquet.read_metadata(tmp_path / "out.parquet").num_row_groups == 1


@pytest.mark.parametrize(
    ("source", "target", "start"),
    [
        ("a\tname", "out.csv", b"\xef\xbb\xbfa\tname\t"),
        ("a;name", "out.csv", b"\xef\xbb\xbfa;name;"),
        ("a;name", "out.tsv", b"\xef\xbb\xbfa\tname\t"),
        ("a;name", "out", b"\xef\xbb\xbfa;name;"),
    ],
)
def test_csv_stays_parted_as_it_was(tmp_path: Path, source: str, target: str, start: bytes) -> None:
    """Only a name that says so changes what parts the fields."""
    (tmp_path / "people.csv").write_text(f"{source}\n")
    resolved(tmp_path / "people.csv", tmp_path / target)
    assert (tmp_path / target).read_bytes().startswith(start)


def test_a_file_that_is_called_tsv_may_be_none(tmp_path: Path) -> None:
    """Where tabs do not make the column, the rows tell what does."""
    source = tmp_path / "people.tsv"
    source.write_text("id;name\n1;al-Kadhemi\n")
    assert resolved(source, tmp_path / "out.tsv").matched == 1


def test_a_tsv_file_has_tabs_whatever_else_is_in_it(tmp_path: Path) -> None:
    """Its name says what parts the fields, and CSV made of it has commas."""
    source = tmp_path / "people.tsv"
    source.write_text("a;b,c;d\tname\n1;2,3\tal-Kadhemi\n")
    resolved(source, tmp_path / "out.csv")
    out = (tmp_path / "out.csv").read_text(encoding="utf-8-sig").splitlines()
    assert out[0].startswith('"a;b,c;d",name,nisba_decision')
    assert out[1].startswith('"1;2,3",al-Kadhemi,match')


@pytest.mark.parametrize(
    ("name", "shape", "said"),
    [
        ("a.csv", Shape(Format.PARQUET), "a damaged Parquet file"),
        ("a.csv", Shape(Format.CSV, Packing.GZIP), "'gz': the file is not packed so"),
        ("gone.csv", None, "no such file"),
    ],
)
def test_a_word_that_is_wrong_is_told(
    tmp_path: Path, name: str, shape: Shape | None, said: str
) -> None:
    """A form that the file does not have is a fault of the file, not a traceback."""
    (tmp_path / "a.csv").write_text("name\nx\n")
    with pytest.raises(FaultyFile, match=said):
        input_of(tmp_path / name, "name", shape=shape)


def test_options_of_csv_are_of_csv(lines: Path) -> None:
    """JSON lines have no delimiter and no encoding to choose."""
    with pytest.raises(FaultyFile, match="';': only CSV has a choice of delimiter"):
        input_of(lines, "name", delimiter=";")


class Pipe(io.BytesIO):
    """A stream that cannot go back, and gives little at a time."""

    def seekable(self) -> bool:
        return False

    def read1(self, size: int | None = -1) -> bytes:
        return super().read1(min(size or 1, 1_000))


@pytest.fixture
def piped(monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], None]:
    """Put bytes on standard input."""

    def put(data: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(Pipe(data)))

    return put


@pytest.mark.parametrize("packing", list(Packing))
def test_standard_input_is_a_file_like_any(
    tmp_path: Path, piped: Callable[[bytes], None], packing: Packing
) -> None:
    """Packed or not, in any encoding: the first bytes tell, and none is lost."""
    rows = "".join(f"{i};{ARABIC}\n" for i in range(20_000))
    piped(pack(f"id;name\n{rows}".encode("cp1256"), packing))
    table = input_of(STDIN, "name")
    summary = resolve_table(table, tmp_path / "out.csv", StandIn())
    assert (table.remark, summary.rows, summary.matched) == ("read as cp1256", 20_000, 20_000)


def test_a_very_long_first_line_of_standard_input_is_told(
    piped: Callable[[bytes], None],
) -> None:
    """Only so many bytes of it can be looked at before any row is written."""
    piped(json_lines([{"name": "a" * 70_000}, *ROWS]).encode())
    with pytest.raises(FaultyFile, match="first 65,536 bytes: name a file"):
        input_of(STDIN, "name", shape=Shape(Format.JSONL))


def test_json_lines_of_standard_input_have_the_columns_of_the_first_rows(
    tmp_path: Path, piped: Callable[[bytes], None]
) -> None:
    """It cannot be read twice: what does not fit the first rows is set aside with its reason."""
    rows: list[dict[str, Any]] = [{"name": "al-Kadhemi", "n": 1}] * 5_000
    late: list[dict[str, Any]] = [{"name": "x", "late": 1}, {"name": "x", "n": "one"}]
    piped(json_lines([*rows, *late]).encode())
    told: list[Fault] = []
    table = input_of(STDIN, "name", shape=Shape(Format.JSONL))
    summary = resolve_table(table, tmp_path / "o.csv", StandIn(), on_reject=told.append)
    assert (summary.rows, summary.matched) == (5_002, 5_000)
    assert [fault.message for fault in told] == [
        "a key that the first rows do not have: 'late'",
        "'n' is no int, as it is in the first rows",
    ]


def test_standard_input_is_not_resumed(tmp_path: Path, piped: Callable[[bytes], None]) -> None:
    """What a pipe gave is gone."""
    piped(b"name\nx\n")
    with pytest.raises(FaultyFile, match="<stdin>: standard input cannot be resumed: name a file"):
        resolve_table(input_of(STDIN, "name"), tmp_path / "out.csv", StandIn(), resume=True)


def test_what_a_pipe_gave_is_not_kept(tmp_path: Path, piped: Callable[[bytes], None]) -> None:
    """Nobody can go on with it: a run that is cut off leaves nothing behind."""

    class Stopping(StandIn):
        def resolve_many(
            self, names: list[str], /, *, limit: int, facts: list[Facts] | None = None
        ) -> Sequence[Said]:
            if len(self.asked) == 2:
                raise KeyboardInterrupt
            return super().resolve_many(names, limit=limit, facts=facts)

    piped(b"name\n" + b"Smith\n" * 20_000)
    with pytest.raises(KeyboardInterrupt):
        resolve_table(input_of(STDIN, "name"), tmp_path / "out.csv", Stopping())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("format_", list(Format))
def test_standard_output_has_every_format(lines: Path, format_: Format) -> None:
    """A stream gets the bytes of the file, without the mark of spreadsheets."""
    out = io.BytesIO()
    resolve_table(input_of(lines, "name"), out, StandIn(), shape=Shape(format_))
    data = out.getvalue()
    if format_ is Format.PARQUET:
        assert parquet.read_table(io.BytesIO(data)).num_rows == 3
    else:
        assert len(data.splitlines()) == (3 if format_ is Format.JSONL else 4)
        assert not data.startswith(b"\xef\xbb\xbf")


def test_a_key_of_the_output_that_comes_late_costs_its_row(tmp_path: Path) -> None:
    """In the first rows it stops the run; behind them it would be written over, and is not."""
    source, target = tmp_path / "a.jsonl", tmp_path / "out.jsonl"
    clash = {"name": "x", "nisba_id": 1}
    source.write_text(json_lines([{"name": "x"}, clash]))
    with pytest.raises(FaultyFile, match="'nisba_id' is there already"):
        input_of(source, "name")
    source.write_text(json_lines([{"name": "x"}] * 1_000 + [clash]))
    told: list[Fault] = []
    assert resolved(source, target, on_reject=told.append).rejected == 1
    assert told[0].message == "the key 'nisba_id' is there already: rename or delete it"


def test_memory_does_not_grow_with_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ten times the rows take no more memory than the rows of a few chunks."""
    monkeypatch.setattr("nisba.batch.reading.rows_of_chunk", lambda _: 200)
    peaks = []
    for count in (2_000, 20_000):
        source = tmp_path / f"{count}.csv"
        source.write_text("id,name\n" + "".join(f"{i},Smith\n" for i in range(count)))
        tracemalloc.start()
        with (tmp_path / "out").open("wb") as out:
            resolve_table(input_of(source, "name"), out, Forgetful())
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 1.1 * peaks[0]


class Forgetful(StandIn):
    """A stand-in that does not keep what it was asked."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = self.known = _Nothing()


class _Nothing(list[Any]):
    def append(self, _: object) -> None:
        pass
