"""Facts about the context of a unit: its place, and the sounds on either side of it."""

import numpy as np
import pytest

from nisba._data import learned
from nisba.sounds.contexts import (
    BASE,
    CODES,
    base_row,
    base_rows,
    code_of,
    codes_of,
    context_name,
    numbers_of,
)
from nisba.sounds.letters import ARABIC, LATIN
from nisba.sounds.tables import Channel, read_channel
from nisba.sounds.units import UNITS, Form, units_of


def form(romanized: str) -> Form:
    """The units of a word."""
    found = units_of(romanized)
    assert found is not None
    return found


def named(romanized: str) -> list[str]:
    """The contexts of a word's units."""
    return [context_name(int(code)) for code in codes_of(numbers_of(form(romanized))[None, :])[0]]


@pytest.fixture(scope="module")
def latin() -> Channel:
    """The channel that comes with the package."""
    return read_channel(learned("latin.tsv"), LATIN)


def chance(channel: Channel, romanized: str, at: int, chunk: str) -> float:
    """P(chunk) of one unit of a word, in its context."""
    return float(channel.table[channel.rows(form(romanized))[at], channel.number[chunk]])


def test_a_vowel_stands_between_consonants_and_the_edge() -> None:
    """The a of Maḥmūd stands between an m and a guttural, its last d behind a long u."""
    assert named("Maḥmūd") == ["#_a", "C_G", "a_C", "G_u", "C_C", "u_#"]


def test_a_diphthong_begins_as_a_and_ends_as_a_glide() -> None:
    """Before the ay of Ḥusayn stands a consonant that an a follows; behind it one after a y."""
    assert named("Ḥusayn")[2:] == ["u_a", "C_C", "y_#"]


def test_every_context_has_a_name_of_its_own() -> None:
    """A unit and the name of its context give the context back."""
    per_unit = CODES // len(UNITS)
    for code in range(0, CODES, 7):
        assert code_of(UNITS[code // per_unit], context_name(code)) == code


def test_the_place_is_known_where_the_neighbours_tell_nothing() -> None:
    """The row behind every context is that of the unit in its place."""
    for word in ("Muḥammad", "Yūsuf", "Fāṭimah"):
        codes = codes_of(numbers_of(form(word))[None, :])[0]
        assert [base_row(int(code)) for code in codes] == base_rows(form(word)).tolist()
        assert (base_rows(form(word)) < BASE).all()


@pytest.mark.parametrize(
    ("word", "other", "at", "chunk"),
    [
        ("Niṣār", "Anṣār", 2, "ss"),  # Nissar: between vowels
        ("Yāsīn", "Yāsūn", 2, "c"),  # Yacine: before i
        ("Qismah", "Qasmah", 0, "gu"),  # Guessoum: before i
        ("Fahd", "Farīd", -1, "ad"),  # Fahad: a helping vowel in a cluster at the end
        ("Badr", "Bahār", -1, "er"),  # Bader
        ("Jaʻfar", "Jāmiʻah", 2, "a"),  # Jaafar: ayn before a consonant
    ],
)
def test_neighbours_change_how_a_unit_is_spelled(
    latin: Channel, word: str, other: str, at: int, chunk: str
) -> None:
    """A spelling is likelier where the neighbours ask for it than elsewhere."""
    assert chance(latin, word, at, chunk) > 1.2 * chance(latin, other, at, chunk)


def test_hamza_takes_the_seat_that_its_vowels_ask_for() -> None:
    """Muʼmin is written with waw, Rāʼid with ya, Raʼs with alif."""
    arabic = read_channel(learned("arabic.tsv"), ARABIC)
    seats = {"Muʼmin": "\u0648", "Rāʼid": "\u064a", "Raʼs": "\u0627"}  # و ي ا
    for word, seat in seats.items():
        row = arabic.table[arabic.rows(form(word))[2]]
        assert arabic.chunks[int(np.argmax(row))] == seat
