"""Countries as people write them: codes, English, French and Arabic names and adjectives.

ISO 3166-1 comes from the package iso3166; what people say besides ("North Korea", Iraqi, العراق)
from the editors' `gazetteers/countries.tsv`.
"""

import functools
import re
from collections.abc import Iterable, Iterator, Mapping

from nisba._data import curated
from nisba.facts.types import Unreadable
from nisba.text.clean import clean
from nisba.text.fold import fold

_LONGEST = 200
_ARTICLE = re.compile("^\u0627\u0644(?=..)")  # ال
_FILLERS = frozenset({"the", "of"})
_PUNCTUATION = re.compile(r"[^\w]+")
_SEVERAL = re.compile(r"[;|\n]")
# A comma parts countries, and parts one of them (Korea, North): the whole is tried first.
_PERHAPS_SEVERAL = re.compile(r"[,/]| and | & ")
_FEMININE = "\u064a\u0647"  # يه, a folded ية


def countries_of(value: str | Iterable[str]) -> frozenset[str]:
    """ISO 3166-1 alpha-2 codes of the countries that a text names, or several texts.

    Codes of two and of three letters, names and adjectives will do; several are parted by `;` or
    `|`. Raises `Unreadable`, a `ValueError`, for what names no country.

    >>> sorted(countries_of("Iraqi; LBN")), sorted(countries_of(["\\u0645\\u0635\\u0631", "tn"]))
    (['IQ', 'LB'], ['EG', 'TN'])
    """
    texts = [value] if isinstance(value, str) else list(value)
    pieces = [piece for text in texts for piece in _SEVERAL.split(_checked(text))]
    found: set[str] = set()
    for piece in filter(str.strip, pieces):
        found |= _codes_of(piece)
    return frozenset(found)


def label_of(code: str) -> str:
    """The English name of a country by its code, for sentences; the code, if nobody has it.

    >>> label_of("IQ"), label_of("KP"), label_of("ZZ")
    ('Iraq', 'North Korea', 'ZZ')
    """
    return _labels().get(code, code)


def _checked(text: object) -> str:
    if not isinstance(text, str):
        raise Unreadable("country", f"{text}", "give a text, or several")
    if len(text) > _LONGEST:
        raise _refused(text)
    return text


def _codes_of(piece: str) -> set[str]:
    """The one country of a piece, or those between its commas."""
    if code := _code(piece):
        return {code}
    codes = [_code(part) for part in _PERHAPS_SEVERAL.split(piece)]
    if len(codes) < 2 or not all(codes):
        raise _refused(piece.strip())
    return {code for code in codes if code}


def _refused(text: str) -> Unreadable:
    advice = (
        "write a code (IQ, IRQ), a name or an adjective in English or Arabic "
        "(Iraq, Iraqi, \u0627\u0644\u0639\u0631\u0627\u0642); part several by ;"  # العراق
    )
    return Unreadable("country", text, advice)


def _code(name: str) -> str | None:
    """The code of one name."""
    key, names = _key(name), _names()
    return names.get(key) or names.get(key.removesuffix(_FEMININE) + _FEMININE[0])


def _key(name: str) -> str:
    """What the ways to write one name share: its words, without articles, points and order.

    >>> _key("Korea, Republic of") == _key("the Republic of Korea")
    True
    """
    words = _PUNCTUATION.sub(" ", fold(clean(name)).replace(".", "")).split()
    return " ".join(sorted(_ARTICLE.sub("", word) for word in words if word not in _FILLERS))


@functools.cache
def _names() -> Mapping[str, str]:
    """Codes by all names, codes themselves among them; the editors' names come first."""
    found = {_key(name): code for code, name in _curated()}
    for code, name in _standard():
        found.setdefault(_key(name), code)
    return found


@functools.cache
def _labels() -> Mapping[str, str]:
    labels = {code: label for code, label, *_ in _table()}
    return {country: labels.get(country, name) for country, name in _english()} | labels


def _table() -> Iterator[list[str]]:
    lines = curated("countries.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return (line.split("\t") for line in lines)


def _curated() -> Iterator[tuple[str, str]]:
    for code, label, latin, arabic, _ in _table():
        for name in (label, *latin.split(" | "), *arabic.split(" | ")):
            yield code, name


def _english() -> Iterator[tuple[str, str]]:
    from iso3166 import countries

    return ((country.alpha2, country.apolitical_name) for country in countries)


def _standard() -> Iterator[tuple[str, str]]:
    """Codes with the codes and the English names of the standard."""
    from iso3166 import countries

    for c in countries:
        for name in (c.alpha2, c.alpha3, c.name, c.apolitical_name):
            yield c.alpha2, name
