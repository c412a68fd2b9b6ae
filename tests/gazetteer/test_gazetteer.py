"""A gazetteer from a folder or from pairs, its labels, names and retired ids."""

import pickle
import subprocess
import sys
import time
from pathlib import Path

import pytest

from gazetteer.folders import KADHIMI, RETIRED, SADR, sound, write
from nisba._data import curated
from nisba.gazetteer import Gazetteer, IdentityType, NameRecord, Office, Severity, check
from nisba.text.scripts import Script


def test_a_record_becomes_an_identity(tmp_path: Path) -> None:
    """Every key of a record arrives in its field, years of life as numbers."""
    identity = Gazetteer.load(sound(tmp_path)).get("kadhimi")
    assert identity is not None
    assert (identity.type, identity.label) == (IdentityType.PERSON, "Mustafa al-Kadhimi")
    assert (identity.gender, identity.birth_year, identity.death_year) == ("male", 1967, None)
    assert identity.countries == ("IQ",)
    assert identity.offices == (Office("Prime Minister of Iraq", "2020", "2022"),)
    assert identity.names == (
        NameRecord("مصطفى الكاظمي", Script.ARABIC, "name", "general"),
        NameRecord("Mustafa al-Kadhimi", Script.LATIN, "name", "news"),
    )


def test_a_folder_is_loaded_in_the_order_of_ids(tmp_path: Path) -> None:
    """The order of identities does not hang on the file system."""
    loaded = Gazetteer.load(str(sound(tmp_path)))
    assert [identity.id for identity in loaded.identities] == ["iraq", "kadhimi", "sadr"]


def test_a_retired_id_answers_for_its_replacement(tmp_path: Path) -> None:
    """Old ids resolve to new ones along a chain; a withdrawn or unknown id to nothing."""
    rows = "a\tb\tmerged\t2020-01-01\nb\tsadr\tmerged\t2021-01-01\nc\t\tnobody\t2021-01-01\n"
    write(sound(tmp_path) / "retired.tsv", RETIRED + rows)
    loaded = Gazetteer.load(tmp_path)
    assert loaded.retired == {"a": "b", "b": "sadr", "c": ""}
    assert [loaded.current(x) for x in ("a", "b", "sadr", "c", "x")] == ["sadr"] * 3 + [None] * 2
    assert loaded.label("a") == "Muqtada al-Sadr"
    assert loaded.get("c") is None
    with pytest.raises(KeyError, match="'c'"):
        loaded.label("c")


def test_a_proposed_name_does_not_resolve(tmp_path: Path) -> None:
    """`names` leaves out what no person has accepted; the identity keeps it."""
    proposed = KADHIMI + "    status: proposed\n"
    write(sound(tmp_path) / "people" / "kadhimi.yaml", proposed)
    loaded = Gazetteer.load(tmp_path)
    texts = [name.text for identity, name in loaded.names() if identity.id == "kadhimi"]
    assert texts == ["مصطفى الكاظمي"]
    identity = loaded.get("kadhimi")
    assert identity is not None
    assert [name.status for name in identity.names] == ["accepted", "proposed"]


def test_pairs_keep_their_order() -> None:
    """Ids stand in the order of their first pair, names in theirs; the first name is the label."""
    pairs = [("q 2", "Hasan"), ("1", "علي"), ("q 2", "Hassan"), ("q 2", "Hasan")]
    made = Gazetteer.from_names(iter(pairs))
    assert [(i.id, i.label) for i in made.identities] == [("q 2", "Hasan"), ("1", "علي")]
    assert [(i.id, n.text, n.script) for i, n in made.names()] == [
        ("q 2", "Hasan", Script.LATIN),
        ("q 2", "Hassan", Script.LATIN),
        ("1", "علي", Script.ARABIC),
    ]


@pytest.mark.parametrize("pair", [("", "Hasan"), ("1", ""), ("1", "  ")])
def test_an_empty_pair_is_refused_with_its_number(pair: tuple[str, str]) -> None:
    """The error says which pair it is, counted from 1."""
    with pytest.raises(ValueError, match=r"pair 2: the (id|name) is empty"):
        Gazetteer.from_names([("1", "Ali"), pair])


def test_a_pair_that_is_not_text_is_refused() -> None:
    """A number or a missing value of pandas is not taken for a name."""
    with pytest.raises(TypeError, match="pair 1: the name nan"):
        Gazetteer.from_names([("1", float("nan"))])  # type: ignore[list-item]  # the fault itself


def test_an_id_stands_for_one_identity() -> None:
    """Two identities with one id are refused, whoever made them."""
    one = Gazetteer.from_names([("a", "Ali")]).identities
    with pytest.raises(ValueError, match="'a'"):
        Gazetteer(one + one)


def test_a_gazetteer_crosses_processes() -> None:
    """A gazetteer is equal to itself after pickling, and still finds its identities."""
    made = Gazetteer.from_names([("a", "Ali"), ("b", "Omar")])
    again = pickle.loads(pickle.dumps(made))
    assert again == made
    assert again.label("b") == "Omar"


def test_five_hundred_records_load_quickly(tmp_path: Path) -> None:
    """Five hundred records of 20 lines load in under 1.5 seconds."""
    folder = sound(tmp_path)
    for number in range(500):
        record = KADHIMI.replace("id: kadhimi", f"id: k-{number}")
        write(folder / "people" / f"k-{number}.yaml", record)
    start = time.perf_counter()
    assert len(Gazetteer.load(folder)) == 503
    assert time.perf_counter() - start < 1.5


def test_importing_the_stage_is_light() -> None:
    """Neither YAML nor pandas is imported before a function needs it."""
    code = "import sys, nisba.gazetteer;print([m for m in ('yaml', 'pandas') if m in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_the_curated_gazetteer_loads() -> None:
    """The project's own gazetteer has no errors; each is shown when it has."""
    errors = [str(f) for f in check(curated()) if f.severity is Severity.ERROR]
    assert errors == []
    Gazetteer.load()


def test_the_parser_in_plain_python_reads_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without PyYAML's C parser a folder gives the same identities and the same findings."""
    folder = sound(tmp_path)
    fast = Gazetteer.load(folder)
    write(folder / "people" / "sadr.yaml", SADR.replace("general", "!x [general]"))
    found = check(folder)
    monkeypatch.delattr("yaml.CBaseLoader")
    assert check(folder) == found
    write(folder / "people" / "sadr.yaml", SADR)
    assert Gazetteer.load(folder) == fast
