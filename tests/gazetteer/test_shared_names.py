"""Two identities with one name: what counts as one, and what answers the warning."""

from pathlib import Path

import pytest

from gazetteer.folders import SADR, sound, write
from nisba.gazetteer import check
from nisba.gazetteer.folding import folded

FATIMA = "\u0641\u0627\u0637\u0645"  # فاطم


def pairs(folder: Path, one: str, other: str, script: str = "Latn", more: str = "") -> list[str]:
    """Return the codes of the findings, with one name in each of two records."""
    sound(folder)
    for ident, name, lines in (("sadr", one, more), ("sadr-2", other, "")):
        text = SADR.replace("id: sadr", f"id: {ident}").replace("text: Muqtada al-Sadr", "text: @")
        text = text.replace("names:", f"{lines}names:").replace("Latn", script)
        write(folder / "people" / f"{ident}.yaml", text.replace("@", name))
    return [finding.code for finding in check(folder)]


@pytest.mark.parametrize(
    ("one", "other", "script"),
    [
        (f"{FATIMA}\u0629", f"{FATIMA}\u0647", "Arab"),  # ta marbuta, ha
        ("\u0639\u0644\u064a", "\u0639\u0644\u06cc", "Arab"),  # Arabic ya, Persian ya
        ("\u0623\u062d\u0645\u062f", "\u0627\u062d\u0645\u062f", "Arab"),  # alif with hamza
        ("Muqtad\u0101 al-\u1e62adr", "muqtada Al Sadr", "Latn"),
        ("Sa\u02bfd \u0130dr\u0131s", "Sa'd Idris", "Latn"),
    ],
)
def test_what_writers_leave_to_taste_parts_no_names(
    tmp_path: Path, one: str, other: str, script: str
) -> None:
    """Seats of hamza, kinds of ya and ha, case, marks and hyphens make no other name."""
    assert folded(one) == folded(other)
    assert pairs(tmp_path, one, other, script) == ["shared-name"]


def test_other_letters_make_another_name(tmp_path: Path) -> None:
    """Hassan and Hussein are two, and nobody is warned."""
    assert pairs(tmp_path, "Hassan al-Sadr", "Hussein al-Sadr") == []


def test_a_link_answers_the_warning(tmp_path: Path) -> None:
    """Namesakes may share a name; that the link goes one way is told apart."""
    more = "namesakes:\n  - sadr-2\n"
    assert pairs(tmp_path, "Muqtada al-Sadr", "Muqtada Al Sadr", more=more) == ["one-sided"]
