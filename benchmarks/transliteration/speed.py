"""Names a second of arabize and spellings, single thread, beside uroman and ICU in the same run.

The names are invented from the editors' elements, so that no data is needed. The peers romanize
the same Arabic names without vowels, and ICU turns the Latin ones into Arabic letters: less work,
but the nearest that they have.
"""

import csv
import random
import time
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module

from nisba._data import curated
from nisba._pipes import reader_may_leave
from nisba.translit.arabize import arabize
from nisba.translit.spellings import spellings

_NAMES = 3000
_SEED = 7
_WARM = 300


def main() -> None:
    """Measure, and print a table."""
    both = list(_names())
    arabic, latin = [a for a, _ in both], [b for _, b in both]
    tasks: list[tuple[str, Callable[[str], object], Sequence[str]]] = [
        ("arabize", lambda name: arabize(name, 5), latin),
        ("spellings", lambda name: spellings(name, "egypt", 5), arabic),
        *_peers(arabic, latin),
    ]
    for title, act, names in tasks:
        print(f"{title:24}{_rate(act, names):10,.0f} names a second")


def _rate(act: Callable[[str], object], names: Sequence[str]) -> float:
    """Names a second, after the first few have read the tables and compiled the loops."""
    for name in names[:_WARM]:
        act(name)
    start = time.perf_counter()
    for name in names[_WARM:]:
        act(name)
    return (len(names) - _WARM) / (time.perf_counter() - start)


def _names() -> Iterator[tuple[str, str]]:
    """Arabic and Latin of invented names, no name twice."""
    given, family = list(_elements("given.tsv")), list(_elements("nisba.tsv"))
    chance = random.Random(_SEED)
    seen: set[str] = set()
    while len(seen) < _NAMES:
        parts = [chance.choice(given), chance.choice(given), chance.choice(family)]
        arabic = " ".join(a for a, _ in parts[:-1]) + " \u0627\u0644" + parts[-1][0]  # ال
        latin = " ".join(b for _, b in parts[:-1]) + " al-" + parts[-1][1]
        if arabic not in seen:
            seen.add(arabic)
            yield arabic, latin


def _elements(name: str) -> Iterator[tuple[str, str]]:
    with curated("elements", name).open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield row["arabic"], row["romanized"].replace("\u02bb", "").replace("\u02bc", "")


def _peers(
    arabic: Sequence[str], latin: Sequence[str]
) -> Iterator[tuple[str, Callable[[str], object], Sequence[str]]]:
    try:
        icu = import_module("icu")
        to_latin = icu.Transliterator.createInstance("Arabic-Latin")
        to_arabic = icu.Transliterator.createInstance("Latin-Arabic")
        yield "ICU Latin-Arabic", to_arabic.transliterate, latin
        yield "ICU Arabic-Latin", to_latin.transliterate, arabic
    except ImportError:
        print("PyICU is not installed")
    try:
        uroman = import_module("uroman")
        peer = uroman.Uroman()
        yield "uroman", peer.romanize_string, arabic
    except ImportError:
        print("uroman is not installed")


if __name__ == "__main__":
    with reader_may_leave():
        main()
