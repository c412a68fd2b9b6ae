"""Places: the regions that the tables know, and the countries that belong to them."""

import functools
from typing import NamedTuple

from nisba.names.lexicon import rows
from nisba.sounds.model import load_model


class Place(NamedTuple):
    """A country (its two-letter code, or nothing) and a region (or nothing, for everywhere)."""

    country: str
    region: str

    @property
    def narrowest(self) -> str:
        """The country, or the region where no country is known, or nothing."""
        return self.country or self.region


@functools.cache
def region_of_country() -> dict[str, str]:
    """Region of each country, by its two-letter code, from `gazetteers/regions.tsv`."""
    return {row["country"]: row["region"] for row in rows("regions.tsv")}


@functools.cache
def regions() -> tuple[str, ...]:
    """The regions that have a channel of their own, in alphabetical order."""
    return tuple(sorted({*load_model().latin.regions, *region_of_country().values()}))


@functools.lru_cache(maxsize=1 << 10)
def place_of(region: str | None) -> Place:
    """The place of a region's name or a country's code, in capitals or not.

    A `ValueError` names the regions for what is neither.

    >>> place_of("EG"), place_of("maghreb")
    (Place(country='EG', region='egypt'), Place(country='', region='maghreb'))
    """
    asked = (region or "").strip()
    if not asked:
        return Place("", "")
    if asked.upper() in region_of_country():
        return Place(asked.upper(), region_of_country()[asked.upper()])
    name = asked.casefold().replace(" ", "-").replace("_", "-")
    if name in regions():
        return Place("", name)
    known = ", ".join(regions())
    raise ValueError(f"no region or country {asked!r}: regions are {known}; or a country's code")
