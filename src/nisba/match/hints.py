"""What a name itself says of its bearer: a country by its nisba, a gender by its given name.

Weak evidence for where a field is empty. Each part is asked through the sound model, so that
al-Masri and المصري are the nisba of Egypt alike; the nisbas and their countries are the editors'
(`gazetteers/nisba_countries.tsv`), and so is the gender of given names (`gazetteers/elements`).
"""

import functools
from collections import defaultdict
from collections.abc import Iterator, Mapping

from nisba._data import curated
from nisba.facts import Gender
from nisba.match.types import Content, Prepared
from nisba.sounds.model import SoundModel
from nisba.sounds.units import units_of

_MOSTLY = 0.5
"""Share of a spelling's forms that must be nisbas with a country, or names with a gender."""
_PERHAPS = 0.1
"""Share from which one form counts: al-Suri is of Syria or of Tyre."""
_SURELY = 0.9
"""Share of the forms with a gender that must have the same."""
_HEADS = {"abd": Gender.MALE, "ghulam": Gender.MALE, "amat": Gender.FEMALE}
_TAILS = {"din": Gender.MALE, "allah": Gender.MALE, "zahra": Gender.FEMALE}
_SEX = {"m": Gender.MALE, "f": Gender.FEMALE}


def nisba_countries(model: SoundModel, part: Content) -> frozenset[str]:
    """Countries to which a part points if it is a nisba, as ISO 3166-1 alpha-2 codes; or none.

    >>> from nisba.match.prepare import Ear
    >>> from nisba.sounds.model import load_model
    >>> ear = Ear(load_model())
    >>> [sorted(nisba_countries(ear.model, p)) for p in ear.prepare("Ali al-Masri").contents]
    [[], ['EG']]
    """
    shares = _shares(model, part)
    found = {form: share for form, share in shares.items() if form in _nisbas(model)}
    if sum(found.values()) < _MOSTLY:
        return frozenset()
    likely = (_nisbas(model)[form] for form, share in found.items() if share >= _PERHAPS)
    return frozenset().union(*likely)


def gender_by_name(model: SoundModel, name: Prepared) -> Gender | None:
    """The gender that bint or ibn shows, else that of the given name; `None` if it is open.

    >>> from nisba.match.prepare import Ear
    >>> from nisba.sounds.model import load_model
    >>> ear = Ear(load_model())
    >>> [gender_by_name(ear.model, ear.prepare(n)) for n in ("Fatma Hassan", "Nour Hassan")]
    [<Gender.FEMALE: 'female'>, None]
    """
    marked = next((part.sex for part in name.contents if part.sex), "")
    if marked:
        return _SEX[marked]
    return None if name.given < 0 else _gender(model, name.contents[name.given])


def _gender(model: SoundModel, given: Content) -> Gender | None:
    head, tail = given.head, given.tail
    if head or tail:
        return _HEADS.get(head) or _TAILS.get(tail)
    known: dict[Gender, float] = defaultdict(float)
    listed = 0.0
    for form, share in _shares(model, given).items():
        gender = _genders(model).get(form, "")
        listed += share if gender else 0.0
        if gender in _SEX:
            known[_SEX[gender]] += share
    return next((g for g, share in known.items() if share >= _SURELY * max(listed, _MOSTLY)), None)


def _shares(model: SoundModel, part: Content) -> dict[int, float]:
    """How likely each form of the lexicon is behind a spelling, if it is any of them."""
    prior = model.lexicon.prior
    forms = model.hear(part.core, part.script).forms
    weights = {form: chance * prior[form] for form, chance in forms.items()}
    whole = sum(weights.values())
    return {form: weight / whole for form, weight in weights.items()} if whole else {}


@functools.cache
def _nisbas(model: SoundModel) -> Mapping[int, frozenset[str]]:
    """Countries by the form of their nisba."""
    forms = dict(_elements(model, "nisba", "id"))
    found: dict[int, frozenset[str]] = {}
    for row in _rows("nisba_countries.tsv"):
        for form, ids in forms.items():
            if row["nisba"] in ids:
                found[form] = found.get(form, frozenset()) | set(row["countries"].split(" | "))
    return found


@functools.cache
def _genders(model: SoundModel) -> Mapping[int, str]:
    """ "m" or "f" by the form of a given name; "u" where it is both."""
    return {
        form: genders.pop() if len(genders) == 1 else "u"
        for form, genders in _elements(model, "given", "gender")
    }


def _elements(model: SoundModel, table: str, column: str) -> Iterator[tuple[int, set[str]]]:
    """Forms of the lexicon that are elements of a table, with what stands in one column."""
    numbers = {entry.units: number for number, entry in enumerate(model.lexicon.entries)}
    found: dict[int, set[str]] = defaultdict(set)
    for row in _rows("elements", f"{table}.tsv"):
        form = numbers.get(" ".join(units_of(row["romanized"]) or ()))
        if form is not None:
            found[form].add(row[column])
    yield from found.items()


def _rows(*path: str) -> Iterator[dict[str, str]]:
    header, *lines = curated(*path).read_text(encoding="utf-8").splitlines()
    return (dict(zip(header.split("\t"), line.split("\t"), strict=True)) for line in lines)
