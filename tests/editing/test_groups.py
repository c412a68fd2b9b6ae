"""Names grouped by sound."""

from nisba.editing.groups import grouped_by_sound


def groups(names: dict[str, int]) -> list[set[str]]:
    """Return the names of each group."""
    return [{name for name, _ in group.names} for group in grouped_by_sound(names)]


def test_spellings_of_one_name_are_one_group() -> None:
    """Both scripts go together, other names stay apart."""
    arabic = "\u0645\u0635\u0637\u0641\u0649 \u0627\u0644\u0643\u0627\u0638\u0645\u064a"
    names = {"Mustafa Kadhimi": 1, "Moustafa al-Kazemi": 1, arabic: 1, "Salim Idris": 1}
    assert {"Mustafa Kadhimi", "Moustafa al-Kazemi", arabic} in groups(names)
    assert {"Salim Idris"} in groups(names)


def test_hassan_and_hussein_are_two_groups() -> None:
    """Names that only look alike are not put together."""
    assert len(groups({"Hassan Nasrallah": 1, "Hussein Nasrallah": 1})) == 2


def test_the_commonest_group_stands_first() -> None:
    """A group counts with all its spellings; the commonest spelling leads it."""
    names = {"Salim Idris": 3, "Mustafa Kadhimi": 2, "Moustafa Kazemi": 2}
    first, second = grouped_by_sound(names)
    assert (first.times, second.times) == (4, 3)
    assert second.names == (("Salim Idris", 3),)


def test_every_name_is_in_one_group() -> None:
    """No name is lost, not even one without a letter."""
    names = {"Ali": 1, "?": 2, "123": 1, "Aly": 1, "": 1}
    found = [name for group in grouped_by_sound(names) for name, _ in group.names]
    assert sorted(found) == sorted(names)


def test_no_names_make_no_groups() -> None:
    """An empty list is grouped too."""
    assert grouped_by_sound({}) == []
