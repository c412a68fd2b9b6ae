"""Facts about an import straight into an index: what a folder holds, under the source's ids."""

from pathlib import Path

import pytest

from exchange.sources import KADHIMI_FTM, SADR_FTM, SANCTION_FTM, UN_FTM, added, lines
from nisba import Gazetteer, Resolver, facts_of
from nisba.exchange import Found, Rejected, import_index, read_ftm

WEAK = {
    "id": "ftm-9",
    "schema": "Person",
    "properties": {"name": ["Ali \u0639\u0644\u064a", "Hadi al-Amiri", "123"]},
}
NOBODY = {"id": "ftm-10", "schema": "Person", "properties": {"name": ["123"]}}


def found(folder: Path) -> list[Found]:
    """Entries of all kinds: sound ones, one that is passed over, one that is rejected."""
    objects = (KADHIMI_FTM, SADR_FTM, UN_FTM, SANCTION_FTM, WEAK, NOBODY, SADR_FTM)
    return list(read_ftm(lines(folder / "a.json", *objects)))


def test_an_index_holds_what_a_folder_would(tmp_path: Path) -> None:
    """The counts are the same, and so are the names that resolve."""
    entries = found(tmp_path)
    imported = import_index(entries, tmp_path / "new.nisba")
    assert imported == added(entries, tmp_path / "new")
    assert (imported.added, imported.passed_over, imported.rejected) == (4, 1, 2)
    index = Resolver.open(tmp_path / "new.nisba")
    gazetteer = Gazetteer.load(tmp_path / "new")
    folder = Resolver(gazetteer)
    for _, name in gazetteer.names():
        ours, theirs = index.resolve(name.text), folder.resolve(name.text)
        assert [c.name for c in ours.candidates] == [c.name for c in theirs.candidates]
        assert ours.decision is theirs.decision


def test_identities_keep_the_ids_of_their_register(tmp_path: Path) -> None:
    """An answer leads back to the record, with its label and its facts."""
    import_index(found(tmp_path), tmp_path / "new.nisba")
    resolver = Resolver.open(tmp_path / "new.nisba")
    assert resolver.resolve("Moustafa Kazemi").identity == "Q15987295"
    assert resolver.gazetteer.label("Q15987295") == "Mustafa al-Kadhimi"
    known = facts_of(birth_year=1967, country="IQ", gender="male")
    assert resolver.gazetteer.facts("Q15987295") == known


def test_a_name_that_its_source_calls_weak_does_not_resolve(tmp_path: Path) -> None:
    """Only names that would be accepted in a folder are in the index."""
    weak = {
        "id": "w",
        "schema": "Person",
        "properties": {"name": ["Barham Salih"], "weakAlias": ["Fulan Mahfuz"]},
    }
    import_index(read_ftm(lines(tmp_path / "a.json", weak)), tmp_path / "new.nisba")
    resolver = Resolver.open(tmp_path / "new.nisba")
    assert resolver.resolve("Barham Saleh").identity == "w"
    assert resolver.resolve("Fulan Mahfuz").candidates == ()


def test_rejects_are_told(tmp_path: Path) -> None:
    """What cannot be used is heard of with its line; the second record of an id is such."""
    heard: list[Rejected] = []
    import_index(found(tmp_path), tmp_path / "new.nisba", on_reject=heard.append)
    assert [rejected.fault.line for rejected in heard] == [6, 7]


def test_an_import_that_fails_leaves_what_was_there(tmp_path: Path) -> None:
    """An index appears whole or not at all."""
    target = tmp_path / "new.nisba"
    import_index(found(tmp_path), target)
    before = target.read_bytes()

    def cut_off() -> object:
        yield from found(tmp_path)
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="the disk is gone"):
        import_index(cut_off(), target)  # type: ignore[arg-type]  # yields what a reader yields
    assert target.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.json", "new.nisba"]


def test_at_most_so_many_are_added_and_of_none_there_is_no_file(tmp_path: Path) -> None:
    """The limit counts identities; an index of nobody would answer nothing."""
    assert import_index(found(tmp_path), tmp_path / "one.nisba", limit=1).added == 1
    assert len(Resolver.open(tmp_path / "one.nisba").gazetteer) == 1
    none = read_ftm(lines(tmp_path / "b.json", SANCTION_FTM))
    assert import_index(none, tmp_path / "none.nisba").added == 0
    assert not (tmp_path / "none.nisba").exists()
