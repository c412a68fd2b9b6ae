"""The standards that write one sign for each Arabic sign, and their way back."""

import unicodedata
from itertools import product

import pytest

from nisba.translit.letters import Irreversible, alphabet_of, decode, encode
from nisba.translit.scheme_types import Example, Scheme
from nisba.translit.schemes import load_scheme, scheme_ids
from nisba.translit.sign_contexts import TERMS
from nisba.translit.types import Romanization

SCHEMES = [s for s in map(load_scheme, scheme_ids()) if s.kind == "letters"]
REVERSIBLE = [s for s in SCHEMES if s.reversible]
EXAMPLES = [(s, e) for s in SCHEMES for e in s.examples]


def written(text: str, ident: str) -> str:
    """The text in a scheme's signs."""
    return encode(text, load_scheme(ident)).text


def shown(example: Example) -> str:
    """The Arabic that an example reads, with its vowels if it has them."""
    return example.vocalised or example.arabic


@pytest.mark.parametrize("pair", EXAMPLES, ids=lambda pair: f"{pair[0].id}-{pair[1].latin}")
def test_examples_come_out(pair: tuple[Scheme, Example]) -> None:
    """Each example of each standard of signs comes out as its table says, nothing unknown."""
    scheme, example = pair
    done = encode(shown(example), scheme)
    assert done.text == example.latin
    assert [note for note in done.notes if note.code != "unread"] == []


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda s: s.id)
def test_every_rule_fires_in_an_example(scheme: Scheme) -> None:
    """No rule stands in a table that no example shows, and each example shows what it says."""
    fired: set[str] = set()
    for example in scheme.examples:
        here = {step.rule for step in encode(shown(example), scheme).steps}
        assert set(example.rules) <= here, example.latin
        fired |= here
    assert [rule.id for rule in scheme.rules if rule.id not in fired] == []


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda s: s.id)
def test_contexts_are_known_to_the_engine(scheme: Scheme) -> None:
    """No rule of signs waits for a context that nothing makes true."""
    assert {term for rule in scheme.rules for term in rule.context} <= set(TERMS)


@pytest.mark.parametrize("scheme", REVERSIBLE, ids=lambda s: s.id)
def test_two_signs_are_never_read_as_others(scheme: Scheme) -> None:
    """Any two characters of the alphabet side by side come back as they were."""
    for pair in product(alphabet_of(scheme), repeat=2):
        text = "".join(pair)
        assert decode(encode(text, scheme).text, scheme) == unicodedata.normalize("NFC", text)


@pytest.mark.parametrize(
    ("ident", "letters"),
    [("buckwalter", 51), ("buckwalter-xml", 51), ("buckwalter-safe", 51), ("hsb", 51)],
)
def test_the_buckwalter_family_has_51_signs(ident: str, letters: int) -> None:
    """The published character maps have 51 signs, and each comes back."""
    assert len(set(alphabet_of(load_scheme(ident)))) == letters


@pytest.mark.parametrize(
    ("ident", "latin"),
    [
        ("buckwalter", "muHam~ad"),
        ("hsb", "muHam~ad"),
        ("iso-233-1984", "muḥam\u0304ad"),
        ("arabtex", "mu.hammad"),
        ("icao-9303", "MXHMMD"),
        ("satts", "MHMD"),
    ],
)
@pytest.mark.parametrize(
    "arabic",
    [
        "\u0645\u064f\u062d\u064e\u0645\u0651\u064e\u062f",  # shadda, then fatha
        "\u0645\u064f\u062d\u064e\u0645\u064e\u0651\u062f",  # fatha, then shadda
    ],
)
def test_shadda_and_vowel_stand_in_either_order(ident: str, latin: str, arabic: str) -> None:
    """Keyboards write the shadda first, Unicode sorts it behind the vowel: one spelling."""
    assert written(arabic, ident) == unicodedata.normalize("NFC", latin)


def test_a_hamza_may_be_decomposed() -> None:
    """Alif and a combining hamza are the letter alif with hamza."""
    assert written("\u0627\u0654\u062d\u0645\u062f", "buckwalter") == ">Hmd"


def test_presentation_forms_are_their_letters() -> None:
    """The ligature lam-alif of old fonts is lam and alif."""
    done = encode("\u0633\ufefc\u0645", load_scheme("buckwalter"))  # سلام with a ligature
    assert done.text == "slAm"
    assert [(s.start, s.end) for s in done.steps] == [(0, 1), (1, 2), (1, 2), (2, 3)]


def test_ta_marbuta_in_a_passport() -> None:
    """ICAO writes it XAH at the end of a name component, and XTA before another letter."""
    final, inside = "\u062c\u0645\u064a\u0644\u0629", "\u0641\u0627\u0637\u0645\u0629\u0628"
    assert written(f"{final} {final}", "icao-9303") == "JMYLXAH<JMYLXAH"
    assert written(inside, "icao-9303") == "FAXTTMXTAB"


def test_the_article_is_not_assimilated_in_a_passport() -> None:
    """ICAO writes al-Razi by its letters, whatever is said."""
    assert written("\u0627\u0644\u0631\u0627\u0632\u064a", "icao-9303") == "ALRAZY"  # الرازي


def test_satts_leaves_an_initial_hamza_out() -> None:
    """Hamza is written behind its seat inside a word, and not with an initial alif."""
    assert written("\u0623\u062d\u0645\u062f", "satts") == "AHMD"  # أحمد
    assert written("\u0645\u0623\u062f\u0628\u0629", "satts") == "MAEDB?"  # مأدبة


def test_hamza_keeps_its_seat_in_iso_233() -> None:
    """The stringent standard tells the three seats of hamza apart."""
    seats = {written(c, "iso-233-1984") for c in "\u0623\u0624\u0626"}
    assert len(seats) == 3


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda s: s.id)
@pytest.mark.parametrize("strange", ["\U0001f600", "7", "\u202e", "Ж", "\u0378", "é"])
def test_what_is_unknown_passes_through(scheme: Scheme, strange: str) -> None:
    """Emoji, digits, controls and other scripts stay, and a note says where they are."""
    done = encode(f"\u0628{strange}\u0628", scheme)
    assert strange in done.text
    unknown = [note for note in done.notes if note.code == "unknown"]
    assert [(n.start, n.end, n.text) for n in unknown] == [(1, 2, strange)]


@pytest.mark.parametrize("scheme", SCHEMES, ids=lambda s: s.id)
def test_nothing_gives_nothing(scheme: Scheme) -> None:
    """An empty text is an empty romanization."""
    assert encode("", scheme) == Romanization("")


def test_a_shadda_needs_a_letter_to_double() -> None:
    """Where no letter stands under it, a shadda that repeats a code passes through."""
    done = encode("\u0651", load_scheme("icao-9303"))
    assert done.text == "\u0651"
    assert len(done.notes) == 1


@pytest.mark.parametrize("ident", ["satts", "icao-9303", "arabtex"])
def test_lossy_schemes_are_not_read_back(ident: str) -> None:
    """A scheme that writes two letters with one sign says so, and names itself."""
    with pytest.raises(Irreversible, match=ident):
        decode("A", load_scheme(ident))


def test_many_marks_cost_no_square_of_time() -> None:
    """A letter under a hundred thousand marks is read mark by mark."""
    done = encode("\u0645" + "\u064e\u0651" * 50_000, load_scheme("buckwalter"))
    assert len(done.steps) == 100_001
