"""Law: a form that is spelled in Arabic and pointed is among the readings of what was written."""

import re

from hypothesis import given
from hypothesis import strategies as st

from nisba.sounds.model import load_model
from nisba.sounds.units import Form
from nisba.translit.pointing import pointed, spelled, written
from nisba.translit.readings import readings

FORMS = st.sampled_from(
    [e.form for e in load_model().lexicon.entries if e.origin != "derived" and len(e.form) > 2]
)


@given(FORMS)
def test_a_form_may_be_written_as_it_is_spelled(form: Form) -> None:
    """The usual spelling is one of the ways to write a form."""
    assert written(form, spelled(form)) > 0


@given(FORMS)
def test_a_pointed_form_is_among_its_readings(form: Form) -> None:
    """Where no sukun is written another form may fit as well, and be commoner; never many."""
    word = pointed(form, spelled(form))
    assert word is not None
    assert form in [reading.form for reading in readings(word, 5)]


@given(FORMS)
def test_readings_agree_with_marks(form: Form) -> None:
    """Every reading of a pointed word puts no second vowel on a letter that has one."""
    word = pointed(form, spelled(form))
    assert word is not None
    for reading in readings(word, 5):
        again = pointed(reading.form, word)
        assert again is None or not re.search("[\u064e\u064f\u0650]{2}", again)
