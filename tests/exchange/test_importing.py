import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from exchange.sources import KADHIMI_FTM, SADR_FTM, SOURCE, UN_FTM, added, contents, lines
from gazetteer.folders import sound
from nisba.exchange import (
    Entry,
    ForeignName,
    Found,
    Imported,
    Rejected,
    Source,
    import_entries,
    read_ftm,
)
from nisba.gazetteer import FaultyGazetteer, Gazetteer, IdentityType, check


def entry(ident: str, *names: str, label: str = "", path: str = "a.csv", line: int = 2) -> Entry:
    """Return an entry of a person."""
    made = tuple(map(ForeignName, names))
    return Entry(Path(path), line, ident, IdentityType.PERSON, made, label)


def test_a_new_gazetteer_is_sound_and_says_where_names_come_from(tmp_path: Path) -> None:
    """Every name cites the source, which has its row, and `check` finds nothing."""
    found = list(read_ftm(lines(tmp_path / "a.json", KADHIMI_FTM, SADR_FTM, UN_FTM)))
    imported = added(found, tmp_path / "new")
    assert imported == Imported(3, 0, 0, 0, 0, 1)
    assert check(tmp_path / "new") == []
    kadhimi = Gazetteer.load(tmp_path / "new").get("mustafa-al-kadhimi")
    assert kadhimi is not None
    assert (kadhimi.birth_year, kadhimi.countries, kadhimi.gender) == (1967, ("IQ",), "male")
    assert {name.source for name in kadhimi.names} == {"test"}
    assert [name.text for name in kadhimi.names if name.status == "proposed"] == ["Kazimi"]


def test_the_table_of_imports_says_whose_ids_they_are(tmp_path: Path) -> None:
    """One row for each record of the source, sorted."""
    added(list(read_ftm(lines(tmp_path / "a.json", UN_FTM, KADHIMI_FTM))), tmp_path / "new")
    assert (tmp_path / "new" / "imports.tsv").read_text(encoding="utf-8") == (
        "source\tforeign_id\tid\ntest\tQ15987295\tmustafa-al-kadhimi\ntest\tftm-3\tunited-nations\n"
    )


def test_an_existing_gazetteer_keeps_every_record(tmp_path: Path) -> None:
    """New records come beside the old ones; ids that are taken are not given again."""
    folder = sound(tmp_path / "old")
    before = contents(folder)
    added([entry("1", "Sadr"), entry("2", "Sadr")], folder)
    after = contents(folder)
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"sources.tsv"}
    assert after.keys() - before.keys() == {
        "people/sadr-2.yaml",
        "people/sadr-3.yaml",
        "imports.tsv",
    }


def test_retired_ids_are_not_given_again(tmp_path: Path) -> None:
    """An id that once stood for somebody stands for nobody else."""
    folder = sound(tmp_path / "old")
    row = "ali\t\tnobody\t2021-01-01\n"
    (folder / "retired.tsv").write_text(f"old_id\tnew_id\treason\tdate\n{row}", encoding="utf-8")
    added([entry("1", "Ali")], folder)
    assert (folder / "people" / "ali-2.yaml").is_file()


def test_what_an_editor_retired_does_not_come_back(tmp_path: Path) -> None:
    """A record that was retired after its import stays so when the file is imported again."""
    folder = tmp_path / "new"
    added([entry("1", "Ali"), entry("2", "Omar")], folder)
    (folder / "people" / "ali.yaml").unlink()
    row = "ali\tomar\tone man\t2021-01-01\n"
    (folder / "retired.tsv").write_text(f"old_id\tnew_id\treason\tdate\n{row}", encoding="utf-8")
    before = contents(folder)
    assert added([entry("1", "Ali"), entry("2", "Omar")], folder).known == 2
    assert contents(folder) == before


def test_a_record_that_stands_twice_in_a_file_is_rejected_the_second_time(tmp_path: Path) -> None:
    """The first one counts."""
    heard: list[Rejected] = []
    found = [entry("1", "Ali"), entry("2", "Omar"), entry("1", "Aly", line=9)]
    imported = import_entries(found, tmp_path / "new", SOURCE, on_reject=heard.append)
    assert (imported.added, [r.fault.line for r in heard]) == (2, [9])


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("Ali\u202e Example", "Ali Example"),
        ("\ufefb\u0640\u0640 \u0645", "لا م"),
        ("e\u0301 Ali", "é Ali"),
        ("Ali\t\r\nExample", "Ali Example"),
    ],
)
def test_what_nobody_sees_is_cleaned(tmp_path: Path, name: str, kept: str) -> None:
    """Direction marks, presentation forms, tatweel and line ends do not enter a record."""
    added([entry("1", name, label="Ali")], tmp_path / "new")
    (identity,) = Gazetteer.load(tmp_path / "new").identities
    assert [n.text for n in identity.names] == [kept]


@pytest.mark.parametrize(
    "name",
    ["", "123", "Ali علي", "a" * 501, "علي (محمد)", "Ali\ue000"],
    ids=["empty", "digits", "two scripts", "long", "two runs", "private"],
)
def test_a_name_that_no_record_holds_is_left_out(tmp_path: Path, name: str) -> None:
    """The other names of the entry come in, and the one is told of."""
    heard: list[str] = []
    found = [entry("1", "Ali", name, "Aly")]
    imported = import_entries(
        found, tmp_path / "new", SOURCE, on_left_out=lambda fault: heard.append(fault.value)
    )
    assert (imported.added, imported.names_left_out, len(heard)) == (1, 1, 1)
    assert check(tmp_path / "new") == []
    assert [n.text for n in Gazetteer.load(tmp_path / "new").identities[0].names] == ["Ali", "Aly"]


def test_a_label_that_no_record_holds_gives_way_to_a_name(tmp_path: Path) -> None:
    """The entry comes in, shown under one of its names."""
    added([entry("1", "Ali", label="Ali Example علي x محمد")], tmp_path / "new")
    assert [i.label for i in Gazetteer.load(tmp_path / "new").identities] == ["Ali"]


def test_an_entry_without_any_good_name_is_rejected(tmp_path: Path) -> None:
    """Nothing is written for it, not even the folder."""
    imported = added([entry("1", "123"), entry("2")], tmp_path / "new")
    assert (imported.added, imported.rejected) == (0, 2)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("ident", ["../../etc/passwd", "a/b", ".."])
def test_a_foreign_id_never_becomes_a_path(tmp_path: Path, ident: str) -> None:
    """Ids are minted from names: whatever the source calls a record stands in the table alone."""
    added([entry(ident, "../../Ali")], tmp_path / "new")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["new"]
    assert contents(tmp_path / "new").keys() == {
        "imports.tsv",
        "people/ali.yaml",
        "retired.tsv",
        "sources.tsv",
    }


@pytest.mark.parametrize("ident", ["", "a\tb", "a\nb", "x" * 201, "a\u202eb", " a"])
def test_a_foreign_id_that_no_table_holds_is_rejected(tmp_path: Path, ident: str) -> None:
    """The table stays one that can be read."""
    assert added([entry(ident, "Ali"), entry("2", "Omar")], tmp_path / "new").rejected == 1
    assert check(tmp_path / "new") == []


def test_an_unknown_source_needs_a_title_and_a_licence(tmp_path: Path) -> None:
    """A key alone says nothing of where names come from, unless sources.tsv has it."""
    with pytest.raises(FaultyGazetteer, match="give a title and a licence"):
        import_entries([entry("1", "Ali")], tmp_path / "new", Source("nobody"))
    folder = sound(tmp_path / "old")
    assert import_entries([entry("1", "Ali")], folder, Source("news")).added == 1


def test_at_most_so_many_are_added_and_the_rest_later(tmp_path: Path) -> None:
    """A limit counts new identities, so the same call goes on where it stopped."""
    found = [entry(str(n), f"Ali {'abcde'[n]}") for n in range(5)]
    counts = [import_entries(found, tmp_path / "new", SOURCE, limit=2).added for _ in range(4)]
    assert counts == [2, 2, 1, 0]


def test_a_folder_that_is_no_gazetteer_is_refused(tmp_path: Path) -> None:
    """A folder with other files is left alone, and so is one whose people lie elsewhere."""
    (tmp_path / "notes").mkdir()
    (tmp_path / "notes" / "a.txt").write_text("x", encoding="utf-8")
    with pytest.raises(NotADirectoryError, match="no sources"):
        added([entry("1", "Ali")], tmp_path / "notes")
    folder = sound(tmp_path / "old")
    (folder / "people").rename(tmp_path / "elsewhere")
    (folder / "people").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(NotADirectoryError, match="leads out"):
        added([entry("1", "Ali")], folder)


def test_a_reader_that_fails_leaves_no_folder(tmp_path: Path) -> None:
    """What was read before the fault is taken away with it."""
    with pytest.raises(OSError, match="gone"):
        import_entries(_breaking(), tmp_path / "new", SOURCE)
    assert list(tmp_path.iterdir()) == []


def _breaking() -> Iterator[Found]:
    yield entry("1", "Ali")
    raise OSError("gone")


@pytest.mark.parametrize("moves", range(5))
def test_an_import_cut_off_between_two_files_is_finished_by_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moves: int
) -> None:
    """Whatever was in place, the same import again gives what an undisturbed one gives."""
    found = [entry("1", "Ali"), entry("2", "Omar"), entry("3", "Zaid")]
    undisturbed, folder = sound(tmp_path / "a"), sound(tmp_path / "b")
    added(found, undisturbed)
    replace, left = Path.replace, iter(range(moves))

    def cut_off(self: Path, target: Path) -> Path:
        if next(left, None) is None:
            raise KeyboardInterrupt
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", cut_off)
    with pytest.raises(KeyboardInterrupt):
        added(found, folder)
    monkeypatch.undo()
    Gazetteer.load(folder)
    assert added(found, folder).added == (3 if moves < 2 else 5 - moves)
    assert contents(folder) == contents(undisturbed)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a pipe with a name")
def test_an_import_that_is_killed_leaves_no_half_folder(tmp_path: Path) -> None:
    """Killed while it reads, the process has not made the gazetteer, nor touched one."""
    old = sound(tmp_path / "old")
    before = contents(old)
    pipe = tmp_path / "entities.json"
    line = lines(tmp_path / "one.json", KADHIMI_FTM).read_bytes()
    for folder in (tmp_path / "new", old):
        os.mkfifo(pipe)
        words = ["import", "ftm", str(pipe), "--into", str(folder), "--source", "test"]
        words += ["--source-title", "Test", "--licence", "CC0-1.0"]
        command = [sys.executable, "-m", "nisba", "gazetteer", *words]
        process = subprocess.Popen(command)
        with pipe.open("wb", buffering=0) as file:  # opens when the import has opened it too
            file.write(line * 1000)
            process.send_signal(signal.SIGKILL)
            process.wait()
        pipe.unlink()
    assert not (tmp_path / "new").exists()
    assert contents(old) == before
