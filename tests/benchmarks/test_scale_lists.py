"""The generator of large lists: elements, people, spellings, files."""

import csv
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from benchmarks.scale import lists
from benchmarks.scale.elements import elements
from benchmarks.scale.lists import About, write_lists
from benchmarks.scale.people import NOTHING, people, strangers
from benchmarks.scale.spelled import Made, spellings

FILES = ("identities.csv", "rows.csv", "people.csv")


def read(path: Path) -> list[dict[str, str]]:
    """Rows of a file that was made."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.fixture(scope="module")
def made(registers: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, About]:
    """A folder with the files of one size, and what is in them."""
    folder = tmp_path_factory.mktemp("lists")
    told = elements(registers)
    return folder, write_lists(folder, told, Made(), rows=400, identities=300, seed=3)


def test_without_a_table_the_commonest_names_are_those_of_the_lexicon() -> None:
    """Muhammad, Ahmad and Ali lead by their bearers, and the source says who was asked."""
    told = elements(None)
    order = np.argsort(-told.bearers.sum(axis=(1, 2)))[:3]
    assert [told.keys[e] for e in order] == ["محمد", "احمد", "علي"]
    assert "registers" in told.source


def test_the_same_seed_gives_the_same_files(
    made: tuple[Path, About], registers: Path, tmp_path: Path
) -> None:
    """Files of one size and seed are the same byte for byte, those of another seed are not."""
    folder, _ = made
    told = elements(registers)
    for seed, same in ((3, True), (4, False)):
        write_lists(tmp_path, told, Made(), rows=400, identities=300, seed=seed)
        alike = [(tmp_path / name).read_bytes() == (folder / name).read_bytes() for name in FILES]
        assert alike == [same] * 3


def test_every_owner_is_listed_and_a_fifth_of_the_rows_are_nobodys(
    made: tuple[Path, About],
) -> None:
    """An owner is an id of the list; a row without one is a stranger's."""
    folder, about = made
    rows = read(folder / "rows.csv")
    ids = {line["id"] for line in read(folder / "identities.csv")}
    assert {row["owner"] for row in rows} - {""} <= ids
    assert sum(not row["owner"] for row in rows) == 80 == about.strangers * len(rows)


def test_what_is_told_of_the_files_is_what_is_in_them(made: tuple[Path, About]) -> None:
    """Sizes, distinct rows, errors and scripts are counted, not wished for."""
    folder, about = made
    rows, names = read(folder / "rows.csv"), read(folder / "identities.csv")
    errors = Counter(row["errors"] for row in rows)
    assert (len(rows), len(names)) == (about.rows, about.names)
    assert len({row["name"] for row in rows}) / len(rows) == about.distinct_rows >= 0.5
    assert tuple(errors[str(n)] / len(rows) for n in range(4)) == about.errors
    assert sum(row["script"] == "Arab" for row in rows) / len(rows) == about.arabic
    assert sum(row["spelled"] == "model" for row in rows) / len(rows) == about.made_by_model


def test_names_without_errors_are_spelled_as_attested(
    made: tuple[Path, About], registers: Path
) -> None:
    """A row that the model did not touch has parts that the table knows, and marks."""
    folder, _ = made
    known = {s.text.title() for spelled in elements(registers).attested for s in spelled}
    words = {word for text in known for word in text.split()} | {"Bin", "Ben", "Ibn"}
    plain = [
        row["name"]
        for row in read(folder / "rows.csv")
        if (row["errors"], row["script"], row["spelled"]) == ("0", "Latn", "attested")
    ]
    assert len(plain) > 50
    assert {word.title() for name in plain for word in name.split()} <= words


def test_some_people_are_several_times_in_the_list_with_doubles(made: tuple[Path, About]) -> None:
    """Clusters are of one to five rows, and there are some of each of the first sizes."""
    sizes = Counter(Counter(row["person"] for row in read(made[0] / "people.csv")).values())
    assert set(sizes) <= {1, 2, 3, 4, 5}
    assert sizes[1] > sizes[2] > 0 < sizes[3]


def test_rows_that_would_be_alike_are_refused(
    registers: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Too many rows for too few identities measure a cache: below a share that is an error."""
    monkeypatch.setattr(lists, "_LEAST_DISTINCT", 0.95)
    told = elements(registers)
    with pytest.raises(ValueError, match="are distinct"):
        write_lists(tmp_path / "x", told, Made(), rows=400, identities=10, seed=1)


def test_no_stranger_has_a_namesake_in_the_list(registers: Path) -> None:
    """Strangers are other combinations of the same elements."""
    told, rng = elements(registers), np.random.default_rng(5)
    listed = people(told, 200, rng)
    nobody = strangers(told, 100, listed, rng)
    tuples = {tuple(parts) for parts in listed.parts.tolist()}
    assert len(nobody.region) == 100
    assert not tuples & {tuple(parts) for parts in nobody.parts.tolist()}


def test_spellings_are_drawn_by_region_and_bearers(registers: Path) -> None:
    """Each part gets a spelling of its own element; a common one is seldom the model's."""
    told, rng = elements(registers), np.random.default_rng(5)
    who = people(told, 500, rng)
    found = spellings(told, who.parts, who.region, Made())
    drawn = found.draw(who.parts, who.region, rng)
    assert ((drawn == NOTHING) == (who.parts == NOTHING)).all()
    first = told.keys.index("محمد")
    spelled = {found.texts[d] for d in drawn[who.parts == first]}
    assert {"Muhammad", "Mohamed", "Mohammed"} <= spelled
    assert found.made[drawn[who.parts == first]].mean() < 0.1


def test_what_the_model_made_is_kept(tmp_path: Path) -> None:
    """A second run reads the model's spellings from the file, and they are the same."""
    kept = tmp_path / "made.json"
    fresh = Made(kept)
    once = fresh.of("عبد الرحمن", "egypt")
    fresh.save()
    assert Made(kept).of("عبد الرحمن", "egypt") == once
    assert once[0][0].startswith("Ab")
