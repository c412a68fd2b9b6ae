"""The built wheel: what an analyst installs has to work without the checkout."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CODE = """
import nisba
print(nisba.__file__)
print(nisba.Resolver(nisba.Gazetteer.load()).resolve("al-Kadhemi").identity)
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel, with the build backend that is installed: no network is needed."""
    folder = tmp_path_factory.mktemp("wheel")
    run(ROOT, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT))
    (built,) = folder.glob("nisba-*.whl")
    return built


def run(folder: Path, *words: str, path: Path | None = None) -> str:
    """Run Python in a folder, with one more place to import from, and return what it prints."""
    environment = {**os.environ, **({"PYTHONPATH": str(path)} if path else {})}
    done = subprocess.run(
        [sys.executable, *words],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_wheel_carries_its_data(wheel: Path) -> None:
    """The curated records, the learned tables and the typing mark are in the wheel."""
    names = zipfile.ZipFile(wheel).namelist()
    assert "nisba/_gazetteers/people/mustafa-al-kadhimi.yaml" in names
    assert "nisba/_gazetteers/sources.tsv" in names
    assert any(name.startswith("nisba/sounds/tables/") for name in names)
    assert "nisba/py.typed" in names
    assert not [name for name in names if name.startswith(("tests", "seeds", "benchmarks"))]


def test_an_installed_wheel_resolves(wheel: Path, tmp_path: Path) -> None:
    """Installed elsewhere, and far from the checkout, nisba still knows whom a name means."""
    target, elsewhere = tmp_path / "installed", tmp_path / "elsewhere"
    elsewhere.mkdir()
    words = ("install", "--quiet", "--no-deps", "--no-index", "--target", str(target), str(wheel))
    run(elsewhere, "-m", "pip", *words)
    where, identity = run(elsewhere, "-c", CODE, path=target).splitlines()
    assert Path(where).is_relative_to(target)
    assert identity == "mustafa-al-kadhimi"


def test_the_command_comes_with_it(wheel: Path) -> None:
    """The wheel declares the command `nisba`."""
    with zipfile.ZipFile(wheel) as archive:
        (entry,) = [n for n in archive.namelist() if n.endswith("entry_points.txt")]
        assert b"nisba = nisba.cli:main" in archive.read(entry)
