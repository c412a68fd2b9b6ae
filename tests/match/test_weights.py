"""Facts about the weights: one file, each number used, each with the names that motivate it."""

import re
from pathlib import Path

import nisba
from nisba import compare
from nisba.match.types import SEEN
from nisba.match.weights import weights

SOURCES = sorted(Path(nisba.__file__).parent.rglob("*.py"))


def test_every_weight_has_its_pair_and_reason() -> None:
    """A number without the names that motivate it is no weight."""
    for weight in weights().values():
        assert weight.origin in ("fitted", "set")
        assert len(weight.left) > 1 < len(weight.right), weight.name
        assert len(weight.why) > 10, weight.name


def test_every_weight_is_used_and_every_quantity_weighed() -> None:
    """No weight is left over from an earlier form of the evidence."""
    code = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES)
    named = set(re.findall(r'"([a-z_]+)"', code)) | set(SEEN)
    assert set(weights()) <= named
    assert set(SEEN) <= set(weights())


def test_contradictions_never_speak_for_a_match() -> None:
    """The signs are fixed: what is missing or contradicts lowers the evidence, or leaves it."""
    against = set(SEEN) - {"sound", "complete", "exact", "given_same"}
    assert all(weights()[name].value <= 0 for name in against)
    assert all(weights()[name].value >= 0 for name in set(SEEN) - against)


def test_the_pairs_show_what_their_weights_weigh() -> None:
    """The pair beside a weight of whole-name evidence is one in which it counts."""
    for name in ("sound", "complete", "given_same", "given_clash", "given_moved", "clash"):
        weight = weights()[name]
        seen = {quantity for quantity, _, _ in compare(weight.left, weight.right).weighed}
        assert name in seen, (weight.left, weight.right)
    for name in ("family_missing", "order", "head_differs", "alone", "given_alone"):
        weight = weights()[name]
        seen = {quantity for quantity, _, _ in compare(weight.left, weight.right).weighed}
        assert name in seen, (weight.left, weight.right)
