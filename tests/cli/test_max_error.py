"""Facts about the share of errors that an analyst sets."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from nisba.cli import cli

NAMES = ("Mustafa al-Kadhimi", "Moustafa Kazemi", "Souad Benabdellah", "Ali Khalafalla", "Kadhimi")


@pytest.fixture
def people(tmp_path: Path) -> Path:
    """A file of names, some of them listed."""
    path = tmp_path / "people.csv"
    path.write_text("name\n" + "\n".join(NAMES) + "\n", encoding="utf-8")
    return path


def run(people: Path, *options: str) -> Result:
    """`nisba resolve` to standard output."""
    return CliRunner().invoke(
        cli, ["resolve", str(people), "--column", "name", "-o", "-", *options]
    )


def test_a_smaller_share_matches_less(people: Path) -> None:
    """Who allows one error in a thousand gets fewer matches than who allows one in five."""
    strict, easy = run(people, "--max-error", "0.001"), run(people, "--max-error", "0.2")
    assert strict.exit_code == easy.exit_code == 0
    assert strict.output.count(",match,") < easy.output.count(",match,")


@pytest.mark.parametrize("share", ["0", "1", "-0.1", "two"])
def test_what_is_no_share_is_refused(people: Path, share: str) -> None:
    """A share of errors lies between 0 and 1."""
    refused = run(people, "--max-error", share)
    assert refused.exit_code == 2
    assert "--max-error" in refused.output
