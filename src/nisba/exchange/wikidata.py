"""Wikidata entities as JSON, one a line: the dumps, and what its tools write in that form.

Labels and aliases of the languages asked for are names; birth (P569), death (P570), citizenship
(P27) and sex (P21) are facts. What a thing is, is read from P31: Q5 is a human being. Offices
(P39) are items whose labels stand elsewhere, so they are not read.
"""

import functools
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

from nisba.batch.faults import Fault
from nisba.exchange.entries import (
    Entry,
    ForeignName,
    Found,
    PassedOver,
    Rejected,
    known_facts,
    with_era,
)
from nisba.exchange.opening import Progress, json_objects
from nisba.gazetteer.types import IdentityType

#: Arabic, Egyptian and Moroccan Arabic, Persian, Central Kurdish, Urdu, English, French, and the
#: label that Wikidata keeps for all languages.
LANGUAGES = ("ar", "arz", "ary", "fa", "ckb", "ur", "en", "fr", "mul")

_HUMAN = "Q5"
#: Organisation, party, newspaper, television station, international organisation, ministry,
#: government agency, business, university, news agency.
_ORGANISATIONS = {"Q43229", "Q7278", "Q11032", "Q1616075", "Q484652", "Q192350", "Q327333"}
_ORGANISATIONS |= {"Q4830453", "Q3918", "Q192283"}
#: Country, sovereign state, city, capital, big city, human settlement.
_PLACES = {"Q6256", "Q3624078", "Q515", "Q5119", "Q1549591", "Q486972"}
_GENDERS = {"Q6581097": "male", "Q6581072": "female"}
_TO_THE_YEAR = 9
_DIGITS = 16


def read_wikidata(
    path: Path, on_progress: Progress = lambda done: None, languages: Iterable[str] = LANGUAGES
) -> Iterator[Found]:
    """Yield what each line of a file of entities is."""
    wanted = tuple(languages)
    for found in json_objects(path, on_progress):
        yield found if isinstance(found, Rejected) else _entry(path, wanted, *found)


def _entry(
    path: Path, languages: tuple[str, ...], line: int, entity: dict[str, Any], raw: str
) -> Found:
    ident = entity.get("id")
    if not isinstance(ident, str) or not ident:
        return Rejected(Fault(path, line, raw[:100], "no entity of Wikidata: it has no id"), raw)
    classes = set(_items(entity, "P31"))
    type_ = _type(classes)
    if type_ is None or entity.get("type", "item") != "item":
        return PassedOver(line)
    person = type_ is IdentityType.PERSON
    labels = [text for language in languages for text in _texts(entity, "labels", language)]
    aliases = [text for language in languages for text in _texts(entity, "aliases", language)]
    countries = [c for item in _items(entity, "P27") if (c := country_codes().get(item))]
    birth, death, codes, gender, unread = known_facts(
        path,
        line,
        born=_years(entity, "P569") if person else (),
        died=_years(entity, "P570") if person else (),
        countries=countries,
        genders=[g for i in _items(entity, "P21") if (g := _GENDERS.get(i))] if person else (),
    )
    names = tuple(map(ForeignName, dict.fromkeys(labels + aliases)))
    if not names:
        return PassedOver(line)
    label = next(iter(_texts(entity, "labels", "en")), "")
    return Entry(
        path, line, ident, type_, names, label, gender, birth, death, codes, (), unread, raw
    )


def _type(classes: set[str]) -> IdentityType | None:
    if _HUMAN in classes:
        return IdentityType.PERSON
    if classes & _PLACES:
        return IdentityType.PLACE
    return IdentityType.ORGANISATION if classes & _ORGANISATIONS else None


def _texts(entity: dict[str, Any], key: str, language: str) -> list[str]:
    by_language = entity.get(key)
    # An empty mapping stands in the dumps as an empty list.
    values = by_language.get(language) if isinstance(by_language, dict) else None
    listed = values if isinstance(values, list) else [values]
    found = [v.get("value") for v in listed if isinstance(v, dict)]
    return [text for text in found if isinstance(text, str)]


def _values(entity: dict[str, Any], property_: str) -> Iterator[dict[str, Any]]:
    """Yield the values of a property; those of preferred rank alone, where there are such."""
    claims = entity.get("claims")
    found = claims.get(property_) if isinstance(claims, dict) else None
    stated = [c for c in found if isinstance(c, dict)] if isinstance(found, list) else []
    preferred = [c for c in stated if c.get("rank") == "preferred"]
    for claim in preferred or [c for c in stated if c.get("rank") != "deprecated"]:
        snak = claim.get("mainsnak")
        data = snak.get("datavalue") if isinstance(snak, dict) else None
        value = data.get("value") if isinstance(data, dict) else None
        if isinstance(value, dict):
            yield value


def _items(entity: dict[str, Any], property_: str) -> list[str]:
    found = [value.get("id") for value in _values(entity, property_)]
    return [item for item in found if isinstance(item, str)]


def _years(entity: dict[str, Any], property_: str) -> list[str]:
    """Return the years of dates of the common era that are exact to the year at least."""
    years = []
    for value in _values(entity, property_):
        time, precision = value.get("time"), value.get("precision")
        exact = isinstance(precision, int) and precision >= _TO_THE_YEAR
        if exact and isinstance(time, str) and time.startswith("+"):
            year = time[1:].partition("-")[0]
            if year.isdecimal() and len(year) <= _DIGITS:
                years.append(with_era(int(year)))
    return years


@functools.cache
def country_codes() -> dict[str, str]:
    """Return ISO 3166 codes by the items of countries; states that are no more have none.

    >>> country_codes()["Q796"]
    'IQ'
    """
    table = files("nisba.exchange").joinpath("wikidata_countries.tsv").read_text("utf-8")
    return dict(line.split("\t") for line in table.splitlines()[1:])
