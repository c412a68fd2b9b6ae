"""Pairs of names that are taken for each other, and kunyas: both files are strict and resolve."""

from pathlib import Path

import pytest

from gazetteer.folders import sound, write
from nisba.gazetteer import check
from nisba.gazetteer.element_links import CONFUSABLE_COLUMNS, KUNYA_COLUMNS
from nisba.gazetteer.tables import ELEMENT_COLUMNS

ROWS = (
    ("abu-ali", "أبو علي", "أَبُو عَلِي", "Abū ʻAlī", "kunya"),
    ("hasan", "حسن", "حَسَن", "Ḥasan", "given"),
    ("husayn", "حسين", "حُسَين", "Ḥusayn", "given"),
)
PAIR = "hasan\thusayn\tthe second is the diminutive\n"
CUSTOM = "abu-ali\thusayn\tcustom\t\tgeneral\n"
PERSON = "abu-ali\tsadr\tperson\t\tgeneral\n"


def gazetteer(folder: Path, pairs: str = PAIR, kunyas: str = CUSTOM + PERSON) -> Path:
    """Write a gazetteer of three elements, one pair, and a kunya of two."""
    lines = ["\t".join(ELEMENT_COLUMNS), *("\t".join([*r, *[""] * 5, "general"]) for r in ROWS)]
    write(sound(folder) / "elements" / "given.tsv", "".join(f"{line}\n" for line in lines))
    write(folder / "confusable.tsv", "\t".join(CONFUSABLE_COLUMNS) + "\n" + pairs)
    write(folder / "kunyas.tsv", "\t".join(KUNYA_COLUMNS) + "\n" + kunyas)
    return folder


def told(folder: Path) -> list[tuple[str, str, int]]:
    """Return file, code and line of the findings."""
    return [(f.path.name, f.code, f.line) for f in check(folder)]


def test_sound_links_have_no_findings(tmp_path: Path) -> None:
    """The rows that the other tests spoil are clean."""
    assert told(gazetteer(tmp_path)) == []


@pytest.mark.parametrize(
    ("pair", "code"),
    [
        ("hasan\thusain\twhy\n", "link"),
        ("hassan\thusayn\twhy\n", "link"),
        ("hasan\thasan\twhy\n", "self"),
        ("husayn\thasan\twhy\n", "order"),
        ("hasan\thusayn\t\n", "empty"),
        ("hasan\thusayn\n", "fields"),
        (PAIR + PAIR, "duplicate"),
        ("hasan\thusayn\ta\u202eb\n", "invisible"),
    ],
)
def test_a_spoilt_pair_is_reported(tmp_path: Path, pair: str, code: str) -> None:
    """A pair resolves at both ends, stands once in the order of the ids, and says why."""
    line = 3 if code == "duplicate" else 2
    assert ("confusable.tsv", code, line) in told(gazetteer(tmp_path, pairs=pair))


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("abu-omar\thusayn\tcustom\t\tgeneral\n", "link"),
        ("hasan\thusayn\tcustom\t\tgeneral\n", "kunya"),
        ("abu-ali\tsadr\tcustom\t\tgeneral\n", "link"),
        ("abu-ali\thusayn\tperson\t\tgeneral\n", "link"),
        ("abu-ali\thusayn\tperhaps\t\tgeneral\n", "by"),
        ("abu-ali\thusayn\tcustom\t\trumour\n", "source"),
        ("abu-ali\thusayn\tcustom\t\t\n", "empty"),
        (CUSTOM + CUSTOM, "duplicate"),
    ],
)
def test_a_spoilt_kunya_is_reported(tmp_path: Path, row: str, code: str) -> None:
    """A kunya is an element of that kind; who bears it is an element or a record, as it says."""
    line = 3 if code == "duplicate" else 2
    assert ("kunyas.tsv", code, line) in told(gazetteer(tmp_path, kunyas=row))


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    """One run finds the faults of both files."""
    folder = gazetteer(tmp_path, "a\tb\tc\nhasan\thasan\td\n", "x\ty\tz\t\tgeneral\n")
    found = [code for name, code, _ in told(folder) if name != "given.tsv"]
    assert sorted(found) == ["by", "link", "link", "link", "self"]


def test_a_retired_record_still_bears_its_kunya(tmp_path: Path) -> None:
    """Retired ids resolve for ever, here too."""
    folder = gazetteer(tmp_path, kunyas="abu-ali\told-sadr\tperson\t\tgeneral\n")
    assert told(folder) == [("kunyas.tsv", "link", 2)]
    retired = folder / "retired.tsv"
    row = "old-sadr\tsadr\tmerged\t2021-07-26\n"
    retired.write_text(retired.read_text(encoding="utf-8") + row, encoding="utf-8")
    assert told(folder) == []


def test_one_reading_of_one_kind_stands_once(tmp_path: Path) -> None:
    """The same word with the same vowels and kind under two ids is refused, in any table."""
    folder = gazetteer(tmp_path)
    row = "\t".join(["hasan-2", *ROWS[1][1:], *[""] * 5, "general"])
    write(folder / "elements" / "laqab.tsv", "\t".join(ELEMENT_COLUMNS) + f"\n{row}\n")
    assert told(folder) == [("laqab.tsv", "twice", 2)]
    laqab = row.replace("\tgiven\t", "\tlaqab\t")
    write(folder / "elements" / "laqab.tsv", "\t".join(ELEMENT_COLUMNS) + f"\n{laqab}\n")
    assert told(folder) == []
