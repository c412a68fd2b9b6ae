"""Facts about the letters that answer each other."""

import pytest

from nisba.sounds.align import align
from nisba.sounds.model import load_model
from nisba.text.scripts import Script


@pytest.mark.parametrize(
    ("left", "script", "right", "other", "unit", "chunks"),
    [
        ("kazemi", Script.LATIN, "kadhimi", Script.LATIN, "ẓ", ("z", "dh")),
        ("gaddafi", Script.LATIN, "قذافي", Script.ARABIC, "dhdh", ("dd", "ذ")),
        ("yousef", Script.LATIN, "yusuf", Script.LATIN, "ū", ("ou", "u")),
        ("حسين", Script.ARABIC, "حُسَين", Script.ARABIC, "u", ("", "ُ")),
    ],
)
def test_letters_answer_through_a_unit(
    left: str, script: Script, right: str, other: Script, unit: str, chunks: tuple[str, str]
) -> None:
    """Both spellings are cut along the units of one hidden form, in any pair of scripts."""
    model = load_model()
    found = align(model, model.hear(left, script), model.hear(right, other))
    assert found is not None
    assert (unit, *chunks) in [(u.unit, u.left, u.right) for u in found.units]


def test_letters_are_all_there() -> None:
    """The chunks of an alignment put together are the spellings."""
    model = load_model()
    a, b = model.hear("moustafa", Script.LATIN), model.hear("مصطفى", Script.ARABIC)
    found = align(model, a, b)
    assert found is not None
    assert "".join(u.left for u in found.units) == a.letters
    assert "".join(u.right for u in found.units) == b.letters


def test_bits_add_up() -> None:
    """The units and the form together are the evidence."""
    model = load_model()
    a, b = model.hear("kazemi", Script.LATIN), model.hear("kadhimi", Script.LATIN)
    found = align(model, a, b)
    assert found is not None
    assert found.bits == pytest.approx(model.bits(a, b))


def test_nothing_aligns_with_nothing() -> None:
    """A spelling without letters has no alignment."""
    model = load_model()
    empty = model.hear("", Script.LATIN)
    assert align(model, empty, model.hear("ali", Script.LATIN)) is None
