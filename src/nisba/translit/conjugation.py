"""The forms of an Arabic verb, from its perfect and its imperfect: kataba, yaktubu.

Below `nisba.translit.vocabulary`. The persons that titles and statements of responsibility use, by
the rules of Arabic grammar for sound, doubled, hollow and defective verbs. Forms are those before
a word: a final short vowel is spoken there, and left out in pause.
"""

from collections.abc import Iterator

from nisba.sounds.units import HAMZA, Form

_SHORT = ("a", "i", "u")
_LONG = {"ā": "a", "ī": "i", "ū": "u"}
_VOWELS = (*_SHORT, "ā", "ī", "ū", "aw", "ay")
_PERSONS = ("y", "t", "n", HAMZA)


def conjugated(perfect: Form, imperfect: Form) -> Iterator[Form]:
    """The forms of a verb; either of the two may be empty.

    >>> ["".join(form) for form in conjugated(tuple("qāla"), ())]
    ['qāla', 'qālat', 'qālū', 'qultu', 'qulnā']
    >>> found = set(conjugated((), ("y", "a", "k", "ū", "n", "u")))
    >>> ("t", "a", "k", "ū", "n", "u") in found, ("t", "a", "k", "u", "n") in found
    (True, True)
    """
    if perfect:
        yield from _perfect(perfect, imperfect)
    if imperfect:
        yield from _imperfect(imperfect)


def derived(perfect: Form, imperfect: Form) -> Iterator[tuple[Form, str]]:
    """The verbal noun and the participles that a verb of a derived form has, with their kinds.

    Sound verbs of the forms II to X alone, whose patterns are regular; of defective ones the
    participles, and their plural.

    >>> ["".join(form) for form, _ in derived(tuple("tanāwala"), tuple("yatanāwalu"))]
    ['tanāwul', 'mutanāwil', 'mutanāwal']
    """
    if perfect[-1:] == ("á",) and imperfect:
        yield from _defective(perfect, imperfect)
    if len(perfect) < 6 or perfect[-1] != "a" or len(imperfect) < 6 or imperfect[-1] != "u":
        return
    stem, last = imperfect[1:-3], imperfect[-2]
    if imperfect[1] != "u" and (perfect[0] not in ("t", HAMZA) or len(perfect) < 7):
        return  # the first form
    if imperfect[-3] not in _SHORT or last in _SHORT or perfect[-3] not in _SHORT:
        return
    noun = _verbal_noun(perfect)
    if noun:
        yield noun, "noun"
    yield ("m", "u", *stem[1:], "i", last), "adjective"
    yield ("m", "u", *stem[1:], "a", last), "adjective"


def _defective(perfect: Form, imperfect: Form) -> Iterator[tuple[Form, str]]:
    """The participles of a defective verb of a derived form: muṣallī, muṣallīn, muṣallá."""
    if imperfect[1] != "u" and not (perfect[0] in ("t", HAMZA) and len(perfect) > 5):
        return  # the first form
    stem = ("m", "u", *imperfect[2:-1])
    yield (*stem, "ī"), "adjective"
    yield (*stem, "ī", "n"), "plural"
    yield (*stem, "ū", "n"), "plural"
    yield (*stem, "á"), "adjective"


def _verbal_noun(perfect: Form) -> Form:
    """The verbal noun of a sound verb of a derived form, or nothing where it is not regular."""
    stem, last = perfect[:-3], perfect[-2]
    if stem[:2] == ("t", "a") and len(stem) == 5:
        return (*stem, "u", last)
    if stem[0] == HAMZA and stem[1] == "i":  # VII, VIII, X
        return (*("i" if unit == "a" else unit for unit in stem), "ā", last)
    if len(stem) == 3 and stem[1] == "ā":
        return ("m", "u", *stem, "a", last, "aẗ")
    if len(stem) == 3 and stem[1] == "a" and len(stem[2]) > 1:
        return ("t", "a", stem[0], stem[2][: len(stem[2]) // 2], "ī", last)
    if stem[0] == HAMZA and len(stem) == 4 and stem[1] == "a":
        return (HAMZA, "i", *stem[2:], "ā", last)
    return ()


def is_verbal_noun(form: Form) -> bool:
    """Whether a form is of a pattern that only verbal nouns have, with or without an ending.

    >>> is_verbal_noun(tuple("taʻẓīm")), is_verbal_noun(tuple("kitāb"))
    (True, False)
    """
    form = form[:-2] if form[-2:] == ("ā", "t") else form
    if form[:2] == ("t", "a") and len(form) in (6, 7):
        second = form[2:-3] if form[-2] == "ī" else ()
        return len(form) == 6 and len(second) == 1 and form[3] not in _VOWELS and form[-2] == "ī"
    vowels = tuple(unit for unit in form if unit in _VOWELS)
    return form[:2] == (HAMZA, "i") and vowels in (("i", "i", "ā"), ("i", "ā")) and len(form) > 5


def _perfect(third: Form, imperfect: Form) -> Iterator[Form]:
    yield third
    stem = third[:-1]
    if third[-1] in ("á", "ā"):  # baná, daʻā
        yield (*stem, "a", "t")
        yield (*stem, "aw")
        first = (*stem, "ay" if third[-1] == "á" else "aw")
    elif third[-3:] == ("i", "y", "a"):  # nasiya
        yield (*stem, "a", "t")
        yield (*stem[:-2], "ū")
        first = (*stem[:-2], "ī")
    else:
        yield (*stem, "a", "t")
        yield (*stem, "ū")
        first = _before_consonant(stem, imperfect)
    yield (*first[:-1], "tt", "u") if first[-1] == "t" else (*first, "t", "u")
    yield (*first[:-1], "nn", "ā") if first[-1] == "n" else (*first, "n", "ā")


def _before_consonant(stem: Form, imperfect: Form) -> Form:
    """The stem of the perfect before an ending with a consonant: qul- of qāl-, radad- of radd-."""
    last = stem[-1]
    if len(last) > 1 and last[: len(last) // 2] * 2 == last:
        single = last[: len(last) // 2]
        return (*stem[:-1], single, "a", single)
    if len(stem) > 2 and stem[-2] == "ā":
        if len(stem) > 3:
            return (*stem[:-2], "a", last)
        return (stem[0], "i" if imperfect and "ū" not in imperfect else "u", last)
    return stem


def _imperfect(third: Form) -> Iterator[Form]:
    for person in _PERSONS:
        form = (person, *third[1:])
        yield form
        yield from _jussive(form)
    stem = third[:-1]
    for person in _PERSONS[:2]:
        yield (person, *stem[1:], "ū", "n")
        yield (person, *stem[1:], "ū")
        if stem[-1] not in _VOWELS and stem[-2] in _SHORT:
            yield (person, *stem[1:], "n", "a")


def _jussive(form: Form) -> Iterator[Form]:
    """The jussive where it is spelled otherwise: yakun, yabki, yansa."""
    if form[-1] in _LONG:
        yield (*form[:-1], _LONG[form[-1]])
    elif form[-1] == "á":
        yield (*form[:-1], "a")
    elif form[-1] in _SHORT and form[-3] in _LONG and len(form[-2]) < 3:
        yield (*form[:-3], _LONG[form[-3]], form[-2])
