"""Facts about index files: they come back as they were, and what is none is refused."""

from pathlib import Path

import pytest

from nisba import Gazetteer, Resolver
from nisba.facts import facts_of
from nisba.index.files import StaleIndex, UnreadableIndex, content_hash
from nisba.match.prepare import Ear
from nisba.match.types import Content, Heard

PAIRS = [
    ("kadhimi", "Mustafa al-Kadhimi"),
    ("kadhimi", "مصطفى الكاظمي"),
    ("sadr", "Muqtada al-Sadr"),
    ("ali-1", "Muhammad Ali"),
    ("ali-2", "Muhammad Ali"),
    ("hafiz", "Hafiz Ibrahim"),
]
KNOWN = {
    "ali-1": facts_of(birth_year=1931, country="EG"),
    "ali-2": facts_of(birth_year=1942, gender="m"),
}
ASKED = ["Moustafa Kazemi", "Mohamed Aly", "Hafez Ibrahim", "Joe Biden", "مقتدى الصدر", ""]


@pytest.fixture
def built() -> Resolver:
    """A resolver that indexed a gazetteer."""
    return Resolver(Gazetteer.from_names(PAIRS, facts=KNOWN))


@pytest.fixture
def file(built: Resolver, tmp_path: Path) -> Path:
    """Its index in a file."""
    built.save(tmp_path / "list.nisba")
    return tmp_path / "list.nisba"


def test_an_opened_index_answers_as_the_one_that_was_built(built: Resolver, file: Path) -> None:
    """Decisions, probabilities and reasons are the same."""
    here, there = built.resolve_many(ASKED), Resolver.open(file).resolve_many(ASKED)
    assert here == there
    assert [r.reason for r in here] == [r.reason for r in there]


def test_the_parts_of_an_index_are_not_heard_again(
    file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A name of listed parts needs no hearing, however they are put together."""

    def hear(_: Ear, content: Content) -> Heard:
        raise AssertionError(f"{content} is heard again")

    opened = Resolver.open(file)
    monkeypatch.setattr(Ear, "hear", hear)
    assert opened.resolve("Ali Muhammad").candidates
    with pytest.raises(AssertionError, match="zaydan"):
        opened.resolve("Ali Zaydan")


def test_facts_come_with_the_index(file: Path) -> None:
    """Years, countries and genders decide between namesakes."""
    opened = Resolver.open(file)
    assert opened.resolve("Mohamed Aly", birth_year=1942).identity == "ali-2"
    assert opened.resolve("Mohamed Aly", country="EG").candidates[0].identity == "ali-1"


def test_labels_come_with_the_index(file: Path) -> None:
    """A label is the first name, as in the gazetteer."""
    gazetteer = Resolver.open(file).gazetteer
    assert gazetteer.label("kadhimi") == "Mustafa al-Kadhimi"
    assert len(gazetteer) == 5
    with pytest.raises(KeyError, match="nobody"):
        gazetteer.label("nobody")


def test_what_was_asked_before_is_not_in_the_file(built: Resolver, tmp_path: Path) -> None:
    """The file holds the list, whatever was resolved before."""
    built.save(tmp_path / "before")
    built.resolve_many(["Ayman Nour", "Taha Hussein", "أيمن نور"])
    built.save(tmp_path / "after")
    assert (tmp_path / "before").read_bytes() == (tmp_path / "after").read_bytes()


def test_a_file_that_was_cut_is_refused(file: Path) -> None:
    """Wherever it ends, the file is told from a whole one."""
    whole = file.read_bytes()
    for size in (0, 5, 30, 200, len(whole) // 2, len(whole) - 1):
        file.write_bytes(whole[:size])
        with pytest.raises(UnreadableIndex, match=r"list\.nisba"):
            Resolver.open(file)


def test_a_file_that_was_changed_is_refused(file: Path) -> None:
    """One bit anywhere is noticed."""
    whole = file.read_bytes()
    for place in range(0, len(whole), len(whole) // 40):
        changed = bytearray(whole)
        changed[place] ^= 1
        file.write_bytes(changed)
        with pytest.raises(UnreadableIndex):
            Resolver.open(file)


@pytest.mark.parametrize("content", [b"id,name\n1,Ali\n", b"PK\x03\x04", b"\x00" * 500])
def test_a_foreign_file_is_refused(content: bytes, tmp_path: Path) -> None:
    """What is no index says so."""
    (tmp_path / "other").write_bytes(content)
    with pytest.raises(UnreadableIndex, match="no index of nisba"):
        Resolver.open(tmp_path / "other")


def test_another_version_is_refused(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An index of other tables is built again, not misread."""
    monkeypatch.setattr("nisba.index.files._tables", lambda: "other tables")
    with pytest.raises(UnreadableIndex, match="another version"):
        Resolver.open(file)


def test_a_stale_index_is_noticed(built: Resolver, tmp_path: Path) -> None:
    """Where what it was made from has changed, an index is not opened."""
    source = tmp_path / "list.csv"
    source.write_text("id,name\n1,Ali\n")
    built.save(tmp_path / "list.nisba", source)
    assert Resolver.open(tmp_path / "list.nisba").resolve("Ali").candidates
    source.write_text("id,name\n1,Omar\n")
    with pytest.raises(StaleIndex, match=r"list\.csv has changed"):
        Resolver.open(tmp_path / "list.nisba")
    source.unlink()  # an index travels without what it was made from
    assert Resolver.open(tmp_path / "list.nisba").resolve("Ali").candidates


def test_a_folder_is_known_by_its_names_and_contents(tmp_path: Path) -> None:
    """A file that is renamed, changed or added makes another content; hidden ones do not count."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "x.yaml").write_text("one")
    hashes = {content_hash(tmp_path)}
    (tmp_path / ".lock").write_text("hidden")
    assert content_hash(tmp_path) in hashes
    for change in ("y.yaml", "z.yaml"):
        (tmp_path / "a" / change).write_text("two")
        hashes.add(content_hash(tmp_path))
    (tmp_path / "a" / "y.yaml").rename(tmp_path / "y.yaml")
    hashes.add(content_hash(tmp_path))
    assert len(hashes) == 4
