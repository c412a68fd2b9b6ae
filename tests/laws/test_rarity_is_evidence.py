"""Law: a rarer shared part never gives fewer bits than a commoner one.

The parts are the editors' given names and nisbas, and how rare one is, the lexicon counts (column
count of `lexicon.tsv`). Licensed exceptions: the counts differ by a factor of three or more, since
neighbouring forms share a spelling; and at least 19 of 20 who write the spelling mean the form
that was counted. A spelling that is now a common name, now a rare one, is as rare as both: when it
stands twice, it is the rare one more often than the counts of the common one say. Nor does a
spelling count of which a particle may be cut (Lahsan is al-Hasan).
"""

import functools
from dataclasses import dataclass

from hypothesis import assume, given
from hypothesis import strategies as st

from laws.elements import elements
from laws.strategies import names
from nisba import compare, parse
from nisba.sounds.model import load_model
from nisba.sounds.units import units_of
from nisba.text.scripts import Script

ROUNDING = 1e-9
CLEARLY = 3.0
PLAIN = 0.95


@dataclass(frozen=True, slots=True)
class Counted:
    """A spelling of an element, and how many bearers the lexicon counts for its form."""

    text: str
    count: float


@functools.cache
def counted(script: Script) -> tuple[Counted, ...]:
    """Elements whose spelling renders hardly another form, commonest first."""
    model = load_model(fast=True)
    entries, prior = model.lexicon.entries, model.lexicon.prior
    found = {}
    for element in (*elements("given"), *elements("nisba")):
        text = element.arabic if script is Script.ARABIC else element.romanized
        part, *more = parse(text).parts
        if more or part.article or part.head or part.tail:
            continue
        heard = model.hear(part.core, script)
        chances = {form: p * prior[form] for form, p in heard.forms.items()}
        likeliest = max(chances, key=lambda form: chances[form], default=-1)
        if likeliest < 0 or entries[likeliest].form != units_of(element.romanized):
            continue
        listed = (1 - model.foreign.share) * model.prior.lexicon * chances[likeliest]
        if listed >= PLAIN * 2.0**-heard.surprise:
            found[text] = Counted(text, entries[likeliest].bearers)
    return tuple(sorted(found.values(), key=lambda c: (-c.count, c.text)))


def _two(draw: st.DrawFn) -> tuple[str, str]:
    listed = counted(draw(st.sampled_from((Script.LATIN, Script.ARABIC))))
    one, other = draw(st.sampled_from(listed)), draw(st.sampled_from(listed))
    common, rare = sorted((one, other), key=lambda c: -c.count)
    assume(common.count >= CLEARLY * rare.count)
    return common.text, rare.text


common_and_rare = st.composite(_two)


@given(common_and_rare())
def test_a_rarer_name_alone_says_more(pair: tuple[str, str]) -> None:
    """Two names of one part each."""
    common, rare = pair
    assert compare(rare, rare).bits >= compare(common, common).bits - ROUNDING


@given(common_and_rare(), names(), names())
def test_a_rarer_shared_name_says_more(pair: tuple[str, str], left: str, right: str) -> None:
    """Two names that share a last part, whatever stands before it.

    A mark that hangs over the end (Kazemi, Mustafa al-) would be cut from its own part.
    """
    common, rare = pair
    assume(not left.endswith("-") and not right.endswith("-"))
    rarer = compare(f"{left} {rare}", f"{right} {rare}")
    assert rarer.bits >= compare(f"{left} {common}", f"{right} {common}").bits - ROUNDING
