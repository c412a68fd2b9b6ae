"""The measurement of romanization against published examples."""

from pathlib import Path

import pytest

from benchmarks.standards import MISSES, SCHEMES, kind_of_miss, known_misses, main, read
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
    """The reasons name systems that are measured, and each says of what sort it is."""
    known = known_misses(MISSES)
    assert {system for system, _, _ in known} <= set(SCHEMES)
    sorts = {reason.partition(": ")[0] for reason in known.values()}
    assert sorts <= {"source", "unknown", "ours"}
    assert all(reason.partition(": ")[2] for reason in known.values())


def example(arabic: str, latin: str) -> str:
    """A row of the examples' file."""
    return "\t".join(("ALA-LC", arabic, "none", latin, latin, "name", "published example", "", ""))


def test_a_miss_without_a_reason_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is right, or is known to be missed, is no failure; an unexplained miss is one."""
    path = tmp_path / "examples.tsv"
    monkeypatch.setattr("sys.argv", ["standards", "--reference", str(tmp_path)])
    right = example("\u0645\u062d\u0645\u062f", "Muḥammad")  # محمد
    known = example("\u0623\u0633\u062f", "asad")  # أسد
    path.write_text(f"{HEAD}{right}\n{known}\n", encoding="utf-8")
    main()
    assert "unknown: alone it is the given name" in capsys.readouterr().out
    path.write_text(f"{HEAD}{right.replace('Muḥammad', 'x')}\n", encoding="utf-8")
    with pytest.raises(SystemExit, match="1 misses without a reason"):
        main()


def test_the_kinds_of_text_are_told_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A small first letter is a miss, but none once the text is told to be no title."""
    monkeypatch.setattr("sys.argv", ["standards", "--reference", str(tmp_path)])
    row = example(
        "\u0641\u0635\u0648\u0644 \u0641\u064a \u0642\u0631\u064a\u062a\u064a", "fuṣūl fī qaryatī"
    )
    (tmp_path / "examples.tsv").write_text(f"{HEAD}{row}\n", encoding="utf-8")
    with pytest.raises(SystemExit):
        main()
    assert capsys.readouterr().out.splitlines()[1].split()[-4:] == ["1", "0", "1", "1"]


def test_a_miss_is_told_by_what_differs() -> None:
    """Capitals, signs and letters are told apart."""
    assert kind_of_miss("Kitāb", "kitāb") == "capitals"
    assert kind_of_miss("fī... al-sard", "fī ... al-sard") == "spaces and signs, perhaps capitals"
    assert kind_of_miss("kitāb", "kutub") == "vowels or consonants"
