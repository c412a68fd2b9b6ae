"""Evidence of the facts beside two names: birth year, country, gender, in bits.

Each is log2 of how likely two records of one person agree so far, over how likely two persons of
one name do. What only one side knows is no evidence, except that its name may say it: a nisba is
weak evidence of a country, a given name of a gender, where the other side has the field.
"""

import functools
import math
from collections.abc import Set
from pathlib import Path

from nisba.facts import Facts, Gender, Years
from nisba.match.hints import gender_by_name, nisba_countries
from nisba.match.types import Prepared
from nisba.match.weights import value
from nisba.sounds.model import SoundModel

Answered = tuple[Set[int], Set[int]]
"""Places of the parts that are answered, in one name and in the other."""
Weighed = tuple[str, float, float]
"""A quantity, how much of it was seen, and the bits it gives."""

COUNTS = Path(__file__).parent / "countries.tsv"
"""Bearers of Arabic names by country, and namesakes; `nisba.match.fitting_facts` writes it."""
_NEAR = 5
"""Years within which two birth years may still be one, written down wrongly."""
_PRIOR_PAIRS = 10
"""Pairs of namesakes that the mean of all countries stands for beside those counted."""
_MOST = 0.99
"""Chance of agreeing that no list of countries exceeds, however long."""
_RARE = 0.001
"""Share of a country that the counts do not know."""


def weigh(
    model: SoundModel,
    names: tuple[Prepared, Prepared],
    answered: Answered,
    known: tuple[Facts, Facts],
) -> tuple[Weighed, ...]:
    """What the facts of two names say, without those that say nothing.

    Where no part of one name answers one of the other, nothing speaks for one bearer.
    """
    left, right = known
    if not left and not right:
        return ()
    said: list[Weighed] = []
    if left.born and right.born:
        bits = birth_year_bits(left.born, right.born)
        said.append(("birth_year", float(left.born.gap(right.born)), bits))
    if left.countries and right.countries:
        shared = float(len(left.countries & right.countries))
        said.append(("country", shared, country_bits(left.countries, right.countries)))
    else:
        said += _by_nisba(model, names, answered, known)
    if left.gender and right.gender:
        bits = gender_bits(left.gender, right.gender)
        said.append(("gender", float(left.gender is right.gender), bits))
    else:
        said += _by_given_name(model, names, known)
    return tuple(one for one in said if answered[0] or one[2] < 0)


@functools.lru_cache(maxsize=100_000)
def birth_year_bits(a: Years, b: Years) -> float:
    """Bits of two birth years: the mean over the years that each may be.

    Years that overlap are no contradiction, however wide they are.

    >>> birth_year_bits(Years(1967, 1967), Years(1967, 1967)) > 5
    True
    >>> birth_year_bits(Years(1967, 1967), Years(1975, 1975)) < -5
    True
    """
    mean = 0.0
    for difference in range(b.first - a.last, b.last - a.first + 1):
        pairs = min(a.last, b.last - difference) - max(a.first, b.first - difference) + 1
        mean += pairs * _ratio(abs(difference)) / (len(a) * len(b))
    bits = math.log2(mean)
    return bits if a.gap(b) else max(bits, 0.0)


@functools.lru_cache(maxsize=1_000)
def _ratio(difference: int) -> float:
    """P(difference | one person) / P(difference | two), births evenly over some decades."""
    spread = value("born_spread")
    if difference == 0:
        return value("born_same") * spread
    if difference == 1:
        return value("born_off_by_one") * spread / 2
    near = 2 * (_NEAR - 1)
    if difference <= _NEAR:
        return value("born_near") * spread / near
    return value("born_far") / (1 - (3 + near) / spread)


@functools.lru_cache(maxsize=100_000)
def country_bits(a: frozenset[str], b: frozenset[str]) -> float:
    """Bits of two sets of countries: for, if they share one, and more if few namesakes do.

    >>> one, other, rare = frozenset({"EG"}), frozenset({"MA"}), frozenset({"JO"})
    >>> country_bits(one, other) < 0 < country_bits(one, one) < country_bits(rare, rare)
    True
    """
    kept, chance = value("country_kept"), max(_chance(a), _chance(b))
    if a & b:
        return max(math.log2(kept / chance), 0.0)
    return min(math.log2((1 - kept) / (1 - chance)), 0.0)


def gender_bits(a: Gender, b: Gender, error: str = "gender_kept") -> float:
    """Bits of two genders; `error` names the weight that says how often one person's agree."""
    kept, shared = value(error), value("gender_shared")
    return math.log2(kept / shared if a is b else (1 - kept) / (1 - shared))


def _by_nisba(
    model: SoundModel,
    names: tuple[Prepared, Prepared],
    answered: Answered,
    known: tuple[Facts, Facts],
) -> list[Weighed]:
    """A nisba of one name that the other does not answer, against the other's country."""
    for name, places, own, other in (
        (names[0], answered[0], *known),
        (names[1], answered[1], *known[::-1]),
    ):
        if own.countries or not other.countries:
            continue
        # A nisba that both names have says as much of any namesake.
        alone = (p for i, p in enumerate(name.contents) if i != name.given and i not in places)
        if pointed := next(filter(None, (nisba_countries(model, part) for part in alone)), None):
            shared = float(len(pointed & other.countries))
            return [("nisba_country", shared, _nisba_bits(pointed, other.countries))]
    return []


def _nisba_bits(pointed: frozenset[str], country: frozenset[str]) -> float:
    """A namesake is of a country by chance, or because the name is borne where the nisba points.

    A nisba never says more than the country itself would.
    """
    kept = value("nisba_of_country")
    chance = kept * _chance(country) + (1 - kept) * _share(country)
    if pointed & country:
        return max(min(math.log2(kept / chance), country_bits(country, country)), 0.0)
    return min(math.log2((1 - kept) / (1 - chance)), 0.0)


def _by_given_name(
    model: SoundModel, names: tuple[Prepared, Prepared], known: tuple[Facts, Facts]
) -> list[Weighed]:
    """A given name of one side against the gender of the other, whose name leaves it open."""
    left, right = (gender_by_name(model, name) for name in names)
    for guess, own, gender in (
        (left, right, known[1].gender if not known[0].gender else None),
        (right, left, known[0].gender if not known[1].gender else None),
    ):
        if guess and gender and not own:
            bits = gender_bits(guess, gender, "gender_of_name")
            return [("gender_of_name", float(guess is gender), bits)]
    return []


def _chance(countries: frozenset[str]) -> float:
    """P(a namesake of somebody of these countries shares one of them)."""
    rates = {code: _namesake_rates().get(code, value("country_shared")) for code in countries}
    best = max(sorted(rates), key=rates.__getitem__)
    return min(rates[best] + _share(countries - {best}), _MOST)


@functools.cache
def _namesake_rates() -> dict[str, float]:
    """P(a namesake of somebody of a country is of it too), the rarer ones nearer to the mean."""
    mean = value("country_shared")
    return {
        code: (compatriots + _PRIOR_PAIRS * mean) / (pairs + _PRIOR_PAIRS)
        for code, (_, pairs, compatriots) in _counts().items()
    }


def _share(countries: frozenset[str]) -> float:
    """Share of these countries among the bearers of Arabic names."""
    return sum(
        max(_counts().get(code, (0, 0, 0))[0] / _bearers(), _RARE) for code in sorted(countries)
    )


@functools.cache
def _bearers() -> int:
    return sum(bearers for bearers, _, _ in _counts().values())


@functools.cache
def _counts() -> dict[str, tuple[int, int, int]]:
    """Bearers, pairs of namesakes, and those of one country, by country."""
    rows = (row.split("\t") for row in COUNTS.read_text(encoding="utf-8").splitlines()[1:])
    return {
        code: (int(bearers), int(pairs), int(compatriots))
        for code, bearers, pairs, compatriots in rows
    }
