"""A gender as people write it, in English, French or Arabic, in full or by its first letter."""

from nisba.facts import words
from nisba.facts.types import Gender, Unreadable
from nisba.text.clean import clean
from nisba.text.fold import fold

_LONGEST = 40
_WORDS = {Gender.MALE: words.MALE, Gender.FEMALE: words.FEMALE}
_GENDER_OF = {
    fold(clean(word)): gender
    for gender, listed in _WORDS.items()
    for word in listed.strip().split("\n")
}


def gender_of(value: str) -> Gender:
    """The gender that a word means; raises `Unreadable` for any other word, and for numbers.

    >>> str(gender_of("Female")), str(gender_of("\\u0630\\u0643\\u0631"))
    ('female', 'male')
    """
    if isinstance(value, str):
        found = _GENDER_OF.get(fold(clean(value[:_LONGEST])))
        if found is not None and len(value) <= _LONGEST:
            return found
    raise Unreadable("gender", f"{value}", "write male or female")
