import json
from pathlib import Path

import pytest

from nisba.batch import FaultyFile
from nisba.exchange import EXPORTS, export_file
from nisba.gazetteer import Identity, IdentityType, NameRecord
from nisba.text.scripts import Script


def name(text: str, kind: str = "name", status: str = "accepted") -> NameRecord:
    """Return a Latin name."""
    return NameRecord(text, Script.LATIN, kind, "general", status)


ALI = Identity(
    "ali",
    IdentityType.PERSON,
    "Ali",
    (name("Ali"), name("Aly"), name("Alli", "misspelling"), name("Abu Zaid", status="proposed")),
    birth_year=1967,
    countries=("IQ", "LB"),
    namesakes=("ali-2",),
)
OTHER = Identity("ali-2", IdentityType.PERSON, "Ali", (name("Ali"),), namesakes=("ali",))
BASRA = Identity("basra", IdentityType.PLACE, "Basra", (name("Basra"),))
ALL = (BASRA, OTHER, ALI)


@pytest.mark.parametrize("format", EXPORTS)
def test_a_file_is_whole_or_not_there(tmp_path: Path, format: str) -> None:
    """What fails half way leaves nothing; what exists stays, unless asked."""
    broken = (ALI, None)
    with pytest.raises(AttributeError):
        export_file(format, broken, tmp_path / "out.x")  # type: ignore[arg-type]  # on purpose
    assert list(tmp_path.iterdir()) == []
    paths = export_file(format, ALL, tmp_path / "out.x")
    assert sorted(tmp_path.iterdir()) == sorted(paths)
    written = [path.read_bytes() for path in paths]
    with pytest.raises(FaultyFile, match="the file exists"):
        export_file(format, (ALI,), tmp_path / "out.x")
    assert [path.read_bytes() for path in paths] == written
    export_file(format, (ALI,), tmp_path / "out.x", overwrite=True)
    assert [path.read_bytes() for path in paths] != written


@pytest.mark.parametrize("format", EXPORTS)
def test_the_order_of_identities_is_nothing(tmp_path: Path, format: str) -> None:
    """Sorted by id, the same gazetteer gives the same bytes."""
    first = export_file(format, ALL, tmp_path / "a.x")
    second = export_file(format, ALL[::-1], tmp_path / "b.x")
    assert [p.read_bytes() for p in first] == [p.read_bytes() for p in second]


def test_an_unknown_format_and_a_missing_folder_are_refused(tmp_path: Path) -> None:
    """Each with what there is instead."""
    with pytest.raises(ValueError, match="choose one of ftm"):
        export_file("xml", ALL, tmp_path / "a.x")
    with pytest.raises(FaultyFile, match="there is no folder"):
        export_file("csv", ALL, tmp_path / "gone" / "a.x")


def test_skos_keeps_its_labels_apart(tmp_path: Path) -> None:
    """No label is preferred, alternative and hidden at once, and proposed names stay out."""
    (path,) = export_file("skos", ALL, tmp_path / "a.jsonld", base="https://example.org/names/")
    document = json.loads(path.read_text(encoding="utf-8"))
    assert document["@context"]["@base"] == "https://example.org/names/"
    concepts = {node["@id"]: node for node in document["@graph"]}
    assert concepts.keys() == {"scheme", "ali", "ali-2", "basra"}
    ali = concepts["ali"]
    assert ali["prefLabel"] == {"@value": "Ali", "@language": "und-Latn"}
    assert [label["@value"] for label in ali["altLabel"]] == ["Aly"]
    assert [label["@value"] for label in ali["hiddenLabel"]] == ["Alli"]
    assert (ali["differentFrom"], ali["type"]) == (["ali-2"], "person")
    assert "altLabel" not in concepts["basra"]


def test_every_term_of_skos_is_defined(tmp_path: Path) -> None:
    """Each key of a concept stands in the context: none is lost when the document is expanded."""
    (path,) = export_file("skos", ALL, tmp_path / "a.jsonld")
    document = json.loads(path.read_text(encoding="utf-8"))
    keys = {key for node in document["@graph"] for key in node if not key.startswith("@")}
    assert keys <= document["@context"].keys()
    assert "@base" not in document["@context"]


def test_the_pair_of_spacy_is_what_a_knowledge_base_takes(tmp_path: Path) -> None:
    """Aliases are unique, their entities are known, and their probabilities add up to 1 at most."""
    entities, aliases = export_file("spacy", ALL, tmp_path / "kb.jsonl")
    assert (entities.name, aliases.name) == ("kb.entities.jsonl", "kb.aliases.jsonl")
    known = [json.loads(line) for line in entities.read_text(encoding="utf-8").splitlines()]
    rows = [json.loads(line) for line in aliases.read_text(encoding="utf-8").splitlines()]
    assert known[0] == {"entity": "ali", "freq": 1, "description": "Ali, Iraq, Lebanon"}
    assert {row["alias"]: row["entities"] for row in rows} == {
        "Ali": ["ali", "ali-2"],
        "Alli": ["ali"],
        "Aly": ["ali"],
        "Basra": ["basra"],
    }
    assert all(len(row["entities"]) == len(row["probabilities"]) for row in rows)
    assert all(sum(row["probabilities"]) <= 1 for row in rows)


@pytest.mark.parametrize("many", [3, 6, 7, 49])
def test_shares_of_many_namesakes_never_pass_1(tmp_path: Path, many: int) -> None:
    """A third rounded up three times would be refused by spaCy."""
    bearers = [
        Identity(f"ali-{n}", IdentityType.PERSON, "Ali", (name("Ali"),)) for n in range(many)
    ]
    _, aliases = export_file("spacy", bearers, tmp_path / "kb.jsonl")
    (row,) = [json.loads(line) for line in aliases.read_text(encoding="utf-8").splitlines()]
    assert 0.999 < sum(row["probabilities"]) <= 1


def test_parquet_has_types(tmp_path: Path) -> None:
    """Years are integers, countries a list, and there is one row a name."""
    parquet = pytest.importorskip("pyarrow.parquet", reason="the extra parquet is not installed")
    (path,) = export_file("parquet", ALL, tmp_path / "a.parquet")
    rows = parquet.read_table(path).to_pylist()
    assert [row["name"] for row in rows] == ["Ali", "Aly", "Alli", "Abu Zaid", "Ali", "Basra"]
    assert (rows[0]["birth_year"], rows[0]["countries"]) == (1967, ["IQ", "LB"])
    assert (rows[3]["status"], rows[5]["birth_year"]) == ("proposed", None)
