"""The quantities of a comparison in plain words: what was weighed, for people who ask why."""

from collections.abc import Mapping

_OF_THE_PARTS: Mapping[str, str] = {
    "sound": "sound of the parts that answer each other",
    "complete": "every part is answered",
    "exact": "the same letters",
    "given_same": "the given names answer each other",
    "given_clash": "the given names differ",
    "clash": "other parts contradict each other",
    "family_missing": "a family name without an answer",
    "alone": "one part answers, others do not",
    "given_alone": "only the given names answer each other",
    "sound_clash": "what answers may be the family's",
    "last_clash": "the last names differ",
    "chain_turned": "the chain of fathers runs the other way",
    "near": "unanswered parts of like letters",
    "near_bones": "unanswered parts of like consonants",
    "apart": "how far apart the nearest parts are",
    "far": "how far the spellings are",
    "company": "parts at home in the same countries",
    "nothing_answered": "no part answers another",
}
"""What the parts show when they stand side by side."""

_BESIDE: Mapping[str, tuple[str, str]] = {
    "given_moved": ("", "a given name answers no given name"),
    "given_more": ("", "another given name stands in front"),
    "order": ("", "the parts stand in another order"),
    "turned": ("", "the given name stands elsewhere"),
    "role_differs": ("", "a last part answers a middle one"),
    "head_differs": ("", "Abd, Abu or al-Din on one side only"),
    "article_differs": ("", "the article on one side only"),
    "ibn_same": ("son of the same on both sides", ""),
    "ibn_differs": ("", "son of on one side only"),
    "title_same": ("both bear the title", ""),
    "gender_differs": ("", "a nisba of a man, one of a woman"),
    "birth_year": ("born in the same year", "born in other years"),
    "country": ("of the same country", "of other countries"),
    "nisba_country": ("a nisba of the country", "a nisba of another country"),
    "gender_of_name": ("a given name of the gender", "a given name of the other gender"),
    "gender": ("of the same gender", "of the other gender"),
}
"""What has to be said beside the parts: when it speaks for one bearer, when against."""


def words(quantity: str, bits: float) -> str:
    """A quantity of the comparison in plain words; `bits`, what it gave, tells for from against.

    A quantity without words is shown by its name.

    >>> words("given_clash", -1.4), words("birth_year", 4.0), words("shoe_size", 1.0)
    ('the given names differ', 'born in the same year', 'shoe size')
    """
    plain = quantity.replace("_", " ")
    if quantity in _BESIDE:
        return _BESIDE[quantity][bits < 0] or plain
    return _OF_THE_PARTS.get(quantity, plain)


def stands_beside(quantity: str) -> bool:
    """Whether the parts side by side do not show a quantity, so that it must be said.

    >>> stands_beside("given_clash"), stands_beside("birth_year")
    (False, True)
    """
    return quantity not in _OF_THE_PARTS


def has_words(quantity: str) -> bool:
    """Whether a quantity has words of its own."""
    return quantity in _OF_THE_PARTS or quantity in _BESIDE
