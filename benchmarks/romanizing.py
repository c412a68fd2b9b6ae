"""Speed of romanization, beside peers on the same names in the same run.

`python -m benchmarks.romanizing` invents names from the editors' name elements, with and without
vowels, and has each of them romanized once. Names repeat their words, as names do, but no name
comes twice. The first standard meets every word for the first time, the second knows its vowels.
The time is that of the processor, single thread. Peers that are not installed are told of; they
supply no vowels, so that their task is the smaller one. Machines are noisy: the ratio counts.
"""

import csv
import random
import time
from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from pathlib import Path

from nisba._data import curated
from nisba._pipes import reader_may_leave

_NAMES = 50_000
_SEED = 7
# A listed name, one that nobody lists, and a word of running text.
_FIRST = (
    "\u0645\u062d\u0645\u062f",
    "\u0632\u0639\u0637\u0642\u0634",
    "\u0641\u064a \u0632\u0639\u0637\u0642\u0634",
)
_KINDS = ("given.tsv", "given.tsv", "nisba.tsv")


def main() -> None:
    """Measure, and print a table."""
    from nisba import romanize

    for word in _FIRST:
        romanize(word)  # tables are read, and shapes of unlisted names counted, at the first call
    rates: dict[str, float] = {}
    for column, title in (("vocalised", "with vowels"), ("arabic", "without, listed")):
        asked = list(names(column, _NAMES))
        for scheme in ("ala-lc", "bgn-pcgn-1956"):
            rate = _rate(lambda name, to=scheme: romanize(name, to), asked)  # type: ignore[misc]
            rates[title] = max(rate, rates.get(title, 0.0))
            print(f"nisba {scheme:16}{title:18}{rate:10,.0f} names/s")
    asked = list(names("arabic", _NAMES))
    for peer, act in _peers():
        rate = _rate(act, asked)
        ratio = rates["without, listed"] / rate
        print(f"{peer:22}{'without':18}{rate:10,.0f} names/s   nisba {ratio:.2f} times as fast")


def names(column: str, count: int) -> Iterator[str]:
    """Invented names of three elements, in Arabic script; `column` says with vowels or without."""
    rng = random.Random(_SEED)
    lists = [_column(curated("elements", kind), column) for kind in _KINDS]
    seen: set[str] = set()
    while len(seen) < count:
        name = " ".join(rng.choice(words) for words in lists)
        if name not in seen:
            seen.add(name)
            yield name


def _column(path: Path, column: str) -> list[str]:
    with path.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [row[column] for row in rows]


def _rate(act: Callable[[str], object], asked: Sequence[str]) -> float:
    """Names a second of processor time, each asked once."""
    start = time.process_time()
    for name in asked:
        act(name)
    return len(asked) / (time.process_time() - start)


def _peers() -> Iterator[tuple[str, Callable[[str], object]]]:
    """Romanizers of other houses, ready to be asked."""
    try:
        maker = import_module("icu").Transliterator
        yield "PyICU Arabic-Latin", maker.createInstance("Arabic-Latin").transliterate
    except ImportError:
        print("PyICU is not installed: pip install pyicu")
    try:
        yield "uroman", import_module("uroman").Uroman().romanize_string
    except ImportError:
        print("uroman is not installed: pip install uroman")
    try:
        yield "anyascii", import_module("anyascii").anyascii
    except ImportError:
        print("anyascii is not installed: pip install -e '.[bench]'")
    from unidecode import unidecode

    yield "Unidecode", unidecode


if __name__ == "__main__":
    with reader_may_leave():
        main()
