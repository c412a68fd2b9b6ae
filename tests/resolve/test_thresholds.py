"""Facts about thresholds: fewer errors want a surer match."""

import re

import pytest

from nisba.match.weights import value
from nisba.resolve.thresholds import MAX_ERROR, NAMES, threshold

RATES = [0.9, 0.5, 0.2, 0.15, 0.1, 0.07, 0.05, 0.03, 0.02, 0.01, 0.007, 0.005, 0.002, 0.001, 1e-6]


def test_a_stricter_rate_never_asks_less() -> None:
    """From nine wrong matches in ten to one in a million, the threshold does not fall."""
    asked = [threshold(rate) for rate in RATES]
    assert asked == sorted(asked)
    assert asked[0] < asked[-1] < 1.0


@pytest.mark.parametrize("rate", sorted(NAMES))
def test_a_counted_rate_has_its_counted_threshold(rate: float) -> None:
    """At a rate that was counted, the threshold is what was counted."""
    assert threshold(rate) == pytest.approx(value(NAMES[rate]))


@pytest.mark.parametrize(("low", "high"), [(0.01, 0.02), (0.05, 0.1), (0.002, 0.005)])
def test_between_two_rates_lies_between_their_thresholds(low: float, high: float) -> None:
    """Between two counted rates the threshold goes from one to the other."""
    between = threshold((low + high) / 2)
    assert threshold(high) <= between <= threshold(low)


def test_beyond_the_counted_rates_each_halving_is_a_bit() -> None:
    """Half of the rarest rate doubles the odds that a match wants."""
    rarest = min(NAMES)
    odds = [p / (1 - p) for p in (threshold(rarest), threshold(rarest / 2))]
    assert odds[1] == pytest.approx(2 * odds[0], rel=1e-6)


@pytest.mark.parametrize("rate", [0.0, 1.0, -0.1, 2.0, float("nan"), float("inf")])
def test_what_is_no_share_is_refused(rate: float) -> None:
    """No error and only errors are promises that nobody keeps; the message shows the value."""
    with pytest.raises(ValueError, match=re.escape(f"max_error is {rate!r}")):
        threshold(rate)


def test_the_usual_rate_was_counted() -> None:
    """Who says nothing gets a rate that was counted, not one between."""
    assert MAX_ERROR in NAMES
