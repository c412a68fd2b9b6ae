import io
import json
from pathlib import Path

from exchange.sources import KADHIMI_FTM, SADR_FTM, SANCTION_FTM, UN_FTM, lines, write
from nisba.exchange import Entry, ForeignName, PassedOver, Rejected, read_ftm, write_ftm
from nisba.gazetteer import Identity, IdentityType, NameRecord
from nisba.text.scripts import Script


def test_a_person_has_names_and_facts(tmp_path: Path) -> None:
    """Names keep their kinds, a weak alias its weakness, dates give a year, codes are ISO 3166."""
    (entry,) = read_ftm(lines(tmp_path / "a.json", KADHIMI_FTM))
    assert isinstance(entry, Entry)
    assert entry.names == (
        ForeignName("Mustafa al-Kadhimi"),
        ForeignName("مصطفى الكاظمي"),
        ForeignName("Mustafa Al-Kazemi"),
        ForeignName("Mustafa Mshatat", "former"),
        ForeignName("Kazimi", weak=True),
    )
    assert (entry.id, entry.label) == ("Q15987295", "Mustafa al-Kadhimi")
    assert (entry.gender, entry.birth_year, entry.countries) == ("male", 1967, ("IQ",))
    assert entry.offices == ("Prime Minister of Iraq",)
    assert entry.unread == ()


def test_years_that_disagree_say_none(tmp_path: Path) -> None:
    """Two birth dates of two years are left out, and told of."""
    (entry,) = read_ftm(lines(tmp_path / "a.json", SADR_FTM))
    assert isinstance(entry, Entry)
    assert entry.birth_year is None
    assert [(fault.line, fault.value) for fault in entry.unread] == [(1, "1973; 1974")]


def test_schemata_that_are_nobody_are_passed_over(tmp_path: Path) -> None:
    """A sanction is no identity, an organisation is one, and its abbreviation is of that kind."""
    sanction, organisation = read_ftm(lines(tmp_path / "a.json", SANCTION_FTM, UN_FTM))
    assert sanction == PassedOver(1)
    assert isinstance(organisation, Entry)
    assert organisation.type is IdentityType.ORGANISATION
    assert ForeignName("UN", "abbreviation") in organisation.names


def test_a_line_that_is_cut_off_is_rejected_with_its_number(tmp_path: Path) -> None:
    """What is before and behind a broken line is read."""
    whole = json.dumps(SADR_FTM)
    path = write(tmp_path / "a.json", f"{whole}\n{whole[:49]}\n\n{whole}\n")
    first, broken, last = read_ftm(path)
    assert isinstance(first, Entry)
    assert isinstance(broken, Rejected)
    assert (broken.fault.line, broken.raw) == (2, whole[:49])
    assert "cut off" in broken.fault.message
    assert isinstance(last, Entry)
    assert last.line == 4


def test_what_is_no_entity_is_rejected(tmp_path: Path) -> None:
    """A list, an object without properties, one without an id, deep nesting, huge numbers."""
    texts = ["[1]", "{}", '{"schema": "Person", "properties": {}}', "[" * 100_000]
    texts += ['{"id": ' + "9" * 10_000 + "}", '"text"']
    found = list(read_ftm(write(tmp_path / "a.json", "\n".join(texts))))
    assert [type(f) for f in found] == [Rejected] * 6
    assert [f.fault.line for f in found if isinstance(f, Rejected)] == [1, 2, 3, 4, 5, 6]


def test_bytes_of_windows_1256_are_rejected_with_the_reason(tmp_path: Path) -> None:
    """JSON lines are UTF-8, and a mark before them is no fault."""
    line = json.dumps(KADHIMI_FTM, ensure_ascii=False).encode("cp1256", "replace")
    path = write(
        tmp_path / "a.json", b"\xef\xbb\xbf" + json.dumps(SADR_FTM).encode() + b"\r\n" + line
    )
    good, bad = read_ftm(path)
    assert isinstance(good, Entry)
    assert isinstance(bad, Rejected)
    assert "UTF-8" in bad.fault.message


def test_properties_of_a_wrong_type_are_no_names(tmp_path: Path) -> None:
    """Numbers and objects where texts should be do not become names."""
    odd = {"id": "a", "schema": "Person", "properties": {"name": [1, {"a": 2}], "alias": "Ali"}}
    (entry,) = read_ftm(lines(tmp_path / "a.json", odd))
    assert isinstance(entry, Entry)
    assert entry.names == (ForeignName("Ali"),)


def test_an_entity_is_written_as_the_schema_has_it() -> None:
    """A proposed name is a weak alias, codes are small letters, sources are datasets."""
    names = (
        NameRecord("Ali al-Example", Script.LATIN, "name", "general"),
        NameRecord("Abu Example", Script.LATIN, "kunya", "news", "proposed"),
        NameRecord("Ali the Former", Script.LATIN, "former", "general"),
    )
    identity = Identity(
        "ali-al-example",
        IdentityType.PERSON,
        "Ali al-Example",
        names,
        birth_year=1967,
        countries=("IQ",),
    )
    file = io.StringIO()
    write_ftm([identity], file)
    assert json.loads(file.getvalue()) == {
        "id": "ali-al-example",
        "caption": "Ali al-Example",
        "schema": "Person",
        "properties": {
            "name": ["Ali al-Example"],
            "weakAlias": ["Abu Example"],
            "previousName": ["Ali the Former"],
            "nationality": ["iq"],
            "birthDate": ["1967"],
        },
        "datasets": ["general", "news"],
    }
