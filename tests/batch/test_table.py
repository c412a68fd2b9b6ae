"""A file of names from end to end, with every fault that files of names have."""

import csv
import io
import json
from pathlib import Path

import pytest

from batch.standin import ARABIC, StandIn
from nisba.batch import COLUMNS, Fault, FaultyFile, Summary, resolve_table, survey


class Run:
    """One run over a file: what it wrote, what it set aside, what it told."""

    def __init__(
        self,
        folder: Path,
        data: str | bytes,
        *,
        column: str = "name",
        encoding: str | None = None,
        as_json: bool = False,
        limit: int = 5,
    ) -> None:
        self.source, self.target = folder / "people.csv", folder / "out.csv"
        self.source.write_bytes(data.encode() if isinstance(data, str) else data)
        self.told: list[Fault] = []
        self.table = survey(self.source, column, encoding)
        self.summary: Summary = resolve_table(
            self.table,
            self.target,
            StandIn(),
            as_json=as_json,
            limit=limit,
            on_reject=self.told.append,
        )

    def out(self) -> list[list[str]]:
        """Return the rows of the output."""
        return self._rows(self.target)

    def rejects(self) -> list[list[str]]:
        """Return the rows of the rejects, without their header."""
        header, *rows = self._rows(self.target.with_name("out.rejects.csv"))
        assert header == ["line", "reason", "row"]
        return rows

    def _rows(self, path: Path) -> list[list[str]]:
        text = path.read_bytes().decode("utf-8-sig")
        return list(csv.reader(io.StringIO(text, newline=""), delimiter=self.table.delimiter))


def test_columns_of_long_names_are_told_in_short(tmp_path: Path) -> None:
    """A file without a header has anything in its first row; the message stays one to read."""
    with pytest.raises(FaultyFile, match="no such column; the columns are 'aaaa") as caught:
        Run(tmp_path, ",".join(["a" * 1_000] * 100) + "\n")
    assert len(str(caught.value)) < 5_000


def test_rows_keep_their_order_and_cells(tmp_path: Path) -> None:
    """Every input column comes out as it went in, the five new ones behind."""
    rows = f"id,name,note\n2,Smith,\n1,{ARABIC},007\n3,al-Kadhemi, x \n"
    run = Run(tmp_path, rows)
    header, *rows_out = run.out()
    assert header == ["id", "name", "note", *COLUMNS]
    assert [row[:3] for row in rows_out] == [
        ["2", "Smith", ""],
        ["1", ARABIC, "007"],
        ["3", "al-Kadhemi", " x "],
    ]
    assert [row[3] for row in rows_out] == ["none", "match", "match"]
    assert rows_out[1][4:7] == ["mustafa-al-kadhimi", "Mustafa al-Kadhimi", "0.9999999991"]
    assert run.summary == Summary(rows=3, matched=2, nobody=1)


def test_the_output_opens_in_a_spreadsheet(tmp_path: Path) -> None:
    """The output is UTF-8 with its mark, and parted as the input is."""
    run = Run(tmp_path, "id;name\n1;al-Kadhemi\n")
    data = run.target.read_bytes()
    assert data.startswith(b"\xef\xbb\xbfid;name;nisba_decision")
    assert not run.target.with_name("out.rejects.csv").exists()


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "cp1256"])
def test_other_encodings_give_the_same_names(tmp_path: Path, codec: str) -> None:
    """Arabic names in another encoding resolve all the same, and come out in UTF-8."""
    run = Run(tmp_path, f"name\n{ARABIC}\n".encode(codec))
    assert run.out()[1][:2] == [ARABIC, "match"]


def test_an_encoding_given_overrules_the_guess(tmp_path: Path) -> None:
    """UTF-16 without its mark can be read, if told."""
    run = Run(tmp_path, f"name\n{ARABIC}\n".encode("utf-16-le"), encoding="utf-16-le")
    assert run.out()[1][:2] == [ARABIC, "match"]


def test_header_alone_gives_a_header(tmp_path: Path) -> None:
    """A file without rows is fine: its header comes out with the new columns."""
    run = Run(tmp_path, "id,name\n")
    assert run.out() == [["id", "name", *COLUMNS]]
    assert run.summary.rows == 0


def test_rows_come_in_chunks_in_order(tmp_path: Path) -> None:
    """More rows than one chunk come out complete, under one header."""
    names = [f"n{i}" for i in range(4_500)]
    run = Run(tmp_path, "\n".join(["name", *names, ""]))
    assert [row[0] for row in run.out()] == ["name", *names]


def test_an_empty_cell_is_no_reject(tmp_path: Path) -> None:
    """A row without a name stays, as nobody's, with its reason."""
    run = Run(tmp_path, "id,name\n1,\n2,  \n")
    assert [row[2:] for row in run.out()[1:]] == [["none", "", "", "", "empty cell"]] * 2
    assert run.summary == Summary(rows=2, nobody=2)


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ("3", "too few fields: 1 where the header has 2"),
        ("3,Abu,Bakr", "too many fields: 3 where the header has 2"),
        ('3,"Abu "the lion""', "a lone quote inside a quoted cell: double it"),
        ("3,\x01\u200f\x02", "only control characters"),
        ("3,Abu\0Bakr", "a NUL character"),
        ("3\0,al-Kadhemi", "a NUL character"),
        ("3," + "x" * 10_001, "a name longer than 10,000 characters"),
        ("3," + "x" * 1_000_000, "a cell longer than 131,072 characters, or a quote never closed"),
    ],
)
def test_a_faulty_row_is_set_aside(tmp_path: Path, row: str, reason: str) -> None:
    """A faulty row goes to the rejects with line and reason, and the rest is resolved."""
    filler = "".join(f"{i},Smith\n" for i in range(500))
    run = Run(tmp_path, f'id,name\n1,"two\nlines"\n{row}\n2,al-Kadhemi\n{filler}')
    assert len(run.out()) == 503
    assert run.out()[2][:3] == ["2", "al-Kadhemi", "match"]
    ((line, why, raw),) = run.rejects()
    assert (line, why) == ("4", reason)
    assert raw.rstrip("…") == row[:100_000]
    assert run.summary.rejected == 1
    assert str(run.told[0]).startswith(f"{run.source}:4: '")
    assert str(run.told[0]).endswith(reason)
    assert len(str(run.told[0])) < 400


def test_bytes_that_are_not_utf8_cost_their_row(tmp_path: Path) -> None:
    """A bad byte in a UTF-8 file sets its row aside, with the byte spelled out."""
    run = Run(tmp_path, f"name\n{ARABIC}\n".encode() + b"Abu \xd9 Bakr\nal-Kadhemi\n")
    assert run.rejects() == [["3", "bytes that the encoding does not know", "Abu \\xd9 Bakr"]]
    assert [row[0] for row in run.out()[1:]] == [ARABIC, "al-Kadhemi"]


def test_formulas_are_made_harmless_everywhere(tmp_path: Path) -> None:
    """Header, names, other cells and rejects: none of them runs, and numbers stay numbers."""
    link = '=HYPERLINK("http://example.org")'
    quoted = '"' + link.replace('"', '""') + '"'
    run = Run(tmp_path, f"@id,name,+n\n-1+1,{quoted},-46.6\n=1\n")
    header, row = run.out()
    assert header[:3] == ["'@id", "name", "'+n"]
    assert row[:4] == ["'-1+1", f"'{link}", "-46.6", "none"]
    assert run.rejects()[0][2] == "'=1"


def test_a_cell_with_a_carriage_return_stays_one_cell(tmp_path: Path) -> None:
    """A CR inside a quoted cell does not break the output into two rows."""
    run = Run(tmp_path, b'name,n\nSmith,"a\rb"\n')
    assert run.out()[1][:2] == ["Smith", "a\rb"]


def test_json_lines_hold_candidates_and_evidence(tmp_path: Path) -> None:
    """With JSON each line is an object with line, row, decision, candidates and evidence."""
    run = Run(tmp_path, f"name,x,x\n{ARABIC},1,2\nSayyid,,\n,,\n", as_json=True, limit=1)
    text = run.target.read_text(encoding="utf-8-sig")
    first, second, third = map(json.loads, text.splitlines())
    assert first["line"] == 2
    assert first["row"] == {"name": ARABIC, "x": "1", "x (2)": "2"}
    assert (first["identity"], first["label"]) == ("mustafa-al-kadhimi", "Mustafa al-Kadhimi")
    assert first["candidates"][0]["evidence"] == {"bits": 14.25}
    assert second["decision"] == "ambiguous"
    assert [c["identity"] for c in second["candidates"]] == ["muqtada-al-sadr"]
    assert third["reason"] == "empty cell"


@pytest.mark.parametrize(("as_json", "asked"), [(True, 4), (False, 1)])
def test_only_who_shows_candidates_asks_for_them(tmp_path: Path, as_json: bool, asked: int) -> None:
    """The five columns tell of the best candidate, and no other is made for them."""
    source, resolver = tmp_path / "people.csv", StandIn()
    source.write_text("name\nal-Kadhemi\n", encoding="utf-8")
    resolve_table(survey(source, "name"), tmp_path / "out", resolver, as_json=as_json, limit=4)
    assert resolver.limits == [asked]


def test_a_stream_gets_no_mark(tmp_path: Path) -> None:
    """Standard output is plain UTF-8, and its rejects are only told of."""
    source = tmp_path / "people.csv"
    source.write_text("name,n\nal-Kadhemi,1\nx\n", encoding="utf-8")
    out, told = io.StringIO(), list[Fault]()
    summary = resolve_table(survey(source, "name"), out, StandIn(), on_reject=told.append)
    assert out.getvalue().startswith("name,n,nisba_decision")
    assert (summary.rejected, summary.rejects, len(told)) == (1, None, 1)
    assert list(tmp_path.iterdir()) == [source]


def test_progress_counts_bytes(tmp_path: Path) -> None:
    """Progress is told in bytes read, up to the size of the file."""
    source = tmp_path / "people.csv"
    source.write_text("name\n" + "al-Kadhemi\n" * 5_000, encoding="utf-8")
    seen: list[int] = []
    resolve_table(
        survey(source, "name"),
        io.StringIO(),
        StandIn(),
        on_progress=lambda done, _: seen.append(done),
    )
    assert seen == sorted(seen)
    assert seen[-1] == source.stat().st_size


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "the file is empty"),
        (b"id,nmae\n1,x\n", "people.csv:1: 'name': no such column, but there is 'nmae'"),
        (b"id,name,name\n", "2 columns have this name"),
        (b"name,nisba_id\n", "'nisba_id' is there already"),
        (b'"name\nx\n', "people.csv:1: '\"name\\nx': a quote that opens here is never closed"),
        (b"name\0\nx\n" + b"x" * 1000, "a NUL character"),
        ("\u0646\n".encode() + b"\xd9,name\n", "no such column"),
        (b"n\xd9\xe9\xe9me,name\n" + "\u0646\u0646\u0646\u0646\u0646\n".encode(), "does not know"),
    ],
)
def test_a_file_that_cannot_be_resolved_is_refused(tmp_path: Path, data: bytes, said: str) -> None:
    """A fault of the whole file is one exception that names file, line and value."""
    source = tmp_path / "people.csv"
    source.write_bytes(data)
    with pytest.raises(FaultyFile) as caught:
        survey(source, "name")
    assert said in str(caught.value)


def test_a_wrong_encoding_that_was_given_is_told(tmp_path: Path) -> None:
    """UTF-16 asked for and not found is a fault of the file, not a traceback."""
    source = tmp_path / "people.csv"
    source.write_bytes(b"name\nabc\nd")
    with pytest.raises(FaultyFile, match=r"encoding|no such column"):
        survey(source, "name", "utf-16-le")


def test_no_file_and_no_folder_are_told(tmp_path: Path) -> None:
    """A missing file and a folder in its place are faults with the path."""
    with pytest.raises(FaultyFile, match=r"gone\.csv: no such file"):
        survey(tmp_path / "gone.csv", "name")
    with pytest.raises(FaultyFile, match="not a regular file"):
        survey(tmp_path, "name")
