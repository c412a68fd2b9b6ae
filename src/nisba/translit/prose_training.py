"""Learns the words of running text from readings of a library catalogue.

`python -m nisba.translit.prose_training --data DIR` reads `lc_words.tsv` (an Arabic word as titles
write it, its ALA-LC reading, its frequency) and writes `tables/prose.tsv`: one row a stem, without
article and prefixes, with how often it occurs, how often with a capital, and how often a stem on
tāʾ marbūṭa stands in the construct state. Names that the sound model's lexicon lists, and that the
catalogue always capitalises, are left out. The same input gives the same table, byte for byte.
"""

import argparse
import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from nisba._data import learned
from nisba.sounds.tables import read_lexicon
from nisba.sounds.units import AYN, HAMZA, Form, units_of

_PREFIX = re.compile("(?:wa|fa|bi|lil|li|ka|la|sa|al)-(?=.)")
_MARBUTA = "\u0629"  # ة
_LONGEST = 20


def stems(path: Path) -> Iterator[tuple[Form, bool, bool, int]]:
    """Form, whether capitalised, whether in the construct state, and frequency of each row."""
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            stem = row["ala_lc"]
            while found := _PREFIX.match(stem):
                stem = stem[found.end() :]
            form = units_of(stem)
            if not form or not 1 < len(form) <= _LONGEST:
                continue
            construct = row["arabic"].endswith(_MARBUTA) and form[-1] == "t"
            yield (
                absolute(form) if construct else form,
                stem.lstrip(HAMZA + AYN)[:1].isupper(),
                construct,
                int(row["freq"]),
            )


def absolute(form: Form) -> Form:
    """The form in pause of one in the construct state: jāmiʻat is jāmiʻaẗ.

    >>> absolute(("s", "a", "n", "a", "t")), absolute(("ḥ", "a", "y", "ā", "t"))
    (('s', 'a', 'n', 'aẗ'), ('ḥ', 'a', 'y', 'ā', 'h'))
    """
    if form[-2:] == ("a", "t"):
        return (*form[:-2], "aẗ")
    return (*form[:-1], "h")


def learn(data: Path, known: frozenset[str]) -> list[str]:
    """Rows of the table, the commonest stem first."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for form, capital, construct, frequency in stems(data / "lc_words.tsv"):
        found = counts[" ".join(form)]
        found[0] += frequency
        found[1] += frequency * capital
        found[2] += frequency * construct
    rows = []
    for units, (all_, capital_, construct_) in sorted(
        counts.items(), key=lambda item: (-item[1][0], item[0])
    ):
        if units in known and capital_ == all_ and not construct_:
            continue
        rows.append(f"{units}\t{all_}\t{_share(capital_, all_)}\t{_share(construct_, all_)}")
    return rows


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.2g}" if part else "0"


def main() -> None:
    """Write the table beside this module."""
    parser = argparse.ArgumentParser(description="Learn the words of running text.")
    parser.add_argument("--data", type=Path, required=True, help="folder with lc_words.tsv")
    folder = parser.parse_args().data
    known = frozenset(entry.units for entry in read_lexicon(learned("lexicon.tsv")))
    rows = learn(folder, known)
    path = Path(__file__).parent / "tables" / "prose.tsv"
    text = "\n".join(["form\toccurrences\tcapital\tconstruct", *rows]) + "\n"
    path.write_text(text, encoding="utf-8")
    print(f"{path.name}: {len(rows)} stems")


if __name__ == "__main__":
    main()
