"""Scripts of letters and runs."""

import pytest

from nisba.text import Script, dominant_script, script_of, script_runs


@pytest.mark.parametrize(
    ("char", "script"),
    [
        ("a", Script.LATIN),
        ("\u1e93", Script.LATIN),
        ("\uff21", Script.LATIN),
        ("\u0642", Script.ARABIC),
        ("\u06cc", Script.ARABIC),
        ("\ufefb", Script.ARABIC),
        ("\u043a", Script.CYRILLIC),
        ("\u05d0", Script.HEBREW),
        ("\u03b1", Script.GREEK),
        ("\u4e2d", Script.OTHER),
        ("7", Script.OTHER),
        ("-", Script.OTHER),
        ("\u0640", Script.OTHER),
        ("\u060c", Script.OTHER),
    ],
)
def test_script_of_a_letter(char: str, script: Script) -> None:
    """Letters have a script; digits, punctuation, tatweel and other scripts have none."""
    assert script_of(char) is script


def test_runs_put_together_are_the_text() -> None:
    """Runs cover the text without a gap, and change where the script changes."""
    text = "1. Ali (\u0639\u0644\u064a), \u0410\u043b\u0438!"
    runs = script_runs(text)
    assert "".join(run.text for run in runs) == text
    assert [run.script for run in runs] == [Script.LATIN, Script.ARABIC, Script.CYRILLIC]
    assert all(text[run.start : run.end] == run.text for run in runs)


def test_a_text_without_letters_is_one_run_of_no_script() -> None:
    """Digits alone belong to no script; an empty text has no runs."""
    assert [run.script for run in script_runs("12-34")] == [Script.OTHER]
    assert script_runs("") == ()


def test_the_script_of_most_letters_wins() -> None:
    """One stray letter does not turn a word."""
    assert dominant_script("\u0430li") is Script.LATIN
    assert dominant_script("\u0639\u0644\u064a x") is Script.ARABIC
    assert dominant_script("12") is Script.OTHER
