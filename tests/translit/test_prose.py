"""The words of running text: the learned table, the words of grammar, and the training."""

from pathlib import Path

import pytest

from nisba.sounds.units import units_of
from nisba.translit.inflected import accusative, listed_chance, with_pronoun
from nisba.translit.prose import base_of, grammar_words, likely_capital, listed, load_prose
from nisba.translit.prose_training import absolute, learn, stems

ROWS = """arabic\tala_lc\tfreq
\u0643\u062a\u0627\u0628\tKitāb\t10
\u0644\u0643\u062a\u0627\u0628\tli-kitāb\t3
\u0627\u0644\u0643\u062a\u0627\u0628\tal-Kitāb\t5
\u062c\u0627\u0645\u0639\u0629\tJāmiʻat\t4
\u0645\u062d\u0645\u062f\tMuḥammad\t9
x\tx1\t2
"""


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A folder with a small word list."""
    (tmp_path / "lc_words.tsv").write_text(ROWS, encoding="utf-8")
    return tmp_path


def test_stems_are_counted_without_prefixes(data: Path) -> None:
    """Kitāb, li-kitāb and al-Kitāb are one stem; the word in the middle of a title tells most."""
    rows = dict(row.split("\t", 1) for row in learn(data, frozenset({"m u ḥ a mm a d"})))
    count, capital, inner, construct, definite, told = rows["k i t ā b"].split("\t")
    assert (count, capital, construct, definite) == ("18", "0.83", "0", "0.28")
    assert float(inner) < 0.1
    assert float(told) < 0.5


def test_the_construct_state_is_counted_with_its_noun(data: Path) -> None:
    """Jāmiʻat is jāmiʻah in the construct state."""
    rows = learn(data, frozenset())
    assert any(row.startswith("j ā m i ʻ aẗ\t4\t1\t1\t1\t") for row in rows)


def test_known_names_and_what_cannot_be_read_stay_out(data: Path) -> None:
    """A name of the lexicon that always has its capital tells nothing new; x1 is no word."""
    rows = learn(data, frozenset({"m u ḥ a mm a d"}))
    assert [row.split("\t")[0] for row in rows] == ["k i t ā b", "j ā m i ʻ aẗ"]
    assert len(list(stems(data / "lc_words.tsv"))) == 5


def test_the_absolute_state() -> None:
    """The t of the construct state is the tāʾ marbūṭa of the absolute one."""
    assert absolute(("s", "a", "n", "a", "t")) == ("s", "a", "n", "aẗ")


def test_the_words_of_grammar_are_read() -> None:
    """Each word of the table has a form, and its prefixes stand apart."""
    words = grammar_words()
    assert words["\u0628\u0647"].prefixes == ("bi",)  # به
    assert words["\u0647\u0630\u0627"].form == units_of("hādhā")  # هذا
    rows = Path(__file__).parents[2] / "gazetteers" / "words.tsv"
    assert len(words) == len(rows.read_text(encoding="utf-8").splitlines()) - 1


def test_shares_are_shares() -> None:
    """Every share of the learned table lies between 0 and 1."""
    assert all(0.0 <= share <= 1.0 for shares in load_prose().shares for share in shares)


def test_marks_choose_among_listed_stems() -> None:
    """A vowel that is written rules out the stems that have another."""
    free = {each.form for each in listed("\u0643\u062a\u0628")}  # كتب
    bound = {each.form for each in listed("\u0643\u064f\u062a\u0628")}  # كُتب
    assert units_of("kutub") in free & bound
    assert units_of("kataba") in free - bound


def test_a_pronoun_is_taken_off() -> None:
    """A noun with a pronoun is read by the noun, in the nominative."""
    found = with_pronoun("\u0643\u062a\u0627\u0628\u0647\u0645")  # كتابهم
    assert found is not None
    assert found.form == units_of("kitābuhum")


def test_a_final_alif_may_be_the_accusative() -> None:
    """What remains without the alif is the stem of the noun."""
    found = accusative("\u0643\u062a\u0627\u0628\u0627")  # كتابا
    assert found is not None
    assert found.form == units_of("kitāb")


def test_the_noun_of_an_adjective() -> None:
    """An adjective in -ī has a noun, with all its endings; other words have none."""
    for word in ("ʻarabī", "ʻarabīyah", "ʻarabīyīn"):
        assert base_of(units_of(word) or ()) == units_of("ʻarab")
    assert base_of(units_of("qāḍī") or ()) == units_of("qāḍ")
    assert base_of(units_of("kitāb") or ()) == ()


def test_an_adjective_is_a_name_by_its_noun() -> None:
    """The adjective of a common noun is seldom a name, that of an unknown noun mostly is one."""
    adjective = units_of("naqdī") or ()
    assert likely_capital(adjective, {"n a q d": 0.1}) < 0.5 < likely_capital(adjective, {})
    assert likely_capital(units_of("naqd") or (), {}) < 0.5


def test_the_chance_of_a_form_counts_its_pronoun() -> None:
    """A listed noun with a pronoun has a part of the noun's chance, and what is not listed none."""
    book, ours = units_of("kitāb") or (), units_of("kitābunā") or ()
    plain = listed_chance("\u0643\u062a\u0627\u0628", False, book)  # كتاب
    assert (
        plain > listed_chance("\u0643\u062a\u0627\u0628\u0646\u0627", False, ours) > 0.0
    )  # كتابنا
    assert listed_chance("\u0643\u062a\u0627\u0628", False, units_of("kutab") or ()) == 0.0
