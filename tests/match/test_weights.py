"""Facts about the weights: one file, each number used, each with the names that motivate it."""

import re
from pathlib import Path

import pytest

import nisba
from nisba import compare
from nisba.match.evidence import Weigher
from nisba.match.prepare import Ear
from nisba.match.types import SEEN
from nisba.match.weights import weights
from nisba.resolve.thresholds import NAMES
from nisba.sounds.model import load_model

SOURCES = sorted(Path(nisba.__file__).parent.rglob("*.py"))
FOR = (
    "sound",
    "complete",
    "exact",
    "given_same",
    "ibn_same",
    "title_same",
    "near",
    "near_bones",
    "apart",
    "far",
)
"""Quantities that speak for one bearer; `apart` is itself 0 or less, and so speaks against. `far`
takes back a part of what a far spelling loses in `sound`."""
WHO = [name for name in SEEN if name in weights()]
LISTED = [name for name in weights() if name.startswith("listed_") and name != "listed_prior"]


def shown(name: str) -> set[str]:
    """Quantities that the pair beside a weight shows."""
    weight, model = weights()[name], load_model()
    ear = Ear(model)
    seen = Weigher(model).see(ear.prepare(weight.left), ear.prepare(weight.right)).seen
    return {quantity for quantity, amount in zip(SEEN, seen.vector(), strict=True) if amount}


def test_every_weight_has_its_pair_and_reason() -> None:
    """A number without the names that motivate it is no weight."""
    for weight in weights().values():
        assert weight.origin in ("fitted", "set")
        assert len(weight.left) > 1 < len(weight.right), weight.name
        assert len(weight.why) > 10, weight.name


def test_every_weight_is_used() -> None:
    """No weight is left over from an earlier form of the evidence."""
    code = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES)
    named = set(re.findall(r'"([a-z_]+)"', code)) | set(SEEN)
    named |= {f"listed_{name}" for name in SEEN} | set(NAMES.values())
    assert set(weights()) <= named


def test_every_quantity_and_rate_has_its_weight() -> None:
    """What is seen between two names is weighed, and each rate of errors has its threshold."""
    listed = {name.removeprefix("listed_") for name in LISTED}
    assert set(SEEN) <= set(WHO) | listed
    assert set(NAMES.values()) <= set(weights())


def test_company_and_far_tell_only_whether() -> None:
    """Two quantities say whether it is anybody listed, and not who: comparisons leave them out."""
    assert set(SEEN) - set(WHO) == {"far", "company"}
    told = {name for name, _, _ in compare("Javad Khodadadi", "Jawad Khodadady").weighed}
    assert told <= set(WHO)


def test_a_far_spelling_never_speaks_for_a_match() -> None:
    """What `far` gives back is less than `sound` loses by the same distance to identity."""
    assert weights()["listed_far"].value < weights()["listed_sound"].value


def test_company_takes_no_more_than_parts_give() -> None:
    """Company is at most half of what the commoner parts say: each gives more than it takes."""
    assert -weights()["listed_company"].value <= 2.0 * weights()["listed_sound"].value


def test_contradictions_never_speak_for_a_match() -> None:
    """The signs are fixed: what is missing or contradicts lowers the evidence, or leaves it."""
    for name in WHO:
        sign = 1 if name in FOR else -1
        assert sign * weights()[name].value >= 0, name


@pytest.mark.parametrize("name", LISTED)
def test_signs_are_the_same_in_both_questions(name: str) -> None:
    """What speaks for a person never speaks against anybody being listed."""
    value = weights()[name].value
    assert value >= 0 if name.removeprefix("listed_") in FOR else value <= 0


@pytest.mark.parametrize("name", WHO)
def test_the_pairs_show_what_their_weights_weigh(name: str) -> None:
    """The pair beside a weight of whole-name evidence is one in which it counts."""
    assert name in shown(name)


@pytest.mark.parametrize("name", LISTED)
def test_the_pairs_of_the_listed_show_it_too(name: str) -> None:
    """The pair beside a weight of the second question is one in which its quantity counts."""
    assert name.removeprefix("listed_") in shown(name)


def test_thresholds_are_probabilities_that_rise() -> None:
    """The fewer errors are allowed, the surer a match must be."""
    wanted = [weights()[NAMES[rate]].value for rate in sorted(NAMES, reverse=True)]
    assert wanted == sorted(wanted)
    assert 0 < wanted[0] < wanted[-1] < 1
