"""The model of letters: what it guesses, and how it is learned."""

from pathlib import Path

from nisba.sounds.units import UNITS, units_of
from nisba.translit.letter_model import analyses, contexts, load_letters, model_of, search
from nisba.translit.letter_roles import read_roles
from nisba.translit.letter_training import examples, learn_letters

ROWS = """arabic\tala_lc\tfreq
\u0643\u0627\u062a\u0628\tkātib\t9
\u0637\u0627\u0644\u0628\tṭālib\t9
\u0639\u0627\u0644\u0645\tʻālim\t9
\u0648\u0643\u0627\u062a\u0628\twa-kātib\t4
\u0633\u0627\u0631\u0642\tsāriq\t2
\u0628\u0627\u0631\u062f\tbārid\t2
x\tx1\t2
"""


def learned(folder: Path) -> list[str]:
    """Rows of the model that a small list of active participles teaches."""
    path = folder / "lc_words.tsv"
    path.write_text(ROWS * 1, encoding="utf-8")
    return learn_letters(examples(path) * 8)


def test_a_pattern_is_learned(tmp_path: Path) -> None:
    """From participles like kātib the model reads one that it never saw, with its prefix."""
    model = model_of(learned(tmp_path))
    found = search("\u0648\u0635\u0627\u0644\u062d", model, 3)  # وصالح: its ṣ and ḥ are new
    assert found == ()
    found = search("\u0648\u0643\u0627\u0644\u0628", model, 3)  # وكالب
    assert (found[0].prefixes, found[0].form) == (("wa",), units_of("kālib"))
    assert found[0].rest == "\u0643\u0627\u0644\u0628"


def test_training_gives_the_same_table_again(tmp_path: Path) -> None:
    """The same words give the same rows, and every letter names its roles."""
    rows = learned(tmp_path)
    assert rows == learned(tmp_path)
    assert any(row.startswith("0 \u0643\tC+i=0 ") or row.startswith("0 \u0643\tC") for row in rows)


def test_patterns_of_unlisted_words() -> None:
    """Prefix, doubling and vowels of words come from their patterns."""
    found = analyses("\u0648\u0627\u0644\u0645\u062a\u0623\u0645\u0644\u064a\u0646")[
        0
    ]  # والمتأملين
    assert found.prefixes == ("wa",)
    assert found.article
    assert found.form == units_of("mutaʼammilīn")


def test_readings_are_ranked_and_few() -> None:
    """Costs rise, the limit holds, and no reading comes twice."""
    found = analyses("\u0645\u0639\u062c\u0628\u0627\u062a", 5)  # معجبات
    assert 1 < len(found) <= 5
    assert [each.cost for each in found] == sorted(each.cost for each in found)
    assert len({(each.prefixes, each.article, each.form) for each in found}) == len(found)


def test_long_marked_and_foreign_words_have_none() -> None:
    """The search is bounded, and leaves marked words and other scripts alone."""
    assert analyses("\u0628" * 21) == ()
    assert analyses("\u0628\u064e\u0628") == ()
    assert analyses("ab") == ()
    assert analyses("") == ()


def test_contexts_do_not_see_what_follows_in_roles() -> None:
    """The contexts of a letter ask for roles before it alone."""
    letters = list("\u0643\u062a\u0628")  # كتب
    assert list(contexts(letters, 1, ("C+a",))) == list(contexts(letters, 1, ("C+a",)))
    assert set(contexts(letters, 1, ("C+a",))) != set(contexts(letters, 1, ("C+u",)))


def test_every_role_of_a_letter_is_a_sound() -> None:
    """The roles that a letter may have give units of the form's alphabet."""
    for letter, roles in load_letters().roles.items():
        for role in roles:
            if role != "a" and not role.endswith("-"):
                assert set(read_roles([letter], [role])[2]) <= set(UNITS)
