import copy
import gzip
import json
from pathlib import Path
from typing import Any

from exchange.sources import KADHIMI_WIKIDATA, lines, write
from nisba.exchange import Entry, PassedOver, Rejected, read_wikidata


def changed(**claims: Any) -> dict[str, Any]:
    """Return the entity with other claims."""
    entity = copy.deepcopy(KADHIMI_WIKIDATA)
    entity["claims"].update(claims)  # type: ignore[attr-defined]  # a mapping of mappings
    return entity


def item(ident: str, rank: str = "normal") -> dict[str, Any]:
    """Return a claim whose value is an item."""
    return {"mainsnak": {"datavalue": {"value": {"id": ident}}}, "rank": rank}


def date(time: str, precision: int) -> dict[str, Any]:
    """Return a claim whose value is a time."""
    return {"mainsnak": {"datavalue": {"value": {"time": time, "precision": precision}}}}


def test_a_human_has_labels_aliases_and_facts(tmp_path: Path) -> None:
    """Labels and aliases of the languages are names; items of countries become codes."""
    (entry,) = read_wikidata(lines(tmp_path / "a.json", KADHIMI_WIKIDATA))
    assert isinstance(entry, Entry)
    texts = [name.text for name in entry.names]
    assert texts == ["مصطفى الكاظمي", "Mustafa Al-Kadhimi", "Mustafa Al-Kazemi"]
    assert (entry.label, entry.birth_year) == ("Mustafa Al-Kadhimi", 1967)
    assert (entry.countries, entry.gender) == (("IQ",), "male")


def test_languages_are_chosen(tmp_path: Path) -> None:
    """With Russian asked for, the Russian label is the only name."""
    (entry,) = read_wikidata(lines(tmp_path / "a.json", KADHIMI_WIKIDATA), languages=("ru",))
    assert isinstance(entry, Entry)
    assert [name.text for name in entry.names] == ["Мустафа аль-Казыми"]


def test_a_dump_is_one_list_over_many_lines(tmp_path: Path) -> None:
    """Brackets on lines of their own and commas at the ends are no faults, packed or not."""
    line = json.dumps(KADHIMI_WIKIDATA)
    path = tmp_path / "a.json.gz"
    path.write_bytes(gzip.compress(f"[\n{line},\n{line}\n]\n".encode()))
    assert [type(f) for f in read_wikidata(path)] == [Entry, Entry]


def test_what_is_no_human_place_or_organisation_is_passed_over(tmp_path: Path) -> None:
    """A film is nobody; a city is a place."""
    film, city = changed(P31=[item("Q11424")]), changed(P31=[item("Q515")])
    found = list(read_wikidata(lines(tmp_path / "a.json", film, city)))
    assert found[0] == PassedOver(1)
    assert isinstance(found[1], Entry)
    assert (found[1].type, found[1].birth_year) == ("place", None)


def test_a_date_less_exact_than_a_year_says_none(tmp_path: Path) -> None:
    """Precision 8 is a decade, precision 7 a century; a year before the common era is none."""
    path = lines(
        tmp_path / "a.json",
        changed(P569=[date("+1960-00-00T00:00:00Z", 8)]),
        changed(P569=[date("-0050-00-00T00:00:00Z", 9)]),
        changed(P569=[date("+0870-00-00T00:00:00Z", 9)]),
    )
    years = [entry.birth_year for entry in read_wikidata(path) if isinstance(entry, Entry)]
    assert years == [None, None, 870]


def test_a_preferred_value_stands_for_the_others(tmp_path: Path) -> None:
    """Where one citizenship is preferred the others are not read, and deprecated ones never."""
    path = lines(
        tmp_path / "a.json",
        changed(P27=[item("Q796"), item("Q145", "preferred")]),
        changed(P27=[item("Q796"), item("Q145", "deprecated")]),
    )
    countries = [entry.countries for entry in read_wikidata(path) if isinstance(entry, Entry)]
    assert countries == [("GB",), ("IQ",)]


def test_empty_lists_in_the_place_of_mappings_are_read(tmp_path: Path) -> None:
    """The dumps write an empty mapping as an empty list: without a name it is nobody."""
    entity = {**changed(), "labels": [], "aliases": []}
    assert list(read_wikidata(lines(tmp_path / "a.json", entity))) == [PassedOver(1)]


def test_an_object_without_an_id_is_rejected(tmp_path: Path) -> None:
    """It is no entity of Wikidata."""
    (found,) = read_wikidata(write(tmp_path / "a.json", "{}\n"))
    assert isinstance(found, Rejected)


def test_aliases_of_all_languages_are_names_and_links_are_not(tmp_path: Path) -> None:
    """Aliases come in the order of the languages, each once; titles of articles are left alone."""
    entity = changed()
    entity["aliases"] = {
        "fr": [{"language": "fr", "value": "Moustafa al-Kazimi"}],
        "ar": [
            {"language": "ar", "value": "الكاظمي"},
            {"language": "ar", "value": "مصطفى الكاظمي"},
        ],
        "en": [{"language": "en", "value": text} for text in ("Al-Kazemi", "Moustafa al-Kazimi")],
        "de": [{"language": "de", "value": "Mustafa al-Kasimi"}],
    }
    entity["sitelinks"] = {"enwiki": {"site": "enwiki", "title": "Mustafa Al-Kazimi"}}
    (entry,) = read_wikidata(lines(tmp_path / "a.json", entity))
    assert isinstance(entry, Entry)
    assert [name.text for name in entry.names] == [
        "مصطفى الكاظمي",
        "Mustafa Al-Kadhimi",
        "الكاظمي",
        "Al-Kazemi",
        "Moustafa al-Kazimi",
    ]


def test_facts_that_are_unknown_withdrawn_or_several_say_nothing(tmp_path: Path) -> None:
    """A value that is unknown has no data; a deprecated one is none; two births are no year."""
    unknown = {"mainsnak": {"snaktype": "somevalue", "property": "P569"}, "rank": "normal"}
    wrong = {**date("+1900-00-00T00:00:00Z", 9), "rank": "deprecated"}
    right = {**date("+1967-07-05T00:00:00Z", 11), "rank": "normal"}
    path = lines(
        tmp_path / "a.json",
        changed(P569=[unknown], P27=[unknown], P21=[unknown]),
        changed(P569=[wrong, right, unknown], P21=[item("Q6581072", "deprecated")]),
        changed(P569=[right, date("+1968-00-00T00:00:00Z", 9)]),
    )
    known = [
        (e.birth_year, e.countries, e.gender) for e in read_wikidata(path) if isinstance(e, Entry)
    ]
    assert known == [(None, (), ""), (1967, ("IQ",), ""), (None, ("IQ",), "male")]
