"""Facts about lists to search and names to ask, on tables of a few persons."""

from pathlib import Path

import pytest

from nisba.resolve.tasks import FILES, Task, held_out, rows, tasks

PERSONS = """entity_id\tkind\tname\tarabic_named_guess
1\tprimary\tSALIH, Karim\tyes
1\tstrong_aka\tSALEH, Kareem\tyes
1\tweak_aka\tThe Boss\tyes
2\tprimary\tDROUKDEL, Abdelmalek\tyes
2\tstrong_aka\tAbdelmalek Dridqal\tyes
3\tprimary\tSMITH, John\t
3\tstrong_aka\tJohnny Smith\t
"""
VARIANTS = """viaf_id\tkind\tscript\tname\tarab_person_guess
v1\tmain\tLatn\tMahfouz, Naguib\t1
v1\tvariant\tLatn\tMahfuz, Najib\t1
v1\tvariant\tArab\tمحفوظ، نجيب\t1
v1\tvariant\tCyrl\tМахфуз, Нагиб\t1
v2\tmain\tArab\tحسين، طه\t1
v2\tvariant\tLatn\tHusayn, Taha\t1
v3\tmain\tLatn\tDickens, Charles\t0
v3\tvariant\tLatn\tDickens, Carlos\t0
"""
FULL = "arabic_key\tlatin\n" + "".join(
    f"{given} {family}\t{spelled} {last}\n"
    for given, spellings in (("كريم", ("Karim", "Kareem")), ("سليم", ("Salim", "Saleem")))
    for family, last in (("حداد", "Haddad"), ("خوري", "Khoury"), ("نجار", "Najjar"))
    for spelled in spellings
)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The three tables, as files."""
    for name, text in zip(FILES, (PERSONS, VARIANTS, FULL), strict=True):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def task(data: Path, title: str) -> Task:
    """The first task of a title."""
    return next(t for t in tasks(data, 7) if t.title == title)


def test_all_names_of_a_person_are_in_one_half() -> None:
    """The half depends on the person, so that no half knows the other's people."""
    people = [str(i) for i in range(200)]
    halves = {who: {held_out(name, who) for name in ("Ali", "Aly", "علي")} for who in people}
    assert all(len(half) == 1 for half in halves.values())
    kept = sum(half == {True} for half in halves.values())
    assert 70 < kept < 130


def test_a_stranger_is_halved_by_the_name() -> None:
    """Strangers have no id: the name itself says in which half it is."""
    names = [f"Karim {i}" for i in range(200)]
    assert 70 < sum(held_out(name, None) for name in names) < 130
    assert held_out("Karim", None) == held_out("Salim", "Karim")


def test_a_sanctioned_person_is_asked_by_strong_aliases(data: Path) -> None:
    """Family, Given is turned; weak aliases and people of other names are not asked."""
    found = task(data, "sanctions aliases")
    assert {q for q in found.queries if q[1]} == {
        ("Kareem SALEH", "1"),
        ("Abdelmalek Dridqal", "2"),
    }
    assert ("1", "Karim SALIH") in found.corpus
    assert ("3", "John SMITH") in found.corpus


def test_a_library_heading_is_asked_in_both_scripts(data: Path) -> None:
    """Authors with a Latin heading are asked by Latin and Arabic forms, and by no others."""
    found = task(data, "library headings")
    assert {q for q in found.queries if q[1]} == {
        ("Mahfouz, Naguib", "v1"),
        ("Mahfuz, Najib", "v1"),
        ("محفوظ، نجيب", "v1"),
    }
    assert [name for who, name in found.corpus if who.startswith("v")] == ["Mahfouz, Naguib"]


def test_whoever_is_asked_for_is_listed(data: Path) -> None:
    """An owner of a query is in the list, in every task."""
    for found in tasks(data, 7):
        listed = {identity for identity, _ in found.corpus}
        assert {owner for _, owner in found.queries if owner} <= listed, found.title


def test_a_stranger_shares_no_arabic_name_with_the_listed(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another spelling of a listed name is no stranger: Kareem Haddad beside Karim Haddad."""
    monkeypatch.setattr("nisba.resolve.tasks._OTHERS", 3)
    keys = {row["latin"]: row["arabic_key"] for row in rows(data / "full_names.tsv")}
    asked = 0
    for found in tasks(data, 7):
        listed = {keys[name] for _, name in found.corpus if name in keys}
        nobody = [name for name, owner in found.queries if owner is None]
        assert listed.isdisjoint(keys.get(name, name) for name in nobody), found.title
        asked += len(nobody)
    assert asked > 0


def test_names_in_latin_are_asked_for_in_arabic(data: Path) -> None:
    """Each Arabic name is listed once, by one of its spellings."""
    found = task(data, "Arabic for Latin")
    assert len(found.corpus) == 6
    assert all(not name.isascii() for name, _ in found.queries)


def test_a_seed_makes_the_same_tasks(data: Path) -> None:
    """The same seed asks the same names of the same lists."""
    assert list(tasks(data, 7)) == list(tasks(data, 7))


def test_quotes_are_letters_of_a_table(tmp_path: Path) -> None:
    """A quotation mark in a cell opens no field."""
    path = tmp_path / "t.tsv"
    path.write_text('name\tkind\nAbu "Ali\tx\nOmar\ty\n', encoding="utf-8")
    assert [row["name"] for row in rows(path)] == ['Abu "Ali', "Omar"]
