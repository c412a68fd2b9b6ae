"""Where the parts of a name are at home: in which countries how many of their bearers live.

Two rare parts say much together, if they meet by chance. Parts that are at home in one country meet
more often: a stranger called Javad Khodadadi is likelier than the shares of Javad and of Khodadadi
among all names say, since Iranians bear both. How much less such parts say is a quantity of its own
(`company`, `nisba.match.seeing`). The counts stand in `homes.tsv`, by forms of the lexicon;
`nisba.match.fitting_homes` writes them.
"""

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from nisba._loops import inner_loop, light
from nisba.sounds.kernels import Floats
from nisba.sounds.lexicon import Lexicon
from nisba.sounds.pairs import Spelling

FILE = Path(__file__).parent / "homes.tsv"
_CODES = "AE AF BH DJ DZ EG IQ IR JO KM KW LB LY MA MR OM PK PS QA SA SD SO SY TN YE"
COUNTRIES = tuple(_CODES.split())
"""The countries that are told apart, as ISO 3166-1 alpha-2 codes."""
_BEFOREHAND = 2.0
"""Bearers that a part is taken to have beside those that were counted, spread as all are."""
_LEAST = 0.5
"""Bearers below which a form is not said to be borne in a country."""

Shares = NDArray[np.float32]
Rows = NDArray[np.intp]


@dataclass(frozen=True, slots=True, eq=False)
class Homes:
    """How many times more often a form is borne in a country than any form is, (rows, countries),
    with the row of each form, or -1; and the share of all bearers in each country."""

    row: Rows
    shares: Shares
    everybody: Floats


@light
@inner_loop
def at_home(
    row: Rows, shares: Shares, prior: Floats, spelling: Spelling, sums: Floats, times: Shares
) -> None:
    """Fill `times` with how many times more often than any part a spelling is borne in each
    country, whichever of its forms it renders; 1 if nothing is known of any. `sums` is room."""
    whole = unknown = 0.0
    known = False
    sums[:] = 0.0
    for i in range(len(spelling.forms)):
        form = spelling.forms[i]
        weight = spelling.chances[i] * prior[form]
        whole += weight
        if row[form] < 0:
            unknown += weight
        else:
            known = True
            for country in range(len(sums)):
                sums[country] += weight * shares[row[form], country]
    for country in range(len(sums)):
        # Forms that nobody counted may be at home anywhere.
        times[country] = (sums[country] + unknown) / whole if known else 1.0


@functools.cache
def homes_of(lexicon: Lexicon) -> Homes:
    """The homes of the forms of a lexicon.

    Raises `ValueError` with file and line for a row that is none.
    """
    number = {entry.units: i for i, entry in enumerate(lexicon.entries)}
    column = {code: i for i, code in enumerate(COUNTRIES)}
    forms, places, counts = [], [], []
    for line, row in enumerate(FILE.read_text(encoding="utf-8").splitlines()[1:], start=2):
        units, _, told = row.partition("\t")
        pieces = told.split(" ")
        try:
            places += [column[code] for code in pieces[::2]]
            counts += [float(count) for count in pieces[1::2]]
            if len(places) != len(counts):
                raise ValueError(told)
        except (KeyError, ValueError):
            raise ValueError(
                f"{FILE}:{line}: {told!r} is no list of countries and counts"
            ) from None
        forms += [number.get(units, -1)] * (len(pieces) // 2)
    table = np.zeros((len(number) + 1, len(COUNTRIES)))
    np.add.at(table, (forms, places), counts)  # forms of another lexicon fall into the last row
    everybody = np.maximum(table.sum(axis=0), 1.0)
    everybody /= everybody.sum()
    table = table[:-1]
    some = np.flatnonzero(table.sum(axis=1))
    shares = table[some] + _BEFOREHAND * everybody
    shares /= shares.sum(axis=1, keepdims=True) * everybody
    rows = np.full(len(table), -1)
    rows[some] = np.arange(len(some))
    return Homes(rows, shares.astype(np.float32), everybody)


def write_homes(counts: Mapping[str, Mapping[str, float]]) -> None:
    """Rows: form (units, space between), then countries with their bearers, most bearers first."""
    lines = ["form\tbearers"]
    for units, found in sorted(counts.items()):
        told = [(code, round(n, 1)) for code, n in found.items() if n >= _LEAST]
        if told:
            told.sort(key=lambda pair: (-pair[1], pair[0]))
            lines.append(units + "\t" + " ".join(f"{code} {n:g}" for code, n in told))
    FILE.write_text("\n".join(lines) + "\n", encoding="utf-8")
