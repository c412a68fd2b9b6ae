"""Whole names of every order and script, read into parts."""

import cProfile

import pytest

from names.gists import gists
from nisba.names import parse

CASES = {
    "Mustafa Al-Kazemi": ["ism:mustafa", "nisba:al-kazemi"],
    "AL-KADHIMI, Mustafa": ["ism:mustafa", "nisba:al-kadhimi"],
    "Jabartī, ʿAbd al-Raḥmān al-": [
        "ism:abd+al-raḥmān",
        "nisba:al-jabartī",
    ],
    "Sheikh Abu Bakr Muhammad ibn Zakariyya al-Razi": [
        "title:sheikh",
        "kunya:abu+bakr",
        "ism:muhammad",
        "nasab:ibn+zakariyya",
        "nisba:al-razi",
    ],
    "Ali Abdullah Saleh": ["ism:ali", "ism:abd+allah", "ism:saleh"],
    "Sidi Amar Ould Daha": ["title:sidi", "ism:amar", "nasab:ibn+daha"],
    "<<al->>Farabi, Abou Nasr": ["kunya:abu+nasr", "nisba:al-farabi"],
    "Fārābī, Abū-Naṣr Muḥammad Ibn-Muḥammad al-": [
        "kunya:abu+naṣr",
        "ism:muḥammad",
        "nasab:ibn+muḥammad",
        "nisba:al-fārābī",
    ],
    "Ibn-Ḫaldūn, Walī-ad-Dīn ʿAbd-ar-Raḥmān": [
        "laqab:walī+din",
        "ism:abd+al-raḥmān",
        "nasab:ibn+ḫaldūn",
    ],
    "Ibn Ḵaldūn, Abū Zayd ʿAbd al-Raḥmān b. Muḥammad": [
        "kunya:abu+zayd",
        "ism:abd+al-raḥmān",
        "nasab:ibn+muḥammad",
        "nasab:ibn+ḵaldūn",
    ],
    "AL-ZULAYTINI, Abd-Al-Hafid Mahmud": [
        "ism:abd+al-hafid",
        "ism:mahmud",
        "nisba:al-zulaytini",
    ],
    "Muhammad ibn Musa al-Khwarizmi, 780-850": [
        "ism:muhammad",
        "nasab:ibn+musa",
        "nisba:al-khwarizmi",
    ],
    "H.E. Dr. Sheikh Mohammed bin Rashid Al Maktoum": [
        "title:h e",
        "title:dr",
        "title:sheikh",
        "ism:mohammed",
        "nasab:ibn+rashid",
        "nisba:al+maktoum",
    ],
    "Prime Minister Mustafa Al-Kadhimi (archive)": [
        "title:prime minister",
        "ism:mustafa",
        "nisba:al-kadhimi",
    ],
    "LADIN, Usama bin": ["ism:usama", "nasab:ibn+ladin"],
    "RUSDAN, Abu": ["kunya:abu+rusdan"],
    "Om Kalthoum": ["kunya:umm+kalthoum"],
    "Abuo Zaid": ["kunya:abu+zaid"],
    "REHMAN, Abdul": ["ism:abd+al-rehman"],
    "UDDIN, Jalal": ["laqab:jalal+din"],
    "UR REHMAN, Fazal": ["ism:fazal+rahman"],
    "Kad'afi, Mu`amar al-": ["ism:mu'amar", "nisba:al-kad'afi"],
    "Mohammed (Ibn Batuta)": ["ism:mohammed", "nasab:ibn+batuta"],
    "Ali Hasan oglu": ["ism:ali", "nasab:ibn+hasan"],
    "Muhammad S/O Ahmad": ["ism:muhammad", "nasab:ibn+ahmad"],
    "3ali 7asan": ["ism:'ali", "ism:hasan"],
    "Joe Biden": ["ism:joe", "name:biden"],
    "Biden": ["name:biden"],
    "George W. Bush": ["ism:george", "initial:w", "name:bush"],
    "Jean-Paul Sartre": ["ism:jean", "name:paul", "name:sartre"],
    "Mohammad-Reza": ["ism:mohammad", "ism:reza"],
    "Al-Arabiya": ["nisba:al-arabiya"],
    "Qurban Aliyev": ["ism:qurban", "name:aliyev"],
    "Мустафа аль-Казими": [
        "ism:мустафа",
        "nisba:al-казими",
    ],
    "مصطفى الكاظمي": [
        "ism:مصطفى",
        "nisba:al-كاظمي",
    ],
    "فارابي، محمد بن محمد، ابو نصر،": [
        "ism:محمد",
        "nasab:ibn+محمد",
        "kunya:abu+نصر",
        "name:فارابي",
    ],
    "ابن خلدون, عبد الرحمن بن محمد": [
        "ism:abd+al-رحمن",
        "nasab:ibn+محمد",
        "nasab:ibn+خلدون",
    ],
}


@pytest.mark.parametrize("text", CASES)
def test_a_name_is_read_into_its_parts(text: str) -> None:
    """Kinds, cores and marks of each part stand in preferred order."""
    assert gists(text) == CASES[text]


@pytest.mark.parametrize(
    "text", ["AL-KADHIMI, Mustafa", "Ibn Rushd, Abu al-Walid", "LADIN, Usama bin"]
)
def test_a_comma_turns_the_order(text: str) -> None:
    """The family before a comma comes last in the preferred order."""
    name = parse(text)
    assert name.inverted
    assert name.parts[-1].start == 0


@pytest.mark.parametrize(
    "text", ["Khalid bin Hamad, Sheikh", "Muhammad ibn Musa, 780-850", "Mustafa, al-Kazemi"]
)
def test_not_every_comma_turns_the_order(text: str) -> None:
    """A title, years or a lone nisba behind the comma leave the order as it is."""
    assert not parse(text).inverted


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\u200f\u200e",
        "2021",
        "12/34-56",
        "\U0001f642",
        "--",
        "()",
        "FNU LNU",
        "\x00\x01",
        "'''",
    ],
)
def test_what_holds_no_name_has_no_parts(text: str) -> None:
    """Empty, control-only, digit, emoji and filler input give a name without parts."""
    name = parse(text)
    assert name.parts == ()
    assert name.original == text


def test_every_part_knows_its_place() -> None:
    """Spans are those of the original, compound and filiation mark included."""
    text = "Jabartī, ʿAbd al-Raḥmān ibn Ḥasan al-"
    assert [part.text for part in parse(text).parts] == [
        "ʿAbd al-Raḥmān",
        "ibn Ḥasan",
        "Jabartī",
    ]


@pytest.mark.parametrize(
    "unit", ["a", "'", "al-", "abd ", "bin ", "ا", "\u200f", "(", "a,", "Sheikh ", "Abdul"]
)
def test_hostile_input_costs_linear_work(unit: str) -> None:
    """Four times the text asks for about four times as many calls, never for sixteen."""

    def calls(times: int) -> int:
        profile = cProfile.Profile()
        profile.runcall(parse, unit * times)
        return sum(entry.callcount for entry in profile.getstats())

    calls(1000)
    assert calls(8_000) < 5 * calls(2_000) + 1_000
