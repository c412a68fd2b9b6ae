"""The page of a report: one file, safe from names, the same for the same pairs."""

import html.parser
import re
from dataclasses import replace
from pathlib import Path

import matplotlib as mpl
import numpy as np
import pytest

from evaluation.samples import KADHIMI, evaluation, judged
from nisba.evaluation import Evaluation, write_report
from nisba.evaluation.report import report_of

_VOID = {"meta", "br", "hr", "img", "input", "link"}


class Page(html.parser.HTMLParser):
    """What a browser would see: elements in their nesting, attributes, text."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str]] = []
        self.faults: list[str] = []
        self.texts: dict[str, list[str]] = {}
        self.in_svg: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += [(name, value or "") for name, value in attrs]

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(tag)

    def handle_data(self, data: str) -> None:
        self.texts.setdefault(self.open[-1] if self.open else "", []).append(data)
        if "svg" in self.open:
            self.in_svg.append(data)

    def values(self, name: str) -> list[str]:
        """The values of an attribute, wherever it stands."""
        return [value for one, value in self.attributes if one == name]


def mixed() -> Evaluation:
    """Ninety pairs of every probability, and some with hostile names."""
    chance = np.random.default_rng(1)
    pairs = [
        judged(f"left{i}", f"right{i}", bool(chance.random() < p), float(p), i + 2)
        for i, p in enumerate(np.linspace(0.01, 0.99, 90))
    ]
    hostile = [
        judged("<script>alert(1)</script>", '"><img src=x onerror=y>', False, 0.99, 100),
        judged(f"{KADHIMI}\u202e", "a & b</bdi></table>", True, 0.02, 101),
        judged("x" * 9_000, "\x00\x1b[31m", True, 0.02, 102),
    ]
    return evaluation(*pairs, *hostile)


@pytest.fixture(scope="module")
def page() -> Page:
    """A page of many pairs, read by a parser."""
    return Page(report_of(mixed(), "<pairs> & co.tsv"))


def test_the_page_is_well_formed(page: Page) -> None:
    """Every element that opens closes in its place, and no id stands twice."""
    assert (page.open, page.faults) == ([], [])
    ids = page.values("id")
    assert len(ids) == len(set(ids)) > 10


def test_what_an_id_is_asked_for_is_there(page: Page) -> None:
    """Marks and clips inside the figures are found by their ids."""
    text = " ".join(value for _, value in page.attributes)
    asked = {*re.findall(r"url\(#([^)]+)\)", text)} | {
        value[1:] for value in page.values("xlink:href") + page.values("href")
    }
    assert asked
    assert asked <= set(page.values("id"))


def test_the_page_needs_nothing_else(page: Page) -> None:
    """No script, image, style sheet or font is fetched, and the policy of the page forbids it."""
    assert not {"script", "img", "link", "iframe", "image", "object"} & set(page.tags)
    assert page.values("src") == []
    assert all(value.startswith("#") for value in page.values("href"))
    assert any("default-src 'none'" in value for value in page.values("content"))
    assert "http" not in "".join(page.texts["style"])


def test_names_stay_names(page: Page) -> None:
    """Marks of HTML in a name are shown, not obeyed; controls are left out, long names cut."""
    shown = "".join(page.texts["bdi"])
    assert "<script>alert(1)</script>" in shown
    assert "a & b</bdi></table>" in shown
    assert not [c for c in shown if not c.isprintable() and c not in "\u200e"]
    assert max(map(len, page.texts["bdi"])) < 10_000
    assert "<pairs> & co.tsv" in page.texts["title"][0]


def test_no_name_enters_a_figure(page: Page) -> None:
    """Figures hold words and digits of nisba's own."""
    assert page.tags.count("svg") == 3
    drawn = " ".join(page.in_svg)
    assert "recall" in drawn
    assert KADHIMI not in drawn
    assert not re.search(r"script>|left\d|right\d|x{10}", drawn)


def test_each_figure_is_labelled_and_explained(page: Page) -> None:
    """A figure has a label for those who cannot see it, axes with a unit, and a caption."""
    assert page.values("aria-label") == ["Precision and recall", "Reliability", "Distribution"]
    drawn = " ".join(page.in_svg)
    for axis in ("recall (share", "precision (share", "probability said", "pairs", "share that is"):
        assert axis in drawn
    assert page.tags.count("figcaption") == 3
    assert all(text.strip() for text in page.texts["figcaption"])
    assert page.values("lang") == ["en"]


def test_a_right_to_left_name_is_isolated(page: Page) -> None:
    """Each name stands in an element of its own, whose direction is its own affair."""
    assert KADHIMI in page.texts["bdi"]


def test_equal_evaluations_give_equal_pages() -> None:
    """Neither the hour nor the user's own settings of matplotlib change a byte."""
    before = report_of(mixed(), "pairs")
    with mpl.rc_context({"font.size": 30, "svg.hashsalt": None, "svg.fonttype": "path"}):
        assert report_of(mixed(), "pairs") == before


def test_a_hundred_thousand_pairs_draw_no_more_than_can_be_seen(tmp_path: Path) -> None:
    """The page of a large file is not a large file."""
    chance = np.random.default_rng(2).random(100_000)
    pairs = [judged("a", "b", bool(i % 2), float(p)) for i, p in enumerate(chance)]
    large = evaluation(*pairs)
    small = replace(large, false_matches=(), misses=())
    write_report(tmp_path / "r.html", small, "pairs")
    assert (tmp_path / "r.html").stat().st_size < 500_000
    assert "None." in (tmp_path / "r.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("probability", [0.0, 0.5, 1.0])
def test_pairs_of_one_probability_can_be_drawn(probability: float) -> None:
    """Certain ones too, though their odds have no end."""
    pairs = (judged("a", "b", True, probability), judged("c", "d", False, probability))
    assert report_of(evaluation(*pairs), "pairs").count("</svg>") == 3
