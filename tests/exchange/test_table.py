import io
from pathlib import Path

import pytest

from exchange.sources import write
from nisba.batch import FaultyFile
from nisba.exchange import Entry, ForeignName, Found, NameColumns, Rejected, read_table, write_table
from nisba.gazetteer import Identity, IdentityType, NameRecord
from nisba.text.scripts import Script


def read(folder: Path, text: str | bytes, columns: NameColumns | None = None) -> list[Found]:
    """Read a table."""
    return list(read_table(write(folder / "a.csv", text), columns or NameColumns()))


def test_rows_of_one_id_are_one_entry(tmp_path: Path) -> None:
    """Neighbouring rows of one id give its names, each once."""
    first, second = read(tmp_path, "id,name\n1,Ali\n1,Aly\n1,Ali\n2,Omar\n")
    assert isinstance(first, Entry)
    assert (first.id, first.line, [n.text for n in first.names]) == ("1", 2, ["Ali", "Aly"])
    assert isinstance(second, Entry)
    assert second.line == 5


def test_several_columns_and_a_separator_give_names(tmp_path: Path) -> None:
    """Names come from each column in turn, and several of one cell are parted."""
    columns = NameColumns("no", ("latin", "arabic"), " | ", "latin", "born", "land", "sex")
    text = "no;latin;arabic;born;land;sex\n7;Ali | Aly;علي;5 March 1967;Iraqi;m\n"
    (entry,) = read(tmp_path, text, columns)
    assert isinstance(entry, Entry)
    assert [n.text for n in entry.names] == ["Ali", "Aly", "علي"]
    assert (entry.birth_year, entry.countries, entry.gender) == (1967, ("IQ",), "male")


def test_kinds_states_and_types_come_from_columns(tmp_path: Path) -> None:
    """A proposed name stays proposed, and what no gazetteer knows is rejected."""
    columns = NameColumns(type_column="type", kind_column="kind", status_column="status")
    text = (
        "id,name,type,kind,status\n1,Abu Ali,person,kunya,proposed\n2,Basra,place,,\n"
        "3,Ali,bird,,\n4,Ali,person,nickname,\n"
    )
    first, second, bird, nickname = read(tmp_path, text, columns)
    assert isinstance(first, Entry)
    assert first.names == (ForeignName("Abu Ali", "kunya", weak=True),)
    assert isinstance(second, Entry)
    assert second.type is IdentityType.PLACE
    assert isinstance(bird, Rejected)
    assert isinstance(nickname, Rejected)
    assert [r.fault.value for r in (bird, nickname)] == ["bird", "nickname"]


def test_rows_without_id_or_name_or_with_other_fields_are_rejected(tmp_path: Path) -> None:
    """Each has its line and its reason, and the good rows between them are read."""
    found = read(tmp_path, 'id,name\n,Ali\n1,\n2,Omar,x\n3,"Zaid\n4,Said\n')
    assert [f.fault.line for f in found if isinstance(f, Rejected)] == [2, 3, 4, 5]


def test_windows_1256_is_read(tmp_path: Path) -> None:
    """A file of Windows is known by its bytes, its line ends are no part of names."""
    rows = "".join(f"{n},{name}\r\n" for n, name in enumerate(["مصطفى الكاظمي", "مقتدى الصدر"]))
    found = read(tmp_path, f"id,name\r\n{rows}".encode("cp1256"))
    names = [entry.names[0].text for entry in found if isinstance(entry, Entry)]
    assert names == ["مصطفى الكاظمي", "مقتدى الصدر"]


def test_a_byte_order_mark_is_no_part_of_the_header(tmp_path: Path) -> None:
    """The first column is found behind the mark."""
    assert len(read(tmp_path, b"\xef\xbb\xbfid,name\n1,Ali\n")) == 1


def test_a_missing_column_is_a_fault_of_the_file(tmp_path: Path) -> None:
    """It is told with the columns that there are, and so is one that stands twice."""
    with pytest.raises(FaultyFile, match="'id': no such column; the columns are 'ident', 'name'"):
        read(tmp_path, "ident,name\n1,Ali\n")
    with pytest.raises(FaultyFile, match="'name': a column that stands twice"):
        read(tmp_path, "id,name,name\n1,Ali,Aly\n")


def test_what_a_spreadsheet_would_run_goes_out_shielded_and_comes_back(tmp_path: Path) -> None:
    """A formula gets an apostrophe, which is taken away again when the table is read."""
    name = NameRecord("=HYPERLINK(Ali)", Script.LATIN, "name", "general")
    file = io.StringIO()
    write_table([Identity("ali", IdentityType.PERSON, "Ali", (name,))], file)
    assert "'=HYPERLINK(Ali)" in file.getvalue()
    (entry,) = read(tmp_path, file.getvalue())
    assert isinstance(entry, Entry)
    assert [n.text for n in entry.names] == ["=HYPERLINK(Ali)"]
