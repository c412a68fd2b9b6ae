"""The records of a gazetteer: what the reader makes of the editors' files, and the index reads."""

from dataclasses import dataclass
from enum import StrEnum

from nisba.facts.types import Facts, Gender, Years
from nisba.text.scripts import Script


class IdentityType(StrEnum):
    """What an identity is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class NameRecord:
    """One name of an identity: an equal among its names, with a kind, a script and a source key.

    A name with the status `proposed` is shown, but does not resolve until a person accepts it.
    """

    text: str
    script: Script
    kind: str
    source: str
    status: str = "accepted"


@dataclass(frozen=True, slots=True)
class Office:
    """An office with the years it was held; an empty year is unknown or not yet over."""

    title: str
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Identity:
    """One person, organisation or place. `label` is for display only: names are equals."""

    id: str
    type: IdentityType
    label: str
    names: tuple[NameRecord, ...]
    gender: str = ""
    birth_year: int | None = None
    death_year: int | None = None
    countries: tuple[str, ...] = ()
    offices: tuple[Office, ...] = ()
    namesakes: tuple[str, ...] = ()

    @property
    def facts(self) -> Facts:
        """What the record says of the bearer beside the names, ready to be weighed."""
        return Facts(
            None if self.birth_year is None else Years(self.birth_year, self.birth_year),
            frozenset(self.countries),
            Gender(self.gender) if self.gender else None,
        )
