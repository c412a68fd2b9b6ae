"""Names and noise for the property tests, made of real letters and real name words.

`latin_names`, `arabic_names` and `names` give whole names; `noisy` gives the same name in another
dress, `near` a name that resembles it and may be another; `texts` gives hostile strings of name
letters, marks, controls and punctuation. The editors' name elements are in `laws.elements`.
"""

import re
from collections.abc import Callable

from hypothesis import strategies as st

GIVEN = [
    "Mustafa",
    "Muhammad",
    "Mohamed",
    "Ahmad",
    "Hasan",
    "Hussein",
    "Ali",
    "Umar",
    "Uthmān",
    "Khālid",
    "Saddam",
    "Yūsuf",
    "Moussa",
    "Ibrāhīm",
    "Mahmoud",
    "Jamal",
    "Fatima",
    "Layla",
    "Hind",
    "Jamīl",
    "Joe",
    "Mu'ammar",
    "Sa'īd",
    "Isma'il",
    "Tariq",
    "Ridha",
]
FAMILIES = [
    "Kazemi",
    "Kadhimi",
    "Qadhdhafi",
    "Baradei",
    "Sisi",
    "Khwārizmī",
    "Tikriti",
    "Jabartī",
    "Harbi",
    "Ghamdi",
    "Fārābī",
    "Ḥalabī",
    "Zawahiri",
    "Rāzī",
    "Shāfi'ī",
    "Makhzumi",
    "Sadr",
    "Nadīm",
    "Jazeera",
    "Bustānī",
    "Hakim",
]
BARE_FAMILIES = [
    "Saleh",
    "Nasrallah",
    "Bouteflika",
    "Biden",
    "Gemayel",
    "Jumblatt",
    "Haddad",
    "Khoury",
    "Benali",
    "Arafat",
]
DIVINE = [
    "Rahman",
    "Raḥīm",
    "Aziz",
    "Karim",
    "Qadir",
    "Malik",
    "Latif",
    "Salam",
    "Wahhab",
    "Fattah",
]
KUNYAS = ["Bakr", "Zayd", "Ḥanīfa", "Mazen", "Nidal", "Yahya", "Mus'ab", "Hamza"]
LAQABS = ["Nur", "Salah", "Sayf", "Badr", "Shams", "Fakhr", "Jamal", "'Imad"]
TITLES = ["Dr.", "Sheikh", "Ayatollah", "Colonel", "Hajji"]

GIVEN_ARABIC = (
    "\u0645\u0635\u0637\u0641\u0649",  # مصطفى
    "\u0645\u062d\u0645\u062f",  # محمد
    "\u0623\u062d\u0645\u062f",  # أحمد
    "\u062d\u0633\u064a\u0646",  # حسين
    "\u0639\u0644\u064a",  # علي
    "\u0639\u0645\u0631",  # عمر
    "\u0641\u0627\u0637\u0645\u0629",  # فاطمة
    "\u0625\u0628\u0631\u0627\u0647\u064a\u0645",  # إبراهيم
    "\u062e\u0627\u0644\u062f",  # خالد
    "\u0645\u064f\u062d\u064e\u0645\u0651\u064e\u062f",  # مُحَمّد
)
FAMILIES_ARABIC = (
    "\u0627\u0644\u0643\u0627\u0638\u0645\u064a",  # الكاظمي
    "\u0627\u0644\u0642\u0630\u0627\u0641\u064a",  # القذافي
    "\u0627\u0644\u0628\u0631\u0627\u062f\u0639\u064a",  # البرادعي
    "\u0635\u0627\u0644\u062d",  # صالح
    "\u0627\u0644\u062d\u0633\u064a\u0646\u06cc",  # الحسینی with Persian ya
    "\u0622\u0644 \u0633\u0639\u0648\u062f",  # آل سعود
)
COMPOUNDS_ARABIC = (
    "\u0639\u0628\u062f \u0627\u0644\u0631\u062d\u0645\u0646",  # عبد الرحمن
    "\u0639\u0628\u062f\u0627\u0644\u0644\u0647",  # عبدالله
    "\u0646\u0648\u0631 \u0627\u0644\u062f\u064a\u0646",  # نور الدين
    "\u0623\u0628\u0648 \u0628\u0643\u0631",  # أبو بكر
    "\u0646\u0635\u0631 \u0627\u0644\u0644\u0647",  # نصر الله
)
_BIN = "\u0628\u0646"  # بن

TATWEEL = "\u0640"
CONTROLS = "\u200e\u200f\u202a\u202b\u202c\u2066\u2067\u2069\u200b\ufeff\u061c"
SIGNS = "'\u2018\u2019`\u02bf\u02bb\u02be\u02bc\u00b4"
_ARTICLE = re.compile(r"\b(al)-(?=\w)", re.IGNORECASE)
# Stems behind which every spelling of the article is plain, the one written in one word too.
_GLUEABLE = re.compile(
    r"\b(al)-(?=(?:" + "|".join([*DIVINE, *FAMILIES, "Din"]) + r")\b)", re.IGNORECASE
)


def _families() -> st.SearchStrategy[str]:
    with_article = st.builds("al-{}".format, st.sampled_from(FAMILIES))
    return st.one_of(with_article, st.sampled_from(FAMILIES), st.sampled_from(BARE_FAMILIES))


def _given() -> st.SearchStrategy[str]:
    return st.one_of(
        st.sampled_from(GIVEN),
        st.builds("Abd al-{}".format, st.sampled_from(DIVINE)),
        st.builds("{} al-Din".format, st.sampled_from(LAQABS)),
        st.sampled_from(("Abdullah", "Abdelkader", "Noureddine", "Habibullah", "Mohammad-Reza")),
    )


def latin_names() -> st.SearchStrategy[str]:
    """Whole names in Latin script, in direct order or family first behind a comma."""
    kunya = st.one_of(st.just(""), st.builds("Abu {}".format, st.sampled_from(KUNYAS)))
    mark = st.sampled_from(("ibn", "bin", "ben", "b.", "bint", "ould", ""))
    father = st.builds(lambda mark, name: f"{mark} {name}", mark, st.sampled_from(GIVEN))
    front = st.builds(
        lambda title, kunya, given, fathers: " ".join([title, kunya, given, *fathers]),
        st.sampled_from(("", "", "", *TITLES)),
        kunya,
        _given(),
        st.lists(father, max_size=3),
    ).map(lambda text: " ".join(text.split()))
    direct = st.builds("{} {}".format, front, _families())
    inverted = st.builds("{1}, {0}".format, front, _families())
    trailing = st.builds("{1}, {0} al-".format, front, st.sampled_from(FAMILIES))
    return st.one_of(direct, inverted, trailing, _families(), _given())


def arabic_names() -> st.SearchStrategy[str]:
    """Whole names in Arabic script."""
    part = st.one_of(st.sampled_from(GIVEN_ARABIC), st.sampled_from(COMPOUNDS_ARABIC))
    fathers = st.lists(
        st.builds(lambda mark, name: f"{mark}{name}", st.sampled_from(("", f"{_BIN} ")), part),
        max_size=3,
    )
    return st.builds(
        lambda given, chain, family: " ".join([given, *chain, family]),
        part,
        fathers,
        st.sampled_from(FAMILIES_ARABIC),
    )


def names() -> st.SearchStrategy[str]:
    """Whole names in either script."""
    return st.one_of(latin_names(), arabic_names())


def texts() -> st.SearchStrategy[str]:
    """Strings that look like names only by their letters, and strings that are no names at all."""
    letters = (
        "abdhilmnrsuAEIKM\u0101\u012b\u016b\u1e25\u1e6d\u0131\u0130\u00e9\u00df\u0149"
        "\u0627\u0644\u0639\u0628\u062f\u0647\u0629\u0649\u064a\u06cc\u06a9\u0623\u0625\u0622\u0621"
        "\u064e\u0651\u0640\u0654\u0301\u0304\u0430\u0435\u043e\u03bf\ufefb\ufdf2\uff21\u05d0"
        "0123579 -.,()\u060c\u00a0\u200c'\u02bf\u00ad\n\t"
    )
    noise = st.text(alphabet=letters + CONTROLS + SIGNS, max_size=40)
    return st.one_of(noise, st.text(max_size=20), st.builds("{} {}".format, names(), noise))


@st.composite
def _with_tatweel(draw: st.DrawFn, text: str) -> str:
    places = [
        at
        for at in range(1, len(text))
        if "\u0620" <= text[at - 1] <= "\u064a" and "\u0620" <= text[at] <= "\u064a"
    ]
    if not places:
        return text
    at = draw(st.sampled_from(places))
    return text[:at] + TATWEEL * draw(st.integers(1, 3)) + text[at:]


@st.composite
def _with_controls(draw: st.DrawFn, text: str) -> str:
    at = draw(st.integers(0, len(text)))
    return text[:at] + draw(st.sampled_from(CONTROLS)) + text[at:]


@st.composite
def _with_case(draw: st.DrawFn, text: str) -> str:
    changes: tuple[Callable[[str], str], ...] = (str.upper, str.lower, str.title)
    return draw(st.sampled_from(changes))(text)


@st.composite
def _with_sign(draw: st.DrawFn, text: str) -> str:
    return re.sub(f"[{SIGNS}]", draw(st.sampled_from(SIGNS)), text)


@st.composite
def _with_article(draw: st.DrawFn, text: str) -> str:
    if draw(st.booleans()):
        return _GLUEABLE.sub("al", text)
    spelling = draw(st.sampled_from(("al-", "Al-", "AL-", "al ", "Al ", "al\u2011")))
    return _ARTICLE.sub(spelling, text)


@st.composite
def noisy(draw: st.DrawFn, name: str) -> str:
    """The same name with tatweel, direction marks, case, sign or article spelled otherwise."""
    # The article first: the other changes would hide where it stands.
    text = draw(_with_article(name))
    for change in draw(
        st.lists(
            st.sampled_from((_with_tatweel, _with_controls, _with_case, _with_sign)), max_size=4
        )
    ):
        text = draw(change(text))
    return text


# Ways to write one sound, and slips that make another name of it.
_RESPELLINGS = (
    ("dh", "z"),
    ("kh", "h"),
    ("q", "k"),
    ("u", "o"),
    ("i", "e"),
    ("a", "e"),
    ("ss", "s"),
    ("m", "mm"),
    ("\u0629", "\u0647"),  # ة ه
    ("\u0649", "\u064a"),  # ى ي
    ("\u0623", "\u0627"),  # أ ا
    ("\u0638", "\u0636"),  # ظ ض
    ("\u064a", ""),  # ي left out
)


@st.composite
def _respelt(draw: st.DrawFn, text: str) -> str:
    fitting = [pair for pair in _RESPELLINGS if pair[0] in text]
    if not fitting:
        return text
    old, new = draw(st.sampled_from(fitting))
    return text.replace(old, new, 1)


@st.composite
def _without_word(draw: st.DrawFn, text: str) -> str:
    words = text.split()
    if len(words) < 2:
        return text
    gone = draw(st.integers(0, len(words) - 1))
    return " ".join(words[:gone] + words[gone + 1 :])


@st.composite
def _with_other_word(draw: st.DrawFn, text: str) -> str:
    words = text.split()
    at = draw(st.integers(0, len(words) - 1))
    words[at] = draw(st.sampled_from((*GIVEN, *FAMILIES, *GIVEN_ARABIC)))
    return " ".join(words)


@st.composite
def _turned(draw: st.DrawFn, text: str) -> str:
    words = text.split()
    at = draw(st.integers(0, len(words)))
    return " ".join(words[at:] + words[:at])


@st.composite
def near(draw: st.DrawFn, name: str) -> str:
    """A name that resembles this one: a word respelt, left out, exchanged or moved."""
    changes = st.sampled_from((_respelt, _without_word, _with_other_word, _turned, noisy))
    for change in draw(st.lists(changes, min_size=1, max_size=3)):
        name = draw(change(name))
    return name
