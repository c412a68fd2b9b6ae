"""The measurement of romanization against published examples."""

from pathlib import Path

from benchmarks.standards import MISSES, SCHEMES, kind_of_miss, known_misses, read
from nisba.translit.schemes import scheme_ids

HEAD = "system\tarabic\tvocalised\texpected_latin\texpected_canonical\tkind\tstatus\tsource\tnote\n"


def test_examples_are_read_in_one_normal_form(tmp_path: Path) -> None:
    """The canonical spelling counts where there is one, in NFC, and the status without its rest."""
    path = tmp_path / "examples.tsv"
    cells = ("ALA-LC", "\u0639\u0644\u064a", "none", "`Ali", "\u02bbAli\u0304", "name")
    row = "\t".join((*cells, "published example (rule 1)", "", ""))
    path.write_text(f"{HEAD}{row}\n", encoding="utf-8")
    (example,) = read(path)
    assert example == ("ALA-LC", "published example", "\u0639\u0644\u064a", "\u02bbAl\u012b")


def test_every_system_has_a_scheme() -> None:
    """Each system of the examples is answered by a standard that is there."""
    assert set(SCHEMES.values()) <= set(scheme_ids())


def test_every_reason_is_of_a_known_system() -> None:
    """The reasons name systems that are measured, and none is empty."""
    known = known_misses(MISSES)
    assert {system for system, _ in known} <= set(SCHEMES)
    assert all(known.values())


def test_a_miss_is_told_by_what_differs() -> None:
    """Capitals, signs and letters are told apart."""
    assert kind_of_miss("Kitāb", "kitāb") == "capitals"
    assert kind_of_miss("fī... al-sard", "fī ... al-sard") == "spaces and signs, perhaps capitals"
    assert kind_of_miss("kitāb", "kutub") == "vowels or consonants"
