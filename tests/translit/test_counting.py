"""Facts about counting remembered spellings and fitting styles, on a few invented rows."""

from pathlib import Path

import pytest

from nisba.translit.styles import ANY
from nisba.translit.training.counting import count, spellings_of, words_of
from nisba.translit.training.split import kept_aside
from nisba.translit.training.styling import fit_styles

SEEN, ASIDE = (
    next(n for n in map(str, range(1000)) if kept_aside(f"محمد شامي{n}") is aside)
    for aside in (False, True)
)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A folder with two small registers: one name is learned from, one is kept aside."""
    units = ["arabic_key\tlatin\tcountry\trole\tcount\tsource"]
    names = ["arabic_key\tlatin\tlang\tcountry\tcount\tsource"]
    for number in (SEEN, ASIDE):
        units.append(f"شامي{number}\tShami\tSY\tsurname\t1\tregister")
        names.append(f"محمد شامي{number}\tMohamed Shami\ten\tSY\t1\tregister")
    units.append("محمد\tMohamed\tSY\tgiven\t3\tregister")
    names.append("علي بن حسن\tAli Hassan\ten\tKW\t2\tregister")
    names.append("علي بن حسن\tAli bin Hassan\ten\tKW\t3\tregister")
    (tmp_path / "name_units.tsv").write_text("\n".join(units) + "\n", encoding="utf-8")
    (tmp_path / "full_names.tsv").write_text("\n".join(names) + "\n", encoding="utf-8")
    return tmp_path


def test_names_kept_aside_leave_no_trace(data: Path) -> None:
    """The parts of a person kept aside are taken out of the counts, as often as he bears them."""
    counts = count(data)
    assert counts[f"شامي{SEEN}", "SY", "Shami"] == 1
    assert counts[f"شامي{ASIDE}", "SY", "Shami"] == 0
    assert counts["محمد", "SY", "Mohamed"] == 2


def test_particles_are_counted_between_names(data: Path) -> None:
    """bin is written, or nothing is."""
    assert not kept_aside("علي بن حسن")
    table = spellings_of(count(data))
    assert {s.text: dict(s.bearers) for s in table["بن"]} == {"bin": {"KW": 3}, "": {"KW": 2}}


def test_an_article_belongs_to_its_word() -> None:
    """Words of a Latin name are counted with their article."""
    assert words_of("Mohamed El Sharqawy") == ["Mohamed", "El Sharqawy"]
    assert words_of("Ali al-Sadr") == ["Ali", "al-Sadr"]


def test_styles_are_shares(data: Path) -> None:
    """The shares of the styles sum to 1, and so do the values of a trait in a style."""
    styles = fit_styles(data, {"SY": "levant", "KW": "gulf"}, 2)
    assert sum(styles.shares[ANY]) == pytest.approx(1.0)
    for trait in {name for name, _ in styles.values}:
        rows = [chances for (name, _), chances in styles.values.items() if name == trait]
        assert [sum(column) for column in zip(*rows, strict=True)] == pytest.approx([1.0, 1.0])


def test_the_fit_is_the_same_each_time(data: Path) -> None:
    """The start is drawn from a seed."""
    regions = {"SY": "levant", "KW": "gulf"}
    assert fit_styles(data, regions) == fit_styles(data, regions)
