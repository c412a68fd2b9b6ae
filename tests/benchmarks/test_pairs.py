"""The pairs that ask: names held out, none twice, no two keys that may be one name."""

from itertools import product
from pathlib import Path

import pytest

from benchmarks.quality.pairs import Pair, pairs
from nisba.sounds.training.split import held_out

HEARD = "\u0645\u062d\u0645\u062f"  # محمد
AMANI = "\u0627\u0645\u0627\u0646\u064a"  # اماني
ASIF = "\u0627\u0635\u0641"  # اصف
ADIL = "\u0639\u0627\u062f\u0644"  # عادل
THE = "\u0627\u0644"  # ال


def table(folder: Path, *given: tuple[str, str, int]) -> Path:
    """Write a table of name parts into a folder, and return the folder."""
    lines = ["arabic_key\tlatin\tcountry\trole\tcount\tsource"]
    lines += [f"{key}\t{latin}\tIQ\tgiven\t{count}\ttest" for key, latin, count in given]
    (folder / "name_units.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


@pytest.fixture
def names(tmp_path: Path) -> Path:
    """Three names that are held out, with two spellings each, and one that is not."""
    return table(
        tmp_path,
        (HEARD, "Muhammad", 9),
        (HEARD, "Mohamed", 9),
        (AMANI, "Amani", 4),
        (AMANI, "Amany", 3),
        (ASIF, "Asif", 4),
        (ASIF, "Asef", 3),
        (ADIL, "Adil", 4),
        (ADIL, "Adel", 3),
    )


def test_who_is_held_out() -> None:
    """The names of these tests are on the sides of the split where the tests need them."""
    assert [held_out(key) for key in (HEARD, AMANI, ASIF, ADIL)] == [False, True, True, True]


def test_names_of_the_training_do_not_ask(names: Path) -> None:
    """A key that the sound model hears in training stands on no side of a pair."""
    asked = {name for pair in pairs(names, 7) for name in (pair.left, pair.right)}
    assert asked == {"Amani", "Amany", "Asif", "Asef", "Adil", "Adel"}


def test_three_pairs_of_two_names_for_one_of_one(names: Path) -> None:
    """For each pair of one name two look-alikes ask and one drawn by chance, and none is double."""
    found = pairs(names, 7)
    kinds = [pair.kind for pair in found]
    assert kinds.count("one name") == 3
    assert len({frozenset((pair.left, pair.right)) for pair in found}) == len(found)
    assert 0 < kinds.count("look-alikes") <= 6


def test_keys_that_share_a_spelling_are_not_set_against_each_other(tmp_path: Path) -> None:
    """Two keys with one spelling in common, however rare, may be one name."""
    folder = table(
        tmp_path,
        (AMANI, "Amani", 4),
        (AMANI, "Amany", 3),
        (ASIF, "Asif", 4),
        (ASIF, "Asef", 3),
        (ASIF, "Amani", 1),
        (ADIL, "Adil", 4),
        (ADIL, "Adel", 3),
    )
    found = {frozenset((pair.left, pair.right)) for pair in pairs(folder, 7)}
    mixed = product(("Amani", "Amany"), ("Asif", "Asef"))
    assert found.isdisjoint(frozenset(both) for both in mixed)
    assert frozenset(("Asif", "Asef")) in found


def test_a_spelling_belongs_to_the_key_it_spells_most(tmp_path: Path) -> None:
    """A spelling that mostly spells another key is no spelling of this one."""
    folder = table(
        tmp_path,
        (HEARD, "Muhammad", 9),
        (ASIF, "Muhammad", 2),
        (ASIF, "Asif", 4),
        (ASIF, "Asef", 3),
        (ADIL, "Adil", 4),
        (ADIL, "Adel", 3),
    )
    ones = {(p.left, p.right) for p in pairs(folder, 7) if p.kind == "one name"}
    assert ones == {("Asef", "Asif"), ("Adel", "Adil")}


def test_the_article_is_no_other_spelling(tmp_path: Path) -> None:
    """With and without its article a name is one key, and its spelling one spelling."""
    folder = table(
        tmp_path,
        (THE + ASIF, "al-Asif", 4),
        (ASIF, "Asif", 5),
        (ASIF, "Asef", 3),
        (ADIL, "Adil", 4),
        (ADIL, "Adel", 3),
    )
    assert Pair("Asef", "Asif", "one name") in pairs(folder, 7)
    assert not any("al-" in pair.left + pair.right for pair in pairs(folder, 7))


def test_the_seed_alone_decides(names: Path) -> None:
    """The same table and seed give the same pairs in the same order."""
    assert pairs(names, 7) == pairs(names, 7)
