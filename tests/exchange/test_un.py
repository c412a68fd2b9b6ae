import gzip
from pathlib import Path

import pytest

from exchange.sources import UN, write
from nisba.batch import FaultyFile
from nisba.exchange import Entry, ForeignName, Rejected, read_un
from nisba.exchange import un as module

LAUGHS = """\
<?xml version="1.0"?>
<!DOCTYPE list [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
<CONSOLIDATED_LIST><INDIVIDUAL><FIRST_NAME>&b;</FIRST_NAME></INDIVIDUAL></CONSOLIDATED_LIST>
"""
OUTSIDE = """\
<?xml version="1.0"?>
<!DOCTYPE list SYSTEM "file:///etc/passwd">
<CONSOLIDATED_LIST/>
"""


def test_an_individual_has_names_and_facts(tmp_path: Path) -> None:
    """The parts of the name are one name, and an alias of low quality is weak."""
    entry, _ = read_un(write(tmp_path / "a.xml", UN))
    assert isinstance(entry, Entry)
    assert entry.names == (
        ForeignName("MUSTAFA AL-KADHIMI"),
        ForeignName("مصطفى الكاظمي"),
        ForeignName("Mustafa al-Kazemi"),
        ForeignName("Abu Example", weak=True),
    )
    assert (entry.id, entry.line) == ("6901", 4)
    assert (entry.birth_year, entry.countries, entry.gender) == (1967, ("IQ",), "male")


def test_an_entity_is_an_organisation(tmp_path: Path) -> None:
    """Its aliases stand in elements of another name."""
    _, entry = read_un(write(tmp_path / "a.xml", UN))
    assert isinstance(entry, Entry)
    assert entry.type == "organisation"
    assert [name.text for name in entry.names] == ["EXAMPLE FOUNDATION", "Example Trust"]


@pytest.mark.parametrize("text", [LAUGHS, OUTSIDE], ids=["expanding", "external"])
def test_a_document_type_is_refused(tmp_path: Path, text: str) -> None:
    """Neither entities that expand nor files of the machine are ever read."""
    with pytest.raises(FaultyFile, match="2: '<!DOCTYPE list': a document type"):
        list(read_un(write(tmp_path / "a.xml", text)))


def test_a_file_that_breaks_off_gives_what_came_before(tmp_path: Path) -> None:
    """The records that are whole are read; the place where the XML ends is a reject."""
    cut = UN[: UN.index("<ENTITY>") + 20]
    entry, rejected = read_un(write(tmp_path / "a.xml", cut))
    assert isinstance(entry, Entry)
    assert isinstance(rejected, Rejected)
    assert rejected.fault.line == 1 + cut[: cut.rindex("<")].count("\n")


@pytest.mark.parametrize("name", ["U-TF-8", "cp932"], ids=["unknown", "several bytes"])
def test_an_encoding_that_cannot_be_read_is_a_fault(tmp_path: Path, name: str) -> None:
    """The XML declaration may name any encoding, and a wrong one is told."""
    with pytest.raises(FaultyFile, match="declare UTF-8"):
        list(read_un(write(tmp_path / "a.xml", UN.replace("UTF-8", name))))


def test_windows_1256_is_read_if_it_is_declared(tmp_path: Path) -> None:
    """Other encodings of one byte are no fault."""
    data = UN.replace("UTF-8", "windows-1256").encode("cp1256")
    entry, _ = read_un(write(tmp_path / "a.xml", data))
    assert isinstance(entry, Entry)
    assert entry.names[1].text == "مصطفى الكاظمي"


def test_an_unknown_entity_ends_the_reading(tmp_path: Path) -> None:
    """Without a document type there are no entities but the five of XML."""
    (rejected,) = read_un(write(tmp_path / "a.xml", UN.replace("MUSTAFA", "&who;")))
    assert isinstance(rejected, Rejected)
    assert "undefined entity" in rejected.fault.message


def test_a_record_beyond_all_measure_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Memory is bounded by the largest record, and the largest record by a limit."""
    monkeypatch.setattr(module, "_MOST_TEXT", 100)
    with pytest.raises(FaultyFile, match="more than 100 characters"):
        list(read_un(write(tmp_path / "a.xml", UN)))


def test_a_birth_that_is_not_exact_says_no_year(tmp_path: Path) -> None:
    """An approximate year is told of and left out."""
    text = UN.replace("EXACT", "APPROXIMATELY").replace(
        "<DATE>1967-07-05</DATE>", "<YEAR>1967</YEAR>"
    )
    entry, _ = read_un(write(tmp_path / "a.xml", text))
    assert isinstance(entry, Entry)
    assert (entry.birth_year, [fault.value for fault in entry.unread]) == (None, ["c. 1967"])


def test_a_packed_file_that_breaks_off_is_a_fault(tmp_path: Path) -> None:
    """A gzip archive without its end is damaged, and is said to be."""
    data = gzip.compress(UN.encode())
    assert len(list(read_un(write(tmp_path / "a.xml.gz", data)))) == 2
    with pytest.raises(FaultyFile, match="damaged gzip"):
        list(read_un(write(tmp_path / "b.xml.gz", data[:-12])))


def test_aliases_have_a_quality(tmp_path: Path) -> None:
    """Low is weak, f.k.a. is former, several in one element are several, empty ones none."""
    aliases = "".join(
        f"<INDIVIDUAL_ALIAS><QUALITY>{quality}</QUALITY><ALIAS_NAME>{name}</ALIAS_NAME>"
        "</INDIVIDUAL_ALIAS>"
        for quality, name in (
            ("LOW", "Abu One; Abu Two"),
            ("f.k.a.", "Mustafa\n Mshatat"),
            ("Good", "الكاظمي"),
            ("", "Mostafa"),
            ("Good", " ; "),
        )
    )
    text = UN.replace("<INDIVIDUAL_DATE_OF_BIRTH>", f"{aliases}<INDIVIDUAL_DATE_OF_BIRTH>")
    text = text.replace("<VALUE>Iraq</VALUE>", "<VALUE>Iraq</VALUE><VALUE>Syria</VALUE>")
    entry, _ = read_un(write(tmp_path / "a.xml", text))
    assert isinstance(entry, Entry)
    assert entry.names[4:] == (
        ForeignName("Abu One", weak=True),
        ForeignName("Abu Two", weak=True),
        ForeignName("Mustafa Mshatat", "former"),
        ForeignName("الكاظمي"),
        ForeignName("Mostafa"),
    )
    assert entry.countries == ("IQ", "SY")
