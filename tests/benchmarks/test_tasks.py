"""Who is listed and who asks, on tables of a few rows."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from benchmarks.quality.tasks import Query, aliases, arabic_names, headings

ARABIC = "\u0645\u0642\u062a\u062f\u0649 \u0627\u0644\u0635\u062f\u0631"  # مقتدى الصدر
TABLES = {
    "ofac_persons": (
        "entity_id kind name arabic_named_guess",
        "1|primary|AL-SADR, Muqtada|1",
        "1|strong_aka|AL-SADER, Muqtada|1",
        "1|strong_aka|Muqtada AL-SADR|1",
        "1|strong_aka|ABU HASHIM|1",
        "1|strong_aka|MUQTADA|1",
        "1|weak_aka|AL-SADR, Moktada|1",
        "2|primary|CRUZ, Juan|",
        "2|strong_aka|CRUZ, Juanito|",
    ),
    "viaf_variants": (
        "viaf_id arab_person_guess kind script name",
        "7|1|main|Latn|Jabartī, ʿAbd al-Raḥmān",
        "7|1|main|Latn|Gabarti, Abdel Rahman",
        "7|1|x400|Latn|ʿAbd al-Raḥmān Jabartī",
        f"7|1|x400|Arab|{ARABIC}",
        "7|1|x400|Cyrl|Джабарти",
        "8|0|main|Latn|Rousseau, Jean-Jacques",
        "8|0|x400|Latn|Rousseau, J. J.",
        "9|1|x400|Latn|Somebody without heading",
    ),
    "full_names": (
        "arabic_key latin lang",
        f"{ARABIC}|Muqtada al-Sadr|en",
        f"{ARABIC}|Moqtada Sadr|en",
        "\u0639\u0644\u064a|Ali|en",  # علي
        "\u062d\u0633\u0646 \u0639\u0644\u064a|Hassan Ali|en",  # حسن علي
        "\u062d\u0633\u0646 \u0639\u0644\u0649|Hassan Ali|fr",  # حسن على
    ),
}


def written(tables: Mapping[str, tuple[str, ...]], folder: Path) -> Path:
    """Write tables as the benchmarks read them, and return their folder."""
    for name, (head, *rows) in tables.items():
        lines = ["\t".join(head.split()), *(row.replace("|", "\t") for row in rows)]
        (folder / f"{name}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The tables as files."""
    return written(TABLES, tmp_path)


def test_aliases_of_persons_with_arabic_names_ask(data: Path) -> None:
    """No weak alias asks, none of one word, none that is spelled like a primary name."""
    owned = {(q.name, q.kind) for q in aliases(data, 7).queries if q.owner}
    assert owned == {("Muqtada AL-SADER", "shares a word"), ("ABU HASHIM", "shares none")}


def test_strangers_are_not_listed(data: Path) -> None:
    """A name that is spelled like a listed one asks as nobody's under no circumstances."""
    task = aliases(data, 7)
    strangers = {q.name for q in task.queries if q.owner is None}
    assert strangers == {"Moqtada Sadr", "Hassan Ali"}
    assert ("1", "Muqtada AL-SADR") in task.corpus
    assert ("2", "Juan CRUZ") in task.corpus


def test_the_first_main_heading_is_listed_and_the_others_ask(data: Path) -> None:
    """One Latin heading stands for an author; another order of the same words is no question."""
    task = headings(data, 7)
    assert ("7", "Jabartī, ʿAbd al-Raḥmān") in task.corpus
    assert {(q.name, q.owner, q.kind) for q in task.queries} == {
        ("Gabarti, Abdel Rahman", "7", "Latn"),
        (ARABIC, "7", "Arab"),
    }


def test_one_arabic_name_one_latin_spelling(data: Path) -> None:
    """Full names alone ask, and each has one right answer."""
    task = arabic_names(data, 7)
    assert len(task.corpus) == len(task.queries) == 2
    assert len({name for _, name in task.corpus}) == 2
    listed = dict(task.corpus)
    assert {listed[q.owner] for q in task.queries if q.owner} == set(listed.values())


def test_some_queries_with_owner_and_some_without(data: Path) -> None:
    """A quick look asks fewer queries of both sorts, of the same list."""
    task = aliases(data, 7)
    few = task.some(1)
    assert few.corpus == task.corpus
    assert [q.owner is None for q in few.queries] == [False, True]
    assert isinstance(few.queries[0], Query)
