"""A comparison told, in three ways: a screen to read, plain data, one sentence for one cell.

`nisba.match.reasons` takes the comparison apart; here it is only laid out. docs/reasons.md shows
how to read what comes out.
"""

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

from nisba.match.reasons import Pair, Reasons, Weighed, reasons_of
from nisba.match.sentence import sentence
from nisba.match.unanswered import Missing
from nisba.sounds.align import Aligned
from nisba.text.columns import legible, side_by_side, strips, width

if TYPE_CHECKING:  # compare.py imports this module when a comparison is told
    from nisba.match.compare import Comparison

__all__ = ["as_data", "explained", "sentence"]

_SCREEN = 100
"""Columns of a terminal that a line may take."""
_NAME, _PART = 46, 24
"""Letters of a whole name and of a part that are shown; both names fit beside each other."""
_NONE = "\u2013"
_SILENT = "\u2205"
_OTHER = {"left": "right", "right": "left"}
_LIST = 4
"""Quantities that stand one below another; more of them stand in two columns."""


def explained(comparison: "Comparison") -> str:
    """The comparison on one screen: the parts side by side, their letters, the sum.

    At most 100 columns wide whatever the names hold; names of four parts take some 24 lines.
    """
    reasons = reasons_of(comparison)
    left, right = comparison.left.original, comparison.right.original
    title = side_by_side([[legible(left, _NAME) or _NONE, "~", legible(right, _NAME) or _NONE]])
    return "\n".join([*title, "", *_parts(reasons), "", *_sum(comparison, reasons.weighed)])


def _parts(reasons: Reasons) -> list[str]:
    """A line for each pair and each part that stands alone; below a pair its letters."""
    rows = [
        *(_pair_row(pair) for pair in reasons.pairs),
        *(_lone_row(found, f"missing on the {_OTHER[found.side]}") for found in reasons.missing),
        *(_lone_row(found, "not weighed") for found in reasons.aside),
    ]
    if not rows:
        return ["neither text holds a name"]
    taken = sum(max(map(width, column)) + 2 for column in zip(*(r[:-1] for r in rows), strict=True))
    heads = side_by_side([[*row[:-1], legible(row[-1], _SCREEN - taken)] for row in rows])
    lines = []
    for head, pair in zip_longest(heads, reasons.pairs):
        lines.append(head)
        if pair and _tells(pair):
            lines += (f"    {strip}" for strip in strips(list(_letters(pair)), _SCREEN - 4))
    if reasons.uncounted:
        lines.append(f"and {reasons.uncounted:,} parts more, not weighed")
    return lines


def _pair_row(pair: Pair) -> list[str]:
    left, right = legible(pair.left, _PART), legible(pair.right, _PART)
    if pair.answers:
        joined = f" ({legible(pair.joined, _PART)})" if pair.joined else ""
        return [left, "=", right, f"{pair.bits:+6.1f}", pair.kind + joined]
    apart = f"they differ, {-pair.bits:.1f} bits apart"
    return [left, "\u2260", right, "", f"{pair.kind}: {apart}"]


def _lone_row(found: Missing, why: str) -> list[str]:
    text = legible(found.part.text, _PART)
    cells = [text, "", _NONE] if found.side == "left" else [_NONE, "", text]
    return [*cells, "", f"{found.role}, {why}"]


def _tells(pair: Pair) -> bool:
    """Whether the letters tell something: those of parts that share nothing do not."""
    agree = sum(unit.bits > 0 for unit in pair.units)
    return bool(pair.units) and (pair.answers or 2 * agree > len(pair.units))


def _letters(pair: Pair) -> Iterator[tuple[str, str, str]]:
    """A column for each unit: its sign, the letters on both sides, its bits; at last the whole."""
    for unit in pair.units:
        yield unit.unit, _chunks(unit), f"{unit.bits:+.1f}"
    if pair.answers:
        yield "", f"{'listed' if pair.listed else 'inferred'} form", f"{pair.whole:+.1f}"


def _chunks(unit: Aligned) -> str:
    if unit.left == unit.right:
        return unit.left or _SILENT
    return f"{unit.left or _SILENT}={unit.right or _SILENT}"


def _sum(comparison: "Comparison", weighed: Sequence[Weighed]) -> list[str]:
    """The quantities, their sum, and what it means."""
    cells = [[f"{w.bits:+7.1f}", w.words] for w in weighed]
    if len(cells) > _LIST:
        cells += [["", ""]] * (len(cells) % 2)
        cells = [a + b for a, b in zip(cells[::2], cells[1::2], strict=True)]
    short = comparison.answered and comparison.shortfall < -0.05
    below = f", {-comparison.shortfall:.1f} below identity" if short else ""
    total = f"{comparison.bits:+7.1f}  bits in all{below}"
    verdict = f"{comparison.verdict}, probability {_chance(comparison.probability)}"
    return [*(side_by_side(cells) if cells else []), f"{total}: {verdict}"]


def _chance(probability: float) -> str:
    """A probability in three places, never rounded to certainty."""
    if probability > 0.9995:
        return ">0.999"
    return "<0.001" if probability < 0.0005 else f"{probability:.3f}"


def as_data(comparison: "Comparison") -> dict[str, object]:
    """The comparison as plain data, as docs/reasons.md describes it; texts as they came."""
    reasons = reasons_of(comparison)
    return {
        "left": comparison.left.original,
        "right": comparison.right.original,
        "verdict": str(comparison.verdict),
        "probability": comparison.probability,
        "bits": round(comparison.bits, 3),
        "shortfall": round(comparison.shortfall, 3),
        "sentence": sentence(comparison),
        "parts": [_pair_data(pair) for pair in reasons.pairs if pair.answers],
        "contradicts": [_pair_data(pair) for pair in reasons.pairs if not pair.answers],
        "missing": [
            {"text": m.part.text, "kind": str(m.role), "lacking": _OTHER[m.side]}
            for m in reasons.missing
        ],
        "not_weighed": [
            {"text": m.part.text, "kind": str(m.role), "side": m.side} for m in reasons.aside
        ],
        "uncounted": reasons.uncounted,
        "weighed": [
            {"quantity": w.quantity, "words": w.words, "bits": round(w.bits, 3)}
            for w in reasons.weighed
        ],
    }


def _pair_data(pair: Pair) -> dict[str, object]:
    return {
        "left": pair.left,
        "right": pair.right,
        "kind": pair.kind,
        "bits": round(pair.bits, 3),
        "form": pair.form,
        "listed": pair.listed,
        "form_bits": round(pair.whole, 3),
        "units": [
            {"unit": u.unit, "left": u.left, "right": u.right, "bits": round(u.bits, 3)}
            for u in pair.units
        ],
    }
