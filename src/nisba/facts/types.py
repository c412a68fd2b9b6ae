"""What is known of a bearer: an interval of birth years, a set of countries, a gender."""

import re
from dataclasses import dataclass
from enum import StrEnum

LATEST = 9999
_SHOWN = 60
_CODE = re.compile("[A-Z]{2}")


class Gender(StrEnum):
    """The gender that a record gives."""

    MALE = "male"
    FEMALE = "female"


@dataclass(frozen=True, slots=True, order=True)
class Years:
    """Years of the common era, first to last, both counted in; raises `ValueError` beyond 1–9999.

    >>> str(Years(1967, 1967)), str(Years(1960, 1969)), len(Years(1960, 1969))
    ('1967', '1960-1969', 10)
    """

    first: int
    last: int

    def __post_init__(self) -> None:
        """Refuse years that nobody is born in, and an end before the beginning."""
        if not 1 <= self.first <= self.last <= LATEST:
            raise ValueError(
                f"years {self.first} to {self.last}: give 1 to {LATEST}, first to last"
            )

    def __len__(self) -> int:
        """Return how many years there are: 1 where the year is known."""
        return self.last - self.first + 1

    def __str__(self) -> str:
        """The year, or the first and the last."""
        return f"{self.first}" if self.first == self.last else f"{self.first}-{self.last}"

    def gap(self, other: "Years") -> int:
        """Years between the two, 0 where they overlap.

        >>> Years(1967, 1967).gap(Years(1970, 1979))
        3
        """
        return max(self.first - other.last, other.first - self.last, 0)

    def joined(self, other: "Years") -> "Years":
        """The years from the first of both to the last of both."""
        return Years(min(self.first, other.first), max(self.last, other.last))


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a bearer beside the name; what is not known says nothing.

    `born` holds the years in which the birth may lie, `countries` ISO 3166-1 alpha-2 codes, of
    nationality, birth or residence alike. Make one of what people write with `facts_of`. Raises
    `ValueError` for a code that is no two capitals.

    >>> bool(Facts()), bool(Facts(countries=frozenset({"IQ"})))
    (False, True)
    """

    born: Years | None = None
    countries: frozenset[str] = frozenset()
    gender: Gender | None = None

    def __post_init__(self) -> None:
        """Refuse what is no code."""
        for code in self.countries:
            if not _CODE.fullmatch(code):
                raise ValueError(f"country {code!r}: give a code of two capitals, like IQ")

    def __bool__(self) -> bool:
        """Whether anything is known."""
        return self.born is not None or bool(self.countries) or self.gender is not None

    def joined(self, other: "Facts") -> "Facts":
        """What two records of one bearer say together; genders that differ leave it unknown.

        >>> Facts(Years(1967, 1967)).joined(Facts(Years(1969, 1969))).born
        Years(first=1967, last=1969)
        """
        both = self.born.joined(other.born) if self.born and other.born else None
        clash = self.gender and other.gender and self.gender is not other.gender
        return Facts(
            both or self.born or other.born,
            self.countries | other.countries,
            None if clash else self.gender or other.gender,
        )


NOTHING_KNOWN = Facts()


class Unreadable(ValueError):
    """A field that cannot be read: which one, what stands there, and what would be accepted.

    >>> print(Unreadable("gender", "3", "write male or female"))
    gender '3': write male or female
    """

    def __init__(self, field: str, value: str, advice: str) -> None:
        """Make the message of the three."""
        self.field, self.value, self.advice = field, value[:_SHOWN], advice
        super().__init__(f"{field} {self.value!r}: {advice}")

    def __reduce__(self) -> tuple[type["Unreadable"], tuple[str, str, str]]:
        """Let the exception cross a process boundary with what it says."""
        return type(self), (self.field, self.value, self.advice)
