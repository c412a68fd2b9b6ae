"""Titles: where they are titles and where they are names."""

import pytest

from names.gists import gists
from nisba.names.lexicon import rows


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Grand Ayatollah Ali al-Sistani", 1),
        ("Mulla Omar", 1),
        ("El Hadj Moussa Diallo", 1),
        ("Imam Ali", 1),
        ("Hujjat al-Islam Ali Akbar", 1),
        ("الشيخ محمد", 1),
        ("د. محمد البرادعي", 1),
        ("آية الله علي", 1),
        ("Ahmad Zaki Pasha", 1),
        ("Lt. Gen. Omar Bashir", 1),
        ("Gen Omar", 0),
        ("Col. Muammar", 1),
        ("Sheikh bin Ahmed", 0),
        ("Hafiz Uddin Ahmad", 0),
        ("Ali Sheikh", 0),
        ("Pasha", 0),
        ("Khaleda Begum", 1),
        ("Begum", 0),
        ("Janab Yusuf Ali", 1),
        ("فخامة الرئيس ميشال عون", 1),
        ("فضيلة الشيخ أحمد الطيب", 1),
        ("Si Mohamed Ben Brahim", 1),
        ("Ahmed Si", 0),
        ("سعادة محمد البرادعي", 1),
        ("أنطون سعادة", 0),
        ("Sharif Muhammad Ali", 0),
        ("Malik Ibrahim", 0),
    ],
)
def test_titles_by_spelling_and_place(text: str, count: int) -> None:
    """Spelling, position, full stops and what follows decide."""
    assert sum(part.startswith("title:") for part in gists(text)) == count


def test_the_file_is_whole() -> None:
    """Every title has an id of its own, a position, whether it may be a name, and a source."""
    table = rows("titles.tsv")
    assert len({row["id"] for row in table}) == len(table)
    assert {row["position"] for row in table} == {"before", "after"}
    assert {row["may_be_name"] for row in table} == {"yes", "no", "mostly"}
    assert all(row["source"] and row["meaning"] for row in table)
    assert all(row["arabic"] or row["latin"] for row in table)
