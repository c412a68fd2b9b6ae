"""The listed stems that a word may be, and how they weigh in a place of running text.

Below `nisba.translit.prose`, which finds them. Behind a preposition stands a noun, behind a
relative pronoun a verb, behind a definite noun an adjective that agrees with it: so neighbours
decide between words that are spelled alike.
"""

from collections.abc import Iterable
from typing import NamedTuple

from nisba.sounds.units import Form

RUMOUR = 0.05  # what registers of names suggest says little about common words
_TOLD_BY_EDITORS = 10.0  # in running text a word of the vocabulary counts so many times more
_BESIDE_SENSE = 0.05  # and a common word that is spelled like it, and is not in it, so much less
_VERB = 0.001  # chance that a verb stands where a noun must, or one person where many do
_EXPECTED = 20.0  # what stands in its usual place, against what does not
_PERHAPS = 5.0  # a plural behind a definite noun may be an adjective's: al-akhbār al-ṭiwāl
_DISAGREES = 0.02
_GOVERNED = 300.0  # what governs the preposition behind it, against what does not
_HEH = 0.1  # in running text ه for ة is rarer than in names
_OWNERLESS = 0.001  # chance of a form before a genitive where none follows
_VOCABULARY = "vocabulary"
OWNER = "owner"
"""The kind of a form that only stands before its genitive."""
_NAME = 0.5  # share of names from which a stem is one


class Place(NamedTuple):
    """What neighbours tell of a word of running text.

    `noun`: it is no verb. `verb`: it is one. `adjective`: it follows a definite noun. `agrees` is
    the ending of an adjective behind it: "m", "f", "p" for persons, or empty. `owner`: a genitive
    follows, or may.
    `governed` is the preposition that follows, or empty.
    """

    noun: bool = False
    verb: bool = False
    adjective: bool = False
    agrees: str = ""
    owner: bool = False
    governed: str = ""


_PLURALS = (("ū", "n"), ("ī", "n"), ("ay", "n"))
ANYWHERE = Place()


class Listed(NamedTuple):
    """A listed stem that a word may be: `weight` is the chance of stem and letters together.

    `capital` is the share of its occurrences in texts and among names that are a name, `inner`
    the share inside titles, `construct` the share in the construct state, `definite` the share with
    the article, `told` the share of names inside of titles with the article: each in 0-1, and -1
    where no text showed it. `sense` is the kind of a common word of the editors' vocabulary,
    "name" if it may be one, or empty; `governs` are the prepositions that usually follow it. `heh`
    says that the word has ه where the form asks for ة.
    """

    form: Form
    weight: float
    origin: str
    capital: float
    inner: float
    construct: float
    definite: float = -1.0
    told: float = -1.0
    sense: str = ""
    governs: str = ""
    heh: bool = False


def in_prose(known: Iterable[Listed], place: Place = ANYWHERE) -> tuple[Listed, ...]:
    """Listed stems as running text weighs them in a place, likeliest first.

    Words of the editors' vocabulary count more, what they leave out beside them less, and what only
    registers of names suggest little.
    """
    known = tuple(known)
    told = any(each.sense not in ("", "verb", OWNER) for each in known)
    weighed = (
        each._replace(weight=each.weight * _trust(each, told) * _fit(each, place)) for each in known
    )
    return tuple(sorted(weighed, key=lambda each: -each.weight))


def among_names(known: tuple[Listed, ...]) -> tuple[Listed, ...]:
    """Listed stems as names weigh them: words of the vocabulary that nobody bears come last, but
    before those that only registers of names suggest.
    """
    if any(each.sense and each.origin not in (_VOCABULARY, "derived") for each in known):
        weighed = (
            each._replace(weight=each.weight * (RUMOUR if each.origin == "derived" else 1.0))
            for each in known
        )
        known = tuple(sorted(weighed, key=lambda each: -each.weight))
    if any(each.origin == _VOCABULARY for each in known):
        vouched = any(each.origin not in (_VOCABULARY, "derived") for each in known)
        last = _VOCABULARY if vouched else "derived"
        return tuple(sorted(known, key=lambda each: (each.origin == last, -each.weight)))
    return known


def _trust(each: Listed, told: bool) -> float:
    """How far a stem is to be trusted; `told` says that the vocabulary has one of its spelling."""
    if each.sense:
        return _TOLD_BY_EDITORS
    share = RUMOUR if each.origin == "derived" else 1.0
    return share * _BESIDE_SENSE if told and each.capital < _NAME else share


def _fit(each: Listed, place: Place) -> float:
    """How well a stem fits its place."""
    factor = _HEH if each.heh else 1.0
    ends = each.form[-1] in ("a", "u", "i") and each.form[-2] != "h"  # but kitābuhu
    if place.noun and (each.sense == "verb" or ends):
        factor *= _VERB
    if (place.verb and each.sense == "verb") or (place.adjective and each.sense == "adjective"):
        factor *= _EXPECTED
    if place.adjective and each.sense == "plural":
        factor *= _PERHAPS
    if place.governed and place.governed in each.governs.split():
        factor *= _GOVERNED
    if each.sense == OWNER and not place.owner:
        factor *= _OWNERLESS
    feminine = each.form[-1] == "aẗ"
    if place.agrees == "m" and (each.sense == "plural" or feminine):
        factor *= _DISAGREES
    if place.agrees == "p" and each.sense == "plural":
        factor *= _PERHAPS
    if place.agrees == "p" and each.sense == "noun" and each.form[-2:] not in _PLURALS:
        factor *= _VERB
    if place.agrees == "f" and each.sense == "noun" and not feminine:
        factor *= _DISAGREES
    return factor
