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
