"""Faults that lie between the files of a gazetteer: links, retired ids, shared names, strays."""

from pathlib import Path

import pytest

from gazetteer.folders import IRAQ, KADHIMI, RETIRED, SADR, SOURCES, sound, write
from nisba.gazetteer import FaultyGazetteer, Gazetteer, Severity, check


def codes_of(folder: Path) -> list[tuple[str, str, int]]:
    """Return file name, code and line of every finding."""
    return [(f.path.name, f.code, f.line) for f in check(folder)]


def linked(record: str, *others: str) -> str:
    """Return a record with these namesakes."""
    items = "".join(f"  - {other}\n" for other in others)
    return record.replace("names:\n", f"namesakes:\n{items}names:\n")


def test_a_retired_id_is_never_used_again(tmp_path: Path) -> None:
    """A record under an id that retired.tsv lists is refused."""
    write(sound(tmp_path) / "retired.tsv", RETIRED + "sadr\tkadhimi\tmerged\t2021-07-26\n")
    assert codes_of(tmp_path) == [("sadr.yaml", "retired-id", 1)]


def test_a_retired_id_leads_to_a_record(tmp_path: Path) -> None:
    """The replacement of a retired id stands as a record, at the end of a chain if need be."""
    folder = sound(tmp_path)
    rows = "a\tb\tmerged\t2021-07-26\nb\tnobody\tmerged\t2021-07-26\n"
    write(folder / "retired.tsv", RETIRED + rows)
    assert codes_of(folder) == [("retired.tsv", "new-id", 2), ("retired.tsv", "new-id", 3)]
    write(folder / "retired.tsv", RETIRED + rows.replace("nobody", "sadr"))
    assert codes_of(folder) == []


def test_retired_ids_in_a_circle_are_refused(tmp_path: Path) -> None:
    """Two retired ids that replace each other are both reported."""
    rows = "a\tb\tmerged\t2021-07-26\nb\ta\tmerged\t2021-07-26\n"
    write(sound(tmp_path) / "retired.tsv", RETIRED + rows)
    assert [code for _, code, _ in codes_of(tmp_path)] == ["circle", "circle"]


def test_a_retired_namesake_names_its_replacement(tmp_path: Path) -> None:
    """A link to a retired id says which id to write."""
    folder = sound(tmp_path)
    write(folder / "retired.tsv", RETIRED + "old\tsadr\tmerged\t2021-07-26\n")
    write(folder / "people" / "kadhimi.yaml", linked(KADHIMI, "old"))
    (found,) = check(folder)
    assert (found.code, found.value) == ("namesake", "old")
    assert "sadr" in found.message


def test_a_link_that_goes_one_way_is_a_warning(tmp_path: Path) -> None:
    """A namesake that does not link back is a warning, and the gazetteer still loads."""
    folder = sound(tmp_path)
    write(folder / "people" / "kadhimi.yaml", linked(KADHIMI, "sadr"))
    (found,) = check(folder)
    assert (found.code, found.severity) == ("one-sided", Severity.WARNING)
    assert len(Gazetteer.load(folder)) == 3


def test_one_name_of_two_identities_is_a_warning(tmp_path: Path) -> None:
    """Two identities with one name that are not namesakes are reported once, at the second."""
    folder = sound(tmp_path)
    twin = SADR.replace("id: sadr", "id: sadr-2").replace("Muqtada", "MUQTADA")
    write(folder / "people" / "sadr-2.yaml", twin)
    (found,) = check(folder)
    assert (found.path.name, found.code, found.line) == ("sadr-2.yaml", "shared-name", 5)
    assert "sadr " in found.message
    write(folder / "people" / "sadr-2.yaml", linked(twin, "sadr"))
    write(folder / "people" / "sadr.yaml", linked(SADR, "sadr-2"))
    assert check(folder) == []


def test_a_shared_short_name_is_no_finding(tmp_path: Path) -> None:
    """Many people are called al-Sadr for short: only full names are compared."""
    folder = sound(tmp_path)
    write(folder / "people" / "sadr.yaml", SADR.replace("kind: name", "kind: short"))
    twin = SADR.replace("id: sadr", "id: sadr-2").replace("kind: name", "kind: short")
    write(folder / "people" / "sadr-2.yaml", twin)
    assert check(folder) == []


def test_one_name_of_many_identities_costs_little(tmp_path: Path) -> None:
    """A name that 300 identities share is reported for each of them once, not for each pair."""
    folder = sound(tmp_path)
    for number in range(300):
        write(folder / "people" / f"s-{number}.yaml", SADR.replace("id: sadr", f"id: s-{number}"))
    assert len(check(folder)) == 300


def test_one_id_in_two_folders_is_refused(tmp_path: Path) -> None:
    """An id belongs to one record, whatever folder it lies in."""
    person = SADR.replace("id: sadr", "id: iraq").replace("Muqtada", "Ahmad")
    write(sound(tmp_path) / "people" / "iraq.yaml", person)
    assert [(code, line) for _, code, line in codes_of(tmp_path)] == [("duplicate-id", 1)]


def test_a_record_lies_in_the_folder_of_its_type(tmp_path: Path) -> None:
    """A place among the people is refused, at the line of its id."""
    folder = sound(tmp_path)
    write(folder / "people" / "basra.yaml", IRAQ.replace("id: iraq", "id: basra"))
    assert ("basra.yaml", "type", 1) in codes_of(folder)


@pytest.mark.parametrize("name", ["sadr.yml", "notes.txt", "sadr.yaml.orig"])
def test_a_file_that_is_not_read_is_reported(tmp_path: Path, name: str) -> None:
    """What lies among the records and is no record is not passed over in silence."""
    write(sound(tmp_path) / "people" / name, SADR)
    assert codes_of(tmp_path) == [(name, "stray", 0)]


def test_a_folder_of_records_that_is_not_read_is_a_warning(tmp_path: Path) -> None:
    """A misspelt folder of records is reported."""
    write(sound(tmp_path) / "peple" / "sadr.yaml", SADR)
    assert codes_of(tmp_path) == [("peple", "unread", 0)]


def test_a_gazetteer_has_sources(tmp_path: Path) -> None:
    """A folder without sources.tsv is refused, and says so once."""
    folder = sound(tmp_path)
    (folder / "sources.tsv").unlink()
    assert codes_of(folder) == [("sources.tsv", "no-sources", 0)]


def test_a_path_that_is_no_folder_is_refused(tmp_path: Path) -> None:
    """The error names the path."""
    with pytest.raises(NotADirectoryError, match="nowhere"):
        check(tmp_path / "nowhere")


def test_loading_refuses_with_every_error(tmp_path: Path) -> None:
    """The exception carries all errors of all files, each on a line of its message."""
    folder = sound(tmp_path)
    write(folder / "people" / "kadhimi.yaml", KADHIMI.replace("male", "boy").replace("IQ", "iq"))
    write(folder / "people" / "sadr.yaml", SADR.replace("general", "rumour"))
    write(folder / "sources.tsv", SOURCES + "a key\tt\tk\tl\t\n")
    with pytest.raises(FaultyGazetteer) as caught:
        Gazetteer.load(folder)
    assert len(caught.value.findings) == 5
    message = str(caught.value)
    assert message.startswith("5 faults")
    assert f"{(folder / 'people' / 'kadhimi.yaml').as_posix()}:4: 'boy': write one of" in message
    assert message.count("\n") == 5


def test_loading_passes_over_warnings(tmp_path: Path) -> None:
    """A layout that is not canonical does not keep a gazetteer from loading."""
    write(sound(tmp_path) / "people" / "sadr.yaml", SADR.replace("\nlabel", "\n\nlabel"))
    assert [f.severity for f in check(tmp_path)] == [Severity.WARNING]
    assert Gazetteer.load(tmp_path).label("sadr") == "Muqtada al-Sadr"
