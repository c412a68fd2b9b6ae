from pathlib import Path

from exchange.sources import ALT, SDN, write
from nisba.exchange import Entry, ForeignName, Found, PassedOver, Rejected, read_ofac


def read(folder: Path, sdn: str | bytes = SDN, alt: str = ALT) -> list[Found]:
    """Read the pair."""
    return list(read_ofac(write(folder / "SDN.CSV", sdn), write(folder / "ALT.CSV", alt)))


def test_an_individual_has_aliases_and_facts(tmp_path: Path) -> None:
    """Aliases come from the other file; birth, nationality and gender from the remarks."""
    entry = read(tmp_path)[0]
    assert isinstance(entry, Entry)
    assert entry.names == (
        ForeignName("AL-KADHIMI, Mustafa"),
        ForeignName("AL-KAZEMI, Mustafa"),
        ForeignName("MSHATAT, Mustafa", "former"),
    )
    assert (entry.id, entry.label) == ("101", "Mustafa AL-KADHIMI")
    assert (entry.birth_year, entry.countries, entry.gender) == (1967, ("IQ",), "male")


def test_an_empty_type_is_an_organisation_and_a_ship_is_nobody(tmp_path: Path) -> None:
    """`-0-` in the column of types means that it is neither a person nor a vehicle."""
    _, trading, ship, _ = read(tmp_path)
    assert isinstance(trading, Entry)
    assert (trading.type, trading.label) == ("organisation", "EXAMPLE TRADING, LTD.")
    assert ship == PassedOver(3)


def test_alternative_births_say_no_year(tmp_path: Path) -> None:
    """1973 or 1974 is no single year, and is told of."""
    sadr = read(tmp_path)[3]
    assert isinstance(sadr, Entry)
    assert (sadr.birth_year, [fault.value for fault in sadr.unread]) == (None, ["1973; 1974"])


def test_a_short_row_is_rejected_with_file_and_line(tmp_path: Path) -> None:
    """A row of another width is set aside in either file, and the others are read."""
    found = read(tmp_path, SDN.replace('"vessel",', ""), "101,1\n" + ALT)
    rejected = [f.fault for f in found if isinstance(f, Rejected)]
    assert [(fault.path.name, fault.line) for fault in rejected] == [("ALT.CSV", 1), ("SDN.CSV", 3)]
    assert sum(isinstance(f, Entry) for f in found) == 3


def test_files_in_the_wrong_order_are_told_apart(tmp_path: Path) -> None:
    """With SDN.CSV and ALT.CSV exchanged no row is taken for an identity."""
    found = read(tmp_path, ALT, SDN)
    assert {type(f) for f in found} == {Rejected}


def test_bytes_that_are_no_utf_8_cost_their_row(tmp_path: Path) -> None:
    """A Latin letter of another encoding sets one row aside."""
    found = read(tmp_path, SDN.replace("EXAMPLE STAR", "ÉTOILE").encode("latin-1"))
    assert [type(f) for f in found] == [Entry, Entry, Rejected, Entry]


def with_remarks(remarks: str) -> str:
    """Return a row of SDN.CSV with other remarks."""
    return f'7,"AL-KADHIMI, Mustafa","individual","IRAQ",{"-0- ," * 7}"{remarks}"\n'


def test_aliases_in_quotation_marks_are_weak(tmp_path: Path) -> None:
    """They stand in the remarks, unlike those of ALT.CSV, and a former one stays former."""
    remarks = "DOB 05 Jul 1967; a.k.a. 'ABU EXAMPLE'; f.k.a. 'THE EXAMPLE'; Gender Male."
    (entry,) = read(tmp_path, with_remarks(remarks), '7,1,"aka","AL-KAZEMI, Mustafa",-0- \n')
    assert isinstance(entry, Entry)
    assert entry.names[1:] == (
        ForeignName("AL-KAZEMI, Mustafa"),
        ForeignName("ABU EXAMPLE", weak=True),
        ForeignName("THE EXAMPLE", "former", weak=True),
    )
    assert (entry.birth_year, entry.gender) == (1967, "male")


def test_long_remarks_go_on_in_another_file(tmp_path: Path) -> None:
    """They may be cut in the middle of a word, and are read as one."""
    sdn = write(tmp_path / "SDN.CSV", with_remarks("DOB 05 Jul 1967; a.k.a. 'ABU EX"))
    alt = write(tmp_path / "ALT.CSV", "")
    rest = write(tmp_path / "SDN_COMMENTS.CSV", '7,"AMPLE\'; nationality Iraq."\n7\n\x1a')
    rejected, entry = read_ofac(sdn, alt, comments=rest)
    assert isinstance(rejected, Rejected)
    assert (rejected.fault.path, rejected.fault.line) == (rest, 2)
    assert isinstance(entry, Entry)
    assert entry.names[1:] == (ForeignName("ABU EXAMPLE", weak=True),)
    assert entry.countries == ("IQ",)


def test_several_births_and_nations(tmp_path: Path) -> None:
    """Two dates of one year are that year, a range of years is none, and all countries count."""
    same = (
        "DOB 05 Jul 1967; alt. DOB 1967; nationality Iraq; alt. nationality Syria; citizen Jordan."
    )
    open_ = "DOB 1965 to 1970; alt. DOB circa 1967."
    found = read(tmp_path, with_remarks(same) + with_remarks(open_))
    first, second = (entry for entry in found if isinstance(entry, Entry))
    assert (first.birth_year, first.countries) == (1967, ("IQ", "SY", "JO"))
    assert (second.birth_year, len(second.unread)) == (None, 1)
