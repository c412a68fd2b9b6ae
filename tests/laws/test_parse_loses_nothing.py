"""Law: parsing loses nothing; noise in the dress of a name changes none of its parts."""

from hypothesis import given
from hypothesis import strategies as st

from laws.strategies import names, noisy, texts
from nisba.names import Kind, Name, parse


def _gist(name: Name) -> list[tuple[Kind, str, str, str, str]]:
    return [(part.kind, part.core, part.head, part.tail, part.filiation) for part in name.parts]


def _check_spans(name: Name, text: str) -> None:
    assert name.original == text
    rebuilt = ""
    at = 0
    for part in sorted(name.parts, key=lambda part: part.start):
        assert part.start >= at, "parts overlap"
        assert part.end > part.start
        assert part.text == text[part.start : part.end]
        assert part.core
        rebuilt += text[at : part.start] + part.text
        at = part.end
    assert rebuilt + text[at:] == text


@given(texts())
def test_parts_and_gaps_are_the_original(text: str) -> None:
    """Parts are slices of the original that do not overlap, whatever the text."""
    _check_spans(parse(text), text)


@given(names())
def test_parts_of_a_name_are_slices_too(text: str) -> None:
    """A real name has parts, and they are slices of it."""
    name = parse(text)
    assert name.parts
    _check_spans(name, text)


@given(st.data(), names())
def test_noise_changes_no_part(data: st.DataObject, text: str) -> None:
    """Tatweel, direction marks, case, article spacing and sign style give the same parts."""
    other = data.draw(noisy(text))
    assert _gist(parse(other)) == _gist(parse(text))


@given(st.data(), texts())
def test_invisible_characters_change_no_part(data: st.DataObject, text: str) -> None:
    """Even in a text that is no name, a direction mark between words changes nothing."""
    words = text.split(" ")
    other = " ".join(data.draw(st.sampled_from(("", "\u200f", "\u200b"))) + word for word in words)
    assert _gist(parse(other)) == _gist(parse(text))
