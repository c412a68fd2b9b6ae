"""The forms of an Arabic verb, from its perfect and its imperfect: kataba, yaktubu.

Below `nisba.translit.vocabulary`. The persons that titles and statements of responsibility use, by
the rules of Arabic grammar for sound, doubled, hollow and defective verbs. Forms are those before
a word: a final short vowel is spoken there, and left out in pause.
"""

from collections.abc import Iterator

from nisba.sounds.units import HAMZA, Form

_SHORT = ("a", "i", "u")
_LONG = {"ā": "a", "ī": "i", "ū": "u"}
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


def _jussive(form: Form) -> Iterator[Form]:
    """The jussive where it is spelled otherwise: yakun, yabki, yansa."""
    if form[-1] in _LONG:
        yield (*form[:-1], _LONG[form[-1]])
    elif form[-1] == "á":
        yield (*form[:-1], "a")
    elif form[-1] in _SHORT and form[-3] in _LONG and len(form[-2]) < 3:
        yield (*form[:-3], _LONG[form[-3]], form[-2])
