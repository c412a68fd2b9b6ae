"""A comparison told: parts side by side, their letters with bits, what is missing."""

from typing import TYPE_CHECKING

from nisba.names.types import Part
from nisba.sounds.align import Alignment, align
from nisba.sounds.model import load_model

if TYPE_CHECKING:  # compare.py imports this module when a comparison is told
    from nisba.match.compare import Comparison

_WORDS = {
    "sound": "sound of the parts that answer each other",
    "complete": "every part is answered",
    "exact": "the same letters",
    "given_same": "the given names answer each other",
    "given_clash": "the given names differ",
    "given_moved": "a given name answers another kind of part",
    "clash": "other parts contradict each other",
    "family_missing": "a family name that only one side has",
    "order": "another order",
    "head_differs": "Abd, Abu, al-Din or the like on one side only",
    "alone": "one part answers, others do not",
    "given_alone": "only the given names answer each other",
}


def words(quantity: str) -> str:
    """A quantity of the comparison in plain words."""
    return _WORDS[quantity]


def explained(comparison: "Comparison") -> str:
    """The comparison on one screen."""
    lines = [
        f"{comparison.left.original}  ~  {comparison.right.original}",
        f"{comparison.verdict}: {comparison.bits:+.1f} bits, "
        f"probability {comparison.probability:.3f}",
        "",
    ]
    for left, right, link in comparison.answered:
        compound = f" ({_compound(left[0])})" if left[0].head or left[0].tail else ""
        lines.append(f"{_text(left)}  =  {_text(right)}   {link.bits:+.1f} bits{compound}")
        alignment = _alignment(left, right)
        if alignment:
            lines += _letters(alignment)
    for side, parts in (
        ("left", comparison.unanswered_left),
        ("right", comparison.unanswered_right),
    ):
        for part in parts:
            lines.append(f"{part.text}   unanswered, {side} ({part.kind})")
    lines.append("")
    for quantity, _, bits in comparison.weighed:
        lines.append(f"{bits:+7.1f}  {words(quantity)}")
    lines.append(f"{comparison.bits:+7.1f}  bits in all")
    return "\n".join(lines)


def _compound(part: Part) -> str:
    """How a compound is put together: its letters below are those of the core."""
    return " + ".join(word for word in (part.head, part.core, part.tail) if word)


def _letters(alignment: Alignment) -> list[str]:
    """The hidden form, and a line for each of its units."""
    known = "listed form" if alignment.known else "inferred form"
    form = "".join(alignment.form)
    lines = [f"    {known} {form}, {alignment.form_bits:+.1f} bits for the form as a whole"]
    for unit in alignment.units:
        lines.append(
            f"    {unit.unit:4} {unit.left or '∅':5} {unit.right or '∅':5} {unit.bits:+5.1f}"
        )
    return lines


def _alignment(left: tuple[Part, ...], right: tuple[Part, ...]) -> Alignment | None:
    model = load_model()
    x = model.hear("".join(p.core for p in left), left[0].script)
    y = model.hear("".join(p.core for p in right), right[0].script)
    return align(model, x, y)


def as_data(comparison: "Comparison") -> dict[str, object]:
    """The comparison as plain data."""
    return {
        "left": comparison.left.original,
        "right": comparison.right.original,
        "bits": round(comparison.bits, 3),
        "probability": comparison.probability,
        "verdict": str(comparison.verdict),
        "answered": [
            {
                "left": _text(left),
                "right": _text(right),
                "bits": round(link.bits, 3),
                "units": _units(_alignment(left, right)),
            }
            for left, right, link in comparison.answered
        ],
        "unanswered_left": [p.text for p in comparison.unanswered_left],
        "unanswered_right": [p.text for p in comparison.unanswered_right],
        "weighed": {name: round(bits, 3) for name, _, bits in comparison.weighed},
    }


def _units(alignment: Alignment | None) -> list[dict[str, object]]:
    if alignment is None:
        return []
    return [
        {"unit": u.unit, "left": u.left, "right": u.right, "bits": round(u.bits, 2)}
        for u in alignment.units
    ]


def _text(parts: tuple[Part, ...]) -> str:
    return " ".join(part.text for part in parts)
