"""The name field of the machine-readable zone has the width and the parts that ICAO gives it."""

import pytest

from nisba.translit.types import DOCUMENTS, Document
from nisba.translit.zone import WIDTHS, name_field, name_field_of

RAZI = "\u0641\u062e\u0631 \u0627\u0644\u062f\u064a\u0646 \u0627\u0644\u0631\u0627\u0632\u064a"
# فخر الدين الرازي
ABBAS = "\u0639\u0628\u0627\u0633"  # عباس


def test_identifiers_are_parted_by_two_fillers() -> None:
    """The primary identifier stands first, and fillers end the field."""
    assert name_field(RAZI, ABBAS) == "FXKHR<ALDYN<ALRAZY<<EBAS".ljust(39, "<")


def test_a_comma_parts_the_identifiers() -> None:
    """What stands before the first comma, Arabic or Latin, is the primary identifier."""
    expected = name_field(RAZI, ABBAS)
    assert name_field_of(f"{RAZI}\u060c {ABBAS}") == name_field_of(f"{RAZI}, {ABBAS}") == expected


@pytest.mark.parametrize("document", DOCUMENTS)
@pytest.mark.parametrize("size", range(1, 14))
def test_a_full_field_ends_in_a_letter(document: Document, size: int) -> None:
    """A field is as wide as its document wants, and only names that fit end in a filler."""
    names = " ".join([ABBAS[:2] if n % 2 else ABBAS for n in range(size)])
    field = name_field(names, document=document)
    whole = "<".join("EB" if n % 2 else "EBAS" for n in range(size))
    assert len(field) == WIDTHS[document]
    assert field.endswith("<") == (len(whole) < len(field))


@pytest.mark.parametrize("name", ["", " ", "Ali", f"{ABBAS} 5"])
def test_what_the_zone_cannot_hold_is_told(name: str) -> None:
    """A name without letters, or with others than the zone's, raises an error with the value."""
    with pytest.raises(ValueError, match=name.strip()[:3] or "no primary"):
        name_field(name)


def test_an_unknown_document_is_told() -> None:
    """The error names the documents that are known."""
    with pytest.raises(ValueError, match="td1, td2, td3"):
        name_field(ABBAS, document="td9")  # type: ignore[arg-type]  # the fault that is tested
