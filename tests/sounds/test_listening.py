"""Facts about what is known of one spelling: its chunks, its forms, its probabilities."""

import functools
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from nisba.sounds.kernels import LONGEST, Ints
from nisba.sounds.letters import ARABIC, LATIN
from nisba.sounds.listening import FORMS, chunks_of, inventory_of
from nisba.sounds.model import Sounded, load_model
from nisba.sounds.pairs import Codes
from nisba.sounds.tables import Channel, chunk_ids
from nisba.text.scripts import Script

MODEL = load_model()
SCRIPTS = ((Script.LATIN, LATIN), (Script.ARABIC, ARABIC))
SPELLINGS = ("karim", "qadhdhafi", "mehmet", "smith", "a", "", "كريم", "قذافي", "طه", "ء")


def heard(letters: str, fast: bool = False) -> Sounded:
    """A spelling as the model hears it."""
    script = Script.LATIN if letters.isascii() else Script.ARABIC
    return load_model(fast).hear(letters, script)


def codes(letters: str, alphabet: str) -> Codes:
    """Letters by their places in the alphabet."""
    return np.array([alphabet.index(c) for c in letters], np.uint8)


def written(channel: Channel, rows: Ints, letters: str) -> float:
    """P(letters | rows), by trying every way to cut the letters among the units."""
    table, extra = channel.with_errors(), channel.extra / len(channel.chunks)

    @functools.cache
    def up_to(units: int, end: int) -> float:
        if units == 0:
            return float(end == 0)
        total = sum(
            up_to(units - 1, end - len(chunk)) * float(table[rows[units - 1], number])
            for chunk, number in channel.number.items()
            if len(chunk) <= end and letters.endswith(chunk, 0, end)
        )
        return total + (up_to(units, end - 1) * extra if end else 0.0)

    return up_to(len(rows), len(letters))


@pytest.mark.parametrize(("script", "alphabet"), SCRIPTS)
@given(data=st.data())
def test_chunks_are_numbered_as_in_text(script: Script, alphabet: str, data: st.DataObject) -> None:
    """The inventory leads to the same chunks as the look-up of text."""
    channel = MODEL.channel(script)
    letters = data.draw(st.text(alphabet, max_size=12))
    found = np.full((len(letters) + 1, LONGEST + 1), -1, np.int32)
    chunks_of(inventory_of(channel.chunks, alphabet), codes(letters, alphabet), found)
    assert np.array_equal(found, chunk_ids(letters, channel.number))


@pytest.mark.parametrize("letters", ["karim", "shaykh", "aa", "كريم"])
def test_a_form_is_as_likely_as_all_ways_to_write_it(letters: str) -> None:
    """P(spelling | form) sums over the chunks, slips and superfluous letters."""
    sound = heard(letters)
    channel = MODEL.channel(sound.script)
    assert sound.forms
    for form, chance in sound.forms.items():
        rows = channel.rows(MODEL.lexicon.entries[form].form)
        assert chance == pytest.approx(written(channel, rows, letters), rel=1e-9)


@pytest.mark.parametrize("letters", ["", "ali", "hsn", "muhammad", "محمد", "علي"])
def test_the_likeliest_forms_stand_first(letters: str) -> None:
    """By P(spelling | form) P(form), then as in the lexicon; the loops have them ascending."""
    sound = heard(letters)
    order = [(-p * MODEL.lexicon.prior[form], form) for form, p in sound.forms.items()]
    assert order == sorted(order)
    assert len(order) <= FORMS
    assert (np.diff(sound.spelling.forms) > 0).all()


def test_what_a_spelling_renders_in_its_own_way_is_among_its_forms() -> None:
    """A listed share is added to what the channel says, or stands behind the others."""
    letters, own = next((k, v) for k, v in MODEL.exceptions.items() if k.isascii() and v)
    sound = heard(letters)
    for form, share in own:
        assert sound.forms[form] >= share
    assert len(sound.forms) <= FORMS + len(own)


def test_a_foreign_part_is_a_chain_of_letters() -> None:
    """P(smith) as no Arabic name; in Arabic script no part is foreign."""
    bigrams, edge = MODEL.foreign.bigrams, len(LATIN)
    chain = [edge, *codes("smith", LATIN), edge]
    by_hand = math.prod(bigrams[chain[i], chain[i + 1]] for i in range(len(chain) - 1))
    assert heard("smith").foreign == pytest.approx(by_hand)
    assert heard("سميث").foreign == heard("").foreign == 0.0


@pytest.mark.parametrize("letters", SPELLINGS)
def test_compiled_or_not_a_spelling_is_heard_alike(letters: str) -> None:
    """Every number is the same to the last bit."""
    calm, fast = heard(letters), heard(letters, fast=True)
    assert (calm.arabic, calm.foreign, calm.surprise) == (fast.arabic, fast.foreign, fast.surprise)
    assert np.array_equal(calm.ranked, fast.ranked)
    for one, other in zip(calm.spelling, fast.spelling, strict=True):
        assert np.asarray(one).tolist() == np.asarray(other).tolist()
