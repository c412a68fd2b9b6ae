"""Birth years as people write them: 1967, c. 1967, 1960s, 196?, 1965-1968, 05/03/1967, 1387 AH.

A year that may be of another calendar, and one whose century is not told, are not guessed.
"""

import operator
import re
from collections.abc import Callable
from datetime import date

from nisba.facts import words
from nisba.facts.types import Unreadable, Years
from nisba.text.clean import clean
from nisba.text.fold import Folding, fold

_ACCEPTED = (
    "write a year (1967, c. 1967), a decade (1960s, 196?), a range (1965-1968), a date with a "
    "year of four digits, or a Hijri year with AH behind it (1387 AH)"
)
_LONGEST = 60
_WIDEST = 100
"""Years of the widest interval that still says something: a century."""
_LATEST = 2100
_HIJRI_UNTIL = 1450
"""Years up to this one may be of the Hijri calendar, whose year 1450 begins in 2028."""
_EPOCH = 227_015
"""Day of 1 Muharram of the year 1 (19 July 622), as `datetime.date.toordinal` counts."""
_CIRCA = 2
"""Years that "about" reaches to either side."""

_FOLDED = Folding.LATIN | Folding.HAMZA_SEATS | Folding.TA_MARBUTA | Folding.PERSIAN_LETTERS


def years_of(value: float | str) -> Years:
    """The years in which a birth lies, of a number or a text; day and month are read over.

    Raises `Unreadable`, a `ValueError`, for what is no year, or leaves open which.

    >>> str(years_of("c. 1967")), str(years_of("196?")), str(years_of("5 March 1967"))
    ('1965-1969', '1960-1969', '1967')
    >>> str(years_of("1387 AH")), str(years_of("\\u0661\\u0669\\u0666\\u0667"))
    ('1967-1968', '1967')
    """
    text = _plain(_text_of(value))
    found = _ERA.fullmatch(text)
    era = found.lastgroup if found else None
    text, about = _without_about(found[1] if found else text)
    intervals = [_interval(piece) for piece in _BETWEEN.split(_FROM.sub("", text))]
    first, last = min(a for a, _ in intervals), max(b for _, b in intervals)
    if not 1 <= first <= last <= _LATEST or last - first >= _WIDEST:
        raise _refused(value, _ACCEPTED)
    if not era and first <= _HIJRI_UNTIL:
        calendar = "write AH or CE behind it: it may be a Hijri year"
        raise _refused(value, calendar if first > 99 else _ACCEPTED)
    if era in _CALENDARS:
        if last > _HIJRI_UNTIL:
            raise _refused(value, "write a Hijri year of 1450 at most before AH")
        first, last = _CALENDARS[era](first)[0], _CALENDARS[era](last)[1]
    reach = _CIRCA if about else 0
    return Years(max(first - reach, 1), min(last + reach, _LATEST))


def _text_of(value: float | str) -> str:
    """The digits of a number, or the text. pandas makes 1967.0 of a year beside empty cells."""
    if isinstance(value, str):
        return value
    if isinstance(value, float) and value.is_integer():
        return _text_of(int(value))
    if isinstance(value, bool | float) or not hasattr(value, "__index__"):
        raise _refused(value, _ACCEPTED)
    number = operator.index(value)
    if not 0 < number < 10**8:
        raise _refused(number if abs(number) < 10**8 else "a huge number", _ACCEPTED)
    return str(number)


def _refused(value: object, advice: str) -> Unreadable:
    return Unreadable("birth year", str(value), advice)


def _plain(text: str) -> str:
    """Small letters without marks, Western digits, simple dashes; too long a text is cut."""
    text = fold(clean(text[: 4 * _LONGEST]), _FOLDED)[: _LONGEST + 1]
    text = "".join(str(int(c)) if c.isdecimal() else c for c in text)
    return re.sub("[\u2012-\u2015]", "-", text)


def _any(words: str) -> str:
    """A pattern of any of these words, folded as the texts are, the longest first."""
    folded = sorted(
        {_plain(word) for word in words.strip().split("\n")}, key=lambda w: (-len(w), w)
    )
    return "|".join(re.escape(word) for word in folded)


_LUNAR, _SOLAR = _any(words.LUNAR_HIJRI), _any(words.SOLAR_HIJRI)
_ERA = re.compile(
    rf"(.*?) ?(?:(?P<common>{_any(words.COMMON_ERA)})|(?P<lunar>{_LUNAR})|(?P<solar>{_SOLAR}))"
)
_ABOUT = re.compile(rf"(?:(?:{_any(words.ABOUT)})\.? ?|[~\u2248] ?)(?=[0-9])")
_FROM = re.compile(rf"(?:{_any(words.BETWEEN)}) ")
_BETWEEN = re.compile(rf" (?:{_any(words.AND)}|-) | ?[;|] ?")
_MONTHS = _any(words.MONTHS)


def _without_about(text: str) -> tuple[str, bool]:
    """The text without its "about", or the question mark behind a whole year."""
    if found := _ABOUT.match(text):
        return text[found.end() :], True
    if re.fullmatch(r"[0-9]{4} ?\?", text):
        return text[:4], True
    return text, False


_YEAR, _DAY, _MONTH = "([0-9]{4})", "(?:[0-2]?[0-9]|3[01])", "(?:0?[0-9]|1[0-2])"
_NTH = f"{_DAY}(?:st|nd|rd|th)?"
_TIME = "(?:[t ][0-9:.+z]+)?"

Interval = tuple[int, int]


def _one(found: re.Match[str]) -> Interval:
    return int(found[1]), int(found[1])


def _decade(found: re.Match[str]) -> Interval:
    """The ten years; 1900s may mean the century."""
    first = 10 * int(found[1])
    return first, first + (99 if first % 100 == 0 and found[0].endswith("s") else 9)


def _century(found: re.Match[str]) -> Interval:
    return 100 * int(found[1]), 100 * int(found[1]) + 99


def _range(found: re.Match[str]) -> Interval:
    return int(found[1]), int(found[2])


def _short_range(found: re.Match[str]) -> Interval:
    """1965-68, or a month: 1967-03. What may be both (1909-12) is the range, which holds both."""
    first, end = int(found[1]), int(found[2])
    if first % 100 < end:
        return first, first - first % 100 + end
    return (first, first) if end <= 12 else (0, 0)


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Interval]], ...] = tuple(
    (re.compile(pattern), years)
    for pattern, years in (
        (r"([0-9]{1,4})(?:\.0+)?", _one),
        (rf"{_YEAR}([-/.]){_MONTH}\2{_DAY}{_TIME}", _one),
        (rf"{_DAY}[-/. ]{_DAY}[-/. ]{_YEAR}{_TIME}", _one),
        (rf"{_MONTH}[-/.]{_YEAR}", _one),
        (rf"{_YEAR}(?:0[0-9]|1[0-2])(?:[0-2][0-9]|3[01])", _one),
        (rf"(?:[0-2][0-9]|3[01])(?:0[0-9]|1[0-2]){_YEAR}", _one),
        (rf"(?:{_NTH}[ .-]+)?(?:{_MONTHS})[ .,-]+(?:{_NTH}[ ,]+)?{_YEAR}", _one),
        (rf"{_YEAR}[ -]+(?:{_MONTHS})(?:[ -]+{_NTH})?", _one),
        (r"(?:the )?([0-9]{3})0s", _decade),
        (r"([0-9]{3})[x?_*u-]", _decade),
        (r"([0-9]{2})(?:xx|\?\?|__|\*\*|uu|--)", _century),
        (rf"{_YEAR} ?[-/,] ?{_YEAR}", _range),
        (rf"{_YEAR} ?[-/] ?([0-9]{{2}})", _short_range),
    )
)


def _interval(text: str) -> Interval:
    """First and last year of one piece, as its digits say; (0, 0) if it is no year."""
    for pattern, years in _FORMS:
        if found := pattern.fullmatch(text):
            return years(found)
    return 0, 0


def _lunar(year: int) -> Interval:
    """Years of the common era in which a Hijri year lies, by the tabular calendar."""
    begin = _EPOCH + (year - 1) * 354 + (11 * year + 3) // 30
    end = _EPOCH + year * 354 + (11 * year + 14) // 30 - 1
    return date.fromordinal(begin).year, date.fromordinal(end).year


def _solar(year: int) -> Interval:
    """The same for the solar calendar of Iran and Afghanistan, whose year begins in March."""
    return year + 621, year + 622


_CALENDARS = {"lunar": _lunar, "solar": _solar}
