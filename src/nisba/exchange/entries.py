"""What a reader of a foreign format gives: an entry for an identity, or what cannot be one.

Every reader of this stage ends here, whatever its format, and `nisba.exchange.importing` begins
here. Nothing is judged yet: that is left to the strict reader of the gazetteer.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from nisba.batch.faults import Fault
from nisba.facts import Facts, read_facts
from nisba.gazetteer.types import IdentityType

#: The last year that the reader of facts does not take without its era.
_HIJRI_UNTIL = 1450


@dataclass(frozen=True, slots=True)
class ForeignName:
    """One name as the source has it; `kind` is one of the gazetteer's.

    `weak` says that the source itself does not trust the name alone. It comes in as proposed.
    """

    text: str
    kind: str = "name"
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One record of a source: its id there, its names, and what is known beside them.

    `label` is empty where the source prefers no name. `unread` are the facts that say nothing
    here, each with its reason. `raw` is the record as it stands, for the file of rejects.
    """

    path: Path
    line: int
    id: str
    type: IdentityType
    names: tuple[ForeignName, ...]
    label: str = ""
    gender: str = ""
    birth_year: int | None = None
    death_year: int | None = None
    countries: tuple[str, ...] = ()
    offices: tuple[str, ...] = ()
    unread: tuple[Fault, ...] = ()
    raw: str = ""


@dataclass(frozen=True, slots=True)
class Rejected:
    """What cannot be an entry: where, why, and the text as it stands."""

    fault: Fault
    raw: str


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A record that is no person, organisation or place: a sanction, an address, a ship."""

    line: int


Found = Entry | Rejected | PassedOver


def known_facts(
    path: Path,
    line: int,
    *,
    born: Iterable[str] = (),
    died: Iterable[str] = (),
    countries: Iterable[str] = (),
    genders: Iterable[str] = (),
) -> tuple[int | None, int | None, tuple[str, ...], str, tuple[Fault, ...]]:
    """Return birth year, death year, countries, gender, and what of a source says none of them.

    A record of the gazetteer holds one year. Dates that leave a year open ("circa 1967"), or
    disagree, say none, and the fault says so.

    >>> known_facts(Path("a"), 1, born=["1967-07-05"], countries=["iq"], genders=["male"])
    (1967, None, ('IQ',), 'male', ())
    """
    unread: list[Fault] = []
    birth = _year(path, line, born, "birth year", unread)
    death = _year(path, line, died, "death year", unread)
    codes: dict[str, None] = {}
    for country in countries:
        facts = _read(path, line, unread, country=country)
        codes.update(dict.fromkeys(sorted(facts.countries)))
    sexes = {facts.gender for g in genders if (facts := _read(path, line, unread, gender=g)).gender}
    gender = str(next(iter(sexes))) if len(sexes) == 1 else ""
    if birth is not None and death is not None and death < birth:
        unread.append(Fault(path, line, str(death), f"death year before the birth year {birth}"))
        birth = death = None
    return birth, death, tuple(codes), gender, tuple(unread)


def with_era(year: int) -> str:
    """Return a year of the common era as text that the reader of facts takes for no Hijri year.

    >>> with_era(1967), with_era(870)
    ('1967', '870 CE')
    """
    return str(year) if year > _HIJRI_UNTIL else f"{year} CE"


def _year(
    path: Path, line: int, texts: Iterable[str], what: str, unread: list[Fault]
) -> int | None:
    given = list(dict.fromkeys(texts))
    years: set[int] = set()
    for text in given:
        facts = _read(path, line, unread, birth_year=text)
        if facts.born is not None and facts.born.first >= 100:
            years |= {facts.born.first, facts.born.last}
    if len(years) > 1:
        said = "; ".join(given)
        unread.append(Fault(path, line, said, f"{what}: left out, no single year"))
    return years.pop() if len(years) == 1 else None


def _read(path: Path, line: int, unread: list[Fault], **field: str) -> Facts:
    facts, faults = read_facts(**field)
    unread += (
        Fault(path, line, fault.value, f"{fault.field}: left out: {fault.advice}")
        for fault in faults
    )
    return facts
