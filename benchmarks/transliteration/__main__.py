"""`python -m benchmarks.transliteration --data DIR`: how often the first answers are right.

The tables of names and words stay outside the project; the speed (`benchmarks.transliteration
.speed`) needs none.
"""

import argparse
from pathlib import Path

from benchmarks.transliteration.names import (
    arabic_shares,
    kept_names,
    spelling_shares,
    without_memory,
)
from benchmarks.transliteration.words import catalogue_words, hidden_score, listed_score
from nisba._pipes import reader_may_leave
from nisba.text.fold import Folding, fold


def main() -> None:
    """Measure, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder of the tables")
    data = parser.parse_args().data
    words = catalogue_words(data)
    print(f"vocalise, {len(words):,} words     by word  by frequency  among five")
    for title, score in (
        ("lexicon as it is", listed_score(words)),
        ("own entries hidden", hidden_score(words)),
    ):
        print(f"  {title:26}{score.by_word:7.3f}{score.by_frequency:14.3f}{score.among_five:12.3f}")
    names = kept_names(data)
    print(f"{len(names):,} names kept aside           first  among five")
    for title, shares in (
        ("spellings, region given", spelling_shares(names, by_country=False)),
        ("spellings, country given", spelling_shares(names, by_country=True)),
        ("spellings, no word known", without_memory(names)),
        ("arabize, spaces aside", arabic_shares(names)),
        ("arabize, with spaces", arabic_shares(names, lambda t: fold(t, Folding.ARABIC))),
    ):
        print(f"  {title:28}{shares.first:8.3f}{shares.five:12.3f}")


if __name__ == "__main__":
    with reader_may_leave():
        main()
