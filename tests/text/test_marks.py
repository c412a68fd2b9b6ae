"""Signs for ayn and hamza, and chat digits."""

import pytest

from nisba.text import letters_of_digits, one_sign


@pytest.mark.parametrize(
    "sign", "'`\u00b4\u2018\u2019\u02bb\u02bc\u02be\u02bf\u2032\u02c8\u0295\uff07"
)
def test_every_sign_becomes_one(sign: str) -> None:
    """Catalogues, newsrooms and keyboards write the same sound with many signs."""
    assert one_sign(f"{sign}Al{sign}i") == "'Al'i"


@pytest.mark.parametrize(
    ("chat", "read"),
    [
        ("7asan", "hasan"),
        ("3ali", "'ali"),
        ("ma7mood", "mahmood"),
        ("5aled", "khaled"),
        ("Mo7amed", "Mohamed"),
        ("6are2", "tare'"),
        ("3'assan", "ghassan"),
        ("7'aled", "khaled"),
        ("Room 7", "Room 7"),
        ("Boeing747", "Boeing747"),
        ("G20", "G20"),
        ("F16", "F16"),
        ("MI6", "MI6"),
        ("Ahmed2", "Ahmed2"),
        ("12", "12"),
    ],
)
def test_digits_are_letters_inside_names_only(chat: str, read: str) -> None:
    """A chat digit touches letters of its word; numbers and codes stay."""
    assert letters_of_digits(chat) == read
