"""The engine of sounds: which rule fires where."""

from nisba.translit.scheme_types import Rule, Scheme
from nisba.translit.sounding import Engine
from nisba.translit.stems import Stem, stem_of

SHAMS, QAMAR = "\u0627\u0644\u0634\u0645\u0633", "\u0627\u0644\u0642\u0645\u0631"  # الشمس القمر


def scheme(*rules: tuple[str, str, str]) -> Scheme:
    """A standard of these rules: units, context, output."""
    made = tuple(
        Rule(f"r{i}", tuple(units.split()), frozenset(context.split()), output)
        for i, (units, context, output) in enumerate(rules)
    )
    return Scheme("mine", "", "", "", "ara", "Arab", "sounds", False, (), made)


def stem(word: str) -> Stem:
    """The stem of a word, which must have one."""
    found = stem_of(word)
    assert found is not None
    return found


def written(word: str, *rules: tuple[str, str, str], context: str = "") -> str:
    """A word by these rules; a unit without a rule is left out."""
    return Engine(scheme(*rules)).write(stem(word), frozenset(context.split()), "", False).text


def test_more_units_win() -> None:
    """The rule that reads two units wins over the rules of each."""
    rules = (("sh", "", "s"), ("a", "", "a"), ("sh a", "", "X"))
    assert written(SHAMS, *rules) == "X"


def test_more_context_wins() -> None:
    """Of two rules for one unit, the one that asks for more holds."""
    rules = (("m", "", "m"), ("m", "medial", "M"))
    assert written(SHAMS, *rules) == "M"
    assert written("\u0645\u0635\u0631", *rules) == "m"  # مصر begins with it


def test_a_context_must_hold_in_full() -> None:
    """A rule of two terms does not fire where one of them fails."""
    rules = (("al+", "", "al "), ("al+", "sun first", "A"))
    assert written(SHAMS, *rules) == "al "
    assert written(SHAMS, *rules, context="first") == "A"
    assert written(QAMAR, *rules, context="first") == "al "


def test_the_article_takes_the_sun_letter() -> None:
    """A slot in the article's rule is filled by the consonant that begins the stem."""
    rules = (("al+", "", "al-"), ("al+", "sun", "a{}-"), ("sh", "", "š"), ("q", "", "q"))
    assert written(SHAMS, *rules) == "aš-š"
    assert written(QAMAR, *rules) == "al-q"


def test_a_geminate_is_made_of_its_single() -> None:
    """A doubled consonant is written twice, or once where a digraph is not doubled."""
    rules = (("CC", "", "{}{}"), ("CC", "digraph", "{}"), ("m", "", "m"), ("sh", "", "sh"))
    muhammad = "\u0645\u064f\u062d\u064e\u0645\u0651\u064e\u062f"  # مُحَمَّد
    kashshaf = "\u0643\u064e\u0634\u0651\u064e\u0627\u0641"  # كَشَّاف
    assert written(muhammad, *rules) == "mmm"
    assert written(kashshaf, *rules) == "sh"


def test_a_word_as_a_whole_comes_first() -> None:
    """A rule for a whole word leaves its letters to no other rule, prefixes aside."""
    rules = (("=\u0645\u0635\u0631", "", "Egypt"), ("wa+", "", "and "), ("m", "", "m"))
    assert written("\u0648\u0645\u0635\u0631", *rules) == "and Egypt"  # ومصر


def test_what_no_rule_writes_is_told() -> None:
    """A unit without a rule is named, and not lost in silence."""
    found = Engine(scheme(("m", "", "m"))).write(stem("\u0645\u0635\u0631"), frozenset(), "", False)
    assert (found.text, found.left) == ("m", ("i", "ṣ", "r"))


def test_a_capital_stands_on_a_letter() -> None:
    """The sign of ʻayn has no capital: the letter behind it has it."""
    umar = stem("\u0639\u0645\u0631")  # عمر
    rules = scheme(("ʻ", "", "ʿ"), ("u", "", "u"), ("m", "", "m"), ("a", "", "a"), ("r", "", "r"))
    assert Engine(rules).write(umar, frozenset(), "", True).text == "ʿUmar"
