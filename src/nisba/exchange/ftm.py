"""FollowTheMoney JSON lines, the format of OpenSanctions and Aleph: one entity a line.

Read are the schemata that are a person, an organisation or a place; sanctions, addresses and links
between entities are passed over, and so is LegalEntity, which leaves open what it is. A weak alias
comes in as proposed.
"""

import json
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TextIO

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
from nisba.exchange.opening import Progress, json_objects, texts
from nisba.gazetteer.types import Identity, IdentityType, NameRecord

_TYPES = {
    "Person": IdentityType.PERSON,
    "Organization": IdentityType.ORGANISATION,
    "Company": IdentityType.ORGANISATION,
    "PublicBody": IdentityType.ORGANISATION,
    "Territory": IdentityType.PLACE,
}
_SCHEMATA = {
    IdentityType.PERSON: "Person",
    IdentityType.ORGANISATION: "Organization",
    IdentityType.PLACE: "Territory",
}
#: Property, kind of the name, whether it is weak.
_NAMES = (
    ("name", "name", False),
    ("alias", "name", False),
    ("previousName", "former", False),
    ("abbreviation", "abbreviation", False),
    ("weakAlias", "name", True),
)
_COUNTRIES = ("nationality", "citizenship", "country")
_LONGEST_OFFICE = 120
_ISO = re.compile(r"[0-9]{4}(?:-.*)?")
#: FollowTheMoney has no dates before the year 1000.
_FIRST_YEAR = 1000


def read_ftm(path: Path, on_progress: Progress = lambda done: None) -> Iterator[Found]:
    """Yield what each line of a file of entities is."""
    for found in json_objects(path, on_progress):
        yield found if isinstance(found, Rejected) else _entry(path, *found)


def _entry(path: Path, line: int, entity: dict[str, Any], raw: str) -> Found:
    schema, ident, properties = (entity.get(key) for key in ("schema", "id", "properties"))
    if not isinstance(schema, str) or not isinstance(properties, dict):
        reason = "no entity of FollowTheMoney: it needs a schema and properties"
        return Rejected(Fault(path, line, raw[:100], reason), raw)
    type_ = _TYPES.get(schema)
    if type_ is None:
        return PassedOver(line)
    if not isinstance(ident, str) or not ident:
        return Rejected(Fault(path, line, str(ident), "the entity has no id"), raw)
    person = type_ is IdentityType.PERSON
    countries = [c for key in _COUNTRIES for c in texts(properties.get(key))]
    birth, death, codes, gender, unread = known_facts(
        path,
        line,
        born=_years(properties.get("birthDate")) if person else (),
        died=_years(properties.get("deathDate")) if person else (),
        countries=countries,
        genders=texts(properties.get("gender")) if person else (),
    )
    offices = [o for o in texts(properties.get("position")) if person and len(o) <= _LONGEST_OFFICE]
    caption = entity.get("caption")
    return Entry(
        path,
        line,
        ident,
        type_,
        tuple(
            ForeignName(text, kind, weak)
            for key, kind, weak in _NAMES
            for text in texts(properties.get(key))
        ),
        caption if isinstance(caption, str) else "",
        gender,
        birth,
        death,
        codes,
        tuple(dict.fromkeys(offices)),
        unread,
        raw,
    )


def _years(dates: object) -> list[str]:
    """Return the years of ISO dates, which are never Hijri ones."""
    return [with_era(int(d[:4])) if _ISO.fullmatch(d) else d for d in texts(dates)]


def write_ftm(identities: Iterable[Identity], file: TextIO) -> None:
    """Write one entity a line, its properties as FollowTheMoney has them, sources as datasets.

    A proposed name is a weak alias. Kinds that FollowTheMoney does not know are aliases. An entity
    must have a name, so an identity without an accepted one is left out, and so are years before
    1000, which are no dates there.
    """
    for identity in identities:
        if any(name.status == "accepted" for name in identity.names):
            file.write(json.dumps(_entity(identity), ensure_ascii=False) + "\n")


def _entity(identity: Identity) -> dict[str, Any]:
    person = identity.type is IdentityType.PERSON
    properties: dict[str, list[str]] = {}
    best = _best(identity)
    for name in identity.names:
        key = "name" if name.text == best else _property(identity, name)
        properties.setdefault(key, []).append(name.text)
    codes = [code.lower() for code in identity.countries]
    properties["nationality" if person else "country"] = codes
    years = (("birthDate", identity.birth_year), ("deathDate", identity.death_year))
    for key, year in years:
        properties[key] = [] if year is None or year < _FIRST_YEAR else [str(year)]
    properties["gender"] = [identity.gender] if identity.gender else []
    properties["position"] = list(dict.fromkeys(office.title for office in identity.offices))
    return {
        "id": identity.id,
        "caption": identity.label,
        "schema": _SCHEMATA[identity.type],
        "properties": {key: values for key, values in properties.items() if values},
        "datasets": sorted({name.source for name in identity.names if name.source}),
    }


def _best(identity: Identity) -> str:
    """Return the name that stands for an entity: the label, if it is a name that is accepted."""
    accepted = [name.text for name in identity.names if name.status == "accepted"]
    return identity.label if identity.label in accepted else accepted[0]


def _property(identity: Identity, name: NameRecord) -> str:
    if name.status != "accepted":
        return "weakAlias"
    if name.kind == "abbreviation" and identity.type is not IdentityType.PLACE:
        return "abbreviation"
    return "previousName" if name.kind == "former" else "alias"
