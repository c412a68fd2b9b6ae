"""Law: a rarer shared part never gives fewer bits than a commoner one.

The parts are the editors' given names and nisbas, and how rare one is, the lexicon counts (column
count of `lexicon.tsv`). Licensed exceptions: the counts differ by a factor of two or more, since a
spelling speaks for neighbouring forms too, and the likeliest form behind each of the two spellings
is the element's own: who writes Amir for Āmir has written the commoner name.
"""

import functools
from dataclasses import dataclass

from hypothesis import assume, given
from hypothesis import strategies as st

from laws.elements import elements
from laws.strategies import names
from nisba import compare
from nisba.sounds.model import load_model
from nisba.sounds.units import units_of
from nisba.text.scripts import Script

ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Counted:
    """A spelling of an element, and how many bearers the lexicon counts for its form."""

    text: str
    count: float


@functools.cache
def counted(script: Script) -> tuple[Counted, ...]:
    """Elements of which the spelling's likeliest form is their own, commonest first."""
    model = load_model()
    found = {}
    for element in (*elements("given")[::4], *elements("nisba")[::4]):
        form = units_of(element.romanized)
        text = element.arabic if script is Script.ARABIC else element.romanized
        heard = list(model.hear(text, script).forms)
        if heard and model.lexicon.entries[heard[0]].form == form:
            found[text] = Counted(text, model.lexicon.entries[heard[0]].count)
    return tuple(sorted(found.values(), key=lambda c: (-c.count, c.text)))


def _two(draw: st.DrawFn) -> tuple[str, str]:
    listed = counted(draw(st.sampled_from((Script.LATIN, Script.ARABIC))))
    one, other = draw(st.sampled_from(listed)), draw(st.sampled_from(listed))
    common, rare = sorted((one, other), key=lambda c: -c.count)
    assume(common.count >= 2 * rare.count)
    return common.text, rare.text


common_and_rare = st.composite(_two)


@given(common_and_rare())
def test_a_rarer_name_alone_says_more(pair: tuple[str, str]) -> None:
    """Two names of one part each."""
    common, rare = pair
    assert compare(rare, rare).bits >= compare(common, common).bits - ROUNDING


@given(common_and_rare(), names(), names())
def test_a_rarer_shared_name_says_more(pair: tuple[str, str], left: str, right: str) -> None:
    """Two names that share a last part, whatever stands before it."""
    common, rare = pair
    rarer = compare(f"{left} {rare}", f"{right} {rare}")
    assert rarer.bits >= compare(f"{left} {common}", f"{right} {common}").bits - ROUNDING
