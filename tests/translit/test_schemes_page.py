"""The page that shows names through all standards is made from the data."""

from pathlib import Path

import pytest

from nisba.translit.schemes import scheme_ids
from nisba.translit.schemes_page import NAMES, main, page

DOCS = Path(__file__).parents[2] / "docs"


def test_the_page_is_current() -> None:
    """`make docs` would change nothing."""
    assert (DOCS / "schemes.md").read_text(encoding="utf-8") == page()


def test_every_scheme_stands_in_every_table() -> None:
    """Each name goes through each standard, and each standard is told of."""
    text = page()
    for ident in scheme_ids():
        assert text.count(f"| `{ident}` |") == len(NAMES)
        assert f"### {ident}" in text


def test_the_choosing_page_names_schemes_that_exist() -> None:
    """Whoever follows the advice finds the scheme."""
    text = (DOCS / "choosing-a-scheme.md").read_text(encoding="utf-8")
    named = {word for word in text.split("`") if word in scheme_ids()}
    assert named == set(scheme_ids())


def test_the_command_writes_the_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It needs a path, and writes there."""
    assert main([str(tmp_path / "page.md")]) == 0
    assert (tmp_path / "page.md").read_text(encoding="utf-8") == page()
    assert main([]) == 2
    assert "usage" in capsys.readouterr().err
