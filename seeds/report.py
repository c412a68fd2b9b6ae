"""Who the seed names are: per identity its spellings, how often each came, and how sure nisba is.

Reads what `nisba resolve seeds/mentions.csv` wrote, and holds it against the identity that an
editor gave each mention: `python seeds/report.py out/mentions.csv`.
"""

import csv
import sys
from collections import Counter, defaultdict
from pathlib import Path
from statistics import fmean

from nisba._pipes import reader_may_leave

_UNDECIDED = {"ambiguous": "(ambiguous)", "none": "(nobody)"}


def main() -> None:
    """Print the report: who is named most comes first, what went wrong last."""
    with Path(sys.argv[1]).open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    people: dict[str, list[dict[str, str]]] = defaultdict(list)
    for row in rows:
        people[row["nisba_id"] or _UNDECIDED[row["nisba_decision"]]].append(row)
    for identity, mentions in sorted(people.items(), key=lambda item: -len(item[1])):
        label = mentions[0]["nisba_label"]
        print(f"\n{label} [{identity}]" if label else f"\n{identity}")
        for line in spellings(mentions):
            print(line)
    wrong = [row for row in rows if row["nisba_id"] != row["identity"]]
    print(f"\n{len(rows) - len(wrong)} of {len(rows)} mentions resolve to the identity expected.")
    for (name, expected, got, reason), count in Counter(map(missed, wrong)).most_common():
        print(f"  {count:3} x {name}: is {expected}, not {got}: {reason}")


def missed(row: dict[str, str]) -> tuple[str, str, str, str]:
    """Return the name of a mention, whose it is, what was found in place of that, and why."""
    got = row["nisba_id"] or row["nisba_decision"]
    return row["name"], row["identity"], got, row["nisba_reason"]


def spellings(mentions: list[dict[str, str]]) -> list[str]:
    """Return a line for each spelling: its count, the spelling, its mean probability."""
    found: dict[str, list[float]] = defaultdict(list)
    for row in mentions:
        found[row["name"]].append(float(row["nisba_probability"] or "nan"))
    width = max(map(len, found))
    ordered = sorted(found.items(), key=lambda item: (-len(item[1]), item[0]))
    return [f"  {len(p):3} x {name:{width}}  {shown(fmean(p))}" for name, p in ordered]


def shown(probability: float) -> str:
    """Return a probability with three digits, never rounded up to certainty."""
    return ">0.999" if probability >= 0.9995 else f"{probability:.3f}".replace("nan", "-")


if __name__ == "__main__":
    # The report has names in every script, whatever the locale says.
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # stdout is a text file here
    with reader_may_leave():
        main()
